/** Claims and works that have all the words: works first, then claims, of the newest document first. */
import { decodeCursor } from "../cursor.ts";
import type { StoreEngine } from "../engine.ts";
import { array, find, type Json, type Line, object, packed, pageOfLines } from "../packed.ts";
import type { Page, PageRequest } from "../store.ts";
import { claimItem, documentItem } from "./items.ts";
import type { SearchHit } from "./types.ts";
import { queryTerms } from "./words.ts";
import { type FindWorks, type WorkCursor, workShape } from "./works.ts";

type From =
  | { readonly kind: "source"; readonly source: WorkCursor }
  | { readonly kind: "claim"; readonly seq: number };

function fromOf(after: string): From {
  const [kind, a, b, id] = decodeCursor<[string, number, number, string]>(after, ["string", ...workShape]);
  return kind === "claim" ? { kind, seq: a } : { kind: "source", source: [a, b, id] };
}

/** Returns the reading of pages of hits. The cursor says how far each kind has come. */
export function createSearch({ reads, json, search }: StoreEngine, works: FindWorks) {
  const claims = packed({
    rows: search.claimHits,
    // Looked up row by row, not joined: PostgreSQL plans each search anew, for its words, and what is joined may come
    // in many orders. That took longer than the search.
    item: object({
      kind: `'"claim"'`,
      document: `(select ${documentItem(json, "d")} from documents d where d.id = page.document_id)`,
      claim: `(select ${claimItem(json, "s")} from statements s
        where s.document_id = page.document_id and s.id = page.claim_id)`,
    }),
    key: array([`'"claim"'`, "page.seq", "0", `'""'`]),
    order: "page.seq desc",
  });
  return async (
    q: string,
    kinds: readonly SearchHit["kind"][],
    { after, limit }: PageRequest,
  ): Promise<Json<Page<SearchHit>>> => {
    const terms = queryTerms(q);
    const hits: Line[] = [];
    const from = after === null ? null : fromOf(after);
    if (terms.length > 0 && kinds.includes("source") && from?.kind !== "claim") {
      for (const { item, key } of await works(terms, from?.source ?? null, limit + 1))
        hits.push({ item: `{"kind":"source","source":${item}}`, key: `["source",${key.slice(1)}` });
    }
    if (terms.length > 0 && kinds.includes("claim") && hits.length <= limit) {
      const before = from?.kind === "claim" ? from.seq : Number.MAX_SAFE_INTEGER;
      const left = limit + 1 - hits.length;
      hits.push(...(await find(reads, claims, [search.matching(terms), before, left])).lines);
    }
    return pageOfLines(hits, limit);
  };
}
