/**
 * Which links of a PDF call notes or references, and which paragraphs are those. Only links into the document whose
 * words look like a call, and that lead to the start of a paragraph further on, count.
 */
import { callLabel, plainDigits } from "../labels.ts";
import { otherWords, yearWord } from "../note-words.ts";
import type { Line } from "./lines.ts";
import type { LineLink } from "./links.ts";
import type { Paragraph } from "./paragraphs.ts";

export interface Call extends LineLink {
  /** The line the link leads to. */
  readonly target: Line;
}

/** Whether the words of a link may call a note: a label, several labels, a year, a name. */
export function looksLikeCall(words: string): boolean {
  const plain = plainDigits(words.trim());
  if (plain === "" || otherWords.test(plain)) return false;
  return (
    callLabel(plain) !== null ||
    /^[\d\s,;–—[\]()-]+$/.test(plain) ||
    yearWord.test(plain) ||
    /^\p{Lu}[\p{L}’'-]+/u.test(plain)
  );
}

/**
 * Returns the paragraphs that calls lead to, with those between them: a list has entries nobody calls. Headings
 * are none, and a list ends at one.
 */
export function findEntries(
  paragraphs: readonly Paragraph[],
  calls: readonly Call[],
): ReadonlySet<Paragraph> {
  const byFirst = new Map(paragraphs.map((paragraph) => [paragraph.lines[0]!, paragraph]));
  const called = new Set<Paragraph>();
  for (const { target, line } of calls) {
    const paragraph = byFirst.get(target);
    if (paragraph && paragraph.kind === "text" && !paragraph.lines.includes(line)) called.add(paragraph);
  }
  if (called.size < 2) return called.size === 1 && calls.length > 0 ? called : new Set();
  const entries = new Set<Paragraph>();
  let open: Paragraph[] | null = null;
  let own: string | null = null; // size of type of the list
  for (const paragraph of paragraphs) {
    const size = String(paragraph.lines[0]!.size);
    if (called.has(paragraph)) {
      if (open !== null && own === size) for (const between of open) entries.add(between);
      entries.add(paragraph);
      open = [];
      own = size;
    } else if (paragraph.kind === "heading" || size !== own) open = null;
    else if (open !== null && open.length < 30) open.push(paragraph);
    else open = null;
  }
  // Entries behind the last one called: as long as the list's type and labels go on.
  for (const paragraph of open ?? [])
    if (String(paragraph.lines[0]!.size) === own && /^\W*\d{1,3}[\].)\s]/.test(paragraph.lines[0]!.text))
      entries.add(paragraph);
  return entries;
}
