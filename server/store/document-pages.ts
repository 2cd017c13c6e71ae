/** Pages of what one document has, in text order; they follow from its analysis alone. */
import { decodeCursor } from "./cursor.ts";
import { array, findTogether, object, packed, pageOfLines } from "./packed.ts";
import type { Reads } from "./reads.ts";
import type { DocumentList, PageJson, PageRequest } from "./store.ts";

const page = (table: string, item = "json", where = ""): string =>
  packed({
    rows: `select * from ${table} where document_id = $1 and position > $2 ${where} order by position limit $3`,
    item,
    key: array(["position"]),
    order: "position",
    origin: "(select analysis_hash from documents where id = $1)",
  });

const direct = "count(distinct case when e.scope = 'direct' then e.claim_id end)";

/** SQL of a count over the citations of a source. */
const claimsOn = (count: string): string =>
  `(select ${count} from edges e where e.document_id = page.document_id and e.source_id = page.id)`;

const texts: Readonly<Record<DocumentList, string>> = {
  claims: page("statements", "json", "and kind = 'claim'"),
  findings: page("findings"),
  sources: page(
    "sources",
    object({
      source: "json",
      directClaims: claimsOn(direct),
      carriedClaims: claimsOn(`count(distinct e.claim_id) - ${direct}`),
    }),
  ),
};

/** Returns the reading of pages. */
export function createDocumentPages(reads: Reads) {
  const asking = (list: DocumentList) => findTogether(reads, ["text", "integer", "integer"], texts[list]);
  const pages = { claims: asking("claims"), findings: asking("findings"), sources: asking("sources") };
  return async (list: DocumentList, document: string, { after, limit }: PageRequest): Promise<PageJson> => {
    const from = after === null ? -1 : decodeCursor<[number]>(after, ["count"])[0];
    const found = await pages[list]([document, from, limit + 1]);
    return { body: pageOfLines(found.lines, limit), origin: found.origin };
  };
}
