/**
 * What goes over the wire, as zod schemas: they validate requests, check answers in tests and become the
 * components of the OpenAPI description. The engine's own records come from `core/schema.ts`.
 */
import { z } from "zod";
import { groups } from "../core/audit/describe.ts";
import { newReviewEventSchema, recordedSchema } from "../core/review/schema.ts";
import {
  analysisSchema,
  cslSchema,
  edgeSchema,
  findingSchema,
  pinpointSchema,
  sourceSchema,
  statementSchema,
} from "../core/schema.ts";
import { problems } from "./problem.ts";
import { foundReasons, mergeReasons } from "./store/library/identity.ts";

const id = z.string().min(1).max(200);
const ref = z.string().min(1).max(200);
const count = z.int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const { markers, notes, items, open } = analysisSchema.shape;

export const problemSchema = z
  .strictObject({
    type: z.string().describe("Address that explains the problem"),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    remedy: z.string().optional().describe("What to do about it"),
    reason: z.string().optional().describe("The reader's own word for it"),
    at: z.int().optional().describe("Offset in the file, where known"),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
    candidates: z.array(z.string()).optional().describe("Ids to choose from"),
    code: z.enum(Object.keys(problems) as [keyof typeof problems]),
    instance: z.string(),
    requestId: z.string(),
  })
  .describe("RFC 9457 problem details");

export const problemKindSchema = z.strictObject({ code: z.string(), status: z.int(), title: z.string() });

export const healthSchema = z.strictObject({ status: z.literal("ok"), version: z.string() });

export const documentSummarySchema = z.strictObject({
  id,
  lineage: id.describe("Shared by the versions of one document"),
  version: z.int().min(1),
  latest: z.boolean(),
  previous: id.nullable().describe("The version before it"),
  name: z.string().nullable(),
  title: z.string().nullable(),
  format: z.enum(["text", "markdown", "html", "docx", "pdf", "jats", "wikitext"]),
  language: z.string().nullable(),
  hash: sha256.describe("SHA-256 of the file's bytes"),
  bytes: count,
  importedAt: z.iso.datetime(),
  engine: z.string().describe("Version of the engine that made the analysis"),
  analysisHash: sha256.describe("SHA-256 of the analysis as served"),
  counts: z.strictObject({
    characters: count.describe("UTF-16 units"),
    statements: count,
    claims: count,
    markers: count,
    notes: count,
    sources: count,
    directEdges: count,
    carriedEdges: count,
    directClaims: count.describe("Claims with at least one direct edge"),
    carriedClaims: count.describe("Claims with carried edges only"),
    findings: z.strictObject({ error: count, warning: count, info: count }),
    reviewed: z
      .strictObject({
        pairs: count.describe("Distinct claim–source pairs"),
        reviewedPairs: count.describe("Pairs with a verdict that holds, or with reviewers who differ"),
        conflicts: count,
      })
      .describe("How far the review has come; a verdict counts where the version has the very pair"),
  }),
});

export const versionListSchema = z.strictObject({ items: z.array(documentSummarySchema) });

export const previewSchema = z
  .strictObject({
    counts: documentSummarySchema.shape.counts,
    title: z.string().nullable(),
    format: documentSummarySchema.shape.format,
    notices: analysisSchema.shape.document.shape.notices,
    warnings: count.describe("Findings that are errors or warnings"),
    known: documentSummarySchema.nullable().describe("The document with the same bytes"),
    previous: z
      .strictObject({ document: documentSummarySchema, reason: z.string() })
      .nullable()
      .describe("The document that this is likely a later version of, and why"),
  })
  .describe("What would be found in a document");

const diffSide = z
  .strictObject({ id, kind: statementSchema.shape.kind, label: z.string(), text: z.string() })
  .nullable();

const changeKind = z.enum(["same", "moved", "edited", "added", "removed"]);

export const diffSchema = z.strictObject({
  document: id,
  from: id,
  changes: z.array(z.strictObject({ kind: changeKind, before: diffSide, after: diffSide })),
  counts: z.record(changeKind, count),
});

export const reviewLogSchema = z
  .strictObject({
    document: id.describe("The version asked for; the events are those of all versions"),
    items: z.array(recordedSchema),
    next: z.int().nullable().describe("Give it as `after` for the next page; null at the end"),
    version: count.describe("`seq` of the last event recorded, shown or not"),
  })
  .describe("Review events in order of recording");

