/**
 * Citations as W3C Web Annotations in JSON-LD with CiTO (the Citation Typing Ontology) inside. Each says where in the
 * text the claim stands and that it cites the source: `cites`, since support is a reviewer's verdict, which is an
 * annotation of its own.
 */
import { groupBy } from "../group-by.ts";
import type { Statement } from "../model.ts";
import { codePointsIn } from "./code-points.ts";
import { type EvidenceInput, narrowed, type Selection } from "./input.ts";
import { documentIri, ownIri, sourceIri } from "./iri.ts";
import { wellFormedJson } from "./one-line.ts";
import { pinpointText } from "./pinpoints.ts";
import { type CitedRow, type EvidenceRow, evidenceRows } from "./rows.ts";
import { pairReview } from "./verdicts.ts";

/** Units of context on each side of a quote. */
const CONTEXT = 32;

const CONTEXT_DOCUMENT = [
  "http://www.w3.org/ns/anno.jsonld",
  {
    cito: "http://purl.org/spar/cito/",
    dcterms: "http://purl.org/dc/terms/",
    footing: "urn:footing:terms:",
    Citation: "cito:Citation",
    citingEntity: { "@id": "cito:hasCitingEntity", "@type": "@id" },
    citedEntity: { "@id": "cito:hasCitedEntity", "@type": "@id" },
    characterization: { "@id": "cito:hasCitationCharacterization", "@type": "@id" },
    bibliographicCitation: "dcterms:bibliographicCitation",
    locator: "footing:locator",
    scope: "footing:scope",
    form: "footing:form",
  },
] as const;

/** Returns an AnnotationPage, one annotation per citation, then one per verdict. Positions are code points, as the standard counts. */
export function toWebAnnotations(input: EvidenceInput, selection?: Selection): string {
  const { document } = input;
  const at = codePointsIn(document.text);
  const about = documentIri(document);
  const part = narrowed(input, selection);
  const rows = evidenceRows(part);
  const citations = rows.flatMap((row) =>
    row.kind === "cited"
      ? [
          {
            id: ownIri("edge", row.edge.id),
            type: "Annotation",
            motivation: "linking",
            body: citation(row, about),
            target: { source: about, selector: selectors(document.text, row.claim, at) },
          },
        ]
      : [],
  );
  const page = {
    "@context": CONTEXT_DOCUMENT,
    id: ownIri("citations", document.id),
    type: "AnnotationPage",
    startIndex: 0,
    items: [...citations, ...assessments(part, rows)],
  };
  return wellFormedJson(page);
}

/** Each reviewer's verdict, or the one agreed on: an annotation that assesses the citations of its pair. */
function assessments(part: EvidenceInput, rows: readonly EvidenceRow[]): object[] {
  const cited = rows.flatMap((row) => (row.kind === "cited" ? [row.edge] : []));
  const pairs = groupBy(cited, ({ claim, source }) => `${claim} ${source}`);
  return [...pairs.values()].flatMap((edges) =>
    (pairReview(part, edges[0]!)?.given ?? []).map((event) => ({
      id: ownIri("review", event.id),
      type: "Annotation",
      motivation: "assessing",
      creator: { type: "Person", name: event.reviewer },
      created: event.at,
      body: [
        { type: "TextualBody", purpose: "classifying", value: event.verdict },
        ...(event.comment === ""
          ? []
          : [{ type: "TextualBody", purpose: "commenting", value: event.comment }]),
      ],
      target: edges.map(({ id }) => ownIri("edge", id)),
    })),
  );
}

function citation({ edge, source, item }: CitedRow, about: string): object {
  return {
    id: ownIri("citation", edge.id),
    type: "Citation",
    citingEntity: about,
    citedEntity: sourceIri(source),
    characterization: "cito:cites",
    ...(item === null ? {} : { bibliographicCitation: item.raw }),
    ...(edge.pinpoint === null ? {} : { locator: pinpointText(edge.pinpoint) }),
    scope: edge.scope,
    form: edge.form,
  };
}

function selectors(text: string, { start, end }: Statement, at: (offset: number) => number): object[] {
  return [
    {
      type: "TextQuoteSelector",
      exact: text.slice(start, end),
      prefix: text.slice(whole(text, Math.max(0, start - CONTEXT)), start),
      suffix: text.slice(end, whole(text, Math.min(text.length, end + CONTEXT))),
    },
    { type: "TextPositionSelector", start: at(start), end: at(end) },
  ];
}

/** Moves an offset out of the middle of a surrogate pair. */
function whole(text: string, offset: number): number {
  return /^[\udc00-\udfff]/.test(text.slice(offset, offset + 1)) && offset > 0 ? offset - 1 : offset;
}
