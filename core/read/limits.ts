/**
 * What one file may cost: every bound of the readers in one place, with the reason for its size.
 * There is no clock here; time is bounded by counting steps.
 */
import { Refusal } from "./problem.ts";

export interface ReadLimits {
  /** Bytes of the file. A 1,000-page book as PDF with pictures stays below it. */
  readonly bytes: number;
  /** UTF-16 units of decoded or extracted text. 50 million is 25 times the Bible. */
  readonly characters: number;
  /** Elements inside one another. Browsers flatten HTML at 512. */
  readonly depth: number;
  /** Elements and text runs of the trees a file is parsed into; each costs about 200 bytes of memory. */
  readonly elements: number;
  /** Files inside a zip. */
  readonly entries: number;
  /** Bytes that the parts of a zip we open may unpack to, together. */
  readonly expandedBytes: number;
  readonly pages: number;
  /** Steps (elements, tokens, glyph runs); an honest document needs fewer than its bytes. */
  readonly work: number;
}

/** The bounds of `readDocument` where none are given. */
export const defaultLimits: ReadLimits = {
  bytes: 128 * 1024 * 1024,
  characters: 50_000_000,
  depth: 512,
  elements: 6_000_000,
  entries: 10_000,
  expandedBytes: 256 * 1024 * 1024,
  pages: 5_000,
  work: 50_000_000,
};

/** A count of steps that refuses the file when it passes the limit. */
export interface Budget {
  readonly limits: ReadLimits;
  /** Counts `steps`; `at` is the place in the file for the message. */
  spend(steps: number, at?: number): void;
  /** Counts one element of a tree. */
  countElement(at?: number): void;
  /** Refuses when `depth` is more than the limit. */
  checkDepth(depth: number, at?: number): void;
  /** Refuses when `characters` of text are more than the limit. */
  checkCharacters(characters: number): void;
}

export function createBudget(overrides: Partial<ReadLimits> = {}): Budget {
  const limits: ReadLimits = { ...defaultLimits, ...overrides };
  let spent = 0;
  let counted = 0;
  return {
    limits,
    spend(steps, at) {
      spent += steps;
      if (spent <= limits.work) return;
      throw new Refusal(
        "too-costly",
        `Reading this file takes more than ${limits.work} steps.`,
        "Split the document, or save it again from the program that made it.",
        at ?? null,
      );
    },
    countElement(at) {
      if (++counted <= limits.elements) return;
      throw new Refusal(
        "too-large",
        `The file holds more than ${limits.elements} elements.`,
        "Split the document into parts and read them one by one.",
        at ?? null,
      );
    },
    checkDepth(depth, at) {
      if (depth <= limits.depth) return;
      throw new Refusal(
        "too-deep",
        `Elements are nested more than ${limits.depth} deep.`,
        "Save the document again from the program that made it; unclosed elements cause this.",
        at ?? null,
      );
    },
    checkCharacters(characters) {
      if (characters <= limits.characters) return;
      throw new Refusal(
        "too-large",
        `The text is longer than ${limits.characters} characters.`,
        "Split the document into parts and read them one by one.",
      );
    },
  };
}