export const recordedListSchema = z.strictObject({ items: z.array(recordedSchema) });

const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    items: z.array(item),
    next: z.string().nullable().describe("Give it as `after` for the next page; null at the end"),
  });

export const documentPageSchema = pageOf(documentSummarySchema);

export const importedSchema = z.strictObject({
  created: z.boolean().describe("False when the same bytes were in the library before"),
  document: documentSummarySchema,
});

export const claimSchema = z
  .strictObject({
    document: id,
    claim: statementSchema,
    edges: z.array(edgeSchema),
    open: open.describe("Citations that came to no source"),
    markers,
    notes,
    items,
    sources: z.array(sourceSchema),
    findings: z.array(findingSchema),
  })
  .describe("A claim with everything it rests on");

export const pairSchema = z.strictObject({
  document: id,
  claim: statementSchema,
  source: sourceSchema,
  edges: z.array(edgeSchema),
  markers,
  notes,
  items,
});

export const claimPageSchema = pageOf(statementSchema);

export const findingPageSchema = pageOf(findingSchema);

export const ruleSchema = z
  .strictObject({
    code: z.string(),
    title: z.string().describe("What is wrong, in a few words"),
    group: z.enum(groups),
    severity: z.enum(["error", "warning", "info"]),
    rule: z.string().describe("The rule in one sentence"),
    remedy: z.string().describe("What to do"),
    caution: z.string().describe("Where it may be wrong, or what it leaves alone"),
  })
  .describe("What a finding's code means");

export const ruleListSchema = z.strictObject({ items: z.array(ruleSchema) });

export const claimRefSchema = z.strictObject({
  id,
  label: z.string().describe("The number shown: 1.6"),
  text: z.string(),
});

const fateSchemas = {
  falls: z.array(claimRefSchema).describe("Cited directly, and every directly cited source is withdrawn"),
  fallsIfCarried: z.array(claimRefSchema).describe("Carried citations only, all to withdrawn sources"),
  weakened: z.array(claimRefSchema).describe("Lose a source and keep another"),
};

export const sourceViewSchema = z
  .strictObject({
    document: id,
    source: sourceSchema,
    edges: z.array(edgeSchema),
    claims: z.array(statementSchema).describe("Claims with an edge to it, in text order"),
    mentions: items,
    findings: z.array(findingSchema),
    without: z.strictObject(fateSchemas).describe("What happens when it alone is withdrawn"),
  })
  .describe("A source with the claims that rest on it");

export const sourcePageSchema = pageOf(
  z.strictObject({
    source: sourceSchema,
    directClaims: count.describe("Distinct claims with a direct edge to it"),
    carriedClaims: count.describe("Distinct claims with carried edges to it only"),
  }),
);

const documentRef = z
  .strictObject({ id, name: z.string().nullable(), title: z.string().nullable() })
  .meta({ id: "DocumentRef" });

export const librarySourceSchema = z
  .strictObject({
    id,
    label: z.string(),
    csl: cslSchema,
    documents: count,
    directClaims: count,
    carriedClaims: count.describe("Claims with carried citations of it only"),
    mentions: count,
  })
  .describe("A work across the documents of the library, and how much rests on it");

export const librarySourcePageSchema = pageOf(librarySourceSchema);

const memberSchema = z
  .strictObject({
    id: id.describe("Its name within the library"),
    document: documentRef,
    source: z.strictObject({ id, key: z.string(), label: z.string(), csl: cslSchema }),
    directClaims: count,
    carriedClaims: count,
    mentions: count,
  })
  .describe("The source of one document that is taken for the work")
  .meta({ id: "LibraryMember" });

export const librarySourceViewSchema = z.strictObject({
  source: librarySourceSchema,
  documents: pageOf(memberSchema),
});

const claimFields = { document: documentRef, claim: claimRefSchema };
const scopeOf = edgeSchema.shape.scope;

export const libraryClaimPageSchema = pageOf(z.strictObject({ ...claimFields, scope: scopeOf }));

