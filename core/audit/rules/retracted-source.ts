/** Audit rule: the retraction list, or the reference itself, says that a source was retracted. */
import type { ItemId, Source } from "../../model.ts";
import type { AuditContext } from "../context.ts";
import { ames, bell, cole, marked, page } from "../example.ts";
import { exampleList, listFacts, onList } from "../listed.ts";
import type { Rule } from "../rule.ts";
import { nameOf, onSource } from "../subjects.ts";

const MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\\p{L}*\\.?\\s";
/** "Retracted in: J Field. 2019;4:2", "[retracted]", "RETRACTED ARTICLE:", "(Retraction published 2019, J Field, 4, 2)". */
const SAYS_SO = new RegExp(
  `(?<![\\p{L}-])(?:[Rr]etract(?:ed|ion)\\s(?:in|by):?\\s(?=\\p{Lu})|[Rr]etraction\\spublished\\s|(?:RETRACTED|Retracted)(?:\\s(?:ARTICLE|[Aa]rticle|[Pp]aper))?:\\s)|[([](?:RETRACTED|[Rr]etracted)(?:\\s(?:article|paper|publication))?[)\\]]|[([;,.]\\s{0,2}[Rr]etracted\\s(?:in\\s|on\\s)?(?:\\d{1,2}\\s)?(?:${MONTH})?(?:\\d{1,2},\\s)?(?:19|20)\\d\\d(?!\\d)`,
  "u",
);

const LONGEST = 1500;

/** What the note says of a work: from its full reference to the next one. */
function wordsOn({ items, itemsOf, notes, text }: AuditContext, id: ItemId): string {
  const item = items.get(id);
  const note = item?.note ? notes.get(item.note) : undefined;
  if (!item || !note) return "";
  const next = itemsOf.get(note.id)?.find(({ start }) => start >= item.end);
  return text.slice(item.start, Math.min(next?.start ?? note.bodyEnd, item.start + LONGEST));
}

/** The words that say so of a source, or null; one that was reinstated stands. */
function saidOf(context: AuditContext, source: Source): string | null {
  for (const id of source.descriptions) {
    const words = wordsOn(context, id);
    const said = /reinstated/i.test(words) ? null : SAYS_SO.exec(words);
    if (said) return said[0].replace(/^[;,.\s]+/, "").trim();
  }
  return null;
}

export const retractedSource: Rule = {
  code: "retracted-source",
  title: "Retracted source",
  group: "sources",
  severity: "error",
  rule: "The source’s DOI or PubMed ID is in the retraction list as retracted, and no later reinstatement lifts it, or the reference itself says that it was retracted.",
  remedy: "Remove the source, or say why it is cited though it was retracted.",
  caution:
    "The list is asked by identifier only, and a source that has none is not looked up. Who cites the retraction notice itself is left alone.",
  examples: {
    fires: page(marked, [`${ames} doi:10.5555/jw.2011.10`, bell, cole]),
    silent: page(marked, [`${ames} doi:10.5555/jw.2011.11`, bell, cole]),
    options: { retractions: exampleList("Retraction", "10.5555/jw.2011.10") },
    given: "With a list that has 10.5555/jw.2011.10 as a Retraction.",
  },
  *check(context) {
    const { retractions } = context.options;
    for (const source of context.analysis.sources) {
      const found = retractions === null ? null : onList(retractions, source.csl);
      const said = found === null ? saidOf(context, source) : null;
      if (said !== null)
        yield {
          subjects: [onSource(source)],
          spans: context.fullOf(source),
          quote: nameOf(source),
          message: `${source.label} was retracted, as its reference says. Remove it, or say why it is cited all the same.`,
          data: { said },
        };
      if (retractions === null || found?.standing !== "retracted") continue;
      const { records } = found;
      const last = records.findLast((r) => r.nature === "retraction");
      if (last === undefined) continue;
      const when = last.date === null ? "" : ` on ${last.date}`;
      const why = last.reasons.length === 0 ? "" : ` (${last.reasons.join("; ")})`;
      yield {
        subjects: [onSource(source)],
        spans: context.fullOf(source),
        quote: nameOf(source),
        message: `${source.label} was retracted${when}${why}. Remove it, or say why it is cited all the same.`,
        data: listFacts(retractions, records),
      };
    }
  },
};
