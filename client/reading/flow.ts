/**
 * The document's text cut for reading: headings, paragraphs, lists, tables, folded site furniture; and in each the
 * claims and markers. Every character that is not white space between blocks or part of a note comes up exactly
 * once and unchanged; notes are left out here because they stand below.
 */
import type { Analysis, Block, BlockKind, Marker, Span, Statement } from "../../core/model.ts";

export type Inline =
  | (Span & { readonly kind: "text" })
  | (Span & { readonly kind: "marker"; readonly marker: Marker })
  | (Span & {
      readonly kind: "claim";
      readonly statement: Statement;
      /** A claim that runs across a page break comes in several pieces. */
      readonly first: boolean;
      readonly last: boolean;
      readonly parts: readonly Inline[];
    });

export interface Paragraph extends Span {
  readonly kind: "heading" | "paragraph" | "list-item" | "table-row" | "caption";
  /** Heading level from 1. */
  readonly level: number;
  readonly parts: readonly Inline[];
}

/** `chrome`: menus and links of a site; `disclaimer`: what the document says about itself. */
export interface Folded extends Span {
  readonly kind: "chrome" | "disclaimer";
  readonly paragraphs: readonly Paragraph[];
}

export interface Run extends Span {
  readonly kind: "list" | "table";
  readonly paragraphs: readonly Paragraph[];
}

export type FlowPart = Paragraph | Folded | Run;

interface Piece extends Span {
  readonly kind: BlockKind;
  readonly level: number;
}

const isBlank = (text: string, { start, end }: Span): boolean => text.slice(start, end).trim() === "";
const byStart = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** Returns what of `spans` (sorted) is not covered by `holes` (sorted). Linear. */
function* without<T extends Span>(spans: Iterable<T>, holes: readonly Span[]): Generator<T> {
  let at = 0;
  for (const span of spans) {
    while (at < holes.length && holes[at]!.end <= span.start) at += 1;
    let start = span.start;
    for (let h = at; h < holes.length && holes[h]!.start < span.end; h += 1) {
      if (holes[h]!.start > start) yield { ...span, start, end: holes[h]!.start };
      start = Math.max(start, holes[h]!.end);
    }
    if (start < span.end) yield { ...span, start };
  }
}

/** Returns the paragraphs of a stretch without blocks: cut at empty lines. */
function* cutAtEmptyLines(text: string, { start, end }: Span): Generator<Piece> {
  const gap = /\n[^\S\n]*\n/g;
  gap.lastIndex = start;
  let from = start;
  for (let m = gap.exec(text); m && m.index < end; m = gap.exec(text)) {
    yield { kind: "text", level: 1, start: from, end: m.index };
    from = m.index + m[0].length;
  }
  if (from < end) yield { kind: "text", level: 1, start: from, end };
}

/** Returns the blocks in order, and what no block covers as blocks of its own; nothing overlaps. */
function pieces(text: string, blocks: readonly Block[]): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  const fill = (end: number): void => {
    const gap = { start: at, end };
    if (at < end && !isBlank(text, gap)) found.push(...cutAtEmptyLines(text, gap));
  };
  for (const block of [...blocks].sort(byStart)) {
    const start = Math.max(block.start, at);
    if (block.end <= start) continue;
    fill(start);
    found.push({ kind: block.kind, level: block.level ?? 1, start, end: block.end });
    at = block.end;
  }
  fill(text.length);
  return found.filter((piece) => !isBlank(text, piece));
}

/** Hands out the spans of a sorted list that overlap each next span; both only move forward. */
function overlapping<T extends Span>(sorted: readonly T[]): (span: Span) => readonly T[] {
  let at = 0;
  return ({ start, end }) => {
    while (at < sorted.length && sorted[at]!.end <= start) at += 1;
    let stop = at;
    while (stop < sorted.length && sorted[stop]!.start < end) stop += 1;
    // Furniture of a page may stand within a claim that runs on behind it.
    return sorted.slice(at, stop).filter((one) => one.end > start);
  };
}

