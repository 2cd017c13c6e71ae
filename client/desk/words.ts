/** The words of the desk: pinpoints, forms, scopes, standings and the sentences made of them. One place for all panes. */
import type { Confidence, Edge, Form, Pinpoint, RefusalReason } from "../../core/model.ts";
import { type Claim, type Desk, worksOf } from "./desk.ts";
import type { Question, Standing } from "./emphasis.ts";

const pinpointMarks: Readonly<Record<Pinpoint["label"], readonly [one: string, many: string]>> = {
  page: ["p.", "pp."],
  section: ["§", "§§"],
  paragraph: ["¶", "¶¶"],
  chapter: ["ch.", "chs."],
  folio: ["fol.", "fols."],
  table: ["table", "tables"],
  figure: ["fig.", "figs."],
  article: ["art.", "arts."],
  appendix: ["app.", "apps."],
  note: ["n.", "nn."],
  line: ["l.", "ll."],
  verse: ["v.", "vv."],
  volume: ["vol.", "vols."],
  part: ["pt.", "pts."],
  column: ["col.", "cols."],
  regulation: ["reg.", "regs."],
  item: ["item", "items"],
  question: ["question", "questions"],
  number: ["no.", "nos."],
  timestamp: ["at", "at"],
};

/** Returns "p. 675", "pp. 12–14". */
export function pinpointText({ label, value }: Pinpoint): string {
  const [one, many] = pinpointMarks[label];
  return `${/[-,–]|\bff?\b/.test(value) ? many : one} ${value.replaceAll("-", "–")}`;
}

/** Returns "page 675", for reading aloud. */
export const pinpointSpoken = ({ label, value }: Pinpoint): string => `${label} ${value}`;

export const formText: Readonly<Record<Form, string>> = {
  full: "full reference",
  short: "short reference",
  ibid: "ibid.",
  supra: "supra",
  "author-year": "author in the text",
  key: "citation key",
  vague: "vague reference",
};

/** Returns whether an edge is drawn curved: it names its source by a short form. */
export const isShort = (form: Form): boolean => form !== "full" && form !== "key" && form !== "author-year";

export const confidenceText: Readonly<Record<Confidence, string>> = {
  certain: "certain",
  likely: "likely",
  proposed: "proposed, wants a reviewer",
};

export const refusalText: Readonly<Record<RefusalReason, string>> = {
  unresolved: "no source in the document matches",
  ambiguous: "several sources match",
  "no-antecedent": "there is nothing it can point back to",
  "compound-antecedent": "the note before it cites several sources",
};

/** Returns "1 claim", "2 claims". */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** Returns "a", "a and b", "a, b and c". */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** Returns how an edge's claim meets its citation. */
export function scopeText(edge: Pick<Edge, "scope" | "plausibility">): string {
  return edge.scope === "direct" ? "direct" : `carried, ${edge.plausibility ?? "possible"}`;
}

/** What the chip behind a claim says. */
export function chipText(claim: Claim, standing: Standing): string {
  const { direct, carried, open } = claim.node;
  switch (standing) {
    case "fallen":
      return "× falls";
    case "weakened":
      return "weakened";
    case "direct":
      return count(direct, "source");
    case "carried":
      return carried > 1 ? `carried? ${carried}` : "carried?";
    case "uncited":
      return open > 0 ? "unresolved" : "uncited";
    default:
      return standing satisfies never;
  }
}

/** Returns what a claim rests on, as a sentence for announcements and tooltips. */
export function claimSentence(desk: Desk, claim: Claim, question: Question): string {
  const name = `Claim ${claim.ref}`;
  if (claim.edges.length === 0)
    return `${name}, ${claim.node.open > 0 ? "citation not resolved" : "uncited"}`;
  const rests = worksOf(desk, claim.edges).map((work) => {
    const edge = claim.edges.find((e) => e.source === work.id)!;
    const pinpoint = edge.pinpoint ? `, ${pinpointSpoken(edge.pinpoint)}` : "";
    const carried = edge.scope === "carried" ? ", carried" : "";
    const gone = question.gone.has(work.id) ? ", withdrawn" : "";
    return `${work.source.label}${pinpoint}, ${formText[edge.form]}${carried}${gone}`;
  });
  const falls = question.fallen.has(claim.id) ? ". It falls" : "";
  return `${name}, rests on ${rests.join("; ")}${falls}`;
}

/**
 * Returns what falls, as one sentence: "Without Brew & Davies 2010: 4 claims fall (2 of them only carried), 1 still
 * stands on Weber 2008."
 */
export function questionSentence(desk: Desk, question: Question): string {
  const { withdrawal, works, gone } = question;
  const falls = withdrawal.falls.length + withdrawal.fallsIfCarried.length;
  const carried = withdrawal.fallsIfCarried.length;
  const fall =
    falls === 0
      ? "no claim falls"
      : `${count(falls, "claim")} ${falls === 1 ? "falls" : "fall"}${carriedPart(falls, carried)}`;
  const weakened = withdrawal.weakened.map((id) => desk.claimById.get(id)!);
  const left = new Map(
    weakened.flatMap((c) => worksOf(desk, c.edges).filter((w) => !gone.has(w.id))).map((w) => [w.id, w]),
  );
  const names = [...left.values()].map((w) => w.source.label);
  const on = names.length > 3 ? count(names.length, "other source") : list(names);
  const still =
    weakened.length === 0
      ? ""
      : `, ${weakened.length} still ${weakened.length === 1 ? "stands" : "stand"} on ${on}`;
  return `Without ${list(works.map((w) => w.source.label))}: ${fall}${still}.`;
}

function carriedPart(falls: number, carried: number): string {
  if (carried === 0) return "";
  if (carried === falls) return falls === 1 ? " (only carried)" : " (all only carried)";
  return ` (${carried} of them only carried)`;
}
