/**
 * Observations of each token as 32-bit hashes: the word and its shape, neighbours, nearest key words, quotes and
 * brackets, the stretch between separators, the place in the string and the style of the whole.
 */
import {
  coarseSignatures,
  enclosures,
  fineSignatures,
  nearestKeys,
  readWords,
  stretches,
  styleOf,
} from "./context.ts";
import { mix } from "./hashing.ts";
import { SHAPE } from "./shape.ts";
import type { Tokens } from "./tokens.ts";

/** Observations of a string: `width` hashes per token. */
export interface Observations {
  readonly count: number;
  readonly width: number;
  readonly hashes: Int32Array;
}

/** The word before the first token. */
const NONE = 0x51ed270b | 0;
/** Tokens looked at to either side. */
const REACH = 3;
const WIDTH = 66;

/** Returns the array with `REACH` entries of padding on both sides. */
function pad(values: Int32Array | Uint8Array, before: number, behind: number): Int32Array {
  const out = new Int32Array(values.length + 2 * REACH);
  out.fill(before, 0, REACH);
  out.set(values, REACH);
  out.fill(behind, values.length + REACH);
  return out;
}

/** Returns the observations of the tokens. Linear in their number. */
export function observe(tokens: Tokens): Observations {
  const n = tokens.count;
  const words = readWords(tokens);
  const { space, prefix, suffix2, suffix3 } = words;
  const { left, right } = nearestKeys(words.key);
  const { quote, bracket } = enclosures(tokens, words);
  const { fine, coarse } = stretches(tokens, words, quote);
  const { sign: fineSign, listed: fineListed } = fineSignatures(words, fine.starts);
  const coarseSign = coarseSignatures(words, coarse.starts);
  const { firstYear, yearPlace, opening, style } = styleOf(words, quote, bracket);
  const word = words.word;
  const W = pad(word, NONE, ~NONE);
  const S = pad(words.shape, SHAPE.before, SHAPE.behind);
  const K = pad(words.key, 0, 0);
  const G = pad(words.listed, 0, 0);

  const out = new Int32Array(n * WIDTH);
  let at = 0;
  let template = 0;
  const put = (h: number): void => {
    out[at++] = mix(h, ++template * 0x3779) | 1;
  };
  for (let i = 0; i < n; i++) {
    template = 0;
    const j = i + REACH;
    const w0 = W[j]!;
    const w1 = W[j + 1]!;
    const wp = W[j - 1]!;
    const s0 = S[j]!;
    const s1 = S[j + 1]!;
    const s2 = S[j + 2]!;
    const p1 = S[j - 1]!;
    const p2 = S[j - 2]!;
    const k0 = K[j]!;
    const f = fine.of[i]!;
    const c = coarse.of[i]!;
    const fa = fine.starts[f]!;
    const fb = fine.starts[f + 1]!;
    const ca = coarse.starts[c]!;
    const q = quote[i]! * 4 + bracket[i]!;
    const inFine = i === fa ? 0 : i === fb - 1 ? 2 : 1;
    const first = i === ca ? 1 : 0;

    // the word and its neighbours
    put(w0);
    put(wp);
    put(w1);
    put(W[j - 2]!);
    put(W[j + 2]!);
    put(mix(wp, w0));
    put(mix(w0, w1));
    put(mix(W[j - 2]!, wp));
    put(mix(w1, W[j + 2]!));
    put(prefix[i]!);
    put(suffix3[i]!);
    put(suffix2[i]!);
    // shapes
    put(s0 * 4 + space[i]!);
    put(p1 * 64 + s0);
    put(s0 * 64 + s1);
    put((p1 * 64 + s0) * 64 + s1);
    put(((p2 * 64 + p1) * 64 + s0) * 64 + s1);
    put(((p1 * 64 + s0) * 64 + s1) * 64 + s2);
    put(mix(((S[j - 3]! * 64 + p2) * 64 + p1) * 64 + s0, 5));
    put(mix(((s0 * 64 + s1) * 64 + s2) * 64 + S[j + 3]!, 6));
    put(mix((((p2 * 64 + p1) * 64 + s0) * 64 + s1) * 64 + s2, space[i]!));
    // key words
    put(k0 * 64 + s0);
    put(K[j - 1]! * 64 + s0);
    put(K[j + 1]! * 64 + s0);
    put(K[j - 2]! * 64 + K[j - 1]!);
    put(K[j + 1]! * 64 + K[j + 2]!);
    put(left[i]!);
    put(right[i]!);
    put((left[i]! >> 4) * 4096 + s0 * 64 + p1);
    put((right[i]! >> 4) * 4096 + s0 * 64 + s1);
    put((left[i]! >> 4) * 64 + (right[i]! >> 4));
    // quotes and brackets
    put(q * 64 + s0);
    put(mix(q * 64 + p1, wp));
    put(q * 4096 + p1 * 64 + s1);
    // place in the string
    put(Math.floor((10 * i) / n) * 64 + s0);
    put(i < 8 ? i * 64 + s0 : -1);
    put(n - i < 8 ? (n - i) * 64 + s0 : -2);
    // stretches
    put(mix(Math.min(f, 12), inFine * 64 + s0));
    put(mix(Math.min(c, 6), s0));
    put(mix(Math.min(coarse.starts.length - 2 - c, 5), first * 64 + s0));
    put(mix(fineSign[f]!, inFine));
    put(mix(fineSign[f]!, mix(f === 0 ? -1 : fineSign[f - 1]!, 7)));
    put(mix(fineSign[f]!, mix(fineSign[f + 1] ?? -1, 8)));
    put(mix(coarseSign[c]!, first));
    put(mix(coarseSign[c]!, mix(c === 0 ? -1 : coarseSign[c - 1]!, 9)));
    put(mix(coarseSign[c]!, mix(coarseSign[c + 1] ?? -1, 10)));
    put(mix(word[fa]!, inFine));
    put(mix(word[Math.max(0, fb - 1)]!, mix(s0, 3)));
    put(mix(word[Math.max(0, fb - 2)]!, 4));
    put(mix(fa > 0 ? word[fa - 1]! : NONE, mix(word[fb - 1]!, i === fa ? 1 : 0)));
    put(mix(ca > 0 ? word[ca - 1]! : NONE, mix(word[ca]!, 1)));
    put(mix(word[ca]!, 2));
    // style
    put(mix(style, p1 * 64 + s0));
    put(mix(style, mix(Math.min(c, 6), first)));
    put(mix(style, mix(Math.min(f, 10), inFine)));
    put(mix(style, mix(wp, 3)));
    put(mix(opening, mix(Math.min(f, 8), s0)));
    put(mix(yearPlace, (i < firstYear ? 1 : 0) * 256 + q * 64 + s0));
    put(mix(firstYear < 0 ? 99 : Math.max(-6, Math.min(6, i - firstYear)), s0));
    put(mix(yearPlace, fineSign[f]!));
    // lists of names
    put(G[j]! * 64 + s0);
    put((G[j - 2]! * 8 + G[j - 1]!) * 512 + G[j]! * 64 + s1);
    put((G[j]! * 8 + G[j + 1]!) * 8 + G[j + 2]!);
    put(mix(fineListed[f]!, inFine));
    put(mix(fineListed[f]!, mix(f === 0 ? -1 : fineListed[f - 1]!, fineListed[f + 1] ?? -1)));
    put(mix(fineListed[f]!, fineSign[f]!));
  }
  return { count: n, width: WIDTH, hashes: out };
}
