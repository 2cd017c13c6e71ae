/**
 * What surrounds each token of a reference: quotes and brackets, the nearest key words, the stretches between
 * separators and what they are made of, the style of the whole string.
 */
import { GAZETTEER } from "./gazetteer.ts";
import { bucket, hashRange, mix } from "./hashing.ts";
import { SHAPE, shapeOf } from "./shape.ts";
import type { Tokens } from "./tokens.ts";
import { KEY } from "./words.ts";

/** What each token is by itself. */
export interface Words {
  readonly word: Int32Array;
  readonly shape: Uint8Array;
  /** Class of the key word, 0 where it is none. */
  readonly key: Uint8Array;
  /** Lists the word is in: place, given name, publisher. */
  readonly listed: Uint8Array;
  readonly prefix: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  /** 1: a blank before, 2: a blank behind. */
  readonly space: Uint8Array;
}

/** Returns the words of a string. */
export function readWords(tokens: Tokens): Words {
  const { raw, count: n, start, end } = tokens;
  const out = {
    word: new Int32Array(n),
    shape: new Uint8Array(n),
    key: new Uint8Array(n),
    listed: new Uint8Array(n),
    prefix: new Int32Array(n),
    suffix2: new Int32Array(n),
    suffix3: new Int32Array(n),
    space: new Uint8Array(n),
  };
  for (let i = 0; i < n; i++) {
    const a = start[i]!;
    const b = end[i]!;
    const s = shapeOf(raw, a, b);
    out.shape[i] = s;
    out.space[i] = (i === 0 || end[i - 1]! < a ? 1 : 0) + (i + 1 === n || start[i + 1]! > b ? 2 : 0);
    if (s === SHAPE.url || s === SHAPE.doi) {
      out.word[i] = s;
      continue;
    }
    const lower = raw.slice(a, b).toLowerCase();
    const m = lower.length;
    out.word[i] = hashRange(lower, 0, m);
    // A lone capital is an initial, whatever the small letter abbreviates; "S." is a page in German.
    out.key[i] = s === SHAPE.initial && lower !== "s" ? 0 : (KEY.get(lower) ?? 0);
    if (s === SHAPE.title || s === SHAPE.caps || s === SHAPE.caps2) out.listed[i] = GAZETTEER.get(lower) ?? 0;
    if (m > 2) {
      out.prefix[i] = hashRange(lower, 0, 3);
      out.suffix2[i] = hashRange(lower, m - 2, m);
    }
    if (m > 3) out.suffix3[i] = hashRange(lower, m - 3, m);
  }
  return out;
}

/** Returns class × 16 + distance of the nearest key word to the left and to the right of each token. */
export function nearestKeys(key: Uint8Array): { readonly left: Int32Array; readonly right: Int32Array } {
  const n = key.length;
  const left = new Int32Array(n);
  const right = new Int32Array(n);
  for (let i = 0, at = -1; i < n; i++) {
    left[i] = at < 0 ? 0 : key[at]! * 16 + bucket(i - at);
    if (key[i]! > 0) at = i;
  }
  for (let i = n - 1, at = -1; i >= 0; i--) {
    right[i] = at < 0 ? 0 : key[at]! * 16 + bucket(at - i);
    if (key[i]! > 0) at = i;
  }
  return { left, right };
}

const CLOSES: Readonly<Record<string, string>> = { '"': '"', "“": "”", "„": "”", "«": "»" };

/** Returns per token: 1 opens a quotation, 2 inside, 3 closes it, 4 behind one, 0 before any; and the bracket depth. */
export function enclosures(
  tokens: Tokens,
  words: Words,
): { readonly quote: Uint8Array; readonly bracket: Uint8Array } {
  const { raw, count: n, start } = tokens;
  const { shape, space } = words;
  const quote = new Uint8Array(n);
  const bracket = new Uint8Array(n);
  let closed = 0;
  let depth = 0;
  let open = "";
  for (let i = 0; i < n; i++) {
    const c = raw[start[i]!]!;
    if (shape[i] === SHAPE.quote) {
      const clear = CLOSES[c] !== undefined;
      if (open === "" && (clear || ("‘'`".includes(c) && (space[i]! & 1) === 1))) {
        open = CLOSES[c] ?? "’";
        quote[i] = 1;
        continue;
      }
      const apostrophe = open === "’" && c === "'" && (space[i]! & 2) === 2;
      if (open !== "" && (c === open || (open === "”" && c === "“") || apostrophe)) {
        open = "";
        closed++;
        quote[i] = 3;
        continue;
      }
    }
    if (shape[i] === SHAPE.open) depth = Math.min(3, depth + 1);
    quote[i] = open !== "" ? 2 : closed > 0 ? 4 : 0;
    bracket[i] = depth;
    if (shape[i] === SHAPE.close) depth = Math.max(0, depth - 1);
  }
  return { quote, bracket };
}

/** Stretches of tokens: the number of the one each token is in, and where each begins (with the end as last entry). */
export interface Stretches {
  readonly of: Int32Array;
  readonly starts: readonly number[];
}

