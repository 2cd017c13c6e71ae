/** Moves what was found in a note to where it stands in another text. */
import type { CiteText, FieldEvidence, NoteParts, Span } from "../../model.ts";

/** Returns the parts with each span where `place` puts it; the words cited are those of `text` there. */
export function placed(text: string, parts: NoteParts, place: (span: Span) => Span): NoteParts {
  const evidence = (piece: FieldEvidence): FieldEvidence => ({
    ...piece,
    ...place(piece),
    basis: { ...piece.basis, spans: piece.basis.spans.map(place) },
  });
  const cite = (found: CiteText): CiteText => {
    const span = place(found);
    const { reference } = found;
    return {
      ...found,
      ...span,
      raw: text.slice(span.start, span.end),
      reference: reference && { ...reference, evidence: reference.evidence.map(evidence) },
    };
  };
  return { ...parts, cites: parts.cites.map(cite), commentary: parts.commentary.map(place) };
}
