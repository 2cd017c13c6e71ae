/**
 * Markdown to text, blocks and hints: CommonMark with tables and footnotes (GFM), pandoc's inline notes, front
 * matter and attributes. Markers stay as typed (`[^1]`, `[@key, p. 3]`); the notes stand at the end. Longer than most files: the node
 * types may stand inside one another, and all write through the one builder.
 */
import type { List, ListItem, Node, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import type { BlockKind, NoteType, Span } from "../../model.ts";
import { createBuilder, GO_ON, type TextBuilder } from "../builder.ts";
import { CalledNumbers, SHOWN, typeOfItems } from "../called.ts";
import { decode } from "../decode.ts";
import { directiveIn } from "../directive.ts";
import type { Budget } from "../limits.ts";
import { unfolded } from "../origins.ts";
import type { Reader, ReaderInput, Reading } from "../reading.ts";
import { type Chunk, cut } from "./chunks.ts";
import { type Definitions, definitionsFor, findDefinitions, foldLabel } from "./definitions.ts";
import { readFrontMatter } from "./front-matter.ts";
import { cutInlineNotes, type Inline } from "./inline-notes.ts";
import { equation, loneImage, tableCaption, withoutAttributes } from "./pandoc.ts";
import { cutRuns } from "./runs.ts";

export const readMarkdown: Reader = ({ bytes, budget, bibliography }: ReaderInput): Reading => {
  const decoded = decode(bytes);
  const source = decoded.text.replace(/\r\n?/g, "\n");
  budget.checkCharacters(source.length);
  const front = readFrontMatter(source);
  const builder = createBuilder(budget, source);
  const writer = new Writer(builder, budget, findDefinitions(source));
  for (const chunk of cut(source, front.length)) writer.chunk(chunk);
  writer.notes();
  const built = builder.build();
  const first = built.blocks.find(({ kind, level }) => kind === "heading" && level === 1);
  return {
    ...built,
    title: front.title ?? (first ? built.text.slice(first.start, first.end) : null),
    language: front.language,
    date: front.date,
    bibliography,
    origins: unfolded(built.origins, built.text, decoded.text),
    notices: [...built.notices, ...missingBibliography(front.bibliography, bibliography.length)],
  };
};

function missingBibliography(named: readonly string[], records: number): Reading["notices"] {
  if (named.length === 0 || records > 0) return [];
  const message = `The front matter names ${named.join(", ")}; give it along with the document to resolve its keys.`;
  return [{ message, span: null }];
}

interface Place {
  readonly kind: BlockKind;
  readonly level?: number;
}

interface PendingNote {
  readonly id: string;
  readonly label: string;
  readonly content: readonly RootContent[] | readonly Inline[];
  readonly inline: boolean;
  /** Where its piece begins in the file, and the piece. */
  readonly from: number;
  readonly piece: string;
}

/**
 * GFM without bare addresses as links: they swallow a footnote call right behind them ("https://a.b/).[^8]"), and
 * pandoc does not know them. One tilde is pandoc's subscript.
 */
const syntax = {
  extensions: [gfmTable(), gfmFootnote(), gfmStrikethrough({ singleTilde: false })],
  mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown()],
};

const paragraph: Place = { kind: "paragraph" };

/** The first words of a node. */
function wordsOf(node: RootContent): string {
  let words = "";
  const visit = (one: RootContent): void => {
    if (words.length >= SHOWN) return;
    if ("value" in one) words += one.value;
    else if ("children" in one) for (const child of one.children) visit(child as RootContent);
  };
  visit(node);
  return words.slice(0, SHOWN);
}

class Writer {
  readonly #builder: TextBuilder;
  readonly #budget: Budget;
  readonly #definitions: Definitions;
  readonly #notes: PendingNote[] = [];
  readonly #taken: Set<string>;
  /** The numbers called for since the last list of notes. */
  #called = new CalledNumbers();
  /** Words of the heading above. */
  #heading = "";
  #tables = 0;
  #number = 0;
  #items = 0;
  /** Where the piece under way begins in the file, and the piece. */
  #from = 0;
  #piece = "";

