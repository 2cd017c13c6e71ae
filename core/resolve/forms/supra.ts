/** "Ward, supra note 3, at 320", "Smith (n 3) 12": what that note cites, and the name must be there. */
import type { CiteText } from "../../model.ts";
import { isPartOfBody, type Work } from "../match.ts";
import { type Outcome, refused, resolved } from "../outcome.ts";
import type { FormContext, Resolver } from "./context.ts";
import { choose, resolveShort } from "./short.ts";

export const resolveSupra: Resolver = (cite, context) => {
  if (cite.noteRef === null) return resolveShort(cite, context);
  const outcomes = context.note(cite.noteRef);
  // The number leads nowhere we can see: the name alone may still be enough.
  if (outcomes === null) {
    return cite.names.length > 0
      ? resolveShort(cite, context)
      : refused("unresolved", "there is no such note", cite);
  }
  const works = [...new Set(outcomes.flatMap((o) => (o.kind === "resolved" ? [o.work] : [])))];
  const cited = works.map((i) => context.index.works[i]!);
  if (cite.names.length === 0) return byNumber(cite, cited, outcomes);
  const named = namedAmong(cite, cited, context);
  if (named.length > 0) return choose({ ...cite, year: null }, named, context);
  return refused("unresolved", "the note named cites no such source", cite, works);
};

function byNumber(cite: CiteText, cited: readonly Work[], outcomes: readonly Outcome[]): Outcome {
  const [work] = cited;
  if (work === undefined) return refused("unresolved", "the note named cites no known source", cite);
  if (cited.length > 1 || outcomes.some((o) => o.kind === "refused")) {
    return refused(
      "compound-antecedent",
      "the note named cites several sources",
      cite,
      cited.map((w) => w.index),
    );
  }
  return resolved(work.index, "the only source of the note named", cite);
}

function namedAmong(cite: CiteText, cited: readonly Work[], context: FormContext): readonly Work[] {
  const title = [...cite.names, cite.title ?? ""].join(" ").trim();
  const fitting = new Set(
    [
      ...context.index.named(cite),
      ...context.index.titled(cite.names.join(" "), false),
      ...context.index.titled(title, false),
      ...context.index.alias(cite.names.join(" ")),
    ].map((work) => work.index),
  );
  const own = cited.filter((work) => fitting.has(work.index));
  // The note is told by its number: a part of a body's name is enough to know it by.
  return own.length > 0 ? own : cited.filter((work) => isPartOfBody(cite.names.join(" and "), work));
}
