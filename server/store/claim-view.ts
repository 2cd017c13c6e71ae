/**
 * A claim with everything it rests on, in one question: what the desk asks for at every click, so that it must cost
 * little. The records are kept as JSON and go out as they lie.
 */
import type { Statement } from "../../core/model.ts";
import { emptyRest } from "./claim-rests.ts";
import type { StoreEngine } from "./engine.ts";
import { type Db, lookUp } from "./lookup.ts";
import { gathered } from "./reads.ts";
import type { ClaimJson, ClaimView, Found } from "./store.ts";

type Row = readonly [key: string, hash: string, claim: string, rest: string | null];

/** `wanted` gives rows of key, document and claim. */
const text = (wanted: string): string => `
select wanted.key, d.analysis_hash, s.json, r.json
from ${wanted}
join documents d on d.id = wanted.document
join statements s on s.document_id = d.id and s.id = wanted.claim
left join claim_rests r on r.document_id = d.id and r.claim_id = s.id`;

const ofOne = text("(select '' as key, $1 as document, $2 as claim) as wanted");
const ofMany = text("unnest($1::text[], $2::text[], $3::text[]) as wanted (key, document, claim)");

type Asked = (document: string, claim: string) => Promise<Row | undefined>;

/** A round to another process costs more than the answer: there many claims are asked for at once. */
function asking({ name, reads }: Pick<StoreEngine, "name" | "reads">): Asked {
  if (name === "sqlite") return (document, claim) => reads.row<Row>(ofOne, [document, claim]);
  const ask = gathered(async (keys) => {
    const wanted = keys.map((key) => JSON.parse(key) as [string, string]);
    const rows = await reads.rows<Row>(ofMany, [keys, wanted.map((w) => w[0]), wanted.map((w) => w[1])]);
    return new Map(rows.map((row) => [row[0], row]));
  });
  return (document, claim) => ask(JSON.stringify([document, claim]));
}

/** The look-up of claims: as the JSON of a `ClaimView`, and as the value. */
export interface Claims {
  /** `ref` is an id, else a label that names one claim. */
  json(document: string, ref: string): Promise<Found<ClaimJson>>;
  view(document: string, ref: string): Promise<Found<ClaimView>>;
}

/** Returns the look-up of claims in the library. */
export function createClaims(db: Db, engine: Pick<StoreEngine, "name" | "reads">): Claims {
  const ask = asking(engine);
  const json = async (document: string, ref: string): Promise<Found<ClaimJson>> => {
    let row = await ask(document, ref);
    if (row === undefined) {
      const named = await lookUp<Statement>(db, "statements", "label", document, ref);
      if (named.kind !== "found") return named;
      row = await ask(document, named.value.id);
      if (row === undefined) return { kind: "missing" };
    }
    const [, origin, claim, rest] = row;
    const body = `{"document":${JSON.stringify(document)},"claim":${claim},${(rest ?? emptyRest).slice(1)}`;
    return { kind: "found", value: { body, origin } };
  };
  return {
    json,
    async view(document, ref) {
      const found = await json(document, ref);
      return found.kind === "found"
        ? { kind: "found", value: JSON.parse(found.value.body) as ClaimView }
        : found;
    },
  };
}
