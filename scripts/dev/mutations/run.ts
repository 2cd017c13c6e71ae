/** Runs the defects and counts, for each code, what was expected, found and wrongly reported. */
import type { Finding } from "../../../core/model.ts";
import { dice, words } from "../../../core/names.ts";
import { analysed, type Base } from "./base.ts";
import { type Expected, kinds, type Mutation } from "./kinds.ts";

/** Codes whose findings are the same for the same structure, whatever the words. */
export const structural: ReadonlySet<string> = new Set([
  "dangling-marker",
  "orphan-note",
  "duplicate-note-number",
  "numbering-gap",
  "note-out-of-order",
  "empty-note",
  "compound-note",
  "uncited-claim",
  "uncited-paragraph",
  "citation-scope-unclear",
  "number-uncited",
  "unresolved-short-form",
  "ambiguous-short-form",
  "short-form-before-full",
  "ibid-after-compound",
  "ibid-without-antecedent",
  "vague-source",
  "pinpoint-outside-range",
  "page-range-unknown",
  "secondary-citation",
  "citation-pile",
  "incomplete-metadata",
  "malformed-et-al",
  "bad-identifier",
  "inconsistent-metadata",
  "duplicate-source",
  "unused-source",
]);

export interface Count {
  expected: number;
  found: number;
  wrong: number;
}

export interface Failure {
  readonly document: string;
  readonly kind: string;
  readonly missed: readonly Expected[];
  readonly wrong: readonly Finding[];
  readonly text: string;
}

const bare = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The same finding about the same words, which the defect may have changed a little. */
const alike = (a: Finding, b: Finding): boolean =>
  a.code === b.code && (bare(a.quote) === bare(b.quote) || dice(words(a.quote), words(b.quote)) >= 0.6);

/**
 * Returns what was expected and not found, and what was found and not expected, in structural codes that the defect
 * does not leave open. A finding about words that the defect changed a little is the old one.
 */
export function compare(
  before: readonly Finding[],
  after: readonly Finding[],
  { expect, open = [] }: Pick<Mutation, "expect" | "open">,
): { readonly missed: readonly Expected[]; readonly wrong: readonly Finding[] } {
  const old = [...before];
  const take = (same: (f: Finding) => boolean): boolean => {
    const at = old.findIndex(same);
    if (at >= 0) old.splice(at, 1);
    return at >= 0;
  };
  const rest = after
    .filter((f) => structural.has(f.code) && !open.includes(f.code))
    .filter((f) => !take((b) => b.code === f.code && bare(b.quote) === bare(f.quote)));
  const missed = expect.filter(({ code, quote }) => {
    const at = rest.findIndex(
      (f) => f.code === code && (quote === undefined || bare(f.quote).includes(bare(quote))),
    );
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return { missed, wrong: rest.filter((f) => !take((b) => alike(b, f))) };
}

/**
 * Returns the counts by code and every mutation that did not come out exactly; at most `most` of one defect in one
 * document are tried, spread over it.
 */
export function runMutations(
  bases: readonly Base[],
  most: number,
): {
  readonly counts: ReadonlyMap<string, Count>;
  readonly failures: readonly Failure[];
  readonly mutations: number;
} {
  const counts = new Map<string, Count>();
  const at = (code: string): Count => {
    const held = counts.get(code) ?? { expected: 0, found: 0, wrong: 0 };
    counts.set(code, held);
    return held;
  };
  const failures: Failure[] = [];
  let mutations = 0;
  for (const base of bases)
    for (const kind of kinds) {
      const all = [...kind(base)];
      const step = Math.max(1, all.length / most);
      for (let i = 0; i < all.length; i += step) {
        const mutation = all[Math.floor(i)]!;
        mutations++;
        const { missed, wrong } = compare(base.analysis.findings, analysed(mutation.text).findings, mutation);
        for (const { code } of mutation.expect) at(code).expected++;
        for (const { code } of mutation.expect.filter((e) => !missed.includes(e))) at(code).found++;
        for (const { code } of wrong) at(code).wrong++;
        if (missed.length + wrong.length > 0)
          failures.push({ document: base.name, kind: mutation.kind, missed, wrong, text: mutation.text });
      }
    }
  return { counts, failures, mutations };
}
