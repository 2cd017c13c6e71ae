/** Full-text search by tsvector, made from our own words: no parser and no dictionary of PostgreSQL's comes in between. */
import { sql, type Transaction } from "kysely";
import type { Term } from "./library/words.ts";
import { insertRows } from "./postgresql-rows.ts";
import { createWay } from "./postgresql-words.ts";
import type { Questions } from "./reads.ts";
import type { SearchIndex } from "./search.ts";
import type { Tables } from "./tables.ts";

type Trx = Transaction<Tables>;

const tables = ["claim_index", "library_sources"] as const;

/** The least the server takes, in KiB. */
const pendingKb = 64;

const matching = (terms: readonly Term[]): string =>
  terms.map(({ word, prefix }) => `'${word}'${prefix ? ":*" : ""}`).join(" & ");

/** A tsvector as PostgreSQL reads it: words without places. */
const written = (words: readonly string[]): string =>
  [...new Set(words)].map((word) => `'${word.replaceAll(/['\\]/g, "$&$&")}'`).join(" ");

const insert = (
  trx: Trx,
  table: (typeof tables)[number],
  rows: readonly { readonly words: readonly string[] }[],
): Promise<void> =>
  insertRows(trx, table, rows.map(({ words, ...row }) => ({ ...row, words: written(words) })) as never);

/** Returns the search over a database that can be asked. */
export const createPostgresSearch = (questions: Questions): SearchIndex => ({
  async create(db) {
    for (const table of tables) {
      await sql`alter table ${sql.table(table)} add column words tsvector`.execute(db);
      await sql`create index ${sql.ref(`${table}_by_words`)} on ${sql.table(table)} using gin (words)`.execute(
        db,
      );
    }
  },
  // By default 4 MB wait there, and each search goes through them: many times what it costs to find a word.
  async limitPending(db) {
    for (const table of tables)
      await sql`alter index ${sql.ref(`${table}_by_words`)} set (gin_pending_list_limit = ${sql.lit(pendingKb)})`.execute(
        db,
      );
  },
  insertClaims: (trx, rows) => insert(trx, "claim_index", rows),
  insertSources: (trx, rows) => insert(trx, "library_sources", rows),
  async reword(trx, seq, words) {
    await sql`update library_sources set words = ${written(words)}::tsvector where seq = ${seq}`.execute(trx);
  },
  // The words stand in the row and go with it.
  dropClaims: async () => {},
  dropSources: async () => {},
  matching,
  way: createWay(questions),
  claimHits({ terms, before, limit, few, above }) {
    const hits = (seq: string, ...further: readonly string[]): string =>
      `(select seq, document_id, claim_id from claim_index
      where ${[`words @@ ${terms}::tsquery`, `${seq} < ${before}`, ...further].join(" and ")}
      order by ${seq} desc limit ${limit})`;
    if (!few) return hits("seq");
    // By an expression that only the indexes of the newest claims have: the rows are found by their words and sorted,
    // whatever else seems cheaper to a plan that does not know the words.
    const seq = "seq + 0";
    if (above === null) return hits(seq);
    // The number stands in the text: that is how the database knows that its index will do.
    return `with newest as ${hits(seq, `${seq} > ${above}`)}
    select * from (select * from newest
      union all ${hits(seq, `${seq} <= ${above}`, `(select count(*) from newest) < ${limit}`)}) as found
    order by seq desc limit ${limit}`;
  },
  sourceHas: (terms) => `words @@ ${terms}::tsquery`,
});
