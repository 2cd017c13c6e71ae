/**
 * Wikipedia's wikitext to text, blocks and hints: refs, short citations and explanatory notes numbered as on the
 * page, citation templates shown as words with their fields kept, other templates left out and counted.
 */
import type { Block, BlockKind, Csl } from "../../model.ts";
import { createBuilder, type TextBuilder } from "../builder.ts";
import { claimedEncoding, decode } from "../decode.ts";
import type { Budget } from "../limits.ts";
import type { Reader, ReaderInput, Reading } from "../reading.ts";
import { parseXml, textAt, walkXml, type XmlElement, xmlText } from "../xml.ts";
import { NoteBook } from "./notes.ts";
import { clean, decodeReferences, findPairs } from "./scan.ts";
import {
  citationCsl,
  citationText,
  inlineTemplate,
  isCitation,
  isShort,
  readTemplate,
  shortText,
  type Template,
} from "./templates.ts";

export const readWikitext: Reader = ({ bytes, budget, bibliography }: ReaderInput): Reading => {
  const { text } = decode(bytes, claimedEncoding(bytes));
  budget.checkCharacters(text.length);
  const page = /^\s*(?:<\?xml[^>]*>\s*)?<mediawiki\b/.test(text)
    ? exportedPage(text, budget)
    : { title: null, text };
  const builder = createBuilder(budget);
  new Writer(builder, budget, clean(page.text), { notes: new NoteBook(), left: new Map() }).page();
  const built = builder.build();
  return {
    ...built,
    title: page.title ?? firstHeading(built),
    language: null,
    date: null,
    bibliography,
    origins: [],
  };
};

function firstHeading({
  text,
  blocks,
}: {
  readonly text: string;
  readonly blocks: readonly Block[];
}): string | null {
  const heading = blocks.find(({ kind, level }) => kind === "heading" && level === 1);
  return heading ? text.slice(heading.start, heading.end) : null;
}

/** The first page of a MediaWiki export. */
function exportedPage(xml: string, budget: Budget): { title: string | null; text: string } {
  let page: XmlElement | null = null;
  let text = "";
  walkXml(parseXml(xml, budget, "the export"), (element) => {
    if (element.name === "page") page ??= element;
    if (element.name === "text" && text === "") text = xmlText(element);
    return true;
  });
  return { title: page === null ? null : textAt(page, "title"), text };
}

interface Place {
  readonly kind: BlockKind;
  readonly inRow: boolean;
  readonly depth: number;
}

const start: Place = { kind: "paragraph", inRow: false, depth: 0 };

/** Tags whose content is no running text. */
const skipped =
  /^(?:gallery|timeline|imagemap|score|templatedata|mapframe|graph|inputbox|section|templatestyles)$/;

/** What a page's writer and those of its notes share. */
interface Shared {
  readonly notes: NoteBook;
  /** Templates left out, by name. */
  readonly left: Map<string, number>;
}

/** Templates and links inside one another beyond which words are shown as typed. */
const deepest = 40;

class Writer {
  readonly #builder: TextBuilder;
  readonly #budget: Budget;
  readonly #text: string;
  readonly #pairs: ReadonlyMap<number, number>;
  readonly #shared: Shared;
  readonly #nesting: number;
  #entries = 0;
  #tables = 0;
  #noRefEnd = Number.POSITIVE_INFINITY;

  constructor(builder: TextBuilder, budget: Budget, text: string, shared: Shared, nesting = 0) {
    this.#builder = builder;
    this.#budget = budget;
    this.#text = text;
    this.#pairs = findPairs(text);
    this.#shared = shared;
    this.#nesting = nesting;
  }

