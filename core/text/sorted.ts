/**
 * Patterns sorted by the first three characters of their matches, so that a text is asked for those alone that may
 * match at a place: looked up once for each beginning and kept.
 */
import { type Beginning, DEPTH, fits, PLAIN } from "./beginnings.ts";

/** A pattern with the beginnings its matches may have. */
export interface Begun {
  readonly pattern: RegExp;
  readonly begins: readonly Beginning[];
}

/** Letters beyond the plain ones that are plain ones in capitals or in small. */
const FOLDED = /[\u017f\u212a]/;

/** Returns a function from three characters to the patterns whose matches may begin so, in their order. */
export function fitting(branches: readonly Begun[]): (start: string) => readonly RegExp[] {
  const none: readonly RegExp[] = [];
  number(branches.flatMap((branch) => branch.begins));
  return (start) => {
    if (FOLDED.test(start)) return branches.map((branch) => branch.pattern);
    const found = branches.filter(({ begins }) => begins.some((begin) => fits(begin, start)));
    return found.length === 0 ? none : found.map((branch) => branch.pattern);
  };
}

/** Stands for every letter that no pattern's match begins with. */
const OTHER = 1;

/** Numbers of the characters beyond the plain ones that some beginning holds; there are a few dozen at most. */
const numbers = new Map<number, number>([
  [0x17f, PLAIN],
  [0x212a, PLAIN + 1],
]);

function number(begins: readonly Beginning[]): void {
  for (const slot of begins.flat()) {
    for (const character of slot ?? []) {
      const code = character.charCodeAt(0);
      if (code >= PLAIN && !numbers.has(code)) numbers.set(code, PLAIN + numbers.size);
    }
  }
}

function numberAt(text: string, i: number): number {
  const code = i < text.length ? text.charCodeAt(i) : 0;
  return code < PLAIN ? code : (numbers.get(code) ?? OTHER);
}

/** Texts of one language begin in some thousand ways; noise in many more, and is not kept. */
const MOST_KEPT = 8192;

/** Keeps what was found for each beginning of three characters; asked with a text and a place in it. */
export function remembered<T extends readonly RegExp[] | boolean>(
  find: (start: string) => T,
): (text: string, at: number) => T {
  const known = new Map<number, T>();
  return (text, at) => {
    // An end is no character of its own: a text that ends early fits what needs no more.
    const key = (numberAt(text, at) << 20) | (numberAt(text, at + 1) << 10) | numberAt(text, at + 2);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = find(text.slice(at, at + DEPTH).padEnd(DEPTH, "\0"));
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, made);
    return made;
  };
}
