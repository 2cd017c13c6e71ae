/** Taking the result away: the sources of a document in the formats of other programs. */
import { type Endpoint, endpoint, none } from "../endpoint.ts";
import { Problem } from "../problem.ts";
import { formatListSchema, requests } from "../schemas.ts";
import { analysisOf, type Context, namedSources } from "./context.ts";

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
      summary: "A document's sources in another program's format",
      params: requests.export,
      query: requests.sources,
      answers: { 200: { description: "The file; GET /api/formats tells its type", media: "*/*" } },
      problems: ["bad-request", "document-not-found", "source-not-found", "format-not-found"],
      async handle({ params, query }) {
        const format = formats.get(params.format);
        if (format === undefined) {
          throw new Problem("format-not-found", {
            detail: `There is no format "${params.format}".`,
            remedy: `There are: ${[...formats.keys()].join(", ")}.`,
          });
        }
        const analysis = await analysisOf(context, params.document);
        const sources = query.source === undefined ? undefined : namedSources(analysis, query.source);
        const body = await format.write(
          analysis,
          sources?.map((s) => s.id),
        );
        const stem = (analysis.document.name ?? analysis.document.id).replace(/\.[^.]*$/, "");
        return { kind: "file", body, media: format.media, filename: `${stem}.${format.extension}` };
      },
    }),
  ];
}
