/** The document's own text with its claims underlined by what they rest on, markers leading to notes, findings numbered. */
import { groupBy } from "../group-by.ts";
import type { Analysis, Block, CitationItem, Finding, Marker, Note, Span, Statement } from "../model.ts";
import { pinpointText } from "./pinpoints.ts";
import { html } from "./report-html-escape.ts";

export type Support = "direct" | "carried" | "open" | "uncited" | "own";

export interface TextInput {
  readonly analysis: Analysis;
  readonly supportOf: (claim: Statement) => Support;
  /** Findings with the number under which they are listed. */
  readonly numbered: readonly { readonly finding: Finding; readonly number: number }[];
}

type Piece =
  | {
      readonly kind: "statement";
      readonly start: number;
      readonly end: number;
      readonly statement: Statement;
      /** False behind a page's end, where the statement goes on. */
      readonly first: boolean;
    }
  | { readonly kind: "note"; readonly start: number; readonly end: number; readonly note: Note };

const classOf: Readonly<Record<Block["kind"], string>> = {
  text: "",
  heading: "",
  paragraph: "",
  "list-item": "item",
  "table-row": "row",
  caption: "row",
  note: "note",
  reference: "note",
  chrome: "chrome",
};

/** Returns the text as HTML blocks in the order of the document. Every character of it is there. Near-linear. */
export function textHtml(input: TextInput): string {
  const { analysis } = input;
  const { text } = analysis.document;
  const write = writer(input);
  const pieces: readonly Piece[] = [
    ...inBlocks(analysis),
    ...analysis.notes.map((n): Piece => ({ kind: "note", start: n.start, end: n.end, note: n })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const out: string[] = [];
  let at = 0;
  let next = 0;
  const gap = (to: number): void => {
    const words = text.slice(at, to);
    if (words.trim() !== "") out.push(`<p>${html(words.trim())}</p>`);
  };
  for (const block of analysis.blocks) {
    if (block.start < at) continue;
    gap(block.start);
    while (next < pieces.length && pieces[next]!.start < block.start) next++;
    let inner = "";
    let cursor = block.start;
    for (; next < pieces.length && pieces[next]!.start < block.end; next++) {
      const piece = pieces[next]!;
      if (piece.start < cursor || piece.end > block.end) continue;
      inner += html(text.slice(cursor, piece.start)) + write(piece);
      cursor = piece.end;
    }
    inner += html(text.slice(cursor, block.end));
    const name = classOf[block.kind];
    out.push(
      block.kind === "heading"
        ? `<h3>${inner}</h3>`
        : `<p${name === "" ? "" : ` class="${name}"`}>${inner}</p>`,
    );
    at = block.end;
  }
  gap(text.length);
  return out.join("\n");
}

/** The statements as they lie in blocks: one that a page's end cuts in two comes in two pieces. Linear. */
function inBlocks({ statements, blocks }: Analysis): readonly Piece[] {
  const out: Piece[] = [];
  let at = 0;
  for (const statement of statements) {
    const { start, end } = statement;
    while (at < blocks.length && blocks[at]!.end <= start) at++;
    const cut = blocks[at] !== undefined && blocks[at]!.end < end;
    if (!cut) out.push({ kind: "statement", start, end, statement, first: true });
    for (let b = at; cut && b < blocks.length && blocks[b]!.start < end; b++) {
      const block = blocks[b]!;
      if (b > at && (classOf[block.kind] === "chrome" || classOf[block.kind] === "note")) continue;
      const part = { start: Math.max(start, block.start), end: Math.min(end, block.end) };
      out.push({ kind: "statement", ...part, statement, first: part.start === start });
    }
  }
  return out;
}

function writer({ analysis, supportOf, numbered }: TextInput): (piece: Piece) => string {
  const { text } = analysis.document;
  const markers = new Map(analysis.markers.map((m) => [m.id, m]));
  const sources = new Map(analysis.sources.map((s) => [s.id, s]));
  const itemsOf = groupBy(analysis.items, (item) => item.note ?? item.marker);
  const starts = [...numbered].sort(
    (a, b) => (a.finding.spans[0]?.start ?? -1) - (b.finding.spans[0]?.start ?? -1),
  );
  let pointer = 0;
  /** The numbers of the findings that begin inside; asked in text order. */
  const findingsIn = (start: number, end: number): string => {
    let list = "";
    while (pointer < starts.length && (starts[pointer]!.finding.spans[0]?.start ?? -1) < start) pointer++;
    for (; pointer < starts.length && starts[pointer]!.finding.spans[0]!.start < end; pointer++) {
      const { finding, number } = starts[pointer]!;
      list += `<a class="f ${finding.severity}" href="#f${number}" title="${html(finding.code)}">${number}</a>`;
    }
    return list;
  };
  const markerHtml = (marker: Marker): string => {
    const [note] = marker.notes;
    const cited = (itemsOf.get(marker.id) ?? []).find((i) => i.resolution.kind === "resolved");
    const target = note ?? (cited?.resolution.kind === "resolved" ? cited.resolution.source : null);
    const words = html(text.slice(marker.start, marker.end));
    const name = marker.style === "superscript" || marker.style === "note-call" ? "marker raised" : "marker";
    return target === null
      ? `<span class="${name}">${words}</span>`
      : `<a class="${name}" href="#${html(target)}">${words}</a>`;
  };
  const statementHtml = (statement: Statement, { start, end }: Span, first: boolean): string => {
    let inner = "";
    let cursor = start;
    for (const id of statement.markers) {
      const marker = markers.get(id);
      if (!marker || marker.start < cursor || marker.end > end) continue;
      inner += html(text.slice(cursor, marker.start)) + markerHtml(marker);
      cursor = marker.end;
    }
    inner += html(text.slice(cursor, end));
    const found = findingsIn(start, end);
    if (statement.kind !== "claim") return inner + found;
    if (!first) return `<span class="claim ${supportOf(statement)}">${inner}</span>${found}`;
    const label = `<a class="label" href="#p-${html(statement.id)}">${html(statement.label)}</a>&nbsp;`;
    return `${label}<span class="claim ${supportOf(statement)}" id="${html(statement.id)}">${inner}</span>${found}`;
  };
  const itemHtml = (item: CitationItem): string => {
    const place = item.pinpoint === null ? "" : `, ${html(pinpointText(item.pinpoint))}`;
    const source = item.resolution.kind === "resolved" ? sources.get(item.resolution.source) : undefined;
    if (source) return `<a href="#${html(source.id)}">${html(source.label)}</a>${place}`;
    return `<span class="none">${item.form === "vague" ? "names no work" : `“${html(item.raw)}” came to no source`}</span>`;
  };
  const noteHtml = (note: Note): string => {
    const items = itemsOf.get(note.id) ?? [];
    const stands =
      items.length === 0 ? "" : ` <span class="stands">→ ${items.map(itemHtml).join("; ")}</span>`;
    return `<span id="${html(note.id)}">${html(text.slice(note.start, note.end))}</span>${findingsIn(note.start, note.end)}${stands}`;
  };
  return (piece) =>
    piece.kind === "note" ? noteHtml(piece.note) : statementHtml(piece.statement, piece, piece.first);
}
