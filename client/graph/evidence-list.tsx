/** The graph as a list, equal to it in content and in what can be done: two trees, by claim and by source. */
import { type JSX, useMemo } from "react";
import { useOpened, useQuestion } from "../desk/context.ts";
import { useShown } from "../desk/shown.ts";
import { claimItems, workItems } from "./evidence-items.ts";
import { Tree } from "./tree.tsx";

export function EvidenceList(): JSX.Element {
  const { desk } = useOpened();
  const question = useQuestion();
  const shown = useShown();
  const claims = useMemo(() => claimItems(desk, question, shown), [desk, question, shown]);
  const works = useMemo(() => workItems(desk, question, shown), [desk, question, shown]);
  return (
    <div className="evidence-list">
      <Tree id="by-claim" name="Claims and their sources" items={claims} />
      <Tree id="by-source" name="Sources and their claims" items={works} />
    </div>
  );
}
