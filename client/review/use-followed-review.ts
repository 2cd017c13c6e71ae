/** Follows the review of the open document, and tells graph, list and filters which verdicts hold. */
import { useEffect } from "react";
import { useOpened } from "../desk/context.ts";
import { showVerdicts } from "../state/verdicts.ts";
import { changedSubjects, noReview, type Review, verdictIn } from "./fold.ts";
import { useReview } from "./store.ts";
import { followReview } from "./sync.ts";

export function useFollowedReview(): void {
  const { id, desk } = useOpened();
  useEffect(() => followReview(id, desk), [id, desk]);
  useEffect(() => {
    show(useReview.getState().review, noReview);
    return useReview.subscribe(({ review }, before) => show(review, before.review));
  }, []);
}

function show(review: Review, before: Review): void {
  if (review.state === before.state) return;
  const pairs = changedSubjects(before, review).flatMap((s) => (s.kind === "pair" ? [s] : []));
  showVerdicts(review.state.size === 0 ? null : verdictIn(review), pairs);
}
