/** One line about what is selected, for windows that show one pane at a time; it leads to the inspector. */
import type { JSX } from "react";
import { useOpened, useQuestion } from "../desk/context.ts";
import { worksOf } from "../desk/desk.ts";
import { claimOf, standingOf, workOf } from "../desk/emphasis.ts";
import { chipText, count, list } from "../desk/words.ts";
import { goToPane } from "../state/panes.ts";
import { useDesk } from "../state/store.ts";

export function SelectionBar(): JSX.Element | null {
  const { desk } = useOpened();
  const question = useQuestion();
  const selection = useDesk((state) => state.selection);
  const pane = useDesk((state) => state.pane);
  const claim = claimOf(desk, selection);
  const work = workOf(desk, selection);
  if (pane === "inspector" || (!claim && !work)) return null;
  const names = claim ? worksOf(desk, claim.edges).map((w) => w.source.label) : [];
  return (
    <button type="button" className="selection-bar" onClick={() => goToPane("inspector")}>
      {claim && <b>{claim.ref}</b>}
      <span className="selection-words">
        {claim
          ? names.length > 0
            ? `rests on ${list(names)}`
            : chipText(claim, standingOf(question, claim))
          : `${work!.source.label}: ${count(work!.node.direct + work!.node.carried, "claim")} on it`}
      </span>
      <span className="selection-go">Inspect</span>
    </button>
  );
}
