/** The sign in the margin that something was found here; it leads to the findings in the inspector. */
import type { JSX } from "react";
import type { Finding } from "../../core/model.ts";
import { useOpened } from "../desk/context.ts";
import { openFindings, tally, worst } from "../desk/findings.ts";
import { decisions, useLook } from "../desk/news.ts";
import { useReview } from "../review/store.ts";
import type { Selection } from "../state/address.ts";
import { goToPane } from "../state/panes.ts";
import { select } from "../state/store.ts";

interface Props {
  readonly findings: readonly Finding[];
  /** "claim 1.3", "note 2". */
  readonly about: string;
  readonly selection: Selection | null;
}

export const FindingMark = (props: Props): JSX.Element | null =>
  props.findings.length === 0 ? null : <Mark {...props} />;

function Mark({ findings, about, selection }: Props): JSX.Element | null {
  const { desk } = useOpened();
  const openNow = (): readonly Finding[] => openFindings(findings, useReview.getState().review.findings);
  const open = useLook(desk, decisions, () => openNow().length);
  if (open === 0) return null;
  const now = openNow();
  return (
    <button
      type="button"
      className="finding-mark"
      data-added=""
      data-severity={worst(now)}
      aria-label={`${open} ${open === 1 ? "finding" : "findings"} on ${about}: ${tally(now)}`}
      title={tally(now)}
      onClick={(event) => {
        event.stopPropagation();
        select(selection);
        goToPane("inspector");
      }}
    >
      {open}
    </button>
  );
}
