/**
 * JATS XML to text, blocks and hints: title, abstract, body, floats where they stand, back matter with the
 * reference list. Every tagged reference carries its fields as CSL-JSON; calls are the article's own xrefs. Longer than most files: the
 * elements may stand inside one another, and all write through the one builder.
 */
import type { BlockKind, Hint, Span } from "../../model.ts";
import { createBuilder, type TextBuilder } from "../builder.ts";
import { claimedEncoding, decode } from "../decode.ts";
import { callLabel } from "../labels.ts";
import { yearWord } from "../note-words.ts";
import type { Reader, ReaderInput, Reading } from "../reading.ts";
import { child, elements, isXml, parseXml, walkXml, type XmlElement, type XmlNode, xmlText } from "../xml.ts";
import { citationCsl, citationText, isPrinted, type ReferenceStyle } from "./citation.ts";
import { articleFacts } from "./front.ts";

export const readJats: Reader = ({ bytes, budget, bibliography }: ReaderInput): Reading => {
  const { text } = decode(bytes, claimedEncoding(bytes));
  budget.checkCharacters(text.length);
  const root = parseXml(text, budget, "the file");
  const { article, others } = firstArticle(root);
  const builder = createBuilder(budget);
  new Article(builder, article).read();
  if (others > 0) {
    builder.notice({
      message: `The file holds ${others} more articles; only the first was read.`,
      span: null,
    });
  }
  return { ...builder.build(), ...articleFacts(article), bibliography, origins: [] };
};

/** Collections (PMC, OAI) wrap articles; the first one is read. */
function firstArticle(root: XmlElement): { article: XmlElement; others: number } {
  if (/^(?:article|book|book-part|sub-article)$/.test(root.name)) return { article: root, others: 0 };
  const found: XmlElement[] = [];
  walkXml(root, (element) => {
    const is = element.name === "article" || element.name === "book";
    if (is) found.push(element);
    return !is;
  });
  return { article: found[0] ?? root, others: Math.max(0, found.length - 1) };
}

/** Never shown in an article's text: metadata, other forms of the same thing, and what stands elsewhere. */
const unseen = new Set(
  "tex-math alt-text long-desc object-id graphic inline-graphic media processing-meta custom-meta-group permissions index-term journal-meta contrib-group aff author-notes pub-date history kwd-group related-article related-object self-uri counts funding-group x private-char annotation annotation-xml mml:annotation mml:annotation-xml".split(
    " ",
  ),
);

const grouping = new Set(
  "sec abstract trans-abstract body back ack app app-group notes glossary list def-list disp-quote boxed-text fig fig-group table-wrap table-wrap-foot table-wrap-group caption statement verse-group speech supplementary-material bio disp-formula disp-formula-group array attrib code preformat chem-struct-wrap fn-group ref-list sub-article response front front-stub title-group article-meta floats-group book-body book-part front-matter-part named-book-part-body list-item def-item def term".split(
    " ",
  ),
);

interface Place {
  readonly kind: BlockKind;
  readonly depth: number;
  /** Inside a table cell or reference: blocks are apart by a space only. */
  readonly inRow: boolean;
  /** Inside a paragraph: a footnote here is called from here. */
  readonly inText: boolean;
}

class Article {
  readonly #builder: TextBuilder;
  readonly #article: XmlElement;
  /** Labels the xrefs show, by the id they lead to; null when they disagree or show words. */
  readonly #shown = new Map<string, string | null>();
  /** Ids of footnotes and references, the only targets that make an xref a call. */
  readonly #targets = new Set<string>();
  /** Ids that xrefs lead to. */
  readonly #called = new Set<string>();
  /** Notes that stand inside running text; written at the end. */
  readonly #deferred: { readonly element: XmlElement; readonly label: string | null }[] = [];
  #style: ReferenceStyle = "numbered";
  #tables = 0;
  #unnamed = 0;

  constructor(builder: TextBuilder, article: XmlElement) {
    this.#builder = builder;
    this.#article = article;
  }

