/**
 * Wordings that several claims have, so that a list of them does not go through all claims of the library. One stays
 * on record when its claims have gone: whoever reads counts again.
 */
import { sql, type Transaction } from "kysely";
import { inBatches } from "../batches.ts";
import type { StoreEngine } from "../engine.ts";
import type { SearchIndex } from "../search.ts";
import type { Tables } from "../tables.ts";

/** Writes claims into the index, and records which of their wordings stand there more than once now. */
export async function insertClaims(
  trx: Transaction<Tables>,
  engine: StoreEngine,
  rows: Parameters<SearchIndex["insertClaims"]>[1],
): Promise<void> {
  await engine.search.insertClaims(trx, rows);
  const wordings = rows.flatMap(({ wording }) => wording ?? []);
  // Two documents that come in at one moment see each other's claims: the second one waits for the first.
  await engine.lockKeys(trx, ["claim wordings"]);
  await inBatches(wordings, async (batch) => {
    await sql`insert into repeated_wordings (wording)
      select wording from claim_index where wording in (${sql.join(batch)})
      group by wording having count(*) > 1 on conflict do nothing`.execute(trx);
    return [];
  });
}
