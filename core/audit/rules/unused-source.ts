/** Audit rule: an unnumbered bibliography entry, or a record of the document's bibliography file, that is never cited. */
import type { Analysis, Csl, Source } from "../../model.ts";
import { amesApa, bellApa, coleApa, essay } from "../example.ts";
import type { Rule } from "../rule.ts";
import { isFurtherReading } from "../sections.ts";
import { onDocument, onNote, onSource, spanOf } from "../subjects.ts";

/** An entry whose author or year was not read could not be recognised in a citation either. */
const isUnderstood = ({ csl }: Source, raw: string): boolean =>
  (csl.author ?? csl.editor ?? csl.title) !== undefined &&
  (csl.issued !== undefined || !/(?:1[5-9]|20)\d\d/.test(raw));

/**
 * Returns the records that no citation names, where the document cites by key and names more than half of them: such a
 * file is its own list, and any other a library of which it takes a part.
 */
function unusedRecords({ document, items, sources }: Analysis): readonly Csl[] {
  const keys = items.flatMap(({ form, key }) => (form === "key" && key !== null ? [key] : []));
  if (keys.length === 0) return [];
  const cited = new Set([...keys, ...sources.map(({ key }) => key)]);
  const records = document.bibliography.filter(({ id }) => id !== undefined);
  // Books whose pieces are cited stand in such files for the sake of the pieces.
  const holding = new Set(records.flatMap((r) => (cited.has(r.id!) ? (r["container-title"] ?? []) : [])));
  const unused = records.filter(({ id, title }) => !cited.has(id!) && !holding.has(title ?? ""));
  return 2 * unused.length < records.length ? unused : [];
}

export const unusedSource: Rule = {
  code: "unused-source",
  title: "Source never cited",
  group: "sources",
  severity: "warning",
  rule: "The bibliography entry, or the record of the document’s bibliography file, is never cited.",
  remedy: "Cite it, or drop it.",
  caution:
    "Lists headed “Further reading” are left alone, and so is an entry whose author and year stand together in the text, in whatever form. A bibliography file counts as the document’s own list where its citation keys name more than half of the records.",
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
    for (const { id = "", title } of unusedRecords(analysis)) {
      yield {
        subjects: [onDocument],
        spans: [],
        quote: title ?? id,
        message: `The bibliography file holds “${title ?? id}” (${id}), which is never cited. Cite it, or drop it.`,
        data: { key: id },
      };
    }
  },
};
