/**
 * Merges that a reviewer states. Two sources of one document can be stated to be one work as well: the library counts
 * their claims once from then on. The document itself keeps both, in its list, its findings and its verdicts, because
 * its analysis is the same bytes for the same text and no decision of the library changes it.
 */
import type { Transaction } from "kysely";
import { canonicalJson } from "../../../core/json.ts";
import type { Source } from "../../../core/model.ts";
import { type StoreEngine, transact } from "../engine.ts";
import { type Db, record } from "../lookup.ts";
import { StoreError } from "../store.ts";
import type { Tables } from "../tables.ts";
import { join } from "./clusters.ts";
import { type MergeEvidence, weighAny } from "./identity.ts";
import { lockWorks } from "./lock-works.ts";
import { mergeId, statedKey } from "./merge-id.ts";
import { mergeById } from "./merges.ts";
import { selectMembers, toMember } from "./rows.ts";
import type { Comparison, LibraryStore } from "./types.ts";

async function sideOf(db: Db, atom: string) {
  const row = await selectMembers(db).select("m.cluster").where("m.atom", "=", atom).executeTakeFirst();
  return row === undefined
    ? null
    : { member: toMember(row), cluster: row.cluster, source: record<Source>(row) };
}

export async function compare(db: Db, a: string, b: string): Promise<Comparison | null> {
  const [x, y] = [await sideOf(db, a), await sideOf(db, b)];
  if (x === null || y === null) return null;
  return {
    a: x.member,
    b: y.member,
    together: x.cluster === y.cluster,
    ...weighAny(x.source, y.source),
    merge: await mergeById(db, mergeId(a, b)),
  };
}

/** Writes the merge with its reason and makes the two works one. */
export const state =
  (db: Db, engine: StoreEngine): LibraryStore["state"] =>
  ({ a, b, reason, words, by, at }) =>
    transact(db, engine, async (trx: Transaction<Tables>) => {
      const id = mergeId(a, b);
      const key = statedKey(id);
      await lockWorks(trx, engine, { a, b, key });
      const found = await compare(trx, a, b);
      if (found === null) return null;
      if (found.merge !== null)
        throw new StoreError(
          "merge-exists",
          `the two are weighed already: ${found.merge.id} is ${found.merge.state}`,
        );
      if (found.together) throw new StoreError("merge-exists", "the two are one work already");
      const { agree, differ } = found;
      const value = found.found.find((f) => f.reason === reason)?.value ?? null;
      const evidence: MergeEvidence = { value, agree, differ };
      await trx
        .insertInto("merges")
        .values({
          ...{ id, a, b, key, reason, evidence: canonicalJson(evidence), state: "accepted" },
          ...{ decided_by: by, decided_at: at, revision: 1, stated_by: by, words },
        })
        .execute();
      await join(trx, engine, a, b);
      return mergeById(trx, id);
    });
