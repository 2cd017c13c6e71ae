/**
 * Cuts Markdown at places where no block can go on, so that the parser works on small pieces: what is worse than
 * linear in it stays small. Pieces that only an attack contains are marked to be read as typed.
 */

export interface Chunk {
  readonly start: number;
  readonly text: string;
  /** Too expensive for the parser: to be read as paragraphs of typed text. */
  readonly hostile: boolean;
}

/** Units after which the next safe place ends a piece. */
const wanted = 16_384;
/** A piece without any safe place, as one endless paragraph, is read by the parser up to here. */
const most = 131_072;

/** Whether a line behind an empty one begins a new block: no indent that goes on with an item or note, no tag. */
const fresh = (line: string): boolean => /^[^\s:<]/.test(line);

const fenceOf = (line: string): string | null => /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? null;

/** Returns the pieces in order; together they are the text. Linear. */
export function cut(text: string, from: number): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let start = from;
  let at = from;
  let blank = false;
  let fence: string | null = null;
  let open = false; // an HTML comment runs over empty lines
  const close = (end: number): void => {
    const piece = text.slice(start, end);
    if (piece.trim() !== "") chunks.push({ start, text: piece, hostile: isHostile(piece) });
    start = end;
  };
  while (at < text.length) {
    const next = text.indexOf("\n", at);
    const end = next < 0 ? text.length : next + 1;
    const line = text.slice(at, Math.min(end, at + 400));
    const mark = fenceOf(line);
    if (fence !== null) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = null;
    } else if (!open) {
      if (blank && at - start >= wanted && fresh(line)) close(at);
      if (mark !== null) fence = mark;
    }
    if (fence === null) {
      const comment = line.lastIndexOf("<!--");
      if (comment >= 0) open = true;
      if (open && line.indexOf("-->", Math.max(0, comment)) >= 0) open = false;
    }
    blank = line.trim() === "";
    at = end;
  }
  close(text.length);
  return chunks;
}

/** Bounds beyond which the parser's time grows with the square; an honest text stays far below each. */
function isHostile(piece: string): boolean {
  if (piece.length > most) return true;
  let runs = 0;
  let brackets = 0;
  let underlines = 0;
  let lines = 0;
  for (const line of piece.split("\n")) {
    if (line.trim() === "") runs = brackets = 0;
    runs += line.match(/[*_~]+/g)?.length ?? 0;
    brackets += line.match(/[[\]]/g)?.length ?? 0;
    if (/^ {0,3}(?:=+|-+)\s*$/.test(line)) underlines++;
    if (runs > 1_500 || brackets > 2_000 || underlines > 300 || ++lines > 6_000) return true;
    if ((line.match(/(?<!\\)\|/g)?.length ?? 0) > 500) return true;
    if (/^(?:[ \t]{0,8}(?:[>*+-]|\d{1,9}[.)]|\[\^[^\]\s]{1,60}\]:)){40}/.test(line)) return true;
    if (/^[ \t]{400}/.test(line)) return true;
  }
  return false;
}
