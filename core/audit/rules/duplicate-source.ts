/** Audit rule: two entries of the reference list describe one work. */
import type { CitationItem, Csl, Note, Source } from "../../model.ts";
import { ames, bell, cole, page } from "../example.ts";
import type { Draft, Rule } from "../rule.ts";
import { sameWork } from "../same-work.ts";
import { nameOf, onSource, spanOf } from "../subjects.ts";

export const duplicateSource: Rule = {
  code: "duplicate-source",
  title: "One work listed twice",
  group: "sources",
  severity: "warning",
  rule: "Two entries of the reference list, or two cited records of the bibliography file, describe one work: same identifier, or same title or place in print, year and first author.",
  remedy: "Merge them, or mark them as distinct.",
  caution:
    "Editions, and a preprint beside its article, can be two works on purpose. A shared journal or ISSN is never enough.",
  examples: {
    fires: page(
      "Lead harms the brains of children [1]. Many old houses still have lead pipes [2]. Flushing the tap lowers the level [3].",
      [`[1] ${ames}`, `[2] ${bell}`, `[3] ${ames}`],
      "References",
    ),
    silent: page(
      "Lead harms the brains of children [1]. Many old houses still have lead pipes [2]. Flushing the tap lowers the level [3].",
      [`[1] ${ames}`, `[2] ${bell}`, `[3] ${cole}`],
      "References",
    ),
  },
  *check({ analysis, items, itemsOf, notes, slice }) {
    // A list whose entries refer back to one another is one of footnotes: there a work is described as often as need be.
    const lists = new Map<string, boolean>();
    for (const note of analysis.notes) {
      const list = `${note.type} ${note.scope}`;
      const refersBack = (itemsOf.get(note.id) ?? []).some((i) => i.form !== "full" && i.form !== "vague");
      lists.set(list, (lists.get(list) ?? note.type === "reference") && !refersBack);
    }
    const records = new Set(analysis.document.bibliography.map((record) => record.id));
    for (const source of analysis.sources) {
      yield* underTwoKeys(source);
      const entries = new Map<string, { note: Note; csl: Csl }>();
      for (const item of source.descriptions.flatMap((d) => items.get(d) ?? [])) {
        const note = item.note === null ? undefined : notes.get(item.note);
        if (!note || lists.get(`${note.type} ${note.scope}`) !== true || itemsOf.get(note.id)?.length !== 1)
          continue;
        if (item.reference && !entries.has(note.id)) entries.set(note.id, { note, csl: item.reference.csl });
      }
      const [first, ...others] = entries.values();
      if (!first) continue;
      for (const other of others) {
        const same = sameWork(first.csl, other.csl);
        if (same === null) continue;
        yield {
          subjects: [onSource(source)],
          spans: [spanOf(other.note), spanOf(first.note)],
          quote: slice(other.note),
          message: `${nameOf(source)} stands twice in the list. Merge the entries, or mark them as distinct.`,
          data: { same, entries: [first.note.label ?? "", other.note.label ?? ""] },
        };
      }
    }

    /** Records of the file beside the text that describe one work, both of them cited. */
    function* underTwoKeys(source: Source): Generator<Draft> {
      const cited = new Map<string, CitationItem>();
      for (const item of source.mentions.flatMap((id) => items.get(id) ?? [])) {
        if (item.form !== "key" || item.key === null || !records.has(item.key)) continue;
        if (!cited.has(item.key)) cited.set(item.key, item);
      }
      const [first, ...others] = cited.values();
      for (const other of first ? others : []) {
        yield {
          subjects: [onSource(source)],
          spans: [spanOf(other), spanOf(first!)],
          quote: slice(other),
          message: `${nameOf(source)} stands under two keys. Merge the records, or mark them as distinct.`,
          data: { same: "record", entries: [first!.key ?? "", other.key ?? ""] },
        };
      }
    }
  },
};
