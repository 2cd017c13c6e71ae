/** The words of a review, in this one place: verdicts, reasons, tags, and how they are shown. */

/** In the order of the keys 1 to 4. */
export const verdicts = ["supports", "partly-supports", "does-not-support", "cannot-verify"] as const;
export type Verdict = (typeof verdicts)[number];

export const reasons = [
  "contradicts",
  "unrelated",
  "not-stated",
  "oversimplified",
  "overgeneralised",
  "detail-wrong",
  "indirect",
  "source-not-obtained",
  "other",
] as const;
export type Reason = (typeof reasons)[number];

/** What a reviewer wants done about a pair, beside the verdict. */
export const tags = ["urgent", "ask-author", "second-opinion", "find-better-source"] as const;
export type Tag = (typeof tags)[number];

/** What a reviewer decides about a finding. `open` takes an earlier decision back. */
export const findingDecisions = ["open", "confirmed", "dismissed", "fixed"] as const;
export type FindingDecision = (typeof findingDecisions)[number];

export interface Wording {
  readonly label: string;
  /** One sign for narrow places; never the only carrier of the meaning. */
  readonly glyph: string;
}

export const verdictWords: Readonly<Record<Verdict, Wording>> = {
  supports: { label: "supports", glyph: "✓" },
  "partly-supports": { label: "partly supports", glyph: "◐" },
  "does-not-support": { label: "does not support", glyph: "✕" },
  "cannot-verify": { label: "cannot verify", glyph: "?" },
};

export const reasonWords: Readonly<Record<Reason, string>> = {
  contradicts: "the source says the contrary",
  unrelated: "the source is about something else",
  "not-stated": "the source does not say this",
  oversimplified: "the claim leaves out what matters",
  overgeneralised: "the claim goes further than the source",
  "detail-wrong": "a number, name or date differs",
  indirect: "the source cites another one for it",
  "source-not-obtained": "the source could not be had",
  other: "other",
};

export const tagWords: Readonly<Record<Tag, string>> = {
  urgent: "urgent",
  "ask-author": "ask the author",
  "second-opinion": "second opinion",
  "find-better-source": "find a better source",
};

export const findingDecisionWords: Readonly<Record<FindingDecision, string>> = {
  open: "open",
  confirmed: "confirmed",
  dismissed: "dismissed",
  fixed: "fixed",
};

/** Returns true for one of our verdict words. */
export const isVerdict = (text: string): text is Verdict => (verdicts as readonly string[]).includes(text);
