/**
 * Places where a marker may stand that was not read as one: digits glued to a code, a column of references in a
 * table, a bracket in a caption. A note that only such a place calls is in doubt, not forgotten.
 */
import { firstWhere } from "../binary-search.ts";
import type { Analysis, Block, Note, NoteId, Span } from "../model.ts";

/** A list of labels in brackets. */
const BRACKETED =
  /[[(]\ufeff?\s?(\d{1,3}(?:\s?(?:[,;]|[-\u2010-\u2015\u2212]|and)\s?\d{1,3}){0,40})\s?[\])]/g;
/** A column of a table that names where its rows are from. */
const SOURCES = /\b(?:refs?|references?|sources?|stud(?:y|ies)|citations?|literature)\b/i;
const NEVER_BEFORE = /[\s\d([{/$€£~<>=+×·\u2212-]/;

/**
 * Returns, for the notes that no marker calls, the place that may call each; a note without such a place is not
 * there. In running text a place counts only where the order of the notes expects it. Linear in the text.
 */
export function overlookedPlaces(analysis: Analysis, uncalled: readonly Note[]): ReadonlyMap<NoteId, Span> {
  const places = new Map<NoteId, Span>();
  const wanted = new Map<string, Note[]>();
  for (const note of uncalled)
    if (note.label !== null && /^\d{1,3}$/.test(note.label))
      wanted.set(note.label, [...(wanted.get(note.label) ?? []), note]);
  if (wanted.size === 0) return places;
  const { text } = analysis.document;
  const glued = analysis.conventions.includes("superscript");
  const windows = windowsOf(analysis, wanted);
  const taken = [...analysis.markers].sort((a, b) => a.start - b.start);
  const isTaken = takenBy(taken);
  const offer = (label: string, span: Span, ordered: boolean): void => {
    for (const note of wanted.get(label) ?? []) {
      if (places.has(note.id) || isTaken(span)) continue;
      const window = windows.get(note.id);
      if (ordered && (!window || span.start < window.start || span.start > window.end)) continue;
      places.set(note.id, span);
    }
  };
  let header: string[] = [];
  let table = false;
  for (const block of analysis.blocks) {
    if (block.kind === "note" || block.kind === "reference" || block.kind === "chrome") continue;
    const apart = block.kind === "table-row" || block.kind === "caption";
    bracketed(text, block, (label, span) => offer(label, span, !apart));
    if (glued)
      behindWords(text, block, wanted, (label, span) => offer(label, span, block.kind !== "caption"));
    const cells = block.kind === "table-row" ? cellsOf(text, block) : [];
    if (block.kind === "table-row" && !table) header = cells.map((cell) => text.slice(cell.start, cell.end));
    table = block.kind === "table-row";
    cells.forEach((cell, i) => {
      if (!SOURCES.test(header[i] ?? "")) return;
      for (const m of text.slice(cell.start, cell.end).matchAll(/\d{1,3}(?!\d)/g))
        offer(m[0], { start: cell.start + m.index, end: cell.start + m.index + m[0].length }, false);
    });
  }
  return places;
}

function cellsOf(text: string, block: Block): Span[] {
  const cells: Span[] = [];
  let start = block.start;
  for (const cell of text.slice(block.start, block.end).split(/(\t| \| )/)) {
    if (cell !== "\t" && cell !== " | ") cells.push({ start, end: start + cell.length });
    start += cell.length;
  }
  return cells;
}

function bracketed(text: string, block: Block, found: (label: string, span: Span) => void): void {
  for (const m of text.slice(block.start, block.end).matchAll(BRACKETED)) {
    const span = { start: block.start + m.index, end: block.start + m.index + m[0].length };
    for (const part of m[1]!.split(/[,;]|and/)) {
      const [from = 0, to = from] = part.split(/[-\u2010-\u2015\u2212]/).map(Number);
      for (let n = from; n <= Math.min(to, from + 200); n++) found(String(n), span);
    }
  }
}

/** "Un831" may end in note 31, "LC–MS18" in note 18. One digit alone is too often part of a name. */
function behindWords(
  text: string,
  block: Block,
  wanted: ReadonlyMap<string, unknown>,
  found: (label: string, span: Span) => void,
): void {
  for (const m of text.slice(block.start, block.end).matchAll(/\d{2,}/g)) {
    const end = block.start + m.index + m[0].length;
    if (/[\p{L}%]/u.test(text.charAt(end))) continue;
    for (const length of [2, 3]) {
      if (length > m[0].length || !wanted.has(m[0].slice(-length))) continue;
      const start = end - length;
      if (length === m[0].length && NEVER_BEFORE.test(text.charAt(start - 1))) continue;
      found(m[0].slice(-length), { start, end });
    }
  }
}

/** Between the calls of the nearest notes before and behind that are called in order. */
function windowsOf(
  { notes, markers }: Analysis,
  wanted: ReadonlyMap<string, readonly Note[]>,
): ReadonlyMap<NoteId, Span> {
  const first = new Map<string, number>();
  for (const marker of markers)
    for (const id of marker.notes) if (!first.has(id)) first.set(id, marker.start);
  const windows = new Map<NoteId, Span>();
  let before = 0;
  notes.forEach((note, i) => {
    const call = first.get(note.id);
    if (call !== undefined) before = call;
    if (call !== undefined || !wanted.has(note.label ?? "")) return;
    let after = Number.POSITIVE_INFINITY;
    for (let k = i + 1; k < Math.min(notes.length, i + 40); k++) {
      const next = first.get(notes[k]!.id);
      if (next !== undefined && next >= before) {
        after = next;
        break;
      }
    }
    windows.set(note.id, { start: before, end: after });
  });
  return windows;
}

function takenBy(markers: readonly Span[]): (span: Span) => boolean {
  return ({ start, end }) => {
    const marker = markers[firstWhere(markers.length, (i) => markers[i]!.end > start)];
    return marker !== undefined && marker.start < end;
  };
}
