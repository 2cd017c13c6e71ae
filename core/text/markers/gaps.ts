/**
 * Finds the marker of a number that was never called although its neighbours were: `PLINK68` between the calls of 67
 * and 69. The shape alone would be a code; that the order leaves one place for the number, and only one, says more.
 */
import { firstWhere } from "../../binary-search.ts";
import type { Span } from "../../model.ts";
import { type Candidate, expand } from "./candidate.ts";
import { eachMatch } from "./scan.ts";

/** Numbers missing in a row that may be found; where more are missing, they are called somewhere else. */
const MOST_IN_ROW = 3;
/** The share of neighbouring numbers that must be called in order. */
const ORDERED = 0.9;
/** Neighbours further apart say too little, and the search stays linear. */
const FURTHEST = 50_000;
/** Signs that make the digits behind them part of a quantity, a range or an address. */
const BOUND = new Set([..." \t\n\r\u00a0([{<>=~±×*^+−–—-/#@$€£§_≤≥≈"]);

/**
 * Returns further candidates, sorted: one for each number of `known` without a call whose only glued place lies between
 * the first calls of its neighbours. `fields` are where markers may stand; `edges` are the ends of the text that calls
 * for all of them, or null where the first and last numbers need not be called. Linear in the text looked through.
 */
export function fillGaps(
  text: string,
  fields: readonly Span[],
  accepted: readonly Candidate[],
  known: ReadonlySet<string>,
  edges: Span | null,
): Candidate[] {
  const numbers = [...known]
    .map(Number)
    .filter(Number.isInteger)
    .sort((a, b) => a - b);
  const first = firstCalls(accepted);
  if (!inOrder(numbers, first)) return [];
  const found: Candidate[] = [];
  for (let i = 0; i < numbers.length; i++) {
    if (first.has(numbers[i]!)) continue;
    let to = i;
    while (to < numbers.length && !first.has(numbers[to]!)) to++;
    let start = i === 0 ? edges?.start : first.get(numbers[i - 1]!)!.end;
    const end = to === numbers.length ? edges?.end : first.get(numbers[to]!)!.start;
    if (to - i <= MOST_IN_ROW && start !== undefined && end !== undefined && isNear(start, end)) {
      for (const n of numbers.slice(i, to)) {
        const place = onlyPlace(text, fields, { start, end }, String(n), accepted, known);
        if (!place) break;
        found.push(place);
        start = place.end;
      }
    }
    i = to - 1;
  }
  return found;
}

const isNear = (start: number, end: number): boolean => start < end && end - start <= FURTHEST;

function firstCalls(accepted: readonly Candidate[]): Map<number, Candidate> {
  const first = new Map<number, Candidate>();
  for (const c of accepted)
    for (const label of c.labels) if (!first.has(Number(label))) first.set(Number(label), c);
  return first;
}

function inOrder(numbers: readonly number[], first: ReadonlyMap<number, Candidate>): boolean {
  const places = numbers.flatMap((n) => first.get(n)?.start ?? []);
  let rising = 0;
  for (let i = 1; i < places.length; i++) if (places[i]! >= places[i - 1]!) rising++;
  return places.length >= 4 && rising >= ORDERED * (places.length - 1);
}

function onlyPlace(
  text: string,
  fields: readonly Span[],
  region: Span,
  label: string,
  accepted: readonly Candidate[],
  known: ReadonlySet<string>,
): Candidate | null {
  const pattern = new RegExp(`${label}(?![\\d%°′″\\p{L}]|[.:]\\d|[-–]\\p{L})`, "gu");
  let only: Candidate | null = null;
  let places = 0;
  for (let f = firstBehind(fields, region.start); f < fields.length && fields[f]!.start < region.end; f++) {
    const field = fields[f]!;
    const span = { start: Math.max(field.start, region.start), end: Math.min(field.end, region.end) };
    eachMatch(pattern, text, span, (_, start, end) => {
      if (start === field.start || BOUND.has(text.charAt(start - 1))) return;
      const held = accepted[firstBehind(accepted, start)];
      if (held && held.start < end) return;
      places++;
      const group = expand(text.slice(start, groupEnd(text, end, span.end)));
      const whole = group?.every((l, k) => known.has(l) && (k === 0 || Number(l) > Number(group[k - 1])));
      only = {
        start,
        end: whole ? groupEnd(text, end, span.end) : end,
        style: "superscript",
        labels: whole && group ? group : [label],
        weight: 1,
        reason: "the only place for the number between its neighbours",
      };
    });
  }
  return places === 1 ? only : null;
}

/** Where the group that the number opens ends: `9` of `9,13,15`. */
function groupEnd(text: string, from: number, to: number): number {
  const more = /^(?:[,;–-]\d{1,3}(?!\d))+(?!\.\d)/.exec(text.slice(from, Math.min(to, from + 60)));
  return from + (more?.[0].length ?? 0);
}

/** Index of the first of the sorted spans that ends behind the offset. */
const firstBehind = (spans: readonly Span[], at: number): number =>
  firstWhere(spans.length, (i) => spans[i]!.end > at);
