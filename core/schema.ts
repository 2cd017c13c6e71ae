/**
 * The Analysis as a zod schema: validates what comes from a file, a database or a client, and is the source of
 * the published JSON Schema (`data/schema/analysis.schema.json`) and of the API description.
 * The types stay in `model.ts`; the two are held equal by the assertions at the end.
 */
import { z } from "zod";
import type * as model from "./model.ts";

const offset = z.int().min(0).describe("UTF-16 units into document.text");
const span = { start: offset, end: offset };
const id = z.string().min(1).max(200);
const text = z.string();

export const spanSchema = z.strictObject(span).meta({ id: "Span" });

export const basisSchema = z
  .strictObject({
    rule: text,
    confidence: z.enum(["certain", "likely", "proposed"]),
    spans: z.array(spanSchema),
    losers: z.exactOptional(z.array(z.strictObject({ what: text, reason: text }))),
  })
  .describe("Why a derived fact is held")
  .meta({ id: "Basis" });

const nameSchema = z
  .strictObject({
    family: z.exactOptional(text),
    given: z.exactOptional(text),
    "non-dropping-particle": z.exactOptional(text),
    "dropping-particle": z.exactOptional(text),
    suffix: z.exactOptional(text),
    literal: z.exactOptional(text),
  })
  .meta({ id: "Name" });

const dateSchema = z
  .strictObject({
    "date-parts": z.exactOptional(z.array(z.array(z.int()))),
    raw: z.exactOptional(text),
    literal: z.exactOptional(text),
  })
  .meta({ id: "Date" });

export const cslSchema = z
  .strictObject({
    id: z.exactOptional(text),
    type: text,
    title: z.exactOptional(text),
    author: z.exactOptional(z.array(nameSchema)),
    editor: z.exactOptional(z.array(nameSchema)),
    translator: z.exactOptional(z.array(nameSchema)),
    "container-title": z.exactOptional(text),
    "collection-title": z.exactOptional(text),
    "collection-number": z.exactOptional(text),
    issued: z.exactOptional(dateSchema),
    accessed: z.exactOptional(dateSchema),
    volume: z.exactOptional(text),
    issue: z.exactOptional(text),
    page: z.exactOptional(text),
    "number-of-pages": z.exactOptional(text),
    number: z.exactOptional(text),
    edition: z.exactOptional(text),
    publisher: z.exactOptional(text),
    "publisher-place": z.exactOptional(text),
    authority: z.exactOptional(text),
    archive: z.exactOptional(text),
    archive_location: z.exactOptional(text),
    genre: z.exactOptional(text),
    medium: z.exactOptional(text),
    note: z.exactOptional(text),
    language: z.exactOptional(text),
    DOI: z.exactOptional(text),
    PMID: z.exactOptional(text),
    PMCID: z.exactOptional(text),
    ISBN: z.exactOptional(text),
    ISSN: z.exactOptional(text),
    URL: z.exactOptional(text),
    custom: z.exactOptional(z.record(text, z.union([text, z.number(), z.boolean()]))),
  })
  .describe("A CSL-JSON item (CSL 1.0.2 input data)")
  .meta({ id: "CslItem" });

export const pinpointSchema = z
  .strictObject({
    label: z.enum([
      "page",
      "section",
      "paragraph",
      "chapter",
      "folio",
      "table",
      "figure",
      "article",
      "appendix",
      "note",
      "line",
      "verse",
      "volume",
      "part",
      "column",
      "regulation",
      "item",
      "question",
      "number",
      "timestamp",
    ]),
    value: text,
  })
  .describe("The place cited inside a source")
  .meta({ id: "Pinpoint" });

const blockSchema = z
  .strictObject({
    ...span,
    kind: z.enum([
      "text",
      "heading",
      "paragraph",
      "list-item",
      "table-row",
      "caption",
      "note",
      "reference",
      "chrome",
    ]),
    level: z.exactOptional(z.int()),
  })
  .meta({ id: "Block" });

const noteType = z.enum(["footnote", "endnote", "reference"]);

const hintSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ ...span, kind: z.literal("superscript") }),
    z.strictObject({ ...span, kind: z.literal("subscript") }),
    z.strictObject({ ...span, kind: z.literal("emphasis") }),
    z.strictObject({ ...span, kind: z.literal("literal") }),
    z.strictObject({ ...span, kind: z.literal("link"), url: text }),
    z.strictObject({ ...span, kind: z.literal("note-call"), target: id }),
    z.strictObject({
      ...span,
      kind: z.literal("note-body"),
      id,
      label: text.nullable(),
      type: noteType,
      bodyStart: offset,
      csl: z.exactOptional(cslSchema),
    }),
    z.strictObject({
      ...span,
      kind: z.literal("citation"),
      cites: z.array(
        z.strictObject({
          key: text,
          csl: z.exactOptional(cslSchema),
          pinpoint: pinpointSchema.nullable(),
          prefix: text.nullable(),
          suffix: text.nullable(),
        }),
      ),
    }),
    z.strictObject({ ...span, kind: z.literal("back-link") }),
    z.strictObject({ ...span, kind: z.literal("page"), label: text.nullable() }),
    z.strictObject({ ...span, kind: z.literal("left-out"), what: text }),
  ])
  .meta({ id: "Hint" });

