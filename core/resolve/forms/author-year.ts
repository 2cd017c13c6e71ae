/** "(Iwata & Dean, 2008a)", "Nilsen (2015)", "(Halloran 12)", "(Lindgren, “Counting Keys” 31)": a list entry. */
import type { CiteText } from "../../model.ts";
import type { Work } from "../match.ts";
import { narrow } from "../narrow.ts";
import { type Outcome, refused, resolved } from "../outcome.ts";
import type { FormContext, Resolver } from "./context.ts";
import { choose, resolveShort } from "./short.ts";

export const resolveAuthorYear: Resolver = (cite, context) => {
  const { index } = context;
  if (cite.names.length === 0 && cite.title === null) {
    return refused("unresolved", "no author is named", cite);
  }
  const named = index.named(cite);
  // Two entries of one year and no letter, "2008" for 2008a and 2008b, stay two candidates.
  if (named.length > 0) return byMissingLetter(cite, named, context) ?? choose(cite, named, context);
  return resolveShort(cite, { ...context, position: Number.POSITIVE_INFINITY });
};

/**
 * "2008a" and "2008b" where the list has lost its letters: they count the entries of that year in the order of the
 * list. Null where letters are printed.
 */
function byMissingLetter(cite: CiteText, named: readonly Work[], context: FormContext): Outcome | null {
  const letter = /^\d{4}([a-z])$/.exec(cite.year ?? "")?.[1];
  if (letter === undefined) return null;
  const { works, failed } = narrow(named, cite, context.sloppy);
  if (failed !== null || works.length < 2 || works.some((work) => work.identity.letter !== null)) return null;
  const inList = [...works].sort((a, b) => a.index - b.index);
  const meant = inList[letter.charCodeAt(0) - 97];
  if (!meant || inList.some((work) => work.since >= 0)) return null;
  const losers = inList
    .filter((work) => work !== meant)
    .map((work) => ({ what: work.csl.title ?? "an entry", reason: "it stands elsewhere in the list" }));
  const outcome = resolved(
    meant.index,
    "letters count the entries of the year in the order of the list",
    cite,
    losers,
  );
  return { ...outcome, basis: { ...outcome.basis, confidence: "proposed" } };
}
