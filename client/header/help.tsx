/** The help: what the picture means in three sentences, and the keys. */
import type { JSX } from "react";
import { shortcuts } from "../keys/registry.ts";
import { Dialog } from "../parts/dialog.tsx";

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function Help({ open, onClose }: Props): JSX.Element {
  return (
    <Dialog open={open} onClose={onClose} title="How to read the desk">
      <p>
        Claims stand on sources. A solid line means that the marker stands in the claim's own sentence; a
        dashed line that it stands later in the paragraph, so that it may or may not cover this sentence. A
        straight line is a full reference, a curved one a short form such as “Brew, 668” or <i>ibid.</i> What
        stands on nothing is red.
      </p>
      <p>
        Footing says what a document cites. Whether a source supports a claim is for you to judge.{" "}
        <b>Withdraw</b> a source to see what would fall without it; nothing is stored.
      </p>
      <h3>Keys</h3>
      <p>They work anywhere but in a field. In the graph, the arrow keys go from node to node.</p>
      <dl className="keys">
        {[...shortcuts, { id: "escape", shown: ["Esc"], does: "close, then clear the selection" }].map(
          (s) => (
            <div key={s.id}>
              <dt>
                {s.shown.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{s.does}</dd>
            </div>
          ),
        )}
      </dl>
    </Dialog>
  );
}
