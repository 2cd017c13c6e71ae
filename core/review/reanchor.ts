/**
 * Verdicts in a changed text. A verdict stays with its sentence, by exact words and what stands around them, or is an
 * orphan; it is never put on another sentence. An edited sentence is offered, and its old verdict does not count.
 */
import type { Csl, MarkerId, SourceId, StatementId } from "../model.ts";
import { type Alignment, align, only, speaks, type Version } from "./align.ts";
import { pairUp } from "./diff.ts";
import type { Quote, ReviewEvent, ReviewSubject } from "./events.ts";
import { closedQuote } from "./quote.ts";
import { subjectKey } from "./state.ts";

/**
 * - `gone`: the words stand nowhere in the new text.
 * - `ambiguous`: they stand there, and it cannot be told whether it is this sentence.
 * - `source`: the sentence is there and no longer cites the source, or not by this marker.
 */
export type OrphanReason = "gone" | "ambiguous" | "source";
/** `words`: the sentence was edited. `pinpoint`: it cites another place of the source now. */
export type OutdatedReason = "words" | "pinpoint";

export type Anchoring =
  | {
      readonly kind: "same" | "moved";
      readonly subject: ReviewSubject;
      readonly quote: Quote;
      readonly to: ReviewSubject;
    }
  | {
      readonly kind: "outdated";
      readonly subject: ReviewSubject;
      readonly quote: Quote;
      readonly reason: OutdatedReason;
      /** What to judge again. The old verdict is shown beside it and does not count for it. */
      readonly to: ReviewSubject;
    }
  | {
      readonly kind: "orphan";
      readonly subject: ReviewSubject;
      readonly quote: Quote;
      readonly reason: OrphanReason;
    };

/**
 * Returns where each judged subject of `events`, written on `from`, stands in `to`, by `subjectKey`. An event without
 * a quote has that of the claim it names. Linear in both versions and the events, apart from a sort.
 */
export function reanchor(
  events: readonly ReviewEvent[],
  from: Version,
  to: Version,
): ReadonlyMap<string, Anchoring> {
  const found = new Map<string, Anchoring>();
  let ready: Ready | null = null;
  for (const event of events) {
    if (!("subject" in event)) continue;
    ready ??= prepare(from, to);
    // The same subject is the same sentence in one version, so that the first quote speaks for all.
    const key = subjectKey(event.subject);
    if (found.has(key)) continue;
    const own = ready.alignment.from[ready.placeOf.get(event.subject.claim) ?? -1]?.quote;
    const quote = "quote" in event ? closedQuote(event.quote) : (own ?? unknownWords);
    found.set(key, anchor(ready, event.subject, quote));
  }
  return found;
}

const unknownWords: Quote = { exact: "", prefix: "", suffix: "" };

interface Ready {
  readonly alignment: Alignment;
  readonly placeOf: ReadonlyMap<StatementId, number>;
  /** Places of words that stand once in the older version; -1 for those that stand more often. */
  readonly placeOfWords: ReadonlyMap<string, number>;
  readonly newWords: ReadonlySet<string>;
  readonly edited: ReadonlyMap<number, number>;
  readonly sources: ReadonlyMap<SourceId, SourceId>;
  readonly pinpoints: readonly [from: Pinpoints, to: Pinpoints];
  readonly markers: readonly [from: Markers, to: Markers];
}

/** Pinpoints of each pair, sorted, as one string. */
type Pinpoints = ReadonlyMap<string, string>;
/** The markers of each claim in order, with the sources behind each. */
type Markers = ReadonlyMap<StatementId, ReadonlyMap<MarkerId, ReadonlySet<SourceId>>>;

function prepare(from: Version, to: Version): Ready {
  const alignment = align(from, to);
  return {
    alignment,
    placeOf: new Map(alignment.from.map(({ statement }, i) => [statement.id, i])),
    placeOfWords: only(alignment.from, ({ exact }) => exact),
    newWords: new Set(alignment.to.map(({ quote }) => quote.exact)),
    edited: new Map(
      Array.from(pairUp(alignment)).flatMap(([i, pair]) => (pair.kind === "edited" ? [[i, pair.to]] : [])),
    ),
    sources: sameSources(from, to),
    pinpoints: [pinpointsOf(from), pinpointsOf(to)],
    markers: [markersOf(from), markersOf(to)],
  };
}

function anchor(ready: Ready, subject: ReviewSubject, quote: Quote): Anchoring {
  const { alignment, edited, newWords } = ready;
  const orphan = (reason: OrphanReason): Anchoring => ({ kind: "orphan", subject, quote, reason });
  const at = placeIn(ready, subject.claim, quote);
  const place = at === null ? -1 : alignment.same[at]!;
  const again = at === null ? undefined : edited.get(at);
  if (at === null || (place < 0 && again === undefined))
    return orphan(newWords.has(quote.exact) ? "ambiguous" : "gone");
  const target = alignment.to[place >= 0 ? place : again!]!.statement;
  const moved =
    target.kind === "claim" ? follow(ready, subject, alignment.from[at]!.statement.id, target.id) : null;
  if (moved === null) return orphan(place >= 0 ? "source" : "gone");
  if (place < 0) return { kind: "outdated", subject, quote, reason: "words", to: moved };
  if (!samePinpoints(ready, subject, moved))
    return { kind: "outdated", subject, quote, reason: "pinpoint", to: moved };
  return { kind: alignment.kept[at] ? "same" : "moved", subject, quote, to: moved };
}

