/** Tries one marker style on lists with labels: decides the candidates scope by scope and links them to the notes. */
import type { MarkerStyle, Span, UncertainMarker } from "../../model.ts";
import type { Candidate } from "./candidate.ts";
import { decide } from "./decide.ts";
import { fillGaps } from "./gaps.ts";
import type { FoundMarker } from "./read.ts";
import { scopesOf } from "./scopes.ts";
import { joinSpaced } from "./spaced.ts";

/** One list as markers see it. */
export interface Target {
  readonly labels: readonly string[];
  /** Place of its first note among all notes. */
  readonly first: number;
  readonly start: number;
  readonly end: number;
  readonly reference: boolean;
}

export interface Attempt {
  readonly style: MarkerStyle;
  readonly found: readonly FoundMarker[];
  readonly uncertain: readonly UncertainMarker[];
  /** Share of the labels that are called for. */
  readonly cover: number;
}

/**
 * Returns what the candidates of one style come to against the lists. `glued` are the fields in which digits without a
 * sign of their own may stand, where the style has any.
 */
export function attempt(
  text: string,
  style: MarkerStyle,
  candidates: readonly Candidate[],
  targets: readonly Target[],
  glued: readonly Span[] = [],
): Attempt {
  const found: FoundMarker[] = [];
  const uncertain: UncertainMarker[] = [];
  const called = new Set<number>();
  let next = 0;
  let from = 0;
  for (const scope of scopesOf(text, targets, candidates)) {
    const { notes } = scope;
    const raw: Candidate[] = [];
    for (; next < candidates.length && candidates[next]!.start < scope.to; next++)
      raw.push(candidates[next]!);
    const inside = style === "superscript" ? joinSpaced(text, raw, notes) : raw;
    const decision =
      style === "symbol"
        ? {
            accepted: inside.filter((c) => c.weight >= (c.labels.every((l) => notes.has(l)) ? 0.3 : 1.5)),
            uncertain: [],
          }
        : decide(inside, {
            known: new Set(notes.keys()),
            once: !scope.reference,
            only: style === "superscript" || style === "bracket" ? (c) => endsSentence(text, c) : () => false,
            doubt: style === "superscript" ? 1 : style === "parenthesis" ? 0.35 : 0.25,
            adjust:
              style === "superscript"
                ? placement(text, inside, notes)
                : style === "parenthesis"
                  ? spacing(text, inside, notes)
                  : style === "bracket"
                    ? elements(text, inside)
                    : () => 0,
          });
    const edges = scope.reference ? null : { start: from, end: Math.min(scope.to, text.length) };
    from = scope.to;
    const more =
      glued.length > 0 ? fillGaps(text, glued, decision.accepted, new Set(notes.keys()), edges) : [];
    for (const c of merged(decision.accepted, more)) {
      const linked = linksOf(c.labels, notes);
      for (const note of linked.notes) called.add(note);
      found.push({
        start: c.start,
        end: c.end,
        style,
        labels: c.labels,
        notes: linked.notes,
        dangling: linked.dangling,
        cites: c.cites ?? NONE,
        basis: {
          rule: c.reason,
          confidence: c.weight >= 1.5 ? "certain" : "likely",
          spans: [{ start: c.start, end: c.end }],
        },
      });
    }
    const settled = new Set(more.map((c) => c.end));
    const open = decision.uncertain.filter((u) => !settled.has(u.end));
    const filled = more.map(({ start, end, reason }) => ({ start, end, taken: "marker" as const, reason }));
    for (const u of [...open, ...filled]) uncertain.push({ ...u, text: text.slice(u.start, u.end) });
  }
  const labels = targets.reduce((n, t) => n + t.labels.length, 0);
  return { style, found, uncertain, cover: labels === 0 ? 0 : called.size / labels };
}

/** Words whose stop shortens them, long as they are: "figs.1", "approx.3". */
const SHORTENED =
  /(?:^|\P{L})(?:figs?|refs?|nos?|eqs?|approx|prof|chap|para|sect?|tabl?|vers?|cols?|fol?s?|secs?|paras|chaps|dept|suppl)\.$/iu;
