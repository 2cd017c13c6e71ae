/** Sources that may be one work, with the evidence for it. Nothing merges before a reviewer says so; all can be undone. */
import type { JSX } from "react";
import { type Decision, type Member, type Merge, useDecide, useMerges } from "../api/works.ts";
import { count, list } from "../desk/words.ts";
import { formatAddress, library } from "../state/address.ts";
import { toast } from "../state/announce.ts";
import { More } from "./more.tsx";

const reasonText: Readonly<Record<Merge["reason"], string>> = {
  "same-doi": "Same DOI",
  "same-pmid": "Same PubMed number",
  "same-isbn": "Same ISBN",
  "same-title-year-author": "Same title, year and first author",
};

const doneText: Readonly<Record<Decision, string>> = {
  accept: "Taken as one work",
  refuse: "Kept apart",
  undo: "Undone: the question is open again",
};

export function Proposals(): JSX.Element {
  return (
    <>
      <State state="proposed" title="To decide" none="No two sources look like one work." />
      <State state="accepted" title="Taken as one work" none={null} />
      <State state="refused" title="Kept apart" none={null} />
    </>
  );
}

interface StateProps {
  readonly state: Merge["state"];
  readonly title: string;
  /** What to say where there are none; null says nothing. */
  readonly none: string | null;
}

function State({ state, title, none }: StateProps): JSX.Element | null {
  const pages = useMerges(state);
  const proposals = pages.data?.pages.flatMap((page) => page.items) ?? [];
  if (pages.data && proposals.length === 0)
    return none === null ? null : <p className="none-found">{none}</p>;
  return (
    <section className="proposals">
      <h2>{title}</h2>
      <More pages={pages} waiting="Comparing sources…">
        <ul>
          {proposals.map((proposal) => (
            <Card key={proposal.id} proposal={proposal} />
          ))}
        </ul>
      </More>
    </section>
  );
}

function Card({ proposal }: { readonly proposal: Merge }): JSX.Element {
  const { mutate, isPending } = useDecide();
  const decide = (decision: Decision): void =>
    mutate(
      { id: proposal.id, decision },
      { onSuccess: () => toast(doneText[decision]), onError: (error) => toast(error.message) },
    );
  return (
    <li className="proposal" aria-busy={isPending}>
      <p className="proposal-reason">
        {reasonText[proposal.reason]}: {proposal.evidence.value}
        {proposal.evidence.differ.length > 0 && ` · they differ in ${list(proposal.evidence.differ)}`}
      </p>
      <div className="proposal-pair">
        <Side member={proposal.a} />
        <Side member={proposal.b} />
      </div>
      <div className="actions">
        {proposal.state === "proposed" ? (
          <>
            <button type="button" className="button" disabled={isPending} onClick={() => decide("accept")}>
              One work
            </button>
            <button type="button" className="button" disabled={isPending} onClick={() => decide("refuse")}>
              Two works
            </button>
          </>
        ) : (
          <button type="button" className="button small" disabled={isPending} onClick={() => decide("undo")}>
            Undo
          </button>
        )}
      </div>
    </li>
  );
}

function Side({
  member: { document, source, directClaims, carriedClaims },
}: {
  readonly member: Member;
}): JSX.Element {
  return (
    <div>
      <p className="entry-title">{source.label}</p>
      {source.csl.title && <p className="work-title">{source.csl.title}</p>}
      <p className="hint">
        {count(directClaims + carriedClaims, "claim")} in{" "}
        <a
          href={formatAddress({
            ...library,
            place: { kind: "document", id: document.id },
            selection: { kind: "source", source: source.key },
          })}
        >
          {document.title ?? document.name ?? "a pasted text"}
        </a>
      </p>
    </div>
  );
}