/** Cuts one block into words, markers and claims; both lists are sorted. Linear. */
function inline(span: Span, claims: readonly Statement[], markers: readonly Marker[]): readonly Inline[] {
  const parts: Inline[] = [];
  let at = span.start;
  let next = 0;
  const words = (end: number): void => {
    if (at < end) parts.push({ kind: "text", start: at, end });
    at = Math.max(at, end);
  };
  const markersUntil = (end: number): readonly Marker[] => {
    const from = next;
    while (next < markers.length && markers[next]!.end <= end) next += 1;
    return markers.slice(from, next);
  };
  const put = (list: readonly Marker[]): void => {
    for (const marker of list) {
      if (marker.start < at) continue;
      words(marker.start);
      parts.push({ kind: "marker", marker, start: marker.start, end: marker.end });
      at = marker.end;
    }
  };
  for (const statement of claims) {
    const start = Math.max(statement.start, at);
    const end = Math.min(statement.end, span.end);
    if (end <= start) continue;
    put(markersUntil(start));
    words(start);
    const inside = { start: at, end };
    parts.push({
      kind: "claim",
      statement,
      ...inside,
      first: start === statement.start,
      last: end === statement.end,
      parts: inline(inside, [], markersUntil(end)),
    });
    at = end;
  }
  put(markersUntil(span.end));
  words(span.end);
  return parts;
}

/** Decides what a block is where the format did not tell, and folds what is no part of the text proper. */
function reading(piece: Piece, statements: readonly Statement[]): Paragraph["kind"] | Folded["kind"] {
  if (piece.kind === "chrome") return "chrome";
  const kinds = new Set(statements.map((s) => s.kind));
  const only = (...allowed: readonly string[]): boolean =>
    kinds.size > 0 && [...kinds].every((k) => allowed.includes(k));
  if (only("chrome")) return "chrome";
  if (only("chrome", "disclaimer")) return "disclaimer";
  switch (piece.kind) {
    case "text":
    case "note":
    case "reference":
    case "paragraph":
      return only("heading") ? "heading" : "paragraph";
    default:
      return piece.kind;
  }
}

/** Returns the document in reading order. Linear in the text and its parts. */
export function flow(
  analysis: Pick<Analysis, "document" | "blocks" | "statements" | "markers" | "notes">,
): readonly FlowPart[] {
  const { text } = analysis.document;
  const notes = [...analysis.notes].sort(byStart);
  const body = [...without(pieces(text, analysis.blocks), notes)].filter((p) => !isBlank(text, p));
  const statementsIn = overlapping([...analysis.statements].sort(byStart));
  const markersIn = overlapping([...analysis.markers].sort(byStart));
  const parts: FlowPart[] = [];
  for (const piece of body) {
    const statements = statementsIn(piece);
    const kind = reading(piece, statements);
    const folded = kind === "chrome" || kind === "disclaimer";
    const claims = folded ? [] : statements.filter((s) => s.kind === "claim");
    const paragraph: Paragraph = {
      kind: folded ? "paragraph" : kind,
      level: piece.level,
      start: piece.start,
      end: piece.end,
      parts: inline(piece, claims, markersIn(piece)),
    };
    add(parts, kind, paragraph);
  }
  return parts;
}

/** Appends a paragraph, together with the one before where both belong to one list, table or fold. */
function add(parts: FlowPart[], kind: Paragraph["kind"] | Folded["kind"], paragraph: Paragraph): void {
  const group = groupOf(kind);
  if (!group) {
    parts.push(paragraph);
    return;
  }
  const last = parts.at(-1);
  const { start, end } = paragraph;
  if (last && last.kind === group && "paragraphs" in last)
    parts[parts.length - 1] = { ...last, end, paragraphs: [...last.paragraphs, paragraph] };
  else parts.push({ kind: group, start, end, paragraphs: [paragraph] });
}

function groupOf(kind: Paragraph["kind"] | Folded["kind"]): Folded["kind"] | Run["kind"] | null {
  switch (kind) {
    case "list-item":
      return "list";
    case "table-row":
      return "table";
    case "chrome":
    case "disclaimer":
      return kind;
    default:
      return null;
  }
}
