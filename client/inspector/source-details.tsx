/** A source in the inspector: the citation, the strings it was read from, the claims on it, and what falls without it. */
import { type JSX, useMemo } from "react";
import { withdrawn } from "../../core/graph/index.ts";
import type { CitationItem, Csl } from "../../core/model.ts";
import { correctedSource } from "../../core/review/index.ts";
import { citationRuns, identifiers } from "../desk/citation.ts";
import { useOpened, useQuestion } from "../desk/context.ts";
import { type Claim, claimsOf, type Work } from "../desk/desk.ts";
import { standingOf } from "../desk/emphasis.ts";
import { findingIndex } from "../desk/findings.ts";
import { count, formText, list, pinpointText } from "../desk/words.ts";
import { FindingList } from "../findings/finding-list.tsx";
import { CitationText } from "../parts/citation.tsx";
import { copyBibtex, copyExport, copyLink, copyText } from "../parts/copy.ts";
import { Icon } from "../parts/icon.tsx";
import { withdrawOrRestore } from "../parts/withdraw.ts";
import { pairState } from "../review/fold.ts";
import { useReview } from "../review/store.ts";
import { StateWord } from "../review/verdict-word.tsx";
import { hover, select } from "../state/store.ts";
import { DerivedFields } from "./derived-fields.tsx";
import { InLibrary } from "./in-library.tsx";

export function SourceDetails({ work }: { readonly work: Work }): JSX.Element {
  const { id, desk } = useOpened();
  const corrections = useReview(({ review }) => review.corrections.get(work.id));
  const source = useMemo(() => correctedSource(work.source, corrections), [work, corrections]);
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
      <Identifiers csl={source.csl} />
      <div className="actions">
        <button
          type="button"
          className="button"
          aria-pressed={gone}
          onClick={() => withdrawOrRestore(desk, work)}
        >
          {gone ? "Restore" : "Withdraw"}
        </button>
      </div>
      <fieldset className="copies" aria-label="Copy">
        <Icon name="copy" />
        <button
          type="button"
          className="button small"
          aria-label="Copy BibTeX"
          onClick={() => void copyBibtex(id, { key: source.key, label: source.label })}
        >
          BibTeX
        </button>
        <button
          type="button"
          className="button small"
          aria-label="Copy RIS"
          onClick={() => void copyExport(id, "ris", source)}
        >
          RIS
        </button>
        <button
          type="button"
          className="button small"
          aria-label="Copy as formatted text"
          onClick={() =>
            void copyText(
              citationRuns(source)
                .map((run) => run.text)
                .join(""),
              `Copied the reference of ${source.label}`,
            )
          }
        >
          Formatted
        </button>
        <button type="button" className="button small" aria-label="Copy link" onClick={() => void copyLink()}>
          Link
        </button>
      </fieldset>
      <WhatFalls work={work} />
      <h4>{`${count(work.node.direct + work.node.carried, "claim")} on it`}</h4>
      <ClaimList claims={claimsOf(desk, work.edges)} work={work} />
      <h4>As the document names it</h4>
      <ul className="mentions">
        {mentions.map((item) => (
          <Mention key={item.id} item={item} />
        ))}
      </ul>
      <InLibrary document={id} source={work.id} />
      <DerivedFields work={work} />
      <FindingList findings={findingIndex(desk).bySource.get(work.id) ?? []} />
    </>
  );
}

function Identifiers({ csl }: { readonly csl: Csl }): JSX.Element | null {
  const found = identifiers(csl);
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
    () => withdrawn(desk.footing, [work.node.order]),
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
  const review = useReview((state) => state.review);
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
                {" · "}
                <StateWord state={pairState(review, claim.id, work.id)} />
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
