/** The library across documents as the server sees it. Only last versions of documents stand in it. */
import type { Csl, DocumentId, Scope, SourceId, StatementId } from "../../../core/model.ts";
import type { Json } from "../packed.ts";
import type { Found, Page, PageRequest } from "../store.ts";
import type { MergeEvidence, MergeReason, Weighed } from "./identity.ts";

/** A work, and how much rests on it. Direct and carried claims are counted apart, each claim once. */
export interface LibrarySource {
  readonly id: string;
  readonly label: string;
  readonly csl: Csl;
  readonly documents: number;
  readonly directClaims: number;
  readonly carriedClaims: number;
  readonly mentions: number;
}

/** A document as far as one has to know it beside something else. */
export interface DocumentRef {
  readonly id: DocumentId;
  readonly name: string | null;
  readonly title: string | null;
}

/** The source of one document that is taken for the work. */
export interface Member {
  /** Its name within the library, which merges speak of. */
  readonly id: string;
  readonly document: DocumentRef;
  readonly source: { readonly id: SourceId; readonly key: string; readonly label: string; readonly csl: Csl };
  readonly directClaims: number;
  readonly carriedClaims: number;
  readonly mentions: number;
}

export interface ClaimRef {
  readonly id: StatementId;
  readonly label: string;
  readonly text: string;
}

export interface LibraryClaim {
  readonly document: DocumentRef;
  readonly claim: ClaimRef;
  /** `direct` when one citation of the work is. */
  readonly scope: Scope;
}

/** What a claim comes to without some works; see `core/graph/withdraw.ts`. */
export type Fate = "falls" | "falls-if-carried" | "weakened";

export interface Fallout {
  readonly sources: readonly LibrarySource[];
  readonly counts: {
    readonly documents: number;
    readonly falls: number;
    readonly fallsIfCarried: number;
    readonly weakened: number;
  };
  readonly claims: Page<LibraryClaim & { readonly fate: Fate }>;
}

export type MergeState = "proposed" | "accepted" | "refused";
export type MergeDecision = "accept" | "refuse" | "undo";

export interface Merge {
  readonly id: string;
  readonly a: Member;
  readonly b: Member;
  readonly reason: MergeReason;
  readonly evidence: MergeEvidence;
  readonly state: MergeState;
  /** Who decided last; of a proposal, who undid it. Null where the library decided by itself, or nobody has. */
  readonly by: string | null;
  readonly at: string | null;
  /** Counts the changes of its state. */
  readonly revision: number;
  /** The reviewer who stated the reason; null where the library found it. */
  readonly statedBy: string | null;
  /** The reason in the reviewer's own words. */
  readonly words: string | null;
}

/** Where a source of a document stands among those of the others. */
export interface Standing {
  /** Null for a version that is not the last: it does not stand in the library. */
  readonly member: Member | null;
  readonly work: LibrarySource | null;
  /** How many merges there are about the members of the work. */
  readonly merges: Readonly<Record<MergeState, number>>;
}

/** Two sources beside each other, before anything is decided about them. */
export interface Comparison extends Weighed {
  readonly a: Member;
  readonly b: Member;
  /** Whether they are one work already, through whatever merges. */
  readonly together: boolean;
  /** What there is about these very two, decided or not. */
  readonly merge: Merge | null;
}

/** What a reviewer states about two sources. */
export interface Statement {
  readonly a: string;
  readonly b: string;
  readonly reason: MergeReason;
  readonly words: string | null;
  readonly by: string;
  readonly at: string;
}

export type SearchHit =
  | { readonly kind: "source"; readonly source: LibrarySource }
  | { readonly kind: "claim"; readonly document: DocumentRef; readonly claim: ClaimRef };

/** Claims of the same words that rest on different works. */
export interface SameWording {
  readonly wording: string;
  readonly text: string;
  readonly claims: readonly {
    readonly document: DocumentRef;
    readonly claim: ClaimRef;
    /** The works it rests on, directly where it does so directly. */
    readonly sources: readonly { readonly id: string; readonly label: string }[];
  }[];
  /** Claims of these words beyond those: the newest are compared. */
  readonly more: number;
}

export interface LibraryStore {
  /** The most load-bearing first: by direct claims, then carried ones. `q` keeps those that have all its words. */
  sources(page: PageRequest, q: string | null): Promise<Json<Page<LibrarySource>>>;
  /** `id` is that of the work or of one of its members. */
  source(id: string): Promise<LibrarySource | null>;
  members(id: string, page: PageRequest): Promise<Page<Member>>;
  /** Claims that rest on the work or the work of the member, document by document; null when there is none. */
  claims(id: string, page: PageRequest): Promise<Json<Page<LibraryClaim>> | null>;
  /** What falls in the whole library when these works are withdrawn together. Grows with the claims on them. */
  fallout(ids: readonly string[], page: PageRequest): Promise<Fallout>;
  /** Where a document's source stands; `ref` is its id or its key. */
  standing(document: DocumentId, ref: string): Promise<Found<Standing>>;
  /** `work` keeps those about members of this work, or of the work of this member; null is for all. */
  merges(state: MergeState, work: string | null, page: PageRequest): Promise<Json<Page<Merge>>>;
  merge(id: string): Promise<Merge | null>;
  /**
   * Decides about a merge; "undo" makes it a proposal again. Returns null when it has gone, and throws a
   * `StoreError` "changed" when it is not at this revision any more.
   */
  decide(
    id: string,
    decision: MergeDecision,
    made: { readonly by: string; readonly at: string; readonly revision: number },
  ): Promise<Merge | null>;
  /** Two members beside each other; null where one of them is not there. */
  compare(a: string, b: string): Promise<Comparison | null>;
  /**
   * Makes two members one work for the reason that a reviewer states. Returns null when one of them has gone, and
   * throws a `StoreError` "merge-exists" when they are one work already or something was said about them before.
   */
  state(statement: Statement): Promise<Merge | null>;
  /** Sources first, the most load-bearing first; then claims, of the newest document first. */
  search(q: string, kinds: readonly SearchHit["kind"][], page: PageRequest): Promise<Json<Page<SearchHit>>>;
  sameWording(page: PageRequest): Promise<Json<Page<SameWording>>>;
}
