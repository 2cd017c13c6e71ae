/** The application: the library or one document, with the dialogs that both share. */
import { QueryClientProvider } from "@tanstack/react-query";
import { type JSX, lazy, Suspense, useCallback, useEffect, useState } from "react";
import { queryClient } from "./api/library.ts";
import { DocumentPage } from "./document-page.tsx";
import { Header } from "./header/header.tsx";
import { OfflineBanner } from "./parts/banner.tsx";
import { Live } from "./parts/live.tsx";
import { useReviewer } from "./review/reviewer.ts";
import { useDesk } from "./state/store.ts";

// What the first sight of a document does not need comes after it.
const Library = lazy(async () => ({ default: (await import("./library/library.tsx")).Library }));
const ImportDialog = lazy(async () => ({
  default: (await import("./library/import-dialog.tsx")).ImportDialog,
}));
const NameDialog = lazy(async () => ({ default: (await import("./review/name-dialog.tsx")).NameDialog }));
const Help = lazy(async () => ({ default: (await import("./header/help.tsx")).Help }));

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
        <>
          <Header onImport={onImport} onHelp={onHelp} />
          <OfflineBanner />
          <Suspense>
            <Library onImport={onImport} />
          </Suspense>
        </>
      ) : (
        <DocumentPage key={place.id} id={place.id} onImport={onImport} onHelp={onHelp} />
      )}
      <Suspense>
        <ImportDialog open={importing} setOpen={setImporting} />
        {asking && <NameDialog />}
        <Help open={helping} onClose={() => setHelping(false)} />
      </Suspense>
      <Live />
    </QueryClientProvider>
  );
}