/** Returns the stretches between any separators, and those between full stops that end a sentence, and quotations. */
export function stretches(
  tokens: Tokens,
  words: Words,
  quote: Uint8Array,
): { readonly fine: Stretches; readonly coarse: Stretches } {
  const { count: n, start, end } = tokens;
  const { shape, space } = words;
  const fine = new Int32Array(n);
  const coarse = new Int32Array(n);
  const fineStarts: number[] = [];
  const coarseStarts: number[] = [];
  let freshFine = true;
  let freshCoarse = true;
  for (let i = 0; i < n; i++) {
    if (freshFine) fineStarts.push(i);
    if (freshCoarse) coarseStarts.push(i);
    fine[i] = fineStarts.length - 1;
    coarse[i] = coarseStarts.length - 1;
    const s = shape[i]!;
    const next = i + 1 < n ? shape[i + 1]! : 0;
    freshFine = (s >= SHAPE.stop && s <= SHAPE.quote && s !== SHAPE.open) || next === SHAPE.open;
    freshCoarse = quote[i] === 3 || s === SHAPE.semicolon || (i + 1 < n && quote[i + 1] === 1);
    if (s === SHAPE.stop && (space[i]! & 2) === 2 && i > 0) {
      const p = shape[i - 1]!;
      const short = p === SHAPE.title && end[i - 1]! - start[i - 1]! < 4;
      if (p !== SHAPE.initial && p !== SHAPE.caps2 && next !== SHAPE.lower && next !== SHAPE.comma && !short)
        freshCoarse = true;
    }
  }
  fineStarts.push(n);
  coarseStarts.push(n);
  return { fine: { of: fine, starts: fineStarts }, coarse: { of: coarse, starts: coarseStarts } };
}

/** Returns for each fine stretch a number that says what it is made of, and one for the lists its words are in. */
export function fineSignatures(
  words: Words,
  starts: readonly number[],
): { readonly sign: Int32Array; readonly listed: Int32Array } {
  const sign = new Int32Array(starts.length);
  const listed = new Int32Array(starts.length);
  for (let f = 0; f + 1 < starts.length; f++) {
    const c = countShapes(words, starts[f]!, starts[f + 1]!);
    sign[f] =
      Math.min(3, c.initials) +
      4 * Math.min(3, c.capitals) +
      16 * Math.min(2, c.numbers) +
      48 * Math.min(1, c.years) +
      96 * Math.min(3, c.smalls) +
      384 * c.firstKey;
    listed[f] = c.listed * 8 + words.listed[starts[f]!]!;
  }
  return { sign, listed };
}

/** Returns for each coarse stretch a number that says what it is made of. */
export function coarseSignatures(words: Words, starts: readonly number[]): Int32Array {
  const sign = new Int32Array(starts.length);
  for (let k = 0; k + 1 < starts.length; k++) {
    const c = countShapes(words, starts[k]!, starts[k + 1]!);
    sign[k] =
      (c.initials > 2 ? 2 : c.initials > 0 ? 1 : 0) +
      3 * Math.min(2, c.commas) +
      9 * Math.min(2, c.numbers) +
      27 * Math.min(1, c.years) +
      54 * (c.smalls > 4 ? 3 : c.smalls > 1 ? 2 : c.smalls) +
      216 * Math.min(4, bucket(starts[k + 1]! - starts[k]!) >> 1);
  }
  return sign;
}

interface Counts {
  readonly initials: number;
  readonly capitals: number;
  readonly smalls: number;
  readonly numbers: number;
  readonly years: number;
  readonly commas: number;
  readonly firstKey: number;
  readonly listed: number;
}

function countShapes(words: Words, from: number, to: number): Counts {
  let initials = 0;
  let capitals = 0;
  let smalls = 0;
  let numbers = 0;
  let years = 0;
  let commas = 0;
  let firstKey = 0;
  let listed = 0;
  for (let i = from; i < to; i++) {
    const s = words.shape[i]!;
    if (s === SHAPE.initial || s === SHAPE.caps2) initials++;
    else if (s === SHAPE.title || s === SHAPE.caps || s === SHAPE.mixed) capitals++;
    else if (s === SHAPE.lower) smalls++;
    else if (s === SHAPE.year) years++;
    else if (s >= SHAPE.d1 && s <= SHAPE.long) numbers++;
    else if (s === SHAPE.comma) commas++;
    if (firstKey === 0) firstKey = words.key[i]!;
    listed |= words.listed[i]!;
  }
  return { initials, capitals, smalls, numbers, years, commas, firstKey, listed };
}

/** What the whole string looks like: where the year stands, how it opens, whether it quotes. */
export interface Style {
  readonly firstYear: number;
  readonly yearPlace: number;
  readonly opening: number;
  readonly style: number;
}

/** Returns the style of the string. */
export function styleOf(words: Words, quote: Uint8Array, bracket: Uint8Array): Style {
  const { shape, key } = words;
  const n = shape.length;
  const firstYear = shape.indexOf(SHAPE.year);
  const share = firstYear / n;
  const place = share < 0.25 ? 1 : share < 2 / 3 ? 2 : share < 0.9 ? 3 : 4;
  const yearPlace = firstYear < 0 ? 0 : place + (bracket[firstYear]! > 0 ? 4 : 0);
  let opening = 0;
  for (let i = 0; i < Math.min(n, 6); i++) opening = mix(opening, shape[i]!);
  let semicolons = 0;
  let quoted = 0;
  let inWord = 0;
  for (let i = 0; i < n; i++) {
    if (shape[i] === SHAPE.semicolon) semicolons++;
    if (quote[i] === 3) quoted = 1;
    if (key[i] === 1 && shape[i] !== SHAPE.lower) inWord = 1;
  }
  return {
    firstYear,
    yearPlace,
    opening,
    style: yearPlace * 12 + quoted * 6 + inWord * 3 + Math.min(2, semicolons),
  };
}
