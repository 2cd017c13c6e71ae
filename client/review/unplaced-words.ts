/** Why a verdict of another version does not count here. */
import type { OrphanReason, OutdatedReason } from "../../core/review/index.ts";

export const unplacedWords: Readonly<Record<OrphanReason | OutdatedReason, string>> = {
  gone: "The sentence is not in this text any more.",
  ambiguous: "The sentence stands here, but it cannot be told whether it is this one.",
  source: "The sentence is here, and no longer cites the source.",
  words: "The sentence was edited since.",
  pinpoint: "Another place of the source is cited since.",
};
