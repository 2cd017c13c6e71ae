/**
 * Tells where a page's end cuts a sentence: its notes, its foot and the next page's head stand between the halves. Only
 * what cannot end or begin a sentence is put together.
 */
import type { Marker, Span } from "../model.ts";
import type { KindedPiece } from "./layout/pieces.ts";
import { withoutMarkers } from "./marked-words.ts";

/** A piece with its sentences and the markers that begin in it. */
export interface CutPiece extends KindedPiece {
  readonly spans: readonly Span[];
  readonly inside: readonly Marker[];
}

export interface Continuations {
  /** By the place of a piece whose last sentence is cut: the piece that begins with the rest of it. */
  readonly restOf: ReadonlyMap<number, CutPiece>;
  /** The places of pieces that begin so. */
  readonly goesOn: ReadonlySet<number>;
}

const endsInWord = /[\p{L}\d]{2}[,;]?$/u;
/** Longer words break off nowhere. */
const LOOK = 120;
const LEAST_WORDS = 3;

/** Whether the words break off: behind some words of their own, where no sentence ends. */
export function isCutOff(words: string): boolean {
  if (!endsInWord.test(words.slice(-5))) return false;
  return words.slice(-LOOK).trimStart().split(/\s+/, LEAST_WORDS).length === LEAST_WORDS;
}

/** Whether the words go on where others broke off. */
export const startsSmall = (words: string): boolean => /^\p{Ll}/u.test(words);

/** Returns the pieces of running text that go on behind a page's end. Linear. */
export function continuations(text: string, pieces: readonly CutPiece[]): Continuations {
  const restOf = new Map<number, CutPiece>();
  const goesOn = new Set<number>();
  let last = -1;
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind === "chrome") continue;
    const before = pieces[last];
    const cut = before !== undefined && !(goesOn.has(last) && before.spans.length === 1);
    if (cut && isRunning(piece) && continues(text, before, piece)) {
      restOf.set(last, piece);
      goesOn.add(i);
    }
    last = isRunning(piece) ? i : -1;
  }
  return { restOf, goesOn };
}

/** Something stands between the two, one breaks off and the other begins in small letters. */
const continues = (text: string, before: CutPiece, piece: CutPiece): boolean =>
  startsSmall(text.slice(piece.start, piece.start + 2)) &&
  text.slice(before.end, piece.start).trim() !== "" &&
  isCut(text, before);

const isRunning = ({ kind, spans }: CutPiece): boolean =>
  (kind === "paragraph" || kind === "text") && spans.length > 0;

/** Whether the last sentence of the piece breaks off. */
function isCut(text: string, { spans, inside }: CutPiece): boolean {
  const last = spans.at(-1)!;
  const own = inside.filter((marker) => marker.start >= last.start);
  return isCutOff(withoutMarkers(text, last, own));
}
