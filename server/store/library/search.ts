/** Claims and works that have all the words: works first, then claims, of the newest document first. */
import { decodeCursor } from "../cursor.ts";
import type { StoreEngine } from "../engine.ts";
import { array, type Json, type Line, linesOf, object, packed, pageOfLines } from "../packed.ts";
import type { Ask, Inquiry } from "../reads.ts";
import type { Way } from "../search.ts";
import type { Page, PageRequest } from "../store.ts";
import { claimItem, documentItem } from "./items.ts";
import type { SearchHit } from "./types.ts";
import { queryTerms } from "./words.ts";
import { firstWork, packedWorks, type WorkCursor, workShape } from "./works.ts";

type From =
  | { readonly kind: "source"; readonly source: WorkCursor }
  | { readonly kind: "claim"; readonly seq: number };

/** As long as that of a work. */
type ClaimCursor = readonly [kind: string, seq: number, zero: number, empty: string];

/** Before all hits: the works come first. */
const start: From = { kind: "source", source: firstWork };

function fromOf(after: string): From {
  const [kind, seq] = decodeCursor<ClaimCursor>(after, ["string", "place", "count", "string"]);
  if (kind === "claim") return { kind, seq };
  const [, ...source] = decodeCursor<[string, ...WorkCursor]>(after, ["string", ...workShape]);
  return { kind: "source", source };
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

/** How a question is put: all that its text is made from besides the values. */
interface Manner {
  /** Whether it goes through few rows. */
  readonly few: boolean;
  readonly above: Way["claims"]["above"];
  readonly leading: boolean;
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
const inquiry = ({ json, search }: StoreEngine, { few, above, leading }: Manner): Inquiry => ({
  types: ["text", "integer", "integer", "integer", "integer", "text", "integer", "bigint"],
  text(values) {
    const [terms, most, works, direct, carried, id, claims, before] = values as Names;
    const found = packedWorks(json, {
      after: [direct, carried, id],
      having: search.sourceHas(terms),
      limit: `${most} * ${works}`,
      leading,
    });
    // A plan for frequent words has to know the limit.
    const limit = few ? `(${most} - (select shown from works)) * ${claims}` : `${most} * ${claims}`;
    const hits = packed({
      rows: search.claimHits({ terms, before, limit, few, above }),
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

/** Manners at most that are known at a time: bounds change seldom, and old ones are not asked with again. */
const mostManners = 20;

function createAsks(engine: StoreEngine): (manner: Manner) => Ask<Row> {
  const asks = new Map<string, Ask<Row>>();
  return (manner) => {
    const { few, above, leading } = manner;
    const name = `${few} ${above} ${leading}`;
    let ask = asks.get(name);
    if (ask === undefined) {
      if (asks.size === mostManners) asks.clear();
      const made = inquiry(engine, manner);
      ask = few ? engine.reads.together<Row>(made) : engine.reads.alone<Row>(made);
      asks.set(name, ask);
    }
    return ask;
  };
}

/** Returns the reading of pages of hits. The cursor says how far each kind has come. */
export function createSearch(engine: StoreEngine) {
  const { search } = engine;
  const asks = createAsks(engine);
  /** Asks for the works, and for the claims only where those leave room: each in its own way. */
  const hitsApart = async (asked: Asked, way: Way): Promise<readonly Line[]> => {
    const works = asked.works
      ? await hitsOf(asks({ ...way.works, above: null }), { ...asked, claims: false })
      : [];
    const most = asked.most - works.length;
    if (!asked.claims || most === 0) return works;
    const claims = { ...asked, works: false, most };
    return [...works, ...(await hitsOf(asks({ ...way.claims, leading: false }), claims))];
  };
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
    const most = limit + 1;
    const before = from.kind === "claim" ? from.seq : Number.MAX_SAFE_INTEGER;
    const way = await search.way(terms, { before, most });
    const asked: Asked = { terms: search.matching(terms), from, works, claims, most };
    const found =
      way.works.few && way.claims.few
        ? await hitsOf(asks({ ...way.claims, leading: false }), asked)
        : await hitsApart(asked, way);
    return pageOfLines(found, limit);
  };
}