/** Where the sentence stands in the version it was judged on: by its id, if that has the words, else by its quote. */
function placeIn(
  { alignment: { from }, placeOf, placeOfWords }: Ready,
  claim: StatementId,
  quote: Quote,
): number | null {
  const byId = placeOf.get(claim);
  if (byId !== undefined && from[byId]!.quote.exact === quote.exact) return byId;
  const alone = placeOfWords.get(quote.exact);
  if (alone === undefined) return null;
  if (alone >= 0) return speaks(quote, from[alone]!.quote) ? alone : null;
  const whole = from.flatMap(({ quote: q }, i) =>
    q.exact === quote.exact && q.prefix === quote.prefix && q.suffix === quote.suffix ? [i] : [],
  );
  return whole.length === 1 ? whole[0]! : null;
}

/** The same source or marker under the claim of the new version, or null where the claim no longer cites it. */
function follow(
  ready: Ready,
  subject: ReviewSubject,
  old: StatementId,
  claim: StatementId,
): ReviewSubject | null {
  switch (subject.kind) {
    case "pair": {
      const source = ready.sources.get(subject.source);
      if (source === undefined || !ready.pinpoints[1].has(`${claim} ${source}`)) return null;
      return { kind: "pair", claim, source };
    }
    case "collective": {
      const behind = ready.markers[0].get(old)?.get(subject.marker);
      if (behind === undefined) return null;
      const wanted = new Set([...behind].map((s) => ready.sources.get(s)));
      const found = [...(ready.markers[1].get(claim) ?? [])].filter(
        ([, sources]) => sources.size === behind.size && [...sources].every((s) => wanted.has(s)),
      );
      return found.length === 1 ? { kind: "collective", claim, marker: found[0]![0] } : null;
    }
    default:
      return subject satisfies never;
  }
}

function samePinpoints({ pinpoints }: Ready, from: ReviewSubject, to: ReviewSubject): boolean {
  if (from.kind !== "pair" || to.kind !== "pair") return true;
  const before = pinpoints[0].get(`${from.claim} ${from.source}`);
  return before === undefined || before === pinpoints[1].get(`${to.claim} ${to.source}`);
}

function pinpointsOf({ edges }: Version): Pinpoints {
  const found = new Map<string, Set<string>>();
  for (const { claim, source, pinpoint } of edges) {
    const key = `${claim} ${source}`;
    found.set(
      key,
      (found.get(key) ?? new Set()).add(pinpoint === null ? "" : `${pinpoint.label} ${pinpoint.value}`),
    );
  }
  return new Map(Array.from(found, ([key, places]) => [key, [...places].sort().join("\n")]));
}

function markersOf({ edges }: Version): Markers {
  const found = new Map<StatementId, Map<MarkerId, Set<SourceId>>>();
  for (const { claim, marker, source } of edges) {
    const markers = found.get(claim) ?? new Map<MarkerId, Set<SourceId>>();
    found.set(claim, markers.set(marker, (markers.get(marker) ?? new Set()).add(source)));
  }
  return found;
}

/** Returns which sources of two versions are one work: by id (author, year, title), then by identifier; each must be alone. */
export function sameSources(from: Version, to: Version): ReadonlyMap<SourceId, SourceId> {
  const found = new Map<SourceId, SourceId>();
  const taken = new Set<SourceId>();
  for (const keysOf of [byId, byRecord, byIdentifier]) {
    const [older, newer] = [from, to].map((version) => {
      const places = new Map<string, SourceId | null>();
      for (const { id, csl } of version.sources)
        for (const key of keysOf(id, csl)) places.set(key, places.has(key) ? null : id);
      return places;
    });
    for (const [key, id] of older!) {
      const other = newer!.get(key);
      if (!id || !other || found.has(id) || taken.has(other)) continue;
      found.set(id, other);
      taken.add(other);
    }
  }
  return found;
}

/** Sources alike in author, year and title share an id up to a counter, which shifts: such ids say nothing. */
const byId = (id: SourceId): readonly string[] => [id.replace(/-\d+$/, "")];
const byRecord = (_: SourceId, { id: __, ...csl }: Csl): readonly string[] => [JSON.stringify(csl)];
const byIdentifier = (_: SourceId, csl: Csl): readonly string[] =>
  (["DOI", "PMID", "PMCID", "ISBN"] as const).flatMap((field) =>
    csl[field] === undefined ? [] : [`${field} ${csl[field].toLowerCase()}`],
  );
