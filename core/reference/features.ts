/**
 * Observations of each token as 32-bit hashes: the word and its shape, neighbours, nearest key words, quotes and
 * brackets, the stretch between separators, the place in the string and the style of the whole.
 */

import { GAZETTEER } from "./gazetteer.ts";
import type { Tokens } from "./tokens.ts";
import { KEY } from "./words.ts";

/** Observations of a string: `width` hashes per token, 0 where a template does not apply. */
export interface Observations {
  readonly count: number;
  readonly width: number;
  readonly hashes: Int32Array;
}

const NONE = 0x51ed270b | 0;

function mix(a: number, b: number): number {
  let h = Math.imul(a ^ (b + 0x9e3779b9), 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hashRange(s: string, from: number, to: number): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) {
    const c = s.charCodeAt(i);
    h = Math.imul(h ^ (c >= 48 && c <= 57 ? 48 : c), 0x01000193);
  }
  return h ^ (h >>> 15);
}

const enum_ = {
  lower: 1,
  title: 2,
  initial: 3,
  caps2: 4,
  caps: 5,
  mixed: 6,
  cjk: 7,
  d1: 8,
  d2: 9,
  d3: 10,
  d4: 11,
  year: 12,
  long: 13,
  url: 14,
  doi: 15,
  tag: 16,
  other: 17,
  roman: 18,
  lower1: 19,
  stop: 20,
  comma: 21,
  semicolon: 22,
  colon: 23,
  open: 24,
  close: 25,
  quote: 26,
  dash: 27,
  slash: 28,
  amp: 29,
  punct: 30,
} as const;

function shapeOf(raw: string, a: number, b: number): number {
  const c = raw.charCodeAt(a);
  const n = b - a;
  if (c >= 48 && c <= 57) {
    if (n > 4 && raw[a + 2] === ".") return enum_.doi;
    if (n === 1) return enum_.d1;
    if (n === 2) return enum_.d2;
    if (n === 3) return enum_.d3;
    if (n > 4) return enum_.long;
    const y = Number(raw.slice(a, b));
    return y >= 1500 && y <= 2029 ? enum_.year : enum_.d4;
  }
  if (n > 6 && /^(?:https?:|ftp:|www\.)/i.test(raw.slice(a, a + 6))) return enum_.url;
  if (c === 60 && n > 2) return enum_.tag;
  if ((c >= 0x2e80 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7af)) return enum_.cjk;
  switch (raw[a]) {
    case ".":
      return enum_.stop;
    case ",":
      return enum_.comma;
    case ";":
      return enum_.semicolon;
    case ":":
      return enum_.colon;
    case "(":
    case "[":
    case "{":
    case "<":
      return enum_.open;
    case ")":
    case "]":
    case "}":
    case ">":
      return enum_.close;
    case '"':
    case "“":
    case "”":
    case "„":
    case "«":
    case "»":
    case "'":
    case "‘":
    case "’":
    case "`":
      return enum_.quote;
    case "-":
    case "–":
    case "—":
    case "‐":
    case "−":
      return enum_.dash;
    case "/":
      return enum_.slash;
    case "&":
      return enum_.amp;
  }
  const word = raw.slice(a, b);
  const lower = word.toLowerCase();
  const upper = word.toUpperCase();
  if (lower === upper) return enum_.punct;
  if (word === lower) {
    if (n === 1) return enum_.lower1;
    return /^[ivxlc]+$/.test(word) ? enum_.roman : enum_.lower;
  }
  if (word === upper) return n === 1 ? enum_.initial : n <= 3 ? enum_.caps2 : enum_.caps;
  return word.slice(1) === lower.slice(1) ? enum_.title : enum_.mixed;
}

const bucket = (n: number): number => (n < 6 ? n : n < 8 ? 6 : n < 12 ? 7 : n < 20 ? 8 : n < 40 ? 9 : 10);

