/** The files of a crate that are no export: the document as it came or as it was read, the analysis, the review. */
import { canonicalJson } from "../json.ts";
import type { Format } from "../model.ts";
import type { ReviewEvent } from "../review/index.ts";
import type { ExportInput } from "./index.ts";
import { oneLine } from "./one-line.ts";
import type { CrateFile } from "./ro-crate.ts";

const media: Readonly<Record<Format, string>> = {
  text: "text/plain",
  markdown: "text/markdown",
  html: "text/html",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  jats: "application/xml",
  wikitext: "text/x-wiki",
};

/** Returns a name that no file system and no unpacker takes for a path. */
function safeName(name: string | null): string {
  const plain = oneLine(name ?? "")
    .replace(/[^\p{L}\p{N}._ -]+/gu, "-")
    .replace(/^[.\s-]+|[.\s]+$/g, "")
    .slice(0, 100);
  return plain === "" ? "document" : plain;
}

/** Returns the file as it came or, where its bytes are not at hand, its text. */
export function crateOriginal({ document, original }: ExportInput): CrateFile {
  return original === undefined
    ? {
        path: "document.txt",
        media: "text/plain",
        description: "The document's text, to which every offset refers",
        body: document.text,
      }
    : {
        path: `original/${safeName(document.name)}`,
        media: media[document.format],
        description: "The document as it came in",
        body: original,
      };
}

/** Returns the analysis as JSON, the text that its offsets refer to, and the review events if there are any. */
export function crateRecords(input: ExportInput): readonly CrateFile[] {
  const {
    reviews,
    corrections,
    retractions: _list,
    version: _version,
    date: _date,
    original,
    ...analysis
  } = input;
  const events = new Map<string, ReviewEvent>();
  for (const { history } of reviews?.values() ?? []) for (const event of history) events.set(event.id, event);
  for (const fields of corrections?.values() ?? [])
    for (const event of fields.values()) events.set(event.id, event);
  return [
    ...(original === undefined
      ? []
      : [
          {
            path: "document.txt",
            media: "text/plain",
            description: "The text that was read out of the document, to which every offset refers",
            body: analysis.document.text,
          },
        ]),
    {
      path: "analysis.json",
      media: "application/json",
      description:
        "Statements, markers, notes, sources, edges and findings, as data/schema/analysis.schema.json says",
      body: `${canonicalJson(analysis)}\n`,
    },
    ...(events.size === 0
      ? []
      : [
          {
            path: "review-events.json",
            media: "application/json",
            description: "What reviewers wrote, each event as it was recorded",
            body: `${JSON.stringify([...events.values()], null, 2)}\n`,
          },
        ]),
  ];
}
