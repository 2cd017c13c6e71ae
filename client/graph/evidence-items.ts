/** The graph as nested rows: each claim with its sources, each source with its claims, with all that an edge says. */
import type { Edge } from "../../core/model.ts";
import { type Verdict, verdictWords } from "../../core/review/index.ts";
import { type Claim, claimsOf, type Desk, type Work, worksOf } from "../desk/desk.ts";
import { type Question, type Standing, standingOf } from "../desk/emphasis.ts";
import type { Shown, VerdictOf } from "../desk/filter.ts";
import { count, formText, pinpointText, scopeText } from "../desk/words.ts";
import type { Selection } from "../state/address.ts";
import { memoLast } from "../state/memo.ts";

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
}

/** Returns what the edges of one pair say: "p. 675 · direct · short reference · note 4". */
function pairFacts({ desk, verdictOf }: Asked, edges: readonly Edge[]): readonly string[] {
  const [first] = edges;
  const verdict = first ? verdictOf(first.claim, first.source) : null;
  const facts = edges.map((edge) => {
    const note = edge.note === null ? undefined : desk.noteById.get(edge.note);
    return [
      ...(edge.pinpoint ? [pinpointText(edge.pinpoint)] : ["no pinpoint"]),
      scopeText(edge),
      formText[edge.form],
      ...(note?.label ? [`note ${note.label}`] : []),
    ].join(" · ");
  });
  return verdict ? [...facts, `${verdictWords[verdict].glyph} ${verdictWords[verdict].label}`] : facts;
}

const standingWords: Readonly<Record<Standing, string>> = {
  direct: "",
  carried: "carried only",
  uncited: "uncited",
  fallen: "falls",
  weakened: "weakened",
};

function claimItem(asked: Asked, claim: Claim, of: Work | null): Item {
  const standing = standingOf(asked.question, claim);
  const facts = of
    ? pairFacts(
        asked,
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
  };
}

function workItem(asked: Asked, work: Work, of: Claim | null): Item {
  const gone = asked.question.gone.has(work.id);
  const { direct, carried } = work.node;
  const facts = of
    ? pairFacts(
        asked,
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
  };
}

/** A tree of two levels whose rows are made when they are looked at: a large document has a hundred thousand. */
export interface Outline {
  /** Rows of the upper level. */
  readonly length: number;
  /** The rows below each row of the upper level. */
  readonly sizes: Uint32Array;
  readonly idOf: (i: number) => string;
  /** How tall a row is likely to be, in pixels: near enough, the list stays where it is when rows are measured. */
  readonly heightOf: (i: number, child: number | null) => number;
  /** The row itself, or one of those below it. */
  readonly item: (i: number, child: number | null) => Item;
  /** The verdict that the row shows, if any. */
  readonly verdict: (i: number, child: number | null, verdictOf: VerdictOf) => Verdict | null;
  /** Where the selection stands, or null. */
  readonly placeOf: (selection: Selection) => readonly [number, number | null] | null;
}

export interface Asked {
  readonly desk: Desk;
  readonly question: Question;
  readonly shown: Shown | null;
  readonly verdictOf: VerdictOf;
}

/** A row of one line, one whose facts stand below it, and both with a button. */
const heights = { claim: 32, claimWithFacts: 51, work: 34, workWithFacts: 52 } as const;

const distinct = (edges: readonly Edge[], key: "claim" | "source"): number =>
  edges.length < 2 ? edges.length : new Set(edges.map((e) => e[key])).size;

/** Returns the claims shown in document order, each with its sources. */
export function claimOutline(asked: Asked): Outline {
  const { desk, shown } = asked;
  const claims = desk.claims.filter(({ id }) => !shown || shown.claims.has(id));
  const edges = (i: number): readonly Edge[] => edgesShown(claims[i]!, shown);
  const places = new Map(claims.map(({ ref }, i) => [ref, i]));
  return {
    length: claims.length,
    sizes: Uint32Array.from(claims, (_, i) => distinct(edges(i), "source")),
    idOf: (i) => `tree-${claims[i]!.id}`,
    heightOf: (i, child) => {
      if (child !== null) return heights.work;
      const { node } = claims[i]!;
      const plain = node.open === 0 && standingWords[standingOf(asked.question, claims[i]!)] === "";
      return plain ? heights.claim : heights.claimWithFacts;
    },
    item: (i, child) => {
      const claim = { ...claims[i]!, edges: edges(i) };
      return child === null
        ? claimItem(asked, claim, null)
        : workItem(asked, worksOf(desk, claim.edges)[child]!, claim);
    },
    verdict: (i, child, verdictOf) =>
      child === null ? null : verdictOf(claims[i]!.id, worksOf(desk, edges(i))[child]!.id),
    placeOf: (selection) => {
      const i = selection.kind === "source" ? undefined : places.get(selection.claim);
      if (i === undefined) return null;
      const source = selection.kind === "pair" ? desk.workByRef.get(selection.source) : undefined;
      const child = source ? worksOf(desk, edges(i)).indexOf(source) : -1;
      return [i, child < 0 ? null : child];
    },
  };
}

/** Returns the sources shown in the order of the analysis, each with its claims. */
export function workOutline(asked: Asked): Outline {
  const { desk, shown } = asked;
  const works = desk.works.filter(({ id }) => !shown || shown.sources.has(id));
  const edges = (i: number): readonly Edge[] => edgesShown(works[i]!, shown);
  const places = new Map(works.map(({ ref }, i) => [ref, i]));
  const claimsAt = memoLast((edgesOf: readonly Edge[], of: Desk) => claimsOf(of, edgesOf));
  return {
    length: works.length,
    sizes: Uint32Array.from(works, (_, i) => distinct(edges(i), "claim")),
    idOf: (i) => `tree-${works[i]!.id}`,
    heightOf: (_, child) => (child === null ? heights.workWithFacts : heights.claimWithFacts),
    item: (i, child) =>
      child === null
        ? workItem(asked, works[i]!, null)
        : claimItem(asked, claimsAt(edges(i), desk)[child]!, works[i]!),
    verdict: (i, child, verdictOf) =>
      child === null ? null : verdictOf(claimsAt(edges(i), desk)[child]!.id, works[i]!.id),
    placeOf: (selection) => {
      const i = selection.kind === "source" ? places.get(selection.source) : undefined;
      return i === undefined ? null : [i, null];
    },
  };
}

const edgesShown = ({ edges }: Claim | Work, shown: Shown | null): readonly Edge[] =>
  shown ? edges.filter(({ id }) => shown.edges.has(id)) : edges;
