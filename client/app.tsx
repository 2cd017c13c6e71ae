/** The application: the library or one document, with the dialogs that both share. */
import { QueryClientProvider } from "@tanstack/react-query";
import { type JSX, useCallback, useEffect, useState } from "react";
import { onlyDocument, queryClient, useDocuments } from "./api/library.ts";
import { DocumentPage } from "./document-page.tsx";
import { Header } from "./header/header.tsx";
import { OfflineBanner } from "./parts/banner.tsx";
import { later } from "./parts/later.tsx";
import { Live } from "./parts/live.tsx";
import { Skeleton } from "./parts/skeleton.tsx";
import { useReviewer } from "./review/reviewer.ts";
import { cameBare, go, useDesk } from "./state/store.ts";

// What the first sight of a document does not need comes after it.
const Library = later(async () => (await import("./library/library.tsx")).Library);
const ImportDialog = later(async () => (await import("./library/import-dialog.tsx")).ImportDialog);
const NameDialog = later(async () => (await import("./review/name-dialog.tsx")).NameDialog);
const Help = later(async () => (await import("./header/help.tsx")).Help);

export function App(): JSX.Element {
  const place = useDesk((state) => state.place);
  const asking = useReviewer((me) => me.asking !== null);
  const [helping, setHelping] = useState(false);
  const [importing, setImporting] = useState(false);
  const onHelp = useCallback(() => setHelping(true), []);
  const onImport = useCallback(() => setImporting(true), []);
  useEffect(() => {
    if (place.kind === "library") document.title = "Footing";
  }, [place]);
  return (
    <QueryClientProvider client={queryClient}>
      {place.kind === "library" ? (
        <LibraryPage onImport={onImport} onHelp={onHelp} />
      ) : (
        <DocumentPage key={place.id} id={place.id} onImport={onImport} onHelp={onHelp} />
      )}
      <ImportDialog open={importing} setOpen={setImporting} />
      {asking && <NameDialog />}
      <Help open={helping} onClose={() => setHelping(false)} />
      <Live />
    </QueryClientProvider>
  );
}

interface Props {
  readonly onImport: () => void;
  readonly onHelp: () => void;
}

/** The library, or on arrival by the bare address the only document that is in it. */
function LibraryPage({ onImport, onHelp }: Props): JSX.Element {
  const { data, isPending } = useDocuments();
  const only = onlyDocument(data?.pages);
  useEffect(() => {
    if (only !== null && cameBare()) go({ kind: "document", id: only });
  }, [only]);
  return (
    <>
      <Header onImport={onImport} onHelp={onHelp} />
      <OfflineBanner />
      {cameBare() && (isPending || only !== null) ? (
        <main className="library" id="pane-text" tabIndex={-1}>
          <Skeleton />
        </main>
      ) : (
        <Library onImport={onImport} />
      )}
    </>
  );
}
