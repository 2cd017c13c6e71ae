/** Versions of a document: what a file would be, which versions there are, what changed between them. */
import { diffVersions } from "../../core/review/index.ts";
import { type Endpoint, endpoint, none } from "../endpoint.ts";
import { incomingBody, incomingOf, incomingProblems, unreadable } from "../incoming.ts";
import { Problem } from "../problem.ts";
import { diffSchema, previewSchema, requests, versionListSchema } from "../schemas.ts";
import { analysisOf, type Context, documentOf } from "./context.ts";

/** Returns the endpoints. They go before `/documents/{document}`, which would take "preview" for a document. */
export function versionRoutes(context: Context): readonly Endpoint[] {
  return [
    endpoint({
      method: "post",
      path: "/documents/preview",
      operation: "previewDocument",
      summary: "What would be found in a document, and whether it is there already; nothing is kept",
      params: none,
      query: requests.name,
      body: incomingBody,
      answers: { 200: { description: "The preview", schema: previewSchema } },
      problems: [...incomingProblems, "stopped", "busy"],
      async handle(input) {
        const result = await context.importer.preview(incomingOf(input), { signal: input.signal() });
        if (!result.ok) throw unreadable(result.problem);
        return { kind: "json", value: result.preview };
      },
    }),
    endpoint({
      method: "get",
      path: "/documents/{document}/versions",
      operation: "listVersions",
      summary: "Every version of the document, the first one first",
      params: requests.document,
      query: none,
      answers: { 200: { description: "The versions", schema: versionListSchema } },
      problems: ["document-not-found"],
      async handle({ params }) {
        await documentOf(context, params.document);
        return { kind: "json", value: { items: await context.store.versions(params.document) } };
      },
    }),
    endpoint({
      method: "get",
      path: "/documents/{document}/diff",
      operation: "diffVersions",
      summary: "What changed since an older version, sentence by sentence",
      params: requests.document,
      query: requests.diff,
      answers: { 200: { description: "The changes, in the order of the newer text", schema: diffSchema } },
      problems: ["bad-request", "document-not-found"],
      async handle({ params, query }) {
        const newer = await documentOf(context, params.document);
        const older = await documentOf(context, query.from ?? newer.previous ?? newer.id);
        if (older.lineage !== newer.lineage) {
          throw new Problem("bad-request", {
            detail: `"${older.id}" is no version of "${newer.id}".`,
            remedy: `GET /api/documents/${encodeURIComponent(newer.id)}/versions lists them.`,
          });
        }
        const [from, to] = [await analysisOf(context, older.id), await analysisOf(context, newer.id)];
        const value = { document: newer.id, from: older.id, ...diffVersions(from, to) };
        return { kind: "json", value };
      },
    }),
  ];
}
