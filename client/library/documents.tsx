/** The documents of the library: how much of each is cited, what the audit found, how far the review is. */
import { Fragment, type JSX } from "react";
import { type DocumentSummary, useDocuments, useRemove, useSample } from "../api/library.ts";
import { count } from "../desk/words.ts";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";
import { formatAddress, library } from "../state/address.ts";
import { toast } from "../state/announce.ts";
import { go } from "../state/store.ts";
import { More } from "./more.tsx";

const sample = "medical-response";

export function Documents({ onImport }: { readonly onImport: () => void }): JSX.Element {
  const pages = useDocuments();
  // Older versions are reached from the newest one.
  const documents = pages.data?.pages.flatMap((page) => page.items.filter((d) => d.latest !== false)) ?? [];
  if (pages.data && documents.length === 0) return <Empty onImport={onImport} />;
  return (
    <More pages={pages} waiting="Looking into the library…">
      <ul className="documents">
        {documents.map((document) => (
          <Entry key={document.id} document={document} />
        ))}
      </ul>
    </More>
  );
}

function Empty({ onImport }: { readonly onImport: () => void }): JSX.Element {
  const { mutate, error, isPending } = useSample();
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
            mutate(sample, { onSuccess: ({ document }) => go({ kind: "document", id: document.id }) })
          }
        >
          Load the sample
        </button>
      </div>
      {error && <Failure error={error} />}
    </div>
  );
}

/** What a document has been through, in words; parts that say nothing are left out. */
function facts({ counts, name, title }: DocumentSummary): readonly string[] {
  const { claims, directClaims, carriedClaims, sources, findings, reviewed } = counts;
  return [
    `${directClaims + carriedClaims} of ${count(claims, "claim")} cited (${directClaims} direct, ${carriedClaims} carried)`,
    count(sources, "source"),
    ...(reviewed && reviewed.pairs > 0
      ? [`${reviewed.reviewedPairs} of ${count(reviewed.pairs, "pair")} reviewed`]
      : []),
    ...(reviewed && reviewed.conflicts > 0 ? [count(reviewed.conflicts, "conflict")] : []),
    ...(findings.error > 0 ? [count(findings.error, "error")] : []),
    ...(findings.warning > 0 ? [count(findings.warning, "warning")] : []),
    ...(name && title && name !== title ? [name] : []),
  ];
}

/** One behind the other, each on one line as long as it can be. */
function Facts({ of }: { readonly of: readonly string[] }): JSX.Element {
  return (
    <span className="entry-facts">
      {of.map((fact, at) => (
        <Fragment key={fact}>
          {at > 0 && " · "}
          <span>{fact}</span>
        </Fragment>
      ))}
    </span>
  );
}

function Entry({ document }: { readonly document: DocumentSummary }): JSX.Element {
  const { mutate, isPending } = useRemove();
  const { claims, directClaims, carriedClaims } = document.counts;
  const title = document.title ?? document.name ?? "Pasted text";
  const share = (n: number): string => `${claims === 0 ? 0 : (100 * n) / claims}%`;
  return (
    <li aria-busy={isPending}>
      <a href={formatAddress({ ...library, place: { kind: "document", id: document.id } })}>
        <span className="entry-title">
          {title}
          {(document.version ?? 1) > 1 && <span className="entry-version"> version {document.version}</span>}
        </span>
        <Facts of={facts(document)} />
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
