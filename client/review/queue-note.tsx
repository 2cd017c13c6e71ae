/** Says how many events wait for the server, and what the server refused; the latter can be copied or thrown away. */
import { type JSX, useState } from "react";
import { count } from "../desk/words.ts";
import { copyText } from "../parts/copy.ts";
import { Dialog } from "../parts/dialog.tsx";
import { dequeue, type Queued, readQueue } from "./queue.ts";
import { update, useReview } from "./store.ts";
import { drain } from "./sync.ts";

export function QueueNote(): JSX.Element | null {
  const queued = useReview((state) => state.queued);
  const [reading, setReading] = useState(false);
  const refused = queued.filter((q) => q.refused !== null);
  const waiting = queued.length - refused.length;
  if (queued.length === 0) return null;
  return (
    <>
      {waiting > 0 && (
        <button
          type="button"
          className="queue-note"
          title="Kept in this browser and sent when the server answers"
          onClick={() => void drain()}
        >
          {`${waiting} not sent yet`}
        </button>
      )}
      {refused.length > 0 && (
        <button type="button" className="queue-note refused" onClick={() => setReading(true)}>
          {`${refused.length} refused`}
        </button>
      )}
      {reading && <Refused refused={refused} onClose={() => setReading(false)} />}
    </>
  );
}

function Refused({
  refused,
  onClose,
}: {
  readonly refused: readonly Queued[];
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <Dialog open onClose={onClose} title={`${count(refused.length, "event")} the server did not take`}>
      <ul className="refused-list">
        {refused.map((q) => (
          <li key={q.key}>
            <b>{q.event.kind}</b> {q.refused}
          </li>
        ))}
      </ul>
      <div className="actions">
        <button
          type="button"
          className="button"
          onClick={() => void copyText(JSON.stringify(refused, null, 2), "Copied what was refused")}
        >
          Copy
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            dequeue(refused);
            update({ queued: readQueue() });
            onClose();
          }}
        >
          Throw away
        </button>
      </div>
    </Dialog>
  );
}
