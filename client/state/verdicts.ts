/** Which verdict a pair shows now: asked by graph, list and filters, answered by whoever keeps the reviews. */
import { create } from "zustand";
import type { VerdictOf } from "../desk/filter.ts";

const none: VerdictOf = () => null;

export const useVerdicts = create<{ readonly verdictOf: VerdictOf }>()(() => ({ verdictOf: none }));

/** Shows these verdicts; another function for each change, since panes compare by identity. Null shows none. */
export const showVerdicts = (verdictOf: VerdictOf | null): void =>
  useVerdicts.setState({ verdictOf: verdictOf ?? none });
