/**
 * The store over Kysely: lists by page, one claim or source with what belongs to it.
 * Knows no engine by name: `sqlite.ts` opens it over a file, `postgresql.ts` over a database.
 */
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Finding, Statement } from "../../core/model.ts";
import { createAccounts } from "./accounts/index.ts";
import { createClaims } from "./claim-view.ts";
import { decodeCursor, toPage } from "./cursor.ts";
import { createDocumentPages } from "./document-pages.ts";
import type { StoreEngine } from "./engine.ts";
import { createImports } from "./imports/index.ts";
import { createJobQueue } from "./imports/queue.ts";
import { addDocument, removeDocument, toSummary } from "./insert.ts";
import { createLibrary } from "./library/index.ts";
import type { Db } from "./lookup.ts";
import { gathered } from "./reads.ts";
import { createRetractions } from "./retractions/index.ts";
import { recordEvents, reviewLog } from "./review.ts";
import { createSources } from "./source-view.ts";
import type { DocumentList, DocumentSummary, Page, PageRequest, SourceSummary, Store } from "./store.ts";

const unzip = promisify(gunzip);

/** Asked at every request for what follows from an analysis. */
function hashes({ name, reads }: StoreEngine): Store["analysisHash"] {
  type Row = readonly [id: string, hash: string];
  const text = (which: string) => `select id, analysis_hash from documents where id ${which}`;
  if (name === "sqlite") return async (id) => (await reads.rows<Row>(text("= $1"), [id]))[0]?.[1] ?? null;
  const ask = gathered(async (ids) => new Map(await reads.rows<Row>(text("= any($1::text[])"), [ids])));
  return async (id) => (await ask(id)) ?? null;
}

/** Returns the store over an open, migrated database. */
export function createSqlStore(db: Db, engine: StoreEngine): Store {
  const documentWhere = async (column: "id" | "hash", value: string): Promise<DocumentSummary | null> => {
    const row = await db.selectFrom("documents").selectAll().where(column, "=", value).executeTakeFirst();
    return row === undefined ? null : toSummary(row);
  };

  const claims = createClaims(db, engine);
  const pageJson = createDocumentPages(engine.reads);
  const page = async <T>(list: DocumentList, document: string, request: PageRequest): Promise<Page<T>> =>
    JSON.parse((await pageJson(list, document, request)).body) as Page<T>;
  const jobs = engine.name === "postgresql" ? createJobQueue(db) : null;

  return {
    imports: createImports(db, jobs?.enqueue ?? null),
    queue: jobs?.queue ?? null,
    accounts: createAccounts(db),
    library: createLibrary(db, engine),
    retractions: createRetractions(db, engine),
    tidy: () => engine.tidy(db),
    add: (document) => addDocument(db, engine, document),

    async documents({ after, limit }) {
      let query = db
        .selectFrom("documents")
        .selectAll()
        .orderBy("imported_at", "desc")
        .orderBy("id", "desc")
        .limit(limit + 1);
      if (after !== null) {
        const [at, id] = decodeCursor<[string, string]>(after, ["string", "string"]);
        query = query.where((eb) => eb(eb.refTuple("imported_at", "id"), "<", eb.tuple(at, id)));
      }
      return toPage(await query.execute(), limit, (r) => [r.imported_at, r.id], toSummary);
    },

    document: (id) => documentWhere("id", id),
    documentByHash: (hash) => documentWhere("hash", hash),

    async namesakes({ name, title }, limit) {
      const found = new Map<string, DocumentSummary>();
      for (const [column, value] of [
        ["name", name],
        ["title", title],
      ] as const) {
        if (value === null) continue;
        const rows = await db
          .selectFrom("documents")
          .selectAll()
          .where(column, "=", value)
          .where("latest", "=", 1)
          .orderBy("imported_at", "desc")
          .limit(limit)
          .execute();
        for (const row of rows) found.set(row.id, toSummary(row));
      }
      return [...found.values()];
    },

    async analysis(id) {
      const row = await db
        .selectFrom("analyses")
        .innerJoin("documents", "documents.id", "analyses.document_id")
        .select(["analyses.gzip", "documents.analysis_hash"])
        .where("analyses.document_id", "=", id)
        .executeTakeFirst();
      return row === undefined ? null : { gzip: new Uint8Array(row.gzip), hash: row.analysis_hash };
    },

    analysisHash: hashes(engine),
    state: engine.reads.state,

    async original(id) {
      const row = await db
        .selectFrom("originals")
        .select("gzip")
        .where("document_id", "=", id)
        .executeTakeFirst();
      return row === undefined ? null : unzip(new Uint8Array(row.gzip));
    },

    remove: (id) => removeDocument(db, engine, id),

    async versions(id) {
      const rows = await db
        .selectFrom("documents")
        .selectAll()
        .where("lineage", "=", (eb) => eb.selectFrom("documents").select("lineage").where("id", "=", id))
        .orderBy("version")
        .execute();
      return rows.map(toSummary);
    },

    review: (document, request) => reviewLog(db, document, request),
    async record(document, events) {
      const { items, lineage, seq, written } = await recordEvents(db, engine, document, events);
      if (written) engine.feed.publish(lineage, seq);
      return items;
    },
    watchReview: (lineage, listener) => engine.feed.listen(lineage, listener),
    reviewsHeard: () => engine.feed.ready(),

    claims: (document, request) => page<Statement>("claims", document, request),
    findings: (document, request) => page<Finding>("findings", document, request),
    sources: (document, request) => page<SourceSummary>("sources", document, request),
    pageJson,

    claim: claims.view,
    claimJson: claims.json,

    source: createSources(db, engine.reads),

    async ping() {
      await db.selectFrom("documents").select("id").limit(1).execute();
    },

    async close() {
      await engine.close();
      await db.destroy();
    },
  };
}
