/**
 * PDF to text, blocks and hints: columns in reading order, running heads and page numbers named as chrome, words
 * rejoined over line ends, raised letters marked, pages labelled, lists cut into the entries that links lead to.
 */

import { joins, wordsOf } from "../../divided-words.ts";
import type { BlockKind } from "../../model.ts";
import { createBuilder, type TextBuilder } from "../builder.ts";
import { printedLabel } from "../labels.ts";
import { referenceHeading } from "../note-words.ts";
import { Refusal } from "../problem.ts";
import type { Reader, ReaderInput, Reading } from "../reading.ts";
import { withAccents } from "./accents.ts";
import { findRunning } from "./chrome.ts";
import { type Call, findEntries, looksLikeCall } from "./entries.ts";
import { footLines } from "./foot.ts";
import { type Line, toLines } from "./lines.ts";
import { coveredText, lineAt, shiftOf } from "./links.ts";
import { loadPdf } from "./load.ts";
import { inReadingOrder } from "./order.ts";
import type { PdfContent } from "./page.ts";
import { bodyType, type Paragraph, toParagraphs } from "./paragraphs.ts";

const COMPOUND = /^\p{L}[-\u2010]\p{L}$|^\d[-\u2010-\u2013]\d$/u;

export const readPdf: Reader = async ({ bytes, budget, bibliography }: ReaderInput): Promise<Reading> => {
  const content = await loadPdf(bytes, budget);
  const letters = content.pages.reduce(
    (sum, page) => sum + page.runs.reduce((n, run) => n + run.text.trim().length, 0),
    0,
  );
  if (letters < content.pages.length * 5 || letters === 0) refuseSilent(content);
  const builder = createBuilder(budget);
  new Writer(builder, content).write();
  const built = builder.build();
  const heading = built.blocks.find(({ kind }) => kind === "heading");
  const useless =
    content.title === null ||
    /^(?:microsoft word\b|untitled|document\d*$|.{0,60}\.(?:docx?|indd|pdf|tex|qxd)$|\S{0,30}$)/i.test(
      content.title,
    );
  const unread = content.unread.length > 0 ? [`Page ${content.unread.join(", ")} could not be read.`] : [];
  const empty = content.pages
    .filter(({ runs }) => runs.every(({ text }) => text.trim() === ""))
    .map(({ index }) => index + 1);
  if (empty.length > 0)
    unread.push(`Page ${empty.join(", ")} holds no text; if it is a scan, run text recognition (OCR).`);
  return {
    ...built,
    title: !useless ? content.title : heading ? built.text.slice(heading.start, heading.end) : content.title,
    language: content.language,
    date: content.date,
    bibliography,
    origins: [],
    notices: [...built.notices, ...unread.map((message) => ({ message, span: null }))],
  };
};

function refuseSilent({ pages, unread }: PdfContent): never {
  if (pages.length === 0) {
    throw new Refusal(
      "damaged",
      `None of the ${unread.length} pages can be read.`,
      "Print the PDF to a new one from a viewer.",
    );
  }
  throw new Refusal(
    "scanned",
    "The PDF holds pictures of pages and no text.",
    "Run text recognition (OCR) on it and bring the searchable PDF.",
  );
}

class Writer {
  readonly #builder: TextBuilder;
  readonly #content: PdfContent;
  readonly #linesOf = new Map<number, readonly Line[]>();
  readonly #ids = new Map<Line, string>();
  #entries: ReadonlySet<Paragraph> = new Set();
  #words: ReadonlySet<string> = new Set();
  #tables = 0;

  constructor(builder: TextBuilder, content: PdfContent) {
    this.#builder = builder;
    this.#content = content;
  }

