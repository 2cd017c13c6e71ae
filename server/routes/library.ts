/** The library across documents: works, what rests on them and falls without them, merges, search, equal wording. */
import { type Endpoint, endpoint, jsonBody, none, parsed } from "../endpoint.ts";
import { Problem } from "../problem.ts";
import { requireMatch } from "../reply.ts";
import {
  falloutSchema,
  libraryClaimPageSchema,
  librarySourcePageSchema,
  librarySourceViewSchema,
  mergePageSchema,
  mergeSchema,
  requests,
  sameWordingPageSchema,
  searchPageSchema,
} from "../schemas.ts";
import type { LibrarySource, Merge } from "../store/library/types.ts";
import { answerNow, type Context, named } from "./context.ts";

const noWork = (id: string): Problem =>
  new Problem("work-not-found", {
    detail: `The library has no source "${id}".`,
    remedy: "GET /api/sources lists them.",
  });

/** Returns the endpoints. */
export function libraryRoutes(context: Context): readonly Endpoint[] {
  const { now } = context;
  const { library } = context.store;
  const workOf = async (id: string): Promise<LibrarySource> => {
    const work = await library.source(id);
    if (work === null) throw noWork(id);
    return work;
  };
  const mergeOf = async (id: string): Promise<Merge> => {
    const merge = await library.merge(id);
    if (merge !== null) return merge;
    throw new Problem("merge-not-found", {
      detail: `There is no merge "${id}".`,
      remedy: "GET /api/merges lists them; one goes with its documents.",
    });
  };
  return [
    endpoint({
      method: "get",
      path: "/sources",
      operation: "listLibrarySources",
      summary: "Works across all documents, the most load-bearing first",
      params: none,
      query: requests.librarySources,
      answers: { 200: { description: "A page", schema: librarySourcePageSchema } },
      problems: ["bad-request"],
      handle: ({ query }) =>
        answerNow(context, named("sources", query), () => library.sources(query, query.q ?? null)),
    }),
    endpoint({
      method: "get",
      path: "/sources/{source}",
      operation: "getLibrarySource",
      summary: "A work with the sources of the documents that are taken for it",
      description: "`source` is the id of the work, or that of one of its members. `documents` is a page.",
      params: requests.librarySource,
      query: requests.page,
      answers: { 200: { description: "The work", schema: librarySourceViewSchema } },
      problems: ["bad-request", "work-not-found"],
      async handle({ params, query }) {
        const source = await workOf(params.source);
        return { kind: "json", value: { source, documents: await library.members(source.id, query) } };
      },
    }),
    endpoint({
      method: "get",
      path: "/sources/{source}/claims",
      operation: "listClaimsOnLibrarySource",
      summary: "Every claim of the library that rests on the work, document by document",
      params: requests.librarySource,
      query: requests.page,
      answers: { 200: { description: "A page", schema: libraryClaimPageSchema } },
      problems: ["bad-request", "work-not-found"],
      async handle({ params, query }) {
        return answerNow(context, named(`on ${params.source}`, query), async () => {
          const claims = await library.claims(params.source, query);
          if (claims === null) throw noWork(params.source);
          return claims;
        });
      },
    }),
    endpoint({
      method: "get",
      path: "/withdrawal",
      operation: "withdrawFromLibrary",
      summary: "What falls in the whole library when works are withdrawn together",
      description: "A question: nothing is stored. The counts are of all claims, the claims are a page.",
      params: none,
      query: requests.fallout,
      answers: { 200: { description: "The counts, and a page of claims", schema: falloutSchema } },
      problems: ["bad-request", "work-not-found"],
      async handle({ query }) {
        const ids = query.source
          .split(",")
          .map((id) => id.trim())
          .filter((id) => id !== "");
        for (const id of ids) await workOf(id);
        return { kind: "json", value: await library.fallout(ids, query) };
      },
    }),
    endpoint({
      method: "get",
      path: "/merges",
      operation: "listMerges",
      summary: "Pairs of sources that may be one work, with the reason",
      params: none,
      query: requests.merges,
      answers: { 200: { description: "A page", schema: mergePageSchema } },
      problems: ["bad-request"],
      handle: ({ query }) =>
        answerNow(context, named("merges", query), () => library.merges(query.state, query)),
    }),
    endpoint({
      method: "get",
      path: "/merges/{merge}",
      operation: "getMerge",
      summary: "One pair of sources that may be one work",
      params: requests.merge,
      query: none,
      answers: { 200: { description: "The merge", schema: mergeSchema } },
      problems: ["merge-not-found"],
      handle: async ({ params }) => ({ kind: "json", value: await mergeOf(params.merge) }),
    }),
    endpoint({
      method: "post",
      path: "/merges/{merge}",
      operation: "decideMerge",
      summary: "Accept a merge, refuse it, or undo what was decided",
      description: "`If-Match` with the merge's ETag refuses the decision when another one came before it.",
      params: requests.merge,
      query: none,
      body: { description: "The decision", media: { "application/json": requests.decision } },
      answers: { 200: { description: "The merge as it is now", schema: mergeSchema } },
      problems: ["bad-request", "malformed-json", "cross-origin", "merge-not-found", "precondition-failed"],
      async handle({ params, body, caller, ifMatch }) {
        const { decision } = parsed(requests.decision, jsonBody(body), "body");
        const merge = await mergeOf(params.merge);
        requireMatch(ifMatch, merge);
        const by = caller?.name ?? "reviewer";
        const made = { by, at: now().toISOString(), revision: merge.revision };
        const decided = await library.decide(merge.id, decision, made);
        return { kind: "json", value: decided ?? (await mergeOf(merge.id)) };
      },
    }),
    endpoint({
      method: "get",
      path: "/search",
      operation: "search",
      summary: "Claims and works that have all the words",
      params: none,
      query: requests.search,
      answers: { 200: { description: "A page: works, then claims", schema: searchPageSchema } },
      problems: ["bad-request"],
      async handle({ query }) {
        const kinds = query.in
          .split(",")
          .map((k) => (k === "claims" ? ("claim" as const) : ("source" as const)));
        return answerNow(context, named("search", query), () => library.search(query.q, kinds, query));
      },
    }),
    endpoint({
      method: "get",
      path: "/claims/same-wording",
      operation: "listSameWording",
      summary: "Claims of the same words that rest on different works",
      description: "A page may hold fewer than asked and still have one behind it: `next` tells.",
      params: none,
      query: requests.wordings,
      answers: { 200: { description: "A page", schema: sameWordingPageSchema } },
      problems: ["bad-request"],
      handle: ({ query }) =>
        answerNow(context, named("same wording", query), () => library.sameWording(query)),
    }),
  ];
}
