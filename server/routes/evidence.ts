/** What rests on what: claims, sources, findings, the graph, and what falls when sources are withdrawn. */
import { buildGraph, type Withdrawal, withdraw } from "../../core/graph/index.ts";
import type { Statement, StatementId } from "../../core/model.ts";
import { type Endpoint, endpoint, none } from "../endpoint.ts";
import { Problem } from "../problem.ts";
import {
  claimPageSchema,
  claimSchema,
  findingPageSchema,
  graphSchema,
  pairSchema,
  requests,
  sourcePageSchema,
  sourceViewSchema,
  withdrawalSchema,
} from "../schemas.ts";
import type { DocumentList, PageRequest } from "../store/store.ts";
import { analysisOf, answerFrom, type Context, foundIn, named, namedSources, noDocument } from "./context.ts";

/** Claims as short references: id, number and words. */
function refs(statements: readonly Statement[]) {
  const byId = new Map(statements.map((s) => [s.id, s]));
  return (ids: readonly StatementId[]) =>
    ids.map((id) => {
      const { label, text } = byId.get(id)!;
      return { id, label, text };
    });
}

function fates(withdrawal: Withdrawal, ref: ReturnType<typeof refs>) {
  return {
    falls: ref(withdrawal.falls),
    fallsIfCarried: ref(withdrawal.fallsIfCarried),
    weakened: ref(withdrawal.weakened),
  };
}

