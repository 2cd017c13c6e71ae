/** Review: the words, the events and what they come to. Safe for the browser. */
export type { Version } from "./align.ts";
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
export * from "./reanchor.ts";
export * from "./state.ts";
export * from "./words.ts";
