/** Which part of the text calls for which list: per page, per chapter, or one list for all. */
import type { Candidate } from "./candidate.ts";
import type { Target } from "./numbered.ts";

/** A part of the text, from where the part before ends, and the notes its markers lead to. */
export interface Scope {
  readonly notes: ReadonlyMap<string, number>;
  readonly to: number;
  readonly reference: boolean;
}

/** Candidates with at least this weight show where the text calls for notes. */
const SURE = 1.5;

/**
 * Returns the scopes in text order. Lists that count on form one; lists that start afresh each serve the text in
 * front of them; lists gathered at the end, one a chapter, serve one chapter each.
 */
export function scopesOf(
  text: string,
  targets: readonly Target[],
  candidates: readonly Candidate[],
): Scope[] {
  const scopes: {
    notes: Map<string, number>;
    start: number;
    end: number;
    to: number;
    reference: boolean;
    first: Target;
  }[] = [];
  for (const target of targets) {
    let scope = scopes.at(-1);
    if (!scope || target.labels.some((label) => scope!.notes.has(label))) {
      scope = {
        notes: new Map(),
        start: target.start,
        end: target.end,
        to: target.end,
        reference: target.reference,
        first: target,
      };
      scopes.push(scope);
    }
    target.labels.forEach((label, i) => {
      if (!scope!.notes.has(label)) scope!.notes.set(label, target.first + i);
    });
    scope.end = scope.to = target.end;
  }
  const sure = candidates.filter((c) => c.weight >= SURE);
  let next = 0;
  for (let i = 0; i < scopes.length; ) {
    let j = i + 1;
    while (j < scopes.length) {
      while (next < sure.length && sure[next]!.start <= scopes[j - 1]!.end) next++;
      if (next < sure.length && sure[next]!.start < scopes[j]!.start) break;
      j++;
    }
    if (j - i > 1) {
      const region = { start: scopes[i - 1]?.end ?? 0, end: scopes[i]!.start };
      const group = scopes.slice(i, j);
      const ends =
        byTitle(
          text,
          region,
          group.map((s) => s.first),
        ) ??
        byRestart(
          sure,
          region,
          group.map((s) => s.notes.size),
        );
      ends?.forEach((end, k) => {
        group[k]!.to = end;
      });
    }
    i = j;
  }
  const last = scopes.at(-1);
  if (last) last.to = Number.POSITIVE_INFINITY;
  return scopes.map(({ notes, to, reference }) => ({ notes, to, reference }));
}

interface Region {
  readonly start: number;
  readonly end: number;
}

/** The gathered lists repeat the chapters' titles: a chapter ends where the next title stands in the text. */
function byTitle(text: string, region: Region, lists: readonly Target[]): number[] | null {
  const body = text.slice(region.start, region.end);
  const starts: number[] = [];
  let from = 0;
  for (const list of lists) {
    const title = lineAbove(text, list.start);
    const at = title.length < 3 ? -1 : body.indexOf(`\n${title}`, Math.max(0, from - 1));
    const first = starts.length === 0 && body.startsWith(title);
    if (at < 0 && !first) return null;
    from = first ? 0 : at + 1;
    starts.push(region.start + from);
    from += title.length;
  }
  return starts.slice(1);
}

function lineAbove(text: string, at: number): string {
  return text
    .slice(Math.max(0, at - 200), at)
    .trimEnd()
    .split("\n")
    .at(-1)!
    .trim();
}

/** Without titles a chapter ends where the numbers begin again after most of its list was called for. */
function byRestart(sure: readonly Candidate[], region: Region, sizes: readonly number[]): number[] | null {
  const ends: number[] = [];
  let highest = 0;
  for (const c of sure) {
    if (c.start < region.start || c.start >= region.end) continue;
    const n = Number(c.labels[0]);
    if (n === 1 && ends.length < sizes.length - 1 && highest >= 0.6 * sizes[ends.length]!) {
      ends.push(c.start);
      highest = 0;
    }
    highest = Math.max(highest, Number(c.labels.at(-1)));
  }
  return ends.length === sizes.length - 1 ? ends : null;
}
