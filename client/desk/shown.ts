/** What the filters of the address show of the open document, computed once for all panes. */
import { useCallback, useSyncExternalStore } from "react";
import { memoLast } from "../state/memo.ts";
import { deskState, useDesk } from "../state/store.ts";
import { useVerdicts } from "../state/verdicts.ts";
import { useOpened } from "./context.ts";
import type { Desk } from "./desk.ts";
import { questionOf } from "./emphasis.ts";
import { type Answers, applyFilters, type Filter, type Shown, type VerdictOf } from "./filter.ts";

const answersOf = memoLast(
  (verdictOf: VerdictOf, fallen: Answers["fallen"]): Answers => ({ verdictOf, fallen }),
);
const asked = memoLast((filters: readonly Filter[], answers: Answers) => ({ filters, answers }));
const applied = memoLast((desk: Desk, { filters, answers }: ReturnType<typeof asked>) =>
  applyFilters(desk, filters, answers),
);

/** Returns what is shown now; null when all is. The same object until filters, verdicts or withdrawals change it. */
export function shownNow(desk: Desk): Shown | null {
  const { filters, without } = deskState();
  if (filters.length === 0) return null;
  const { verdictOf } = useVerdicts.getState();
  return applied(desk, asked(filters, answersOf(verdictOf, questionOf(desk, without).fallen)));
}

function subscribe(changed: () => void): () => void {
  const stops = [useDesk.subscribe(changed), useVerdicts.subscribe(changed)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Returns what is shown of the open document, or null when all is. */
export function useShown(): Shown | null {
  const { desk } = useOpened();
  return useSyncExternalStore(
    subscribe,
    useCallback(() => shownNow(desk), [desk]),
  );
}
