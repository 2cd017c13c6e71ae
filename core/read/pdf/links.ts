/**
 * Which letters a link's rectangle covers, and which line a link leads to. The letters are an estimate, good enough
 * to know what a link says; too rough, and links too often lost in printing, to mark calls in the text by them.
 */
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

interface Letter {
  /** Into the line's text. */
  readonly offset: number;
  /** The middle of the letter. */
  readonly x: number;
  readonly raised: boolean;
}

/** Returns where each letter of the line stands. */
function letters(line: Line): Letter[] {
  const out: Letter[] = [];
  let offset = 0;
  for (const piece of line.pieces) {
    const words = piece.text;
    const bare = words.trimEnd();
    let total = 0;
    for (const letter of bare) total += widthOf(letter);
    let x = piece.x;
    for (let i = 0; i < words.length; i++) {
      const width = i < bare.length ? (widthOf(words[i]!) / (total || 1)) * (piece.end - piece.x) : 0;
      out.push({ offset, x: x + width / 2, raised: piece.lift === "raised" || /[⁰¹²³⁴-⁹⁻]/.test(words[i]!) });
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
  return merge(found);
}

const samePlace = (a: PageLink, b: PageLink): boolean =>
  a.url === b.url &&
  a.place?.page === b.place?.page &&
  a.place?.x === b.place?.x &&
  a.place?.y === b.place?.y;

/** A link in justified text comes as one rectangle for each word. */
function merge(stretches: readonly LineLink[]): LineLink[] {
  const merged: LineLink[] = [];
  for (const stretch of stretches) {
    const last = merged.at(-1);
    const joined =
      last !== undefined &&
      last.line === stretch.line &&
      samePlace(last.link, stretch.link) &&
      stretch.from - last.to <= 3 &&
      /^[\s,]*$/.test(stretch.line.text.slice(last.to, stretch.from));
    if (joined) merged[merged.length - 1] = { ...last, to: Math.max(last.to, stretch.to) };
    else merged.push(stretch);
  }
  return merged;
}

/** The estimate of letters is moved to the nearest edges of words; a rectangle above the baseline means raised letters. */
function snap(line: Line, link: PageLink): { from: number; to: number } | null {
  const all = letters(line);
  const covered = all.filter(({ x }) => x > link.left - 0.5 && x < link.right + 0.5);
  const above = link.bottom < line.y - line.size * 0.1 && covered.some(({ raised }) => raised);
  const inside = above ? covered.filter(({ raised }) => raised) : covered;
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { text } = line;
  let [from, to] = [first.offset, last.offset + 1];
  const isEdge = (at: number): boolean =>
    at <= 0 ||
    at >= text.length ||
    all[at - 1]!.raised !== all[at]!.raised ||
    boundary.test(text[at - 1]!) !== boundary.test(text[at]!);
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

/** How the places of links are turned into places on the page: shown = scale × said + (x, y). */
export interface Shift {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** First number or capital word of a text: what a call and its entry have in common. */
const key = (text: string): string | null =>
  /\d{1,3}(?!\d)|\p{Lu}[\p{L}'’-]+/u.exec(plainDigits(text))?.[0] ?? null;

/** Lines by page and the number or name they open with. */
function openingsOf(linesOf: ReadonlyMap<number, readonly Line[]>): ReadonlyMap<string, readonly Line[]> {
  const openings = new Map<string, Line[]>();
  for (const lines of linesOf.values()) {
    for (const line of lines) {
      const word = opensWith(line);
      if (word === null) continue;
      const at = `${line.page} ${word}`;
      const same = openings.get(at);
      if (same === undefined) openings.set(at, [line]);
      else if (same.length < 8) same.push(line);
    }
  }
  return openings;
}

function opensWith(line: Line): string | null {
  const opening = line.text.slice(0, 40);
  const word = key(opening);
  return word !== null && opening.slice(0, 4).includes(word.slice(0, 3)) ? word : null;
}

/**
 * Returns how the places of links lie to the lines they mean. Chromium counts them without the page's margins and
 * before it shrinks a page to fit; the entries that begin with the words of their call tell scale and distance.
 */
export function shiftOf(
  stretches: readonly LineLink[],
  linesOf: ReadonlyMap<number, readonly Line[]>,
): Shift {
  const openings = openingsOf(linesOf);
  const pairs = new Map<
    string,
    { readonly page: number; readonly x: number | null; readonly y: number; readonly line: Line }
  >();
  for (const { link, line, from, to } of stretches) {
    const { place } = link;
    const word = key(line.text.slice(from, to));
    const found = place === null || word === null ? [] : (openings.get(`${place.page} ${word}`) ?? []);
    if (place !== null && found.length === 1)
      pairs.set(`${place.page} ${place.y} ${place.x}`, { ...place, line: found[0]! });
  }
  const known = [...pairs.values()].sort((a, b) => a.page - b.page || a.y - b.y);
  const top = (line: Line): number => line.y - line.size;
  const slopes: number[] = [];
  for (let i = 0; i < known.length; i++) {
    for (let j = i + 1; j < Math.min(known.length, i + 12); j++) {
      const [a, b] = [known[i]!, known[j]!];
      const apart = b.y - a.y;
      if (a.page === b.page && a.x === b.x && apart > 30) slopes.push((top(b.line) - top(a.line)) / apart);
    }
  }
  const slope = slopes.length < 3 ? 1 : median(slopes);
  const scale = Math.abs(slope - 1) < 0.02 || slope < 0.3 || slope > 3 ? 1 : slope;
  const y = median(known.map((pair) => top(pair.line) - scale * pair.y));
  const x = median(known.flatMap((pair) => (pair.x === null ? [] : [pair.line.left - scale * pair.x])));
  const good = known.filter(
    (pair) => Math.abs(top(pair.line) - scale * pair.y - y) < pair.line.size * 1.5,
  ).length;
  return known.length < 3 || good * 2 < known.length ? { scale: 1, x: 0, y: 0 } : { scale, x, y };
}

/**
 * Returns the line a place leads to, at its side of the page: of those near it the one that begins as the call's
 * words do, else the nearest. Null when none is near.
 */
export function lineAt(
  place: NonNullable<PageLink["place"]>,
  shift: Shift,
  words: string,
  lines: readonly Line[],
): Line | null {
  const x = place.x === null ? null : shift.scale * place.x + shift.x;
  const y = shift.scale * place.y + shift.y;
  const word = key(words);
  let best: Line | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (x !== null && (line.right < x - 6 || line.left > x + 90)) continue;
    const below = line.y - line.size - y;
    if (Math.abs(below) > line.size * 4) continue;
    const named = word !== null && opensWith(line) === word;
    const far = Math.abs(below) + (below < -line.size * 0.8 ? line.size : 0) + (named ? 0 : line.size * 8);
    if (far < distance) {
      best = line;
      distance = far;
    }
  }
  return best;
}
