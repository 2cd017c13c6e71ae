/**
 * Reads all markers of a document by its own convention: candidates of every style first, then the style that calls
 * for the most labels of each list of notes, then the decision place by place.
 */
import type { Basis, CiteText, MarkerStyle, Span, UncertainMarker } from "../../model.ts";
import type { NoteList } from "../notes/find.ts";
import { findAuthorPage } from "./author-page.ts";
import { type CitingMarker, findAuthorYear } from "./author-year.ts";
import { type EntryIndex, indexEntries } from "./author-year-match.ts";
import { findBrackets } from "./bracket.ts";
import type { Candidate } from "./candidate.ts";
import { weighCodes } from "./codes.ts";
import { findCarets, findKeys } from "./key.ts";
import { type Attempt, attempt, type Target } from "./numbered.ts";
import { findParentheses } from "./parenthesis.ts";
import { findGlued } from "./superscript.ts";
import { findSymbols } from "./symbol.ts";
import { findRaised } from "./unicode-superscript.ts";

/** A stretch in which markers are looked for. */
export interface Field extends Span {
  /** Glued digits and symbols mean something else here: a row of a table, the lines of authors and addresses. */
  readonly quiet: boolean;
  /** Its sentences, cut on demand. */
  readonly sentences: () => readonly Span[];
}

/** Candidates by the style they would have. */
export interface Candidates {
  readonly numeric: readonly { readonly style: MarkerStyle; readonly found: readonly Candidate[] }[];
  readonly caret: readonly Candidate[];
  readonly symbol: readonly Candidate[];
  readonly key: readonly Candidate[];
}

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
/** Entries without labels are numbers only where many of them are called for. */
const MANY = 0.4;

