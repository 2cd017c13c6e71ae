/**
 * Document → Outline: what can be said before references are read. Lines are joined into pieces, lists of notes are
 * found, markers are read by the document's own convention, and the running text is cut into statements.
 */
import { idMaker } from "../hash.ts";
import type { Block, Document, Marker, Note, NoteId, Outline, Span } from "../model.ts";
import { classifyPieces } from "./layout/classify.ts";
import { layOut, type Piece } from "./layout/pieces.ts";
import { collectCandidates, type Field, type FoundMarker, readMarkers } from "./markers/read.ts";
import { evidenceOf } from "./notes/evidence.ts";
import { findNotes, type NoteList, proseStart } from "./notes/find.ts";
import { splitSentences } from "./sentences/index.ts";
import { cutStatements, type KindedPiece } from "./statements.ts";

/** Returns the outline of the document. Pure; the cost grows linearly with the text. */
export function outline(document: Document): Outline {
  const { text, language } = document;
  const layout = layOut(document);
  const kinds = classifyPieces(text, layout.pieces);
  const prose = proseStart(text, layout.pieces);
  const all = layout.pieces.map((piece, i): KindedPiece => ({ piece, kind: kinds[i]! }));
  const everywhere = all.map((p) => toField(text, p, prose, language));
  const early = collectCandidates(text, everywhere);
  const evidence = evidenceOf([...early.numeric.flatMap((n) => n.found), ...early.symbol, ...early.caret]);
  const lists = findNotes(text, layout, evidence, prose);
  const running = all.filter(
    ({ piece }) => !lists.some((list) => piece.from < list.to && piece.to > list.from),
  );
  const taken = (span: Span): boolean =>
    lists.some((l) => span.start >= l.notes[0]!.start && span.end <= l.notes.at(-1)!.end);
  const outside = <T extends Span>(spans: readonly T[]): T[] => spans.filter((s) => !taken(s));
  const reading = readMarkers(
    text,
    everywhere.filter((f) => !taken(f)),
    {
      numeric: early.numeric.map(({ style, found }) => ({ style, found: outside(found) })),
      caret: outside(early.caret),
      symbol: outside(early.symbol),
      key: outside(early.key),
    },
    lists,
  );
  const notes = toNotes(text, lists, reading.counted);
  const markers = toMarkers(text, reading.markers, notes);
  const { statements, sections } = cutStatements(text, layout, running, markers, language);
  return {
    blocks: toBlocks(running, notes),
    sections,
    statements,
    markers,
    notes,
    conventions: reading.conventions,
    uncertain: reading.uncertain,
  };
}

function toField(text: string, { piece, kind }: KindedPiece, prose: number, language: string | null): Field {
  return {
    start: piece.start,
    end: piece.end,
    quiet: kind === "table-row" || kind === "chrome" || piece.end <= prose,
    sentences: () => splitSentences(text, { range: piece, language }),
  };
}

function toNotes(text: string, lists: readonly NoteList[], counted: boolean): Note[] {
  const id = idMaker("n-");
  return lists.flatMap((list) =>
    list.notes.map((note, i): Note => {
      const label = note.label ?? (counted && !list.labelled ? String(i + 1) : null);
      return { id: id(text.slice(note.bodyStart, note.bodyEnd)), ...note, label };
    }),
  );
}

function toMarkers(text: string, found: readonly FoundMarker[], notes: readonly Note[]): Marker[] {
  const id = idMaker("m-");
  return found.map((marker): Marker => {
    const words = text.slice(marker.start, marker.end);
    // The words in front keep the ids of equal markers apart without counting through the document.
    const context = text.slice(Math.max(0, marker.start - 40), marker.start);
    return {
      id: id(words, context),
      start: marker.start,
      end: marker.end,
      style: marker.style,
      text: words,
      labels: marker.labels,
      notes: marker.notes.map((n): NoteId => notes[n]!.id),
      dangling: marker.dangling,
      cites: marker.cites,
      basis: marker.basis,
    };
  });
}

function toBlocks(running: readonly KindedPiece[], notes: readonly Note[]): Block[] {
  const blocks = running.map(
    ({ piece, kind }: { readonly piece: Piece; readonly kind: Block["kind"] }): Block => ({
      start: piece.start,
      end: piece.end,
      kind,
      ...(piece.level === null ? {} : { level: piece.level }),
    }),
  );
  const listed = notes.map(
    (note): Block => ({
      start: note.start,
      end: note.end,
      kind: note.type === "reference" ? "reference" : "note",
    }),
  );
  return [...blocks, ...listed].sort((a, b) => a.start - b.start);
}
