/**
 * HTML to text, blocks and hints in the order of the page: what a browser shows, boilerplate included and named,
 * scripts and arrows back from notes left out.
 */
import type { BlockKind, Hint, Span } from "../../model.ts";
import { createBuilder, type TextBuilder } from "../builder.ts";
import { claimedEncoding, decode } from "../decode.ts";
import { directiveIn } from "../directive.ts";
import { printedLabel } from "../labels.ts";
import type { Budget } from "../limits.ts";
import type { Reader, ReaderInput, Reading } from "../reading.ts";
import { findChrome } from "./chrome.ts";
import { pageFacts } from "./head.ts";
import { blockKind, headingLevel, isBlock, isUnseen } from "./kinds.ts";
import { findNotes, type NoteEntry, type PageNotes } from "./notes.ts";
import { dataRows } from "./tables.ts";
import {
  attribute,
  classes,
  type Element,
  isElement,
  type Node,
  parseHtml,
  type Root,
  textOf,
} from "./tree.ts";

export const readHtml: Reader = ({ bytes, budget, bibliography }: ReaderInput): Reading => {
  const { text } = decode(bytes, claimedEncoding(bytes));
  budget.checkCharacters(text.length);
  return { ...readHtmlText(text, budget), bibliography };
};

/** Returns the reading of decoded HTML. */
export function readHtmlText(html: string, budget: Budget): Reading {
  const root = parseHtml(html, budget);
  const notes = findNotes(root);
  const builder = createBuilder(budget, html);
  const page = new Page(builder, notes, findChrome(root, notes.entries));
  page.root(root);
  return { ...builder.build(), ...pageFacts(root), bibliography: [] };
}

/** Where the walk is: what kind of block the next words belong to. */
interface Place {
  readonly kind: BlockKind;
  readonly level?: number;
  readonly chrome: boolean;
  readonly verbatim: boolean;
  /** Inside a table row or a note's row: block elements separate by a space only. */
  readonly inRow: boolean;
  readonly note: NoteEntry | null;
}

const start: Place = { kind: "paragraph", chrome: false, verbatim: false, inRow: false, note: null };

class Page {
  readonly #builder: TextBuilder;
  readonly #notes: PageNotes;
  readonly #chrome: ReadonlySet<Element>;
  #tables = 0;
  /** A list's number was written and its words go on in the same block, whatever elements hold them. */
  #afterLabel = false;

  constructor(builder: TextBuilder, notes: PageNotes, chrome: ReadonlySet<Element>) {
    this.#builder = builder;
    this.#notes = notes;
    this.#chrome = chrome;
  }

  root(root: Root): void {
    for (const child of root.childNodes) this.#node(child, start);
  }

