/** A Retraction Watch list of made-up rows, as its twenty columns have it. */

const head =
  "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,RetractionDOI," +
  "RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes";

export interface Row {
  readonly doi?: string;
  readonly pmid?: string;
  readonly title?: string;
  readonly nature?: string;
  /** M/D/YYYY. */
  readonly date?: string;
  readonly reason?: string;
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Returns the CSV of these rows. */
export const retractionCsv = (...rows: readonly Row[]): string =>
  [
    head,
    ...rows.map(
      (
        {
          doi = "unavailable",
          pmid = "0",
          title = "Made up",
          nature = "Retraction",
          date = "3/7/2019",
          reason = "+Error in Data;",
        },
        i,
      ) =>
        [
          ...[
            i + 1,
            title,
            "(HSC) Health;",
            "Uni of Nowhere",
            "J Water",
            "Pub",
            "Utopia",
            "Ames, C;",
            "",
            "Article;",
          ],
          ...[
            `${date} 0:00`,
            `10.5555/notice.${i + 1}`,
            0,
            "1/1/2010 0:00",
            doi,
            pmid,
            nature,
            reason,
            "No",
            "",
          ],
        ]
          .map((cell) => quoted(String(cell)))
          .join(","),
    ),
    "",
  ].join("\r\n");
