/** A claim in the inspector: its words, its state, and each pair with a source: note, pinpoint, scope, how we know. */
import { type JSX, useEffect, useRef } from "react";
import { type Chain, chains } from "../../core/graph/index.ts";
import type { Edge, OpenCitation } from "../../core/model.ts";
import { useOpened, useQuestion } from "../desk/context.ts";
import { type Claim, type Work, worksOf } from "../desk/desk.ts";
import { standingOf } from "../desk/emphasis.ts";
import { findingIndex } from "../desk/findings.ts";
import { graphOf } from "../desk/graph.ts";
import {
  confidenceText,
  count,
  formText,
  list,
  pinpointText,
  refusalText,
  scopeText,
} from "../desk/words.ts";
import { FindingList } from "../findings/finding-list.tsx";
import { jumpToNote } from "../reading/jump.ts";
import { Judging } from "../review/judging.tsx";
import { select, showPane } from "../state/store.ts";
import { ChainSteps } from "./chain.tsx";
import { Standing } from "./standing.tsx";

interface Props {
  readonly claim: Claim;
  /** The source, when a pair is selected. */
  readonly pairedWith: Work | null;
}

export function ClaimDetails({ claim, pairedWith }: Props): JSX.Element {
  const { desk } = useOpened();
  const works = worksOf(desk, claim.edges);
  const standing = standingOf(useQuestion(), claim);
  return (
    <>
      <h3 className="subject">
        <span className="kind">Claim {claim.ref}</span>
        {claim.statement.section && <span className="place">{claim.statement.section}</span>}
      </h3>
      <blockquote>{claim.statement.text}</blockquote>
      <Standing standing={standing} />
      {works.length > 0 && <h4>{`Rests on ${count(works.length, "source")}`}</h4>}
      {works.map((work) => (
        <Pair
          key={work.id}
          claim={claim}
          work={work}
          selected={work === pairedWith}
          alone={works.length === 1}
        />
      ))}
      <Together claim={claim} />
      {claim.open.length > 0 && <h4>{count(claim.open.length, "citation")} without a source</h4>}
      {claim.open.map((open) => (
        <Refused key={open.item} open={open} />
      ))}
      {works.length === 0 && claim.open.length === 0 && (
        <p className="hint">No marker stands in this sentence, and none behind it in its paragraph.</p>
      )}
      <FindingList findings={findingIndex(desk).byClaim.get(claim.id) ?? []} />
    </>
  );
}

interface PairProps {
  readonly claim: Claim;
  readonly work: Work;
  readonly selected: boolean;
  /** The claim's only source. */
  readonly alone: boolean;
}

function Pair({ claim, work, selected, alone }: PairProps): JSX.Element {
  const { desk } = useOpened();
  const { gone } = useQuestion();
  const ways = selected ? chains(graphOf(desk), claim.id, work.id) : [];
  const edges = claim.edges.filter((e) => e.source === work.id);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = card.current;
    if (!selected || !element) return;
    const pane = element.closest(".pane");
    if (!pane) return;
    // Again when the room changes: the table's drawer may open before or after.
    const show = new ResizeObserver(() =>
      element.scrollIntoView({ block: element.offsetHeight > pane.clientHeight ? "start" : "nearest" }),
    );
    show.observe(pane);
    return () => show.disconnect();
  }, [selected]);
  return (
    <section ref={card} className="pair" data-selected={selected} data-gone={gone.has(work.id)}>
      <h5>
        <button type="button" className="link" onClick={() => select({ kind: "source", source: work.ref })}>
          {work.source.label}
        </button>
        {gone.has(work.id) && <span className="badge">withdrawn</span>}
        {!selected && !alone && (
          <button
            type="button"
            className="quiet"
            onClick={() => select({ kind: "pair", claim: claim.ref, source: work.ref })}
          >
            Show alone<span className="unseen"> the pair with {work.source.label}</span>
          </button>
        )}
      </h5>
      {edges.map((edge) => (
        <Citation
          key={edge.id}
          claim={claim}
          work={work}
          edge={edge}
          way={ways.find((chain) => chain.edge === edge.id)}
        />
      ))}
      <Judging
        subject={{ kind: "pair", claim: claim.id, source: work.id }}
        full={selected || alone}
        key={`${claim.id} ${work.id}`}
      />
    </section>
  );
}

