/** A second look at commentary with the trained cutter, for references in shapes that the rules do not know. */
import type { Span } from "../../model.ts";
import { readIbid, readWorkCited } from "./back.ts";
import { fullEvidence, readFull } from "./full.ts";
import { endWithout, type Reading, shift } from "./reading.ts";

/** Cuts a passage into the references it holds. */
export type Cutter = (text: string) => readonly Span[];

export interface Rescued {
  readonly cites: readonly (Span & { readonly reading: Reading })[];
  readonly commentary: readonly Span[];
}

/** Below this many letters and digits nothing is described. */
const LEAST = 12;
/** Stretches longer than this are read in part: commentary of that length is an essay. */
const LONGEST = 4000;

/**
 * Returns the references in stretches of commentary and what is left of them. A stretch the cutter proposes counts
 * only with evidence of its own: an imprint, a date, a shelfmark or a word such as "cit.".
 */
export function rescue(body: string, commentary: readonly Span[], cutter: Cutter): Rescued {
  const cites: (Span & { readonly reading: Reading })[] = [];
  const left: Span[] = [];
  for (const span of commentary) {
    const text = body.slice(span.start, Math.min(span.end, span.start + LONGEST));
    let from = span.start;
    for (const part of likely(text) ? cutter(text) : []) {
      const end = part.start + endWithout(text.slice(part.start, part.end), ".,;:");
      const piece = text.slice(part.start, end);
      const found = readPiece(piece);
      if (!found) continue;
      const start = span.start + part.start;
      if (start > from) left.push({ start: from, end: start });
      cites.push({ start, end: start + found.end, reading: shift(found, start) });
      from = start + found.end;
    }
    if (from < span.end) left.push({ start: from, end: span.end });
  }
  return { cites, commentary: left };
}

/** A year, a shelfmark or a word of citing: without any, no reference is worth looking for. */
const likely = (text: string): boolean =>
  text.length > LEAST && (/\d/.test(text) || /\bcit\.|\bibid|\bivi\b/iu.test(text));

function readPiece(piece: string): Reading | null {
  if (!/^[\p{Lu}“"«„‘@]/u.test(piece) || piece.replace(/[^\p{L}\d]/gu, "").length < LEAST) return null;
  const back = readIbid(piece) ?? readWorkCited(piece);
  if (back) return { ...back, end: piece.length };
  return fullEvidence(piece) === "none" ? null : readFull(piece, false);
}
