/** The polite live region, and the toast for what sighted readers should see as well. */
import { type JSX, useEffect, useState } from "react";
import { useSaid } from "../state/announce.ts";

const shownFor = 4000;

export function Live(): JSX.Element {
  const { text, turn, toast } = useSaid();
  const [hidden, setHidden] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setHidden(turn), shownFor);
    return () => clearTimeout(timer);
  }, [turn]);
  return (
    <>
      {/* Said twice, the same words must be two changes: the turn alternates an invisible mark. */}
      <div className="unseen" role="status" aria-live="polite">
        {turn % 2 === 0 ? text : `${text}\u00a0`}
      </div>
      {toast && hidden !== turn && (
        <div className="toast" aria-hidden="true">
          {text}
        </div>
      )}
    </>
  );
}
