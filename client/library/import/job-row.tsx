/** One document on its way in: how far it is, what was found in it, and what is to become of it. */
import { type JSX, useId } from "react";
import type { Preview } from "../../api/imports.ts";
import { count } from "../../desk/words.ts";
import { Failure } from "../../parts/failure.tsx";
import { formatAddress, library } from "../../state/address.ts";
import { JobHead, JobProgress } from "./job-parts.tsx";
import { drop, type Intent, intend, type Job, retry, type Stage } from "./jobs.ts";
import { megabytes } from "./megabytes.ts";

export function JobRow({ job }: { readonly job: Job }): JSX.Element {
  return (
    <li className="job" data-stage={job.stage.kind}>
      <JobHead name={job.name} onDrop={() => drop(job.id)} />
      <JobStage job={job} />
    </li>
  );
}

function JobStage({ job }: { readonly job: Job }): JSX.Element {
  const { stage } = job;
  switch (stage.kind) {
    case "waiting":
      return <p className="hint">Waiting</p>;
    case "sending":
    case "reading":
    case "adding":
      return <Progress stage={stage} name={job.name} />;
    case "found":
      return <Found job={job} preview={stage.preview} />;
    case "added":
      return (
        <p className="hint">
          {stage.added.created ? "Added: " : "Already in the library: "}
          <DocumentLink id={stage.added.document.id}>
            {stage.added.document.title ?? stage.added.document.name ?? "the text"}
          </DocumentLink>
        </p>
      );
    case "failed":
      return <Failure error={stage.error} onRetry={() => retry(job.id)} />;
    default:
      return stage satisfies never;
  }
}

type Moving = Extract<Stage, { readonly kind: "sending" | "reading" | "adding" }>;

function Progress({ stage, name }: { readonly stage: Moving; readonly name: string }): JSX.Element {
  const words =
    stage.kind === "sending"
      ? `Sending ${megabytes(stage.sent)} of ${megabytes(stage.total)}`
      : stage.kind === "reading"
        ? "Reading it: statements, markers, notes, sources"
        : "Adding";
  return <JobProgress name={name} words={words} sent={stage.kind === "sending" ? stage : null} />;
}

function Found({ job, preview }: { readonly job: Job; readonly preview: Preview }): JSX.Element {
  const { counts, known, previous, notices, warnings } = preview;
  return (
    <>
      <p className="job-found">
        {[
          count(counts.claims, "claim"),
          count(counts.markers, "marker"),
          count(counts.notes, "note"),
          count(counts.sources, "source"),
          ...(warnings > 0 ? [count(warnings, "warning")] : []),
        ].join(" · ")}
      </p>
      {notices.length > 0 && (
        <ul className="job-notices">
          {notices.slice(0, 5).map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
          {notices.length > 5 && <li>and {notices.length - 5} more</li>}
        </ul>
      )}
      {counts.claims === 0 && (
        <p className="hint">No claim was found. Is this the document, or a page that leads to it?</p>
      )}
      {known && (
        <p className="hint">
          The same file is in the library:{" "}
          <DocumentLink id={known.id}>{known.title ?? known.name ?? "open it"}</DocumentLink>
        </p>
      )}
      {previous && !known && <Choice job={job} previous={previous} />}
    </>
  );
}

function Choice({
  job,
  previous,
}: {
  readonly job: Job;
  readonly previous: NonNullable<Preview["previous"]>;
}): JSX.Element {
  const name = useId();
  const { document, reason } = previous;
  const options: readonly (readonly [Intent, string])[] = [
    [
      "version",
      `Add as version ${(document.version ?? 1) + 1}; verdicts move along where their sentence is found again`,
    ],
    ["new", "Add as a document of its own"],
    ["leave", "Leave it out"],
  ];
  return (
    <fieldset className="job-choice">
      <legend>
        It looks like a later version of “{document.title ?? document.name ?? "a pasted text"}”: {reason}
      </legend>
      {options.map(([intent, words]) => (
        <label key={intent}>
          <input
            type="radio"
            name={name}
            checked={job.intent === intent}
            onChange={() => intend(job.id, intent)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

function DocumentLink({ id, children }: { readonly id: string; readonly children: string }): JSX.Element {
  return <a href={formatAddress({ ...library, place: { kind: "document", id } })}>{children}</a>;
}
