/**
 * Matches of a pattern of many phrases anywhere in a text. Each phrase is a small pattern of its own, tried only at
 * the words that begin like it: one pattern of them all is tried in full at every letter, and most words begin none.
 */
import { alternatives, type Beginning, beginnings, DEPTH, PLAIN } from "./beginnings.ts";
import { type Begun, fitting, remembered } from "./sorted.ts";

/**
 * Returns the function that `matchAll` is for the pattern. Its phrases must begin with characters they name, and where
 * no letter from a to z stands in front: each says so itself, by `\b` or by looking behind. Linear in the text.
 */
export function wordMatches(pattern: RegExp): (text: string) => RegExpExecArray[] {
  const flags = `${pattern.flags.replace("g", "")}y`;
  const branches = alternatives(pattern.source).map((source): Begun => {
    const begins = beginnings(source, pattern.ignoreCase);
    return { pattern: new RegExp(source, flags), begins };
  });
  const begins = branches.flatMap((branch) => branch.begins);
  if (begins.some(([slot]) => slot === undefined || slot === null))
    throw new Error(`wordMatches: ${pattern} may begin with anything`);
  const mayBegin = sketch(begins);
  const byStart = remembered(fitting(branches));
  return (text) => {
    const found: RegExpExecArray[] = [];
    let from = 0;
    let last = 0;
    for (let i = 0; i < text.length + DEPTH - 1; i++) {
      // The kinds of the last three characters, so that each is looked at once.
      last = ((last << 5) | (i < text.length ? kindOf(text.charCodeAt(i)) : 0)) & (KEYS - 1);
      if (mayBegin[last] === 0) continue;
      const at = i - DEPTH + 1;
      if (at < from || (at > 0 && isPlainLetter(text.charCodeAt(at - 1)))) continue;
      const match = matchAt(byStart(text, at), text, at);
      if (match === null) continue;
      found.push(match);
      from = at + match[0].length;
    }
    return found;
  };
}

const isPlainLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** Kinds of characters, five bits each: a letter in either case, or what else it is; 0 for the end. */
const KINDS = 32;
const KEYS = KINDS ** DEPTH;
const FAR = KINDS - 1;
const kinds = Uint8Array.from({ length: PLAIN }, (_, code) =>
  isPlainLetter(code) ? code & 31 : code === 32 ? 27 : code >= 48 && code <= 57 ? 28 : 29,
);
const kindOf = (code: number): number => (code < PLAIN ? kinds[code]! : FAR);

/** Returns a table of three kinds of characters: 0 where no match begins with such. */
function sketch(begins: readonly Beginning[]): Uint8Array {
  const table = new Uint8Array(KEYS);
  const any = [...Array(KINDS).keys()];
  const kindsAt = (begin: Beginning, i: number): readonly number[] => {
    const slot = begin[i];
    // What is far may be a plain letter in capitals: "ſ" for "s".
    return slot ? [...new Set([...slot].map((c) => kindOf(c.charCodeAt(0)))), FAR] : any;
  };
  for (const begin of begins) {
    const [first, second, third] = [kindsAt(begin, 0), kindsAt(begin, 1), kindsAt(begin, 2)];
    for (const a of first) for (const b of second) for (const c of third) table[(a << 10) | (b << 5) | c] = 1;
  }
  return table;
}

function matchAt(patterns: readonly RegExp[], text: string, at: number): RegExpExecArray | null {
  for (const pattern of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return match;
  }
  return null;
}
