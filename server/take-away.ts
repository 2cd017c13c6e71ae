/** Reading a library to take it away: its documents one after another, none kept in memory when it is done with. */
import { gunzipSync } from "node:zlib";
import type { Analysis } from "../core/model.ts";
import { type Reviewed, reviewOf } from "./review-of.ts";
import { openStore } from "./store/open.ts";
import type { DocumentSummary, Store } from "./store/store.ts";

export interface LibraryDocument {
  readonly summary: DocumentSummary;
  readonly analysis: Analysis;
  /** The file as it came in. */
  original(): Promise<Uint8Array | undefined>;
  /** What reviewers said of it. */
  reviewed(): Promise<Reviewed>;
}

const many = 100;

/** Yields every document of the library, the newest first. */
async function* documentsOf(store: Store): AsyncGenerator<LibraryDocument> {
  let after: string | null = null;
  do {
    const page = await store.documents({ after, limit: many });
    for (const summary of page.items) {
      const stored = await store.analysis(summary.id);
      if (stored === null) continue;
      const analysis = JSON.parse(gunzipSync(stored.gzip).toString("utf8")) as Analysis;
      yield {
        summary,
        analysis,
        reviewed: () => reviewOf(store, analysis),
        original: async () => (await store.original(summary.id)) ?? undefined,
      };
    }
    after = page.next;
  } while (after !== null);
}

/** Opens a library to be read. Throws a `StoreError` for what is no library. */
export async function openToRead(
  data: string,
): Promise<{ documents(): AsyncGenerator<LibraryDocument>; close(): Promise<void> }> {
  const store = await openStore(data);
  return { documents: () => documentsOf(store), close: () => store.close() };
}
