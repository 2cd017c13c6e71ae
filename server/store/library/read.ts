/** Questions across documents: the works, what rests on them, what falls without them, search, equal wording. */
import { type RawBuilder, sql } from "kysely";
import { groupBy } from "../../../core/group-by.ts";
import { inBatches } from "../batches.ts";
import { decodeCursor, encodeCursor, toPage } from "../cursor.ts";
import type { StoreEngine } from "../engine.ts";
import type { Db } from "../lookup.ts";
import type { Page, PageRequest } from "../store.ts";
import { documentRefs, selectMembers, sourceColumns, toClaimRef, toMember, toSource } from "./rows.ts";
import type { LibraryClaim, LibrarySource, Member, SameWording, SearchHit } from "./types.ts";
import { queryTerms, type Term } from "./words.ts";

type SourceCursor = readonly [number, number, string];
const sourceShape = ["number", "number", "string"] as const;

async function sourceRows(
  db: Db,
  after: SourceCursor | null,
  limit: number,
  condition: RawBuilder<boolean> | null,
) {
  let query = db
    .selectFrom("library_sources")
    .select(sourceColumns)
    .orderBy("direct_claims", "desc")
    .orderBy("carried_claims", "desc")
    .orderBy("id", "desc")
    .limit(limit);
  if (condition !== null) query = query.where(condition);
  if (after !== null)
    query = query.where((eb) =>
      eb(
        eb.refTuple("direct_claims", "carried_claims", "id"),
        "<",
        eb.tuple(...(after as [number, number, string])),
      ),
    );
  return query.execute();
}

const cursorOf = (s: LibrarySource): SourceCursor => [s.directClaims, s.carriedClaims, s.id];

/** Returns a page of works, the most load-bearing first. */
export async function librarySources(
  db: Db,
  engine: StoreEngine,
  { after, limit }: PageRequest,
  q: string | null,
): Promise<Page<LibrarySource>> {
  const terms = q === null ? [] : queryTerms(q);
  if (q !== null && terms.length === 0) return { items: [], next: null };
  const cursor = after === null ? null : decodeCursor<SourceCursor>(after, sourceShape);
  const condition = terms.length === 0 ? null : engine.search.sourceHas(terms);
  const rows = await sourceRows(db, cursor, limit + 1, condition);
  return toPage(rows.map(toSource), limit, cursorOf, (s) => s);
}

/** Returns the works by their ids or those of their members, in the order asked; null where there is none. */
export async function worksByIds(db: Db, ids: readonly string[]): Promise<readonly (LibrarySource | null)[]> {
  const members = await inBatches(ids, (batch) =>
    db.selectFrom("library_members").select(["atom", "cluster"]).where("atom", "in", batch).execute(),
  );
  const clusters = new Map(members.map((m) => [m.atom, m.cluster]));
  const wanted = ids.map((id) => clusters.get(id) ?? id);
  const rows = await inBatches(wanted, (batch) =>
    db.selectFrom("library_sources").select(sourceColumns).where("id", "in", batch).execute(),
  );
  const byId = new Map(rows.map((r) => [r.id, toSource(r)]));
  return wanted.map((id) => byId.get(id) ?? null);
}

/** Returns a page of the sources that are taken for the work, document by document. */
export async function membersOf(
  db: Db,
  cluster: string,
  { after, limit }: PageRequest,
): Promise<Page<Member>> {
  let query = selectMembers(db)
    .where("m.cluster", "=", cluster)
    .orderBy("m.document_id")
    .orderBy("m.source_id")
    .limit(limit + 1);
  if (after !== null) {
    const [document, source] = decodeCursor<[string, string]>(after, ["string", "string"]);
    query = query.where((eb) =>
      eb(eb.refTuple("m.document_id", "m.source_id"), ">", eb.tuple(document, source)),
    );
  }
  const rows = await query.execute();
  return toPage(rows, limit, (r) => [r.document_id, r.source_id], toMember);
}

