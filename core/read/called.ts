/**
 * The numbers that a text calls for: raised, in square brackets, or as superscript digits. They tell which numbered list
 * of a page or a Word file holds its notes where nothing leads there.
 */
import type { NoteType } from "../model.ts";
import { isShortForm } from "../short-form.ts";
import { plainDigits } from "./labels.ts";
import { noteHeading, referenceHeading } from "./note-words.ts";

/** A list of fewer items may be anything. */
const FEWEST = 3;
/** Share of the items that must be called for. */
const CALLED = 0.6;
/** Numbers in one range. */
const LONGEST = 50;
/** Characters of an item looked at. */
export const SHOWN = 200;

const RAISED = /^[\s[(]*\d{1,3}(?:\s?[,;–‐‑-]\s?\d{1,3})*[\s\])]*$/;
const STANDING = /\[(\d{1,3}(?:\s?[,;–‐‑-]\s?\d{1,3})*)\]|([⁰¹²³⁴-⁹]+(?:[,–⁻-][⁰¹²³⁴-⁹]+)*)/g;

/** The numbers called for so far, read in the order of the text. */
export class CalledNumbers {
  readonly #called = new Set<number>();
  #most = 0;

  /** Counts the numbers of a run that the format raises. */
  raised(words: string): void {
    if (RAISED.test(words)) this.#add(words);
  }

  /** Counts the numbers that running words show as calls. */
  running(words: string): void {
    for (const [, bracketed, digits] of words.matchAll(STANDING)) this.#add(bracketed ?? digits!);
  }

  /** Whether most of the items are called for, and no number behind the last one is. */
  fits(items: readonly string[], start: number): boolean {
    const hits = items.filter((_, i) => this.#called.has(start + i)).length;
    const worded = items.filter((words) => /\p{L}{2}/u.test(words)).length;
    return (
      items.length >= FEWEST &&
      hits >= CALLED * items.length &&
      worded >= 0.8 * items.length &&
      this.#most <= start + items.length
    );
  }

  #add(words: string): void {
    for (const [, from, to] of plainDigits(words).matchAll(/(\d{1,3})(?:\s?[–‐‑⁻-]\s?(\d{1,3}))?/g)) {
      const first = Number(from);
      const last = Math.min(Number(to ?? from), first + LONGEST);
      for (let n = first; n <= last; n++) this.#called.add(n);
      this.#most = Math.max(this.#most, last);
    }
  }
}

/** A list of works has no note that points back, and no heading that calls them notes. */
export function typeOfItems(heading: string, items: readonly string[]): NoteType {
  if (referenceHeading.test(heading)) return "reference";
  if (noteHeading.test(heading)) return "footnote";
  return items.some((words) => isShortForm(words.trim())) ? "footnote" : "reference";
}