  read(): void {
    this.#survey();
    this.#nodes(this.#article.children, { kind: "paragraph", depth: 0, inRow: false, inText: false });
    for (const { element, label } of this.#deferred) this.#note(element, label);
  }

  /** Looks through the article once: what can be called, how the calls look, how the list is numbered. */
  #survey(): void {
    const refs: XmlElement[] = [];
    let years = 0;
    let numbers = 0;
    walkXml(this.#article, (element) => {
      const { id } = element.attributes;
      if (id !== undefined && (element.name === "ref" || element.name === "fn")) this.#targets.add(id);
      if (element.name === "ref") refs.push(element);
      if (element.name === "xref") {
        const words = xmlText(element).slice(0, 80);
        const label = callLabel(words);
        if (element.attributes["ref-type"] === "bibr") {
          if (yearWord.test(words)) years++;
          else if (/\d/.test(words)) numbers++;
        }
        for (const target of targetsOf(element)) {
          this.#called.add(target);
          if (label === null) continue;
          const known = this.#shown.get(target);
          this.#shown.set(target, known === undefined || known === label ? label : null);
        }
      }
      return true;
    });
    this.#style = years > numbers ? "author-year" : "numbered";
    if (this.#style === "author-year" || refs.some((ref) => child(ref, "label") !== null)) return;
    // Calls that count the entries in order number those nobody calls, too.
    const called = refs.map((ref) => this.#shown.get(ref.attributes.id ?? "") ?? null);
    const inOrder = called.filter((label, i) => label === String(i + 1)).length;
    if (inOrder * 2 <= called.filter((label) => label !== null).length) return;
    refs.forEach((ref, i) => {
      if (ref.attributes.id) this.#shown.set(ref.attributes.id, String(i + 1));
    });
  }

  #nodes(nodes: readonly XmlNode[], place: Place): void {
    for (const node of nodes) {
      if (isXml(node)) this.#element(node, place);
      else this.#builder.text(node);
    }
  }

