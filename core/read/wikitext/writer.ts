/**
 * Writes wikitext as text, blocks and hints: refs, short citations and explanatory notes numbered as on the page,
 * citation templates as words with their fields kept, other templates left out and counted. Longer than most
 * files: every construct may stand inside every other, and all write through the one builder.
 */
import type { BlockKind, Csl } from "../../model.ts";
import { createBuilder, type TextBuilder } from "../builder.ts";
import type { Budget } from "../limits.ts";
import { NoteBook } from "./notes.ts";
import { decodeReferences } from "./scan.ts";
import { Source } from "./source.ts";
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

export class Writer {
  readonly #builder: TextBuilder;
  readonly #budget: Budget;
  readonly #source: Source;
  readonly #shared: Shared;
  readonly #nesting: number;
  #entries = 0;
  #tables = 0;

  constructor(builder: TextBuilder, budget: Budget, text: string, shared: Shared, nesting = 0) {
    this.#builder = builder;
    this.#budget = budget;
    this.#source = new Source(text);
    this.#shared = shared;
    this.#nesting = nesting;
  }

  page(): void {
    this.#blocks(0, this.#source.text.length, start);
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
    this.#inline(0, this.#source.text.length, { ...start, inRow: true });
  }

  #blocks(from: number, end: number, place: Place): void {
    this.#budget.checkDepth(place.depth);
    let at = from;
    while (at < end) {
      this.#budget.spend(1, at);
      const table = /^[ \t:]*\{\|/.exec(this.#source.slice(at, at + 40));
      const tableAt = table === null ? -1 : at + table[0].length - 2;
      const tableEnd = tableAt < 0 ? undefined : this.#source.endOf(tableAt);
      if (tableEnd !== undefined && tableEnd <= end) {
        this.#table(tableAt + 2, tableEnd - 2, place);
        at = tableEnd;
        continue;
      }
      const stop = this.#source.lineEnd(at, end);
      this.#line(at, stop, place);
      at = stop + 1;
    }
    this.#builder.block(place.kind);
  }

  #line(from: number, end: number, place: Place): void {
    const builder = this.#builder;
    const head = this.#source.slice(from, Math.min(end, from + 300));
    const heading = /^(={1,6})\s*/.exec(head);
    if (heading && this.#source.slice(from, end).trimEnd().endsWith(heading[1]!)) {
      const level = heading[1]!.length;
      const close = this.#source.slice(from, end).trimEnd().length - level;
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
      if (row.some(([a, b]) => this.#source.slice(a, b).trim() !== "")) {
        this.#builder.row(id);
        row.forEach(([a, b], i) => {
          if (i > 0) this.#builder.text(" | ");
          this.#inline(a, b, { ...place, inRow: true, depth: place.depth + 1 });
        });
      }
      row = [];
    };
    let at = this.#source.lineEnd(from, end) + 1; // the table's own attributes
    while (at < end) {
      const stop = Math.min(this.#source.lineEnd(at, end), end);
      const line = this.#source.slice(at, Math.min(stop, at + 4)).trimStart();
      const lead = this.#source.slice(at, stop).length - this.#source.slice(at, stop).trimStart().length;
      if (line.startsWith("|-")) flush();
      else if (line.startsWith("|+")) {
        this.#builder.block("caption");
        this.#inline(at + lead + 2, stop, place);
      } else if (line.startsWith("|") || line.startsWith("!")) {
        for (const cell of this.#source.cells(at + lead + 1, stop, line.startsWith("!"))) row.push(cell);
      } else if (row.length > 0) row[row.length - 1]![1] = stop;
      at = stop + 1;
    }
    flush();
    this.#builder.block(place.kind);
  }

  #inline(from: number, end: number, place: Place, item = false): void {
    this.#budget.checkDepth(place.depth);
    const builder = this.#builder;
    const italics: ReturnType<TextBuilder["open"]>[] = [];
    const raised: { readonly tag: string; readonly span: ReturnType<TextBuilder["open"]> }[] = [];
    let plain = from;
    const flush = (to: number): void => {
      if (to > plain)
        builder.text(decodeReferences(this.#source.slice(plain, to)).replace(/__[A-Z]{3,20}__/g, ""));
    };
    for (let i = from; i < end; ) {
      const c = this.#source.text[i]!;
      let next = i;
      if (c === "{" && this.#source.text[i + 1] === "{") next = this.#source.closing(i, end);
      else if (c === "[" && this.#source.text[i + 1] === "[") next = this.#source.closing(i, end);
      else if (c === "[") next = this.#source.outsideLinkEnd(i, end);
      else if (c === "<") next = this.#source.tagEnd(i, end);
      else if (c === "'" && this.#source.text[i + 1] === "'") {
        while (this.#source.text[next] === "'" && next < end) next++;
      }
      if (next <= i) {
        i++;
        continue;
      }
      flush(i);
      if (c === "{") this.#template(i, next, item && i === from);
      else if (c === "[" && this.#source.text[i + 1] === "[") this.#link(i + 2, next - 2, place);
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

  #outsideLink(from: number, end: number, place: Place): void {
    const space = /\s/.exec(this.#source.slice(from, end));
    const url = this.#source.slice(from, space === null ? end : from + space.index);
    const span = this.#builder.open();
    if (space !== null) this.#inline(from + space.index + 1, end, { ...place, depth: place.depth + 1 });
    const words = this.#builder.close(span);
    if (words !== null) this.#builder.hint({ kind: "link", ...words, url });
  }

  #link(from: number, end: number, place: Place): void {
    const parts = this.#source.parts(from, end);
    const [head] = parts;
    const target = this.#source.slice(head![0], head![1]).trim();
    if (/^(?:category|kategorie|catégorie|categoría)\s*:/i.test(target)) return;
    const deeper = { ...place, depth: place.depth + 1 };
    if (/^(?:file|image|datei|fichier|archivo)\s*:/i.test(target)) {
      const caption = parts
        .slice(1)
        .findLast(
          ([a, b]) =>
            !/^\s*(?:thumb|frame|frameless|border|left|right|center|none|upright.{0,10}|\d*x?\d+px|(?:alt|link|page|lang|class)=.*)\s*$/is.test(
              this.#source.slice(a, b),
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

  #template(from: number, end: number, opensItem: boolean): void {
    this.#budget.spend(1, from);
    const { notes, left } = this.#shared;
    const places = this.#source.parts(from + 2, end - 2);
    const template = readTemplate(places.map(([a, b]) => this.#source.slice(a, b)));
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

  #tag(
    from: number,
    end: number,
    place: Place,
    raised: { tag: string; span: ReturnType<TextBuilder["open"]> }[],
  ): void {
    const head = /^<(\/?)([a-z][a-z0-9]*)\b([^<>]*?)(\/?)>/i.exec(
      this.#source.slice(from, Math.min(end, from + 430)),
    )!;
    const name = head[2]!.toLowerCase();
    if (name === "ref" && head[1] === "") {
      const inside = from + head[0].length;
      const words = head[4] === "/" || end - 6 <= inside ? null : this.#source.slice(inside, end - 6);
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
    const text = this.#source.slice(from, end);
    const open = /<ref\b([^<>]{0,300}?)>/gi;
    for (let m = open.exec(text); m !== null; m = open.exec(text)) {
      if (m[0].endsWith("/>")) continue;
      const close = text.indexOf("</ref>", open.lastIndex);
      if (close < 0) return;
      const name = attribute(m[1]!, "name");
      const group = attribute(m[1]!, "group") ?? "";
      if (name !== null) this.#shared.notes.define(group, name, text.slice(open.lastIndex, close));
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
    const from = this.#source.text.length - this.#source.text.trimStart().length;
    const end = this.#source.endOf(from);
    if (end === undefined || this.#source.slice(end).replace(/[\s.]+/g, "") !== "") return null;
    const template = readTemplate(
      this.#source.parts(from + 2, end - 2).map(([a, b]) => this.#source.slice(a, b)),
    );
    return isCitation(template) ? citationCsl(template, this.#plain) : null;
  }
}

const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();

/** An attribute of a tag: quoted or bare. */
function attribute(attributes: string, key: string): string | null {
  const found = new RegExp(`\\b${key}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'/>]+))`, "i").exec(attributes);
  return found?.slice(1).find(Boolean)?.trim() ?? null;
}
