/** The way of one citation from a claim to a source written out: claim, marker, note, reference, source. */
import type { JSX } from "react";
import type { Chain } from "../../core/graph/index.ts";
import { useOpened } from "../desk/context.ts";
import type { Claim, Work } from "../desk/desk.ts";
import { formText, pinpointText } from "../desk/words.ts";
import { jumpToMarker, jumpToNote } from "../reading/jump.ts";
import { select, showPane } from "../state/store.ts";

interface Props {
  readonly claim: Claim;
  readonly work: Work;
  readonly chain: Chain;
}

/** Shows the text, then goes to a place in it. */
function goTo(jump: () => void): void {
  showPane("text");
  requestAnimationFrame(jump);
}

export function ChainSteps({ claim, work, chain }: Props): JSX.Element {
  const { desk } = useOpened();
  const { marker, note, item, pinpoint, scope } = chain;
  const call = desk.markerById.get(marker);
  const entry = note === null ? undefined : desk.noteById.get(note);
  const cite = desk.itemById.get(item);
  return (
    <ol className="chain" aria-label={`From claim ${claim.ref} to ${work.source.label}`}>
      <li>
        <span className="chain-kind">claim</span>
        <div>
          <button type="button" className="link" onClick={() => select({ kind: "claim", claim: claim.ref })}>
            {claim.ref}
          </button>
          {scope === "carried" && <span className="chain-more">carried</span>}
        </div>
      </li>
      {call && (
        <li>
          <span className="chain-kind">marker</span>
          <div>
            <button type="button" className="link" onClick={() => goTo(() => jumpToMarker(call.id))}>
              {call.text.trim()}
            </button>
          </div>
        </li>
      )}
      {entry && (
        <li>
          <span className="chain-kind">note</span>
          <div>
            <button type="button" className="link" onClick={() => goTo(() => jumpToNote(entry.id))}>
              {entry.label ?? "unnumbered entry"}
            </button>
          </div>
        </li>
      )}
      {cite && (
        <li>
          <span className="chain-kind">reference</span>
          <div>
            <q>{cite.raw}</q>
            <span className="chain-more">{formText[cite.form]}</span>
          </div>
        </li>
      )}
      <li>
        <span className="chain-kind">source</span>
        <div>
          <button type="button" className="link" onClick={() => select({ kind: "source", source: work.ref })}>
            {work.source.label}
          </button>
          {pinpoint && <span className="chain-more">{pinpointText(pinpoint)}</span>}
        </div>
      </li>
    </ol>
  );
}