export const falloutSchema = z.strictObject({
  sources: z.array(librarySourceSchema),
  counts: z.strictObject({ documents: count, falls: count, fallsIfCarried: count, weakened: count }),
  claims: pageOf(
    z.strictObject({
      ...claimFields,
      scope: scopeOf,
      fate: z.enum(["falls", "falls-if-carried", "weakened"]),
    }),
  ),
});

export const mergeSchema = z
  .strictObject({
    id,
    a: memberSchema,
    b: memberSchema,
    reason: z.enum(mergeReasons),
    evidence: z.strictObject({
      value: z
        .string()
        .nullable()
        .describe("What they share; null where the records do not bear the reason out by themselves"),
      agree: z.array(z.string()),
      differ: z.array(z.string()),
    }),
    state: z.enum(["proposed", "accepted", "refused"]),
    by: z
      .string()
      .nullable()
      .describe("Who decided last, an undo too; null where the library decided by itself, or nobody has"),
    at: z.iso.datetime().nullable(),
    revision: count,
    statedBy: z.string().nullable().describe("Who stated the reason; null where the library found it"),
    words: z.string().nullable().describe("The reason in the words of who stated it"),
  })
  .describe("Two sources that may be one work, with the reason");

export const mergePageSchema = pageOf(mergeSchema);

export const standingSchema = z
  .strictObject({
    member: memberSchema.nullable(),
    work: librarySourceSchema.nullable(),
    merges: z
      .strictObject({ proposed: count, accepted: count, refused: count })
      .describe("How many merges there are about the members of the work"),
  })
  .describe("Where a document's source stands in the library; null for a version that is not the last");

export const comparisonSchema = z
  .strictObject({
    a: memberSchema,
    b: memberSchema,
    together: z.boolean().describe("Whether they are one work already, through whatever merges"),
    agree: z.array(z.string()),
    differ: z.array(z.string()),
    found: z
      .array(z.strictObject({ reason: z.enum(foundReasons), value: z.string() }))
      .describe("The reasons that the records bear out, the strongest first"),
    merge: mergeSchema.nullable().describe("What there is about these very two, decided or not"),
  })
  .describe("Two sources beside each other, before anything is decided about them");

export const searchPageSchema = pageOf(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("source"), source: librarySourceSchema }),
    z.strictObject({ kind: z.literal("claim"), ...claimFields }),
  ]),
);

const onListSchema = z
  .strictObject({
    retracted: count,
    noticed: count.describe("With another notice: a correction, an expression of concern, a reinstatement"),
    possible: count.describe("Without identifiers, of the title of a retracted paper"),
  })
  .describe("Works of the library by how they stand on the list");

const listFacts = {
  hash: sha256.describe("SHA-256 of the file"),
  upTo: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .nullable()
    .describe("Date of the newest notice: the list knows nothing later"),
  rows: count,
  skipped: count.describe("Rows that say nothing Footing can use"),
  usable: count.describe("Rows that a source can meet"),
  bytes: count,
};

export const retractionStateSchema = z
  .strictObject({
    revision: count.describe("Counts the changes of the list"),
    list: z
      .strictObject({ ...listFacts, broughtAt: z.iso.datetime(), by: z.string().nullable() })
      .nullable()
      .describe("Null when there is none"),
  })
  .describe("The list of retracted papers that sources are checked against");

export const retractionPreviewSchema = z.strictObject({
  ...listFacts,
  sources: onListSchema,
  known: z.boolean().describe("Whether it is the list in use"),
});

export const checkingSchema = z.strictObject({
  documents: count,
  waiting: count.describe("Documents whose findings are still of the list before"),
  sources: onListSchema,
});

export const listedSourcePageSchema = pageOf(
  z.strictObject({
    source: librarySourceSchema,
    standing: z.enum(["retracted", "noticed", "possible"]),
    notices: z.array(z.string()).describe("Nature, date and DOI of each notice, in the order of their dates"),
  }),
);

export const sameWordingPageSchema = pageOf(
  z.strictObject({
    wording: id,
    text: z.string(),
    claims: z.array(
      z.strictObject({ ...claimFields, sources: z.array(z.strictObject({ id, label: z.string() })) }),
    ),
    more: count.describe("Claims of these words beyond those: the newest are compared"),
  }),
);

