/** Audit rule: one note that cites two or more sources. */
import type { Source } from "../../model.ts";
import { ames, bell, cole, dunn, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onNote, onSource, spanOf } from "../subjects.ts";

/** What has neither title nor author is a crumb of the note, no second work. */
const isIdentified = ({ csl }: Source): boolean =>
  csl.title !== undefined ||
  (csl.author?.length ?? 0) > 0 ||
  csl.archive !== undefined ||
  csl["container-title"] !== undefined;

export const compoundNote: Rule = {
  code: "compound-note",
  title: "Several sources in one note",
  group: "markers",
  severity: "info",
  rule: "The note cites two or more sources.",
  remedy: "Say which source backs which part of the sentence.",
  caution: "Two sources for one plain fact need no explanation.",
  examples: {
    fires: page(marked, [`${ames.slice(0, -1)}; ${bell}`, cole, dunn]),
    silent: page(marked, [ames, cole, dunn]),
  },
  *check({ analysis, itemsOf, sources, slice }) {
    const restOf = new Map(
      analysis.notes.flatMap((n) => (n.continues === undefined ? [] : [[n.continues, n.id]])),
    );
    for (const note of analysis.notes) {
      if (note.label === null) continue;
      const rest = restOf.get(note.id);
      const items = [...(itemsOf.get(note.id) ?? []), ...(rest ? (itemsOf.get(rest) ?? []) : [])];
      const cited = new Set(
        items.flatMap((i) => (i.resolution.kind === "resolved" ? [i.resolution.source] : [])),
      );
      const held = [...cited].flatMap((id) => sources.get(id) ?? []).filter(isIdentified);
      if (held.length < 2) continue;
      yield {
        subjects: [onNote(note), ...held.map(onSource)],
        spans: [spanOf(note)],
        quote: slice(note),
        message: `Note ${note.label ?? ""} cites ${held.map((s) => s.label).join(" and ")}. Say which source backs which part.`,
        data: { sources: held.map((s) => s.key) },
      };
    }
  },
};