/** Returns the candidates of every style that has a shape of its own. Linear. */
export function collectCandidates(text: string, fields: readonly Field[]): Candidates {
  const loud = fields.filter((f) => !f.quiet);
  const each = (
    on: boolean,
    among: readonly Field[],
    find: (text: string, span: Span) => Candidate[],
  ): Candidate[] => (on ? among.flatMap((field) => find(text, field)) : []);
  return {
    numeric: [
      { style: "bracket", found: each(text.includes("["), fields, findBrackets) },
      { style: "unicode-superscript", found: each(/[¹²³⁰⁴-⁹]/.test(text), fields, findRaised) },
      { style: "superscript", found: weighCodes(text, loud, each(true, loud, findGlued)) },
      { style: "parenthesis", found: each(text.includes("("), loud, findParentheses) },
    ],
    caret: each(text.includes("[^"), fields, findCarets),
    symbol: each(/[*†‡§‖¶#]/.test(text), loud, findSymbols),
    key: each(text.includes("@"), fields, findKeys),
  };
}

/** Returns the markers of the document, in order. */
export function readMarkers(
  text: string,
  fields: readonly Field[],
  candidates: Candidates,
  lists: readonly NoteList[],
): MarkerReading {
  const targets = targetsOf(lists);
  const attempts: Attempt[] = [];
  const best = (group: readonly Target[]): Attempt | undefined =>
    candidates.numeric
      .filter(({ style, found }) => found.length > 0 && !attempts.some((a) => a.style === style))
      .map(({ style, found }) => attempt(text, style, found, group))
      .sort((a, b) => b.cover - a.cover)[0];

  if (targets.symbols.length > 0) attempts.push(attempt(text, "symbol", candidates.symbol, targets.symbols));
  if (targets.carets.length > 0) attempts.push(attempt(text, "bracket", candidates.caret, targets.carets));
  for (const group of [targets.references, targets.notes]) {
    const winner = group.length > 0 ? best(group) : undefined;
    if (winner && winner.cover >= FEW) attempts.push(winner);
  }
  let counted = false;
  if (targets.unlabelled.length > 0 || attempts.every((a) => a.cover < FEW)) {
    const [list] = targets.unlabelled;
    const byNumber = list && targets.unlabelled.length === 1 ? best([list]) : undefined;
    const byName = readNames(text, fields, lists);
    counted = byNumber !== undefined && byNumber.cover >= MANY && byNumber.cover > byName.cover;
    if (counted) attempts.push(byNumber!);
    else if (byName.found.length > 0) attempts.push(byName);
  }
  if (candidates.key.length > 0) {
    attempts.push({ style: "key", cover: 1, uncertain: [], found: candidates.key.map(keyMarker) });
  }
  const used = attempts.filter((a) => a.found.length > 0).sort((a, b) => b.found.length - a.found.length);
  return {
    markers: withoutOverlap(used.flatMap((a) => a.found)),
    uncertain: used.flatMap((a) => a.uncertain).sort((a, b) => a.start - b.start),
    conventions: [...new Set(used.map((a) => a.style))],
    counted,
  };
}

interface Targets {
  readonly symbols: readonly Target[];
  readonly carets: readonly Target[];
  readonly references: readonly Target[];
  readonly notes: readonly Target[];
  readonly unlabelled: readonly Target[];
}

/** Sorts the lists by what can call for them. Reference lists and footnotes of one document count apart. */
function targetsOf(lists: readonly NoteList[]): Targets {
  const result = { symbols: [], carets: [], references: [], notes: [], unlabelled: [] } as Record<
    keyof Targets,
    Target[]
  >;
  let first = 0;
  for (const list of lists) {
    const reference = list.notes[0]!.type === "reference";
    const target: Target = {
      labels: list.notes.map((note, i) => note.label ?? String(i + 1)),
      first,
      start: list.notes[0]!.start,
      end: list.notes.at(-1)!.end,
      reference,
    };
    first += list.notes.length;
    if (!list.labelled) result.unlabelled.push(target);
    else if (list.caret) result.carets.push(target);
    else if (/^[*†‡§‖¶#]/.test(target.labels[0]!)) result.symbols.push(target);
    else result[reference ? "references" : "notes"].push(target);
  }
  return result;
}

/** Reads citations by author: with the year, or with the page where that fits the list better. */
function readNames(text: string, fields: readonly Field[], lists: readonly NoteList[]): Attempt {
  const entries: string[] = [];
  const places: number[] = [];
  let place = 0;
  for (const list of lists) {
    for (const note of list.notes) {
      if (note.type === "reference") {
        entries.push(text.slice(note.bodyStart, note.bodyEnd));
        places.push(place);
      }
      place++;
    }
  }
  const index = indexEntries(entries);
  const byYear = fields.flatMap((f) => findAuthorYear(text, f, index));
  const matched = new Set(byYear.flatMap((m) => m.matches.flat()));
  if (entries.length > 0 && matched.size < 0.3 * entries.length) {
    const byPage = readPages(text, fields, index, entries);
    const cited = new Set(byPage.flatMap((m) => m.matches.flat()));
    if (byPage.length >= 2 && cited.size > matched.size) {
      return {
        style: "author-page",
        cover: cited.size / entries.length,
        uncertain: [],
        found: byPage.map((m) => named(m, "author-page", places)),
      };
    }
  }
  return {
    style: "author-year",
    cover: entries.length === 0 ? 0 : matched.size / entries.length,
    uncertain: [],
    found: byYear.map((m) => named(m, "author-year", places)),
  };
}

function readPages(
  text: string,
  fields: readonly Field[],
  index: EntryIndex,
  entries: readonly string[],
): CitingMarker[] {
  return fields
    .filter((f) => !f.quiet)
    .flatMap((f) => findAuthorPage(text, f, index, entries, f.sentences()));
}

function named(marker: CitingMarker, style: MarkerStyle, places: readonly number[]): FoundMarker {
  const fits = marker.matches.flatMap((fit) => (fit.length === 1 ? [places[fit[0]!]!] : []));
  const found = marker.matches.some((fit) => fit.length > 0);
  return {
    start: marker.start,
    end: marker.end,
    style,
    labels: [],
    notes: [...new Set(fits)],
    dangling: [],
    cites: marker.cites,
    basis: {
      rule: found ? "names that begin an entry of the list" : "shaped like a citation",
      confidence: found ? "certain" : "likely",
      spans: [{ start: marker.start, end: marker.end }],
    },
  };
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

/** The earlier reading of a place stays; styles come in order of how many markers they explain. */
function withoutOverlap(markers: readonly FoundMarker[]): FoundMarker[] {
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
