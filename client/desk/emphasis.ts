/** What a selection lights up, and what a withdrawal does to each claim: asked by every pane, computed once. */
import { type Withdrawal, withdrawn } from "../../core/graph/index.ts";
import type { EdgeId, SourceId, StatementId } from "../../core/model.ts";
import type { Selection } from "../state/address.ts";
import { memoLast } from "../state/memo.ts";
import type { Claim, Desk, Work } from "./desk.ts";

export interface Emphasis {
  readonly claims: ReadonlySet<StatementId>;
  readonly sources: ReadonlySet<SourceId>;
  readonly edges: ReadonlySet<EdgeId>;
}

const nothing: Emphasis = { claims: new Set(), sources: new Set(), edges: new Set() };

/** Returns the claim a selection is about, or null: of a pair, its claim. */
export const claimOf = (desk: Desk, selection: Selection | null): Claim | null =>
  selection && selection.kind !== "source" ? (desk.claimByRef.get(selection.claim) ?? null) : null;

/** Returns the source a selection is about, or null: of a pair, its source. */
export const workOf = (desk: Desk, selection: Selection | null): Work | null =>
  selection && selection.kind !== "claim" ? (desk.workByRef.get(selection.source) ?? null) : null;

/** Returns whether the selection names something of this document. */
export function known(desk: Desk, selection: Selection): boolean {
  const claim = selection.kind === "source" || claimOf(desk, selection) !== null;
  const work = selection.kind === "claim" || workOf(desk, selection) !== null;
  return claim && work;
}

function light(desk: Desk, selection: Selection | null): Emphasis {
  if (!selection || !known(desk, selection)) return nothing;
  const claim = claimOf(desk, selection);
  const work = workOf(desk, selection);
  const edges = (claim ?? work)!.edges.filter((e) => !claim || !work || e.source === work.id);
  return {
    claims: new Set([...(claim ? [claim.id] : []), ...edges.map((e) => e.claim)]),
    sources: new Set([...(work ? [work.id] : []), ...edges.map((e) => e.source)]),
    edges: new Set(edges.map((e) => e.id)),
  };
}

/** Returns what the selection lights up: itself, its edges, and what stands at their other ends. */
export const emphasisOf: (desk: Desk, selection: Selection | null) => Emphasis = memoLast(light);
/** The same for what is hovered; apart, so that each keeps its own last answer. */
export const hoverEmphasisOf: (desk: Desk, selection: Selection | null) => Emphasis = memoLast(light);

/** Returns the ids of the markers, notes and citation items on the way of a selected pair; empty for anything else. */
export const pathOf: (desk: Desk, selection: Selection | null) => ReadonlySet<string> = memoLast(
  (desk, selection) => {
    if (selection?.kind !== "pair" || !known(desk, selection)) return new Set<string>();
    const work = workOf(desk, selection);
    const edges = claimOf(desk, selection)!.edges.filter((e) => e.source === work?.id);
    return new Set(
      edges.flatMap(({ marker, note, item }) => [marker, item, ...(note === null ? [] : [note])]),
    );
  },
);

/** What a claim stands on now. `fallen` and `weakened` only under a withdrawal. */
export type Standing = "direct" | "carried" | "uncited" | "fallen" | "weakened";

export interface Question {
  readonly gone: ReadonlySet<SourceId>;
  /** Works withdrawn, in the order in which they were. */
  readonly works: readonly Work[];
  readonly withdrawal: Withdrawal;
  readonly fallen: ReadonlySet<StatementId>;
  readonly weakened: ReadonlySet<StatementId>;
}

/** Returns what happens without the sources of these keys; keys of other documents are passed over. */
export const questionOf: (desk: Desk, without: readonly string[]) => Question = memoLast((desk, without) => {
  const works = without.flatMap((key) => desk.workByRef.get(key) ?? []);
  const gone = new Set(works.map((w) => w.id));
  const withdrawal = withdrawn(
    desk.footing,
    works.map((work) => work.node.order),
  );
  return {
    gone,
    works,
    withdrawal,
    fallen: new Set([...withdrawal.falls, ...withdrawal.fallsIfCarried]),
    weakened: new Set(withdrawal.weakened),
  };
});

/** Returns what the claim stands on under the question. */
export function standingOf(question: Question, claim: Claim): Standing {
  if (question.fallen.has(claim.id)) return "fallen";
  if (question.weakened.has(claim.id)) return "weakened";
  return claim.node.support;
}