/** Returns a page of the claims that rest on the work; reads no more documents than the page can show. */
export async function claimsOn(
  db: Db,
  cluster: string,
  { after, limit }: PageRequest,
): Promise<Page<LibraryClaim>> {
  const from = after === null ? null : decodeCursor<[string, number]>(after, ["string", "number"]);
  // Each of these documents has a claim to show, but the first one, all of whose claims may have been shown.
  let documents = db
    .selectFrom("library_members")
    .select("document_id")
    .distinct()
    .where("cluster", "=", cluster)
    .where((eb) => eb.or([eb("direct_claims", ">", 0), eb("carried_claims", ">", 0)]))
    .orderBy("document_id")
    .limit(limit + 2);
  if (from !== null) documents = documents.where("document_id", ">=", from[0]);
  const ids = (await documents.execute()).map((r) => r.document_id);
  const rows = await inBatches(ids, (batch) =>
    db
      .selectFrom("library_members as m")
      .innerJoin("edges as e", (on) =>
        on.onRef("e.document_id", "=", "m.document_id").onRef("e.source_id", "=", "m.source_id"),
      )
      .innerJoin("statements as s", (on) =>
        on.onRef("s.document_id", "=", "e.document_id").onRef("s.id", "=", "e.claim_id"),
      )
      .select(["s.document_id", "s.position", "s.json", "e.scope"])
      .where("m.cluster", "=", cluster)
      .where("m.document_id", "in", batch)
      .execute(),
  );
  const claims = [...groupBy(rows, (r) => `${r.document_id} ${r.position}`).values()]
    .map((own) => ({ ...own[0]!, direct: own.some((r) => r.scope === "direct") }))
    .filter((c) => from === null || c.document_id > from[0] || c.position > from[1])
    .sort((a, b) =>
      a.document_id === b.document_id ? a.position - b.position : a.document_id < b.document_id ? -1 : 1,
    );
  const refs = await documentRefs(
    db,
    claims.map((c) => c.document_id),
  );
  return toPage(
    claims,
    limit,
    (c) => [c.document_id, c.position],
    (c): LibraryClaim => ({
      document: refs.get(c.document_id)!,
      claim: toClaimRef(c.json),
      scope: c.direct ? "direct" : "carried",
    }),
  );
}

/** Returns a page of hits: sources, then claims. The cursor says how far each kind has come. */
export async function search(
  db: Db,
  engine: StoreEngine,
  q: string,
  kinds: readonly SearchHit["kind"][],
  { after, limit }: PageRequest,
): Promise<Page<SearchHit>> {
  const terms = queryTerms(q);
  if (terms.length === 0) return { items: [], next: null };
  const hits: { readonly key: readonly (string | number)[]; readonly hit: SearchHit }[] = [];
  const from = after === null ? null : searchCursor(after);
  if (kinds.includes("source") && from?.kind !== "claim") {
    const cursor = from === null ? null : from.source;
    for (const row of await sourceRows(db, cursor, limit + 1, engine.search.sourceHas(terms))) {
      const source = toSource(row);
      hits.push({ key: ["source", ...cursorOf(source)], hit: { kind: "source", source } });
    }
  }
  if (kinds.includes("claim") && hits.length <= limit) {
    const before = from?.kind === "claim" ? from.seq : null;
    for (const { seq, hit } of await claimHits(db, engine, terms, before, limit + 1 - hits.length))
      hits.push({ key: ["claim", seq, 0, ""], hit });
  }
  return toPage(
    hits,
    limit,
    (h) => h.key,
    (h) => h.hit,
  );
}

type SearchFrom =
  | { readonly kind: "source"; readonly source: SourceCursor }
  | { readonly kind: "claim"; readonly seq: number };

function searchCursor(after: string): SearchFrom {
  const [kind, a, b, id] = decodeCursor<[string, number, number, string]>(after, ["string", ...sourceShape]);
  return kind === "claim" ? { kind, seq: a } : { kind: "source", source: [a, b, id] };
}

