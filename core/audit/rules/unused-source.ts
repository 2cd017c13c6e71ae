/** Audit rule: an unnumbered bibliography entry that is never cited. */
import type { Source } from "../../model.ts";
import { amesApa, bellApa, coleApa, essay } from "../example.ts";
import type { Rule } from "../rule.ts";
import { isFurtherReading } from "../sections.ts";
import { onNote, onSource, spanOf } from "../subjects.ts";

/** An entry whose author or year was not read could not be recognised in a citation either. */
const isUnderstood = ({ csl }: Source, raw: string): boolean =>
  (csl.author ?? csl.editor ?? csl.title) !== undefined &&
  (csl.issued !== undefined || !/(?:1[5-9]|20)\d\d/.test(raw));

export const unusedSource: Rule = {
  code: "unused-source",
  title: "Source never cited",
  group: "sources",
  severity: "warning",
  rule: "The bibliography entry is never cited.",
  remedy: "Cite it, or drop it.",
  caution:
    "Lists headed “Further reading” are left alone, and so is an entry whose author and year stand together in the text, in whatever form.",
  examples: {
    fires: essay(
      "Lead harms the brains of children (Ames, 2011). Many old houses still have lead pipes (Bell, 2012).",
      [amesApa, bellApa, coleApa],
    ),
    silent: essay(
      "Lead harms the brains of children (Ames, 2011). Many old houses still have lead pipes (Bell, 2012).",
      [amesApa, bellApa],
    ),
  },
  *check({ analysis, items, notes, callsOf, sectionOf, slice, namedAt }) {
    const cited = new Set<string>();
    for (const item of analysis.items) {
      const note = item.note === null ? undefined : notes.get(item.note);
      const entry = note?.type === "reference" && note.label === null;
      if (entry || item.resolution.kind === "none") continue;
      if (item.resolution.kind === "resolved") cited.add(item.resolution.source);
      // A refused citation may mean any of its candidates.
      else for (const candidate of item.resolution.candidates) cited.add(candidate);
    }
    for (const source of analysis.sources) {
      if (cited.has(source.id)) continue;
      const entry = source.descriptions
        .flatMap((d) => items.get(d)?.note ?? [])
        .flatMap((id) => notes.get(id) ?? [])
        .find((n) => n.type === "reference" && n.label === null);
      if (!entry || callsOf.has(entry.id) || isFurtherReading(sectionOf(entry))) continue;
      if (!isUnderstood(source, slice(entry)) || namedAt(source) !== null) continue;
      yield {
        subjects: [onSource(source), onNote(entry)],
        spans: [spanOf(entry)],
        quote: slice(entry),
        message: `${source.label} is in the bibliography and never cited. Cite it, or drop it.`,
        data: { key: source.key },
      };
    }
  },
};
