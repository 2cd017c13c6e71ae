/** The library across documents: works, what rests on them and falls without them, merges, search, equal wording. */
import { type Caller, type Endpoint, endpoint, jsonBody, none, parsed } from "../endpoint.ts";
import { Problem } from "../problem.ts";
import { requireMatch } from "../reply.ts";
import {
  comparisonSchema,
  falloutSchema,
  libraryClaimPageSchema,
  librarySourcePageSchema,
  librarySourceViewSchema,
  mergePageSchema,
  mergeSchema,
  requests,
  sameWordingPageSchema,
  searchPageSchema,
  standingSchema,
} from "../schemas.ts";
import type { Comparison, LibrarySource, Merge } from "../store/library/types.ts";
import { answerNow, type Context, foundIn, named } from "./context.ts";

const noWork = (id: string): Problem =>
  new Problem("work-not-found", {
    detail: `The library has no source "${id}".`,
    remedy: "GET /api/sources lists them.",
  });

/** The name a decision is kept under: the account's, else the one the client chose. */
const deciderOf = (caller: Caller | null, chosen: string | undefined): string =>
  caller?.name ?? chosen ?? "reviewer";

/** Throws unless the records say what they are said to say; what only a person can know is not asked of them. */
function requireFound({ found }: Comparison, reason: Merge["reason"]): void {
  switch (reason) {
    case "described-otherwise":
    case "other-edition":
    case "other":
      return;
    case "same-doi":
    case "same-pmid":
    case "same-isbn":
    case "same-title-year-author": {
      if (found.some((f) => f.reason === reason)) return;
      const message = `the records of the two do not say so; they bear out ${found.map((f) => f.reason).join(", ") || "nothing"}`;
      throw new Problem("bad-request", {
        detail: `body: reason: ${message}`,
        remedy: "Give another reason, or say it in words.",
        errors: [{ path: "reason", message }],
      });
    }
    default:
      reason satisfies never;
  }
}

/** Returns the endpoints. */
export function libraryRoutes(context: Context): readonly Endpoint[] {
  const { now } = context;
  const { library } = context.store;
  const workOf = async (id: string): Promise<LibrarySource> => {
    const work = await library.source(id);
    if (work === null) throw noWork(id);
    return work;
  };
  const noMember = (a: string, b: string): Problem =>
    new Problem("work-not-found", {
      detail: `"${a}" or "${b}" is no source of the library.`,
      remedy: "GET /api/sources/{source} lists the members of a work; one goes with its document.",
    });
  const comparisonOf = async (a: string, b: string): Promise<Comparison> => {
    const compared = await library.compare(a, b);
    if (compared === null) throw noMember(a, b);
    return compared;
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
        answerNow(context, named("merges", query), () =>
          library.merges(query.state, query.work ?? null, query),
        ),
    }),
    endpoint({
      method: "post",
      path: "/merges",
      operation: "stateMerge",
      summary: "Take two sources as one work, for a stated reason",
      description:
        "Two sources of one document may be stated to be one work, too: the library counts their claims once then, " +
        "and the document keeps both. Refused with 409 where the two are one work already or are weighed already.",
      params: none,
      query: none,
      body: { description: "The two and the reason", media: { "application/json": requests.statement } },
      answers: { 201: { description: "The merge, accepted", schema: mergeSchema } },
      problems: ["bad-request", "malformed-json", "cross-origin", "work-not-found", "merge-exists"],
      async handle({ body, caller }) {
        const { a, b, reason, words, reviewer } = parsed(requests.statement, jsonBody(body), "body");
        requireFound(await comparisonOf(a, b), reason);
        const by = deciderOf(caller, reviewer);
        const made = { by, at: now().toISOString(), words: words === "" ? null : words };
        const value = await library.state({ a, b, reason, ...made });
        if (value === null) throw noMember(a, b);
        const headers = { Location: `/api/merges/${encodeURIComponent(value.id)}` };
        return { kind: "json", status: 201, headers, value };
      },
    }),
    endpoint({
      method: "get",
      path: "/comparison",
      operation: "compareSources",
      summary: "Two sources of the library beside each other, and what was decided about them",
      params: none,
      query: requests.comparison,
      answers: { 200: { description: "In what they agree and differ", schema: comparisonSchema } },
      problems: ["bad-request", "work-not-found"],
      handle: async ({ query: { a, b } }) => ({ kind: "json", value: await comparisonOf(a, b) }),
    }),
    endpoint({
      method: "get",
      path: "/documents/{document}/sources/{source}/standing",
      operation: "getStanding",
      summary: "Where a document's source stands in the library: its work, and how much is said about that",
      description: "`source` is an id or a key (brew2010). GET /api/merges?work= lists what is said.",
      params: requests.source,
      query: none,
      answers: {
        200: { description: "Its place, or nulls for a version before the last", schema: standingSchema },
      },
      problems: ["document-not-found", "source-not-found", "ambiguous"],
      async handle({ params: { document, source } }) {
        const found = await library.standing(document, source);
        return { kind: "json", value: await foundIn(context, document, "source", source, found) };
      },
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
      description:
        "`If-Match` with the merge's ETag refuses the decision when another one came before it. Whatever is decided, " +
        "each document keeps its sources and mentions, and `undo` opens the question again.",
      params: requests.merge,
      query: none,
      body: { description: "The decision", media: { "application/json": requests.decision } },
      answers: { 200: { description: "The merge as it is now", schema: mergeSchema } },
      problems: ["bad-request", "malformed-json", "cross-origin", "merge-not-found", "precondition-failed"],
      async handle({ params, body, caller, ifMatch }) {
        const { decision, reviewer } = parsed(requests.decision, jsonBody(body), "body");
        const merge = await mergeOf(params.merge);
        requireMatch(ifMatch, merge);
        const by = deciderOf(caller, reviewer);
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
