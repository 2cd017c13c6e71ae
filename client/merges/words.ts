/** The words about sources that are one work: the reasons, who decided and when, and what came in between. */
import type { Comparison, DecidedMeanwhile, Decision, Member, Merge, Reason } from "../api/merges.ts";
import { list } from "../desk/words.ts";
import { timeText } from "../review/when.ts";

export const reasonText: Readonly<Record<Reason, string>> = {
  "same-doi": "Same DOI",
  "same-pmid": "Same PubMed number",
  "same-isbn": "Same ISBN",
  "same-title-year-author": "Same title, year and first author",
  "described-otherwise": "The same work, described otherwise",
  "other-edition": "Another printing, edition or translation",
  other: "Another reason",
};

export const doneText: Readonly<Record<Decision, string>> = {
  accept: "Taken as one work",
  refuse: "Kept apart",
  undo: "Undone: the question is open again",
};

/** Returns "Report B", however little is known of the document. */
export const documentName = ({ document }: Member): string =>
  document.title ?? document.name ?? "a pasted text";

/** Returns "Same DOI: 10.1000/182 · they differ in year". */
export function reasonLine({ reason, evidence: { value, differ } }: Merge): string {
  const what = value === null ? reasonText[reason] : `${reasonText[reason]}: ${value}`;
  return differ.length === 0 ? what : `${what} · they differ in ${list(differ)}`;
}

/** Returns "They agree in year; they differ in title." */
export function comparedLine({ agree, differ }: Comparison): string {
  if (agree.length + differ.length === 0) return "Their records have no field in common to compare.";
  const parts = [
    agree.length > 0 ? `agree in ${list(agree)}` : null,
    differ.length > 0 ? `differ in ${list(differ)}` : null,
  ];
  return `They ${parts.filter((p) => p !== null).join("; they ")}.`;
}

/** Returns "Joined by Ann, 29 Nov 2026, 09:12"; null where nobody has decided yet. */
export function decidedLine({ state, by, at }: Merge): string | null {
  const who = by === null ? null : `by ${by}${at === null ? "" : `, ${timeText(at)}`}`;
  switch (state) {
    case "accepted":
      return `Joined ${who ?? "by the library itself"}`;
    case "refused":
      return who === null ? null : `Kept apart ${who}`;
    case "proposed":
      return who === null ? null : `Opened again ${who}`;
    default:
      return state satisfies never;
  }
}

/** Returns what another reviewer did first, as far as it is known. */
export function meanwhileText({ now }: DecidedMeanwhile): string {
  if (now === null)
    return "Somebody else decided about the two at the same moment. They are shown as they are now; nothing of yours was written.";
  const shown = "It is shown as it is now; nothing of yours was written.";
  const by = now.by ?? "Somebody else";
  switch (now.state) {
    case "accepted":
      return `${by} took the two as one work meanwhile. ${shown}`;
    case "refused":
      return `${by} kept the two apart meanwhile. ${shown}`;
    case "proposed":
      return `${by} opened the question again meanwhile. ${shown}`;
    default:
      return now.state satisfies never;
  }
}
