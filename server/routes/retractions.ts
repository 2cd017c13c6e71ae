/** The list of retracted papers that the library's sources are checked against. */
import { type Endpoint, endpoint, type Input, none } from "../endpoint.ts";
import { Problem, tooLarge } from "../problem.ts";
import { requireMatch } from "../reply.ts";
import type { ListAnswers, ListResult } from "../retractions.ts";
import {
  checkingSchema,
  listedSourcePageSchema,
  requests,
  retractionPreviewSchema,
  retractionStateSchema,
} from "../schemas.ts";
import { answerNow, type Context, named } from "./context.ts";

/** Bytes of a list: twice what the largest one known has. */
const listLimit = 128 * 1024 * 1024;

/** What programs call such a file; what it is, its columns say. */
const types = new Set([
  "text/csv",
  "text/plain",
  "application/csv",
  "application/octet-stream",
  "application/vnd.ms-excel",
]);

const body = { description: "The CSV as it is", stream: true, media: { "text/csv": null } } as const;

const listProblems = [
  "bad-request",
  "cross-origin",
  "too-large",
  "unsupported-media-type",
  "unreadable",
  "stopped",
  "busy",
] as const;

/** Returns the body, or throws the problem of one that is no list by its type or its size. */
async function bytesOf({ request, media }: Input<unknown, unknown>): Promise<Uint8Array> {
  if (media !== null && !types.has(media))
    throw new Problem("unsupported-media-type", {
      detail: `The body is ${media}.`,
      remedy: "Send the Retraction Watch CSV as it is, with Content-Type: text/csv.",
    });
  const large = (): Problem => tooLarge(listLimit, "Send the Retraction Watch CSV as it is.");
  if (Number(request.get("content-length") ?? 0) > listLimit) throw large();
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > listLimit) throw large();
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem("bad-request", "The body breaks off.", { cause: error });
  }
  return Buffer.concat(chunks);
}

/** Returns what the list came to, or throws the problem of a file that is none. */
function answerOf<K extends keyof ListAnswers>(result: ListResult<K>): ListAnswers[K] {
  if (result.ok) return result.answer;
  throw new Problem("unreadable", {
    detail: result.message,
    remedy: "Fetch the Retraction Watch CSV anew and send it as it is. The list in use stays.",
  });
}

/** Returns the endpoints. */
export function retractionRoutes(context: Context): readonly Endpoint[] {
  const { store, importer, recheck, now } = context;
  const { retractions } = store;
  /** The revision that a change is meant for; null for whatever there is. */
  const revisionFor = async (ifMatch: string | null): Promise<number | null> => {
    if (ifMatch === null) return null;
    const state = await retractions.state();
    requireMatch(ifMatch, state);
    return state.revision;
  };
  return [
    endpoint({
      method: "get",
      path: "/retractions",
      operation: "getRetractionList",
      summary: "The list of retracted papers that sources are checked against",
      params: none,
      query: none,
      answers: { 200: { description: "The list; null when there is none", schema: retractionStateSchema } },
      problems: [],
      handle: async () => ({ kind: "json", value: await retractions.state() }),
    }),
    endpoint({
      method: "put",
      path: "/retractions",
      operation: "useRetractionList",
      role: "admin",
      summary: "Bring the Retraction Watch CSV in, in the place of the list before",
      description:
        "It is read whole first: a file that is no list changes nothing. Then every document is checked against it; " +
        "`GET /api/retractions/checking` says how far that is. `If-Match` with the list's ETag refuses the change " +
        "when another one came before it.",
      params: none,
      query: none,
      body,
      answers: { 200: { description: "The list as it is now", schema: retractionStateSchema } },
      problems: [...listProblems, "precondition-failed", "store-unwritable"],
      async handle(input) {
        const revision = await revisionFor(input.ifMatch);
        const made = { by: input.caller?.name ?? null, at: now().toISOString(), revision };
        const state = answerOf<"use">(await importer.takeList(await bytesOf(input), made));
        recheck.start();
        return { kind: "json", value: state };
      },
    }),
    endpoint({
      method: "delete",
      path: "/retractions",
      operation: "removeRetractionList",
      role: "admin",
      summary: "Take the list away, and with it what it said of the documents' sources",
      params: none,
      query: none,
      answers: { 204: { description: "Gone, or never there" } },
      problems: ["cross-origin", "precondition-failed"],
      async handle({ ifMatch }) {
        await retractions.discard(await revisionFor(ifMatch));
        recheck.start();
        return { kind: "empty" };
      },
    }),
    endpoint({
      method: "post",
      path: "/retractions/preview",
      operation: "previewRetractionList",
      summary: "What a list would say of the library's sources, without keeping it",
      params: none,
      query: none,
      body,
      answers: { 200: { description: "What it would say", schema: retractionPreviewSchema } },
      problems: listProblems,
      handle: async (input) => ({
        kind: "json",
        value: answerOf<"preview">(
          await importer.previewList(await bytesOf(input), { signal: input.signal() }),
        ),
      }),
    }),
    endpoint({
      method: "get",
      path: "/retractions/checking",
      operation: "getRetractionChecking",
      summary: "How many documents wait to be checked against the list, and how many works are on it",
      params: none,
      query: none,
      answers: { 200: { description: "How far it is", schema: checkingSchema } },
      problems: [],
      handle: () => answerNow(context, "checking", async () => JSON.stringify(await retractions.checking())),
    }),
    endpoint({
      method: "get",
      path: "/retractions/sources",
      operation: "listRetractedSources",
      summary: "Works of the library that are on the list, the most load-bearing first",
      description:
        "What falls without one: `GET /api/withdrawal?source=` with its id, or with several, separated by commas.",
      params: none,
      query: requests.page,
      answers: { 200: { description: "A page", schema: listedSourcePageSchema } },
      problems: ["bad-request"],
      handle: ({ query }) => answerNow(context, named("listed", query), () => retractions.sources(query)),
    }),
  ];
}
