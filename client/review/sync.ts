/**
 * Keeps the review and the server the same: sends what waits, in order, again and again until it is confirmed; reads
 * what others wrote. What the server refuses for good is set aside and shown, never thrown away.
 */

import type { DocumentId } from "../../core/model.ts";
import { ApiError } from "../api/http.ts";
import { fetchAccount, fetchAnalysis, fetchReview, listen, postReview } from "../api/review.ts";
import type { Desk } from "../desk/desk.ts";
import { toast } from "../state/announce.ts";
import { useConnection } from "../state/connection.ts";
import { dequeue, type Queued, readQueue, setAside } from "./queue.ts";
import { setAccount, useReviewer } from "./reviewer.ts";
import { addRecorded, openReview, refreshQueue, update, useReview } from "./store.ts";

const batch = 200;
const firstRetry = 1000;
const longestRetry = 15_000;
/** The stream is opened behind everything that the first sight of the text needs. */
const quiet = 1500;

/** Answers that are about now and not about the event: signed out, too slow, too many. */
const waits: ReadonlySet<number> = new Set([401, 408, 429]);

let sending: Promise<void> | null = null;
let again = false;
let retry = firstRetry;
let timer = 0;

/** Sends what waits. Safe to call at any time; one call is at work at a time. */
export function drain(): Promise<void> {
  clearTimeout(timer);
  if (sending) {
    again = true;
    return sending;
  }
  sending = sendAll().finally(() => {
    sending = null;
    refreshQueue();
    if (again) void drain();
    again = false;
  });
  return sending;
}

async function sendAll(): Promise<void> {
  for (;;) {
    const waiting = readQueue().filter((q) => q.refused === null);
    const [first] = waiting;
    if (!first) return;
    const together = waiting.filter((q) => q.document === first.document).slice(0, batch);
    if (!(await send(together))) {
      timer = window.setTimeout(() => void drain(), retry);
      retry = Math.min(retry * 2, longestRetry);
      return;
    }
    retry = firstRetry;
    refreshQueue();
  }
}

/** Sends events of one document; returns false when the server could not be reached or was not able to answer. */
async function send(together: readonly Queued[]): Promise<boolean> {
  const { document } = together[0]!;
  try {
    const items = await postReview(
      document,
      together.map(({ event }) => event),
    );
    dequeue(together);
    if (useReview.getState().document === document) addRecorded(items);
    return true;
  } catch (error) {
    const status = error instanceof ApiError ? error.problem.status : 0;
    if (status === 401) toast("You are signed out. Sign in again: what you wrote waits in this browser.");
    if (status < 400 || status >= 500 || waits.has(status)) return false;
    // One event spoils its batch: alone, each shows whether it is the one.
    if (together.length > 1) {
      for (const one of together) if (!(await send([one]))) return false;
      return true;
    }
    setAside(together[0]!, error instanceof Error ? error.message : "refused");
    return true;
  }
}

/** Opens the review of a document and keeps it fresh until the returned function is called. */
export function followReview(document: DocumentId, desk: Desk): () => void {
  const stop = new AbortController();
  openReview(document);
  const refresh = async (): Promise<void> => {
    const { recorded } = useReview.getState();
    // Numbers have no gaps, so that the last one before a gap is where reading goes on.
    let after = 0;
    while (recorded[after]?.seq === after + 1) after += 1;
    try {
      const blind = useReviewer.getState().blind;
      const items = await fetchReview(document, blind ? 0 : after, stop.signal);
      if (stop.signal.aborted) return;
      addRecorded(items);
      await placeOlder(document, desk);
    } catch {
      // Shown by the connection's own notice; tried again when the server is back.
    }
    if (!stop.signal.aborted && !useReview.getState().settled) update({ settled: true });
  };
  void fetchAccount().then((name) => name !== null && setAccount(name), never);
  void refresh();
  void drain();
  const stopStream = streamWhileSeen(document, () => void refresh());
  const stopWatching = useConnection.subscribe(({ reachable }, before) => {
    if (!reachable || before.reachable) return;
    retry = firstRetry;
    void drain().then(refresh);
  });
  return () => {
    stop.abort();
    stopStream();
    stopWatching();
  };
}

/** Who asks is told again with the next document. */
const never = (): void => {};

/** Reads the older versions that verdicts were written on, once, and puts those verdicts in their place. */
async function placeOlder(document: DocumentId, desk: Desk): Promise<void> {
  const { recorded, place } = useReview.getState();
  const others = [...new Set(recorded.map((r) => r.document))].filter((id) => id !== document);
  if (others.length === 0 || place) return;
  const { placer } = await import("./older-versions.ts");
  const made = await placer(document, desk.analysis, others, fetchAnalysis);
  if (useReview.getState().document === document) update({ place: made });
}

/** Browsers allow a page's server few connections: a window that nobody sees needs none. */
function streamWhileSeen(document: DocumentId, onNews: () => void): () => void {
  let close: (() => void) | null = null;
  let opening = 0;
  const follow = (): void => {
    clearTimeout(opening);
    if (globalThis.document.visibilityState === "visible")
      opening = window.setTimeout(() => {
        close ??= listen(document, onNews);
      }, quiet);
    else {
      close?.();
      close = null;
    }
  };
  follow();
  globalThis.document.addEventListener("visibilitychange", follow);
  return () => {
    clearTimeout(opening);
    close?.();
    globalThis.document.removeEventListener("visibilitychange", follow);
  };
}