export const documentSchema = z
  .strictObject({
    id,
    format: z.enum(["text", "markdown", "html", "docx", "pdf", "jats", "wikitext"]),
    name: text.nullable(),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    text,
    blocks: z.array(blockSchema),
    hints: z.array(hintSchema),
    title: text.nullable(),
    language: text.nullable(),
    date: text.nullable(),
    bibliography: z.array(cslSchema),
    origins: z.array(z.strictObject({ ...span, source: offset })),
    notices: z.array(z.strictObject({ message: text, span: spanSchema.nullable() })),
  })
  .meta({ id: "Document" });

const markerStyle = z.enum([
  "superscript",
  "unicode-superscript",
  "bracket",
  "parenthesis",
  "symbol",
  "author-year",
  "author-page",
  "key",
  "note-call",
]);

const form = z.enum(["full", "short", "ibid", "supra", "author-year", "key", "vague"]);

const evidenceSchema = z
  .strictObject({ ...span, field: text, basis: basisSchema })
  .meta({ id: "FieldEvidence" });

const cite = {
  ...span,
  form,
  raw: text,
  names: z.array(text),
  namesTruncated: z.boolean(),
  year: text.nullable(),
  title: text.nullable(),
  noteRef: text.nullable(),
  key: text.nullable(),
  pinpoint: pinpointSchema.nullable(),
  prefix: text.nullable(),
  suffix: text.nullable(),
  reference: z
    .strictObject({
      csl: cslSchema,
      authorsTruncated: z.boolean(),
      evidence: z.array(evidenceSchema),
      confidence: z.enum(["certain", "likely", "proposed"]),
    })
    .meta({ id: "ParsedReference" })
    .nullable(),
};

export const statementSchema = z
  .strictObject({
    ...span,
    id,
    kind: z.enum(["claim", "heading", "disclaimer", "chrome", "table", "other"]),
    label: text,
    textEnd: offset,
    text,
    section: text.nullable(),
    paragraph: z.int().nullable(),
    block: z.int(),
    markers: z.array(id),
  })
  .meta({ id: "Statement" });

const markerSchema = z
  .strictObject({
    ...span,
    id,
    style: markerStyle,
    text,
    labels: z.array(text),
    notes: z.array(id),
    dangling: z.array(text),
    cites: z.array(z.strictObject(cite)),
    basis: basisSchema,
  })
  .meta({ id: "Marker" });

const noteSchema = z
  .strictObject({
    ...span,
    id,
    type: noteType,
    label: text.nullable(),
    scope: z.int(),
    bodyStart: offset,
    bodyEnd: offset,
    continues: z.exactOptional(id),
  })
  .meta({ id: "Note" });

const itemSchema = z
  .strictObject({
    ...cite,
    id,
    note: id.nullable(),
    marker: id.nullable(),
    resolution: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("resolved"), source: id, basis: basisSchema }),
      z.strictObject({
        kind: z.literal("refused"),
        reason: z.enum(["unresolved", "ambiguous", "no-antecedent", "compound-antecedent"]),
        candidates: z.array(id),
        basis: basisSchema,
      }),
      z.strictObject({ kind: z.literal("none"), basis: basisSchema }),
    ]),
  })
  .meta({ id: "CitationItem" });

export const sourceSchema = z
  .strictObject({
    id,
    key: text,
    label: text,
    csl: cslSchema,
    authorsTruncated: z.boolean(),
    mentions: z.array(id),
    descriptions: z.array(id),
    evidence: z.array(evidenceSchema),
    conflicts: z.array(
      z.strictObject({ field: text, values: z.array(z.strictObject({ value: text, item: id })) }),
    ),
  })
  .meta({ id: "Source" });

const scope = z.enum(["direct", "carried"]);

export const edgeSchema = z
  .strictObject({
    id,
    claim: id,
    marker: id,
    note: id.nullable(),
    item: id,
    source: id,
    pinpoint: pinpointSchema.nullable(),
    form,
    scope,
    plausibility: z.enum(["probable", "possible"]).nullable(),
    basis: basisSchema,
  })
  .meta({ id: "Edge" });

export const findingSchema = z
  .strictObject({
    id,
    code: text,
    severity: z.enum(["error", "warning", "info"]),
    subjects: z.array(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("document") }),
        z.strictObject({ kind: z.enum(["claim", "marker", "note", "item", "source"]), id }),
      ]),
    ),
    spans: z.array(spanSchema),
    quote: text,
    message: text,
    data: z.record(text, z.union([text, z.number(), z.boolean(), z.array(text)])),
  })
  .meta({ id: "Finding" });

export const analysisSchema = z
  .strictObject({
    schema: z.literal("footing/analysis/1"),
    document: documentSchema,
    blocks: z.array(blockSchema),
    sections: z.array(z.strictObject({ ...span, title: text.nullable(), level: z.int() })),
    statements: z.array(statementSchema),
    markers: z.array(markerSchema),
    notes: z.array(noteSchema),
    commentary: z.array(z.strictObject({ ...span, note: id })),
    items: z.array(itemSchema),
    sources: z.array(sourceSchema),
    edges: z.array(edgeSchema),
    open: z.array(z.strictObject({ claim: id, marker: id, item: id, scope })),
    findings: z.array(findingSchema),
    conventions: z.array(markerStyle),
    uncertain: z.array(z.strictObject({ ...span, text, taken: z.enum(["marker", "text"]), reason: text })),
  })
  .describe("Everything Footing says about one document");

/** Compiles only while schema and model describe the same shape, in both directions. */
type Assignable<From extends To, To> = From;
export type SchemaHoldsModel = Assignable<model.Analysis, DeepReadonly<z.infer<typeof analysisSchema>>>;
export type ModelHoldsSchema = Assignable<z.infer<typeof analysisSchema>, model.Analysis>;
type DeepReadonly<T> = T extends (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;
