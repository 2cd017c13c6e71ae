/** A claim in the running text: a plain span underlined by its state, and the chip behind it that is its tab stop. */
import { Fragment, type JSX, memo, type ReactNode } from "react";
import type { Statement } from "../../core/model.ts";
import { useOpened } from "../desk/context.ts";
import type { Claim, Desk } from "../desk/desk.ts";
import { claimOf, emphasisOf, hoverEmphasisOf, questionOf, standingOf } from "../desk/emphasis.ts";
import { findingIndex } from "../desk/findings.ts";
import { useLook } from "../desk/news.ts";
import { shownNow } from "../desk/shown.ts";
import { chipText } from "../desk/words.ts";
import { FindingMark } from "../findings/mark.tsx";
import { chipVerdicts, verdictsSpoken } from "../review/chip-verdicts.ts";
import { useReview } from "../review/store.ts";
import { isSign, VerdictGlyph } from "../review/verdict-glyph.tsx";
import { goToPane } from "../state/panes.ts";
import { type DeskState, select } from "../state/store.ts";

export type Mark = "selected" | "lit" | "hovered" | "none";

/** Returns how strongly the claim is lit by the selection and the pointer. */
function markOf(desk: Desk, claim: Claim, state: DeskState): Mark {
  if (claimOf(desk, state.selection) === claim) return "selected";
  if (emphasisOf(desk, state.selection).claims.has(claim.id)) return "lit";
  return hoverEmphasisOf(desk, state.hover).claims.has(claim.id) ? "hovered" : "none";
}

interface Props {
  readonly statement: Statement;
  readonly first: boolean;
  readonly last: boolean;
  readonly children: ReactNode;
  /** The last word with its marker: the chip stays on its line. */
  readonly tail: ReactNode;
}

export const ClaimText = memo(function ClaimText({
  statement,
  first,
  last,
  children,
  tail,
}: Props): JSX.Element {
  const { desk } = useOpened();
  const claim = desk.claimById.get(statement.id)!;
  // Asked for as words, so that only claims of which one changes are drawn again.
  const standing = useLook(desk, claim.id, ({ without }) => standingOf(questionOf(desk, without), claim));
  const mark = useLook(desk, claim.id, (state) => markOf(desk, claim, state));
  const shown = useLook(desk, claim.id, () => shownNow(desk)?.claims.has(claim.id) ?? true);
  return (
    <span
      id={first ? `claim-${claim.id}` : undefined}
      className="claim"
      data-claim={claim.ref}
      data-standing={standing}
      data-mark={mark}
      data-left-out={!shown}
    >
      {children}
      <span className="tail">
        {tail}
        {last && <Chip claim={claim} standing={standing} selected={mark === "selected"} />}
      </span>
      {last && (
        <FindingMark
          findings={findingIndex(desk).byClaim.get(claim.id) ?? []}
          about={`claim ${claim.ref}`}
          selection={{ kind: "claim", claim: claim.ref }}
        />
      )}
    </span>
  );
});

interface ChipProps {
  readonly claim: Claim;
  readonly standing: ReturnType<typeof standingOf>;
  readonly selected: boolean;
}

function Chip({ claim, standing, selected }: ChipProps): JSX.Element {
  const { desk } = useOpened();
  const words = chipText(claim, standing);
  const verdicts = useLook(desk, claim.id, () => chipVerdicts(claim, useReview.getState().review));
  const spoken = verdictsSpoken(desk, claim, useReview.getState().review);
  return (
    <button
      type="button"
      className="chip"
      id={`chip-${claim.id}`}
      data-added=""
      data-chip={claim.ref}
      data-standing={standing}
      aria-pressed={selected}
      aria-label={`Claim ${claim.ref}: ${words}${spoken}`}
      onClick={(event) => {
        // Enter on a chip that is selected already goes on to the inspector; a mouse click has detail ≥ 1.
        if (selected && event.detail === 0) goToPane("inspector");
        else select({ kind: "claim", claim: claim.ref });
      }}
    >
      {words}
      {verdicts !== "" && (
        <span className="chip-verdicts" aria-hidden="true">
          {verdicts.split(" ").map((word, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the places are those of the sources
            <Fragment key={i}>{isSign(word) ? <VerdictGlyph sign={word} /> : word}</Fragment>
          ))}
        </span>
      )}
    </button>
  );
}