export const withdrawalSchema = z.strictObject({
  document: id,
  without: z.array(z.strictObject({ id, key: z.string(), label: z.string() })),
  ...fateSchemas,
  stands: z.array(claimRefSchema).describe("Cited, and lose nothing"),
  uncited: z.array(claimRefSchema).describe("Stand on nothing to begin with"),
});

const nodeCounts = { direct: count, carried: count };

export const graphSchema = z
  .strictObject({
    document: id,
    nodes: z.array(
      z.discriminatedUnion("kind", [
        z.strictObject({
          kind: z.literal("claim"),
          id,
          order: count,
          label: z.string(),
          text: z.string(),
          section: z.string().nullable(),
          block: z.int(),
          support: z.enum(["direct", "carried", "uncited"]),
          ...nodeCounts,
          open: count,
        }),
        z.strictObject({
          kind: z.literal("source"),
          id,
          order: count,
          label: z.string(),
          key: z.string(),
          ...nodeCounts,
        }),
      ]),
    ),
    edges: z.array(
      z.strictObject({
        kind: z.literal("cites"),
        id,
        claim: id,
        source: id,
        marker: id,
        note: id.nullable(),
        item: id,
        pinpoint: pinpointSchema.nullable(),
        form: edgeSchema.shape.form,
        scope: edgeSchema.shape.scope,
        plausibility: edgeSchema.shape.plausibility,
        confidence: z.enum(["certain", "likely", "proposed"]),
      }),
    ),
  })
  .describe("Claims and sources as nodes, citations as edges from claim to source");

export const sampleListSchema = z.strictObject({
  items: z.array(z.strictObject({ name: z.string(), file: z.string() })),
});

export const formatListSchema = z.strictObject({
  items: z.array(
    z.strictObject({ format: z.string(), media: z.string(), extension: z.string(), description: z.string() }),
  ),
});

const fileName = z
  .string()
  .min(1)
  .max(1000)
  .transform((name) => name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1))
  .refine((name) => name !== "" && name.length <= 255 && !/\p{Cc}/u.test(name), "not a file name");

const named = { name: fileName.nullable().default(null).describe("The file's name") };

/** A pattern for the whole would keep a state for each letter of a large file. */
const base64 = z.string().refine((s) => s.length % 4 === 0 && !/[^A-Za-z0-9+/=]/.test(s), "not base64");

const beside = {
  ...named,
  bibliography: z
    .array(z.strictObject({ name: fileName.nullable().default(null), text: z.string() }))
    .max(20)
    .default([])
    .describe("BibTeX, RIS, EndNote XML or CSL-JSON files beside the document"),
};

