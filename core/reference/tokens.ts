/** Cuts a reference into tokens: words, numbers ("D91" is two), single punctuation marks, whole web addresses, whole tags. */

export interface Tokens {
  readonly raw: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** Tokens read of one reference: enough for four hundred authors, a bound for hostile input. */
export const MAX_TOKENS = 4000;

/** An address ends before the punctuation behind it. */
const TOKEN =
  /(?:https?:\/\/|ftp:\/\/|www\.(?=\w)|\b10\.\d{4,9}\/)[^\s<>"“”«»]*[^\s<>"“”«».,;:!?)\]}'’]|<\/?[a-z]{1,10}\/?>|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{N}+|\S/giu;

/** Returns the tokens of the string in order, at most `MAX_TOKENS`. Linear in length. */
export function tokenize(raw: string): Tokens {
  const size = Math.min(MAX_TOKENS, raw.length);
  const start = new Int32Array(size);
  const end = new Int32Array(size);
  let count = 0;
  TOKEN.lastIndex = 0;
  for (let m = TOKEN.exec(raw); m !== null && count < size; m = TOKEN.exec(raw)) {
    start[count] = m.index;
    end[count] = m.index + m[0].length;
    count++;
  }
  return { raw, count, start, end };
}
