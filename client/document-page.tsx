/** One document on the desk: loads it, then lays out the panes for the width there is. */
import { type JSX, useEffect, useMemo } from "react";
import { ApiError } from "./api/http.ts";
import { useDocument } from "./api/library.ts";
import { OpenedDocument } from "./desk/context.ts";
import { titleOf } from "./desk/desk.ts";
import { FilterBar } from "./filters/filter-bar.tsx";
import { DocumentHeader, Header } from "./header/header.tsx";
import { useShortcuts } from "./keys/use-shortcuts.ts";
import { Panes } from "./panes.tsx";
import { AddressBanner, OfflineBanner, WithdrawalBanner } from "./parts/banner.tsx";
import { Failure } from "./parts/failure.tsx";
import { Skeleton } from "./parts/skeleton.tsx";
import { useFollowedReview } from "./review/use-followed-review.ts";
import { formatAddress, library } from "./state/address.ts";
import { goToPane, paneId, paneNames } from "./state/panes.ts";

interface Props {
  readonly id: string;
  readonly onImport: () => void;
  readonly onHelp: () => void;
}

export function DocumentPage({ id, onImport, onHelp }: Props): JSX.Element {
  const { data: desk, error, refetch } = useDocument(id);
  const opened = useMemo(() => (desk ? { id, desk } : null), [id, desk]);
  const title = desk ? titleOf(desk) : null;
  useEffect(() => {
    document.title = title ? `${title} – Footing` : "Footing";
  }, [title]);
  if (opened)
    return (
      <OpenedDocument value={opened}>
        <Workspace onImport={onImport} onHelp={onHelp} />
      </OpenedDocument>
    );
  return (
    <>
      <Header onImport={onImport} onHelp={onHelp} />
      <OfflineBanner />
      <main className="library" id="pane-text" tabIndex={-1}>
        {error ? (
          <Failure error={error} onRetry={() => void refetch()}>
            {error instanceof ApiError && error.problem.status === 404 && (
              <a className="button primary" href={formatAddress(library)}>
                Go to the library
              </a>
            )}
          </Failure>
        ) : (
          <Skeleton />
        )}
      </main>
    </>
  );
}

function Workspace({ onImport, onHelp }: Omit<Props, "id">): JSX.Element {
  useShortcuts(onHelp);
  useFollowedReview();
  return (
    <>
      <SkipLinks />
      <DocumentHeader onImport={onImport} onHelp={onHelp} />
      <OfflineBanner />
      <AddressBanner />
      <WithdrawalBanner />
      <FilterBar />
      <Panes />
    </>
  );
}

function SkipLinks(): JSX.Element {
  return (
    <nav className="skip-links" aria-label="Skip">
      {(["text", "graph", "inspector", "table"] as const).map((pane) => (
        <a
          key={pane}
          href={`#${paneId(pane)}`}
          onClick={(event) => {
            event.preventDefault();
            goToPane(pane);
          }}
        >
          Skip to the {paneNames[pane].toLowerCase()}
        </a>
      ))}
    </nav>
  );
}
