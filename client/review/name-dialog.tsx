/** Asks once for the name that is written beside the verdicts. */
import { type JSX, useState } from "react";
import { Dialog } from "../parts/dialog.tsx";
import { answerName, useReviewer } from "./reviewer.ts";

export function NameDialog(): JSX.Element | null {
  const asking = useReviewer((me) => me.asking !== null);
  return asking ? <Question /> : null;
}

/** The dialog itself focuses its first button when it opens. */
function focusSoon(field: HTMLInputElement | null): void {
  if (field) requestAnimationFrame(() => field.focus());
}

function Question(): JSX.Element {
  const before = useReviewer((me) => me.name);
  const [name, setName] = useState(before ?? "");
  return (
    <Dialog open onClose={() => answerName(null)} title="Who reviews?">
      <form
        className="naming"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") answerName(name);
        }}
      >
        <label htmlFor="reviewer-name">Your name or initials</label>
        <input
          id="reviewer-name"
          value={name}
          maxLength={100}
          autoComplete="name"
          ref={focusSoon}
          onChange={(event) => setName(event.target.value)}
        />
        <p className="hint">It stands beside each of your verdicts and is kept in this browser.</p>
        <div className="actions">
          <button type="submit" className="button primary" disabled={name.trim() === ""}>
            Go on
          </button>
          <button type="button" className="button" onClick={() => answerName(null)}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
