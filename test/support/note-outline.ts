/** Notes typed line by line, and the outline of what was cut out of them, for case files. */
import type { CiteText, Note, NoteParts, ParsedReference } from "../../core/model.ts";

/** Returns the notes of a text that holds one note a line; a label in front ends in a blank: "12 Ibid." */
export function lineNotes(text: string, labelled: boolean): Note[] {
  const notes: Note[] = [];
  let start = 0;
  text.split("\n").forEach((line, i) => {
    const label = labelled ? (/^\S+/.exec(line)?.[0] ?? null) : String(i + 1);
    const body = labelled ? (/^\S+\s+/.exec(line)?.[0].length ?? 0) : 0;
    const end = start + line.length;
    notes.push({
      id: `n${i + 1}`,
      type: "footnote",
      label,
      scope: 1,
      start,
      end,
      bodyStart: start + body,
      bodyEnd: end,
    });
    start = end + 1;
  });
  return notes;
}

/** A parser that reads nothing: cutting must not depend on what it would find. */
export const noParser = (): ParsedReference => ({
  csl: { type: "document" },
  authorsTruncated: false,
  evidence: [],
  confidence: "proposed",
});

function outlineOf(cite: CiteText): string {
  const parts = [
    cite.form === "full"
      ? null
      : cite.names.length > 0
        ? `by ${cite.names.join(" + ")}${cite.namesTruncated ? " + others" : ""}`
        : null,
    cite.form !== "full" && cite.title !== null ? `title ${cite.title}` : null,
    cite.form !== "full" && cite.year !== null ? `year ${cite.year}` : null,
    cite.noteRef === null ? null : `note ${cite.noteRef}`,
    cite.key === null ? null : `key ${cite.key}`,
    cite.pinpoint === null ? null : `at ${cite.pinpoint.label} ${cite.pinpoint.value}`,
    cite.prefix === null ? null : `after "${cite.prefix}"`,
    cite.suffix === null ? null : `before "${cite.suffix}"`,
  ].filter((part) => part !== null);
  return `${cite.form} «${cite.raw}»${parts.length > 0 ? ` | ${parts.join(" | ")}` : ""}`;
}

/** Returns one line for each citation and each stretch of commentary, in order, with the note's number. */
export function notesOutline(text: string, parts: readonly NoteParts[]): string {
  return parts
    .flatMap((part, i) =>
      [
        ...part.cites.map((cite) => ({ start: cite.start, line: outlineOf(cite) })),
        ...part.commentary.map((span) => ({
          start: span.start,
          line: `-- ${text.slice(span.start, span.end)}`,
        })),
      ]
        .sort((a, b) => a.start - b.start)
        .map(({ line }) => `${i + 1} ${line}`),
    )
    .join("\n");
}
