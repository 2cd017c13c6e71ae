/** Taking the result away: the sources of a document in the formats of other programs. */
import { type Endpoint, endpoint, none } from "../endpoint.ts";
import { Problem } from "../problem.ts";
import { reviewOf } from "../review-of.ts";
import { formatListSchema, requests } from "../schemas.ts";
import { analysisOf, type Context, documentOf, namedClaims, namedSources } from "./context.ts";

const idOf = ({ id }: { readonly id: string }): string => id;

/** Returns the endpoints. */
export function exportRoutes(context: Context): readonly Endpoint[] {
  const { formats } = context;
  return [
    endpoint({
      method: "get",
      path: "/formats",
      operation: "listFormats",
      summary: "Export formats",
      params: none,
      query: none,
      answers: { 200: { description: "The formats", schema: formatListSchema } },
      problems: [],
      handle: () => ({
        kind: "json",
        value: {
          items: [...formats].map(([format, { media, extension, description }]) => ({
            format,
            media,
            extension,
            description,
          })),
        },
      }),
    }),
    endpoint({
      method: "get",
      path: "/documents/{document}/export/{format}",
      operation: "exportDocument",
      summary: "A document, or the part of it that is named, in another program's format",
      params: requests.export,
      query: requests.selection,
      answers: { 200: { description: "The file; GET /api/formats tells its type", media: "*/*" } },
      problems: [
        "bad-request",
        "document-not-found",
        "source-not-found",
        "claim-not-found",
        "format-not-found",
      ],
      async handle({ params, query, caller }) {
        const format = formats.get(params.format);
        if (format === undefined) {
          throw new Problem("format-not-found", {
            detail: `There is no format "${params.format}".`,
            remedy: `There are: ${[...formats.keys()].join(", ")}.`,
          });
        }
        const { importedAt } = await documentOf(context, params.document);
        const analysis = await analysisOf(context, params.document);
        const blind = caller?.blind === true ? caller.name : null;
        const original = params.format === "ro-crate" ? await context.store.original(params.document) : null;
        const body = await format.write(
          {
            ...analysis,
            ...(await reviewOf(context.store, analysis, blind)),
            version: context.engine.version,
            date: importedAt.slice(0, 10),
            original: original ?? undefined,
          },
          {
            sources: query.source === undefined ? undefined : namedSources(analysis, query.source).map(idOf),
            claims: query.claim === undefined ? undefined : namedClaims(analysis, query.claim).map(idOf),
          },
        );
        const stem = (analysis.document.name ?? analysis.document.id).replace(/\.[^.]*$/, "");
        return { kind: "file", body, media: format.media, filename: `${stem}.${format.extension}` };
      },
    }),
  ];
}
