/** The sources of the whole library, those that most claims rest on first, with the claims and what falls without them. */
import { type JSX, type ReactNode, useDeferredValue, useState } from "react";
import {
  type LibrarySource,
  type SourceClaim,
  useLibrarySources,
  useLibraryWithdrawal,
  useSourceClaims,
} from "../api/works.ts";
import { count } from "../desk/words.ts";
import { MergeList } from "../merges/merge-list.tsx";
import { formatAddress, library } from "../state/address.ts";
import { More } from "./more.tsx";
import { SourceSearch } from "./source-search.tsx";

export function Works(): JSX.Element {
  const [words, setWords] = useState("");
  const pages = useLibrarySources(useDeferredValue(words.trim()));
  const sources = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <SourceSearch words={words} onWords={setWords} />
      <More pages={pages} waiting="Looking through the sources…">
        {pages.data && sources.length === 0 && (
          <p className="none-found">
            {words.trim() === ""
              ? "No document cites a source yet."
              : `No source has “${words.trim()}” in it.`}
          </p>
        )}
        <ul className="works">
          {sources.map((source) => (
            <Work key={source.id} source={source} />
          ))}
        </ul>
      </More>
    </>
  );
}

interface WorkProps {
  readonly source: LibrarySource;
  /** What else is to be said of it. */
  readonly children?: ReactNode;
}

/** A source, which opens on the claims that rest on it and what falls without it. */
export function Work({ source, children }: WorkProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const { directClaims, carriedClaims, documents } = source;
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="entry-title">{source.label}</span>
          <span className="entry-facts">
            {count(directClaims + carriedClaims, "claim")} in {count(documents, "document")}
            {carriedClaims > 0 && ` (${directClaims} direct, ${carriedClaims} only carried)`}
          </span>
          {source.csl.title && <span className="work-title">{source.csl.title}</span>}
          {children}
        </summary>
        {open && <WorkDetails id={source.id} />}
      </details>
    </li>
  );
}

interface FallProps {
  /** "it", "the retracted ones". */
  readonly without: string;
  readonly ids: readonly string[];
}

/** What falls in the whole library when these sources are withdrawn together. */
export function Fall({ without, ids }: FallProps): JSX.Element | null {
  const { data } = useLibraryWithdrawal(ids.join(","), true);
  if (data === undefined) return null;
  const { falls, fallsIfCarried, weakened } = data.counts;
  return (
    <p className="work-fall">
      Without {without}: {count(falls, "claim")} {falls === 1 ? "falls" : "fall"}
      {fallsIfCarried > 0 && `, ${fallsIfCarried} more that only carried citations hold`}
      {weakened > 0 && `, ${weakened} still ${weakened === 1 ? "stands" : "stand"} on others`}.
    </p>
  );
}

function WorkDetails({ id }: { readonly id: string }): JSX.Element {
  const pages = useSourceClaims(id, true);
  const claims = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="work-details" data-merges tabIndex={-1}>
      <Fall without="it" ids={[id]} />
      <More pages={pages} waiting="Collecting the claims…">
        {byDocument(claims).map(([document, rows]) => (
          <section key={document.id}>
            <h2>{document.title ?? document.name ?? "Pasted text"}</h2>
            <ul>
              {rows.map(({ claim, scope }) => (
                <li key={claim.id}>
                  <a
                    href={formatAddress({
                      ...library,
                      place: { kind: "document", id: document.id },
                      selection: { kind: "claim", claim: claim.label },
                    })}
                  >
                    {claim.label}
                  </a>{" "}
                  {claim.text}
                  {scope === "carried" && <span className="hint"> (carried)</span>}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </More>
      <MergeList work={id} state="accepted" title="Taken as one work" />
    </div>
  );
}

/** Rows come document by document; the groups keep their order. */
function byDocument(
  rows: readonly SourceClaim[],
): readonly (readonly [SourceClaim["document"], readonly SourceClaim[]])[] {
  const groups = new Map<string, [SourceClaim["document"], SourceClaim[]]>();
  for (const row of rows) {
    const group = groups.get(row.document.id);
    if (group) group[1].push(row);
    else groups.set(row.document.id, [row.document, [row]]);
  }
  return [...groups.values()];
}
