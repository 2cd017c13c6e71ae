/** Tells a description that only points back: a section of a code, a paper or a letter that was described before. */
import type { Csl } from "../model.ts";
import { isLetterBySurname } from "./letters.ts";
import type { Work } from "./match.ts";
import type { Outcome } from "./outcome.ts";
import type { Cited } from "./works.ts";

/** Letters that stand for a house. */
const LETTERS = /^\p{Lu}[\p{Lu}\p{Ll}]{0,5}\p{Lu}$/u;

/** Returns whether a citation that reads as a description says less than one of the same work before it. */
export function isLaterMention(
  { cite, position, note }: Pick<Cited, "cite" | "position" | "note">,
  outcome: Outcome,
  works: readonly Work[],
): boolean {
  const csl = cite.reference?.csl;
  // An entry of a list describes its work, however often the list does.
  if (note?.type === "reference") return false;
  if (cite.form !== "full" || csl === undefined || outcome.kind !== "resolved") return false;
  const work = works[outcome.work];
  if (work === undefined || work.since >= position) return false;
  // "Code § 305" once the code has been cited with its year: all that it says is the section.
  if (csl.type === "legislation" && /§/.test(csl.title ?? ""))
    return csl.issued === undefined && work.csl.issued !== undefined;
  if (isLetterBySurname(csl)) return work.csl.title !== csl.title;
  return csl.archive !== undefined && saysLess(csl, work.csl);
}

/** The house by its letters where it was spelt out, or a paper without the day that it had. */
const saysLess = (csl: Csl, before: Csl): boolean =>
  (csl.issued === undefined && before.issued !== undefined) ||
  (LETTERS.test(csl.archive ?? "") && !LETTERS.test(before.archive ?? ""));
