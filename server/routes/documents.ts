/** Documents: the list, bringing one in, what is stored of it, taking it away. */
import { analysisSchema } from "../../core/schema.ts";
import { type Endpoint, endpoint, none, type Reply } from "../endpoint.ts";
import type { ImportResult } from "../import.ts";
import { incomingBody, incomingOf, incomingProblems, unreadable } from "../incoming.ts";
import { Problem } from "../problem.ts";
import { requireMatch } from "../reply.ts";
import { loadSample } from "../samples.ts";
import {
  documentPageSchema,
  documentSummarySchema,
  importedSchema,
  requests,
  sampleListSchema,
} from "../schemas.ts";
import { analysisOf, answerNow, type Context, documentOf, named, storedAnalysisOf } from "./context.ts";

const imported = (result: ImportResult): Reply => {
  if (result.ok) {
    const { document, created } = result;
    const headers = { Location: `/api/documents/${encodeURIComponent(document.id)}` };
    return { kind: "json", status: created ? 201 : 200, value: { created, document }, headers };
  }
  throw unreadable(result.problem);
};

/** Returns the endpoints. */
export function documentRoutes(context: Context): readonly Endpoint[] {
  const importAnswers = {
    201: { description: "Read, analysed and stored", schema: importedSchema },
    200: { description: "The same bytes were in the library before", schema: importedSchema },
  };
  const importProblems = [
    "too-large",
    "unsupported-media-type",
    "unreadable",
    "store-unwritable",
    "stopped",
    "busy",
  ] as const;
  return [
    endpoint({
      method: "get",
      path: "/documents",
      operation: "listDocuments",
      summary: "Documents of the library, newest first",
      params: none,
      query: requests.page,
      answers: { 200: { description: "A page", schema: documentPageSchema } },
      problems: ["bad-request"],
      handle: ({ query }) =>
        answerNow(context, named("documents", query), async () =>
          JSON.stringify(await context.store.documents(query)),
        ),
    }),
    endpoint({
      method: "post",
      path: "/documents",
      operation: "importDocument",
      summary: "Bring a document in",
      description:
        "The body is the file as it is; `name` is its name. Pasted text, and a document with a bibliography beside " +
        "it, come as JSON. The same bytes twice are one document. `replaces` makes it the next version of another.",
      params: none,
      query: requests.import,
      body: incomingBody,
      answers: importAnswers,
      problems: [...incomingProblems, "document-not-found", "store-unwritable", "stopped", "busy"],
      async handle(input) {
        const { replaces } = input.query;
        if (replaces !== null) await documentOf(context, replaces);
        return imported(
          await context.importer.import({ ...incomingOf(input), replaces }, { signal: input.signal() }),
        );
      },
    }),
    endpoint({
      method: "get",
      path: "/documents/{document}",
      operation: "getDocument",
      summary: "One document and its counts",
      params: requests.document,
      query: none,
      answers: { 200: { description: "The document", schema: documentSummarySchema } },
      problems: ["document-not-found"],
      handle: async ({ params }) => ({ kind: "json", value: await documentOf(context, params.document) }),
    }),
    endpoint({
      method: "delete",
      path: "/documents/{document}",
      operation: "removeDocument",
      role: "admin",
      summary: "Take a document and its analysis out of the library",
      params: requests.document,
      query: none,
      answers: { 204: { description: "Gone" } },
      problems: ["document-not-found", "cross-origin", "precondition-failed"],
      async handle({ params, ifMatch }) {
        requireMatch(ifMatch, await documentOf(context, params.document));
        await context.store.remove(params.document);
        return { kind: "empty" };
      },
    }),
    endpoint({
      method: "get",
      path: "/documents/{document}/text",
      operation: "getText",
      summary: "The canonical text",
      description: "All offsets of the API are UTF-16 units into this text, half-open.",
      params: requests.document,
      query: none,
      answers: { 200: { description: "The text", media: "text/plain; charset=utf-8" } },
      problems: ["document-not-found"],
      async handle({ params }) {
        const { document } = await analysisOf(context, params.document);
        return { kind: "file", body: document.text, media: "text/plain; charset=utf-8" };
      },
    }),
    endpoint({
      method: "get",
      path: "/documents/{document}/original",
      operation: "getOriginal",
      summary: "The file as it came in",
      params: requests.document,
      query: none,
      answers: { 200: { description: "The file's bytes", media: "application/octet-stream" } },
      problems: ["document-not-found"],
      async handle({ params }) {
        const { name, id } = await documentOf(context, params.document);
        const body = (await context.store.original(id)) ?? new Uint8Array();
        return { kind: "file", body, media: "application/octet-stream", filename: name ?? id };
      },
    }),
    endpoint({
      method: "get",
      path: "/documents/{document}/analysis",
      operation: "getAnalysis",
      summary: "Everything Footing says about the document",
      description:
        "The same bytes as `footing parse --json` prints for the file, but for the last line end, with what the " +
        "retraction list says of the sources where the library has one.",
      params: requests.document,
      query: none,
      answers: { 200: { description: "The analysis", schema: analysisSchema } },
      problems: ["document-not-found"],
      handle: async ({ params }) => ({
        kind: "stored",
        ...(await storedAnalysisOf(context, params.document)),
      }),
    }),
    endpoint({
      method: "get",
      path: "/samples",
      operation: "listSamples",
      summary: "Sample documents that can be brought in by name",
      params: none,
      query: none,
      answers: { 200: { description: "The samples", schema: sampleListSchema } },
      problems: [],
      handle: () => ({
        kind: "json",
        value: { items: [...context.samples.values()].map(({ name, file }) => ({ name, file })) },
      }),
    }),
    endpoint({
      method: "post",
      path: "/samples/{sample}",
      operation: "importSample",
      summary: "Bring a sample in",
      params: requests.sample,
      query: none,
      answers: importAnswers,
      problems: ["sample-not-found", "cross-origin", ...importProblems],
      async handle({ params, signal }) {
        const sample = context.samples.get(params.sample);
        if (sample === undefined) {
          throw new Problem("sample-not-found", {
            detail: `There is no sample "${params.sample}".`,
            remedy: "GET /api/samples lists them.",
          });
        }
        return imported(await context.importer.import(await loadSample(sample), { signal: signal() }));
      },
    }),
  ];
}
