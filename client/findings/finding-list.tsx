/** Findings in the inspector: what was found, what it means, and what the reviewer decided about it. */
import { type JSX, useId, useState } from "react";
import { describe, severityWords } from "../../core/audit/describe.ts";
import type { Finding } from "../../core/model.ts";
import { type FindingDecision, type FindingEvent, findingDecisionWords } from "../../core/review/index.ts";
import { useOpened } from "../desk/context.ts";
import { decide } from "../review/act.ts";
import { useReview } from "../review/store.ts";
import { dayText } from "../review/when.ts";
import { FindingPage } from "./finding-page.tsx";

export function FindingList({
  findings,
  title = "Findings",
}: {
  readonly findings: readonly Finding[];
  readonly title?: string;
}): JSX.Element | null {
  if (findings.length === 0) return null;
  return (
    <section className="findings" aria-label={title}>
      <h4>{`${title} (${findings.length})`}</h4>
      <ul>
        {findings.map((finding) => (
          <Entry key={finding.id} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ finding }: { readonly finding: Finding }): JSX.Element {
  const opened = useOpened();
  const decided = useReview((state) => state.review.findings.get(finding.id));
  const [dismissing, setDismissing] = useState(false);
  const [reading, setReading] = useState(false);
  const { title } = describe(finding);
  const standing = decided && decided.decision !== "open" ? decided : null;
  const put = (decision: FindingDecision, reason = ""): void => {
    setDismissing(false);
    void decide(opened, finding, decision, reason);
  };
  return (
    <li className="finding" data-severity={finding.severity} data-decision={standing?.decision ?? "open"}>
      <p className="finding-head">
        <span className="severity">{severityWords[finding.severity].one}</span>
        <button type="button" className="link" onClick={() => setReading(true)}>
          {title}
        </button>
      </p>
      <p>{finding.message}</p>
      {standing && <Decided event={standing} />}
      {dismissing ? (
        <Dismissal onDismiss={(reason) => put("dismissed", reason)} onCancel={() => setDismissing(false)} />
      ) : (
        <div className="finding-actions">
          {standing ? (
            <button type="button" className="quiet" onClick={() => put("open")}>
              Open again<span className="unseen">: {title}</span>
            </button>
          ) : (
            <>
              {(["confirmed", "fixed"] as const).map((decision) => (
                <button key={decision} type="button" className="quiet" onClick={() => put(decision)}>
                  {decision === "confirmed" ? "Confirm" : "Fixed"}
                  <span className="unseen">: {title}</span>
                </button>
              ))}
              <button type="button" className="quiet" onClick={() => setDismissing(true)}>
                Dismiss…<span className="unseen">: {title}</span>
              </button>
            </>
          )}
        </div>
      )}
      {reading && <FindingPage finding={finding} onClose={() => setReading(false)} />}
    </li>
  );
}

function Decided({ event }: { readonly event: FindingEvent }): JSX.Element {
  return (
    <p className="decided">
      <b>{findingDecisionWords[event.decision]}</b>
      {event.reason && `: ${event.reason}`}
      <small>{` ${event.reviewer}, ${dayText(event.at)}`}</small>
    </p>
  );
}

/** The field was asked for by the button that it replaces. */
const focusNow = (field: HTMLInputElement | null): void => field?.focus();

interface DismissalProps {
  readonly onDismiss: (reason: string) => void;
  readonly onCancel: () => void;
}

function Dismissal({ onDismiss, onCancel }: DismissalProps): JSX.Element {
  const id = useId();
  const [reason, setReason] = useState("");
  return (
    <form
      className="dismissal"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "") onDismiss(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <label htmlFor={id}>Why it is no fault here</label>
      <input
        id={id}
        value={reason}
        ref={focusNow}
        maxLength={2000}
        onChange={(event) => setReason(event.target.value)}
      />
      <button type="submit" className="button small" disabled={reason.trim() === ""}>
        Dismiss
      </button>
      <button type="button" className="button small" onClick={onCancel}>
        Cancel
      </button>
    </form>
  );
}
