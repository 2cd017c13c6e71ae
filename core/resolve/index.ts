/** Resolution: every citation to its source, or a refusal with its reason; then the edges from claim to source. */
import { idMaker } from "../hash.ts";
import type {
  CitationItem,
  Csl,
  Document,
  Edge,
  ItemId,
  Note,
  NoteParts,
  OpenCitation,
  Outline,
  Source,
} from "../model.ts";
import { link } from "./edges.ts";
import {
  inheritedPinpoint,
  mentionsOf,
  placeIn,
  readAs,
  readPages,
  toResolution,
  workRecords,
} from "./finish.ts";
import { keyResolver } from "./forms/key.ts";
import { inTextCites, resolveInText } from "./in-text.ts";
import { isLaterMention } from "./later.ts";
import { withLetters } from "./letters.ts";
import { caseNames } from "./named-cases.ts";
import type { Outcome } from "./outcome.ts";
import { Habits, resolveNotes } from "./sequence.ts";
import { makeSources } from "./sources.ts";
import { WorkIndex } from "./work-index.ts";
import { type Cited, type Described, gatherWorks, withAuthors } from "./works.ts";

export interface ResolveOptions {
  /** Records that came with the document or were given by the user; keys cite them, others complete sources. */
  readonly bibliography?: readonly Csl[];
}

export interface Resolved {
  readonly items: readonly CitationItem[];
  readonly sources: readonly Source[];
  readonly edges: readonly Edge[];
  readonly open: readonly OpenCitation[];
}

/** A citation on its way: from a note or from a marker. */
interface Pending extends Cited {
  readonly marker: CitationItem["marker"];
}

/**
 * Returns the citation items with what they came to, the sources in order of their first mention, and the edges.
 * Pure; near-linear in statements, citations and descriptions.
 */
export function resolve(
  document: Document,
  outline: Outline,
  parts: readonly NoteParts[],
  options: ResolveOptions = {},
): Resolved {
  const noteOf = new Map(outline.notes.map((note) => [note.id, note]));
  const makeId = idMaker("i");
  const ofNotes: { readonly note: Note; readonly cited: readonly Pending[] }[] = [];
  const named = caseNames(document, outline);
  let position = 0;
  for (const part of parts) {
    const note = noteOf.get(part.note);
    if (!note) continue;
    const cited = part.cites.map((printed): Pending => {
      const cite = named(note.id, printed);
      const id = makeId(note.id, cite.raw) as ItemId;
      return { id, cite, note, marker: null, position: position++ };
    });
    ofNotes.push({ note, cited });
  }
  const inText = inTextCites(outline);
  const ofMarkers = inText.map(({ cite, marker }, i): Pending => {
    const id = makeId(marker.id, cite.raw) as ItemId;
    return { id, cite, note: null, marker: marker.id, position: position + i };
  });

  const ofNote = ofNotes.flatMap(({ cited }) => cited);
  const described = withLetters(
    withAuthors(
      ofNote.flatMap((p): Described[] => (p.cite.reference ? [{ ...p, reference: p.cite.reference }] : [])),
      ofNote,
    ),
  );
  const records = allRecords(document, options.bibliography ?? []);
  const gathered = gatherWorks(described, records);
  const index = new WorkIndex(gathered.works);
  const byKey = keyResolver(gathered.byKey);
  const habits = new Habits();
  const outcomes = new Map<ItemId, Outcome>();
  for (const entries of [true, false]) {
    const stream = ofNotes
      .filter(({ note }) => (note.type === "reference") === entries)
      .map(({ note, cited }) => ({
        note,
        entries: cited.map((p) => ({
          cite: p.cite,
          position: p.position,
          describes: gathered.described.get(p.id) ?? null,
        })),
      }));
    const found = resolveNotes(stream, index, byKey, habits);
    for (const p of ofNote) {
      const outcome = found.get(p.position);
      if (outcome) outcomes.set(p.id, outcome);
    }
  }
  resolveInText(inText, document, index, byKey, habits).forEach((outcome, i) => {
    outcomes.set(ofMarkers[i]!.id, outcome);
  });

  const pending = [...ofNote, ...ofMarkers];
  const mentions = mentionsOf(pending, outcomes);
  const pages = readPages(described, gathered.described, mentions);
  const recordOf = workRecords(document, described, gathered, mentions, pages);
  const order = [...recordOf.keys()].sort(
    (a, b) => firstPlace(mentions.get(a)!) - firstPlace(mentions.get(b)!) || a - b,
  );
  const sources = makeSources(order.map((work) => recordOf.get(work)!));
  const idOf = new Map(order.map((work, i) => [work, sources[i]!.id]));
  const typeOf = new Map(sources.map((source) => [source.id, source.csl.type]));

  const items = pending.map((p, i): CitationItem => {
    const outcome = outcomes.get(p.id)!;
    const reading = pages.get(p.id);
    const { reference } = p.cite;
    const last = pending[i - 1];
    const before = last && { cite: last.cite, outcome: outcomes.get(last.id) };
    const page = reading?.pinpoint === true ? reference?.csl.page : undefined;
    const resolution = toResolution(outcome, idOf, reading);
    const type = resolution.kind === "resolved" ? typeOf.get(resolution.source) : undefined;
    return {
      ...p.cite,
      form: isLaterMention(p, outcome, gathered.works) ? "short" : p.cite.form,
      reference: reference && readAs(reference, reading),
      pinpoint:
        page === undefined
          ? placeIn(type, inheritedPinpoint(p.cite, before, outcome), p.cite.raw)
          : { label: "page", value: page },
      id: p.id,
      note: p.note?.id ?? null,
      marker: p.marker,
      resolution,
    };
  });
  return { items, sources, ...link(outline, items) };
}

const firstPlace = (cited: readonly Cited[]): number => cited[0]?.cite.start ?? 0;

function allRecords(document: Document, given: readonly Csl[]): Csl[] {
  const keys = new Set(document.bibliography.map((record) => record.id));
  const extra = given.filter(
    (r) => !document.bibliography.includes(r) && (r.id === undefined || !keys.has(r.id)),
  );
  return [...document.bibliography, ...extra];
}
