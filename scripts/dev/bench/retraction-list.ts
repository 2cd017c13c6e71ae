/** A made-up Retraction Watch list by the described columns, from a seed: the real one is not shipped. */
import { random } from "../library/generate.ts";

const head =
  "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,RetractionDOI," +
  "RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes";

const words =
  "lead water cell rat model novel effect method trial growth stress signal factor risk dose".split(" ");
const natures = [
  ...Array<string>(17).fill("Retraction"),
  "Expression of concern",
  "Correction",
  "Reinstatement",
];

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Returns the CSV; paper number `n` has the DOI `paperDoi(n)`. */
export function retractionList(rows: number, seed = 1): string {
  const next = random(seed);
  const upTo = (n: number): number => Math.floor(next() * n);
  const some = (n: number): string[] => Array.from({ length: n }, () => words[upTo(words.length)]!);
  const date = (): string => `${1 + upTo(12)}/${1 + upTo(28)}/${1990 + upTo(36)} 0:00`;
  const lines = Array.from({ length: rows }, (_, n) => {
    const title = `The ${some(7).join(" ")}, "${some(2).join(" ")}" and ${some(3).join(" ")}`;
    const cells = [
      String(n + 1),
      title,
      `(BLS) Biology - ${some(1)[0]};(HSC) Medicine - ${some(1)[0]};`,
      `Department of ${some(2).join(" ")}, University of ${some(1)[0]};Institute of ${some(2).join(" ")};`,
      `Journal of ${some(2).join(" ")}`,
      "Made-up Press",
      "Nowhere;",
      `${Array.from({ length: 1 + upTo(6) }, () => `Ann ${some(1)[0]}`).join(";")};`,
      "",
      "Research Article;",
      date(),
      n % 9 === 0 ? "unavailable" : `10.5555/notice.${n}`,
      n % 3 === 0 ? "0" : String(20_000_000 + n),
      date(),
      n % 20 === 0 ? "Unavailable" : paperDoi(n),
      n % 2 === 0 ? "0" : String(10_000_000 + n),
      natures[upTo(natures.length)]!,
      `+${some(2).join(" ")};+Investigation by ${some(1)[0]};`,
      "No",
      n % 4 === 0 ? `See also: https://example.org/${some(2).join("-")}, "${some(1)[0]}"` : "",
    ];
    return cells.map(quoted).join(",");
  });
  return `${[head, ...lines].join("\r\n")}\r\n`;
}

/** Returns the DOI of a paper of the list. */
export const paperDoi = (n: number): string => `10.5555/Paper.${n}`;
