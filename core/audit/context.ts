/** What every rule needs to look up, built once for an analysis. */
import { firstWhere } from "../binary-search.ts";
import type {
  Analysis,
  CitationItem,
  Edge,
  Marker,
  Note,
  OpenCitation,
  Source,
  Span,
  Statement,
} from "../model.ts";
import { paragraphsOf } from "../resolve/paragraphs.ts";
import type { AuditOptions } from "./options.ts";
import { ownData } from "./own-data.ts";
import { ownWork } from "./own-work.ts";
import {
  conclusionHeadings,
  labelledSummaries,
  oneOfHeadings,
  sectionFinder,
  summaryHeadings,
} from "./sections.ts";
import { spanOf } from "./subjects.ts";
import { namedPlaces, type Uncalled, uncalledNotes } from "./uncalled.ts";

export interface AuditContext {
  readonly analysis: Analysis;
  readonly options: AuditOptions;
  readonly text: string;
  readonly claims: readonly Statement[];
  readonly statements: ReadonlyMap<string, Statement>;
  readonly markers: ReadonlyMap<string, Marker>;
  readonly notes: ReadonlyMap<string, Note>;
  readonly items: ReadonlyMap<string, CitationItem>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Items by the note or marker that holds them, in text order. */
  readonly itemsOf: ReadonlyMap<string, readonly CitationItem[]>;
  readonly edgesOf: ReadonlyMap<string, readonly Edge[]>;
  readonly edgesTo: ReadonlyMap<string, readonly Edge[]>;
  readonly openOf: ReadonlyMap<string, readonly OpenCitation[]>;
  /** Claims and other statements of one paragraph, in order. */
  readonly paragraphs: readonly (readonly Statement[])[];
  /** For a claim without a marker: the first marker behind it in its paragraph. */
  readonly carriedTo: ReadonlyMap<string, Marker>;
  /** Markers that lead to a note. */
  readonly callsOf: ReadonlyMap<string, readonly Marker[]>;
  /** Heading of the section in which a span begins, or null. */
  readonly sectionOf: (span: Span) => string | null;
  /** False for a claim with a marker, before one in its paragraph, or in a section of the document's own results. */
  readonly lacksSource: (claim: Statement) => boolean;
  readonly isCitedDirectly: (claim: Statement) => boolean;
  readonly slice: (span: Span) => string;
  /** A claim as it stands, up to its closing markers; blanks where a page's end stands within it. */
  readonly wordsOf: (claim: Statement) => string;
  /** Labelled notes that nothing calls, each with the place that may call it after all. */
  readonly uncalled: () => readonly Uncalled<Note>[];
  /** Where the text may name a source that no citation names. */
  readonly namedAt: (source: Source) => Span | null;
  /** Whether a claim reports the document's own work; null where the document is no paper. */
  readonly isOwn: ((claim: Statement) => boolean) | null;
  /** Where a source is described in full, or else first cited: one span, or none. */
  readonly fullOf: (source: Source) => readonly Span[];
}

function groupBy<T>(list: readonly T[], key: (one: T) => string | null): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const one of list) {
    const at = key(one);
    if (at === null) continue;
    const held = map.get(at);
    if (held) held.push(one);
    else map.set(at, [one]);
  }
  return map;
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((one) => [one.id, one]));

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** In-text citations lead to an entry through its source, not through its label. */
function citedEntries(
  { items: all }: Analysis,
  sources: ReadonlyMap<string, Source>,
  items: ReadonlyMap<string, CitationItem>,
): ReadonlySet<string> {
  const entries = new Set<string>();
  const seen = new Set<string>();
  for (const { marker, resolution } of all) {
    if (marker === null || resolution.kind !== "resolved" || seen.has(resolution.source)) continue;
    seen.add(resolution.source);
    for (const d of sources.get(resolution.source)?.descriptions ?? []) {
      const note = items.get(d)?.note;
      if (note) entries.add(note);
    }
  }
  return entries;
}

