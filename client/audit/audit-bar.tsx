/** The bar at the bottom: opens the audit table, says how far the review is, who reviews, and what is not sent yet. */
import type { JSX } from "react";
import { signOut } from "../api/http.ts";
import { useOpened } from "../desk/context.ts";
import { openFindings, tally } from "../desk/findings.ts";
import { count } from "../desk/words.ts";
import { Icon } from "../parts/icon.tsx";
import { progressOf } from "../review/fold.ts";
import { QueueNote } from "../review/queue-note.tsx";
import { askForName, setBlind, useReviewer } from "../review/reviewer.ts";
import { useReview } from "../review/store.ts";
import { goToPane, paneId } from "../state/panes.ts";
import { closeTable, useDesk } from "../state/store.ts";

export function AuditBar(): JSX.Element {
  const open = useDesk((state) => state.table);
  return (
    <footer className="audit-bar">
      <button
        type="button"
        className="tool worded"
        aria-expanded={open}
        aria-controls={open ? paneId("table") : undefined}
        onClick={() => (open ? closeTable() : goToPane("table"))}
      >
        <Icon name={open ? "down" : "up"} />
        Audit
      </button>
      <AuditFigures />
      <QueueNote />
      <span className="spring" />
      <Reviewing />
    </footer>
  );
}

export function AuditFigures(): JSX.Element {
  const { desk } = useOpened();
  const review = useReview((state) => state.review);
  const { pairs, reviewed, conflicts } = progressOf(desk, review);
  const findings = openFindings(desk.analysis.findings, review.findings);
  const parts = [
    `${reviewed} of ${count(pairs, "pair")} reviewed`,
    conflicts > 0 ? count(conflicts, "conflict") : "",
    review.unplaced.length > 0 ? count(review.unplaced.length, "orphan") : "",
    findings.length > 0 ? tally(findings) : "no open findings",
  ];
  return <p className="audit-figures">{parts.filter(Boolean).join(" · ")}</p>;
}

/** Who reviews, and whether others' verdicts are hidden until the own one stands. */
export function Reviewing(): JSX.Element {
  const { name, blind, account } = useReviewer();
  return (
    <div className="reviewing">
      <label className="check">
        <input type="checkbox" checked={blind} onChange={(event) => setBlind(event.target.checked)} />
        Blind
        <span className="unseen">: hide others' verdicts until mine stands</span>
      </label>
      {account && (
        <>
          <span title="The account you are signed in with">{name}</span>
          <button type="button" className="quiet" onClick={() => void signOut()}>
            Sign out
          </button>
        </>
      )}
      {name !== null && !account && (
        <button type="button" className="quiet" title="Change the name for what comes" onClick={askForName}>
          <span className="unseen">Reviewer: </span>
          {name}
        </button>
      )}
    </div>
  );
}
