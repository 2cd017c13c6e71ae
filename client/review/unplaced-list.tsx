/** Verdicts of another version that found no place in this text, in plain sight; none of them counts. */
import type { JSX } from "react";
import type { Unplaced } from "../../core/review/index.ts";
import { useOpened } from "../desk/context.ts";
import { select } from "../state/store.ts";
import { Said } from "./judging.tsx";
import { useReview } from "./store.ts";
import { unplacedWords } from "./unplaced-words.ts";

export function UnplacedList(): JSX.Element | null {
  const unplaced = useReview(({ review }) => review.unplaced);
  if (unplaced.length === 0) return null;
  return (
    <section className="unplaced" aria-label="Verdicts of other versions">
      <h4>{`Verdicts of other versions that do not count here (${unplaced.length})`}</h4>
      <ul>
        {unplaced.map((entry) => (
          <Entry key={`${entry.document} ${JSON.stringify(entry.anchoring.subject)}`} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ entry: { anchoring, state } }: { readonly entry: Unplaced }): JSX.Element {
  const { desk } = useOpened();
  const to = anchoring.kind === "outdated" ? anchoring.to : null;
  const claim = to && desk.claimById.get(to.claim);
  const work = to?.kind === "pair" ? desk.workById.get(to.source) : undefined;
  return (
    <li>
      <q>{anchoring.quote.exact}</q>
      <p className="why">{unplacedWords[anchoring.reason]}</p>
      {state.verdicts.map((event) => (
        <Said key={event.id} event={event} />
      ))}
      {state.comments.map((c) => (
        <p className="said" key={c.id}>
          <b>{c.reviewer}</b> “{c.comment}”
        </p>
      ))}
      {claim && (
        <button
          type="button"
          className="quiet"
          onClick={() =>
            select(
              work
                ? { kind: "pair", claim: claim.ref, source: work.ref }
                : { kind: "claim", claim: claim.ref },
            )
          }
        >
          Judge claim {claim.ref} again
        </button>
      )}
    </li>
  );
}
