/** The evidence graph as types: what a node and an edge carry. Claims point at the sources they rest on. */
import type { MultiDirectedGraph } from "graphology";
import type {
  Analysis,
  Confidence,
  Form,
  ItemId,
  MarkerId,
  NoteId,
  Pinpoint,
  Scope,
  SourceId,
  StatementId,
} from "../model.ts";
import type { Pairs } from "./pairs.ts";

/** What the graph is made of. Open citations (refused or vague) are counted on their claim when given. */
export type GraphInput = Pick<Analysis, "statements" | "sources" | "edges"> & Partial<Pick<Analysis, "open">>;

/**
 * What a claim rests on: `direct` when at least one marker stands in its own sentence, `carried` when all its
 * markers stand later in the paragraph, `uncited` when nothing leads to a source.
 */
export type Support = "direct" | "carried" | "uncited";

/** Node key: the statement's id. */
export interface ClaimNode {
  readonly kind: "claim";
  /** Place among the claims, from 0, in document order. */
  readonly order: number;
  /** The number shown: "1.6". */
  readonly label: string;
  /** The claim's words without its markers. */
  readonly text: string;
  readonly section: string | null;
  /** Paragraph within the document: equal numbers stand in the same paragraph. */
  readonly block: number;
  readonly support: Support;
  /** Distinct sources behind direct edges. */
  readonly direct: number;
  /** Distinct sources behind carried edges only. */
  readonly carried: number;
  /** Citations that came to no source: refused or vague. */
  readonly open: number;
}

/** Node key: the source's id. */
export interface SourceNode {
  readonly kind: "source";
  /** Place among the sources, from 0, in the order of the analysis. */
  readonly order: number;
  /** Short human label: "Brew & Davies 2010". */
  readonly label: string;
  /** Citation key: "brew2010". */
  readonly key: string;
  /** Distinct claims that rest on it directly. */
  readonly direct: number;
  /** Distinct claims that rest on it by carried edges only. */
  readonly carried: number;
}

export type EvidenceNode = ClaimNode | SourceNode;

/** Edge key: the edge's id. Runs from claim to source; says `cites`, never `supports`. */
export interface EvidenceEdge {
  readonly kind: "cites";
  readonly marker: MarkerId;
  readonly note: NoteId | null;
  readonly item: ItemId;
  readonly pinpoint: Pinpoint | null;
  readonly form: Form;
  readonly scope: Scope;
  readonly plausibility: "probable" | "possible" | null;
  readonly confidence: Confidence;
}

export interface EvidenceGraphAttributes {
  /** All claims in document order. */
  readonly claims: readonly StatementId[];
  /** The claims with at least one edge, in document order. */
  readonly cited: readonly StatementId[];
  /** All sources in the order of the analysis. */
  readonly sources: readonly SourceId[];
  readonly pairs: Pairs;
}

export type EvidenceGraph = MultiDirectedGraph<EvidenceNode, EvidenceEdge, EvidenceGraphAttributes>;

/** Thrown for a call that cannot be answered: an unknown node, two things with one id. */
export class GraphError extends Error {
  override readonly name = "GraphError";
}
