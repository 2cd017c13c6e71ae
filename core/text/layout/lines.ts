/** Cuts a span of text into lines and says whether they were broken at a fixed width. Judges no content. */
import type { Span } from "../../model.ts";

/** One line: `start`–`end` without the line end, `first`–`last` without white space around the words. */
export interface Line extends Span {
  readonly first: number;
  readonly last: number;
  /** Cells stand in it, parted by tabs or bars. */
  readonly row: boolean;
  /** A form feed stands in front of it. */
  readonly newPage: boolean;
}

const isBlank = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0xfeff ||
  (code >= 0x2000 && code <= 0x200b);

const GAP = "   ";

/** Whether any line of the text may be a row of cells. */
export const mayHoldRows = (text: string): boolean =>
  text.includes("\t") || text.includes(" | ") || text.includes(GAP);

/** Returns the lines of the span. Blank lines have `first === last`. `rows`: some line of the text may be one. */
export function cutLines(text: string, span: Span, rows: boolean): Line[] {
  const lines: Line[] = [];
  for (let start = span.start; start < span.end; ) {
    const newline = text.indexOf("\n", start);
    const next = newline < 0 || newline >= span.end ? span.end : newline;
    const end = next > start && text.charCodeAt(next - 1) === 13 ? next - 1 : next;
    let first = start;
    while (first < end && isBlank(text.charCodeAt(first))) first++;
    let last = end;
    while (last > first && isBlank(text.charCodeAt(last - 1))) last--;
    if (first === last) first = last = start;
    lines.push({
      start,
      end,
      first,
      last,
      row: rows && isRow(text.slice(first, last)),
      newPage: text.charCodeAt(start) === 12,
    });
    start = next + 1;
  }
  return rows ? withAlignedRows(text, lines) : lines;
}

/** Longer cells are columns of running text. */
const WIDEST_CELL = 40;

/** Three cells or more set apart by blanks: "Rural Loop   187,000   54%". */
function isAligned(words: string): boolean {
  if (!words.includes(GAP)) return false;
  const cells = words.split(/ {3,}/);
  return cells.length > 2 && cells.every((cell) => cell.length <= WIDEST_CELL);
}

/** Lines right below each other whose cells are set apart by blanks are rows; one alone may be anything. */
function withAlignedRows(text: string, lines: Line[]): Line[] {
  const aligned = lines.map(({ first, last, row }) => !row && isAligned(text.slice(first, last)));
  if (!aligned.includes(true)) return lines;
  return lines.map((line, i) =>
    aligned[i] && (aligned[i - 1] || aligned[i + 1]) ? { ...line, row: true } : line,
  );
}

const BAR = " | ";

/** "4<tab>Ibid 671.", "•<tab>Wash the hands": a label or sign and the words set in behind it are no cells. */
const LABELLED = /^(?:\[?\d{1,3}[.)\]]?|[*∗†‡§¶•▪●◦–-]{1,3})\t(?=[^\t]*\p{L}{2})[^\t]+$/u;

function isRow(words: string): boolean {
  if (words.includes("\t")) return !LABELLED.test(words);
  const bar = words.indexOf(BAR);
  return bar >= 0 && words.includes(BAR, bar + BAR.length);
}

/** How far the words of the line are set in. */
export const indent = (line: Line): number => line.first - line.start;

export const blank = (line: Line): boolean => line.first === line.last;

/** A line of signs that parts the page. */
export const RULE = /^(?:[_=*~·•–—-]\s?){3,}$/;

/** Whether the line is a rule: it belongs to nothing above or below it. */
export const isRule = (text: string, line: Line): boolean =>
  line.last - line.first >= 3 &&
  !/[\p{L}\d]/u.test(text.charAt(line.first)) &&
  RULE.test(text.slice(line.first, line.last));

/** Length of the first word of the line. */
export function firstWord(text: string, line: Line): number {
  let i = line.first;
  while (i < line.last && !isBlank(text.charCodeAt(i))) i++;
  return i - line.first;
}

/** Lines longer than this are paragraphs of their own, not lines of a page. */
const WIDEST = 130;
const NARROWEST = 40;

/**
 * Returns the width at which the text was broken, or null where lines are whole paragraphs. A text is broken at a
 * width when few characters stand in long lines and most lines could not have taken the next line's first word.
 */
export function wrapWidth(text: string, lines: readonly Line[]): number | null {
  let long = 0;
  let all = 0;
  const lengths: number[] = [];
  for (const line of lines) {
    if (line.row) continue;
    const length = line.last - line.first;
    all += length;
    if (length > WIDEST) long += length;
    else if (length > 0) lengths.push(length);
  }
  if (all === 0 || long > 0.3 * all) return null;
  lengths.sort((a, b) => a - b);
  for (const share of usual) {
    const width = lengths[Math.floor((lengths.length - 1) * share)]!;
    if (width < NARROWEST) return null;
    const beyond = lengths.reduce((n, length) => n + (length > width + 2 ? length : 0), long);
    if (beyond <= 0.3 * all && isBrokenAt(text, lines, width)) return width;
  }
  return null;
}

/** Shares of the lines that keep the width: nearly all, else all but addresses and others that could not be broken. */
const usual = [0.985, 0.9];

function isBrokenAt(text: string, lines: readonly Line[], width: number): boolean {
  let pairs = 0;
  let full = 0;
  for (let i = 1; i < lines.length; i++) {
    const [a, b] = [lines[i - 1]!, lines[i]!];
    if (blank(a) || blank(b) || a.row || b.row) continue;
    pairs++;
    if (isFull(text, a, b, width)) full++;
  }
  return pairs >= 3 && full >= 0.4 * pairs;
}

/** True where the line could not have taken the first word of the next one. A few characters are let pass. */
export function isFull(text: string, line: Line, next: Line, width: number): boolean {
  return line.last - line.first + 1 + firstWord(text, next) > width - 4;
}
