/** The retraction list of an open library. */
import { onList, type Standing } from "../../../core/audit/listed.ts";
import { indexRetractions } from "../../../core/audit/retractions.ts";
import type { Source } from "../../../core/model.ts";
import { decodeCursor } from "../cursor.ts";
import type { StoreEngine } from "../engine.ts";
import { workItem } from "../library/items.ts";
import { type WorkCursor, workShape } from "../library/works.ts";
import type { Db } from "../lookup.ts";
import { array, find, object, packed, pageOfLines } from "../packed.ts";
import { check, discard, stateOf, usableRows, use } from "./list.ts";
import { recheck } from "./recheck.ts";
import type { OnListCounts, ReadList, RetractionPreview, Retractions } from "./types.ts";

/** The gravest first; the rank of a source is its place from 1. */
const standings = ["retracted", "noticed", "possible"] as const satisfies readonly Standing[];

/** Above every count. */
const top = 2 ** 31 - 1;

/**
 * SQL of the sources on the list and the works that they are taken for. In this order: SQLite keeps that of cross joins,
 * and would go through all members for the few that are on it otherwise.
 */
const members = `from listed_sources x cross join library_members m
  where m.document_id = x.document_id and m.source_id = x.source_id`;

/** Sources read at once. */
const portion = 1000;

const counted = (works: Iterable<number>): OnListCounts => {
  const counts: Record<Standing, number> = { retracted: 0, noticed: 0, possible: 0 };
  for (const place of works) counts[standings[place]!] += 1;
  return counts;
};

/** Says what a list knows of the sources of the library. */
async function preview(db: Db, list: ReadList): Promise<RetractionPreview> {
  const index = indexRetractions(list.facts, list.rows);
  const works = new Map<string, number>();
  let after: { readonly document_id: string; readonly source_id: string } | null = null;
  do {
    const rows: readonly { document_id: string; source_id: string; cluster: string; json: string }[] =
      await db
        .selectFrom("library_members as m")
        .innerJoin("sources as s", (on) =>
          on.onRef("s.document_id", "=", "m.document_id").onRef("s.id", "=", "m.source_id"),
        )
        .select(["m.document_id", "m.source_id", "m.cluster", "s.json"])
        .where((eb) =>
          eb(
            eb.refTuple("m.document_id", "m.source_id"),
            ">",
            eb.tuple(after?.document_id ?? "", after?.source_id ?? ""),
          ),
        )
        .orderBy("m.document_id")
        .orderBy("m.source_id")
        .limit(portion)
        .execute();
    for (const { cluster, json } of rows) {
      const found = onList(index, (JSON.parse(json) as Source).csl);
      if (found === null) continue;
      const place = standings.indexOf(found.standing);
      works.set(cluster, Math.min(place, works.get(cluster) ?? place));
    }
    after = rows.length < portion ? null : rows.at(-1)!;
  } while (after !== null);
  const { list: known } = await stateOf(db);
  return {
    ...list.facts,
    usable: usableRows(list).length,
    bytes: list.bytes,
    sources: counted(works.values()),
    known: known?.hash === list.facts.hash,
  };
}

/** Returns the list of an open library. */
export function createRetractions(db: Db, engine: StoreEngine): Retractions {
  const { reads, json } = engine;
  const page = packed({
    // The gravest of its members speaks for a work.
    rows: `
select w.id, w.label, w.csl, w.documents, w.direct_claims, w.carried_claims, w.mentions, l.said
from (
  select m.cluster, min(x.rank || x.json) as said ${members} group by m.cluster) as l
cross join library_sources w
where w.id = l.cluster and (w.direct_claims, w.carried_claims, w.id) < ($1, $2, $3)
order by w.direct_claims desc, w.carried_claims desc, w.id desc limit $4`,
    item: object({
      source: workItem(json, "page"),
      standing: `case substr(page.said, 1, 1) ${standings
        .map((word, place) => `when '${place + 1}' then '"${word}"'`)
        .join(" ")} end`,
      notices: "substr(page.said, 2)",
    }),
    key: array(["page.direct_claims", "page.carried_claims", json.text("page.id")]),
    order: "page.direct_claims desc, page.carried_claims desc, page.id desc",
  });
  return {
    state: () => stateOf(db),
    async of(document) {
      const { revision, list } = await stateOf(db);
      const row = await db
        .selectFrom("documents")
        .select("list_generation")
        .where("id", "=", document)
        .executeTakeFirst();
      return row?.list_generation === revision ? list : null;
    },
    preview: (list) => preview(db, list),
    use: (list, made) => use(db, engine, list, made),
    discard: (revision) => discard(db, engine, revision),
    checked: async (analysis) => (await check(db, [analysis]))[0]!.analysis,
    async checking() {
      const { revision } = await stateOf(db);
      const [counts] = await reads.rows<readonly [number, number]>(
        "select count(*), count(case when list_generation <> $1 then 1 end) from documents",
        [revision],
      );
      const works = await reads.rows<readonly [string]>(
        `select min(x.rank) ${members} group by m.cluster`,
        [],
      );
      return {
        documents: Number(counts![0]),
        waiting: Number(counts![1]),
        sources: counted(works.map(([rank]) => Number(rank) - 1)),
      };
    },
    recheck: (limit) => recheck(db, engine, limit),
    async sources({ after, limit }) {
      const from = after === null ? [top, top, ""] : decodeCursor<WorkCursor>(after, workShape);
      return pageOfLines((await find(reads, page, [...from, limit + 1])).lines, limit);
    },
  };
}