/** One verdict on all sources of a marker, where it carries several. */
function Together({ claim }: { readonly claim: Claim }): JSX.Element | null {
  const { desk } = useOpened();
  const markers = [...new Set(claim.edges.map((e) => e.marker))].filter(
    (marker) => new Set(claim.edges.flatMap((e) => (e.marker === marker ? [e.source] : []))).size > 1,
  );
  if (markers.length === 0) return null;
  return (
    <>
      {markers.map((marker) => {
        const edges = claim.edges.filter((e) => e.marker === marker);
        const names = worksOf(desk, edges).map((w) => w.source.label);
        return (
          <section className="pair together" key={marker}>
            <h5>Taken together</h5>
            <p className="hint">
              Marker {desk.markerById.get(marker)?.text.trim()} carries{" "}
              {names.length > 4 ? count(names.length, "source") : list(names)}. A verdict on all of them
              stands beside those on each.
            </p>
            <Judging subject={{ kind: "collective", claim: claim.id, marker }} full={false} />
          </section>
        );
      })}
    </>
  );
}

interface CitationProps {
  readonly claim: Claim;
  readonly work: Work;
  readonly edge: Edge;
  /** Where it is written out, the facts need not say again what stands in it. */
  readonly way: Chain | undefined;
}

function Citation({ claim, work, edge, way }: CitationProps): JSX.Element {
  const { desk } = useOpened();
  const item = desk.itemById.get(edge.item);
  return (
    <>
      {way && <ChainSteps claim={claim} work={work} chain={way} />}
      {!way && item && <p className="as-printed">{item.raw}</p>}
      <EdgeFacts edge={edge} brief={way !== undefined} />
    </>
  );
}

interface FactsProps {
  readonly edge: Edge;
  readonly brief: boolean;
}

function EdgeFacts({ edge, brief }: FactsProps): JSX.Element {
  const { desk } = useOpened();
  const note = edge.note === null ? undefined : desk.noteById.get(edge.note);
  const item = desk.itemById.get(edge.item);
  const basis = item?.resolution.basis;
  return (
    <dl className="facts">
      {!brief && note && (
        <>
          <dt>Note</dt>
          <dd>
            <button
              type="button"
              className="link"
              onClick={() => {
                showPane("text");
                requestAnimationFrame(() => jumpToNote(note.id));
              }}
            >
              {note.label === null ? "entry" : `note ${note.label}`}
            </button>
          </dd>
        </>
      )}
      <dt>Pinpoint</dt>
      <dd>{edge.pinpoint ? pinpointText(edge.pinpoint) : <span className="none">none given</span>}</dd>
      <dt>Scope</dt>
      <dd>
        {scopeText(edge)}
        <small>{edge.basis.rule}</small>
      </dd>
      {!brief && (
        <>
          <dt>Named by</dt>
          <dd>{formText[edge.form]}</dd>
        </>
      )}
      {basis && (
        <>
          <dt>Resolved</dt>
          <dd>
            {confidenceText[basis.confidence]}
            <small>{basis.rule}</small>
            {basis.losers?.map((loser, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two losers may be called the same
              <small key={i}>
                not {loser.what}: {loser.reason}
              </small>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

function Refused({ open }: { readonly open: OpenCitation }): JSX.Element | null {
  const { desk } = useOpened();
  const item = desk.itemById.get(open.item);
  if (!item) return null;
  const { resolution } = item;
  return (
    <section className="pair refused">
      <p className="as-printed">{item.raw}</p>
      <p className="why">
        {resolution.kind === "refused"
          ? `Not resolved: ${refusalText[resolution.reason]}`
          : "Names no identifiable work"}
        <small>{resolution.basis.rule}</small>
      </p>
      {resolution.kind === "refused" && resolution.candidates.length > 0 && (
        <ul className="candidates">
          {resolution.candidates
            .flatMap((id) => desk.workById.get(id) ?? [])
            .map((work) => (
              <li key={work.id}>
                <button
                  type="button"
                  className="link"
                  onClick={() => select({ kind: "source", source: work.ref })}
                >
                  {work.source.label}
                </button>
              </li>
            ))}
        </ul>
      )}
    </section>
  );
}
