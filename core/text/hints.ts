/**
 * What a rich format says for certain: its notes and entries, the runs that call for them, its citation fields. The
 * text is asked only about what the format left open.
 */
import type { Block, CiteText, Document, Hint, Span } from "./../model.ts";
import { PLACE } from "./cited-place.ts";
import { expand } from "./markers/candidate.ts";
import type { FoundMarker } from "./markers/read.ts";
import type { FoundNote, NoteList } from "./notes/find.ts";
import { labelOf, lowerDigits } from "./notes/labels.ts";
import { wordsEnd } from "./notes/noise.ts";
import { without } from "./spans.ts";

type Of<K extends Hint["kind"]> = Extract<Hint, { readonly kind: K }>;

const ofKind = <K extends Hint["kind"]>(document: Document, kind: K): Of<K>[] =>
  document.hints.filter((hint): hint is Of<K> => hint.kind === kind);

export interface HintedNotes {
  readonly lists: readonly NoteList[];
  /** Place of a note among the notes of `lists`, by the id its calls name. */
  readonly places: ReadonlyMap<string, number>;
}

/** Returns the notes the format names, in order, as lists of one type; then blocks it calls notes without more. */
export function hintedNotes(document: Document): HintedNotes {
  const { text } = document;
  const bodies = ofKind(document, "note-body").sort((a, b) => a.start - b.start);
  const backLinks = ofKind(document, "back-link").sort((a, b) => a.start - b.start);
  const found: { note: FoundNote; id: string | null }[] = [];
  const seen = new Map<string, number>();
  let b = 0;
  let back = 0;
  const add = (note: Omit<FoundNote, "scope">, id: string | null): void => {
    const key = `${note.type === "reference"}|${note.label ?? ""}`;
    const scope = note.label === null ? 1 : (seen.get(key) ?? 0) + 1;
    if (note.label !== null) seen.set(key, scope);
    found.push({ note: { ...note, scope }, id });
  };
  const takeBodies = (until: number): void => {
    for (; b < bodies.length && bodies[b]!.start < until; b++) {
      const body = bodies[b]!;
      while (back < backLinks.length && backLinks[back]!.end <= body.bodyStart) back++;
      let end = body.end;
      for (let k = back; k < backLinks.length && backLinks[k]!.start < body.end; k++) {
        if (text.slice(backLinks[k]!.end, body.end).trim() === "") end = Math.min(end, backLinks[k]!.start);
      }
      add(
        {
          ...spanOf(body),
          type: body.type,
          label: body.label,
          bodyStart: body.bodyStart,
          bodyEnd: trimmed(text, body.bodyStart, end),
        },
        body.id,
      );
    }
  };
  for (const block of document.blocks) {
    if (block.kind !== "note" && block.kind !== "reference") continue;
    takeBodies(block.end);
    const last = found.at(-1)?.note;
    if (last && last.end > block.start) continue;
    const unnamed = fromBlock(text, block);
    if (block.kind === "note" && unnamed.label === null && last && last.type !== "reference") {
      found[found.length - 1] = {
        ...found.at(-1)!,
        note: { ...last, end: block.end, bodyEnd: unnamed.bodyEnd },
      };
    } else add(unnamed, null);
  }
  takeBodies(Number.POSITIVE_INFINITY);
  const places = new Map<string, number>();
  const lists: { notes: FoundNote[]; start: number; end: number; labelled: boolean; caret: boolean }[] = [];
  found.forEach(({ note, id }, place) => {
    if (id !== null && !places.has(id)) places.set(id, place);
    const list = lists.at(-1);
    const sameKind =
      list &&
      text.slice(list.end, note.start).trim() === "" &&
      list.notes[0]!.type === note.type &&
      list.labelled === (note.label !== null) &&
      list.notes.at(-1)!.scope === note.scope;
    if (sameKind) {
      list.notes.push(note);
      list.end = note.end;
    } else {
      lists.push({
        notes: [note],
        start: note.start,
        end: note.end,
        labelled: note.label !== null,
        caret: false,
      });
    }
  });
  return { lists, places };
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

function trimmed(text: string, start: number, end: number): number {
  let last = wordsEnd(text, start, end);
  while (last > start && /\s/.test(text.charAt(last - 1))) last--;
  return last;
}

function fromBlock(text: string, block: Block): Omit<FoundNote, "scope"> {
  const line = {
    start: block.start,
    end: block.end,
    first: block.start,
    last: block.end,
    row: false,
    newPage: false,
  };
  const label = labelOf(text, line);
  const bodyStart = label?.bodyStart ?? block.start;
  return {
    ...spanOf(block),
    type: block.kind === "reference" ? "reference" : "footnote",
    label: label?.label ?? null,
    bodyStart,
    bodyEnd: trimmed(text, bodyStart, block.end),
  };
}

/** Text between two calls that makes them one marker; the second form is a range. */
const JOINED = new RegExp(`^(?:${PLACE})?(?:\\s?[,;]\\s?|\\s)$`);
/** "6(p214)": the place belongs to the marker. */
const BEGINS_WITH_PLACE = new RegExp(`^${PLACE}`);
const LONGEST_PLACE = 24;
const RANGE = /^\]?\s?[-\u2010-\u2015\u2212]\s?\[?$/;
const MOST = 200;

/** Returns the markers the format links to its notes, neighbours joined, ranges filled. */
export function hintedMarkers(document: Document, notes: HintedNotes): FoundMarker[] {
  const { text } = document;
  const flat = notes.lists.flatMap((list) => list.notes);
  const byLabel = new Map<string, number>();
  flat.forEach((note, i) => {
    if (note.label !== null) byLabel.set(`${note.type === "reference"}|${note.scope}|${note.label}`, i);
  });
  const noteWith = (like: FoundNote, label: string | number): number | undefined =>
    byLabel.get(`${like.type === "reference"}|${like.scope}|${label}`);
  /** One link around "1–5" leads to the first note and means them all. */
  const group = (words: string, place: number): number[] => {
    const plain = lowerDigits(words);
    const labels = /^[[(]?\d/.test(plain) ? expand(plain) : null;
    const like = flat[place]!;
    if (!labels || labels.length < 2 || !labels.includes(like.label ?? "")) return [place];
    return [...new Set([place, ...labels.map((label) => noteWith(like, label) ?? place)])];
  };
  const range = (from: number, to: number, first: string, last: string): number[] => {
    const like = flat[from]!;
    const low = Number(like.label ?? /(\d+)\D*$/.exec(first)?.[1]);
    const high = Number(flat[to]!.label ?? /\d+/.exec(last)?.[0]);
    if (!(high > low) || high - low > MOST) return [];
    const between = Array.from({ length: high - low - 1 }, (_, i) => low + 1 + i);
    // A list that prints no labels still counts its entries.
    const counted = like.label === null && to - from === high - low;
    return between.flatMap((n) => (counted ? [from + n - low] : (noteWith(like, n) ?? [])));
  };
  const calls = ofKind(document, "note-call")
    .filter((call) => notes.places.has(call.target))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const markers: { start: number; end: number; notes: number[] }[] = [];
  for (const call of calls) {
    const last = markers.at(-1);
    const words = text.slice(call.start, call.end);
    const own = group(words, notes.places.get(call.target)!);
    const between = last && call.start - last.end <= LONGEST_PLACE ? text.slice(last.end, call.start) : null;
    if (last && call.start < last.end) last.notes.push(...own);
    else if (last && between !== null && RANGE.test(between)) {
      last.notes.push(...range(last.notes.at(-1)!, own[0]!, text.slice(last.start, last.end), words), ...own);
    } else if (last && between !== null && JOINED.test(between)) last.notes.push(...own);
    else {
      markers.push({ ...spanOf(call), notes: own });
      continue;
    }
    last.end = Math.max(last.end, call.end);
  }
  const linked = markers.map((marker): FoundMarker => {
    const span = withPlace(text, withBrackets(text, marker));
    const called = [...new Set(marker.notes)];
    return {
      ...span,
      style: "note-call",
      labels: called.map((n) => flat[n]!.label).filter((label) => label !== null),
      notes: called,
      dangling: [],
      cites: [],
      basis: { rule: "the format links it to the note", confidence: "certain", spans: [span] },
    };
  });
  if (flat.length === 0) return linked;
  const lost = ofKind(document, "note-call")
    .filter((call) => !notes.places.has(call.target))
    .flatMap((call) => lostMarker(text, call));
  return lost.length === 0 ? linked : [...linked, ...without(lost, linked)].sort((a, b) => a.start - b.start);
}

/** A call that the format links to a note which is not there. */
function lostMarker(text: string, call: Span): FoundMarker[] {
  const label = lowerDigits(text.slice(call.start, call.end)).replace(/^[[(^\s]+|[\])\s.]+$/g, "");
  if (label === "" || label.length > 60) return [];
  const span = withBrackets(text, call);
  return [
    {
      ...span,
      style: "note-call",
      labels: [label],
      notes: [],
      dangling: [label],
      cites: [],
      basis: {
        rule: "the format links it to a note that is not there",
        confidence: "certain",
        spans: [span],
      },
    },
  ];
}

/** Brackets around nothing but calls are part of the marker. */
function withBrackets(text: string, span: Span): Span {
  const open = text.charAt(span.start - 1);
  const close = text.charAt(span.end);
  const pair = (open === "[" && close === "]") || (open === "(" && close === ")");
  return pair ? { start: span.start - 1, end: span.end + 1 } : spanOf(span);
}

function withPlace(text: string, span: Span): Span {
  const place = BEGINS_WITH_PLACE.exec(text.slice(span.end, span.end + LONGEST_PLACE));
  return place ? { start: span.start, end: span.end + place[0].length } : span;
}

/** Returns the citation fields of the format as markers by key. */
export function hintedCitations(document: Document): FoundMarker[] {
  return ofKind(document, "citation").map((field): FoundMarker => {
    const raw = document.text.slice(field.start, field.end);
    return {
      ...spanOf(field),
      style: "key",
      labels: [],
      notes: [],
      dangling: [],
      cites: field.cites.map(
        (cite): CiteText => ({
          ...spanOf(field),
          form: "key",
          raw,
          names: [],
          namesTruncated: false,
          year: null,
          title: null,
          noteRef: null,
          key: cite.key,
          pinpoint: cite.pinpoint,
          prefix: cite.prefix,
          suffix: cite.suffix,
          reference: null,
        }),
      ),
      basis: { rule: "a citation field of the format", confidence: "certain", spans: [spanOf(field)] },
    };
  });
}
