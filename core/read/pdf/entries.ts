/**
 * Which paragraphs of a PDF are notes or references: those that links lead to. Only links into the document whose
 * words look like a call, and that lead to the start of a paragraph further on, count.
 */
import { callLabel, plainDigits } from "../labels.ts";
import { otherWords, yearWord } from "../note-words.ts";
import type { Line } from "./lines.ts";
import type { Paragraph } from "./paragraphs.ts";

export interface Call {
  readonly from: Line;
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

export interface Entries {
  /** The paragraphs with those of an entry that were parted joined again. */
  readonly paragraphs: readonly Paragraph[];
  readonly entries: ReadonlySet<Paragraph>;
}

const labelled = /^\W*\d{1,3}[\].)\s]/;
/** Paragraphs nobody calls that may stand between two entries that are called. */
const most = 30;

/**
 * Returns the entries: the paragraphs that calls lead to with those between them, since a list has entries nobody
 * calls. A paragraph among them that does not open as an entry does goes on with the one before it. A heading or
 * another size of type ends the list. Linear.
 */
export function findEntries(paragraphs: readonly Paragraph[], calls: readonly Call[]): Entries {
  const places = new Map(paragraphs.map((paragraph, i) => [paragraph.lines[0]!, i]));
  const called = new Set<number>();
  for (const { target, from } of calls) {
    const place = places.get(target);
    if (place === undefined || paragraphs[place]!.kind !== "text") continue;
    if (!paragraphs[place]!.lines.includes(from)) called.add(place);
  }
  const withLabel = [...called].filter((i) => labelled.test(paragraphs[i]!.lines[0]!.text)).length;
  const numbered = withLabel * 2 > called.size;
  if (numbered) for (const i of called) if (!labelled.test(paragraphs[i]!.lines[0]!.text)) called.delete(i);
  const out: Paragraph[] = [];
  const entries = new Set<Paragraph>();
  for (let i = 0; i < paragraphs.length; ) {
    const end = called.has(i) ? listEnd(paragraphs, called, i, numbered) : i;
    if (end === i) {
      out.push(paragraphs[i++]!);
      continue;
    }
    for (const entry of joinEntries(paragraphs.slice(i, end), i, called, numbered)) {
      out.push(entry);
      entries.add(entry);
    }
    i = end;
  }
  return { paragraphs: out, entries };
}

/** Returns the place behind the last entry of the list that begins at `from`. */
function listEnd(
  paragraphs: readonly Paragraph[],
  called: ReadonlySet<number>,
  from: number,
  numbered: boolean,
): number {
  const { size } = paragraphs[from]!.lines[0]!;
  let end = from + 1;
  for (let i = from + 1; i < paragraphs.length && i <= end + most; i++) {
    const { kind, lines } = paragraphs[i]!;
    if (kind !== "text" || Math.abs(lines[0]!.size - size) > 0.3) break;
    // Labels that go on, and what hangs on the last entry, belong to the list.
    if (called.has(i) || (numbered && labelled.test(lines[0]!.text))) end = i + 1;
    else if (
      i === end &&
      lines[0]!.left > paragraphs[i - 1]!.lines[0]!.left + size * 0.4 &&
      lines[0]!.page === paragraphs[i - 1]!.lines[0]!.page
    )
      end = i + 1;
  }
  return end;
}

function joinEntries(
  list: readonly Paragraph[],
  offset: number,
  called: ReadonlySet<number>,
  numbered: boolean,
): Paragraph[] {
  const joined: { kind: "text"; lines: Line[] }[] = [];
  const margins = new Map<string, number>();
  const column = ({ page, left }: Line): string => `${page} ${Math.round(left / 60)}`;
  for (const { lines } of list) {
    for (const line of lines)
      margins.set(column(line), Math.min(line.left, margins.get(column(line)) ?? line.left));
  }
  let number = 0;
  list.forEach((paragraph, i) => {
    const first = paragraph.lines[0]!;
    const own = Number(/^\W*(\d{1,3})[\].)\s]/.exec(first.text)?.[1] ?? Number.NaN);
    const counts = own > number && own <= number + 3;
    const before = joined.at(-1)?.lines.at(-1);
    const flush = first.left - (margins.get(column(first)) ?? first.left) < first.size * 0.5;
    const sentence =
      /^[\p{Lu}\d“"([]/u.test(first.text) && (before === undefined || /[.!?\])\d/]\s*$/.test(before.text));
    const opens = called.has(offset + i) || (numbered ? counts : flush && sentence);
    if (opens && !Number.isNaN(own)) number = own;
    if (opens || before === undefined) joined.push({ kind: "text", lines: [...paragraph.lines] });
    else for (const line of paragraph.lines) joined.at(-1)!.lines.push(line);
  });
  return joined;
}