  #block(kind: BlockKind, element: XmlElement, place: Place, level?: number): void {
    const { kind: outer } = place;
    if (place.inRow) {
      this.#builder.text(" ");
      this.#nodes(element.children, place);
      this.#builder.text(" ");
      return;
    }
    this.#builder.block(kind, level);
    this.#nodes(element.children, { ...place, kind });
    this.#builder.block(outer);
  }

  #element(element: XmlElement, place: Place): void {
    const { name } = element;
    if (unseen.has(name)) return;
    switch (name) {
      case "article-title":
      case "book-title":
        if (place.kind === "reference") this.#nodes(element.children, place);
        else this.#block("heading", element, place, 1);
        break;
      case "title":
      case "subtitle":
      case "trans-title":
        this.#block(place.kind === "caption" ? "caption" : "heading", element, place, place.depth + 1);
        break;
      case "p":
        this.#block(place.kind, element, { ...place, inText: place.kind !== "note" });
        break;
      case "list-item":
      case "def-item":
        this.#block("list-item", element, place);
        break;
      case "sec":
      case "abstract":
      case "ack":
      case "app":
      case "notes":
      case "ref-list":
      case "fn-group":
      case "sub-article":
      case "response":
      case "boxed-text":
      case "glossary":
        this.#section(element, place);
        break;
      case "fig":
      case "table-wrap":
      case "supplementary-material":
        this.#float(element, place);
        break;
      case "table":
      case "array":
        this.#table(element, place);
        break;
      case "ref":
        this.#reference(element);
        break;
      case "fn":
        this.#footnote(element, place);
        break;
      case "xref":
        this.#xref(element, place);
        break;
      case "name":
      case "string-name":
        this.#name(element, place);
        break;
      case "pub-id":
        // Other identifiers than the DOI are not printed; where fields follow without a space, it wants one.
        if (element.attributes["pub-id-type"] === "doi") this.#nodes([" ", ...element.children], place);
        break;
      case "break":
        if (place.inRow) this.#builder.text(" ");
        else this.#builder.lineBreak();
        break;
      case "alternatives":
      case "citation-alternatives":
        this.#nodes(choose(element), place);
        break;
      default:
        if (grouping.has(name)) this.#block(place.kind, element, place);
        else this.#inline(element, place);
    }
  }

  #section(element: XmlElement, place: Place): void {
    const label = child(element, "label");
    const title = child(element, "title");
    const rest = element.children.filter((node) => node !== label && node !== title);
    this.#builder.block("heading", place.depth + 2);
    const inside = { ...place, kind: "heading" as const };
    if (label !== null) this.#nodes([...label.children, " "], inside);
    if (title !== null) this.#nodes(title.children, inside);
    else if (element.name === "abstract") this.#builder.text("Abstract");
    else if (element.name === "ref-list" && place.depth === 0) this.#builder.text("References");
    this.#builder.block(place.kind);
    this.#nodes(rest, { ...place, kind: "paragraph", depth: place.depth + 1 });
    this.#builder.block(place.kind);
  }

  /** A figure or table: label and caption as one block, then the rows and the notes below. */
  #float(element: XmlElement, place: Place): void {
    const label = child(element, "label");
    const caption = child(element, "caption");
    const rest = element.children.filter((node) => node !== label && node !== caption);
    this.#builder.block("caption");
    const inside: Place = { ...place, kind: "caption" };
    if (label !== null) this.#nodes([...label.children, " "], inside);
    const title = caption && child(caption, "title");
    if (title) this.#nodes([...title.children, " "], inside);
    let first = true;
    for (const node of caption?.children ?? []) {
      if (node === title) continue;
      if (isXml(node) && node.name === "p") {
        if (!first) this.#builder.block("caption");
        first = false;
        this.#nodes(node.children, inside);
      } else this.#nodes([node], inside);
    }
    this.#builder.block(place.kind);
    this.#nodes(rest, { ...place, kind: "caption" });
    this.#builder.block(place.kind);
  }

  #table(table: XmlElement, place: Place): void {
    const id = ++this.#tables;
    walkXml(table, (element) => {
      if (element.name !== "tr" && element.name !== "tbl-row") return true;
      if (xmlText(element).trim() === "") return false;
      this.#builder.row(id);
      let first = true;
      for (const cell of elements(element)) {
        if (!first) this.#builder.text(" | ");
        first = false;
        this.#nodes(cell.children, { ...place, kind: "table-row", inRow: true });
      }
      return false;
    });
    this.#builder.block(place.kind);
  }

  #reference(ref: XmlElement): void {
    const builder = this.#builder;
    const id = ref.attributes.id ?? `ref-${++this.#unnamed}`;
    const printed = child(ref, "label");
    const shown = printed === null ? (this.#shown.get(id) ?? null) : callLabel(xmlText(printed));
    const label = shown !== null && /^\d{4}[a-z]?$/.test(shown) ? null : shown; // a year names no entry
    const place: Place = { kind: "reference", depth: 0, inRow: true, inText: false };
    builder.block("reference");
    const span = builder.open();
    if (label !== null) builder.text(`${label}. `);
    const body = builder.open();
    const cited = elements(ref).flatMap((part) =>
      /alternatives$/.test(part.name) ? choose(part).filter(isXml) : [part],
    );
    let csl = null;
    for (const part of cited) {
      if (part.name === "label") continue;
      if (/citation/.test(part.name)) {
        csl ??= citationCsl(part);
        if (isPrinted(part))
          this.#nodes(
            part.children.filter((node) => !isXml(node) || node.name !== "label"),
            place,
          );
        else builder.text(citationText(part, this.#style));
      } else this.#nodes([part], place);
      builder.text(" ");
    }
    const words = builder.close(body);
    const whole = builder.close(span);
    if (whole !== null && words !== null) {
      const base = { ...whole, id, label, type: "reference", bodyStart: words.start } as const;
      builder.hint({ kind: "note-body", ...base, ...(csl === null ? {} : { csl: { id, ...csl } }) });
    }
    builder.block("paragraph");
  }

  #footnote(fn: XmlElement, place: Place): void {
    const printed = child(fn, "label");
    const { id } = fn.attributes;
    const label =
      (printed && callLabel(xmlText(printed))) ?? (id === undefined ? null : (this.#shown.get(id) ?? null));
    if (!place.inText && !place.inRow) {
      // What nothing calls and no label marks is text set apart: a declaration, the source of a table.
      const called = label !== null || (id !== undefined && this.#called.has(id));
      if (called) this.#note(fn, label);
      else this.#block(place.kind, fn, place);
      this.#builder.block(place.kind);
      return;
    }
    const target = id ?? `fn-${++this.#unnamed}`;
    this.#deferred.push({ element: { ...fn, attributes: { ...fn.attributes, id: target } }, label });
    if (this.#shown.has(target) || label === null) return; // an xref stands there already
    const span = this.#builder.open();
    this.#builder.text(label);
    const words = this.#builder.close(span);
    if (words !== null) this.#builder.hint({ kind: "note-call", ...words, target });
  }

  #note(fn: XmlElement, label: string | null): void {
    const builder = this.#builder;
    const place: Place = { kind: "note", depth: 1, inRow: false, inText: false };
    builder.block("note");
    const span = builder.open();
    if (label !== null) builder.text(`${label} `);
    const body = builder.open();
    let first = true;
    for (const node of fn.children) {
      if (isXml(node) && node.name === "label") continue;
      if (isXml(node) && node.name === "p") {
        if (!first) builder.block("note");
        first = false;
        this.#nodes(node.children, place);
      } else this.#nodes([node], place);
    }
    const words = builder.close(body);
    const whole = builder.close(span);
    const id = fn.attributes.id ?? `fn-${++this.#unnamed}`;
    if (whole === null || words === null) return;
    builder.hint({ kind: "note-body", ...whole, id, label, type: "footnote", bodyStart: words.start });
  }

  #xref(xref: XmlElement, place: Place): void {
    const targets = targetsOf(xref).filter((target) => this.#targets.has(target));
    const span = this.#builder.open();
    this.#nodes(xref.children, place);
    const words = this.#builder.close(span);
    if (words === null) return;
    for (const target of targets) this.#builder.hint({ kind: "note-call", ...words, target });
  }

  /** Names are tagged with no space between their parts as often as with one. */
  #name(element: XmlElement, place: Place): void {
    const spaced = element.children.some((node) => !isXml(node) && /[\s,]/.test(node));
    this.#nodes(
      spaced ? element.children : element.children.flatMap((node) => [node, " "]).slice(0, -1),
      place,
    );
  }

  #inline(element: XmlElement, place: Place): void {
    const make = hintOf(element);
    const span = make === null ? null : this.#builder.open();
    this.#nodes(element.children, place);
    const words = span === null ? null : this.#builder.close(span);
    if (make !== null && words !== null) this.#builder.hint(make(words));
  }
}

