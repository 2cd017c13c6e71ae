/** The library: the documents that are here. An only one is opened at once. */
import { type JSX, useEffect } from "react";
import { useDocuments } from "../api/library.ts";
import { cameBare, go } from "../state/store.ts";
import { Documents } from "./documents.tsx";

export function Library({ onImport }: { readonly onImport: () => void }): JSX.Element {
  const { data, hasNextPage } = useDocuments();
  const [first, second] = data?.pages[0]?.items ?? [];
  const only = first && !second && !hasNextPage ? first.id : null;
  useEffect(() => {
    if (only !== null && cameBare()) go({ kind: "document", id: only });
  }, [only]);
  return (
    <main className="library" id="pane-text" tabIndex={-1}>
      <h1>Library</h1>
      <Documents onImport={onImport} />
    </main>
  );
}
