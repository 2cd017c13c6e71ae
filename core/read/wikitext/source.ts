/**
 * Places in wikitext: where templates, links, refs, lines and cells that begin somewhere end. Every question is
 * answered from pairs found once, so that asking costs no more than the stretch asked about.
 */
import { findPairs } from "./scan.ts";

export class Source {
  readonly text: string;
  readonly #pairs: ReadonlyMap<number, number>;
  #noRefEnd = Number.POSITIVE_INFINITY;

  constructor(text: string) {
    this.text = text;
    this.#pairs = findPairs(text);
  }

  slice(from: number, end?: number): string {
    return this.text.slice(from, end);
  }

  /** Returns the place behind what opens at `at`, or undefined when nothing does that closes. */
  endOf(at: number): number | undefined {
    return this.#pairs.get(at);
  }

  /** Returns the end of the line at `at`; templates, links and refs run over line ends. */
  lineEnd(at: number, end: number): number {
    let i = at;
    while (i < end) {
      const c = this.text[i]!;
      if (c === "\n") return i;
      i = c === "{" || c === "[" ? (this.#pairs.get(i) ?? i + 1) : c === "<" ? this.refEnd(i, end) : i + 1;
    }
    return end;
  }

  /** Returns the place behind a `<ref>` that opens at `at`, else behind the sign. */
  refEnd(at: number, end: number): number {
    const open = /<ref\b[^<>]{0,300}?(\/?)>/iy;
    open.lastIndex = at;
    const m = open.exec(this.text);
    if (m === null || m[1] === "/") return at + 1;
    if (at >= this.#noRefEnd) return at + 1;
    const close = this.text.indexOf("</ref>", at);
    if (close < 0) this.#noRefEnd = Math.min(this.#noRefEnd, at);
    return close < 0 || close + 6 > end ? at + 1 : close + 6;
  }

  /** Cells of one line, parted by "||" or "!!"; attributes in front of a single bar go. */
  cells(from: number, end: number, header: boolean): [number, number][] {
    const cells: [number, number][] = [];
    const bars: number[] = [];
    let cell = from;
    const close = (stop: number): void => {
      const bar = bars.find((at) => at >= cell && !/[[{<]/.test(this.text.slice(cell, at)));
      cells.push([bar === undefined ? cell : bar + 1, stop]);
      bars.length = 0;
    };
    for (let i = from; i < end; ) {
      const two = this.text.slice(i, i + 2);
      if (two === "||" || (header && two === "!!")) {
        close(i);
        cell = i + 2;
        i += 2;
      } else if (this.text[i] === "|") bars.push(i++);
      else i = this.#pairs.get(i) ?? (this.text[i] === "<" ? this.refEnd(i, end) : i + 1);
    }
    close(end);
    return cells;
  }

  /** Returns the place behind the template or link that opens at `at`, or `at` when it does not close. */
  closing(at: number, end: number): number {
    const close = this.#pairs.get(at);
    return close === undefined || close > end ? at : close;
  }

  /** Returns the place behind `[https://… words]`, or `at`. */
  outsideLinkEnd(at: number, end: number): number {
    const link = /\[(?:https?:)?\/\/[^\s\]]{1,2000}[^\]\n]{0,1000}\]/iy;
    link.lastIndex = at;
    const m = link.exec(this.text);
    return m === null || link.lastIndex > end ? at : link.lastIndex;
  }

  /** Stretches between the bars of this template or link, not of those inside it. */
  parts(from: number, end: number): [number, number][] {
    const parts: [number, number][] = [];
    let part = from;
    for (let i = from; i < end; ) {
      if (this.text[i] === "|") {
        parts.push([part, i]);
        part = ++i;
      } else i = this.#pairs.get(i) ?? (this.text[i] === "<" ? this.refEnd(i, end) : i + 1);
    }
    parts.push([part, end]);
    return parts;
  }

  /** Returns the place behind a tag, a whole ref included, or `at`. */
  tagEnd(at: number, end: number): number {
    const tag = /<\/?[a-z][a-z0-9]{0,20}\b[^<>]{0,400}>/iy;
    tag.lastIndex = at;
    const m = tag.exec(this.text);
    return m === null || tag.lastIndex > end
      ? at
      : Math.max(tag.lastIndex, Math.min(end, this.refEnd(at, end)));
  }
}
