/** Audit rule: a cited page that lies outside the work. */
import type { CitationItem, Pinpoint, Source, SourceId, Span } from "../../model.ts";
import { surname } from "../../names.ts";
import { placeInPages } from "../../pinpoint.ts";
import type { AuditContext } from "../context.ts";
import { ames, bell, marked, page } from "../example.ts";
import type { Draft, Rule } from "../rule.ts";
import { onItem, onSource, spanOf } from "../subjects.ts";

export const pinpointOutsideRange: Rule = {
  code: "pinpoint-outside-range",
  title: "Page outside the source",
  group: "citations",
  severity: "error",
  rule: "The cited page lies outside the known page range of the source.",
  remedy: "Check for a misprint.",
  caution:
    "Compared only within one kind of numbering: roman and supplement pages and article numbers are skipped.",
  examples: {
    fires: page(marked, [ames, bell, "Ames, 75."]),
    silent: page(marked, [ames, bell, "Ames, 12."]),
  },
  *check(context) {
    const { analysis, items, markers, sources } = context;
    for (const item of analysis.items) {
      const source = sources.get(meant(item, context) ?? "");
      if (source && item.pinpoint) yield* judged(item, source, item.pinpoint, item);
    }
    // A place named in the marker, "[5, p. 12]", stands at the edge and not in the note.
    const seen = new Set<string>();
    for (const edge of analysis.edges) {
      const [item, marker, source] = [
        items.get(edge.item),
        markers.get(edge.marker),
        sources.get(edge.source),
      ];
      const key = `${edge.marker} ${edge.item}`;
      if (!item || !marker || !source || !edge.pinpoint || seen.has(key)) continue;
      seen.add(key);
      if (item.pinpoint?.value === edge.pinpoint.value) continue;
      yield* judged(item, source, edge.pinpoint, { ...spanOf(marker), raw: marker.text });
    }
  },
};

/**
 * The source whose pages are asked about. A citation can be refused because its page fits no work by that author:
 * then it is the one author's work, and the page is the misprint.
 */
function meant(item: CitationItem, { notes, sources }: AuditContext): SourceId | null {
  // An entry of a reference list gives the work's own pages and cites none.
  if (item.form === "full" && item.note !== null && notes.get(item.note)?.type === "reference") return null;
  if (item.resolution.kind === "resolved") return item.resolution.source;
  if (item.resolution.kind === "none") return null;
  const [only, ...others] = item.resolution.candidates;
  if (only === undefined || others.length > 0) return null;
  const authors = (sources.get(only)?.csl.author ?? []).map((a) => surname(a.family ?? a.literal ?? ""));
  return item.names.some((name) => authors.includes(surname(name))) ? only : null;
}

function* judged(
  item: CitationItem,
  source: Source,
  pinpoint: Pinpoint,
  at: Span & { readonly raw: string },
): Iterable<Draft> {
  // Only a part of a larger work has a first and a last page; for a book such a range is a cited place.
  const range = source.csl["container-title"] === undefined ? undefined : source.csl.page;
  if (pinpoint.label !== "page" || range === undefined || placeInPages(pinpoint, range) !== "outside") return;
  yield {
    subjects: [onItem(item), onSource(source)],
    spans: [spanOf(at)],
    quote: at.raw,
    message: `Page ${pinpoint.value} lies outside ${source.label}, pages ${range}. Check for a misprint.`,
    data: { page: pinpoint.value, range },
  };
}