  constructor(builder: TextBuilder, budget: Budget, definitions: Definitions) {
    this.#builder = builder;
    this.#budget = budget;
    this.#definitions = definitions;
    this.#taken = new Set(definitions.notes);
  }

  chunk({ text, start, hostile }: Chunk): void {
    this.#from = start;
    this.#piece = text;
    if (hostile) {
      this.#asTyped(text);
      this.#builder.notice({
        message: `Markup too deep or too dense to read at character ${start}; the text stands there as typed.`,
        span: null,
      });
      return;
    }
    const tree = fromMarkdown(text + definitionsFor(text, this.#definitions), syntax);
    this.#blocks(tree.children, paragraph, 0);
  }

  #asTyped(text: string): void {
    let at = this.#from;
    for (const part of text.split(/\n[ \t]*\n\s*/)) {
      this.#builder.block("paragraph");
      this.#builder.text(part, at);
      at = GO_ON;
    }
    this.#builder.block("paragraph");
  }

  #blocks(nodes: readonly RootContent[], place: Place, depth: number): void {
    this.#budget.checkDepth(depth);
    nodes.forEach((node, i) => {
      const caption = tableCaption(nodes, i);
      if (caption === null) this.#block(node, place, depth);
      else this.#text(caption.children, { kind: "caption" }, place);
    });
  }

  #open(place: Place): void {
    this.#builder.block(place.kind, place.level);
  }

  #block(node: RootContent, place: Place, depth: number): void {
    this.#budget.countElement();
    switch (node.type) {
      case "heading":
        this.#heading = wordsOf(node);
        this.#text(
          node.children,
          place.kind === "note" ? place : { kind: "heading", level: node.depth },
          place,
        );
        break;
      case "paragraph": {
        const formula = equation(this.#asInFile(node));
        if (formula === null) this.#text(node.children, place, place);
        else this.#verbatim(formula, place, this.#place(node));
        break;
      }
      case "blockquote":
        this.#blocks(node.children, place, depth + 1);
        break;
      case "list":
        this.#list(node, place, depth);
        break;
      case "table":
        this.#table(node, place);
        break;
      case "code":
        this.#verbatim(node.value, place, this.#place(node));
        break;
      case "html":
        this.#html(node.value, place, this.#place(node));
        break;
      case "footnoteDefinition":
        this.#notes.push({
          id: foldLabel(node.identifier),
          label: node.label ?? node.identifier,
          content: node.children,
          inline: false,
          from: this.#from,
          piece: this.#piece,
        });
        break;
      case "thematicBreak":
      case "definition":
      case "yaml":
        break;
      default:
        this.#inline([node as Inline]);
    }
  }

  /** Set line by line, like a table: what stands in it is neither prose nor a claim. */
  #verbatim(words: string, place: Place, at: number): void {
    this.#builder.row(++this.#tables);
    const span = this.#builder.open();
    this.#builder.verbatim(words, at);
    this.#literal(this.#builder.close(span));
    this.#open(place);
  }

  #text(nodes: readonly Inline[], inside: Place, outside: Place): void {
    const words = loneImage(nodes);
    if (words !== null) {
      this.#open({ kind: "caption" });
      this.#builder.text(words);
    } else {
      this.#open(inside);
      this.#inline(nodes);
    }
    this.#open(outside);
  }

  #list(list: List, place: Place, depth: number): void {
    const start = list.start ?? 1;
    const words = list.ordered && place.kind === "paragraph" ? list.children.map(wordsOf) : [];
    if (this.#called.fits(words, start)) {
      const type = typeOfItems(this.#heading, words);
      this.#called = new CalledNumbers();
      list.children.forEach((item, i) => {
        this.#calledItem(item, String(start + i), type);
      });
      this.#open(place);
      return;
    }
    const inside: Place = place.kind === "note" ? place : { kind: "list-item" };
    for (const item of list.children) {
      this.#open(inside);
      this.#blocks(item.children, inside, depth + 1);
    }
    this.#open(place);
  }

  /** An item of a numbered list that the text calls for by its number. */
  #calledItem(item: ListItem, label: string, type: NoteType): void {
    const builder = this.#builder;
    builder.block(type === "reference" ? "reference" : "note");
    const span = builder.open();
    builder.text(`${label}. `);
    const body = builder.open();
    this.#noteBlocks(item.children);
    const words = builder.close(body);
    const whole = builder.close(span);
    if (whole === null) return;
    const id = `called-${++this.#items}`;
    builder.hint({ kind: "note-body", ...whole, id, label, type, bodyStart: words?.start ?? whole.end });
  }

  #table(table: Table, place: Place): void {
    const id = ++this.#tables;
    for (const row of table.children) {
      this.#builder.row(id);
      row.children.forEach((cell, i) => {
        if (i > 0) this.#builder.text(" | ");
        this.#inline(cell.children);
      });
    }
    this.#open(place);
  }

  /** Tags go, what they hold stays; comments go with what they hold. */
  #html(html: string, place: Place, at: number): void {
    const words = html.replace(/<!--[\s\S]*?(?:-->|$)/g, "");
    if (words.trim() === "" && html.trim() !== "") {
      const at = this.#builder.position();
      for (const [, comment] of html.matchAll(/<!--([\s\S]*?)(?:-->|$)/g))
        this.#builder.hint({
          kind: "left-out",
          start: at,
          end: at,
          what: directiveIn(comment ?? "") ?? "comment",
        });
      return;
    }
    this.#open(place);
    this.#builder.text(
      words
        .replace(/<(?:script|style)\b[\s\S]*?(?:<\/(?:script|style)\s*>|$)/gi, " ")
        .replace(/<[^<>]*>/g, " "),
      at,
    );
    this.#open(place);
  }

  #inline(nodes: readonly Inline[]): void {
    const builder = this.#builder;
    const raised: ReturnType<TextBuilder["open"]>[] = [];
    const all = nodes.every((node) => "type" in node) ? cutInlineNotes(nodes as never) : nodes;
    for (const node of all) {
      this.#budget.countElement();
      if ("kind" in node) {
        this.#inlineNote(node.children);
        continue;
      }
      switch (node.type) {
        case "text":
          this.#called.running(node.value);
          this.#typed(node.value, this.#place(node), this.#asInFile(node));
          break;
        case "inlineCode": {
          const span = builder.open();
          builder.text(node.value, this.#place(node));
          this.#literal(builder.close(span));
          break;
        }
        case "break":
          builder.lineBreak();
          break;
        case "emphasis":
        case "strong": {
          const span = builder.open();
          this.#inline(node.children);
          const words = builder.close(span);
          if (words !== null && node.type === "emphasis") builder.hint({ kind: "emphasis", ...words });
          break;
        }
        case "delete":
        case "linkReference":
          this.#inline(node.children);
          break;
        case "link": {
          const span = builder.open();
          this.#inline(node.children);
          const words = builder.close(span);
          if (words !== null && /^https?:/.test(node.url))
            builder.hint({ kind: "link", ...words, url: node.url });
          break;
        }
        case "footnoteReference":
          this.#call(`[^${node.label ?? node.identifier}]`, foldLabel(node.identifier), this.#place(node));
          break;
        case "html":
          if (/^<sup\b/i.test(node.value)) raised.push(builder.open());
          else if (/^<\/sup\b/i.test(node.value)) {
            const span = raised.pop();
            const words = span === undefined ? null : builder.close(span);
            if (words !== null) this.#raise(words);
          } else if (/^<br\b/i.test(node.value)) builder.lineBreak();
          break;
        case "image":
        case "imageReference":
          break;
        default:
          node satisfies never;
      }
    }
  }

  /** Text as typed; footnote calls whose definition stands in another piece are found in it. */
  #typed(value: string, at: number, typed: string): void {
    let from = 0;
    let place = at;
    for (const m of value.matchAll(/\[\^([^[\]\s]{1,200})\](?!:)/g)) {
      const id = foldLabel(m[1]!);
      const known = this.#definitions.notes.has(id);
      // Glued to a word among notes that are there, it calls for one that was lost; alone it may show the syntax.
      if (!known && (this.#definitions.notes.size === 0 || !/\S/.test(value.charAt(m.index - 1)))) continue;
      this.#words(value.slice(from, m.index), place, typed);
      place = GO_ON;
      this.#call(m[0], known ? id : `lost ${id}`, place);
      from = m.index + m[0].length;
    }
    this.#words(withoutAttributes(value.slice(from)), place, typed);
  }

  /** Words between footnote calls, with what pandoc raises or lowers and the signs that were escaped. */
  #words(value: string, at: number, typed: string): void {
    if (!/[~^@]/.test(value)) {
      this.#builder.text(value, at);
      return;
    }
    let place = at;
    for (const { text, kind } of cutRuns(value, typed)) {
      const span = this.#builder.open();
      this.#builder.text(text, place);
      place = GO_ON;
      const words = this.#builder.close(span);
      if (words === null || kind === "words") continue;
      if (kind === "superscript") this.#raise(words);
      else this.#builder.hint({ kind, ...words });
    }
  }

  #raise(words: Span): void {
    this.#called.raised(this.#builder.read(words.start, words.end));
    this.#builder.hint({ kind: "superscript", ...words });
  }

  #literal(words: Span | null): void {
    if (words !== null) this.#builder.hint({ kind: "literal", ...words });
  }

  /** How the node stands in the file. */
  #asInFile({ position }: Node): string {
    return position?.start.offset === undefined
      ? ""
      : this.#piece.slice(position.start.offset, position.end.offset);
  }

  /** Where the node begins in the file. */
  #place(node: Node): number {
    const at = node.position?.start.offset;
    return at === undefined ? GO_ON : this.#from + at;
  }

  #call(typed: string, id: string, at?: number): void {
    const span = this.#builder.open();
    this.#builder.text(typed, at);
    const words = this.#builder.close(span);
    if (words !== null) this.#builder.hint({ kind: "note-call", ...words, target: id });
  }

  /** An inline note gets the next number no other note has. */
  #inlineNote(content: readonly Inline[]): void {
    let label: string;
    do label = String(++this.#number);
    while (this.#taken.has(label));
    this.#taken.add(label);
    this.#notes.push({ id: label, label, content, inline: true, from: this.#from, piece: this.#piece });
    this.#call(`[^${label}]`, label);
  }

  /** Writes the notes as "label words", in the order of their definitions. Notes inside notes follow. */
  notes(): void {
    const builder = this.#builder;
    const written = new Set<string>();
    for (const note of this.#notes) {
      if (written.has(note.id)) continue; // the first definition of a label counts (CommonMark 0.31, 4.7)
      written.add(note.id);
      builder.block("note");
      this.#from = note.from;
      this.#piece = note.piece;
      const span = builder.open();
      builder.text(`${note.label} `);
      const body = builder.open();
      if (note.inline) this.#inline(note.content as readonly Inline[]);
      else this.#noteBlocks(note.content as readonly RootContent[]);
      const words = builder.close(body);
      const whole = builder.close(span);
      if (whole === null) continue;
      const bodyStart = words?.start ?? whole.end;
      builder.hint({
        kind: "note-body",
        ...whole,
        id: note.id,
        label: note.label,
        type: "footnote",
        bodyStart,
      });
    }
  }

  /** The first paragraph goes on behind the label. */
  #noteBlocks([first, ...rest]: readonly RootContent[]): void {
    if (first?.type === "paragraph") this.#inline(first.children);
    else if (first !== undefined) this.#block(first, { kind: "note" }, 1);
    if (rest.length === 0) return;
    this.#open({ kind: "note" });
    this.#blocks(rest, { kind: "note" }, 1);
  }
}