/** Returns a function from a claim to its words, with blanks for the notes and furniture that stand within it. */
function wordsWithin({ document: { text }, blocks }: Analysis): AuditContext["wordsOf"] {
  return ({ start, textEnd }) => {
    let words = text.slice(start, textEnd);
    let at = firstWhere(blocks.length, (i) => blocks[i]!.start >= start);
    for (; at < blocks.length && blocks[at]!.start < textEnd; at++) {
      const { kind, start: from, end } = blocks[at]!;
      if (kind !== "chrome" && kind !== "note" && kind !== "reference") continue;
      words = `${words.slice(0, from - start)}${" ".repeat(end - from)}${words.slice(end - start)}`;
    }
    return words;
  };
}

/** Returns the look-ups over an analysis. Linear. */
export function auditContext(analysis: Analysis, options: AuditOptions): AuditContext {
  const text = analysis.document.text;
  const markers = byId(analysis.markers);
  const items = byId(analysis.items);
  const running = analysis.statements.filter((s) => s.paragraph !== null);
  const paragraphs = [...groupBy(running, (s) => String(s.block)).values()];
  const carriedTo = new Map<string, Marker>();
  const marked = new Set<string>();
  for (const paragraph of paragraphsOf(analysis)) {
    let next: Marker | undefined;
    for (const { statement, markers: own } of paragraph.toReversed()) {
      if (own.length > 0) marked.add(statement.id);
      if (own[0] !== undefined) next = markers.get(own[0]) ?? next;
      else if (next && statement.kind === "claim") carriedTo.set(statement.id, next);
    }
  }
  const callsOf = new Map<string, Marker[]>();
  for (const marker of analysis.markers)
    for (const note of marker.notes) {
      const held = callsOf.get(note);
      if (held) held.push(marker);
      else callsOf.set(note, [marker]);
    }
  const reportsResults = oneOfHeadings(options.ownResults);
  const summarises = summaryHeadings();
  const summaries = labelledSummaries(paragraphs);
  const concludes = conclusionHeadings();
  const citing = new Set(running.flatMap((s) => (s.markers.length > 0 ? [s.section] : [])));
  const isOwn = options.papers ? ownWork(analysis) : null;
  const data = options.papers ? ownData(paragraphs) : new Set();
  const sources = byId(analysis.sources);
  const edgesOf = groupBy(analysis.edges, (e) => e.claim);
  const named = once(() => namedPlaces(analysis));
  return {
    analysis,
    options,
    text,
    claims: analysis.statements.filter((s) => s.kind === "claim"),
    statements: byId(analysis.statements),
    markers,
    notes: byId(analysis.notes),
    items,
    sources,
    itemsOf: groupBy(analysis.items, (i) => i.note ?? i.marker),
    edgesOf,
    edgesTo: groupBy(analysis.edges, (e) => e.source),
    openOf: groupBy(analysis.open, (o) => o.claim),
    paragraphs,
    carriedTo,
    callsOf,
    sectionOf: sectionFinder(analysis.sections),
    lacksSource: (claim) =>
      !marked.has(claim.id) &&
      !carriedTo.has(claim.id) &&
      !reportsResults(claim.section) &&
      !data.has(claim.id) &&
      !summarises(claim.section) &&
      !summaries.has(claim.id) &&
      // A conclusion that cites nothing says again what was cited before.
      !(concludes(claim.section) && !citing.has(claim.section) && citing.size > 0) &&
      isOwn?.(claim) !== true,
    isOwn,
    uncalled: once(() =>
      uncalledNotes(analysis, new Set(callsOf.keys()), citedEntries(analysis, sources, items)),
    ),
    namedAt: (source) => named()(source),
    isCitedDirectly: (claim) => (edgesOf.get(claim.id) ?? []).some((e) => e.scope === "direct"),
    slice: (span) => text.slice(span.start, span.end),
    wordsOf: wordsWithin(analysis),
    fullOf: (source) =>
      [...source.descriptions, ...source.mentions]
        .flatMap((id) => items.get(id) ?? [])
        .slice(0, 1)
        .map(spanOf),
  };
}
