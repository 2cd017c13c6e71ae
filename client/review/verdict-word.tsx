/** A verdict as its sign and its words, or that there is none, or that reviewers differ. */
import type { JSX } from "react";
import { type SubjectState, type Verdict, verdictWords } from "../../core/review/index.ts";
import { VerdictGlyph } from "./verdict-glyph.tsx";

export function VerdictWord({ verdict }: { readonly verdict: Verdict }): JSX.Element {
  const { label } = verdictWords[verdict];
  return (
    <span className="verdict" data-verdict={verdict}>
      <VerdictGlyph sign={verdict} />
      {label}
    </span>
  );
}

/** What holds for a subject, in one line. */
export function StateWord({ state }: { readonly state: SubjectState | undefined }): JSX.Element {
  if (!state || state.status === "open") return <span className="hint">not reviewed</span>;
  if (state.verdict === null)
    return (
      <span className="verdict" data-verdict="conflict">
        <VerdictGlyph sign="conflict" />
        reviewers differ
      </span>
    );
  return (
    <>
      <VerdictWord verdict={state.verdict} />
      {state.status === "agreed" && <small> agreed</small>}
    </>
  );
}