  #node(node: Node, place: Place): void {
    if (node.nodeName === "#text" && "value" in node) {
      this.#afterLabel &&= node.value.trim() === "";
      const at = node.sourceCodeLocation?.startOffset;
      if (place.verbatim) this.#builder.verbatim(node.value, at);
      else this.#builder.text(node.value, at);
    } else if (isElement(node)) this.#element(node, place);
    else if (node.nodeName === "#comment" && "data" in node) this.#comment(node.data);
  }

  /** Only what speaks to this program: a page holds many comments, and none of them is its text. */
  #comment(words: string): void {
    const what = directiveIn(words);
    const at = this.#builder.position();
    if (what !== null) this.#builder.hint({ kind: "left-out", start: at, end: at, what });
  }

  #children(element: Element, place: Place): void {
    for (const child of element.childNodes) this.#node(child, place);
  }

  #element(element: Element, place: Place): void {
    if (element.tagName === "br") {
      if (place.inRow) this.#builder.text(" ");
      else this.#builder.lineBreak();
      return;
    }
    if (isUnseen(element) || this.#notes.backLinks.has(element)) return;
    const entry = this.#notes.entries.get(element);
    if (entry) this.#note(element, entry, place);
    else if (!isBlock(element)) this.#inline(element, place);
    else if (place.inRow) {
      this.#builder.text(" ");
      this.#children(element, place);
      this.#builder.text(" ");
    } else this.#block(element, place);
  }

  #block(element: Element, place: Place): void {
    const inside = this.#inside(element, place);
    this.#open(inside);
    if (element.tagName === "table") this.#table(element, inside);
    else this.#children(element, inside);
    this.#open(place);
  }

  #open(place: Place): void {
    if (!this.#afterLabel) this.#builder.block(place.kind, place.level);
  }

  #inside(element: Element, place: Place): Place {
    const chrome = place.chrome || this.#chrome.has(element);
    const verbatim = place.verbatim || element.tagName === "pre" || element.tagName === "listing";
    const base = { chrome, verbatim, inRow: false, note: place.note };
    if (place.note !== null) return { ...base, kind: place.kind };
    if (chrome) return { ...base, kind: "chrome" };
    const kind = blockKind(element);
    const level = headingLevel(element);
    if (kind === "heading" && level !== null) return { ...base, kind, level };
    // A paragraph inside a list item or caption is still the item or the caption.
    const inherits = place.kind === "list-item" || place.kind === "caption" || place.kind === "reference";
    if (kind === null || (kind === "paragraph" && inherits))
      return { ...base, kind: groups(element) ? "paragraph" : place.kind };
    return { ...base, kind };
  }

  #note(element: Element, entry: NoteEntry, place: Place): void {
    const builder = this.#builder;
    const kind: BlockKind = entry.type === "reference" ? "reference" : "note";
    const inside: Place = {
      ...place,
      kind,
      chrome: false,
      note: entry,
      inRow: place.inRow || element.tagName === "tr",
    };
    if (!place.inRow) this.#open(inside);
    const span = builder.open();
    if (entry.numbered && entry.label !== null) {
      builder.text(`${entry.label}. `);
      this.#afterLabel = true;
    }
    const words = this.#collect(() => {
      if (element.tagName === "tr") this.#cells(element, inside, " ");
      else this.#children(element, inside);
    });
    this.#afterLabel = false;
    const whole = builder.close(span);
    if (whole !== null) {
      const printed = entry.label === null ? null : printedLabel(words(whole), entry.label);
      builder.hint({
        kind: "note-body",
        ...whole,
        id: entry.id,
        label: entry.label,
        type: entry.type,
        bodyStart: whole.start + Math.min(printed?.length ?? 0, whole.end - whole.start),
      });
    }
    if (!place.inRow) this.#open(place);
  }

  /** Runs `write` and returns a way to read the words it wrote. */
  #collect(write: () => void): (span: { start: number; end: number }) => string {
    write();
    return ({ start: from, end }) => this.#builder.read(from, Math.min(end, from + 100));
  }

  #inline(element: Element, place: Place): void {
    const make = this.#hintOf(element);
    if (make === null) {
      this.#children(element, place);
      return;
    }
    const span = this.#builder.open();
    this.#children(element, place);
    const words = this.#builder.close(span);
    if (words !== null) this.#builder.hint(make(words));
  }

  #hintOf(element: Element): ((words: Span) => Hint) | null {
    const target = this.#notes.calls.get(element);
    if (target !== undefined) return (words) => ({ kind: "note-call", ...words, target });
    if (this.#notes.labelLinks.has(element)) return (words) => ({ kind: "back-link", ...words });
    const url = element.tagName === "a" ? attribute(element, "href") : null;
    if (url !== null && /^(?:https?:)?\/\//i.test(url)) return (words) => ({ kind: "link", ...words, url });
    const kind = runKind(element);
    return kind === null ? null : (words) => ({ kind, ...words });
  }

  #table(table: Element, place: Place): void {
    const rows = place.note === null ? dataRows(table) : null;
    if (rows === null) {
      this.#children(table, place);
      return;
    }
    const id = ++this.#tables;
    for (const child of table.childNodes) {
      if (isElement(child) && child.tagName === "caption") this.#element(child, place);
    }
    for (const row of rows) {
      const entry = this.#notes.entries.get(row);
      if (entry) {
        this.#note(row, entry, place);
        continue;
      }
      if (textOf(row, 500, isUnseen).trim() === "") continue;
      if (place.chrome) this.#open(place);
      else this.#builder.row(id);
      this.#cells(row, { ...place, kind: place.chrome ? "chrome" : "table-row", inRow: true }, " | ");
    }
  }

  #cells(row: Element, place: Place, between: string): void {
    let first = true;
    for (const cell of row.childNodes) {
      if (!isElement(cell) || !/^t[dh]$/.test(cell.tagName)) continue;
      if (!first) this.#builder.text(between);
      first = false;
      this.#children(cell, place);
    }
  }
}

/** Elements that end the list item or caption around them. */
const groups = (element: Element): boolean =>
  /^(?:ul|ol|dl|table|figure|section|article|blockquote)$/.test(element.tagName);

function runKind(element: Element): "superscript" | "subscript" | "emphasis" | null {
  if (element.tagName === "sup") return "superscript";
  if (element.tagName === "sub") return "subscript";
  // Wikipedia puts whole references into `cite`; elsewhere it is the title of a work.
  const isTitle = element.tagName === "cite" && !classes(element).includes("citation");
  if (isTitle || /^(?:i|em|var|dfn)$/.test(element.tagName)) return "emphasis";
  const style = attribute(element, "style");
  if (style !== null && /vertical-align\s*:\s*super/i.test(style)) return "superscript";
  return classes(element).some((name) => name === "superscript" || name === "sup") ? "superscript" : null;
}
