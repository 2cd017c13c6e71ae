/** Lines where a document's text is about to be: the same as index.html shows before any script runs. */
import type { JSX } from "react";

export function Skeleton(): JSX.Element {
  return (
    <div className="skeleton" role="status">
      <p className="unseen">Loading the document</p>
      {Array.from({ length: 8 }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change
        <span key={i} />
      ))}
    </div>
  );
}
