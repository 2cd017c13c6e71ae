/**
 * Reads all markers of a document by its own convention: what the format says first, then, for each list of notes,
 * the style that calls for the most of its labels, then the decision place by place.
 */
import type { Basis, CiteText, MarkerStyle, Span, UncertainMarker } from "../../model.ts";
import type { NoteList } from "../notes/find.ts";
import { without } from "../spans.ts";
import type { Candidate } from "./candidate.ts";
import type { Candidates, Field } from "./candidates.ts";
import { weighCodes } from "./codes.ts";
import { readNames, readPersonal } from "./names-style.ts";
import { type Attempt, attempt, type Target } from "./numbered.ts";

/** A marker before it has an id; `notes` are places in the list of all notes. */
export interface FoundMarker extends Span {
  readonly style: MarkerStyle;
  readonly labels: readonly string[];
  readonly notes: readonly number[];
  readonly dangling: readonly string[];
  readonly cites: readonly CiteText[];
  readonly basis: Basis;
}

export interface MarkerReading {
  readonly markers: readonly FoundMarker[];
  readonly uncertain: readonly UncertainMarker[];
  /** Styles found, the dominant one first. */
  readonly conventions: readonly MarkerStyle[];
  /** The unlabelled list is cited by number: its n-th entry is number n. */
  readonly counted: boolean;
}

/** A style must call for this share of a list's labels to be its style. */
const FEW = 0.2;
/** A style that calls for so many labels needs no rival. */
const ENOUGH = 0.85;
/** Entries without labels are numbers only where many of them are called for. */
const MANY = 0.4;

/** Returns the markers of the document, in order. `facts` are those the format links itself. */
export function readMarkers(
  text: string,
  fields: readonly Field[],
  candidates: Candidates,
  lists: readonly NoteList[],
  facts: readonly FoundMarker[],
): MarkerReading {
  const targets = targetsOf(lists, new Set(facts.flatMap((fact) => fact.notes)));
  // What the format links already calls for nothing else.
  const numeric = candidates.numeric.map(({ style, found }) => ({ style, found: without(found, facts) }));
  const attempts: Attempt[] =
    facts.length > 0 ? [{ style: facts[0]!.style, cover: 1, uncertain: [], found: facts }] : [];
  // Digits that are not raised by the format are weighed by the words they are glued to, once and on demand.
  const weighed = new Map<MarkerStyle, readonly Candidate[]>();
  const candidatesOf = (style: MarkerStyle, found: readonly Candidate[]): readonly Candidate[] => {
    if (style !== "superscript" || candidates.raised) return found;
    const known = weighed.get(style) ?? weighCodes(text, found);
    weighed.set(style, known);
    return known;
  };
  const loud = fields.filter((field) => !field.quiet);
  const best = (group: readonly Target[]): Attempt | undefined => {
    let winner: Attempt | undefined;
    for (const { style, found } of numeric) {
      if (attempts.some((a) => a.style === style) || !mayCall(found, group)) continue;
      const glued = style === "superscript" && !candidates.raised ? loud : [];
      const tried = attempt(text, style, candidatesOf(style, found), group, glued);
      if (!winner || tried.cover > winner.cover) winner = tried;
      if (winner.cover >= ENOUGH) break;
    }
    return winner;
  };

  if (targets.symbols.length > 0) attempts.push(attempt(text, "symbol", candidates.symbol, targets.symbols));
  if (targets.carets.length > 0) attempts.push(attempt(text, "bracket", candidates.caret, targets.carets));
  for (const group of [targets.references, targets.notes]) {
    const winner = group.length > 0 ? best(group) : undefined;
    if (winner && winner.cover >= FEW) attempts.push(winner);
  }
  // Links that the format forgot show in brackets as surely as the others.
  const brackets = numeric.find(({ style }) => style === "bracket")!;
  if (targets.partly.length > 0 && brackets.found.length > 0) {
    attempts.push(attempt(text, "bracket", brackets.found, targets.partly));
  }
  let counted = false;
  const lettered = facts.filter((fact) => /\p{L}{2}/u.test(text.slice(fact.start, fact.end))).length;
  const named = lettered > 0.5 * facts.length;
  if (targets.unlabelled.length > 0 || named || attempts.every((a) => a.cover < FEW)) {
    const [list] = targets.unlabelled;
    const byName = readNames(text, fields, lists, !named);
    const byNumber =
      list && targets.unlabelled.length === 1 && byName.cover < ENOUGH ? best([list]) : undefined;
    counted = byNumber !== undefined && byNumber.cover >= MANY && byNumber.cover > byName.cover;
    if (counted) attempts.push(byNumber!);
    else if (byName.found.length > 0) attempts.push({ ...byName, found: besideFacts(byName.found, facts) });
  }
  if (!attempts.some((a) => a.style.startsWith("author-"))) attempts.push(readPersonal(text, fields));
  if (lists.every((list) => list.aside)) attempts.push(...withoutNotes(candidates));
  if (candidates.key.length > 0) {
    attempts.push({ style: "key", cover: 1, uncertain: [], found: candidates.key.map(keyMarker) });
  }
  const used = attempts.filter((a) => a.found.length > 0);
  // What is explained beside the text says nothing of how the text itself cites.
  const styles = [...used].sort((a, b) => b.found.length - a.found.length).map((a) => a.style);
  if (targets.asides.length > 0) {
    const labels = new Set(targets.asides.flatMap((target) => target.labels));
    const explained = candidates.signs.filter((c) => c.labels.every((label) => labels.has(label)));
    used.push(attempt(text, "symbol", explained, targets.asides));
    styles.push("symbol");
  }
  return {
    markers: withoutOverlap(used.flatMap((a) => a.found)),
    uncertain: used.flatMap((a) => a.uncertain).sort((a, b) => a.start - b.start),
    conventions: [...new Set(styles)],
    counted,
  };
}

