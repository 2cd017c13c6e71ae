/** Bibliography files that lie beside a document: BibTeX, RIS, EndNote XML or CSL-JSON, told apart by content. */
import type { Csl } from "../model.ts";
import { parseBibtex } from "./bibtex.ts";
import { isJson, toCsl } from "./csl.ts";
import { decode } from "./decode.ts";
import { parseEndnote } from "./endnote.ts";
import { isEndnote } from "./is-endnote.ts";
import type { BibliographyFile } from "./reading.ts";
import { isRis, parseRis } from "./ris.ts";

/** Returns the records of one file; what is no record is left out. */
export function readBibliography({ bytes }: BibliographyFile): readonly Csl[] {
  const { text } = decode(bytes);
  if (/^\s*[[{]/.test(text)) return cslJson(text);
  if (isEndnote(text)) return parseEndnote(text);
  return isRis(text) ? parseRis(text) : parseBibtex(text);
}

/** A list of items, one item, or an object that holds the list as `items` or `references`. */
function cslJson(text: string): readonly Csl[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(data) && isJson(data)) {
    data = Array.isArray(data.items) ? data.items : Array.isArray(data.references) ? data.references : [data];
  }
  return Array.isArray(data) ? data.map((item) => toCsl(item)).filter((item) => item !== null) : [];
}
