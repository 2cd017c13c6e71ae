/** Sources that may be one work, with the evidence for it. Nothing merges before a reviewer says so; all can be undone. */
import type { JSX } from "react";
import type { Member, Merge } from "../api/merges.ts";
import { useMerges } from "../api/works.ts";
import { count } from "../desk/words.ts";
import { DecideButtons } from "../merges/decide-buttons.tsx";
import { Said, SourceLink } from "../merges/said.tsx";
import { documentName } from "../merges/words.ts";
import { More } from "./more.tsx";

export function Proposals(): JSX.Element {
  return (
    <div data-merges tabIndex={-1}>
      <State state="proposed" title="To decide" none="No two sources look like one work." />
      <State state="accepted" title="Taken as one work" none={null} />
      <State state="refused" title="Kept apart" none={null} />
    </div>
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
  return (
    <li className="proposal">
      <Said merge={proposal} />
      <div className="proposal-pair">
        <Side member={proposal.a} />
        <Side member={proposal.b} />
      </div>
      <DecideButtons merge={proposal} />
    </li>
  );
}

function Side({ member }: { readonly member: Member }): JSX.Element {
  const { source, directClaims, carriedClaims } = member;
  return (
    <div>
      <p className="entry-title">{source.label}</p>
      {source.csl.title && <p className="work-title">{source.csl.title}</p>}
      <p className="hint">
        {count(directClaims + carriedClaims, "claim")} in{" "}
        <SourceLink member={member}>{documentName(member)}</SourceLink>
      </p>
    </div>
  );
}
