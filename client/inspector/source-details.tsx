/** A source in the inspector: the citation, the strings it was read from, the claims on it, and what falls without it. */
import { type JSX, useMemo } from "react";
import { withdraw } from "../../core/graph/index.ts";
import type { CitationItem } from "../../core/model.ts";
import { identifiers } from "../desk/citation.ts";
import { useOpened, useQuestion } from "../desk/context.ts";
import { type Claim, claimsOf, type Work } from "../desk/desk.ts";
import { standingOf } from "../desk/emphasis.ts";
import { count, formText, list, pinpointText } from "../desk/words.ts";
import { CitationText } from "../parts/citation.tsx";
import { copyBibtex } from "../parts/copy.ts";
import { Icon } from "../parts/icon.tsx";
import { withdrawOrRestore } from "../parts/withdraw.ts";
import { hover, select } from "../state/store.ts";

export function SourceDetails({ work }: { readonly work: Work }): JSX.Element {
  const { id, desk } = useOpened();
  const { source } = work;
  const gone = useQuestion().gone.has(work.id);
  const mentions = source.mentions.flatMap((m) => desk.itemById.get(m) ?? []);
  return (
    <>
      <h3 className="subject">
        <span className="kind">Source</span>
        <span className="place">{source.key}</span>
      </h3>
      <p className="citation">
        <CitationText source={source} />
      </p>
      {source.authorsTruncated && (
        <p className="mark">
          The document cuts the list of authors short (“et al.”); the others are not named in it.
        </p>
      )}
      {source.conflicts.map((conflict) => (
        <p className="mark" key={conflict.field}>
          The document disagrees with itself on the {conflict.field}:{" "}
          {list(conflict.values.map(({ value }) => `“${value}”`))}.
        </p>
      ))}
      <Identifiers work={work} />
      <div className="actions">
        <button
          type="button"
          className="button"
          aria-pressed={gone}
          onClick={() => withdrawOrRestore(desk, work)}
        >
          {gone ? "Restore" : "Withdraw"}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void copyBibtex(id, { key: source.key, label: source.label })}
        >
          <Icon name="copy" /> Copy BibTeX
        </button>
      </div>
      <WhatFalls work={work} />
      <h4>{`${count(work.node.direct + work.node.carried, "claim")} on it`}</h4>
      <ClaimList claims={claimsOf(desk, work.edges)} work={work} />
      <h4>As the document names it</h4>
      <ul className="mentions">
        {mentions.map((item) => (
          <Mention key={item.id} item={item} />
        ))}
      </ul>
    </>
  );
}

function Identifiers({ work }: { readonly work: Work }): JSX.Element | null {
  const found = identifiers(work.source.csl);
  if (found.length === 0)
    return <p className="hint">The document gives no identifier (DOI, PubMed, ISBN) for it.</p>;
  return (
    <dl className="facts">
      {found.map(({ name, value, href }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {href ? (
              <a href={href} rel="noreferrer" target="_blank">
                {value}
              </a>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What would fall without this source alone, whatever else is withdrawn. */
function WhatFalls({ work }: { readonly work: Work }): JSX.Element {
  const { desk } = useOpened();
  const { falls: direct, fallsIfCarried: carried } = useMemo(
    () => withdraw(desk.graph, [work.id]),
    [desk, work],
  );
  const names = (ids: readonly string[]): string => list(ids.map((id) => desk.claimById.get(id)!.ref));
  if (direct.length + carried.length === 0)
    return <p className="falls">Nothing falls without it: each claim on it has another source.</p>;
  const fallen = new Set([...direct, ...carried]);
  const all = claimsOf(desk, work.edges).flatMap(({ id }) => (fallen.has(id) ? [id] : []));
  return (
    <p className="falls">
      {`Without it, ${all.length === 1 ? "claim" : "claims"} ${names(all)} ${all.length === 1 ? "falls" : "fall"}`}
      {carried.length > 0 && direct.length > 0 && ` (${names(carried)} only carried)`}
      {carried.length > 0 && direct.length === 0 && " (only carried)"}.
    </p>
  );
}

function ClaimList({
  claims,
  work,
}: {
  readonly claims: readonly Claim[];
  readonly work: Work;
}): JSX.Element {
  const question = useQuestion();
  return (
    <ul className="claims">
      {claims.map((claim) => {
        const edges = claim.edges.filter((e) => e.source === work.id);
        const places = edges.flatMap((e) => (e.pinpoint ? [pinpointText(e.pinpoint)] : []));
        return (
          <li key={claim.id}>
            <button
              type="button"
              data-standing={standingOf(question, claim)}
              onClick={() => select({ kind: "pair", claim: claim.ref, source: work.ref })}
              onPointerEnter={() => hover({ kind: "pair", claim: claim.ref, source: work.ref })}
              onPointerLeave={() => hover(null)}
            >
              <b>{claim.ref}</b>
              <span className="claim-words">{claim.statement.text}</span>
              <small>
                {[...places, edges.every((e) => e.scope === "carried") ? "carried" : "direct"].join(" · ")}
              </small>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Mention({ item }: { readonly item: CitationItem }): JSX.Element {
  const { desk } = useOpened();
  const note = item.note === null ? undefined : desk.noteById.get(item.note);
  return (
    <li>
      <p className="as-printed">{item.raw}</p>
      <small>
        {note ? (note.label === null ? "entry of the reference list" : `note ${note.label}`) : "in the text"}
        {`, characters ${item.start}–${item.end}, ${formText[item.form]}`}
        {item.pinpoint && `, ${pinpointText(item.pinpoint)}`}
      </small>
    </li>
  );
}
