/**
 * Pages of what one document has, in text order, put together by the database: its records are JSON and go out as
 * they lie, where reading fifty of them one by one would cost ten times as much.
 */
import { decodeCursor, encodeCursor } from "./cursor.ts";
import type { Reads } from "./reads.ts";
import type { DocumentList, PageJson, PageRequest } from "./store.ts";

type Row = readonly [hash: string | null, count: number, last: number | null, items: string | null];

interface List {
  readonly page: string;
  readonly beyond: string;
}

/** `from` names the rows of a document, `item` what a page shows of one. */
function list(from: string, item = "json"): List {
  const rows = (more: string) => `from ${from} where document_id = $1${more}`;
  return {
    page: `
select (select analysis_hash from documents where id = $1), count(*), max(position),
  string_agg(item, ',' order by position)
from (select position, ${item} as item ${rows(" and position > $2")} order by position limit $3) as page`,
    beyond: `select 1 ${rows(" and position > $2")} limit 1`,
  };
}

const claimsOn = (scope: string): string => `(select count(distinct e.claim_id) from edges e
    where e.document_id = sources.document_id and e.source_id = sources.id${scope})`;

const lists = {
  claims: list("(select document_id, position, json from statements where kind = 'claim') as claims"),
  findings: list("findings"),
  sources: list(
    `(select document_id, position, json, ${claimsOn(" and e.scope = 'direct'")} as direct,
    ${claimsOn("")} as claims from sources) as counted`,
    `'{"source":' || json || ',"directClaims":' || direct || ',"carriedClaims":' || (claims - direct) || '}'`,
  ),
} satisfies Readonly<Record<DocumentList, List>>;

/** Returns the reading of pages. */
export const createDocumentPages =
  (reads: Reads) =>
  async (what: DocumentList, document: string, { after, limit }: PageRequest): Promise<PageJson> => {
    const { page, beyond } = lists[what];
    const from = after === null ? -1 : decodeCursor<[number]>(after, ["number"])[0];
    const [origin, count, last, items] = (await reads.row<Row>(page, [document, from, limit]))!;
    const full = count === limit && last !== null;
    const more = full && (await reads.row(beyond, [document, last])) !== undefined;
    const next = more ? encodeCursor([last]) : null;
    return { body: `{"items":[${items ?? ""}],"next":${JSON.stringify(next)}}`, origin };
  };