const targetsOf = (xref: XmlElement): readonly string[] =>
  /^(?:aff|corresp|fig|table|sec|media|supplementary-material|disp-formula|contrib|author-notes)$/.test(
    xref.attributes["ref-type"] ?? "",
  )
    ? []
    : (xref.attributes.rid ?? "").split(/\s+/).filter(Boolean);

/** Of several forms of one thing, the readable one. */
function choose(alternatives: XmlElement): readonly XmlNode[] {
  const all = elements(alternatives);
  const best = ["mixed-citation", "table", "mml:math", "textual-form", "element-citation"];
  const chosen = best.map((name) => all.find((element) => element.name === name)).find(Boolean) ?? all[0];
  return chosen === undefined ? [] : [chosen];
}

function hintOf(element: XmlElement): ((words: Span) => Hint) | null {
  switch (element.name) {
    case "sup":
      return (words) => ({ kind: "superscript", ...words });
    case "sub":
      return (words) => ({ kind: "subscript", ...words });
    case "italic":
    case "source":
      return (words) => ({ kind: "emphasis", ...words });
    case "ext-link":
    case "uri": {
      const url = element.attributes["xlink:href"] ?? xmlText(element);
      return /^https?:/.test(url) ? (words) => ({ kind: "link", ...words, url }) : null;
    }
    default:
      return null;
  }
}
