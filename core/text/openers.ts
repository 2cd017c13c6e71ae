/**
 * Patterns of many alternatives at the beginning of a text. Each alternative is a small pattern of its own, tried only
 * where the text's first three characters allow it: most sentences begin like none of them, and one pattern of them all
 * becomes so much machine code that the engine stops optimising the others.
 */
import { alternatives, type Beginning, beginnings, DEPTH, fits, PLAIN } from "./beginnings.ts";

export interface Opener {
  /** Alternatives one of which the text begins with; each may hold further ones, parted by bars. */
  readonly words: readonly string[];
  /** What may or must stand in front of and behind the alternative. */
  readonly before?: string;
  readonly after?: string;
  readonly flags: "" | "i" | "u" | "iu";
}

/** The pattern `^before(?:words)after`. */
export interface Opening {
  readonly test: (text: string) => boolean;
  /** False where the first characters alone rule it out. */
  readonly mayOpen: (start: string) => boolean;
}

/** Stands for every letter that no alternative begins with. */
const OTHER = 1;
/** Letters beyond these that are plain ones in capitals or in small. */
const FOLDED = /[\u017f\u212a]/;

/** Returns the pattern `^before(?:words)after`. */
export function opening({ words, before = "", after = "", flags }: Opener): Opening {
  const branches = words.flatMap(alternatives).map((word) => {
    const source = `${before}(?:${word})${after}`;
    return { pattern: new RegExp(`^${source}`, flags), begins: beginnings(source, flags.includes("i")) };
  });
  const none: readonly RegExp[] = [];
  const fitting = (start: string): readonly RegExp[] => {
    if (FOLDED.test(start)) return branches.map((branch) => branch.pattern);
    const found = branches.filter(({ begins }) => begins.some((begin) => fits(begin, start)));
    return found.length === 0 ? none : found.map((branch) => branch.pattern);
  };
  number(branches.flatMap((branch) => branch.begins));
  const byStart = remembered(fitting);
  return {
    test: (text) => {
      const patterns = byStart(text);
      for (let i = 0; i < patterns.length; i++) if (patterns[i]!.test(text)) return true;
      return false;
    },
    mayOpen: (start) => fitting(start).length > 0,
  };
}

/** Returns a test that is false where the text begins like none of the openings: asked once for them all. */
export function sieve(openings: readonly Opening[]): (text: string) => boolean {
  return remembered((start) => openings.some((opening) => opening.mayOpen(start)));
}

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

/** Keeps what was found for each beginning of three characters. */
function remembered<T extends readonly RegExp[] | boolean>(find: (start: string) => T): (text: string) => T {
  const known = new Map<number, T>();
  return (text) => {
    // An end is no character of its own: a text that ends early fits what needs no more.
    const key = (numberAt(text, 0) << 20) | (numberAt(text, 1) << 10) | numberAt(text, 2);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = find(text.slice(0, DEPTH).padEnd(DEPTH, "\0"));
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, made);
    return made;
  };
}