/** Returns the endpoints. */
export function evidenceRoutes(context: Context): readonly Endpoint[] {
  const { store } = context;
  const page = (list: DocumentList, document: string, request: PageRequest) =>
    answerFrom(context, document, named(list, request), async () => {
      const { body, origin } = await store.pageJson(list, document, request);
      if (origin === null) throw noDocument(document);
      return { body, origin };
    });
  return [
    endpoint({
      method: "get",
      path: "/documents/{document}/claims",
      operation: "listClaims",
      summary: "Claims in text order",
      params: requests.document,
      query: requests.page,
      answers: { 200: { description: "A page", schema: claimPageSchema } },
      problems: ["bad-request", "document-not-found"],
      async handle({ params, query }) {
        return page("claims", params.document, query);
      },
    }),
    endpoint({
      method: "get",
      path: "/documents/{document}/claims/{claim}",
      operation: "getClaim",
      summary: "A claim with everything it rests on",
      description: "`claim` is an id or the number shown (1.6), where that names one claim.",
      params: requests.claim,
      query: none,
      answers: { 200: { description: "The claim", schema: claimSchema } },
      problems: ["document-not-found", "claim-not-found", "ambiguous"],
      async handle({ params: { document, claim } }) {
        return answerFrom(context, document, `claim ${claim}`, async () =>
          foundIn(context, document, "claim", claim, await store.claimJson(document, claim)),
        );
      },
    }),
    endpoint({
      method: "get",
      path: "/documents/{document}/claims/{claim}/sources/{source}",
      operation: "getPair",
      summary: "A claim–source pair: every citation that leads from one to the other",
      params: requests.pair,
      query: none,
      answers: { 200: { description: "The pair", schema: pairSchema } },
      problems: ["document-not-found", "claim-not-found", "source-not-found", "ambiguous"],
      async handle({ params: { document, claim, source } }) {
        const found = await store.claim(document, claim);
        const view = await foundIn(context, document, "claim", claim, found);
        const named = view.sources.filter((s) => s.id === source || s.key === source);
        const pair = named.find((s) => s.id === source) ?? named[0];
        if (pair === undefined) {
          throw new Problem("source-not-found", {
            detail: `Nothing leads from claim "${claim}" to a source "${source}".`,
            remedy: `It rests on ${view.sources.map((s) => s.key).join(", ") || "nothing"}.`,
          });
        }
        const edges = view.edges.filter((e) => e.source === pair.id);
        const among = (ids: readonly (string | null)[]) => (part: { readonly id: string }) =>
          ids.includes(part.id);
        const value = {
          document,
          claim: view.claim,
          source: pair,
          edges,
          markers: view.markers.filter(among(edges.map((e) => e.marker))),
          notes: view.notes.filter(among(edges.map((e) => e.note))),
          items: view.items.filter(among(edges.map((e) => e.item))),
        };
        return { kind: "json", value };
      },
    }),
    endpoint({
      method: "get",
      path: "/documents/{document}/sources",
      operation: "listSources",
      summary: "Sources in the order of first mention, with the number of claims that rest on each",
      params: requests.document,
      query: requests.page,
      answers: { 200: { description: "A page", schema: sourcePageSchema } },
      problems: ["bad-request", "document-not-found"],
      async handle({ params, query }) {
        return page("sources", params.document, query);
      },
    }),
    endpoint({
      method: "get",
      path: "/documents/{document}/sources/{source}",
      operation: "getSource",
      summary: "A source with the claims that rest on it, and what falls without it",
      description: "`source` is an id or a key (brew2010).",
      params: requests.source,
      query: none,
      answers: { 200: { description: "The source", schema: sourceViewSchema } },
      problems: ["document-not-found", "source-not-found", "ambiguous"],
      async handle({ params: { document, source } }) {
        return answerFrom(context, document, `source ${source}`, async () => {
          const found = await store.source(document, source);
          const { footing, origin, ...own } = await foundIn(context, document, "source", source, found);
          const graph = buildGraph({ statements: own.claims, ...footing });
          const without = fates(withdraw(graph, [own.source.id]), refs(own.claims));
          return { body: JSON.stringify({ ...own, without }), origin };
        });
      },
    }),
    endpoint({
      method: "get",
      path: "/documents/{document}/findings",
      operation: "listFindings",
      summary: "Findings of the audit in text order",
      params: requests.document,
      query: requests.page,
      answers: { 200: { description: "A page", schema: findingPageSchema } },
      problems: ["bad-request", "document-not-found"],
      async handle({ params, query }) {
        return page("findings", params.document, query);
      },
    }),
    endpoint({
      method: "get",
      path: "/documents/{document}/graph",
      operation: "getGraph",
      summary: "Claims and sources as nodes, citations as edges",
      params: requests.document,
      query: none,
      answers: { 200: { description: "The graph", schema: graphSchema } },
      problems: ["document-not-found"],
      async handle({ params }) {
        const graph = buildGraph(await analysisOf(context, params.document));
        const value = {
          document: params.document,
          nodes: graph.mapNodes((id, node) => ({ id, ...node })),
          edges: graph.mapEdges((id, edge, claim, source) => ({ id, claim, source, ...edge })),
        };
        return { kind: "json", value };
      },
    }),
    endpoint({
      method: "get",
      path: "/documents/{document}/withdrawal",
      operation: "withdraw",
      summary: "What falls when sources are withdrawn together",
      description: "A question: nothing is stored, and the order of the sources does not matter.",
      params: requests.document,
      query: requests.without,
      answers: { 200: { description: "Every claim in exactly one list", schema: withdrawalSchema } },
      problems: ["bad-request", "document-not-found", "source-not-found"],
      async handle({ params, query }) {
        const analysis = await analysisOf(context, params.document);
        const without = namedSources(analysis, query.without);
        const graph = buildGraph(analysis);
        const result = withdraw(
          graph,
          without.map((s) => s.id),
        );
        const ref = refs(analysis.statements);
        const cited = new Set(graph.getAttribute("cited"));
        const uncited = graph.getAttribute("claims").filter((claim) => !cited.has(claim));
        return {
          kind: "json",
          value: {
            document: params.document,
            without: without.map(({ id, key, label }) => ({ id, key, label })),
            ...fates(result, ref),
            stands: ref(result.stands),
            uncited: ref(uncited),
          },
        };
      },
    }),
  ];
}
