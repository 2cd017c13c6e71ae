/** Review events: recorded once, in order, for all versions of a document; and what they come to, kept beside. */
import { type Insertable, sql, type Transaction } from "kysely";
import { groupBy } from "../../core/group-by.ts";
import { canonicalJson } from "../../core/json.ts";
import {
  type Recorded,
  type ReviewEvent,
  type ReviewSubject,
  reviewState,
  subjectKey,
} from "../../core/review/index.ts";
import { inBatches } from "./batches.ts";
import { type StoreEngine, transact } from "./engine.ts";
import type { Db } from "./lookup.ts";
import { checkSubjects } from "./review-subjects.ts";
import { type ReviewLog, type ReviewRequest, StoreError } from "./store.ts";
import type { ReviewEventsTable, Tables } from "./tables.ts";

type Row = Pick<ReviewEventsTable, "seq" | "id" | "document_id" | "reviewer" | "subject" | "json">;

const columns = ["seq", "id", "document_id", "reviewer", "subject", "json"] as const;

const recorded = (row: Row): Recorded => ({
  seq: row.seq,
  document: row.document_id,
  event: JSON.parse(row.json) as ReviewEvent,
});

/** What a batch came to: every event of it as recorded, and the lineage where something new was written. */
export interface RecordedBatch {
  readonly items: readonly Recorded[];
  readonly lineage: string;
  /** The last `seq`. */
  readonly seq: number;
  readonly written: boolean;
}

/** Returns the batch without repetitions. Throws when one id stands for two events. */
function distinct(events: readonly ReviewEvent[]): ReadonlyMap<string, ReviewEvent> {
  const byId = new Map<string, ReviewEvent>();
  for (const event of events) {
    const before = byId.get(event.id);
    if (before !== undefined && canonicalJson(before) !== canonicalJson(event)) throw clash(event.id);
    byId.set(event.id, event);
  }
  return byId;
}

const clash = (id: string): StoreError =>
  new StoreError("event-conflict", `the event ${id} was recorded before with other content`);

/**
 * Records the events on one version: all of them or none. An event that was recorded before is passed over and
 * returned as it stands. Events of one document are recorded one batch after the other, whoever sends them.
 *
 * Throws a `StoreError`: "missing" for an unknown document, "event-conflict", "unknown-subject" for what the version
 * does not have, "not-yours" for taking back another reviewer's event.
 */
export function recordEvents(
  db: Db,
  engine: StoreEngine,
  document: string,
  events: readonly ReviewEvent[],
): Promise<RecordedBatch> {
  const byId = distinct(events);
  return transact(db, engine, async (trx) => {
    const { lineage, seq: last } = await lockLineage(trx, document);
    const known = new Map<string, Row>();
    const ids = [...byId.values()].flatMap((e) => (e.kind === "undo" ? [e.id, e.event] : [e.id]));
    await inBatches(ids, async (batch) => {
      const rows = await trx
        .selectFrom("review_events")
        .select(columns)
        .where("lineage", "=", lineage)
        .where("id", "in", batch)
        .execute();
      for (const row of rows) known.set(row.id, row);
      return rows;
    });
    for (const [id, event] of byId) {
      const row = known.get(id);
      if (row !== undefined && row.json !== canonicalJson(event)) throw clash(id);
    }
    const fresh = [...byId.values()].filter((e) => !known.has(e.id));
    await checkSubjects(trx, document, fresh);

    let seq = last;
    const rows: Insertable<ReviewEventsTable>[] = [];
    for (const event of fresh) {
      seq += 1;
      const row = {
        lineage,
        seq,
        id: event.id,
        document_id: document,
        reviewer: event.reviewer,
        subject: event.kind === "undo" ? undoneSubject(event, known) : ownSubject(event),
        json: canonicalJson(event),
      };
      known.set(event.id, row);
      rows.push(row);
    }
    if (rows.length > 0) {
      await inBatches(rows, (batch) =>
        trx
          .insertInto("review_events")
          .values([...batch])
          .execute(),
      );
      await trx.updateTable("lineages").set({ last_seq: seq }).where("id", "=", lineage).execute();
      await engine.announce(trx, lineage, seq);
      await settle(trx, lineage, new Set(rows.flatMap((r) => (r.subject == null ? [] : [r.subject]))));
    }
    return {
      items: events.map((e) => recorded(known.get(e.id)!)),
      lineage,
      seq,
      written: rows.length > 0,
    };
  });
}

/** Holds the lineage's row until the transaction ends, so that `seq` has no gaps and no two events share one. */
async function lockLineage(
  trx: Transaction<Tables>,
  document: string,
): Promise<{ readonly lineage: string; readonly seq: number }> {
  const row = await trx
    .updateTable("lineages")
    .set((eb) => ({ last_seq: eb.ref("last_seq") }))
    .where("id", "=", (eb) => eb.selectFrom("documents").select("lineage").where("id", "=", document))
    .returning(["id", "last_seq"])
    .executeTakeFirst();
  if (row === undefined) throw new StoreError("missing", `the library has no document "${document}"`);
  return { lineage: row.id, seq: row.last_seq };
}

