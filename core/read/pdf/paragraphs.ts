/**
 * Lines to paragraphs: indents and hanging indents, gaps, short last lines, changes of type, labels of lists, and
 * the places links lead to. A paragraph may go on over a column or page.
 */
import { isTornPlace } from "../../torn-place.ts";
import { type Line, median } from "./lines.ts";

export interface Paragraph {
  readonly lines: readonly Line[];
  readonly kind: "heading" | "row" | "text";
}

/** What the whole document's type tells about a line. */
export interface Type {
  readonly size: number;
  readonly font: string;
}

/** Returns size and font of most letters. */
export function bodyType(lines: readonly Line[]): Type {
  const count = (key: (line: Line) => string): string => {
    const seen = new Map<string, number>();
    for (const line of lines) seen.set(key(line), (seen.get(key(line)) ?? 0) + line.text.length);
    return [...seen].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "";
  };
  const size = Number(count((line) => String(line.size)));
  return { size, font: count((line) => (line.size === size ? line.font : "")) };
}

/** Lines on either side from which a line's margins and habits are read. */
const reach = 10;
const label = /^(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)](?!\d)|[•●▪◦‣–—]\s|\d{1,3}\s+\p{Lu})/u;
const numberOf = (text: string): number | null => {
  const found = /^[[(]?(\d{1,3})(?:[\]).]|\s+\p{Lu})/u.exec(text);
  return found ? Number(found[1]) : null;
};
const closed = /[.!?:;”"’')\]]\s*(?:\d[\d,–-]*)?$/;

interface Surroundings {
  readonly margin: number;
  readonly edge: number;
  readonly hanging: boolean;
  readonly leading: number;
}

/** Returns the paragraphs of lines in reading order; `opens` are lines a link leads to. Linear (windows are fixed). */
export function toParagraphs(lines: readonly Line[], body: Type, opens: ReadonlySet<Line>): Paragraph[] {
  const leadings = leadingBySize(lines);
  const around = lines.map((_, i) => surroundings(lines, i, leadings));
  const paragraphs: Line[][] = [];
  let lastNumber: number | null = null;
  lines.forEach((line, i) => {
    const previous = lines[i - 1];
    const number = numberOf(line.text);
    const next = lastNumber !== null && number === lastNumber + 1;
    const starts =
      previous === undefined ||
      opens.has(line) ||
      begins(previous, line, around[i - 1]!, around[i]!, body, next);
    if (starts) paragraphs.push([line]);
    else paragraphs.at(-1)!.push(line);
    if (starts && number !== null) lastNumber = number;
  });
  const kinds = paragraphs.map((own) => ({ lines: own, kind: kindOf(own, body) }));
  return aroundFloats(inTables(unstoppedEntries(kinds), body));
}

/**
 * An entry of a numbered list that ends without a stop looks like a heading where the list has a type of its own:
 * its number counts on from the entry before or on to the next one, which are text of the same type.
 */
function unstoppedEntries(paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.map((paragraph, i): Paragraph => {
    const first = paragraph.lines[0]!;
    const number = paragraph.kind === "heading" ? numberOf(first.text) : null;
    if (number === null) return paragraph;
    const counts = (near: Paragraph | undefined, expected: number): boolean => {
      const other = near?.lines[0];
      return (
        near?.kind === "text" &&
        other !== undefined &&
        other.font === first.font &&
        other.size === first.size &&
        numberOf(other.text) === expected
      );
    };
    const listed = counts(paragraphs[i - 1], number - 1) || counts(paragraphs[i + 1], number + 1);
    return listed ? { ...paragraph, kind: "text" } : paragraph;
  });
}

/** What is set smaller than the text below the caption of a table is the table, up to the text or a heading. */
function inTables(paragraphs: readonly Paragraph[], body: Type): Paragraph[] {
  let table = false;
  return paragraphs.map((paragraph) => {
    const first = paragraph.lines[0]!;
    const small = first.size < body.size * 0.95;
    if (/^(?:table|tab\.|tabelle)\s*(?:\d+|[IVX]+)/i.test(first.text)) {
      table = true;
      return paragraph;
    }
    table &&= small && paragraph.kind !== "heading";
    return table && paragraph.kind === "text" ? { ...paragraph, kind: "row" } : paragraph;
  });
}

/** Paragraphs of a figure or table that may stand inside a paragraph of the text. */
const mostFloats = 60;
const unfinished = /[\p{L}\d,;([–-]\s*$/u;

/**
 * A figure, table or caption put into the middle of a paragraph comes behind it: the paragraph that breaks off
 * without a stop goes on in the next one of its own type that does not open as a new one does.
 */
function aroundFloats(paragraphs: readonly Paragraph[]): Paragraph[] {
  const out: Paragraph[] = [];
  for (let i = 0; i < paragraphs.length; i++) {
    const here = paragraphs[i]!;
    const last = here.lines.at(-1)!;
    let next = -1;
    if (here.kind === "text" && here.lines.length > 0 && unfinished.test(last.text)) {
      for (let k = i + 1; k < paragraphs.length && k <= i + mostFloats; k++) {
        const first = paragraphs[k]!.lines[0]!;
        const alike = paragraphs[k]!.kind === "text" && first.size === last.size && !isFloat(paragraphs[k]!);
        if (!alike) continue;
        if (k > i + 1 && goesOn(here, first)) next = k;
        break;
      }
    }
    if (next < 0) {
      out.push(here);
      continue;
    }
    out.push({ kind: "text", lines: [...here.lines, ...paragraphs[next]!.lines] });
    out.push(...paragraphs.slice(i + 1, next));
    i = next;
  }
  return out;
}

const isFloat = ({ lines }: Paragraph): boolean =>
  /^(?:fig(?:ure|\.)?|table|box|scheme|chart|abb(?:ildung|\.)|tab(?:elle|\.))\s*\d+/i.test(lines[0]!.text);

/** Whether a line can be the middle of the paragraph: its type, no label, and its letter or place. */
function goesOn(paragraph: Paragraph, line: Line): boolean {
  const last = paragraph.lines.at(-1)!;
  if (label.test(line.text)) return false;
  const elsewhere = line.page !== last.page || line.left > last.right || line.y < last.y;
  return /^\p{Ll}/u.test(line.text) || (elsewhere && /[-,;(]\s*$/.test(last.text));
}

/** The usual distance between baselines for each size of type. */
function leadingBySize(lines: readonly Line[]): ReadonlyMap<number, number> {
  const steps = new Map<number, number[]>();
  for (let i = 1; i < lines.length; i++) {
    const [a, b] = [lines[i - 1]!, lines[i]!];
    const step = b.y - a.y;
    if (a.page !== b.page || a.size !== b.size || step <= 0 || step > a.size * 3) continue;
    const list = steps.get(a.size);
    if (list) list.push(step);
    else steps.set(a.size, [step]);
  }
  return new Map([...steps].map(([size, list]) => [size, median(list)]));
}

const sameColumn = (a: Line, b: Line): boolean =>
  a.page === b.page && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0;

function surroundings(
  lines: readonly Line[],
  at: number,
  leadings: ReadonlyMap<number, number>,
): Surroundings {
  const line = lines[at]!;
  const near: Line[] = [];
  for (const step of [-1, 1]) {
    for (let i = at + step; i >= 0 && i < lines.length && Math.abs(i - at) <= reach; i += step) {
      const other = lines[i]!;
      if (!sameColumn(line, other)) break;
      if (Math.abs(other.size - line.size) > 0.6 || Math.abs(other.left - line.left) > line.size * 5)
        continue;
      if (step < 0) near.unshift(other);
      else near.push(other);
    }
    if (step < 0) near.push(line);
  }
  const margin = Math.min(...near.map(({ left }) => left));
  // A long address may run out of its column: the edge is where most of the wide lines end.
  const rights = near.map(({ right }) => right).sort((a, b) => b - a);
  const edge = rights[Math.floor(rights.length / 6)]!;
  const indented = near.map(({ left }) => left > margin + line.size * 0.5);
  let [both, neither] = [0, 0];
  for (let i = 1; i < indented.length; i++) {
    if (indented[i] && indented[i - 1]) both++;
    if (!indented[i] && !indented[i - 1]) neither++;
  }
  const many = indented.filter(Boolean).length;
  const hanging =
    near.length >= 3 && many >= 2 && (both > neither || (many * 5 >= near.length * 2 && both + 1 >= neither));
  return { margin, edge, hanging, leading: leadings.get(line.size) ?? line.size * 1.2 };
}

/** Wide gaps make a row, unless the line fills its column: then it is spread out to do so. */
const isRow = (line: Line, { edge }: Surroundings): boolean =>
  line.gaps > 1 && Math.abs(line.right - edge) > 2;

function begins(
  a: Line,
  b: Line,
  before: Surroundings,
  here: Surroundings,
  body: Type,
  next: boolean,
): boolean {
  const em = b.size;
  const indent = b.left - here.margin;
  const hyphen = /[\p{L}\d][-\u00ad\u2010\u2013]\s*$/u.test(a.text);
  const labelled = label.test(b.text) && !isTornPlace(a.text.trimEnd(), b.text);
  if (isRow(a, before) || isRow(b, here)) return true;
  if (Math.abs(a.size - b.size) > 0.6) return true;
  const full = a.right > before.edge - Math.max(2.5 * em, (before.edge - before.margin) * 0.12);
  if (!sameColumn(a, b) || b.y <= a.y) {
    // Over a column or page: a paragraph goes on unless it was closed or the next one opens with an indent.
    if (hyphen) return false;
    if (here.hanging) return indent < em * 0.5;
    if (labelled && (next || !full)) return true;
    if (indent > em * 0.6) return true;
    return closed.test(a.text) && (!full || /^[\p{Lu}\d[(“"]/u.test(b.text)) && !full;
  }
  if (b.y - a.y > here.leading * 1.35 && b.y - a.y > b.size * 1.3) return true;
  if ((a.font === body.font) !== (b.font === body.font) && !full) return true;
  if (hyphen) return false;
  if (labelled && (next || ((!full || closed.test(a.text)) && indent < em * 0.5))) return true;
  if (here.hanging) return indent < em * 0.5;
  if (indent > em * 0.6 && a.left < b.left - em * 0.5) return true;
  return !full && closed.test(a.text);
}

function kindOf(lines: readonly Line[], body: Type): Paragraph["kind"] {
  const first = lines[0]!;
  if (lines.length === 1 && first.gaps > 1) return "row";
  const text = lines.map((line) => line.text).join(" ");
  const other = lines.every((line) => line.font !== body.font && line.size >= body.size * 0.95);
  const larger = lines.every((line) => line.size > body.size * 1.15);
  const short = text.length <= 200 && lines.length <= 4 && !/[.,;]$/.test(text) && /\p{L}{2}/u.test(text);
  return short && (larger || other) ? "heading" : "text";
}
