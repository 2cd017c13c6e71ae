/** In-text citations that leave the name to the sentence: "Nilsen (2015) found", "Halloran argues … (15–19)". */
import type { CiteText, Statement } from "../model.ts";
import { surname } from "../names.ts";
import type { FormContext } from "./forms/context.ts";
import { choose } from "./forms/short.ts";
import type { Work } from "./match.ts";
import { matchYear } from "./match.ts";
import { type Outcome, refused, resolved } from "./outcome.ts";
import type { WorkIndex } from "./work-index.ts";

interface Mention {
  readonly at: number;
  readonly works: readonly Work[];
  readonly names: readonly string[];
}

const CAPITAL = /(?:[dDlLO]['’])?\p{Lu}[\p{L}\p{M}]*(?:['’\u2010-]\p{L}[\p{L}\p{M}]*)*/gu;
const POSSESSIVE = /['’]s?$/u;

/**
 * Returns the outcome of a nameless in-text citation. The author named nearest before it decides; without one,
 * the citation before it in the sentence or, for a page alone, in the paragraph.
 */
export function resolveNarrative(
  cite: CiteText,
  statement: Statement,
  text: string,
  previous: { readonly outcome: Outcome; readonly statement: Statement; readonly start: number } | null,
  context: FormContext,
): Outcome {
  const { index } = context;
  const mentions = findMentions(text.slice(statement.start, cite.start), index, cite);
  const inSentence = previous !== null && previous.statement.id === statement.id;
  const last = mentions.at(-1);
  // "As Otieno (2011) put it, … (p. 17)": the page belongs to the citation before, unless a new name came between.
  if (cite.year === null && inSentence && previous.outcome.kind === "resolved") {
    const between = previous.start - statement.start;
    if (!last || last.at < between)
      return resolved(previous.outcome.work, "the citation before it in the sentence", cite);
  }
  if (last) {
    const named: CiteText = { ...cite, names: last.names };
    return choose(named, last.works, { ...context, sloppy: context.sloppy && last.names.length < 2 });
  }
  const after = cite.year === null ? [] : findMentions(text.slice(cite.end, statement.end), index, cite);
  if (after.length === 1) return choose({ ...cite, names: after[0]!.names }, after[0]!.works, context);
  if (
    cite.year === null &&
    previous?.outcome.kind === "resolved" &&
    previous.statement.block === statement.block
  ) {
    return resolved(previous.outcome.work, "the citation before it in the paragraph", cite, [
      { what: "no source", reason: "the sentence names no author" },
    ]);
  }
  return refused("unresolved", "the sentence names no author of the list", cite);
}

/** Returns the authors named in a stretch of text, in order; names joined by "and" are one mention. */
function findMentions(text: string, index: WorkIndex, cite: CiteText): Mention[] {
  const found: Mention[] = [];
  CAPITAL.lastIndex = 0;
  for (let m = CAPITAL.exec(text); m; m = CAPITAL.exec(text)) {
    const name = m[0].replace(POSSESSIVE, "");
    const last = found.at(-1);
    const joint = last && /^[\s,]*(?:and|&|und|et)\s+$/u.test(text.slice(last.at, m.index));
    if (last && joint) {
      const both = [...last.names, name];
      const works = last.works.filter((w) =>
        w.identity.variants.slice(1).some((v) => v.includes(surname(name))),
      );
      if (works.length > 0) {
        found[found.length - 1] = { at: m.index + m[0].length, works, names: both };
        continue;
      }
    }
    const mention = mentionAt(name, text, m.index, index, cite);
    if (!mention) continue;
    found.push(mention);
    CAPITAL.lastIndex = Math.max(CAPITAL.lastIndex, mention.at);
  }
  return found;
}

/** A body is named with several words, so the whole run of capitals is tried first. */
const BODY = /(?:\p{Lu}[\p{L}'’-]*(?:\s(?:of|for|the|and|on|de|for the|of the))*\s?){2,8}/uy;

function mentionAt(name: string, text: string, at: number, index: WorkIndex, cite: CiteText): Mention | null {
  BODY.lastIndex = at;
  const body = BODY.exec(text)?.[0].trim();
  for (const said of body === undefined || body === name ? [name] : [body, name]) {
    const named = index.signed(said);
    const works = cite.year === null ? named : named.filter((work) => matchYear(cite.year!, work.identity));
    if (works.length > 0) return { at: at + said.length, works, names: [said] };
  }
  return null;
}
