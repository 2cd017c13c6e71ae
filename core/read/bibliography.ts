/** Bibliography files that lie beside a document: BibTeX or CSL-JSON, told apart by content. */
import type { Csl } from "../model.ts";
import { parseBibtex } from "./bibtex.ts";
import { decode } from "./decode.ts";
import type { BibliographyFile } from "./reading.ts";

/** Returns the records of one file; what is no record is left out. */
export function readBibliography({ bytes }: BibliographyFile): readonly Csl[] {
  const { text } = decode(bytes);
  return /^\s*[[{]/.test(text) ? cslJson(text) : parseBibtex(text);
}

/** A list of items, one item, or an object that holds the list as `items` or `references`. */
function cslJson(text: string): readonly Csl[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(data) && isRecord(data)) {
    data = Array.isArray(data.items) ? data.items : Array.isArray(data.references) ? data.references : [data];
  }
  return Array.isArray(data) ? data.filter(isItem).map(withTextId) : [];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** An item of the CSL input schema: an object with a `type`; all else is optional there. */
const isItem = (value: unknown): value is Csl => isRecord(value) && typeof value.type === "string";

/** Ids and volumes may be numbers in CSL-JSON; here they are text. */
function withTextId(item: Csl): Csl {
  const texts = Object.entries(item).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === "number" ? String(value) : value,
  ]);
  return Object.fromEntries(texts) as Csl;
}