  page(): void {
    this.#blocks(0, this.#text.length, start);
    this.#writeNotes();
    const { left } = this.#shared;
    const sum = [...left.values()].reduce((total, n) => total + n, 0);
    if (sum === 0) return;
    const names = [...left]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, 5)
      .map(([name]) => name);
    this.#builder.notice({ message: `${sum} templates were left out (${names.join(", ")}).`, span: null });
  }

  /** Writes the whole text as running words into the block under way. */
  words(): void {
    this.#inline(0, this.#text.length, { ...start, inRow: true });
  }

  /** Returns the end of the line at `at`; templates, links and refs run over line ends. */
  #lineEnd(at: number, end: number): number {
    let i = at;
    while (i < end) {
      const c = this.#text[i]!;
      if (c === "\n") return i;
      i = c === "{" || c === "[" ? (this.#pairs.get(i) ?? i + 1) : c === "<" ? this.#refEnd(i, end) : i + 1;
    }
    return end;
  }

  /** Returns the place behind a `<ref>` that opens at `at`, else behind the sign. */
  #refEnd(at: number, end: number): number {
    const open = /<ref\b[^<>]{0,300}?(\/?)>/iy;
    open.lastIndex = at;
    const m = open.exec(this.#text);
    if (m === null || m[1] === "/") return at + 1;
    if (at >= this.#noRefEnd) return at + 1;
    const close = this.#text.indexOf("</ref>", at);
    if (close < 0) this.#noRefEnd = Math.min(this.#noRefEnd, at);
    return close < 0 || close + 6 > end ? at + 1 : close + 6;
  }

  #blocks(from: number, end: number, place: Place): void {
    this.#budget.checkDepth(place.depth);
    let at = from;
    while (at < end) {
      this.#budget.spend(1, at);
      const table = /^[ \t:]*\{\|/.exec(this.#text.slice(at, at + 40));
      const tableAt = table === null ? -1 : at + table[0].length - 2;
      const tableEnd = tableAt < 0 ? undefined : this.#pairs.get(tableAt);
      if (tableEnd !== undefined && tableEnd <= end) {
        this.#table(tableAt + 2, tableEnd - 2, place);
        at = tableEnd;
        continue;
      }
      const stop = this.#lineEnd(at, end);
      this.#line(at, stop, place);
      at = stop + 1;
    }
    this.#builder.block(place.kind);
  }

  #line(from: number, end: number, place: Place): void {
    const builder = this.#builder;
    const head = this.#text.slice(from, Math.min(end, from + 300));
    const heading = /^(={1,6})\s*/.exec(head);
    if (heading && this.#text.slice(from, end).trimEnd().endsWith(heading[1]!)) {
      const level = heading[1]!.length;
      const close = this.#text.slice(from, end).trimEnd().length - level;
      builder.block("heading", level);
      this.#inline(from + level, Math.max(from + level, from + close), place);
      builder.block(place.kind);
    } else if (head.trim() === "" || /^-{4,}/.test(head)) builder.block(place.kind);
    else {
      const list = /^[*#;:]+\s*/.exec(head);
      if (list) builder.block(/[*#]/.test(list[0]) ? "list-item" : "paragraph");
      else builder.text(" "); // a line goes on with the paragraph
      this.#inline(from + (list?.[0].length ?? 0), end, place, list !== null);
      if (list) builder.block(place.kind);
    }
  }

  #table(from: number, end: number, place: Place): void {
    const id = ++this.#tables;
    let row: [number, number][] = [];
    const flush = (): void => {
      if (row.some(([a, b]) => this.#text.slice(a, b).trim() !== "")) {
        this.#builder.row(id);
        row.forEach(([a, b], i) => {
          if (i > 0) this.#builder.text(" | ");
          this.#inline(a, b, { ...place, inRow: true, depth: place.depth + 1 });
        });
      }
      row = [];
    };
    let at = this.#lineEnd(from, end) + 1; // the table's own attributes
    while (at < end) {
      const stop = Math.min(this.#lineEnd(at, end), end);
      const line = this.#text.slice(at, Math.min(stop, at + 4)).trimStart();
      const lead = this.#text.slice(at, stop).length - this.#text.slice(at, stop).trimStart().length;
      if (line.startsWith("|-")) flush();
      else if (line.startsWith("|+")) {
        this.#builder.block("caption");
        this.#inline(at + lead + 2, stop, place);
      } else if (line.startsWith("|") || line.startsWith("!")) {
        for (const cell of this.#cells(at + lead + 1, stop, line.startsWith("!"))) row.push(cell);
      } else if (row.length > 0) row[row.length - 1]![1] = stop;
      at = stop + 1;
    }
    flush();
    this.#builder.block(place.kind);
  }

  /** Cells of one line, parted by "||" or "!!"; attributes in front of a single bar go. */
  #cells(from: number, end: number, header: boolean): [number, number][] {
    const cells: [number, number][] = [];
    const bars: number[] = [];
    let cell = from;
    const close = (stop: number): void => {
      const bar = bars.find((at) => at >= cell && !/[[{<]/.test(this.#text.slice(cell, at)));
      cells.push([bar === undefined ? cell : bar + 1, stop]);
      bars.length = 0;
    };
    for (let i = from; i < end; ) {
      const two = this.#text.slice(i, i + 2);
      if (two === "||" || (header && two === "!!")) {
        close(i);
        cell = i + 2;
        i += 2;
      } else if (this.#text[i] === "|") bars.push(i++);
      else i = this.#pairs.get(i) ?? (this.#text[i] === "<" ? this.#refEnd(i, end) : i + 1);
    }
    close(end);
    return cells;
  }

  #inline(from: number, end: number, place: Place, item = false): void {
    this.#budget.checkDepth(place.depth);
    const builder = this.#builder;
    const italics: ReturnType<TextBuilder["open"]>[] = [];
    const raised: { readonly tag: string; readonly span: ReturnType<TextBuilder["open"]> }[] = [];
    let plain = from;
    const flush = (to: number): void => {
      if (to > plain)
        builder.text(decodeReferences(this.#text.slice(plain, to)).replace(/__[A-Z]{3,20}__/g, ""));
    };
    for (let i = from; i < end; ) {
      const c = this.#text[i]!;
      let next = i;
      if (c === "{" && this.#text[i + 1] === "{") next = this.#closing(i, end);
      else if (c === "[" && this.#text[i + 1] === "[") next = this.#closing(i, end);
      else if (c === "[") next = this.#outsideLinkEnd(i, end);
      else if (c === "<") next = this.#tagEnd(i, end);
      else if (c === "'" && this.#text[i + 1] === "'") {
        while (this.#text[next] === "'" && next < end) next++;
      }
      if (next <= i) {
        i++;
        continue;
      }
      flush(i);
      if (c === "{") this.#template(i, next, item && i === from);
      else if (c === "[" && this.#text[i + 1] === "[") this.#link(i + 2, next - 2, place);
      else if (c === "[") this.#outsideLink(i + 1, next - 1, place);
      else if (c === "<") this.#tag(i, next, place, raised);
      else if (next - i !== 3) {
        const open = italics.pop();
        const words = open === undefined ? null : builder.close(open);
        if (open === undefined) italics.push(builder.open());
        else if (words !== null) builder.hint({ kind: "emphasis", ...words });
      }
      i = next;
      plain = next;
    }
    flush(end);
  }

  #closing(at: number, end: number): number {
    const close = this.#pairs.get(at);
    return close === undefined || close > end ? at : close;
  }

  #outsideLinkEnd(at: number, end: number): number {
    const link = /\[(?:https?:)?\/\/[^\s\]]{1,2000}[^\]\n]{0,1000}\]/iy;
    link.lastIndex = at;
    const m = link.exec(this.#text);
    return m === null || link.lastIndex > end ? at : link.lastIndex;
  }

  #outsideLink(from: number, end: number, place: Place): void {
    const space = /\s/.exec(this.#text.slice(from, end));
    const url = this.#text.slice(from, space === null ? end : from + space.index);
    const span = this.#builder.open();
    if (space !== null) this.#inline(from + space.index + 1, end, { ...place, depth: place.depth + 1 });
    const words = this.#builder.close(span);
    if (words !== null) this.#builder.hint({ kind: "link", ...words, url });
  }

  #link(from: number, end: number, place: Place): void {
    const parts = this.#parts(from, end);
    const [head] = parts;
    const target = this.#text.slice(head![0], head![1]).trim();
    if (/^(?:category|kategorie|catégorie|categoría)\s*:/i.test(target)) return;
    const deeper = { ...place, depth: place.depth + 1 };
    if (/^(?:file|image|datei|fichier|archivo)\s*:/i.test(target)) {
      const caption = parts
        .slice(1)
        .findLast(
          ([a, b]) =>
            !/^\s*(?:thumb|frame|frameless|border|left|right|center|none|upright.{0,10}|\d*x?\d+px|(?:alt|link|page|lang|class)=.*)\s*$/is.test(
              this.#text.slice(a, b),
            ),
        );
      if (caption === undefined || place.inRow) return;
      this.#builder.block("caption");
      this.#inline(caption[0], caption[1], deeper);
      this.#builder.block(place.kind);
      return;
    }
    const shown = parts.at(-1)!;
    if (parts.length > 1) this.#inline(shown[0], shown[1], deeper);
    else this.#builder.text(decodeReferences(target.replace(/^:/, "")));
  }

  /** Stretches between the bars of this template or link, not of those inside it. */
  #parts(from: number, end: number): [number, number][] {
    const parts: [number, number][] = [];
    let part = from;
    for (let i = from; i < end; ) {
      if (this.#text[i] === "|") {
        parts.push([part, i]);
        part = ++i;
      } else i = this.#pairs.get(i) ?? (this.#text[i] === "<" ? this.#refEnd(i, end) : i + 1);
    }
    parts.push([part, end]);
    return parts;
  }

  #template(from: number, end: number, opensItem: boolean): void {
    this.#budget.spend(1, from);
    const { notes, left } = this.#shared;
    const places = this.#parts(from + 2, end - 2);
    const template = readTemplate(places.map(([a, b]) => this.#text.slice(a, b)));
    const { name, parameters } = template;
    if (isCitation(template)) this.#citation(template, opensItem);
    else if (/^(?:sfnp?|sfnm|snf)$/.test(name)) {
      const words = `${shortText(template, this.#plain)}.`;
      this.#call(notes.add("", `sfn ${words}`, words)); // the same words are the same note
    } else if (isShort(template)) {
      const words = shortText(template, this.#plain);
      this.#builder.text(name === "harv" || name === "harvp" ? `(${words})` : words);
    } else if (/^(?:efn|refn|notetag|footnote)$/.test(name)) {
      const group = name === "efn" ? "lower-alpha" : (parameters.get("group") ?? "");
      this.#call(
        notes.add(
          group,
          parameters.get("name") ?? null,
          parameters.get("1") ?? parameters.get("text") ?? null,
        ),
      );
    } else if (name === "r") {
      for (let i = 1; parameters.has(String(i)); i++)
        this.#call(notes.add("", parameters.get(String(i))!, null));
    } else if (/^(?:reflist|notelist|references|refs)$/.test(name)) this.#listDefined(from, end);
    else {
      const shown = inlineTemplate(template);
      if (shown !== null) {
        this.#builder.text(this.#plain(shown));
        return;
      }
      this.#listDefined(from, end); // refs inside may be called by name from the text
      left.set(name, (left.get(name) ?? 0) + 1);
      const at = this.#builder.position();
      this.#builder.hint({ kind: "left-out", start: at, end: at, what: `template ${name}`.slice(0, 80) });
    }
  }

  #citation(template: Template, isEntry: boolean): void {
    const builder = this.#builder;
    const csl = citationCsl(template, this.#plain);
    const words = citationText(template, this.#plain);
    if (!isEntry || this.#nesting > 0) {
      builder.text(words);
      return;
    }
    builder.block("reference");
    const span = builder.open();
    builder.text(words);
    const whole = builder.close(span);
    const id = `entry-${++this.#entries}`;
    if (whole !== null)
      builder.hint({
        kind: "note-body",
        ...whole,
        id,
        label: null,
        type: "reference",
        bodyStart: whole.start,
        csl: { id, ...csl },
      });
  }

  #call(note: { readonly id: string; readonly label: string }): void {
    const span = this.#builder.open();
    this.#builder.text(`[${note.label}]`);
    const words = this.#builder.close(span);
    if (words !== null) this.#builder.hint({ kind: "note-call", ...words, target: note.id });
  }

  #tagEnd(at: number, end: number): number {
    const tag = /<\/?[a-z][a-z0-9]{0,20}\b[^<>]{0,400}>/iy;
    tag.lastIndex = at;
    const m = tag.exec(this.#text);
    return m === null || tag.lastIndex > end
      ? at
      : Math.max(tag.lastIndex, Math.min(end, this.#refEnd(at, end)));
  }

  #tag(
    from: number,
    end: number,
    place: Place,
    raised: { tag: string; span: ReturnType<TextBuilder["open"]> }[],
  ): void {
    const head = /^<(\/?)([a-z][a-z0-9]*)\b([^<>]*?)(\/?)>/i.exec(
      this.#text.slice(from, Math.min(end, from + 430)),
    )!;
    const name = head[2]!.toLowerCase();
    if (name === "ref" && head[1] === "") {
      const inside = from + head[0].length;
      const words = head[4] === "/" || end - 6 <= inside ? null : this.#text.slice(inside, end - 6);
      const group = attribute(head[3]!, "group") ?? "";
      this.#call(this.#shared.notes.add(group, attribute(head[3]!, "name"), words));
    } else if (name === "br") {
      if (place.inRow) this.#builder.text(" ");
      else this.#builder.lineBreak();
    } else if (name === "sup" || name === "sub") {
      if (head[1] === "") raised.push({ tag: name, span: this.#builder.open() });
      else {
        const open = raised.findLast(({ tag }) => tag === name);
        const words = open === undefined ? null : this.#builder.close(open.span);
        if (words !== null)
          this.#builder.hint({ kind: name === "sup" ? "superscript" : "subscript", ...words });
      }
    } else if (skipped.test(name)) this.#builder.text(" ");
  }

  /** Refs defined in the list of references and called by name in the text. */
  #listDefined(from: number, end: number): void {
    const open = /<ref\b([^<>]{0,300}?)>/gi;
    open.lastIndex = from;
    for (let m = open.exec(this.#text); m !== null && m.index < end; m = open.exec(this.#text)) {
      if (m[0].endsWith("/>")) continue;
      const close = this.#text.indexOf("</ref>", open.lastIndex);
      if (close < 0 || close > end) return;
      const name = attribute(m[1]!, "name");
      const group = attribute(m[1]!, "group") ?? "";
      if (name !== null) this.#shared.notes.define(group, name, this.#text.slice(open.lastIndex, close));
      open.lastIndex = close;
    }
  }

  /** The words of a piece of wikitext, without notes and blocks; read by a writer of its own. */
  readonly #plain = (wikitext: string): string => {
    if (!/[[{<'&]/.test(wikitext)) return tidy(wikitext);
    if (this.#nesting >= deepest) return tidy(wikitext.replace(/[[\]{}]/g, ""));
    const builder = createBuilder(this.#budget);
    const shared = { notes: new NoteBook(), left: this.#shared.left };
    new Writer(builder, this.#budget, wikitext, shared, this.#nesting + 1).words();
    return tidy(builder.build().text);
  };

  /** Notes that other notes call come after them, until no new ones appear. */
  #writeNotes(): void {
    const builder = this.#builder;
    for (const note of this.#shared.notes.inOrder()) {
      const words = note.words();
      if (words === null) continue; // called and never defined: the label dangles
      builder.block("note");
      const span = builder.open();
      builder.text(`${note.label} `);
      const body = builder.open();
      const writer = new Writer(builder, this.#budget, words, this.#shared, this.#nesting + 1);
      writer.words();
      const inside = builder.close(body);
      const whole = builder.close(span);
      if (whole === null || inside === null) continue;
      const csl = writer.#onlyCitation();
      builder.hint({
        kind: "note-body",
        ...whole,
        id: note.id,
        label: note.label,
        type: "footnote",
        bodyStart: inside.start,
        ...(csl === null ? {} : { csl: { id: note.id, ...csl } }),
      });
    }
  }

  /** The record of a text that is one citation template and nothing else. */
  #onlyCitation(): Csl | null {
    const from = this.#text.length - this.#text.trimStart().length;
    const end = this.#pairs.get(from);
    if (end === undefined || this.#text.slice(end).replace(/[\s.]+/g, "") !== "") return null;
    const template = readTemplate(this.#parts(from + 2, end - 2).map(([a, b]) => this.#text.slice(a, b)));
    return isCitation(template) ? citationCsl(template, this.#plain) : null;
  }
}

const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();

/** An attribute of a tag: quoted or bare. */
function attribute(attributes: string, key: string): string | null {
  const found = new RegExp(`\\b${key}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'/>]+))`, "i").exec(attributes);
  return found?.slice(1).find(Boolean)?.trim() ?? null;
}
