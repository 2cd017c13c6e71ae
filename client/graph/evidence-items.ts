/** The graph as nested rows: each claim with its sources, each source with its claims, with all that an edge says. */
import type { Edge } from "../../core/model.ts";
import { type Claim, claimsOf, type Desk, type Work, worksOf } from "../desk/desk.ts";
import { type Question, type Standing, standingOf } from "../desk/emphasis.ts";
import type { Shown } from "../desk/filter.ts";
import { count, formText, pinpointText, scopeText } from "../desk/words.ts";
import type { Selection } from "../state/address.ts";

export interface Item {
  readonly id: string;
  readonly level: 1 | 2;
  readonly selection: Selection;
  readonly name: string;
  readonly words: string;
  readonly facts: readonly string[];
  readonly standing: Standing | "source" | "gone";
  /** For a source: the source, which can be withdrawn from here. */
  readonly work: Work | null;
  readonly children: readonly Item[];
}

/** Returns what the edges of one pair say: "p. 675 · direct · short reference · note 4". */
function pairFacts(desk: Desk, edges: readonly Edge[]): readonly string[] {
  return edges.map((edge) => {
    const note = edge.note === null ? undefined : desk.noteById.get(edge.note);
    return [
      ...(edge.pinpoint ? [pinpointText(edge.pinpoint)] : ["no pinpoint"]),
      scopeText(edge),
      formText[edge.form],
      ...(note?.label ? [`note ${note.label}`] : []),
    ].join(" · ");
  });
}

const standingWords: Readonly<Record<Standing, string>> = {
  direct: "",
  carried: "carried only",
  uncited: "uncited",
  fallen: "falls",
  weakened: "weakened",
};

function claimItem(desk: Desk, question: Question, claim: Claim, of: Work | null): Item {
  const standing = standingOf(question, claim);
  const works = of ? [] : worksOf(desk, claim.edges);
  const facts = of
    ? pairFacts(
        desk,
        claim.edges.filter((e) => e.source === of.id),
      )
    : [];
  const open = !of && claim.node.open > 0 ? [`${count(claim.node.open, "citation")} without a source`] : [];
  return {
    id: of ? `tree-${of.id}-${claim.id}` : `tree-${claim.id}`,
    level: of ? 2 : 1,
    selection: of ? { kind: "pair", claim: claim.ref, source: of.ref } : { kind: "claim", claim: claim.ref },
    name: claim.ref,
    words: claim.statement.text,
    facts: [...facts, ...open, ...(standingWords[standing] ? [standingWords[standing]] : [])],
    standing,
    work: null,
    children: works.map((work) => workItem(desk, question, work, claim)),
  };
}

function workItem(desk: Desk, question: Question, work: Work, of: Claim | null): Item {
  const gone = question.gone.has(work.id);
  const { direct, carried } = work.node;
  const facts = of
    ? pairFacts(
        desk,
        of.edges.filter((e) => e.source === work.id),
      )
    : [`${count(direct + carried, "claim")}: ${direct} direct, ${carried} carried`];
  return {
    id: of ? `tree-${of.id}-${work.id}` : `tree-${work.id}`,
    level: of ? 2 : 1,
    selection: of ? { kind: "pair", claim: of.ref, source: work.ref } : { kind: "source", source: work.ref },
    name: work.source.label,
    words: of ? "" : (work.source.csl.title ?? ""),
    facts: [...facts, ...(gone ? ["withdrawn"] : [])],
    standing: gone ? "gone" : "source",
    work,
    children: of ? [] : claimsOf(desk, work.edges).map((claim) => claimItem(desk, question, claim, work)),
  };
}

/** Returns the claims shown in document order, each with its sources. */
export const claimItems = (desk: Desk, question: Question, shown: Shown | null): readonly Item[] =>
  desk.claims
    .filter(({ id }) => !shown || shown.claims.has(id))
    .map((claim) => claimItem(desk, question, narrowed(claim, shown), null));

/** Returns the sources shown in the order of the analysis, each with its claims. */
export const workItems = (desk: Desk, question: Question, shown: Shown | null): readonly Item[] =>
  desk.works
    .filter(({ id }) => !shown || shown.sources.has(id))
    .map((work) => workItem(desk, question, narrowed(work, shown), null));

const narrowed = <T extends Claim | Work>(node: T, shown: Shown | null): T =>
  shown ? { ...node, edges: node.edges.filter(({ id }) => shown.edges.has(id)) } : node;
