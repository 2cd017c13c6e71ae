/** Judging one subject: the verdict, its reasons and tags, a comment, what others said, and the history. */
import { type JSX, useEffect, useRef, useState } from "react";
import {
  type JudgementEvent,
  type ReviewSubject,
  reasons,
  reasonWords,
  type SubjectState,
  subjectKey,
  tags,
  tagWords,
} from "../../core/review/index.ts";
import { useOpened } from "../desk/context.ts";
import { clearVerdict, comment, judge, subjectWords } from "./act.ts";
import { Conflict } from "./conflict.tsx";
import { History } from "./history.tsx";
import { useReviewer } from "./reviewer.ts";
import { useReview } from "./store.ts";
import { unplacedWords } from "./unplaced-words.ts";
import { VerdictButtons } from "./verdict-buttons.tsx";
import { VerdictWord } from "./verdict-word.tsx";

interface Props {
  readonly subject: ReviewSubject;
  /** Shows the comment and the rest at once. */
  readonly full: boolean;
}

export function Judging({ subject, full }: Props): JSX.Element {
  const opened = useOpened();
  const key = subjectKey(subject);
  const state = useReview(({ review }) => review.state.get(key));
  const unplaced = useReview(({ review }) => review.unplaced);
  const before = unplaced.filter(
    ({ anchoring }) => anchoring.kind === "outdated" && subjectKey(anchoring.to) === key,
  );
  const name = useReviewer((me) => me.name);
  const own = state?.verdicts.find((v) => v.reviewer === name);
  const others = state?.verdicts.filter((v) => v.reviewer !== name) ?? [];
  const about = subjectWords(opened.desk, subject);
  return (
    <div className="judging" data-subject={key}>
      <VerdictButtons
        about={about}
        chosen={own?.verdict ?? null}
        onChoose={(v) => void judge(opened, subject, v)}
      />
      {state?.status === "conflict" && <Conflict state={state} subject={subject} />}
      {state?.status === "agreed" && state.agreement && (
        <p className="said">
          Agreed: <VerdictWord verdict={state.agreement.verdict} />
          <small> put down by {state.agreement.reviewer}</small>
        </p>
      )}
      {state?.status !== "conflict" && others.map((event) => <Said key={event.id} event={event} />)}
      {before.flatMap(({ anchoring, state: old }) =>
        old.verdicts.map((event) => (
          <p className="said before" key={event.id}>
            {unplacedWords[anchoring.reason]} Before, <b>{event.reviewer}</b> judged:{" "}
            <VerdictWord verdict={event.verdict} />
          </p>
        )),
      )}
      {state?.comments
        .filter((c) => c.reviewer !== name)
        .map((c) => (
          <p className="said" key={c.id}>
            <b>{c.reviewer}</b> “{c.comment}”
          </p>
        ))}
      {own && <Why own={own} subject={subject} about={about} />}
      {(full || own) && <Comment subject={subject} about={about} state={state} />}
      <div className="judging-foot">
        {own && (
          <button type="button" className="quiet" onClick={() => void clearVerdict(opened, subject)}>
            Take the verdict back<span className="unseen"> on {about}</span>
          </button>
        )}
        {state && state.history.length > 0 && <History state={state} />}
      </div>
    </div>
  );
}

export function Said({ event }: { readonly event: JudgementEvent }): JSX.Element {
  return (
    <p className="said">
      <b>{event.reviewer}</b> <VerdictWord verdict={event.verdict} />
      {event.reasons.length > 0 && `: ${event.reasons.map((r) => reasonWords[r]).join("; ")}`}
      {event.comment && ` “${event.comment}”`}
    </p>
  );
}

interface WhyProps {
  readonly own: JudgementEvent;
  readonly subject: ReviewSubject;
  readonly about: string;
}

const toggled = <T,>(list: readonly T[], value: T): readonly T[] =>
  list.includes(value) ? list.filter((v) => v !== value) : [...list, value];

/** Reasons and tags of the own verdict. Each change is a new verdict event; the former one stays in the history. */
function Why({ own, subject, about }: WhyProps): JSX.Element {
  const opened = useOpened();
  const change = (details: Parameters<typeof judge>[3]): void =>
    void judge(opened, subject, own.verdict, details);
  return (
    <details
      className="why-parts"
      open={own.verdict !== "supports" || own.reasons.length + own.tags.length > 0}
    >
      <summary>Reasons and tags</summary>
      <fieldset className="toggles" aria-label={`Reasons, ${about}`}>
        {reasons.map((reason) => (
          <button
            key={reason}
            type="button"
            aria-pressed={own.reasons.includes(reason)}
            onClick={() => change({ reasons: toggled(own.reasons, reason) })}
          >
            {reasonWords[reason]}
          </button>
        ))}
      </fieldset>
      <fieldset className="toggles" aria-label={`Tags, ${about}`}>
        {tags.map((tag) => (
          <button
            key={tag}
            type="button"
            aria-pressed={own.tags.includes(tag)}
            onClick={() => change({ tags: toggled(own.tags, tag) })}
          >
            #{tagWords[tag]}
          </button>
        ))}
      </fieldset>
    </details>
  );
}

interface CommentProps {
  readonly subject: ReviewSubject;
  readonly about: string;
  readonly state: SubjectState | undefined;
}

/** Saved when it is left, or by Ctrl+Enter; Esc gives the focus back and keeps what stood there. */
function Comment({ subject, about, state }: CommentProps): JSX.Element {
  const opened = useOpened();
  const name = useReviewer((me) => me.name);
  const own = state?.verdicts.find((v) => v.reviewer === name);
  const saved = own ? own.comment : (state?.comments.find((c) => c.reviewer === name)?.comment ?? "");
  const [words, setWords] = useState(saved);
  const field = useRef<HTMLTextAreaElement>(null);
  const from = useRef<Element | null>(null);
  useEffect(() => setWords(saved), [saved]);
  const left = useRef(false);
  const save = (): void => {
    if (left.current) left.current = false;
    else if (words.trim() !== saved.trim()) void comment(opened, subject, words.trim());
  };
  const back = (): void => {
    if (from.current instanceof HTMLElement && from.current.isConnected) from.current.focus();
    else field.current?.blur();
  };
  return (
    <textarea
      ref={field}
      className="comment"
      data-comment={subjectKey(subject)}
      rows={2}
      maxLength={20_000}
      placeholder="Comment"
      aria-label={`Comment on ${about}`}
      value={words}
      onFocus={(event) => {
        from.current = event.relatedTarget;
      }}
      onChange={(event) => setWords(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.preventDefault();
          // Leaving the field saves what was in it when it was drawn.
          left.current = true;
          setWords(saved);
          back();
        } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          back();
        }
      }}
    />
  );
}
