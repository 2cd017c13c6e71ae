/**
 * Patterns of many alternatives at the beginning of a text. Each alternative is a small pattern of its own, tried only
 * where the text's first three characters allow it: most sentences begin like none of them, and one pattern of them all
 * becomes so much machine code that the engine stops optimising the others.
 */
import { alternatives, beginnings } from "./beginnings.ts";
import { type Begun, fitting, remembered } from "./sorted.ts";

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

/** Returns the pattern `^before(?:words)after`. */
export function opening({ words, before = "", after = "", flags }: Opener): Opening {
  const branches: readonly Begun[] = words.flatMap(alternatives).map((word) => {
    const source = `${before}(?:${word})${after}`;
    return { pattern: new RegExp(`^${source}`, flags), begins: beginnings(source, flags.includes("i")) };
  });
  const fits = fitting(branches);
  const byStart = remembered(fits);
  return {
    test: (text) => {
      const patterns = byStart(text, 0);
      for (let i = 0; i < patterns.length; i++) if (patterns[i]!.test(text)) return true;
      return false;
    },
    mayOpen: (start) => fits(start).length > 0,
  };
}

/** Returns a test that is false where the text begins like none of the openings: asked once for them all. */
export function sieve(openings: readonly Opening[]): (text: string) => boolean {
  const byStart = remembered((start) => openings.some((opening) => opening.mayOpen(start)));
  return (text) => byStart(text, 0);
}
