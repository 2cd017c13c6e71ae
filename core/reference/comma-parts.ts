/** Cuts a note into the parts between its commas and finds the imprint at their end, as Italian and Spanish houses print it. */
import type { Span } from "../model.ts";

export interface Part extends Span {
  readonly text: string;
}

/** Returns the parts between commas; none is cut inside guillemets, quotation marks or brackets. Linear. */
export function partsOf(raw: string): Part[] {
  const out: Part[] = [];
  let depth = 0;
  let start = 0;
  const take = (end: number): void => {
    let [from, to] = [start, end];
    while (from < to && /\s/.test(raw[from]!)) from++;
    while (to > from && /[\s,;]/.test(raw[to - 1]!)) to--;
    if (to > from) out.push({ start: from, end: to, text: raw.slice(from, to).replace(/\s/gu, " ") });
    start = end + 1;
  };
  for (let i = 0; i < raw.length; i++) {
    const sign = raw[i]!;
    if ("«“(".includes(sign)) depth++;
    else if ("»”)".includes(sign)) depth = Math.max(0, depth - 1);
    else if (sign === "," && depth === 0) take(i);
  }
  take(raw.length - (/\d\.$/.test(raw) ? 1 : 0));
  return out;
}

export interface Imprint {
  readonly place: Span | null;
  readonly publisher: Span | null;
  readonly year: Span;
  readonly pages: Span | null;
  /** How many parts stand in front of the imprint. */
  readonly before: number;
}

const PAGES = /^pp?\.\s?[\divxlc]/u;
const YEAR = /^(?:1[4-9]|20)\d\d(?:[-–/]\d{2,4})?$/u;
/** "Genova 1995", "Roma-Bari 1983" */
const PLACE_YEAR = /^(\p{Lu}[\p{L}’'. -]{2,40}?)\s((?:1[4-9]|20)\d\d)$/u;
const NAME = /^[\p{Lu}\d]|^(?:il|lo|la|le|i|gli|l[’'])/u;

/**
 * Returns the imprint that the parts end in, pages behind it or not: "Genova, Marea, 1995" names the place first, "Marea,
 * Genova 1995" the house. Null where no year stands there.
 */
export function imprintAtEnd(parts: readonly Part[]): Imprint | null {
  const paged = PAGES.test(parts.at(-1)?.text ?? "");
  const pages = paged ? parts.at(-1)! : null;
  const last = parts.length - (paged ? 2 : 1);
  const end = parts[last];
  if (!end) return null;
  if (YEAR.test(end.text)) {
    const [place, publisher] = [parts[last - 2] ?? null, parts[last - 1] ?? null];
    if (!place || !publisher || !NAME.test(place.text) || !NAME.test(publisher.text)) return null;
    return { place, publisher, year: end, pages, before: last - 2 };
  }
  const both = PLACE_YEAR.exec(end.text);
  if (!both) return null;
  const place = { start: end.start, end: end.start + both[1]!.length };
  const year = { start: end.end - 4, end: end.end };
  const house = parts[last - 1];
  const publisher = house && NAME.test(house.text) ? house : null;
  return { place, publisher, year, pages, before: last - (publisher ? 1 : 0) };
}
