/**
 * CSL-JSON from outside (Zotero, Mendeley, a file beside the document) to the fields and types Footing keeps; what
 * has another type than the CSL input schema allows is left out.
 */
import type { Csl, CslDate, CslName } from "../model.ts";

type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textFields = [
  "title",
  "container-title",
  "collection-title",
  "collection-number",
  "volume",
  "issue",
  "page",
  "number-of-pages",
  "number",
  "edition",
  "publisher",
  "publisher-place",
  "authority",
  "archive",
  "archive_location",
  "genre",
  "medium",
  "note",
  "language",
  "DOI",
  "PMID",
  "PMCID",
  "ISBN",
  "ISSN",
  "URL",
] as const;
const nameFields = ["author", "editor", "translator"] as const;
const dateFields = ["issued", "accessed"] as const;

const textOf = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== ""
    ? value.trim()
    : typeof value === "number"
      ? String(value)
      : null;

function nameOf(value: unknown): CslName | null {
  if (!isJson(value)) return null;
  const parts = [
    "family",
    "given",
    "non-dropping-particle",
    "dropping-particle",
    "suffix",
    "literal",
  ] as const;
  const known = parts.flatMap((part) => {
    const text = textOf(value[part]);
    return text === null ? [] : [[part, text] as const];
  });
  return known.length === 0 ? null : (Object.fromEntries(known) as CslName);
}

function dateOf(value: unknown): CslDate | null {
  if (!isJson(value)) return null;
  const parts = Array.isArray(value["date-parts"]) ? value["date-parts"] : [];
  const numbers = parts
    .filter(Array.isArray)
    .map((part: unknown[]) => part.map(Number).filter((n) => Number.isInteger(n)))
    .filter((part) => part.length > 0);
  if (numbers.length > 0) return { "date-parts": numbers };
  const [raw, literal] = [textOf(value.raw), textOf(value.literal)];
  if (raw === null && literal === null) return null;
  return { ...(raw === null ? {} : { raw }), ...(literal === null ? {} : { literal }) };
}

/** Returns the item under `id` (or its own id), or null when `value` is no CSL item. */
export function toCsl(value: unknown, id?: string): Csl | null {
  if (!isJson(value) || typeof value.type !== "string") return null;
  const found: Record<string, unknown> = { type: value.type };
  const key = id ?? textOf(value.id);
  if (key !== null && key !== "") found.id = key;
  for (const field of textFields) {
    const text = textOf(value[field]);
    if (text !== null) found[field] = text;
  }
  for (const field of nameFields) {
    const names = Array.isArray(value[field]) ? value[field].map(nameOf).filter((name) => name !== null) : [];
    if (names.length > 0) found[field] = names;
  }
  for (const field of dateFields) {
    const date = dateOf(value[field]);
    if (date !== null) found[field] = date;
  }
  return found as unknown as Csl;
}
