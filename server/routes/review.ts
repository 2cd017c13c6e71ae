/** Review events of a document: reading them, recording them, hearing of new ones. */
import type { ReviewEvent } from "../../core/review/index.ts";
import { type Caller, type Endpoint, endpoint, jsonBody, none, parsed } from "../endpoint.ts";
import { recordedListSchema, requests, reviewLogSchema } from "../schemas.ts";
import { type Context, documentOf } from "./context.ts";

/** The name an event is kept under: the account's, else the one the client chose. */
const reviewerOf = (caller: Caller | null, chosen: string | undefined): string =>
  caller?.name ?? chosen ?? "reviewer";

/** Returns the endpoints. */
export function reviewRoutes(context: Context): readonly Endpoint[] {
  const { store } = context;
  return [
    endpoint({
      method: "get",
      path: "/documents/{document}/review",
      operation: "getReview",
      summary: "Review events of all versions of the document, in order of recording",
      description:
        "In blind review, what others wrote about a subject is left out until the caller has judged it; ask again " +
        "from 0 then, because what appears has lower numbers. A blind account is always answered so.",
      params: requests.document,
      query: requests.review,
      answers: { 200: { description: "A page", schema: reviewLogSchema } },
      problems: ["bad-request", "document-not-found"],
      async handle({ params: { document }, query, caller }) {
        const blind = caller?.blind === true || query.blind === "1";
        const log = await store.review(document, {
          after: query.after,
          limit: query.limit,
          blind: blind ? reviewerOf(caller, query.reviewer) : null,
        });
        if (log === null) await documentOf(context, document);
        const { items, next, version } = log!;
        return { kind: "json", value: { document, items, next, version } };
      },
    }),
    endpoint({
      method: "post",
      path: "/documents/{document}/review",
      operation: "recordReview",
      summary: "Record review events on this version",
      description:
        "All or none, and answered only once they are safe. An event sent again with the same id and content is " +
        "answered as it was recorded, so that a queue may send again after a lost connection.",
      params: requests.document,
      query: none,
      body: { description: "The events", media: { "application/json": requests.events } },
      answers: { 201: { description: "The events as recorded", schema: recordedListSchema } },
      problems: [
        "bad-request",
        "malformed-json",
        "cross-origin",
        "not-yours",
        "document-not-found",
        "event-conflict",
        "too-large",
        "subject-not-found",
        "store-unwritable",
      ],
      async handle({ params: { document }, body, caller }) {
        const { events } = parsed(requests.events, jsonBody(body), "body");
        const items = await store.record(
          document,
          events.map((e): ReviewEvent => ({ ...e, reviewer: reviewerOf(caller, e.reviewer) })),
        );
        return { kind: "json", status: 201, value: { items } };
      },
    }),
    endpoint({
      method: "get",
      path: "/documents/{document}/review/stream",
      operation: "watchReview",
      summary: "One message for each batch recorded on any version, so that other desks ask again",
      description:
        'Server-sent events with `{"seq": n}`, the last number recorded. The first one comes at once.',
      params: requests.document,
      query: none,
      answers: { 200: { description: "The messages", media: "text/event-stream" } },
      problems: ["document-not-found"],
      async handle({ params: { document } }) {
        const log = await store.review(document, { after: 0, limit: 0, blind: null });
        if (log === null) await documentOf(context, document);
        const { lineage } = log!;
        return {
          kind: "events",
          open(send) {
            const end = store.watchReview(lineage, (seq) => send({ seq }));
            // The number is read when everything behind it will be heard: a batch in between would be told to nobody.
            void store
              .reviewsHeard()
              .then(() => store.review(document, { after: 0, limit: 0, blind: null }))
              .then((now) => now !== null && send({ seq: now.version }))
              .catch(() => {});
            return end;
          },
        };
      },
    }),
  ];
}
