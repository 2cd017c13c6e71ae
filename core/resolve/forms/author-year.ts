/** "(Iwata & Dean, 2008a)", "Nilsen (2015)", "(Halloran 12)", "(Lindgren, “Counting Keys” 31)": a list entry. */
import { refused } from "../candidates.ts";
import type { Resolver } from "./context.ts";
import { choose, resolveShort } from "./short.ts";

export const resolveAuthorYear: Resolver = (cite, context) => {
  const { index } = context;
  if (cite.names.length === 0 && cite.title === null) {
    return refused("unresolved", "no author is named", cite);
  }
  const named = index.named(cite);
  // Two entries of one year and no letter, "2008" for 2008a and 2008b, stay two candidates.
  if (named.length > 0) return choose(cite, named, context);
  return resolveShort(cite, { ...context, position: Number.POSITIVE_INFINITY });
};
