/** Names cases that a note cites by their report alone: the sentence that calls the note has the name already. */
import type { CiteText, Document, Marker, NoteId, Outline, Span, Statement } from "../model.ts";

const WORD = "\\p{Lu}[\\p{L}.'’&-]*";
/** Longer lists of words are no name. */
const PARTY = `${WORD}(?:\\s(?:${WORD}|(?:of|the|and|for|de|van|von|ex|&)(?=\\s\\p{Lu})|\\(\\p{Lu}[^()]{0,30}\\))){0,9}`;
const CASE = new RegExp(
  `(?<![\\p{L}\\d])(?:${PARTY}\\sv\\.?\\s${PARTY}|(?:Re|In re|Ex parte)\\s${PARTY})`,
  "gu",
);
/** What opens a sentence in front of a name. */
const BEFORE =
  /^(?:(?:In|The|But|And|So|As|Since|After|Before|Under|Unlike|Until|Yet|While|When|Although|Following|Later|Then|See|Both|Both in|On|For|By|With|From|Only)\s)+(?!re\s)/u;

/**
 * Returns what gives a note's citation the title that the text gives it: of the case named last in front of the first
 * marker that calls the note. Citations that have a title come back as they are. A look is linear in the sentence.
 */
export function caseNames(
  { text }: Document,
  { statements, markers }: Pick<Outline, "statements" | "markers">,
): (note: NoteId, cite: CiteText) => CiteText {
  let calls: ReadonlyMap<NoteId, Span> | null = null;
  return (note, cite) => {
    const { reference } = cite;
    if (reference?.csl.type !== "legal_case" || reference.csl.title !== undefined) return cite;
    calls ??= callsOf(statements, markers);
    const before = calls.get(note);
    const name = before && lastName(text, before);
    if (!name) return cite;
    const title = text.slice(name.start, name.end).replace(/\s+/g, " ");
    const basis = { rule: "named in the sentence", confidence: "likely", spans: [name] } as const;
    return {
      ...cite,
      title,
      reference: {
        ...reference,
        csl: { ...reference.csl, title },
        evidence: [...reference.evidence, { field: "title", ...name, basis }],
      },
    };
  };
}

/** What stands in a sentence in front of the first marker that calls each note. */
function callsOf(statements: readonly Statement[], markers: readonly Marker[]): ReadonlyMap<NoteId, Span> {
  const byId = new Map(markers.map((marker) => [marker.id, marker]));
  const found = new Map<NoteId, Span>();
  for (const statement of statements)
    for (const id of statement.markers) {
      const marker = byId.get(id);
      for (const note of marker?.notes ?? [])
        if (!found.has(note)) found.set(note, { start: statement.start, end: marker!.start });
    }
  return found;
}

function lastName(text: string, { start, end }: Span): Span | null {
  const last = [...text.slice(start, end).matchAll(CASE)].at(-1);
  if (!last) return null;
  const lead = BEFORE.exec(last[0])?.[0].length ?? 0;
  return { start: start + last.index + lead, end: start + last.index + last[0].replace(/\.$/, "").length };
}
