/**
 * Wordings that several claims have, so that a list of them does not go through all claims of the library. One stays
 * on record when its claims have gone: whoever reads counts again.
 */
import { sql, type Transaction } from "kysely";
import type { Tables } from "../tables.ts";

/** What is locked while repeated wordings are recorded: of two documents that come in, the second sees the first. */
export const wordingsKey = "claim wordings";

/**
 * Records which wordings of the document's claims stand in the index more than once; the claims are there and
 * `wordingsKey` is locked.
 *
 * The order within holds the database to the index of wordings though it knows nothing yet of what is in it: a new
 * library has no statistics, and going through all claims for each document takes ever longer.
 */
export async function recordRepeated(trx: Transaction<Tables>, document: string): Promise<void> {
  await sql`insert into repeated_wordings (wording)
    select distinct own.wording from claim_index own
    where own.document_id = ${document} and own.wording is not null
      and (select count(*) from (select 1 from claim_index c where c.wording = own.wording
        order by c.document_id, c.claim_id limit 2) as two) > 1
    on conflict do nothing`.execute(trx);
}

/** Does that for all claims of the library at once. */
export async function recordAllRepeated(trx: Transaction<Tables>): Promise<void> {
  await sql`insert into repeated_wordings (wording)
    select wording from claim_index where wording is not null
    group by wording having count(*) > 1 on conflict do nothing`.execute(trx);
}