async function claimHits(
  db: Db,
  engine: StoreEngine,
  terms: readonly Term[],
  before: number | null,
  limit: number,
): Promise<readonly { readonly seq: number; readonly hit: SearchHit }[]> {
  const seqs = await engine.search.claims(db, terms, before, limit);
  const rows = await inBatches(seqs, (batch) =>
    db
      .selectFrom("claim_index as c")
      .innerJoin("statements as s", (on) =>
        on.onRef("s.document_id", "=", "c.document_id").onRef("s.id", "=", "c.claim_id"),
      )
      .innerJoin("documents as d", "d.id", "c.document_id")
      .select(["c.seq", "c.document_id", "d.name", "d.title", "s.json"])
      .where("c.seq", "in", batch)
      .execute(),
  );
  return rows
    .sort((a, b) => b.seq - a.seq)
    .map((r) => ({
      seq: r.seq,
      hit: {
        kind: "claim",
        document: { id: r.document_id, name: r.name, title: r.title },
        claim: toClaimRef(r.json),
      },
    }));
}

/** Wordings looked at for one page: a page may hold fewer than asked and still have one behind it. */
const wordingsLookedAt = 200;

/** Returns wordings that several claims have, in order. */
async function repeatedWordings(db: Db, after: string | null, limit: number): Promise<readonly string[]> {
  let query = db
    .selectFrom("claim_index")
    .select("wording")
    .where("wording", "is not", null)
    .groupBy("wording")
    .having(sql<boolean>`count(*) > 1`)
    .orderBy("wording")
    .limit(limit);
  if (after !== null) query = query.where("wording", ">", after);
  return (await query.execute()).map((r) => r.wording!);
}

/** Returns those of the wordings that stand on different works in different places, in order. */
async function differing(db: Db, wordings: readonly string[]): Promise<readonly SameWording[]> {
  const claims = await inBatches(wordings, (batch) =>
    db
      .selectFrom("claim_index as c")
      .innerJoin("statements as s", (on) =>
        on.onRef("s.document_id", "=", "c.document_id").onRef("s.id", "=", "c.claim_id"),
      )
      .leftJoin("edges as e", (on) =>
        on.onRef("e.document_id", "=", "c.document_id").onRef("e.claim_id", "=", "c.claim_id"),
      )
      .leftJoin("library_members as m", (on) =>
        on.onRef("m.document_id", "=", "e.document_id").onRef("m.source_id", "=", "e.source_id"),
      )
      .leftJoin("library_sources as l", "l.id", "m.cluster")
      .select(["c.wording", "c.seq", "c.document_id", "s.json", "e.scope", "l.id as work", "l.label"])
      .where("c.wording", "in", batch)
      .orderBy("c.seq", "desc")
      .execute(),
  );
  const refs = await documentRefs(
    db,
    claims.map((c) => c.document_id),
  );
  const found = [...groupBy(claims, (c) => c.wording!)].map(([wording, own]) => ({
    wording,
    text: toClaimRef(own[0]!.json).text,
    claims: [...groupBy(own, (c) => c.seq).values()].map((edges) => {
      const footing = edges.some((e) => e.scope === "direct")
        ? edges.filter((e) => e.scope === "direct")
        : edges;
      const works = new Map(footing.flatMap((e) => (e.work === null ? [] : [[e.work, e.label!] as const])));
      return {
        document: refs.get(edges[0]!.document_id)!,
        claim: toClaimRef(edges[0]!.json),
        sources: [...works].map(([id, label]) => ({ id, label })).sort((a, b) => (a.id < b.id ? -1 : 1)),
      };
    }),
  }));
  return found
    .filter((w) => new Set(w.claims.map((c) => c.sources.map((s) => s.id).join(" "))).size > 1)
    .sort((a, b) => (a.wording < b.wording ? -1 : 1));
}

/** Returns a page of wordings that stand on different works in different places. */
export async function sameWording(db: Db, { after, limit }: PageRequest): Promise<Page<SameWording>> {
  let from = after === null ? null : decodeCursor<[string]>(after, ["string"])[0];
  const items: SameWording[] = [];
  const page = () =>
    toPage(
      items,
      limit,
      (w) => [w.wording],
      (w) => w,
    );
  for (let left = wordingsLookedAt; left > 0 && items.length <= limit; ) {
    // Most of them differ.
    const wanted = Math.min(left, limit + 1 - items.length);
    const wordings = await repeatedWordings(db, from, wanted);
    items.push(...(await differing(db, wordings)));
    if (wordings.length < wanted) return page();
    from = wordings.at(-1)!;
    left -= wanted;
  }
  return items.length > limit ? page() : { items, next: encodeCursor([from!]) };
}