/** A text that lost its notes still shows its markers; every label is without a note then. */
function withoutNotes(candidates: Candidates): Attempt[] {
  const found: Attempt[] = [];
  for (const { style, found: all } of candidates.numeric) {
    const sure = all.filter((c) => c.weight >= (style === "bracket" ? 4 : style === "superscript" ? 3 : 2));
    const counts = sure.filter(
      (c, i) => i === 0 || Number(c.labels[0]) <= 1 + Number(sure[i - 1]!.labels.at(-1)),
    );
    const rises = Number(sure[0]?.labels[0]) <= 3 && counts.length >= 0.8 * sure.length;
    const convinced =
      style === "bracket" ? sure.length > 0 : style !== "parenthesis" && sure.length >= 2 && rises;
    if (!convinced) continue;
    found.push({
      style,
      cover: 1,
      uncertain: [],
      found: sure.map((c) => ({ ...keyMarker(c), style, labels: c.labels, dangling: c.labels })),
    });
    break;
  }
  return found;
}

/** False where the shapes alone cannot reach the share of labels that makes a convention. */
function mayCall(found: readonly Candidate[], group: readonly Target[]): boolean {
  const labels = new Set(group.flatMap((target) => target.labels));
  const called = new Set<string>();
  for (const c of found) {
    if (c.weight < 0) continue;
    for (const label of c.labels) if (labels.has(label)) called.add(label);
  }
  return called.size >= FEW * labels.size;
}

interface Targets {
  readonly symbols: readonly Target[];
  /** They explain signs beside the running text. */
  readonly asides: readonly Target[];
  readonly carets: readonly Target[];
  readonly references: readonly Target[];
  readonly notes: readonly Target[];
  readonly unlabelled: readonly Target[];
  /** Most of their notes are linked by the format. */
  readonly partly: readonly Target[];
}

/**
 * Sorts the lists by what can call for them; lists whose notes the format links are served. Reference lists and
 * footnotes of one document count apart.
 */
function targetsOf(lists: readonly NoteList[], linked: ReadonlySet<number>): Targets {
  const result: Record<keyof Targets, Target[]> = {
    symbols: [],
    asides: [],
    carets: [],
    references: [],
    notes: [],
    unlabelled: [],
    partly: [],
  };
  let first = 0;
  for (const list of lists) {
    const reference = list.notes[0]!.type === "reference";
    const target: Target = {
      labels: list.notes.map((note, i) => note.label ?? String(i + 1)),
      first,
      start: list.start,
      end: list.end,
      reference,
    };
    const served = list.notes.filter((_, i) => linked.has(first + i)).length;
    first += list.notes.length;
    if (served >= 0.5 * list.notes.length) {
      if (list.labelled && served < list.notes.length) result.partly.push(target);
      continue;
    }
    if (list.over || (!list.labelled && !reference)) continue;
    if (!list.labelled) result.unlabelled.push(target);
    else if (list.caret) result.carets.push(target);
    else if (list.aside) result.asides.push(target);
    else if (/^[*†‡§‖¶#]/.test(target.labels[0]!)) result.symbols.push(target);
    else result[reference ? "references" : "notes"].push(target);
  }
  return result;
}

/** Citations by name that the format links already are dropped; those beside them in one bracket stay alone. */
function besideFacts(found: readonly FoundMarker[], facts: readonly FoundMarker[]): FoundMarker[] {
  if (facts.length === 0) return [...found];
  const result: FoundMarker[] = [];
  let f = 0;
  for (const marker of found) {
    while (f < facts.length && facts[f]!.end <= marker.start) f++;
    const near: FoundMarker[] = [];
    for (let k = f; k < facts.length && facts[k]!.start < marker.end; k++) near.push(facts[k]!);
    if (near.length === 0) {
      result.push(marker);
      continue;
    }
    for (const cite of marker.cites) {
      // A year in brackets behind linked names belongs to the link.
      const free = near.every((fact) => cite.end <= fact.start || cite.start >= fact.end + 3);
      if (free && cite.names.length > 0 && cite.raw !== cite.year) {
        result.push({ ...marker, start: cite.start, end: cite.end, cites: [cite] });
      }
    }
  }
  return result;
}

function keyMarker(c: Candidate): FoundMarker {
  return {
    start: c.start,
    end: c.end,
    style: "key",
    labels: [],
    notes: [],
    dangling: [],
    cites: c.cites ?? [],
    basis: { rule: c.reason, confidence: "certain", spans: [{ start: c.start, end: c.end }] },
  };
}

/** Of two readings of one place the one tried first stays: facts, then labels, then names and keys. */
function withoutOverlap(markers: readonly FoundMarker[]): readonly FoundMarker[] {
  if (markers.every((marker, i) => i === 0 || marker.start >= markers[i - 1]!.end)) return markers;
  const ranked = markers
    .map((marker, rank) => ({ marker, rank }))
    .sort((a, b) => a.marker.start - b.marker.start || a.rank - b.rank);
  const kept: { readonly marker: FoundMarker; readonly rank: number }[] = [];
  for (const item of ranked) {
    const last = kept.at(-1);
    if (!last || item.marker.start >= last.marker.end) kept.push(item);
    else if (item.rank < last.rank) kept[kept.length - 1] = item;
  }
  return kept.map((item) => item.marker);
}