/** Returns the observations of the tokens. Linear in their number. */
export function observe(tokens: Tokens): Observations {
  const { raw, count: n, start, end } = tokens;
  const word = new Int32Array(n);
  const shape = new Uint8Array(n);
  const key = new Uint8Array(n);
  const gaz = new Uint8Array(n);
  const pre3 = new Int32Array(n);
  const suf2 = new Int32Array(n);
  const suf3 = new Int32Array(n);
  const space = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const a = start[i]!;
    const b = end[i]!;
    const s = shapeOf(raw, a, b);
    shape[i] = s;
    if (s === enum_.url || s === enum_.doi) word[i] = s;
    else {
      const lower = raw.slice(a, b).toLowerCase();
      const m = lower.length;
      word[i] = hashRange(lower, 0, m);
      // A lone capital is an initial, whatever the small letter abbreviates; "S." is a page in German.
      key[i] = s === enum_.initial && lower !== "s" ? 0 : (KEY.get(lower) ?? 0);
      if (s === enum_.title || s === enum_.caps || s === enum_.caps2) gaz[i] = GAZETTEER.get(lower) ?? 0;
      pre3[i] = m > 2 ? hashRange(lower, 0, 3) : 0;
      suf3[i] = m > 3 ? hashRange(lower, m - 3, m) : 0;
      suf2[i] = m > 2 ? hashRange(lower, m - 2, m) : 0;
    }
    space[i] = (i === 0 || end[i - 1]! < a ? 1 : 0) + (i + 1 === n || start[i + 1]! > b ? 2 : 0);
  }

  // Nearest key word to either side, with its distance.
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

  // Quotes and brackets.
  const quote = new Uint8Array(n);
  const bracket = new Uint8Array(n);
  let closedQuotes = 0;
  let depth = 0;
  let open = "";
  for (let i = 0; i < n; i++) {
    const c = raw[start[i]!]!;
    if (shape[i] === enum_.quote) {
      if (
        open === "" &&
        /["“„«‘'`]/.test(c) &&
        (c === '"' || c === "“" || c === "«" || c === "„" || (space[i]! & 1) === 1)
      ) {
        open = c === '"' ? '"' : c === "“" || c === "„" ? "”" : c === "«" ? "»" : "’";
        quote[i] = 1;
        continue;
      }
      if (
        open !== "" &&
        (c === open || (open === "”" && c === "“") || (open === "’" && c === "'" && (space[i]! & 2) === 2))
      ) {
        open = "";
        closedQuotes++;
        quote[i] = 3;
        continue;
      }
    }
    if (shape[i] === enum_.open) depth = Math.min(3, depth + 1);
    quote[i] = open !== "" ? 2 : closedQuotes > 0 ? 4 : 0;
    bracket[i] = depth;
    if (shape[i] === enum_.close) depth = Math.max(0, depth - 1);
  }

  // Stretches between separators: fine (any separator) and coarse (full stops that end a sentence, quotes).
  const fine = new Int32Array(n);
  const coarse = new Int32Array(n);
  const fineStart: number[] = [];
  const coarseStart: number[] = [];
  for (let i = 0, f = -1, c = -1, freshF = true, freshC = true; i < n; i++) {
    if (freshF) {
      f++;
      fineStart.push(i);
      freshF = false;
    }
    if (freshC) {
      c++;
      coarseStart.push(i);
      freshC = false;
    }
    fine[i] = f;
    coarse[i] = c;
    const s = shape[i]!;
    if (s >= enum_.stop && s <= enum_.quote && s !== enum_.open) freshF = true;
    if (i + 1 < n && shape[i + 1] === enum_.open) freshF = true;
    if (s === enum_.stop && (space[i]! & 2) === 2 && i > 0) {
      const p = shape[i - 1]!;
      const q = i + 1 < n ? shape[i + 1]! : 0;
      if (
        p !== enum_.initial &&
        p !== enum_.caps2 &&
        q !== enum_.lower &&
        q !== enum_.comma &&
        !(p === enum_.title && end[i - 1]! - start[i - 1]! < 4)
      )
        freshC = true;
    }
    if (quote[i] === 3 || s === enum_.semicolon) freshC = true;
    if (i + 1 < n && quote[i + 1] === 1) freshC = true;
  }
  fineStart.push(n);
  coarseStart.push(n);

  // What a fine stretch is made of, as a small signature.
  const fineSign = new Int32Array(fineStart.length);
  for (let f = 0; f + 1 < fineStart.length; f++) {
    const a = fineStart[f]!;
    const b = fineStart[f + 1]!;
    let initials = 0;
    let words = 0;
    let numbers = 0;
    let years = 0;
    let lowers = 0;
    let keys = 0;
    for (let i = a; i < b; i++) {
      const s = shape[i]!;
      if (s === enum_.initial || s === enum_.caps2) initials++;
      else if (s === enum_.title || s === enum_.caps || s === enum_.mixed) words++;
      else if (s === enum_.lower) lowers++;
      else if (s === enum_.year) years++;
      else if (s >= enum_.d1 && s <= enum_.long) numbers++;
      if (key[i]! > 0 && keys === 0) keys = key[i]!;
    }
    fineSign[f] =
      Math.min(3, initials) +
      4 * Math.min(3, words) +
      16 * Math.min(2, numbers) +
      48 * Math.min(1, years) +
      96 * Math.min(3, lowers) +
      384 * keys;
  }
  const fineGaz = new Int32Array(fineStart.length);
  for (let f = 0; f + 1 < fineStart.length; f++) {
    let all = 0;
    for (let i = fineStart[f]!; i < fineStart[f + 1]!; i++) all |= gaz[i]!;
    fineGaz[f] = all * 8 + gaz[fineStart[f]!]!;
  }
  const coarseSign = new Int32Array(coarseStart.length);
  for (let c = 0; c + 1 < coarseStart.length; c++) {
    const a = coarseStart[c]!;
    const b = coarseStart[c + 1]!;
    let initials = 0;
    let commas = 0;
    let numbers = 0;
    let years = 0;
    let lowers = 0;
    for (let i = a; i < b; i++) {
      const s = shape[i]!;
      if (s === enum_.initial || s === enum_.caps2) initials++;
      else if (s === enum_.lower) lowers++;
      else if (s === enum_.comma) commas++;
      else if (s === enum_.year) years++;
      else if (s >= enum_.d1 && s <= enum_.long) numbers++;
    }
    coarseSign[c] =
      (initials > 2 ? 2 : initials > 0 ? 1 : 0) +
      3 * (commas > 2 ? 2 : commas) +
      9 * Math.min(2, numbers) +
      27 * Math.min(1, years) +
      54 * (lowers > 4 ? 3 : lowers > 1 ? 2 : lowers) +
      216 * Math.min(4, bucket(b - a) >> 1);
  }

  // The style of the whole string.
  let firstYear = -1;
  for (let i = 0; i < n && firstYear < 0; i++) if (shape[i] === enum_.year) firstYear = i;
  const yearPlace =
    firstYear < 0
      ? 0
      : (firstYear * 4 < n ? 1 : firstYear * 3 < n * 2 ? 2 : firstYear * 10 < n * 9 ? 3 : 4) +
        (bracket[firstYear]! > 0 ? 4 : 0);
  let opening = 0;
  for (let i = 0; i < Math.min(n, 6); i++) opening = mix(opening, shape[i]!);
  let semicolons = 0;
  let quoted = 0;
  let inWord = 0;
  for (let i = 0; i < n; i++) {
    if (shape[i] === enum_.semicolon) semicolons++;
    if (quote[i] === 3) quoted = 1;
    if (key[i] === 1 && shape[i] !== enum_.lower) inWord = 1;
  }
  const style = yearPlace * 12 + quoted * 6 + inWord * 3 + (semicolons === 0 ? 0 : semicolons < 2 ? 1 : 2);

  const out = new Int32Array(n * WIDTH);
  for (let i = 0; i < n; i++) {
    const at = i * WIDTH;
    let t = 0;
    const put = (h: number): void => {
      out[at + t] = mix(h, ++t * 0x3779) | 1;
    };
    const w = (d: number): number => (i + d < 0 ? NONE : i + d >= n ? ~NONE : word[i + d]!);
    const s = (d: number): number => (i + d < 0 ? 62 : i + d >= n ? 63 : shape[i + d]!);
    const k = (d: number): number => (i + d < 0 || i + d >= n ? 0 : key[i + d]!);
    const s0 = s(0);
    const s1 = s(1);
    const p1 = s(-1);
    const f = fine[i]!;
    const c = coarse[i]!;
    const fa = fineStart[f]!;
    const fb = fineStart[f + 1]!;
    const ca = coarseStart[c]!;
    const q = quote[i]! * 4 + bracket[i]!;
    const inFine = i === fa ? 0 : i === fb - 1 ? 2 : 1;

    put(w(0));
    put(w(-1));
    put(w(1));
    put(w(-2));
    put(w(2));
    put(mix(w(-1), w(0)));
    put(mix(w(0), w(1)));
    put(mix(w(-2), w(-1)));
    put(mix(w(1), w(2)));
    put(pre3[i]!);
    put(suf3[i]!);
    put(suf2[i]!);
    put(s0 * 4 + space[i]!);
    put(p1 * 64 + s0);
    put(s0 * 64 + s1);
    put((p1 * 64 + s0) * 64 + s1);
    put(((s(-2) * 64 + p1) * 64 + s0) * 64 + s1);
    put(((p1 * 64 + s0) * 64 + s1) * 64 + s(2));
    put(mix(((s(-3) * 64 + s(-2)) * 64 + p1) * 64 + s0, 5));
    put(mix(((s0 * 64 + s1) * 64 + s(2)) * 64 + s(3), 6));
    put(mix((((s(-2) * 64 + p1) * 64 + s0) * 64 + s1) * 64 + s(2), space[i]!));
    put(k(0) * 64 + s0);
    put(k(-1) * 64 + s0);
    put(k(1) * 64 + s0);
    put(k(-2) * 64 + k(-1));
    put(k(1) * 64 + k(2));
    put(left[i]!);
    put(right[i]!);
    put((left[i]! >> 4) * 4096 + s0 * 64 + p1);
    put((right[i]! >> 4) * 4096 + s0 * 64 + s1);
    put((left[i]! >> 4) * 64 + (right[i]! >> 4));
    put(q * 64 + s0);
    put(mix(q * 64 + p1, w(-1)));
    put(q * 4096 + p1 * 64 + s1);
    put(Math.floor((10 * i) / n) * 64 + s0);
    put(i < 8 ? i * 64 + s0 : -1);
    put(n - i < 8 ? (n - i) * 64 + s0 : -2);
    put(mix(Math.min(f, 12), inFine * 64 + s0));
    put(mix(Math.min(c, 6), s0));
    put(mix(Math.min(coarseStart.length - 2 - c, 5), (i === ca ? 1 : 0) * 64 + s0));
    put(mix(fineSign[f]!, inFine));
    put(mix(fineSign[f]!, mix(f === 0 ? -1 : fineSign[f - 1]!, 7)));
    put(mix(fineSign[f]!, mix(fineSign[f + 1] ?? -1, 8)));
    put(mix(coarseSign[c]!, i === ca ? 1 : 0));
    put(mix(coarseSign[c]!, mix(c === 0 ? -1 : coarseSign[c - 1]!, 9)));
    put(mix(coarseSign[c]!, mix(coarseSign[c + 1] ?? -1, 10)));
    put(mix(word[fa]!, inFine));
    put(mix(word[Math.max(0, fb - 1)]!, mix(s0, 3)));
    put(mix(word[Math.max(0, fb - 2)]!, 4));
    put(mix(fa > 0 ? word[fa - 1]! : NONE, mix(word[fb - 1]!, i === fa ? 1 : 0)));
    put(mix(ca > 0 ? word[ca - 1]! : NONE, mix(word[ca]!, 1)));
    put(mix(word[ca]!, 2));
    put(mix(style, p1 * 64 + s0));
    put(mix(style, mix(Math.min(c, 6), i === ca ? 1 : 0)));
    put(mix(style, mix(Math.min(f, 10), inFine)));
    put(mix(style, mix(w(-1), 3)));
    put(mix(opening, mix(Math.min(f, 8), s0)));
    put(mix(yearPlace, (i < firstYear ? 1 : 0) * 256 + q * 64 + s0));
    put(mix(firstYear < 0 ? 99 : Math.max(-6, Math.min(6, i - firstYear)), s0));
    put(mix(yearPlace, fineSign[f]!));
    const g = (d: number): number => (i + d < 0 || i + d >= n ? 0 : gaz[i + d]!);
    put(g(0) * 64 + s0);
    put((g(-2) * 8 + g(-1)) * 512 + g(0) * 64 + s1);
    put((g(0) * 8 + g(1)) * 8 + g(2));
    put(mix(fineGaz[f]!, inFine));
    put(mix(fineGaz[f]!, mix(f === 0 ? -1 : fineGaz[f - 1]!, fineGaz[f + 1] ?? -1)));
    put(mix(fineGaz[f]!, fineSign[f]!));
  }
  return { count: n, width: WIDTH, hashes: out };
}

const WIDTH = 66;
