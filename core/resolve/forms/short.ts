/** "Brew, 668", "Averell, Whalers, p. 130", "Rowe 1979, p. 3", "Orley Gravel, 702 N.E.2d at 22": one work or none. */
import type { CiteText } from "../../model.ts";
import { matchTitle, type Work } from "../match.ts";
import { narrow } from "../narrow.ts";
import { type Outcome, refused, resolved } from "../outcome.ts";
import { type FormContext, knownAt, type Resolver } from "./context.ts";

export const resolveShort: Resolver = (cite, context) => {
  const { index } = context;
  const alias = aliased(cite, context);
  if (alias.length === 1) return resolved(alias[0]!.index, "the name given to it for later citations", cite);
  if (cite.key !== null && /^\d/.test(cite.key)) return byReporter(cite, context);
  const split = nameAndTitle(cite, context);
  if (split) return choose(split.cite, split.works, context);
  const all = mentioned(cite, context);
  const known = knownAt(all, context);
  if (known.length === 0 && all.length > 0) return later(cite, all, context);
  if (known.length === 0) return refused("unresolved", "no source bears this name", cite);
  return choose(cite, known, context);

  function mentioned(of: CiteText, { index: works }: FormContext): readonly Work[] {
    const named = works.named(of);
    const { title: said } = of;
    if (named.length > 0 && (said === null || named.some((work) => matchTitle(said, work.identity))))
      return named;
    if (of.names.length === 1 && said !== null) {
      const bodies = works.ofBody(of.names[0]!, said);
      if (bodies.length > 0) return bodies;
    }
    if (named.length > 0) return named;
    // Without an author the first words are the title's or the archive's.
    const title = [...of.names, of.title ?? ""].join(" ").trim();
    const unsigned = title === "" ? [] : works.titled(title, of.names.length === 0);
    if (unsigned.length > 0) return unsigned;
    if (of.names.length === 0) return [];
    const bodies = works.titled(of.names.join(" and "), false);
    return bodies.length > 0 ? bodies : works.entitled(title);
  }

  function byReporter(of: CiteText, within: FormContext): Outcome {
    const known = knownAt(index.reporter(of.key ?? ""), within);
    if (known.length === 0) return refused("unresolved", "no case stands in this volume", of);
    if (known.length === 1 && of.names.length === 0)
      return resolved(known[0]!.index, "the only case of this volume", of);
    const named = new Set(index.titled(of.names.join(" "), true).map((work) => work.index));
    const left =
      of.names.length === 0 ? known : known.filter((work) => named.has(work.index) || bears(of, work));
    if (left.length === 1) return resolved(left[0]!.index, "the only case of this name and volume", of);
    const reason = left.length === 0 ? "unresolved" : "ambiguous";
    return refused(
      reason,
      "several cases stand in this volume",
      of,
      (left.length > 0 ? left : known).map((w) => w.index),
    );
  }
};

/** A work described only in a later note: where one alone can be meant it is, and the audit says that it comes late. */
function later(cite: CiteText, all: readonly Work[], context: FormContext): Outcome {
  const found = choose(cite, all, context);
  if (found.kind === "resolved")
    return {
      ...found,
      basis: { ...found.basis, rule: `${found.basis.rule}, described later`, confidence: "likely" },
    };
  return refused(
    "no-antecedent",
    "described only later",
    cite,
    all.map((work) => work.index),
  );
}

/** "Abara, Ink 12": what reads as a second name may be a short title of the first one's work. */
function nameAndTitle(
  cite: CiteText,
  context: FormContext,
): { readonly cite: CiteText; readonly works: readonly Work[] } | null {
  const [name, ...rest] = cite.names;
  if (name === undefined || rest.length === 0 || cite.title !== null || cite.year !== null) return null;
  if (context.index.named(cite).length > 0) return null;
  const title = rest.join(" ");
  const works = knownAt(context.index.named({ names: [name], namesTruncated: false }), context).filter(
    (work) => matchTitle(title, work.identity),
  );
  return works.length > 0 ? { cite: { ...cite, names: [name], namesTruncated: false, title }, works } : null;
}

const bears = (cite: CiteText, work: Work): boolean =>
  cite.names.some((name) => work.identity.variants[0]?.includes(name.toLowerCase()) === true);

function aliased(cite: CiteText, context: FormContext): readonly Work[] {
  const said = cite.title ?? (cite.names.length > 0 ? cite.names.join(" ") : "");
  return said === "" ? [] : knownAt(context.index.alias(said), context);
}

/** Narrows candidates to one, or refuses: shared by all forms that name their source. */
export function choose(cite: CiteText, found: readonly Work[], context: FormContext): Outcome {
  const { works, losers, failed, by } = narrow(found, cite, context.sloppy);
  const indices = works.map((work) => work.index);
  if (failed === "pages")
    return refused("unresolved", "the page lies outside every candidate", cite, indices, losers);
  if (failed !== null) {
    return refused(
      "unresolved",
      `no source of this name has this ${failed}`,
      cite,
      found.map((w) => w.index),
      losers,
    );
  }
  if (works.length > 1) return refused("ambiguous", "several sources fit", cite, indices, losers);
  const rule =
    by.length === 0
      ? "one source bears this name"
      : `one source bears this name and fits by ${by.join(", ")}`;
  return resolved(works[0]!.index, rule, cite, losers);
}
