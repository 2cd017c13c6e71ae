/** Audit rule: first uses of note numbers do not ascend. */
import type { Marker } from "../../model.ts";
import { fold } from "../../names.ts";
import { ames, bell, cole, dunn, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onMarker, spanOf } from "../subjects.ts";

/** Above this share of descents the notes are not numbered in the order of use: say nothing. */
const tolerated = 0.34;
/** From this many entries on, a list whose entries ascend by their first letter is alphabetical. */
const listed = 5;

function isAlphabetical(entries: readonly string[]): boolean {
  const letters = entries.map((entry) => fold(/\p{L}/u.exec(entry)?.[0] ?? ""));
  const ascending = letters.filter((letter, i) => i > 0 && letters[i - 1]! <= letter).length;
  return letters.length >= listed && ascending >= 0.9 * (letters.length - 1);
}

export const noteOutOfOrder: Rule = {
  code: "note-out-of-order",
  title: "Notes out of order",
  group: "markers",
  severity: "info",
  rule: "The first uses of the note numbers do not ascend.",
  remedy: "Check whether text was moved.",
  caution:
    "Only first uses count, tables and captions are passed over, and lists that are not in the order of citation are left alone.",
  examples: {
    fires: page(
      "Lead harms the brains of children.1 Many old houses still have lead pipes.3 Flushing the tap lowers the level.2 Filters help too.4",
      [ames, bell, cole, dunn],
    ),
    silent: page(
      "Lead harms the brains of children.1 Many old houses still have lead pipes.2 Flushing the tap lowers the level.1 Filters help too.3",
      [ames, bell, cole],
    ),
  },
  *check({ analysis, itemsOf, notes, text }) {
    // In Markdown a footnote's label is an identifier.
    if (analysis.document.format === "markdown") return;
    const list = analysis.notes.filter((n) => n.type === "reference" && n.label !== null);
    // By the name, which may stand behind initials.
    const names = list.map(
      (n) =>
        itemsOf.get(n.id)?.[0]?.names[0] ?? text.slice(n.bodyStart, Math.min(n.bodyEnd, n.bodyStart + 20)),
    );
    if (isAlphabetical(names)) return;
    const highest = new Map<string, number>();
    const seen = new Set<string>();
    const late = new Map<string, { marker: Marker; label: string; after: number }[]>();
    let [uses, behind] = [0, 0];
    // Tables and figures are set where they fit.
    const floating = new Set(analysis.statements.flatMap((s) => (s.kind === "table" ? s.markers : [])));
    const captions = analysis.blocks.filter((b) => b.kind === "caption");
    let caption = 0;
    const floats = (marker: Marker): boolean => {
      while (caption < captions.length && captions[caption]!.end <= marker.start) caption++;
      return (
        floating.has(marker.id) || (captions[caption]?.start ?? Number.POSITIVE_INFINITY) <= marker.start
      );
    };
    for (const marker of analysis.markers) {
      if (floats(marker)) {
        for (const id of marker.notes) seen.add(id);
        continue;
      }
      for (const id of marker.notes) {
        const note = notes.get(id);
        if (!note || note.label === null || !/^\d{1,6}$/.test(note.label) || seen.has(id)) continue;
        seen.add(id);
        uses++;
        const key = `${note.type} ${note.scope}`;
        const number = Number(note.label);
        const top = highest.get(key) ?? 0;
        if (number >= top) highest.set(key, number);
        else {
          behind++;
          const held = late.get(key) ?? [];
          held.push({ marker, label: note.label, after: top });
          late.set(key, held);
        }
      }
    }
    if (behind > Math.max(1, uses * tolerated)) return;
    for (const [first, ...others] of late.values()) {
      if (!first) continue;
      const labels = [first, ...others].map((one) => one.label);
      yield {
        subjects: [first, ...others].map((one) => onMarker(one.marker)),
        spans: [first, ...others].map((one) => spanOf(one.marker)),
        quote: first.label,
        message: `${labels.length === 1 ? "Note" : "Notes"} ${labels.join(", ")} ${labels.length === 1 ? "is" : "are"} first used behind a higher number (${first.label} behind ${first.after}). Check whether text was moved.`,
        data: { labels, after: first.after },
      };
    }
  },
};
