/** Follows the review of the open document, and tells graph, list and filters which verdicts hold. */
import { useEffect } from "react";
import { useOpened } from "../desk/context.ts";
import { showVerdicts } from "../state/verdicts.ts";
import { verdictIn } from "./fold.ts";
import { useReview } from "./store.ts";
import { followReview } from "./sync.ts";

export function useFollowedReview(): void {
  const { id, desk } = useOpened();
  useEffect(() => followReview(id, desk), [id, desk]);
  const review = useReview((state) => state.review);
  useEffect(() => {
    showVerdicts(review.state.size === 0 ? null : verdictIn(review));
  }, [review]);
}
