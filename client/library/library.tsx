/** The library: the documents that are here, with what of them is cited; an empty one offers the sample. */
import { type JSX, useEffect } from "react";
import { type DocumentSummary, useDocuments, useImport, useRemove } from "../api/library.ts";
import { count } from "../desk/words.ts";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";
import { formatAddress, library } from "../state/address.ts";
import { toast } from "../state/announce.ts";
import { cameBare, go } from "../state/store.ts";

const sample = "medical-response";

export function Library({ onImport }: { readonly onImport: () => void }): JSX.Element {
  const { data, error, isPending, refetch, fetchNextPage, hasNextPage } = useDocuments();
  const documents = data?.pages.flatMap((page) => page.items) ?? [];
  const only = documents.length === 1 && !hasNextPage ? documents[0]!.id : null;
  useEffect(() => {
    if (only !== null && cameBare()) go({ kind: "document", id: only });
  }, [only]);
  return (
    <main className="library" id="pane-text" tabIndex={-1}>
      <h1>Library</h1>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && <p className="hint">Looking into the library…</p>}
      {data && documents.length === 0 && <Empty onImport={onImport} />}
      <ul className="documents">
        {documents.map((document) => (
          <Entry key={document.id} document={document} />
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="button" onClick={() => void fetchNextPage()}>
          Show more
        </button>
      )}
    </main>
  );
}

function Empty({ onImport }: { readonly onImport: () => void }): JSX.Element {
  const { mutate, error, isPending } = useImport();
  return (
    <div className="empty">
      <p>Footing shows what a document's claims stand on. Bring one in, or look at the sample first.</p>
      <div className="actions">
        <button type="button" className="button primary" onClick={onImport}>
          <Icon name="import" /> Import a document
        </button>
        <button
          type="button"
          className="button"
          disabled={isPending}
          onClick={() =>
            mutate(
              { kind: "sample", name: sample },
              { onSuccess: ({ document }) => go({ kind: "document", id: document.id }) },
            )
          }
        >
          Load the sample
        </button>
      </div>
      {error && <Failure error={error} />}
    </div>
  );
}

function Entry({ document }: { readonly document: DocumentSummary }): JSX.Element {
  const { mutate, isPending } = useRemove();
  const { claims, directClaims, carriedClaims, sources } = document.counts;
  const title = document.title ?? document.name ?? "Pasted text";
  const share = (n: number): string => `${claims === 0 ? 0 : (100 * n) / claims}%`;
  return (
    <li aria-busy={isPending}>
      <a href={formatAddress({ ...library, place: { kind: "document", id: document.id } })}>
        <span className="entry-title">{title}</span>
        <span className="entry-facts">
          {`${directClaims + carriedClaims} of ${count(claims, "claim")} cited (${directClaims} direct, ${carriedClaims} carried) · ${count(sources, "source")}`}
          {document.name && title !== document.name && ` · ${document.name}`}
        </span>
        <span className="meter" aria-hidden="true">
          <span className="meter-direct" style={{ inlineSize: share(directClaims) }} />
          <span className="meter-carried" style={{ inlineSize: share(carriedClaims) }} />
        </span>
      </a>
      <button
        type="button"
        className="tool"
        aria-label={`Remove ${title}`}
        title="Remove from the library"
        onClick={() => {
          if (confirm(`Remove “${title}” from the library? The file on your disk stays.`))
            mutate(document.id, {
              onSuccess: () => toast(`Removed ${title}`),
              onError: (e) => toast(e.message),
            });
        }}
      >
        <Icon name="remove" />
      </button>
    </li>
  );
}
