/** Reviewers who differ, side by side, and the verdict they agree on. */
import type { JSX } from "react";
import {
  type ReviewSubject,
  reasonWords,
  type SubjectState,
  verdicts,
  verdictWords,
} from "../../core/review/index.ts";
import { useOpened } from "../desk/context.ts";
import { judge, subjectWords } from "./act.ts";
import { VerdictWord } from "./verdict-word.tsx";
import { dayText } from "./when.ts";

interface Props {
  readonly state: SubjectState;
  readonly subject: ReviewSubject;
}

export function Conflict({ state, subject }: Props): JSX.Element {
  const opened = useOpened();
  const about = subjectWords(opened.desk, subject);
  return (
    <section className="conflict" aria-label={`Reviewers differ on ${about}`}>
      <h6>Reviewers differ</h6>
      <ul className="sides">
        {state.verdicts.map((event) => (
          <li key={event.id}>
            <b>{event.reviewer}</b>
            <VerdictWord verdict={event.verdict} />
            {event.reasons.map((reason) => (
              <small key={reason}>{reasonWords[reason]}</small>
            ))}
            {event.comment && <q>{event.comment}</q>}
            <small>{dayText(event.at)}</small>
          </li>
        ))}
      </ul>
      <fieldset className="agreeing" aria-label={`Agree on a verdict on ${about}`}>
        <span aria-hidden="true">Agree on</span>
        {verdicts.map((verdict) => (
          <button
            key={verdict}
            type="button"
            className="button small"
            aria-label={`Agree: ${verdictWords[verdict].label}`}
            title={verdictWords[verdict].label}
            onClick={() => void judge(opened, subject, verdict, {}, "agreement")}
          >
            <VerdictWord verdict={verdict} />
          </button>
        ))}
      </fieldset>
    </section>
  );
}
