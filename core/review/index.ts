/** Review: the words, the events and what they come to. Safe for the browser. */
export type { Version } from "./align.ts";
export * from "./corrected.ts";
export * from "./decisions.ts";
export {
  type ChangeKind,
  type DiffSide,
  type DocumentDiff,
  diffVersions,
  type StatementChange,
} from "./diff.ts";
export * from "./events.ts";
export * from "./lineage.ts";
export { claimQuotes } from "./quote.ts";
export { type Anchoring, type OrphanReason, type OutdatedReason, reanchor } from "./reanchor.ts";
export {
  type ReviewState,
  type ReviewStatus,
  reviewState,
  type SubjectState,
  subjectKey,
  subjectOf,
} from "./state.ts";
export * from "./words.ts";