const ownSubject = (event: ReviewEvent): string | null =>
  "subject" in event ? subjectKey(event.subject) : null;

/** The subject of what is taken back. Only the one who wrote an event may take it back. */
function undoneSubject(
  event: Extract<ReviewEvent, { readonly kind: "undo" }>,
  known: ReadonlyMap<string, Row>,
): string | null {
  const target = known.get(event.event);
  if (target === undefined)
    throw new StoreError("unknown-subject", `there is no event ${event.event} to undo in this document`);
  if (target.reviewer !== event.reviewer)
    throw new StoreError("not-yours", `the event ${event.event} was written by another reviewer`);
  return target.subject;
}

/** Brings what the events come to up to date for these subjects; linear in their events. */
async function settle(
  trx: Transaction<Tables>,
  lineage: string,
  subjects: ReadonlySet<string>,
): Promise<void> {
  const rows = await inBatches(subjects, (batch) =>
    trx
      .selectFrom("review_events")
      .select(columns)
      .where("lineage", "=", lineage)
      .where("subject", "in", batch)
      .orderBy("seq")
      .execute(),
  );
  for (const table of ["review_verdicts", "review_subjects"] as const)
    await inBatches(subjects, async (batch) => {
      await trx.deleteFrom(table).where("lineage", "=", lineage).where("subject", "in", batch).execute();
      return [];
    });
  const states = [...groupBy(rows, (r) => r.subject!)].flatMap(([, own]) => [
    ...reviewState(own.map((r) => recorded(r).event)).values(),
  ]);
  await inBatches(
    states.map(({ subject, status, verdict }) => ({
      lineage,
      subject: subjectKey(subject),
      claim_id: subject.claim,
      source_id: sourceOf(subject),
      status,
      verdict,
    })),
    (batch) =>
      trx
        .insertInto("review_subjects")
        .values([...batch])
        .execute(),
  );
  await inBatches(
    states.flatMap(({ subject, verdicts }) =>
      verdicts.map(({ reviewer, verdict }) => ({ lineage, subject: subjectKey(subject), reviewer, verdict })),
    ),
    (batch) =>
      trx
        .insertInto("review_verdicts")
        .values([...batch])
        .execute(),
  );
  await recount(trx, lineage);
}

const sourceOf = (subject: ReviewSubject): string | null => (subject.kind === "pair" ? subject.source : null);

/**
 * Counts the reviewed pairs and the conflicts of every version again. A version counts a verdict where it has the
 * very pair, by its ids. Linear in the reviewed pairs of the lineage, times its versions.
 */
export async function recount(db: Db, lineage: string): Promise<void> {
  const reviewed = (which: ReturnType<typeof sql>) => sql<number>`(
    select count(*) from review_subjects s
    where s.lineage = documents.lineage and s.source_id is not null and (${which}) and exists (
      select 1 from edges e
      where e.document_id = documents.id and e.claim_id = s.claim_id and e.source_id = s.source_id))`;
  await db
    .updateTable("documents")
    .set({
      reviewed_pairs: reviewed(sql`s.verdict is not null or s.status = 'conflict'`),
      conflicts: reviewed(sql`s.status = 'conflict'`),
    })
    .where("lineage", "=", lineage)
    .execute();
}

/** Returns the log of the document's lineage in order of recording, or null for an unknown document. */
export async function reviewLog(
  db: Db,
  document: string,
  { after, limit, blind }: ReviewRequest,
): Promise<ReviewLog | null> {
  const lineage = await db
    .selectFrom("documents")
    .innerJoin("lineages", "lineages.id", "documents.lineage")
    .select(["lineages.id", "lineages.last_seq"])
    .where("documents.id", "=", document)
    .executeTakeFirst();
  if (lineage === undefined) return null;
  let query = db
    .selectFrom("review_events")
    .select(columns)
    .where("lineage", "=", lineage.id)
    .where("seq", ">", after)
    .orderBy("seq")
    .limit(limit + 1);
  if (blind !== null)
    query = query.where((eb) =>
      eb.or([
        eb("reviewer", "=", blind),
        eb("subject", "is", null),
        eb.exists(
          eb
            .selectFrom("review_verdicts as own")
            .select("own.verdict")
            .where("own.lineage", "=", lineage.id)
            .where("own.reviewer", "=", blind)
            .whereRef("own.subject", "=", "review_events.subject"),
        ),
      ]),
    );
  const rows = await query.execute();
  const shown = rows.slice(0, limit);
  return {
    lineage: lineage.id,
    items: shown.map(recorded),
    next: rows.length > limit ? (shown.at(-1)?.seq ?? after) : null,
    version: lineage.last_seq,
  };
}