const ENDED = /\p{Ll}{3,}[)”’"]?[.!?][)”’"]?$/u;

/** "ran on leaded fuel.1 Because": right behind the stop of a sentence, with the next one or nothing behind it. */
function endsSentence(text: string, { start, end, labels }: Candidate): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  if (labels.length !== 1 || !ENDED.test(before) || SHORTENED.test(before)) return false;
  return /^(?:\s*$|\s*\n|\s{1,8}[“"‘'(«„]?\p{Lu})/u.test(text.slice(end, end + 10));
}

/** Most lists of a marker are empty: a long text has too many to hold each. */
const NONE: readonly never[] = [];

interface Links {
  readonly notes: readonly number[];
  readonly dangling: readonly string[];
}

function linksOf(labels: readonly string[], notes: ReadonlyMap<string, number>): Links {
  if (labels.length === 1) {
    const note = notes.get(labels[0]!);
    return note === undefined ? { notes: NONE, dangling: labels } : { notes: [note], dangling: NONE };
  }
  const lost = labels.filter((label) => !notes.has(label));
  return {
    notes: [...new Set(labels.map((label) => notes.get(label)).filter((note) => note !== undefined))],
    dangling: lost.length === 0 ? NONE : lost,
  };
}

const merged = (a: readonly Candidate[], b: readonly Candidate[]): readonly Candidate[] =>
  b.length === 0 ? a : [...a, ...b].sort((x, y) => x.start - y.start);

/**
 * Markers stand behind the stop or in front of it throughout a document. Where nearly all sure ones stand on one
 * side, a candidate on the other side loses weight.
 */
function placement(
  text: string,
  candidates: readonly Candidate[],
  notes: ReadonlyMap<string, number>,
): (c: Candidate) => number {
  const behind = (c: Candidate): boolean => {
    let i = c.start - 1;
    while (i > 0 && c.start - i < 4 && /[)\]”"’'»]/.test(text.charAt(i))) i--;
    return /[.,;:!?]/.test(text.charAt(i));
  };
  let stops = 0;
  let words = 0;
  for (const c of candidates) {
    if (c.weight < 1.5 || !c.labels.every((label) => notes.has(label))) continue;
    if (behind(c)) stops++;
    else words++;
  }
  const share = stops / Math.max(1, stops + words);
  // "Chen et al.7", "Chen et al7" name the work in either kind of document.
  const named = (c: Candidate): boolean =>
    text.startsWith("al.", c.start - 3) || text.startsWith("et al", c.start - 5);
  if (share >= 0.9) return (c) => (named(c) ? 0 : behind(c) ? 0.3 : -0.7);
  if (share <= 0.1) return (c) => (named(c) ? 0 : behind(c) ? -0.7 : 0.3);
  return () => 0;
}

const FIRST_LETTER = 0x41;

/** "x[3]" is a part of x where the document sets a blank in front of its markers. */
function elements(text: string, candidates: readonly Candidate[]): (c: Candidate) => number {
  const variable = (c: Candidate): boolean =>
    text.charCodeAt(c.start - 1) >= FIRST_LETTER &&
    /(?<![\p{L}\p{M}\d.'’-])\p{L}$/u.test(text.slice(Math.max(0, c.start - 2), c.start));
  const others = candidates.filter((c) => !variable(c));
  const apart = others.filter((c) => /[\s(]/.test(text.charAt(c.start - 1))).length;
  return apart >= Math.max(1, 0.8 * others.length) ? (c) => (variable(c) ? -7 : 0) : () => 0;
}

/** Some documents set "(12)" close to the word throughout; where they do, that is no sign against a marker. */
function spacing(
  text: string,
  candidates: readonly Candidate[],
  notes: ReadonlyMap<string, number>,
): (c: Candidate) => number {
  const close = (c: Candidate): boolean => /\p{L}/u.test(text.charAt(c.start - 1));
  const likely = candidates.filter((c) => c.weight >= 0.5 && c.labels.every((label) => notes.has(label)));
  const share = likely.filter(close).length / Math.max(1, likely.length);
  return share >= 0.15 ? (c) => (close(c) && c.weight > 0 ? 1 : 0) : () => 0;
}
