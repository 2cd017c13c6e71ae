/** Lines where a document's text is about to be. */
import type { JSX } from "react";

export function Skeleton(): JSX.Element {
  return (
    <div className="skeleton" role="status">
      <p className="unseen">Loading the document</p>
      {[72, 100, 96, 88, 0, 100, 93, 60].map((width, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change
        <span key={i} style={{ inlineSize: `${width}%` }} />
      ))}
    </div>
  );
}