  write(): void {
    const { pages } = this.#content;
    for (const page of pages) this.#linesOf.set(page.index, toLines(page.index, page.runs));
    const running = findRunning(pages, this.#linesOf);
    const flow: Line[] = [];
    const aside = new Map<number, Line[]>(); // chrome by page
    const feet: Line[] = [];
    const all = [...this.#linesOf.values()].flat();
    const body = bodyType(all.filter((line) => !running.has(line)));
    for (const page of pages) {
      const lines = this.#linesOf.get(page.index)!;
      const own = lines.filter((line) => !running.has(line));
      const foot = footLines(own, body, page.height);
      aside.set(page.index, [
        ...lines.filter((line) => running.has(line)),
        ...toLines(page.index, page.turned),
      ]);
      feet.push(...foot);
      flow.push(
        ...inReadingOrder(
          own.filter((line) => !foot.has(line)),
          page.width,
        ),
      );
    }
    const calls = this.#readLinks();
    this.#words = wordsOf(all);
    const opens = new Set(calls.map(({ target }) => target));
    const { paragraphs, entries } = findEntries(toParagraphs(flow, body, opens), calls);
    this.#entries = entries;
    for (const { lines } of entries) {
      const { page, left, y } = lines[0]!;
      this.#ids.set(lines[0]!, `p${page + 1}-${Math.round(left)}-${Math.round(y)}`);
    }
    const notes = toParagraphs(feet, body, new Set(feet.filter((line) => line.pieces[0]?.lift === "raised")));
    this.#writeAll(paragraphs, notes, aside, body.size);
  }

  #readLinks(): Call[] {
    const stretches = this.#content.pages.flatMap((page) =>
      coveredText(page, this.#linesOf.get(page.index)!),
    );
    const shift = shiftOf(stretches, this.#linesOf);
    return stretches.flatMap(({ line, from, to, link: { place } }) => {
      const words = line.text.slice(from, to);
      if (place === null || !looksLikeCall(words)) return [];
      const target = lineAt(place, shift, words, this.#linesOf.get(place.page) ?? []);
      return target === null ? [] : [{ from: line, target }];
    });
  }

  /** Chrome and the notes of a page stand behind the paragraph that crosses into the next one. */
  #writeAll(
    paragraphs: readonly Paragraph[],
    notes: readonly Paragraph[],
    aside: ReadonlyMap<number, readonly Line[]>,
    bodySize: number,
  ): void {
    const sizes = [
      ...new Set(paragraphs.filter(({ kind }) => kind === "heading").map(({ lines }) => lines[0]!.size)),
    ]
      .filter((size) => size > bodySize * 1.05)
      .sort((a, b) => b - a);
    let page = -1;
    let note = 0;
    let heading = "";
    const closePages = (until: number): void => {
      for (; page < until; page++) {
        for (const line of aside.get(page) ?? []) this.#line("chrome", line);
        while (note < notes.length && notes[note]!.lines[0]!.page <= page)
          this.#paragraph(notes[note++]!, "note", undefined);
      }
    };
    for (const paragraph of paragraphs) {
      closePages(paragraph.lines[0]!.page);
      const size = paragraph.lines[0]!.size;
      const at = sizes.indexOf(size);
      if (paragraph.kind === "heading") heading = paragraph.lines[0]!.text;
      // Only its heading says that a list holds references; else its entries are paragraphs, each a whole one.
      if (this.#entries.has(paragraph) && referenceHeading.test(heading)) this.#entry(paragraph);
      else if (paragraph.kind === "row") {
        for (const line of paragraph.lines) {
          this.#builder.row(this.#tables);
          this.#cells(line);
        }
        continue;
      } else if (paragraph.kind === "heading")
        this.#paragraph(paragraph, "heading", at < 0 ? sizes.length + 1 : at + 1);
      else this.#paragraph(paragraph, "paragraph", undefined);
      this.#tables++;
    }
    closePages(this.#content.pages.length === 0 ? 0 : this.#content.pages.at(-1)!.index + 1);
  }

  #line(kind: BlockKind, line: Line): void {
    this.#builder.block(kind);
    this.#write([line]);
    this.#builder.block("paragraph");
  }

  #paragraph({ lines }: Paragraph, kind: BlockKind, level: number | undefined): void {
    this.#builder.block(kind, level);
    this.#write(lines);
    this.#builder.block("paragraph");
  }

  #entry({ lines }: Paragraph): void {
    const builder = this.#builder;
    builder.block("reference");
    const span = builder.open();
    this.#write(lines);
    const whole = builder.close(span);
    builder.block("paragraph");
    if (whole === null) return;
    const printed = printedLabel(
      builder.read(whole.start, whole.end),
      /^\W*(\d{1,3})\b/.exec(lines[0]!.text)?.[1] ?? null,
    );
    builder.hint({
      kind: "note-body",
      ...whole,
      id: this.#ids.get(lines[0]!)!,
      label: printed?.label ?? null,
      type: "reference",
      bodyStart: Math.min(whole.end, whole.start + (printed?.length ?? 0)),
    });
  }

  #cells(line: Line): void {
    let end = line.left;
    for (const piece of line.pieces) {
      if (piece.x - end > line.size * 2) this.#builder.text(" | ");
      this.#builder.text(piece.text);
      end = piece.end;
    }
  }

  #write(lines: readonly Line[]): void {
    lines.forEach((line, i) => {
      const next = lines[i + 1];
      const cut = next !== undefined && joins(line.text, next.text, this.#words);
      this.#pageMark(line);
      this.#oneLine(line, cut);
      // A hyphen that stays belongs to a compound, a dash between numbers to a range, and neither takes a space.
      const compound = next !== undefined && COMPOUND.test(`${line.text.slice(-2)}${next.text.slice(0, 1)}`);
      if (next !== undefined && !cut && !compound) this.#builder.text(" ");
    });
  }

  #lastPage = -1;

  #pageMark(line: Line): void {
    if (line.page <= this.#lastPage) return;
    this.#lastPage = line.page;
    const label = this.#content.pages.find(({ index }) => index === line.page)?.label ?? null;
    const at = this.#builder.position();
    this.#builder.hint({ kind: "page", start: at, end: at, label: label ?? String(line.page + 1) });
  }

  /** Writes a line; `cut` drops the hyphen at its end. Raised and lowered letters become hints. */
  #oneLine(line: Line, cut: boolean): void {
    const builder = this.#builder;
    let left = cut ? line.text.trimEnd().length - 1 : line.text.length;
    for (const { text, lift } of line.pieces) {
      const span = lift === null ? null : builder.open();
      builder.text(withAccents(text.slice(0, Math.max(0, left))).replace(/\u00ad/g, ""));
      left -= text.length;
      const words = span === null ? null : builder.close(span);
      if (words !== null) builder.hint({ kind: lift === "raised" ? "superscript" : "subscript", ...words });
    }
  }
}
