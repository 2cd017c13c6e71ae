/** Full-text search by tsvector, made from our own words: no parser and no dictionary of PostgreSQL's comes in between. */
import { sql, type Transaction } from "kysely";
import { inBatches } from "./batches.ts";
import type { Term } from "./library/words.ts";
import type { SearchIndex } from "./search.ts";
import type { Tables } from "./tables.ts";

type Trx = Transaction<Tables>;

const tables = ["claim_index", "library_sources"] as const;

const matching = (terms: readonly Term[]): string =>
  terms.map(({ word, prefix }) => `'${word}'${prefix ? ":*" : ""}`).join(" & ");

const vector = (words: readonly string[]) =>
  sql`array_to_tsvector(string_to_array(${[...new Set(words)].join(" ")}, ' '))`;

async function insert(
  trx: Trx,
  table: (typeof tables)[number],
  rows: readonly { readonly words: readonly string[] }[],
): Promise<void> {
  await inBatches(
    rows,
    async (batch) => {
      const values = batch.map(({ words, ...row }) => ({ ...row, words: vector(words) }));
      await trx
        .insertInto(table)
        .values(values as never)
        .execute();
      return [];
    },
    500,
  );
}

export const postgresSearch: SearchIndex = {
  async create(db) {
    for (const table of tables) {
      await sql`alter table ${sql.table(table)} add column words tsvector`.execute(db);
      await sql`create index ${sql.ref(`${table}_by_words`)} on ${sql.table(table)} using gin (words)`.execute(
        db,
      );
    }
  },
  insertClaims: (trx, rows) => insert(trx, "claim_index", rows),
  insertSources: (trx, rows) => insert(trx, "library_sources", rows),
  async reword(trx, seq, words) {
    await sql`update library_sources set words = ${vector(words)} where seq = ${seq}`.execute(trx);
  },
  // The words stand in the row and go with it.
  dropClaims: async () => {},
  dropSources: async () => {},
  matching,
  claimHits: `select seq from claim_index where words @@ $1::tsquery and seq < $2 order by seq desc limit $3`,
  sourceHas: (parameter) => `words @@ ${parameter}::tsquery`,
};
