/** The library: the documents that are here, the sources they share, and which of those may be one work. */
import { Tabs } from "radix-ui";
import type { JSX } from "react";
import { Documents } from "./documents.tsx";
import { Proposals } from "./proposals.tsx";
import { RetractionList } from "./retraction-list.tsx";
import { Wordings } from "./wordings.tsx";
import { Works } from "./works.tsx";

export function Library({ onImport }: { readonly onImport: () => void }): JSX.Element {
  return (
    <main className="library" id="pane-text" tabIndex={-1}>
      <h1>Library</h1>
      <Tabs.Root defaultValue="documents">
        <Tabs.List className="library-tabs" aria-label="Parts of the library">
          <Tabs.Trigger value="documents">Documents</Tabs.Trigger>
          <Tabs.Trigger value="works">Sources</Tabs.Trigger>
          <Tabs.Trigger value="retractions">Retractions</Tabs.Trigger>
          <Tabs.Trigger value="proposals">Possible duplicates</Tabs.Trigger>
          <Tabs.Trigger value="wordings">Same words, other sources</Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="documents">
          <Documents onImport={onImport} />
        </Tabs.Content>
        <Tabs.Content value="works">
          <Works />
        </Tabs.Content>
        <Tabs.Content value="retractions">
          <RetractionList />
        </Tabs.Content>
        <Tabs.Content value="proposals">
          <Proposals />
        </Tabs.Content>
        <Tabs.Content value="wordings">
          <Wordings />
        </Tabs.Content>
      </Tabs.Root>
    </main>
  );
}
