/** Cuts notes into their citations and the words that cite nothing. */
import type { CiteText, CslName, Note, NoteParts, ParsedReference, Span } from "../../model.ts";
import { parseReference, splitReferences } from "../index.ts";
import { isAboutAuthor } from "./about-author.ts";
import { aliasBehind } from "./alias.ts";
import { apart, joinNotes } from "./continued.ts";
import { type Cut, type CutCite, cutNote } from "./cut.ts";
import { fullEvidence } from "./full.ts";
import { withoutInitials } from "./name-list.ts";
import { type KnownWorks, learn, learnUnsigned } from "./read-at.ts";
import { type Reading, reading } from "./reading.ts";
import type { Cutter } from "./rescue.ts";
import { findStops, hasParts, type Stop, tidy } from "./stops.ts";
import { unwrap, type Vocabulary, vocabulary, wrap } from "./unwrapped.ts";
import { findVague } from "./vague.ts";

export interface NoteContext {
  /** The reference parser; the engine's own by default. */
  readonly parse?: (raw: string, cited: boolean) => ParsedReference;
  /** The cutter asked about commentary; the engine's own by default, null for none. */
  readonly cutter?: Cutter | null;
  /** Works described elsewhere in the document. */
  readonly known?: KnownWorks;
  /** Whether the full stop behind a citation belongs to it, as in lists whose fields end in full stops. */
  readonly stopInside?: boolean;
  /** The words of the document. */
  readonly words?: Vocabulary;
}

