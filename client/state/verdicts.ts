/** Which verdict a pair shows now: asked by graph, list and filters, answered by whoever keeps the reviews. */
import { create } from "zustand";
import type { SourceId, StatementId } from "../../core/model.ts";
import type { VerdictOf } from "../desk/filter.ts";

const none: VerdictOf = () => null;

interface Pair {
  readonly claim: StatementId;
  readonly source: SourceId;
}

interface Verdicts {
  readonly verdictOf: VerdictOf;
  /** The pairs that the last change was about. */
  readonly changed: readonly Pair[];
}

export const useVerdicts = create<Verdicts>()(() => ({ verdictOf: none, changed: [] }));

/** Shows these verdicts; another function for each change, since panes compare by identity. Null shows none. */
export const showVerdicts = (verdictOf: VerdictOf | null, changed: readonly Pair[]): void =>
  useVerdicts.setState({ verdictOf: verdictOf ?? none, changed });

/** Which verdict a pair shows at the time it is asked: for what is drawn again pair by pair. */
export const verdictNow: VerdictOf = (claim, source) => useVerdicts.getState().verdictOf(claim, source);
