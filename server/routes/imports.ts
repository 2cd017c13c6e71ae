/** Bulk imports: handing many files in, watching them come, stopping, trying again what was set aside. */
import { randomBytes } from "node:crypto";
import { type Endpoint, endpoint, none } from "../endpoint.ts";
import { collect } from "../jobs/collect.ts";
import {
  importItemPageSchema,
  importPageSchema,
  importSchema,
  importRequests as requests,
} from "../jobs/schemas.ts";
import { pair } from "../jobs/sources/file.ts";
import { BadUpload, defaultUploadLimits, receive } from "../jobs/upload.ts";
import { Problem } from "../problem.ts";
import type { ImportSummary } from "../store/imports/types.ts";
import type { Context } from "./context.ts";

/** Milliseconds between two looks at an import that somebody watches. */
const lookEvery = 500;

const types = new Set(["application/zip", "application/x-zip-compressed", "multipart/form-data"]);

/** Returns the endpoints. */
export function importRoutes(context: Context): readonly Endpoint[] {
  const { store, bulk, now, maxBytes } = context;
  const { imports } = store;

  async function importOf(id: string): Promise<ImportSummary> {
    const summary = await imports.summary(id);
    if (summary !== null) return summary;
    throw new Problem("import-not-found", {
      detail: `There is no import "${id}".`,
      remedy: "GET /api/imports lists them.",
    });
  }

  return [
    endpoint({
      method: "get",
      path: "/imports",
      operation: "listImports",
      summary: "Bulk imports, newest first",
      params: none,
      query: requests.page,
      answers: { 200: { description: "A page", schema: importPageSchema } },
      problems: ["bad-request"],
      handle: async ({ query }) => ({ kind: "json", value: await imports.list(query) }),
    }),
    endpoint({
      method: "post",
      path: "/imports",
      operation: "startImport",
      summary: "Bring many documents in: a zip archive, or the files of a form",
      description:
        "Answered once every file is safe in the library's list; they are read afterwards. text.bib or " +
        "text.csl.json beside text.md is read with it.",
      role: "reviewer",
      params: none,
      query: requests.name,
      body: {
        description: "The archive, or a form with one part for each file",
        stream: true,
        media: { "application/zip": null, "multipart/form-data": null },
      },
      answers: { 202: { description: "Taken; watch it at its address", schema: importSchema } },
      problems: ["bad-request", "cross-origin", "too-large", "unsupported-media-type", "store-unwritable"],
      async handle({ query, request, media, contentType, caller }) {
        if (media === null || !types.has(media)) {
          throw new Problem("unsupported-media-type", {
            detail: `The body is ${media ?? "of no type"}.`,
            remedy: "Send a zip archive (application/zip) or a form (multipart/form-data).",
          });
        }
        const limits = { ...defaultUploadLimits, file: maxBytes };
        const named = await receive(request, media, contentType, limits).catch((error: unknown) => {
          if (!(error instanceof BadUpload)) throw error;
          throw new Problem(error.reason === "too-large" ? "too-large" : "bad-request", error.message);
        });
        try {
          const id = `imp-${randomBytes(8).toString("hex")}`;
          await imports.open({
            id,
            name: query.name ?? (media === "multipart/form-data" ? "files" : "archive"),
            by: caller?.name ?? null,
            at: now().toISOString(),
            key: null,
            owner: bulk.owner,
          });
          try {
            await collect(imports, id, pair(named.files), { maxBytes });
          } catch (error) {
            await imports.discard(id);
            throw error;
          }
          await imports.seal(id, now().toISOString());
          bulk.start(id);
          const headers = { Location: `/api/imports/${id}` };
          return { kind: "json", status: 202, value: await importOf(id), headers };
        } finally {
          named.close();
        }
      },
    }),
    endpoint({
      method: "get",
      path: "/imports/{import}",
      operation: "getImport",
      summary: "One import and how far it has come",
      params: requests.import,
      query: none,
      answers: { 200: { description: "The import", schema: importSchema } },
      problems: ["import-not-found"],
      handle: async ({ params }) => ({ kind: "json", value: await importOf(params.import) }),
    }),
    endpoint({
      method: "get",
      path: "/imports/{import}/items",
      operation: "listImportItems",
      summary: "Its documents in the order of handing in; `state=aside` for those that could not be read",
      params: requests.import,
      query: requests.items,
      answers: { 200: { description: "A page", schema: importItemPageSchema } },
      problems: ["bad-request", "import-not-found"],
      async handle({ params, query: { state, ...page } }) {
        const { id } = await importOf(params.import);
        return { kind: "json", value: await imports.items(id, state ?? null, page) };
      },
    }),
    endpoint({
      method: "get",
      path: "/imports/{import}/events",
      operation: "watchImport",
      summary: "One message with the import whenever it has come further",
      description: "Server-sent events; the first one comes at once, the last one when the import has ended.",
      params: requests.import,
      query: none,
      answers: { 200: { description: "The messages", media: "text/event-stream" } },
      problems: ["import-not-found"],
      async handle({ params }) {
        const first = await importOf(params.import);
        return {
          kind: "events",
          open(send) {
            let last = JSON.stringify(first);
            send(first);
            const timer = setInterval(async () => {
              // What goes wrong here goes wrong for a listener only, and is asked again.
              const summary = await imports.summary(first.id).catch(() => null);
              const text = JSON.stringify(summary);
              if (summary === null || text === last) return;
              last = text;
              send(summary);
              if (summary.state === "done" || summary.state === "cancelled") clearInterval(timer);
            }, lookEvery);
            return () => clearInterval(timer);
          },
        };
      },
    }),
    endpoint({
      method: "delete",
      path: "/imports/{import}",
      operation: "cancelImport",
      summary: "Stop it: what waits is dropped, what was brought in stays",
      role: "reviewer",
      params: requests.import,
      query: none,
      answers: { 200: { description: "The import as it ended", schema: importSchema } },
      problems: ["import-not-found", "cross-origin"],
      async handle({ params }) {
        const { id } = await importOf(params.import);
        await imports.cancel(id, now().toISOString());
        bulk.halt(id);
        return { kind: "json", value: await importOf(id) };
      },
    }),
    endpoint({
      method: "post",
      path: "/imports/{import}/retry",
      operation: "retryImport",
      summary: "Read again what was set aside",
      role: "reviewer",
      params: requests.import,
      query: none,
      answers: { 200: { description: "The import, at work again", schema: importSchema } },
      problems: ["import-not-found", "cross-origin", "store-unwritable"],
      async handle({ params }) {
        const { id } = await importOf(params.import);
        if ((await imports.retry(id, bulk.owner)) > 0) bulk.start(id);
        return { kind: "json", value: await importOf(id) };
      },
    }),
  ];
}
