/** Joins the lines of a document into pieces: one heading, paragraph, list item or row each. Keeps all characters. */
import type { Block, BlockKind, Document, Span } from "../../model.ts";
import { isTornPlace } from "../../torn-place.ts";
import { blank, cutLines, isFull, isRule, type Line, mayHoldRows, wrapWidth } from "./lines.ts";
import { readMargin } from "./margin.ts";
import { runningLines } from "./running-lines.ts";

/** A run of lines that belong together, by index into `Layout.lines`, half-open. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** First and last character of its words, half-open. */
  readonly start: number;
  readonly end: number;
  /** What the format says it is; `text` where it does not say. */
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly row: boolean;
  /** A blank line or a rule stands in front of it, or a page or a block begins with it. */
  readonly apart: boolean;
}

/** A piece of running text with what it was found to be. */
export interface KindedPiece extends Span {
  readonly piece: Piece;
  readonly kind: BlockKind;
}

export interface Layout {
  readonly lines: readonly Line[];
  readonly pieces: readonly Piece[];
  /** Width at which lines were broken, or null. */
  readonly width: number | null;
  /** The line's block is no running text for certain: a heading, a table, a note the format names. */
  readonly settled: (line: number) => boolean;
  /** A block begins with the line. */
  readonly opens: (line: number) => boolean;
}

const bullet = /[-–—•●▪◦*·‣►]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s|\[\d{1,4}\]/y;

/** True where a list item's sign or number stands at the offset. */
export function opensItem(text: string, at: number): boolean {
  bullet.lastIndex = at;
  return bullet.test(text);
}

/** Returns where the words of a piece begin: behind the sign or number of a list item. */
export function wordsStart(text: string, piece: Piece, kind: BlockKind): number {
  if (kind !== "list-item" || !opensItem(text, piece.start)) return piece.start;
  let words = bullet.lastIndex;
  while (words < piece.end && /\s/.test(text.charAt(words))) words++;
  return words < piece.end ? words : piece.start;
}

/** Kinds under which a reader may hand over the entries of a list it did not recognise. */
const OPEN_KINDS: ReadonlySet<BlockKind> = new Set(["text", "paragraph", "list-item"]);

/** Returns the layout of a document: lines of `text` blocks are joined, blocks of any other kind are kept whole. */
export function layOut(document: Document): Layout {
  const { text } = document;
  const blocks: readonly Block[] =
    document.blocks.length > 0 ? document.blocks : [{ start: 0, end: text.length, kind: "text" }];
  const lines: Line[] = [];
  const owner: number[] = [];
  const rows = mayHoldRows(text);
  blocks.forEach((block, b) => {
    for (const line of cutLines(text, block, rows)) {
      lines.push(line);
      owner.push(b);
    }
  });
  const plain = lines.filter((_, i) => blocks[owner[i]!]!.kind === "text");
  const width = wrapWidth(text, plain);
  const running = runningLines(text, lines);
  const margin = readMargin(text, lines);
  const parted = (line: number): boolean => running.has(line) || running.has(line - 1);
  const pieces: Piece[] = [];
  for (let i = 0; i < lines.length; ) {
    if (blank(lines[i]!)) {
      i++;
      continue;
    }
    const block = blocks[owner[i]!]!;
    let to = i + 1;
    if (block.kind === "text") {
      while (
        to < lines.length &&
        owner[to] === owner[i] &&
        !parted(to) &&
        (margin[to] === null ? joins(text, lines[to - 1]!, lines[to]!, width) : margin[to] === "goes-on")
      )
        to++;
    } else {
      while (to < lines.length && owner[to] === owner[i]) to++;
      while (blank(lines[to - 1]!)) to--;
    }
    pieces.push({
      from: i,
      to,
      start: lines[i]!.first,
      end: lines[to - 1]!.last,
      kind: block.kind,
      level: block.level ?? null,
      row: block.kind === "table-row" || (block.kind === "text" && lines[i]!.row),
      apart:
        i === 0 ||
        owner[i - 1] !== owner[i] ||
        blank(lines[i - 1]!) ||
        lines[i]!.newPage ||
        isRule(text, lines[i - 1]!),
    });
    i = to;
  }
  return {
    lines,
    pieces,
    width,
    settled: (line) => !OPEN_KINDS.has(blocks[owner[line]!]!.kind),
    opens: (line) => line === 0 || owner[line - 1] !== owner[line],
  };
}

function joins(text: string, a: Line, b: Line, width: number | null): boolean {
  if (blank(b) || a.row || b.row || b.newPage || isRule(text, a) || isRule(text, b)) return false;
  const full = width !== null && isFull(text, a, b, width);
  const item = opensItem(text, b.first) && !isTorn(text, a, b);
  if (full && !(item && /[.!?]/.test(text.charAt(a.last - 1)))) return true;
  if (insideGroup(text, a, b)) return true;
  if (item) return false;
  // Ragged lines of a wrapped paragraph: only an empty line or a very short one ends it.
  if (width !== null) return a.last - a.first >= width / 2;
  const goesOn = /\p{Ll}/u.test(text.charAt(b.first)) && !/[.!?:;|>]/.test(text.charAt(a.last - 1));
  return goesOn && a.last - a.first >= 30;
}

/** "Tanner et al." before "[15] placed": words that go on, and a marker. */
const GOES_ON = /(?:^|[\s(])(?:et\s+al|e\.\s?g|i\.\s?e|cf|vs|[Ff]igs?|[Rr]efs?|[Ee]qs?|approx|ca)\.$/;
const MARKER_INSIDE = /^\[\d{1,4}\](?:\s?[,–-]\s?\[\d{1,4}\])*[,;]?\s+\p{Ll}/u;

/** "511 Ersatzmittel, u." before "a. aus Rüben", "p." before "3.": one abbreviation, a place, and no item. */
const isTorn = (text: string, a: Line, b: Line): boolean =>
  (GOES_ON.test(text.slice(Math.max(a.first, a.last - 12), a.last)) &&
    MARKER_INSIDE.test(text.slice(b.first, Math.min(b.last, b.first + 40)))) ||
  isTornPlace(text.slice(Math.max(a.first, a.last - 12), a.last), text.slice(b.first, b.first + 1)) ||
  (/(?:^|[\s(])\p{Ll}\.$/u.test(text.slice(Math.max(a.first, a.last - 3), a.last)) &&
    /^\p{Ll}\./u.test(text.slice(b.first, b.first + 2)));

/** `… ca. 1850 [2–` before `4]. A similar rise`: the line ends inside a group of numbers. */
function insideGroup(text: string, a: Line, b: Line): boolean {
  const end = text.slice(Math.max(a.first, a.last - 40), a.last);
  return (
    /[[(]\d[\d\s,;–-]*$/.test(end) &&
    /^\d[\d\s,;–-]*[\])]/.test(text.slice(b.first, Math.min(b.last, b.first + 40)))
  );
}
