/** Claims and works that have all the words: works first, then claims, of the newest document first. */
import { decodeCursor } from "../cursor.ts";
import type { StoreEngine } from "../engine.ts";
import { array, type Json, type Line, linesOf, object, packed, pageOfLines } from "../packed.ts";
import type { Ask, Inquiry } from "../reads.ts";
import type { Page, PageRequest } from "../store.ts";
import { claimItem, documentItem } from "./items.ts";
import type { SearchHit } from "./types.ts";
import { queryTerms } from "./words.ts";
import { firstWork, packedWorks, type WorkCursor, workShape } from "./works.ts";

type From =
  | { readonly kind: "source"; readonly source: WorkCursor }
  | { readonly kind: "claim"; readonly seq: number };

/** Before all hits: the works come first. */
const start: From = { kind: "source", source: firstWork };

function fromOf(after: string): From {
  const [kind, a, b, id] = decodeCursor<[string, number, number, string]>(after, ["string", ...workShape]);
  return kind === "claim" ? { kind, seq: a } : { kind: "source", source: [a, b, id] };
}

interface Asked {
  /** As the index of words takes them. */
  readonly terms: string;
  readonly from: From;
  readonly works: boolean;
  readonly claims: boolean;
  /** Hits at most. */
  readonly most: number;
}

/** SQL of what is asked, in the order of the values. */
type Names = readonly [
  terms: string,
  most: string,
  works: string,
  direct: string,
  carried: string,
  id: string,
  claims: string,
  before: string,
];

type Row = readonly [
  works: string | null,
  workKeys: string | null,
  claims: string | null,
  claimKeys: string | null,
];

/** Works and claims in one question. Where few rows are looked at, claims are as many as the works leave room for. */
const inquiry = ({ json, search }: StoreEngine, rare: boolean): Inquiry => ({
  types: ["text", "integer", "integer", "integer", "integer", "text", "integer", "bigint"],
  text(values) {
    const [terms, most, works, direct, carried, id, claims, before] = values as Names;
    const found = packedWorks(json, {
      after: [direct, carried, id],
      having: search.sourceHas(terms),
      limit: `${most} * ${works}`,
    });
    // A plan for frequent words has to know the limit.
    const limit = rare ? `(${most} - (select shown from works)) * ${claims}` : `${most} * ${claims}`;
    const hits = packed({
      rows: search.claimHits({ terms, before, limit, rare }),
      // Looked up row by row, not joined: what is joined may come in many orders, and weighing them took PostgreSQL
      // longer than the search.
      item: object({
        kind: `'"claim"'`,
        document: `(select ${documentItem(json, "d")} from documents d where d.id = page.document_id)`,
        claim: `(select ${claimItem(json, "s")} from statements s
        where s.document_id = page.document_id and s.id = page.claim_id)`,
      }),
      key: array([`'"claim"'`, "page.seq", "0", `'""'`]),
    });
    return `with works (items, keys, shown) as (${found}), claims (items, keys, origin) as (${hits})
select works.items, works.keys, claims.items, claims.keys from works cross join claims`;
  },
});

async function hitsOf(ask: Ask<Row>, { terms, from, works, claims, most }: Asked): Promise<readonly Line[]> {
  const [sources, sourceKeys, items, keys] = await ask([
    ...[terms, most, works ? 1 : 0],
    ...(from.kind === "source" ? from.source : firstWork),
    ...[claims ? 1 : 0, from.kind === "claim" ? from.seq : Number.MAX_SAFE_INTEGER],
  ]);
  const found = linesOf(sources, sourceKeys).map(({ item, key }) => ({
    item: `{"kind":"source","source":${item}}`,
    key: `["source",${key.slice(1)}`,
  }));
  return [...found, ...linesOf(items, keys)];
}

/** Asks for the works, and for the claims only where those leave room. */
async function hitsApart(ask: Ask<Row>, asked: Asked): Promise<readonly Line[]> {
  const works = asked.works ? await hitsOf(ask, { ...asked, claims: false }) : [];
  const most = asked.most - works.length;
  if (!asked.claims || most === 0) return works;
  return [...works, ...(await hitsOf(ask, { ...asked, works: false, most }))];
}

/** Returns the reading of pages of hits. The cursor says how far each kind has come. */
export function createSearch(engine: StoreEngine) {
  const { reads, search } = engine;
  const together = reads.together<Row>(inquiry(engine, true));
  const alone = reads.alone<Row>(inquiry(engine, false));
  return async (
    q: string,
    kinds: readonly SearchHit["kind"][],
    { after, limit }: PageRequest,
  ): Promise<Json<Page<SearchHit>>> => {
    const terms = queryTerms(q);
    const from = after === null ? start : fromOf(after);
    const works = from.kind === "source" && kinds.includes("source");
    const claims = kinds.includes("claim");
    if (terms.length === 0 || !(works || claims)) return pageOfLines([], limit);
    const asked: Asked = { terms: search.matching(terms), from, works, claims, most: limit + 1 };
    const rare = await search.areRare(terms);
    return pageOfLines(await (rare ? hitsOf(together, asked) : hitsApart(alone, asked)), limit);
  };
}
