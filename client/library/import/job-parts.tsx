/** What every row of the import has: its name with the way to take it off, and how far it is. */
import type { JSX } from "react";
import { Icon } from "../../parts/icon.tsx";

interface HeadProps {
  readonly name: string;
  readonly onDrop: () => void;
}

export function JobHead({ name, onDrop }: HeadProps): JSX.Element {
  return (
    <div className="job-head">
      <span className="job-name">{name}</span>
      <button type="button" className="tool" aria-label={`Take ${name} off the list`} onClick={onDrop}>
        <Icon name="close" />
      </button>
    </div>
  );
}

interface ProgressProps {
  readonly name: string;
  readonly words: string;
  /** Null where nobody can say how far it is. */
  readonly sent: { readonly sent: number; readonly total: number } | null;
}

export function JobProgress({ name, words, sent }: ProgressProps): JSX.Element {
  return (
    <div className="job-progress">
      <progress
        aria-label={`${words}: ${name}`}
        {...(sent && { value: sent.sent, max: Math.max(1, sent.total) })}
      />
      <span className="hint">{words}</span>
    </div>
  );
}
