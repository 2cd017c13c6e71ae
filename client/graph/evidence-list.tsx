/** The graph as a list, equal to it in content and in what can be done: two trees, by claim and by source. */
import { type JSX, useMemo, useState } from "react";
import { useOpened, useQuestion } from "../desk/context.ts";
import { useShown } from "../desk/shown.ts";
import { verdictNow } from "../state/verdicts.ts";
import { claimOutline, workOutline } from "./evidence-items.ts";
import { Tree } from "./tree.tsx";

export function EvidenceList(): JSX.Element {
  const { desk } = useOpened();
  const question = useQuestion();
  const shown = useShown();
  // Known to the trees only once it is there: what is below is set before what is around it.
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [claims, works] = useMemo(() => {
    // Each row follows its own verdict.
    const asked = { desk, question, shown, verdictOf: verdictNow };
    return [claimOutline(asked), workOutline(asked)];
  }, [desk, question, shown]);
  return (
    <div ref={setScroller} className="evidence-list">
      <Tree id="by-claim" name="Claims and their sources" outline={claims} scroller={scroller} />
      <Tree id="by-source" name="Sources and their claims" outline={works} scroller={scroller} />
    </div>
  );
}
