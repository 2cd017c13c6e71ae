/** From outcomes to what is handed on: mentions, pages, work records and resolutions. */
import { groupBy } from "../group-by.ts";
import type {
  CiteText,
  Csl,
  Document,
  ItemId,
  ParsedReference,
  Pinpoint,
  Resolution,
  SourceId,
} from "../model.ts";
import type { Outcome } from "./outcome.ts";
import { lonePage, lowestPages, type PageReading, readLonePage, readPageBeside } from "./pages.ts";
import type { WorkRecord } from "./sources.ts";
import type { Cited, Described, Works } from "./works.ts";

/** Returns the citations of each work, in order of their place in the text. */
export function mentionsOf(
  cited: readonly Cited[],
  outcomes: ReadonlyMap<ItemId, Outcome>,
): Map<number, readonly Cited[]> {
  const out = new Map<number, Cited[]>();
  for (const entry of cited) {
    const outcome = outcomes.get(entry.id);
    if (outcome?.kind !== "resolved") continue;
    const list = out.get(outcome.work);
    if (list) list.push(entry);
    else out.set(outcome.work, [entry]);
  }
  for (const list of out.values())
    list.sort((a, b) => a.cite.start - b.cite.start || a.position - b.position);
  return out;
}

/** Entries of one work that are looked at for its pages: a list has one, and a bound for hostile ones. */
const mostEntries = 8;

/** Returns how each description that ends in a page is to be read. */
export function readPages(
  described: readonly Described[],
  workOf: ReadonlyMap<ItemId, number>,
  mentions: ReadonlyMap<number, readonly Cited[]>,
): Map<ItemId, PageReading> {
  const out = new Map<ItemId, PageReading>();
  const lowest = new Map<number, ReadonlyMap<string, CiteText>>();
  const inLists = described.filter(({ note }) => note?.type === "reference");
  const listed = groupBy(inLists, ({ id }) => workOf.get(id));
  for (const { id, cite, note, reference } of described) {
    if (cite.pinpoint !== null || cite.key !== null) continue;
    const work = workOf.get(id) ?? -1;
    const entries = note?.type === "reference" ? [] : (listed.get(work) ?? []).slice(0, mostEntries);
    const reading = readPageBeside(
      reference.csl,
      entries.flatMap((entry) => entry.reference.csl.page ?? []),
    );
    if (reading.pinpoint) {
      out.set(id, reading);
      continue;
    }
    if (lonePage(reference.csl) === null) continue;
    const pages = lowest.get(work) ?? lowestPages((mentions.get(work) ?? []).map((mention) => mention.cite));
    lowest.set(work, pages);
    out.set(id, readLonePage(reference.csl, pages));
  }
  return out;
}

/** Returns a reference as it is to be read: without the page where that is a pinpoint. */
export function readAs(reference: ParsedReference, reading: PageReading | undefined): ParsedReference {
  if (reading?.pinpoint !== true) return reference;
  const { page: _, ...csl } = reference.csl;
  return { ...reference, csl, evidence: reference.evidence.filter((piece) => piece.field !== "page") };
}

/** Returns what each cited work's source is made of. */
export function workRecords(
  document: Document,
  described: readonly Described[],
  gathered: Works,
  mentions: ReadonlyMap<number, readonly Cited[]>,
  pages: ReadonlyMap<ItemId, PageReading>,
): Map<number, WorkRecord> {
  const own = new Set<Csl>(document.bibliography);
  const byWork = new Map<number, Described[]>();
  for (const entry of described) {
    const work = gathered.described.get(entry.id);
    if (work === undefined) continue;
    const list = byWork.get(work);
    if (list) list.push(entry);
    else byWork.set(work, [entry]);
  }
  const out = new Map<number, WorkRecord>();
  for (const [work, cited] of mentions) {
    const record = gathered.records.get(work) ?? null;
    const descriptions = (byWork.get(work) ?? []).map((entry) => {
      const { csl, authorsTruncated, evidence } = readAs(entry.reference, pages.get(entry.id));
      const { start, end } = entry.cite;
      return { item: entry.id, csl, truncated: authorsTruncated, evidence, span: { start, end } };
    });
    out.set(work, {
      descriptions,
      record,
      recordFirst: record !== null && own.has(record),
      mentions: cited.map((entry) => entry.id),
    });
  }
  return out;
}

/** Returns the resolution with source ids in place of works. */
export function toResolution(
  outcome: Outcome,
  idOf: ReadonlyMap<number, SourceId>,
  reading: PageReading | undefined,
): Resolution {
  switch (outcome.kind) {
    case "resolved": {
      const source = idOf.get(outcome.work)!;
      if (reading?.pinpoint !== true) return { kind: "resolved", source, basis: outcome.basis };
      const rule = `${outcome.basis.rule}; its page is the page cited`;
      const losers = [...(outcome.basis.losers ?? []), ...reading.losers];
      return { kind: "resolved", source, basis: { ...outcome.basis, rule, confidence: "likely", losers } };
    }
    case "refused": {
      const candidates = outcome.candidates.flatMap((work) => idOf.get(work) ?? []);
      return { kind: "refused", reason: outcome.reason, candidates, basis: outcome.basis };
    }
    case "none":
      return outcome;
    default:
      return outcome satisfies never;
  }
}

/** Only "loc. cit.", the place cited, takes over the page before it; ibid. alone leaves the page open. */
export function inheritedPinpoint(
  cite: CiteText,
  before: { readonly cite: CiteText; readonly outcome: Outcome | undefined } | undefined,
  outcome: Outcome | undefined,
): Pinpoint | null {
  if (cite.pinpoint !== null || cite.key !== "loc. cit." || !before) return cite.pinpoint;
  const same =
    outcome?.kind === "resolved" &&
    before.outcome?.kind === "resolved" &&
    outcome.work === before.outcome.work;
  return same ? before.cite.pinpoint : null;
}

/** Kinds of works whose "s. 12" is a section: elsewhere the same letter may be a Swedish or Dutch page. */
const IN_SECTIONS: ReadonlySet<string> = new Set(["legislation", "bill", "regulation", "treaty"]);
const SECTION = /(?:^|[\s\u00a0,:([])s\.[\s\u00a0]?\d/;

/** Returns the place cited as it is to be read in a work of its kind: "s. 12" of an act is no page. */
export function placeIn(type: string | undefined, pinpoint: Pinpoint | null, raw: string): Pinpoint | null {
  const section = pinpoint?.label === "page" && IN_SECTIONS.has(type ?? "") && SECTION.test(raw.slice(-80));
  return section ? { label: "section", value: pinpoint.value } : pinpoint;
}
