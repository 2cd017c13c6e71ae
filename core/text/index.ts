/**
 * Document → Outline: what can be said before references are read. Lines are joined into pieces, lists of notes are
 * found, markers are read by the document's own convention, and the running text is cut into statements.
 */
import { idMaker } from "../hash.ts";
import type { Block, Document, Marker, Note, NoteId, Outline } from "../model.ts";
import { hintedCitations, hintedMarkers, hintedNotes } from "./hints.ts";
import { classifyPieces, isCaption } from "./layout/classify.ts";
import { type KindedPiece, layOut, type Piece, wordsStart } from "./layout/pieces.ts";
import { type Candidates, collectCandidates, type Field } from "./markers/candidates.ts";
import { type FoundMarker, readMarkers } from "./markers/read.ts";
import { evidenceOf } from "./notes/evidence.ts";
import { findNotes, type NoteList, proseStart } from "./notes/find.ts";
import { splitSentences } from "./sentences/index.ts";
import { within, without } from "./spans.ts";
import { cutStatements } from "./statements.ts";

export { entriesCited } from "./markers/entries-cited.ts";

/** Returns the outline of the document. Pure; the cost grows linearly with the text. */
export function outline(document: Document): Outline {
  const { text, language } = document;
  const layout = layOut(document);
  const prose = proseStart(text, layout.pieces);
  // Notes first: they make up a third of many documents, and nothing about them need be classified.
  const rough = layout.pieces.map((piece) =>
    toField(piece, piece.start, piece.row || isFront(piece, prose), language, text),
  );
  const given = hintedNotes(document);
  const early = collectCandidates(document, without(rough, given.lists));
  const evidence = evidenceOf([...early.numeric.flatMap((n) => n.found), ...early.symbol, ...early.caret]);
  // Most texts hold no sign at all, and need not be asked for their captions.
  const beside =
    early.signs.length > 0 ? rough.filter((field) => field.quiet || isCaption(text, field.start)) : [];
  const signs = evidenceOf(within(early.signs, beside));
  const found = findNotes(text, layout, evidence, signs, prose, given.lists);
  const lists = [...given.lists, ...found].sort((a, b) => a.start - b.start);

  // The first note of a list stays while pieces are classified: a heading is told by what stands below it.
  const rest = lists
    .map((list) => ({ start: list.notes[0]!.end, end: list.end }))
    .filter((r) => r.end > r.start);
  const pieces = without(layout.pieces, rest);
  const kinds = classifyPieces(text, pieces, document.hints);
  const running = without(
    pieces.map((piece, i): KindedPiece => ({ piece, kind: kinds[i]!, start: piece.start, end: piece.end })),
    lists,
  );
  const fields = running.map(({ piece, kind }) => {
    const quiet = kind === "table-row" || kind === "chrome" || isFront(piece, prose);
    return toField(piece, wordsStart(text, piece, kind), quiet, language, text);
  });

  const calls = placed(hintedMarkers(document, given), given.lists, lists);
  const facts = without(
    [...calls, ...hintedCitations(document)].sort((a, b) => a.start - b.start),
    lists,
  );
  const reading = readMarkers(text, fields, insideOf(early, fields), lists, facts);
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

/** Lines of authors and addresses in front of the running text of a plain text. */
const isFront = (piece: Piece, prose: number): boolean => piece.kind === "text" && piece.end <= prose;

function toField(piece: Piece, start: number, quiet: boolean, language: string | null, text: string): Field {
  return { start, end: piece.end, quiet, sentences: () => splitSentences(text, { range: piece, language }) };
}

/** Keeps the candidates that stand in running text, those of glued shapes only where they mean something. */
function insideOf(candidates: Candidates, fields: readonly Field[]): Candidates {
  const loud = fields.filter((field) => !field.quiet);
  const anywhere = new Set<string>(["bracket", "unicode-superscript"]);
  return {
    numeric: candidates.numeric.map(({ style, found }) => ({
      style,
      found: within(found, anywhere.has(style) ? fields : loud),
    })),
    raised: candidates.raised,
    caret: within(candidates.caret, fields),
    symbol: within(candidates.symbol, loud),
    signs: within(candidates.signs, fields),
    key: within(candidates.key, fields),
  };
}

/** Hinted markers count the notes of the hinted lists; here their places become those among all lists. */
function placed(
  markers: readonly FoundMarker[],
  given: readonly NoteList[],
  lists: readonly NoteList[],
): FoundMarker[] {
  const first = new Map<NoteList, number>();
  let count = 0;
  for (const list of lists) {
    first.set(list, count);
    count += list.notes.length;
  }
  const place = given.flatMap((list) => list.notes.map((_, i) => first.get(list)! + i));
  return markers.map((marker) => ({ ...marker, notes: marker.notes.map((n) => place[n]!) }));
}

function toNotes(text: string, lists: readonly NoteList[], counted: boolean): Note[] {
  const id = idMaker("n-");
  let last: NoteId | undefined;
  return lists.flatMap((list) =>
    list.notes.map((note, i): Note => {
      const label = note.label ?? (counted && !list.labelled && !list.over ? String(i + 1) : null);
      const continues = list.over && last !== undefined ? { continues: last } : {};
      const own: NoteId = id(text.slice(note.bodyStart, note.bodyEnd));
      if (!list.aside) last = own;
      return { id: own, ...note, label, ...continues };
    }),
  );
}

function toMarkers(text: string, found: readonly FoundMarker[], notes: readonly Note[]): Marker[] {
  const id = idMaker("m-");
  const restOf = new Map(notes.flatMap((n) => (n.continues === undefined ? [] : [[n.continues, n.id]])));
  // Who calls for a note calls for what it has on the next page as well.
  const called = (place: number): NoteId[] => {
    const rest = restOf.get(notes[place]!.id);
    return rest === undefined ? [notes[place]!.id] : [notes[place]!.id, rest];
  };
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
      notes: marker.notes.flatMap(called),
      dangling: marker.dangling,
      cites: marker.cites,
      basis: marker.basis,
    };
  });
}

function toBlocks(running: readonly KindedPiece[], notes: readonly Note[]): Block[] {
  const blocks = running.map(
    ({ piece, kind }): Block => ({
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
