/** An error as the server told it: what happened, where, what to do; the rest can be copied for a report. */
import type { JSX, ReactNode } from "react";
import { ApiError, type Problem } from "../api/http.ts";
import { copyText } from "./copy.ts";

interface Props {
  readonly error: Error;
  readonly onRetry?: () => void;
  /** What else can be done, instead of the remedy that the server gives to whoever calls it. */
  readonly children?: ReactNode;
}

const unforeseen = (error: Error): Problem => ({
  title: "Something went wrong on this page",
  detail: error.message,
  remedy: null,
  status: 0,
  more: {},
});

function fieldErrors(errors: unknown): readonly string[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((e: unknown) => {
    const { path, message } = (e ?? {}) as { path?: unknown; message?: unknown };
    return typeof message === "string" ? [`${typeof path === "string" ? `${path}: ` : ""}${message}`] : [];
  });
}

export function Failure({ error, onRetry, children }: Props): JSX.Element {
  const problem = error instanceof ApiError ? error.problem : unforeseen(error);
  const { title, detail, remedy, more } = problem;
  return (
    <div className="failure" role="alert">
      <h3>{title}</h3>
      {detail && <p>{detail}</p>}
      {typeof more.at === "number" && <p>At character {more.at} of the file.</p>}
      {fieldErrors(more.errors).map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two fields may have the same error
        <p key={i}>{line}</p>
      ))}
      {remedy && !children && <p>{remedy}</p>}
      <div className="actions">
        {children}
        {onRetry && (
          <button type="button" className="button" onClick={onRetry}>
            Retry
          </button>
        )}
        <button
          type="button"
          className="button"
          onClick={() => void copyText(JSON.stringify(problem, null, 2), "Copied the details")}
        >
          Copy details
        </button>
      </div>
    </div>
  );
}
