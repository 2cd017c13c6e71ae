/**
 * Puts the canonical text together: blocks apart by an empty line, table rows by a line end, white space inside a
 * block collapsed as a browser does it. Spans are opened and closed while the text grows, so that every hint
 * lies exactly on the words it is about.
 */
import { hash } from "../hash.ts";
import type { Block, BlockKind, Hint, Notice, Origin, Span } from "../model.ts";
import type { Budget } from "./limits.ts";
import { createOriginLog } from "./origins.ts";

/** A span under way. `start` is -1 until its first visible character. */
export interface OpenSpan {
  start: number;
}

export interface Built {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly hints: readonly Hint[];
  readonly notices: readonly Notice[];
  /** Where words stand in the file, for those that came with their place; in text order. */
  readonly origins: readonly Origin[];
}

/** The words go on behind those that came with a place last. */
export const GO_ON = -1;

export interface TextBuilder {
  /** Ends the block under way; the next text opens one of this kind. */
  block(kind: BlockKind, level?: number): void;
  /** A new table row: apart from the row before by one line end only, when that was the same table's. */
  row(table: number): void;
  /**
   * Appends running text: runs of white space become one space, none at the edges of a block. `at` is where it was read
   * in the file, or `GO_ON`; words made by the reader have none.
   */
  text(text: string, at?: number): void;
  /** Appends text as it stands, line ends included. */
  verbatim(text: string, at?: number): void;
  /** Appends a line end inside the block. */
  lineBreak(): void;
  /** Opens a span at the next visible character. */
  open(): OpenSpan;
  /** Returns the span from `open` to the last visible character, or null when nothing stood between. */
  close(span: OpenSpan): Span | null;
  /** Returns at most 1,000 characters written since `start`, which must lie in the block under way. */
  read(start: number, end: number): string;
  /** Where the next visible character would stand if the block goes on. */
  position(): number;
  hint(hint: Hint): void;
  notice(notice: Notice): void;
  build(): Built;
}

/** Ids come from the file and may be of any length; long ones keep their beginning, empty ones get a sign. */
const shortId = (id: string): string =>
  id === "" ? "-" : id.length <= 120 ? id : `${id.slice(0, 100)}-${hash(id)}`;

const space = /[ \t\n\f\r]+/;

/** `file` is the decoded file, given by readers that say where they read. */
export function createBuilder(budget: Budget, file = ""): TextBuilder {
  const log = createOriginLog(file);
  const chunks: string[] = [];
  const blocks: Block[] = [];
  const hints: Hint[] = [];
  const notices: Notice[] = [];
  const waiting: OpenSpan[] = [];
  let length = 0;
  let kind: BlockKind = "paragraph";
  let level: number | undefined;
  let table: number | null = null;
  let lastTable: number | null = null;
  let blockStart = -1; // -1: no block under way
  let pending: "" | " " | "\n" = "";

  const push = (text: string): void => {
    chunks.push(text);
    length += text.length;
  };
  const end = (): void => {
    pending = "";
    if (blockStart < 0) return;
    blocks.push({ start: blockStart, end: length, kind, ...(level === undefined ? {} : { level }) });
    blockStart = -1;
    lastTable = table;
    budget.checkCharacters(length);
  };
  /** Everything that must stand before the next visible character, then the spans that wait for it. */
  const settle = (): string => {
    const gap = blockStart < 0 ? "" : pending;
    if (blockStart < 0) {
      if (length > 0) push(table !== null && table === lastTable ? "\n" : "\n\n");
      blockStart = length;
    } else if (pending !== "") push(pending);
    pending = "";
    for (const span of waiting) span.start = length;
    waiting.length = 0;
    return gap;
  };

  return {
    block(next, nextLevel) {
      end();
      kind = next;
      level = nextLevel;
      table = null;
    },
    row(of) {
      end();
      kind = "table-row";
      level = undefined;
      table = of;
    },
    text(text, at) {
      budget.spend(1);
      if (at !== undefined && at !== GO_ON) log.moveTo(at);
      const parts = text.split(space);
      for (let i = 0; i < parts.length; i++) {
        const part = parts[i]!;
        if (i > 0 && blockStart >= 0 && pending === "") pending = " ";
        if (part === "") continue;
        const gap = settle();
        if (at !== undefined) log.word(part, length, gap);
        push(part);
      }
    },
    verbatim(text, at) {
      budget.spend(1);
      if (at !== undefined && at !== GO_ON) log.moveTo(at);
      const body = blockStart < 0 ? text.replace(/^\s*\n/, "") : text;
      if (body.trim() === "") {
        if (blockStart >= 0 && body !== "" && pending === "") pending = body.includes("\n") ? "\n" : " ";
        return;
      }
      const gap = settle();
      const words = body.trimEnd();
      if (at !== undefined) {
        let end = 0;
        for (const m of words.matchAll(/\S+/g)) {
          log.word(m[0], length + m.index, m.index === 0 ? gap : words.slice(end, m.index));
          end = m.index + m[0].length;
        }
      }
      const trailing = body.slice(words.length);
      push(words);
      if (trailing !== "") pending = trailing.includes("\n") ? "\n" : " ";
    },
    lineBreak() {
      if (blockStart >= 0) pending = "\n";
    },
    open() {
      const span = { start: -1 };
      waiting.push(span);
      return span;
    },
    close(span) {
      if (span.start >= 0) return { start: span.start, end: length };
      const at = waiting.lastIndexOf(span);
      if (at >= 0) waiting.splice(at, 1);
      return null;
    },
    read(start, end) {
      let from = length;
      let i = chunks.length;
      while (i > 0 && from > start) from -= chunks[--i]!.length;
      let text = "";
      while (i < chunks.length && text.length < end - from) text += chunks[i++]!;
      return text.slice(start - from, Math.min(end, start + 1_000) - from);
    },
    position: () => (blockStart < 0 ? (length > 0 ? length + 2 : 0) : length + pending.length),
    hint: (hint) => {
      if (hint.kind === "note-call") hints.push({ ...hint, target: shortId(hint.target) });
      else if (hint.kind === "note-body") hints.push({ ...hint, id: shortId(hint.id) });
      else hints.push(hint);
    },
    notice: (notice) => {
      notices.push(notice);
    },
    build() {
      end();
      const text = chunks.join("");
      // What was left out behind the last word waits for a block that never came.
      const inside = (hint: Hint): Hint =>
        hint.start <= text.length ? hint : { ...hint, start: text.length, end: text.length };
      // Publishers put the entries inside a range on its dash; the range itself says the same.
      const says = (hint: Hint): boolean =>
        hint.kind !== "note-call" || !/^[\s\p{Pd}\p{Ps}\p{Pe},;.]*$/u.test(text.slice(hint.start, hint.end));
      return {
        text,
        blocks,
        hints: hints
          .map(inside)
          .filter(says)
          .sort((a, b) => a.start - b.start || b.end - a.end),
        notices,
        origins: log.found,
      };
    },
  };
}
