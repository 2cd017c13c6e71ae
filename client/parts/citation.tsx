/** A source's readable citation as text, with titles in italics where they stand alone. */
import type { JSX } from "react";
import type { Source } from "../../core/model.ts";
import { citationRuns } from "../desk/citation.ts";

export function CitationText({ source }: { readonly source: Source }): JSX.Element {
  return (
    <>
      {citationRuns(source).map((run, i) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place
        run.italic ? <em key={i}>{run.text}</em> : <span key={i}>{run.text}</span>,
      )}
    </>
  );
}
