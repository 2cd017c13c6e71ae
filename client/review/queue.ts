/**
 * Review events that the server has not confirmed yet. Each is kept in the browser under a key of its own before it is
 * sent, so that neither a lost server, a closed window nor a second window loses or doubles one.
 */
import type { DocumentId } from "../../core/model.ts";
import type { ReviewEvent } from "../../core/review/index.ts";
import { keep, kept, keptKeys } from "../state/kept.ts";

export interface Queued {
  readonly key: string;
  /** The version it was written on. */
  readonly document: DocumentId;
  readonly event: ReviewEvent;
  /** What the server said when it refused the event for good; null while it waits. */
  readonly refused: string | null;
}

const prefix = "footing.queue.";
let turn = 0;

/** Keeps an event until it is confirmed. `safe` is false where the browser keeps it only as long as the page. */
export function enqueue(
  document: DocumentId,
  event: ReviewEvent,
): { readonly queued: Queued; readonly safe: boolean } {
  // Sorted by key they come in the order of writing, across windows by their clocks.
  turn += 1;
  const order = `${String(Date.now()).padStart(15, "0")}-${String(turn).padStart(6, "0")}`;
  const queued: Queued = { key: `${prefix}${order}-${event.id}`, document, event, refused: null };
  return { queued, safe: write(queued) };
}

const write = ({ key, ...rest }: Queued): boolean => keep(key, JSON.stringify(rest));

/** Returns everything that waits or was refused, in the order of writing. */
export function readQueue(): readonly Queued[] {
  return keptKeys(prefix).flatMap((key) => {
    const text = kept(key);
    if (text === null) return [];
    try {
      return [{ key, ...(JSON.parse(text) as Omit<Queued, "key">) }];
    } catch {
      return [];
    }
  });
}

/** Forgets events: the server has them, or the reviewer threw them away. */
export function dequeue(done: readonly Queued[]): void {
  for (const { key } of done) keep(key, null);
}

/** Keeps the event with what the server said, out of the way of the others. */
export const setAside = (queued: Queued, refused: string): void => void write({ ...queued, refused });