const page = {
  after: z.string().max(500).nullable().default(null).describe("`next` of the page before"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

const decider = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .optional()
  .describe("Who decides, where accounts are off; an account decides in its own name");

/** What a request may say. */
export const requests = {
  document: z.strictObject({ document: id }),
  claim: z.strictObject({ document: id, claim: ref }),
  pair: z.strictObject({ document: id, claim: ref, source: ref }),
  source: z.strictObject({ document: id, source: ref }),
  export: z.strictObject({ document: id, format: z.string().max(50) }),
  sample: z.strictObject({ sample: z.string().max(200) }),
  problem: z.strictObject({ code: z.string().max(100) }),
  page: z.strictObject(page),
  wordings: z.strictObject({ ...page, limit: page.limit.default(20) }),
  name: z.strictObject(named),
  selection: z.strictObject({
    claim: z
      .string()
      .max(200_000)
      .optional()
      .describe("Ids or numbers, separated by commas; all when missing"),
    source: z.string().max(20_000).optional().describe("Ids or keys, separated by commas; all when missing"),
  }),
  review: z.strictObject({
    after: z.coerce.number().int().min(0).default(0).describe("`seq` of the last event that is known"),
    limit: z.coerce.number().int().min(1).max(5000).default(1000),
    blind: z
      .enum(["0", "1"])
      .default("0")
      .describe("1 leaves out what others wrote about a subject until `reviewer` has judged it"),
    reviewer: z.string().min(1).max(100).default("reviewer").describe("Who asks, where accounts are off"),
  }),
  events: z.strictObject({ events: z.array(newReviewEventSchema).min(1).max(500) }),
  librarySources: z.strictObject({
    ...page,
    sort: z.enum(["load"]).default("load").describe("The most claims first: direct ones, then carried ones"),
    q: z
      .string()
      .max(500)
      .optional()
      .describe("Words that must all be found; `*` behind one takes its endings"),
  }),
  librarySource: z.strictObject({ source: id }),
  fallout: z.strictObject({
    ...page,
    source: z.string().min(1).max(20_000).describe("Ids of sources of the library, separated by commas"),
  }),
  merges: z.strictObject({
    ...page,
    state: z.enum(["proposed", "accepted", "refused"]).default("proposed"),
    work: id.optional().describe("Only those about members of this work, named by itself or by one of them"),
  }),
  merge: z.strictObject({ merge: id }),
  decision: z.strictObject({ decision: z.enum(["accept", "refuse", "undo"]), reviewer: decider }),
  comparison: z.strictObject({ a: id.describe("A member of a work"), b: id.describe("Another one") }),
  statement: z
    .strictObject({
      a: id.describe("A member of a work"),
      b: id.describe("Another one, of the same document or not"),
      reason: z
        .enum(mergeReasons)
        .describe('The records must bear out what begins with "same-"; "other" needs words'),
      words: z.string().trim().max(1000).default("").describe("The reason in the reviewer's own words"),
      reviewer: decider,
    })
    .refine(({ a, b }) => a !== b, { path: ["b"], message: "is the same source" })
    .refine(({ reason, words }) => reason !== "other" || words !== "", {
      path: ["words"],
      message: "another reason has to be said in words",
    }),
  search: z.strictObject({
    ...page,
    q: z.string().min(1).max(500).describe("Words that must all be found; `*` behind one takes its endings"),
    in: z
      .string()
      .default("claims,sources")
      .refine((s) => s.split(",").every((k) => k === "claims" || k === "sources"), "claims, sources or both"),
  }),
  without: z.strictObject({
    without: z.string().min(1).max(20_000).describe("Ids or keys of sources, separated by commas"),
  }),
  import: z.strictObject({
    ...named,
    replaces: id.nullable().default(null).describe("The document that this is a new version of"),
  }),
  diff: z.strictObject({
    from: id.optional().describe("The older version; the one before it when missing"),
  }),
  text: z.union([
    z.strictObject({ ...beside, text: z.string().describe("The document as text") }),
    z.strictObject({ ...beside, base64: base64.describe("The document's bytes") }),
  ]),
};

/** Names of the schemas in the description; those of `core/schema.ts` bring their own. */
export const components = z.registry<{ readonly id: string }>();
for (const [name, schema] of Object.entries({
  Analysis: analysisSchema,
  Claim: claimSchema,
  ClaimPage: claimPageSchema,
  ClaimRef: claimRefSchema,
  Diff: diffSchema,
  DocumentPage: documentPageSchema,
  DocumentSummary: documentSummarySchema,
  FindingPage: findingPageSchema,
  FormatList: formatListSchema,
  Graph: graphSchema,
  Health: healthSchema,
  Imported: importedSchema,
  NewText: requests.text,
  Pair: pairSchema,
  NewReviewEvents: requests.events,
  Preview: previewSchema,
  Problem: problemSchema,
  Rule: ruleSchema,
  RuleList: ruleListSchema,
  ProblemKind: problemKindSchema,
  RecordedList: recordedListSchema,
  ReviewLog: reviewLogSchema,
  SampleList: sampleListSchema,
  SourcePage: sourcePageSchema,
  SourceView: sourceViewSchema,
  VersionList: versionListSchema,
  Decision: requests.decision,
  Fallout: falloutSchema,
  LibraryClaimPage: libraryClaimPageSchema,
  LibrarySource: librarySourceSchema,
  LibrarySourcePage: librarySourcePageSchema,
  LibrarySourceView: librarySourceViewSchema,
  Merge: mergeSchema,
  MergePage: mergePageSchema,
  MergeStatement: requests.statement,
  Comparison: comparisonSchema,
  Standing: standingSchema,
  SameWordingPage: sameWordingPageSchema,
  RetractionList: retractionStateSchema,
  RetractionPreview: retractionPreviewSchema,
  RetractionChecking: checkingSchema,
  ListedSourcePage: listedSourcePageSchema,
  SearchPage: searchPageSchema,
  Withdrawal: withdrawalSchema,
})) {
  components.add(schema, { id: name });
}