const NOTHING: KnownWorks = new Map();
/** Words whose full stop is their own: it stays when the stop behind a citation is cut off. */
const OWN_STOP =
  /(?:^|[\s.,(\d])(?:ibid(?:em)?|ib|id|ebda?|cit|al|ff?|sqq?|sgg?|segg?|segs|sigs|ss?|suiv|seq|a\.\s?O|a\.\s?a|d|Co|Inc|Ltd|Corp|Jr|Sr|c|J|o)\.$/iu;

/**
 * Returns a note's citations and commentary with offsets into the document's text. An entry of a reference list
 * is one full reference. Linear in the note's length.
 */
export function splitNote(text: string, note: Note, context: NoteContext = {}): NoteParts {
  const line = unwrap(text, note, context.words);
  return line === null
    ? splitLine(text, note, context)
    : wrap(text, line, splitLine(line.text, line.note, context));
}

function splitLine(text: string, note: Note, context: NoteContext): NoteParts {
  const body = text.slice(note.bodyStart, note.bodyEnd);
  const read =
    note.type === "reference"
      ? cutEntry(body, note, context)
      : cutNote(
          body,
          context.known ?? NOTHING,
          context.cutter === undefined ? splitReferences : context.cutter,
        );
  const cut = isAboutAuthor(note, body, read.cites) ? { ...read, cites: [], commentary: whole(body) } : read;
  const inside =
    note.type === "reference" || (context.stopInside ?? cut.cites.some((c) => stopsInside(c, cut.stops)));
  const cites = cut.cites.map((cite) =>
    toCite(text, note.bodyStart, cite, inside, context.parse ?? parseReference),
  );
  const commentary = cut.commentary.map((span) => ({
    start: span.start + note.bodyStart,
    end: span.end + note.bodyStart,
  }));
  return { note: note.id, cites, commentary };
}

function whole(body: string): readonly Span[] {
  const span = tidy(body, { start: 0, end: body.length });
  return span.end > span.start ? [span] : [];
}

/**
 * Returns the parts of all notes of a document, in order. What earlier notes and the reference list describe
 * helps to tell short forms from references, and one habit of full stops holds for all notes. Linear.
 */
export function splitNotes(text: string, notes: readonly Note[], context: NoteContext = {}): NoteParts[] {
  const known = new Map<string, (readonly string[])[]>();
  const parts: NoteParts[][] = notes.map(() => []);
  const words = vocabulary(text);
  const stopInside = context.stopInside ?? habit(text, notes, words);
  const restOf = new Map(notes.flatMap((n) => (n.continues === undefined ? [] : [[n.continues, n]])));
  for (const entries of [true, false]) {
    notes.forEach((note, i) => {
      if ((note.type === "reference") !== entries || note.continues !== undefined) return;
      const here = { ...context, known: context.known ?? known, stopInside, words };
      const rest = restOf.get(note.id);
      const own = rest ? splitContinued(text, note, rest, here) : [splitNote(text, note, here)];
      parts[i] = own;
      for (const cite of own.flatMap((part) => part.cites)) {
        if (cite.form !== "full") continue;
        const { author, title, type } = cite.reference?.csl ?? {};
        if (author?.length) learn(known, cite.names.map(withoutInitials), title);
        // "Diary of Ellen Orr": it is named again by the same words.
        if (!author?.length || (type === "manuscript" && !opensWith(cite.raw, author ?? [])))
          learnUnsigned(known, cite.raw);
        // "Agnes Mure to the Board": the words in front are no name.
        const writers = type === "manuscript" ? (author ?? []) : [];
        learn(
          known,
          writers.flatMap((writer) => writer.family ?? []),
          title,
        );
      }
    });
  }
  return parts.flat();
}

/** Whether the words begin with the name of their writer, as letters do: "Agnes Mure to the Board". */
const opensWith = (raw: string, [writer]: readonly CslName[]): boolean =>
  [writer?.given, writer?.family].some((name) => name !== undefined && raw.startsWith(name));

/** The parts of a note and of its rest on the next page, cut as one. */
function splitContinued(text: string, note: Note, rest: Note, context: NoteContext): NoteParts[] {
  const joined = joinNotes(text, note, rest);
  return apart(text, joined, splitNote(joined.text, joined.note, context));
}

/** Notes looked at to learn the habit of full stops. */
const HABIT_SAMPLE = 40;

function habit(text: string, notes: readonly Note[], words: Vocabulary): boolean {
  const bodies = notes
    .filter((n) => n.type !== "reference")
    .slice(0, HABIT_SAMPLE)
    .map((n) => unwrap(text, n, words)?.text ?? text.slice(n.bodyStart, n.bodyEnd));
  const several = bodies.map((body) => sentenceStops(findStops(body)).length >= FULL_STOPS);
  let inside = 0;
  let full = 0;
  const count = (body: string): void => {
    const cut = cutNote(body, NOTHING);
    for (const cite of cut.cites) {
      if (cite.reading.form !== "full") continue;
      full++;
      if (stopsInside(cite, cut.stops)) inside++;
    }
  };
  for (const [i, body] of bodies.entries()) if (several[i]) count(body);
  // Notes without such stops can only outvote the others: they are read as far as it takes.
  for (const [i, body] of bodies.entries()) if (!several[i] && inside * 2 > full) count(body);
  return inside * 2 > full;
}

/** A reference whose parts end in full stops has so many inside. */
const FULL_STOPS = 2;

const sentenceStops = (stops: readonly Stop[]): Stop[] => stops.filter((stop) => stop.kind === "sentence");

/** Returns whether the parts of a reference end in full stops: "Weber T. Title. Neurol Clin. 2008;…". */
function stopsInside(cite: CutCite, stops: readonly Stop[]): boolean {
  if (cite.reading.form !== "full") return false;
  return sentenceStops(stops).filter((s) => s.at > cite.start && s.at < cite.end).length >= FULL_STOPS;
}

/** "Reed, L.; Moss, T." in front of "; Orr, C. Rust in old pipes": authors, no work. */
const ONLY_NAMES = /^(?:\p{Lu}[\p{L}’' -]{1,40},\s(?:\p{Lu}\.?[\s-]?){1,4}(?:;\s?|$))+$/u;
/** "Moss, T. Rust in Old Pipes; Marram Press: Torvik, 2003.": the house of the book in front of the semicolon. */
const IMPRINT_BEHIND =
  /^[^;]{5,200};\s\p{Lu}[^,.;:]{1,60}:\s\p{Lu}[^;:\d]{1,60},\s(?:1[5-9]|20)\d\d[.;]?\s?$/u;

function cutEntry(body: string, note: Note, context: NoteContext): Cut {
  const span = tidy(body, { start: 0, end: body.length });
  if (span.end <= span.start) return { cites: [], commentary: [], stops: [] };
  const entry = body.slice(span.start, span.end);
  const whole = (found: Reading): Cut => ({
    cites: [{ ...span, reading: found, prefix: null, suffix: null }],
    commentary: [],
    stops: [],
  });
  const strong = fullEvidence(entry) === "strong";
  // What is surely one reference need not be cut: most entries are.
  const single = note.label === null || (strong && !hasParts(body));
  const cut = single ? null : cutNote(body, context.known ?? NOTHING);
  const forms = cut?.cites.map((cite) => cite.reading.form) ?? [];
  if (cut && cut.commentary.length === 0 && cut.cites.length > 1) {
    // Several works under one number: each must stand behind a semicolon and be complete.
    const separate = cut.cites
      .slice(1)
      .every((cite) => /;\s*(?:\([a-z]\)\s*)?$/.test(body.slice(0, cite.start)));
    const complete = cut.cites.every((cite) => cite.reading.closed || cite.reading.form !== "full");
    const inOne = ONLY_NAMES.test(body.slice(0, cut.cites[0]!.end)) || IMPRINT_BEHIND.test(body);
    if (separate && complete && !inOne && forms.some((form) => form === "full")) return cut;
  }
  if (!strong && cut && forms.length > 0 && forms.every((form) => form !== "full")) {
    const settled = cut.cites.every((cite) => cite.reading.closed);
    if (settled) return cut;
  }
  if (!strong && findVague(entry)) return cutNote(body, context.known ?? NOTHING);
  return whole(reading("full", span.end, { workEnd: span.end }));
}

function toCite(
  text: string,
  base: number,
  cite: CutCite,
  inside: boolean,
  parse: (raw: string, cited: boolean) => ParsedReference,
): CiteText {
  const found = cite.reading;
  const start = base + cite.start;
  let end = base + cite.end;
  while (end > start && /[\s,;:]/.test(text[end - 1]!)) end--;
  const stays = inside && found.form !== "vague";
  if (text[end - 1] === "." && !stays && !OWN_STOP.test(text.slice(Math.max(start, end - 12), end))) end--;
  else if (text[end] === "." && stays && text[end - 1] !== ".") end++;
  const raw = text.slice(start, end);
  const words = (): string => described(text, base, start, Math.min(end, base + found.workEnd), found.hole);
  const reference = found.form === "full" ? shifted(parse(words(), found.pinpoint !== null), start) : null;
  const authors = (reference?.csl.author ?? []).map((person) => person.family ?? person.literal ?? "");
  const issued = reference?.csl.issued?.["date-parts"]?.[0]?.[0];
  return {
    start,
    end,
    form: found.form,
    raw,
    names: authors.length > 0 ? authors : found.names.map(withoutInitials),
    namesTruncated: reference?.authorsTruncated ?? found.namesTruncated,
    year: found.year ?? (issued === undefined ? null : String(issued)),
    title: reference?.csl.title ?? found.title,
    noteRef: found.noteRef,
    key:
      found.key ??
      (found.form === "full" ? aliasBehind(text.slice(Math.min(end, base + found.end), end + 200)) : null),
    pinpoint: found.pinpoint,
    prefix: cite.prefix,
    suffix: cite.suffix,
    reference,
  };
}

/** Returns the words that describe the work, blanks in the place of a pinpoint among them. */
function described(text: string, base: number, start: number, end: number, hole: Span | null): string {
  if (hole === null || base + hole.end >= end) return text.slice(start, end);
  const [from, to] = [base + hole.start, base + hole.end];
  return `${text.slice(start, from)}${" ".repeat(to - from)}${text.slice(to, end)}`;
}

/** Moves evidence from the raw string to the document's text. */
function shifted(reference: ParsedReference, by: number): ParsedReference {
  const move = (span: Span) => ({ start: span.start + by, end: span.end + by });
  const evidence = reference.evidence.map((piece) => ({
    ...piece,
    ...move(piece),
    basis: { ...piece.basis, spans: piece.basis.spans.map(move) },
  }));
  return { ...reference, evidence };
}
