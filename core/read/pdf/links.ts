/** Which letters a link's rectangle covers, and which line a link leads to. */
import { plainDigits } from "../labels.ts";
import { type Line, median } from "./lines.ts";
import type { Page, PageLink } from "./page.ts";

/** A link on a stretch of a line's text. */
export interface LineLink {
  readonly line: Line;
  /** Offsets into the line's text. */
  readonly from: number;
  readonly to: number;
  readonly link: PageLink;
}

/** Widths of letters in thousandths of the size, roughly as in Times; the piece's own width sets the scale. */
function widthOf(letter: string): number {
  if (/[iljt.,;:'’‘|!()[\]f\s]/.test(letter)) return 300;
  if (/[mwMW—]/.test(letter)) return 800;
  if (/\p{Lu}/u.test(letter)) return 680;
  return 480;
}

/** Returns where each letter of the line stands: offset into the text and the middle of the letter. */
function letters(line: Line): { readonly offset: number; readonly x: number }[] {
  const out: { offset: number; x: number }[] = [];
  let offset = 0;
  for (const piece of line.pieces) {
    const words = piece.text;
    const bare = words.replace(/ $/, "");
    let total = 0;
    for (const letter of bare) total += widthOf(letter);
    let x = piece.x;
    for (let i = 0; i < words.length; i++) {
      const width = i < bare.length ? (widthOf(words[i]!) / (total || 1)) * (piece.end - piece.x) : 0;
      out.push({ offset, x: x + width / 2 });
      offset++;
      x += width;
    }
  }
  return out;
}

const boundary = /[\s[\](),;–—-]/;

/** Returns the stretches of text that links on the page cover, a link over two lines giving two. */
export function coveredText(page: Page, lines: readonly Line[]): LineLink[] {
  const byBand = new Map<number, Line[]>();
  for (const line of lines) {
    const band = Math.floor(line.y / 20);
    const list = byBand.get(band);
    if (list) list.push(line);
    else byBand.set(band, [line]);
  }
  const found: LineLink[] = [];
  for (const link of page.links) {
    if (link.right - link.left < 1 || link.bottom - link.top > 400) continue;
    for (let band = Math.floor((link.top - 10) / 20); band <= Math.floor((link.bottom + 10) / 20); band++) {
      for (const line of byBand.get(band) ?? []) {
        const middle = (link.top + link.bottom) / 2;
        // The middle of the rectangle lies between the foot of the line and the top of its raised letters.
        if (middle > line.y + line.size * 0.2 || middle < line.y - line.size * 1.1) continue;
        if (line.right < link.left || line.left > link.right) continue;
        const stretch = snap(line, link);
        if (stretch !== null) found.push({ line, link, ...stretch });
      }
    }
  }
  return found;
}

/** The estimate of letters is moved to the nearest edges of words. */
function snap(line: Line, link: PageLink): { from: number; to: number } | null {
  const inside = letters(line).filter(({ x }) => x > link.left - 0.5 && x < link.right + 0.5);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { text } = line;
  let [from, to] = [first.offset, last.offset + 1];
  const isEdge = (at: number): boolean =>
    at <= 0 || at >= text.length || boundary.test(text[at - 1]!) !== boundary.test(text[at]!);
  for (let step = 0; step <= 3; step++) {
    const near = [from - step, from + step].find((at) => at >= 0 && at < to && isEdge(at));
    if (near !== undefined) {
      from = near;
      break;
    }
  }
  for (let step = 0; step <= 3; step++) {
    const near = [to + step, to - step].find((at) => at > from && at <= text.length && isEdge(at));
    if (near !== undefined) {
      to = near;
      break;
    }
  }
  while (from < to && /[\s,;]/.test(text[from]!)) from++;
  while (to > from && /[\s,;]/.test(text[to - 1]!)) to--;
  return to > from ? { from, to } : null;
}

export interface Shift {
  readonly x: number;
  readonly y: number;
}

/** First number or capital word of a text: what a call and its entry have in common. */
const key = (text: string): string | null =>
  /\d{1,3}(?!\d)|\p{Lu}[\p{L}'’-]+/u.exec(plainDigits(text))?.[0] ?? null;

/**
 * Returns how far the places of links lie from the lines they mean. Some printers count places without the page's
 * margins (Chromium does); the entries that begin with the words of their call tell the distance.
 */
export function shiftOf(
  stretches: readonly LineLink[],
  linesOf: ReadonlyMap<number, readonly Line[]>,
): Shift {
  const openings = new Map<string, Line[]>();
  for (const lines of linesOf.values()) {
    for (const line of lines) {
      const found = key(line.text.slice(0, 40));
      if (found === null || !line.text.slice(0, 4).includes(found.slice(0, 3))) continue;
      const at = `${line.page} ${found}`;
      const same = openings.get(at);
      if (same === undefined) openings.set(at, [line]);
      else if (same.length < 8) same.push(line);
    }
  }
  const pairs: Shift[] = [];
  let total = 0;
  for (const { link, line, from, to } of stretches) {
    const word = key(line.text.slice(from, to));
    if (link.place === null || word === null) continue;
    total++;
    for (const opening of openings.get(`${link.place.page} ${word}`) ?? []) {
      pairs.push({
        x: link.place.x === null ? 0 : opening.left - link.place.x,
        y: opening.y - opening.size - link.place.y,
      });
    }
  }
  const votes = new Map<string, Shift[]>();
  for (const pair of pairs) {
    const cell = `${Math.round(pair.y / 12)} ${Math.round(pair.x / 24)}`;
    const same = votes.get(cell);
    if (same) same.push(pair);
    else votes.set(cell, [pair]);
  }
  const best = [...votes.values()].sort((a, b) => b.length - a.length)[0];
  if (best === undefined || best.length < 3 || best.length * 4 < total) return { x: 0, y: 0 };
  return { x: median(best.map(({ x }) => x)), y: median(best.map(({ y }) => y)) };
}

/** Returns the line a place leads to: the one whose top is nearest, at its side of the page; null when none is near. */
export function lineAt(
  place: NonNullable<PageLink["place"]>,
  shift: Shift,
  lines: readonly Line[],
): Line | null {
  const x = place.x === null ? null : place.x + shift.x;
  const y = place.y + shift.y;
  let best: Line | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (x !== null && (line.right < x - 6 || line.left > x + 90)) continue;
    const below = line.y - line.size - y;
    const far = Math.abs(below) + (below < -line.size * 0.8 ? line.size : 0);
    if (far < distance) {
      best = line;
      distance = far;
    }
  }
  return best !== null && distance < best.size * 4 ? best : null;
}
