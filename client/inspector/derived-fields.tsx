/** Each field of a source with the place it was read from; each can be put right, which is kept as an event. */
import { type JSX, useId, useState } from "react";
import type { FieldEvidence } from "../../core/model.ts";
import { type Field, fieldNames } from "../../core/review/index.ts";
import { useOpened } from "../desk/context.ts";
import { fieldList, fieldText } from "../desk/corrected.ts";
import type { Desk, Work } from "../desk/desk.ts";
import { confidenceText } from "../desk/words.ts";
import { correct } from "../review/act.ts";
import { useReview } from "../review/store.ts";
import { dayText } from "../review/when.ts";

export function DerivedFields({ work }: { readonly work: Work }): JSX.Element {
  const { source } = work;
  const corrections = useReview(({ review }) => review.corrections.get(work.id));
  const [adding, setAdding] = useState<Field | null>(null);
  const there = (field: Field): boolean =>
    fieldText(source.csl, field) !== "" || corrections?.has(field) === true;
  const missing = fieldList.filter((field) => !there(field));
  return (
    <section aria-label="How its fields are known">
      <h4>How its fields are known</h4>
      <ul className="derived">
        {fieldList.filter(there).map((field) => (
          <DerivedField key={field} work={work} field={field} />
        ))}
      </ul>
      {adding ? (
        <Correction work={work} field={adding} before="" onDone={() => setAdding(null)} />
      ) : (
        <select
          className="add-field"
          aria-label="Add a field that the document does not give"
          value=""
          onChange={(event) => setAdding(event.target.value as Field)}
        >
          <option value="">Add a field…</option>
          {missing.map((field) => (
            <option key={field} value={field}>
              {fieldNames[field]}
            </option>
          ))}
        </select>
      )}
    </section>
  );
}

function DerivedField({ work, field }: { readonly work: Work; readonly field: Field }): JSX.Element {
  const { desk } = useOpened();
  const correction = useReview(({ review }) => review.corrections.get(work.id)?.get(field));
  const [correcting, setCorrecting] = useState(false);
  const printed = fieldText(work.source.csl, field);
  const value = correction?.value ?? printed;
  const from = work.source.evidence.filter((e) => e.field === field);
  return (
    <li data-corrected={correction !== undefined}>
      <span className="derived-name">{fieldNames[field]}</span>
      <span className="derived-value">{value || "left out"}</span>
      <button
        type="button"
        className="quiet"
        aria-expanded={correcting}
        onClick={() => setCorrecting(!correcting)}
      >
        Correct<span className="unseen"> the field {fieldNames[field]}</span>
      </button>
      <small className="derived-from">
        {correction
          ? `${correction.reviewer}, ${dayText(correction.at)}; the document has “${printed || "nothing"}”`
          : from.length > 0
            ? from.map((evidence) => placeText(desk, evidence)).join("; ")
            : "from the bibliography that came with the file"}
      </small>
      {correcting && (
        <Correction work={work} field={field} before={value} onDone={() => setCorrecting(false)} />
      )}
    </li>
  );
}

/** Returns "from note 4, characters 0–10, certain". */
function placeText(desk: Desk, { start, end, basis }: FieldEvidence): string {
  const note = desk.analysis.notes.find((n) => n.start <= start && end <= n.end);
  const where = !note ? "the text" : note.label === null ? "its entry" : `note ${note.label}`;
  const zero = note ? note.bodyStart : 0;
  return `from ${where}, characters ${start - zero}–${end - zero}, ${confidenceText[basis.confidence]}`;
}

interface CorrectionProps {
  readonly work: Work;
  readonly field: Field;
  readonly before: string;
  readonly onDone: () => void;
}

const focusNow = (field: HTMLInputElement | null): void => field?.focus();

function Correction({ work, field, before, onDone }: CorrectionProps): JSX.Element {
  const opened = useOpened();
  const id = useId();
  const [value, setValue] = useState(before);
  return (
    <form
      className="correction"
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim() !== before) void correct(opened, work.id, field, value.trim(), before);
        onDone();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onDone();
      }}
    >
      <label htmlFor={id}>
        {fieldNames[field]}
        {(field === "author" || field === "editor") && ", parted by semicolons"}
      </label>
      <input
        id={id}
        ref={focusNow}
        value={value}
        maxLength={20_000}
        onChange={(event) => setValue(event.target.value)}
      />
      <button type="submit" className="button small">
        Save
      </button>
      <button type="button" className="button small" onClick={onDone}>
        Cancel
      </button>
    </form>
  );
}
