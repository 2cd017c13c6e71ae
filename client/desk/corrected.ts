/** A source's fields as text, and the source with what reviewers put right. */
import type { Csl, CslDate, CslName, Source } from "../../core/model.ts";
import type { CorrectionEvent } from "../../core/review/index.ts";
import { dateText, nameText } from "./citation.ts";

/** Fields that can be read and put right here, in the order of a reference. */
export const fieldNames = {
  author: "Authors",
  editor: "Editors",
  title: "Title",
  "container-title": "Published in",
  issued: "Date",
  volume: "Volume",
  issue: "Issue",
  page: "Pages",
  edition: "Edition",
  publisher: "Publisher",
  "publisher-place": "Place",
  DOI: "DOI",
  PMID: "PubMed",
  ISBN: "ISBN",
  URL: "Web",
} as const;

export type Field = keyof typeof fieldNames;
export const fieldList = Object.keys(fieldNames) as readonly Field[];

const isNames = (field: Field): field is "author" | "editor" => field === "author" || field === "editor";

/** Returns the field as text, names parted by semicolons; empty where the source does not have it. */
export function fieldText(csl: Csl, field: Field): string {
  if (isNames(field)) return (csl[field] ?? []).map(nameText).join("; ");
  if (field === "issued") return dateText(csl.issued);
  return csl[field] ?? "";
}

/** Names and dates stay as they were typed: a person's words are not read over again. */
function cslValue(field: Field, text: string): string | readonly CslName[] | CslDate | undefined {
  if (text === "") return undefined;
  if (isNames(field))
    return text.split(";").flatMap((name) => (name.trim() ? [{ literal: name.trim() }] : []));
  return field === "issued" ? { literal: text } : text;
}

/** Returns the source with the corrections in it; the very source where there are none. */
export function corrected(
  source: Source,
  corrections: ReadonlyMap<string, CorrectionEvent> | undefined,
): Source {
  if (!corrections || corrections.size === 0) return source;
  const csl: Record<string, unknown> = { ...source.csl };
  for (const [field, { value }] of corrections)
    if (field in fieldNames) csl[field] = cslValue(field as Field, value.trim());
  return { ...source, csl: csl as unknown as Csl };
}
