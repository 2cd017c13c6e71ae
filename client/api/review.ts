/** The server's review events, versions and the stream that says when to ask again. */
import type { Analysis, DocumentId } from "../../core/model.ts";
import type { Recorded, ReviewEvent } from "../../core/review/index.ts";
import { requestJson } from "./http.ts";

const path = (document: DocumentId): string => `/api/documents/${encodeURIComponent(document)}`;

interface Log {
  readonly items: readonly Recorded[];
  readonly next: number | null;
}

/** Returns every event behind `after`, of all versions of the document. */
export async function fetchReview(
  document: DocumentId,
  after: number,
  signal: AbortSignal,
): Promise<Recorded[]> {
  const found: Recorded[] = [];
  for (let from: number | null = after; from !== null; ) {
    const { items, next }: Log = await requestJson<Log>(`${path(document)}/review?after=${from}`, { signal });
    found.push(...items);
    from = next;
  }
  return found;
}

/** Records events on a version; the answer comes when they are safe. */
export async function postReview(
  document: DocumentId,
  events: readonly ReviewEvent[],
): Promise<readonly Recorded[]> {
  const { items } = await requestJson<{ readonly items: readonly Recorded[] }>(`${path(document)}/review`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ events }),
  });
  return items;
}

/** Returns the analysis of any version. */
export const fetchAnalysis = (document: DocumentId): Promise<Analysis> =>
  requestJson(`${path(document)}/analysis`);

/** Returns the name of the account that asks; null where accounts are off or nobody is signed in. */
export async function fetchAccount(): Promise<string | null> {
  const { account } = await requestJson<{ readonly account: { readonly name: string } | null }>(
    "/api/session",
  );
  return account?.name ?? null;
}

/** Calls `onNews` whenever something was recorded; returns the function that stops it. */
export function listen(document: DocumentId, onNews: () => void): () => void {
  const stream = new EventSource(`${path(document)}/review/stream`);
  stream.onmessage = onNews;
  return () => stream.close();
}
