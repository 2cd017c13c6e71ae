/** The help: what the picture means in three sentences, and the keys, which can be changed or switched off here. */
import { type JSX, type KeyboardEvent, useState } from "react";
import { keysOf, rebind, resetKeys, shownKeys, switchKeys, useBindings } from "../keys/bindings.ts";
import { type Shortcut, shortcuts } from "../keys/registry.ts";
import { Dialog } from "../parts/dialog.tsx";

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function Help({ open, onClose }: Props): JSX.Element {
  return (
    <Dialog open={open} onClose={onClose} title="How to read the desk">
      <p>
        Claims stand on sources. A solid line means that the marker stands in the claim’s own sentence; a
        dashed line that it stands later in the paragraph, so that it may or may not cover this sentence. A
        straight line is a full reference, a curved one a short form such as “Brew, 668” or <i>ibid.</i> What
        stands on nothing is red.
      </p>
      <p>
        Footing says what a document cites. Whether a source supports a claim is for you to judge.{" "}
        <b>Withdraw</b> a source to see what would fall without it; nothing is stored.
      </p>
      <h3>Keys</h3>
      <Keys />
    </Dialog>
  );
}

const fixed = [
  { id: "undo", shown: ["Ctrl", "Z"], does: "undo what you last wrote" },
  { id: "redo", shown: ["Ctrl", "Shift", "Z"], does: "redo it" },
  { id: "escape", shown: ["Esc"], does: "close, then clear the selection" },
];

function Keys(): JSX.Element {
  const bindings = useBindings();
  const [changing, setChanging] = useState(false);
  const [said, setSaid] = useState("");
  return (
    <>
      <p>They work anywhere but in a field. In graph and table, the arrow keys go from one to the next.</p>
      <div className="key-tools">
        <label className="check">
          <input
            type="checkbox"
            checked={bindings.on}
            onChange={(event) => switchKeys(event.target.checked)}
          />
          Single keys act
        </label>
        <button
          type="button"
          className="button small"
          aria-pressed={changing}
          onClick={() => setChanging(!changing)}
        >
          Change keys
        </button>
        <button
          type="button"
          className="button small"
          onClick={() => {
            resetKeys();
            setSaid("All keys are as they came.");
          }}
        >
          Reset
        </button>
        <span role="status">{said}</span>
      </div>
      <dl className="keys" data-off={!bindings.on}>
        {shortcuts.map((s) => (
          <div key={s.id}>
            <dt>
              {changing ? (
                <KeyField shortcut={s} say={setSaid} />
              ) : (
                shownKeys(s, bindings).map((key) => <kbd key={key}>{key}</kbd>)
              )}
            </dt>
            <dd>{s.does}</dd>
          </div>
        ))}
        {fixed.map((s) => (
          <div key={s.id}>
            <dt>
              {s.shown.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{s.does}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Keys that must go on doing what they always do. */
const reserved = new Set([
  "Tab",
  "Escape",
  "Shift",
  "Control",
  "Alt",
  "Meta",
  "AltGraph",
  "CapsLock",
  "Dead",
]);

interface FieldProps {
  readonly shortcut: Shortcut;
  readonly say: (words: string) => void;
}

/** Takes the next key that is pressed in it. */
function KeyField({ shortcut, say }: FieldProps): JSX.Element {
  const bindings = useBindings();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (reserved.has(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const holder = rebind(shortcut.id, event.key);
    say(holder ? `“${event.key}” is taken: ${holder.does}.` : `${shortcut.does}: “${event.key}”.`);
  };
  return (
    <input
      className="key-field"
      readOnly
      value={keysOf(shortcut, bindings)[0]}
      aria-label={`Key for: ${shortcut.does}. Press the new one`}
      onKeyDown={onKeyDown}
    />
  );
}
