/** The list itself: its facts, its records as far as sources meet them, bringing it in and taking it away. */
import type { Insertable, Selectable } from "kysely";
import { checkedAgainst } from "../../../core/audit/index.ts";
import { identifiersOf } from "../../../core/audit/listed.ts";
import { indexRetractions, type RetractionRow, titleKey } from "../../../core/audit/retractions.ts";
import { hash } from "../../../core/hash.ts";
import { canonicalJson } from "../../../core/json.ts";
import type { Analysis, Csl } from "../../../core/model.ts";
import { inBatches } from "../batches.ts";
import { type StoreEngine, transact } from "../engine.ts";
import type { Db } from "../lookup.ts";
import { StoreError } from "../store.ts";
import type { RetractionListTable, RetractionRecordsTable } from "./tables.ts";
import type { ReadList, RetractionList, RetractionState } from "./types.ts";

/** The one row. */
const only = 1;

/** Values in one question, below the engines' limits of bound values. */
const many = 500;

/** Columns by which records are found. */
const columns = ["doi", "pmid", "title"] as const;
type Column = (typeof columns)[number];

/** Equal for equal values; unequal ones that share it are told apart by the record. */
const keyOf = (value: string | null): string | null => (value === null ? null : hash(value));

function factsOf(row: Selectable<RetractionListTable>): RetractionList | null {
  const { hash: sha256, row_count, skipped, usable, bytes, brought_at } = row;
  if (sha256 === null || brought_at === null) return null;
  return {
    hash: sha256,
    upTo: row.up_to,
    rows: row_count ?? 0,
    skipped: skipped ?? 0,
    usable: usable ?? 0,
    bytes: bytes ?? 0,
    broughtAt: brought_at,
    by: row.brought_by,
  };
}

/** Returns the list and its revision. */
export async function stateOf(db: Db): Promise<RetractionState> {
  const row = await db.selectFrom("retraction_list").selectAll().where("id", "=", only).executeTakeFirst();
  return row === undefined ? { revision: 0, list: null } : { revision: row.generation, list: factsOf(row) };
}

/** Returns the records that the sources may meet. */
async function recordsFor(db: Db, sources: readonly Csl[]): Promise<readonly RetractionRow[]> {
  const wanted: Readonly<Record<Column, Set<string>>> = { doi: new Set(), pmid: new Set(), title: new Set() };
  for (const csl of sources) {
    const identifiers = identifiersOf(csl);
    for (const [kind, value] of identifiers) wanted[kind === "DOI" ? "doi" : "pmid"].add(hash(value));
    const title = identifiers.length > 0 ? null : keyOf(titleKey(csl.title ?? ""));
    if (title !== null) wanted.title.add(title);
  }
  const found = new Map<number, string>();
  for (const column of columns) {
    const rows = await inBatches(
      wanted[column],
      (batch) =>
        db.selectFrom("retraction_records").select(["seq", "json"]).where(column, "in", batch).execute(),
      many,
    );
    for (const { seq, json } of rows) found.set(seq, json);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, json]) => JSON.parse(json) as RetractionRow);
}

/** An analysis with what the list says of its sources, and the state of the list that it is of. */
export interface Checked {
  readonly analysis: Analysis;
  readonly generation: number;
}

/**
 * Returns the analyses with what the list says. The state is read first: when the list changes meanwhile, they are of
 * one that is no more, and will be checked again.
 */
export async function check(db: Db, analyses: readonly Analysis[]): Promise<readonly Checked[]> {
  const { revision: generation, list } = await stateOf(db);
  if (list === null)
    return analyses.map((analysis) => ({ analysis: checkedAgainst(analysis, null), generation }));
  const sources = analyses.flatMap((a) => a.sources.map((s) => s.csl));
  const index = indexRetractions(list, await recordsFor(db, sources));
  return analyses.map((analysis) => ({ analysis: checkedAgainst(analysis, index), generation }));
}

const recordRow = (row: RetractionRow, seq: number): Insertable<RetractionRecordsTable> => ({
  seq,
  doi: keyOf(row.doi),
  pmid: keyOf(row.pmid),
  title: keyOf(row.title),
  json: canonicalJson(row),
});

/** Returns the rows of a list that a source can meet. */
export const usableRows = ({ rows }: Pick<ReadList, "rows">): readonly RetractionRow[] =>
  rows.filter(({ doi, pmid, title }) => doi !== null || pmid !== null || title !== null);

const gone = {
  ...{ hash: null, up_to: null, row_count: null, skipped: null },
  ...{ usable: null, bytes: null, brought_at: null, brought_by: null },
};

/** Puts the facts and the records in the place of those before, which must stand at the revision where one is given. */
function replace(
  db: Db,
  engine: StoreEngine,
  revision: number | null,
  facts: Omit<RetractionListTable, "id" | "generation">,
  records: readonly RetractionRow[],
): Promise<RetractionState> {
  return transact(db, engine, async (trx) => {
    // Also the lock: another change of the list waits here.
    const { generation } = await trx
      .insertInto("retraction_list")
      .values({ id: only, generation: 1, ...facts })
      .onConflict((oc) =>
        oc
          .column("id")
          .doUpdateSet((eb) => ({ ...facts, generation: eb("retraction_list.generation", "+", 1) })),
      )
      .returning("generation")
      .executeTakeFirstOrThrow();
    if (revision !== null && generation !== revision + 1)
      throw new StoreError("changed", "the retraction list was changed meanwhile");
    await trx.deleteFrom("retraction_records").execute();
    await engine.insertRows(trx, "retraction_records", records.map(recordRow));
    return stateOf(trx);
  });
}

/** Makes it the list of the library. The same file again changes nothing. */
export async function use(
  db: Db,
  engine: StoreEngine,
  list: ReadList,
  made: { readonly by: string | null; readonly at: string; readonly revision: number | null },
): Promise<RetractionState> {
  const before = await stateOf(db);
  const asked = made.revision === null || made.revision === before.revision;
  if (asked && before.list?.hash === list.facts.hash) return before;
  const { hash: sha256, upTo, rows, skipped } = list.facts;
  const records = usableRows(list);
  return replace(
    db,
    engine,
    made.revision,
    {
      ...{ hash: sha256, up_to: upTo, row_count: rows, skipped },
      ...{ usable: records.length, bytes: list.bytes, brought_at: made.at, brought_by: made.by },
    },
    records,
  );
}

/** Takes the list away; false when there is none. */
export async function discard(db: Db, engine: StoreEngine, revision: number | null): Promise<boolean> {
  if ((await stateOf(db)).list === null) return false;
  await replace(db, engine, revision, gone, []);
  return true;
}
