/** What the rules about retractions share: how a source is looked up and what of the list goes into a finding. */
import { bareDoi } from "../identifiers.ts";
import type { Csl, Finding } from "../model.ts";
import {
  parseRetractions,
  type RetractionIndex,
  type RetractionRecord,
  standing,
  titleKey,
} from "./retractions.ts";

type Identifier = readonly [kind: "DOI" | "PMID", value: string];

/** Returns the identifiers by which a list can be asked, as it writes them. */
export const identifiersOf = ({ DOI, PMID }: Csl): readonly Identifier[] => [
  ...(DOI === undefined ? [] : [["DOI", bareDoi(DOI).toLowerCase()] as const]),
  ...(PMID === undefined ? [] : [["PMID", PMID.trim()] as const]),
];

/** Returns the records about a source; those of its own notice are left out. */
function listedAs(index: RetractionIndex, csl: Csl): readonly RetractionRecord[] {
  const found = identifiersOf(csl).flatMap(([kind, value]) =>
    ((kind === "DOI" ? index.byDoi : index.byPmid).get(value) ?? []).filter(
      (r) => r.noticeDoi !== value || r.nature !== "retraction",
    ),
  );
  return [...new Set(found)];
}

/** How a source stands on a list; `possible`: a retracted paper bears its title, and it has no identifier. */
export type Standing = "retracted" | "noticed" | "possible";

export interface OnList {
  readonly standing: Standing;
  /** In the order of their dates. */
  readonly records: readonly RetractionRecord[];
}

/** Returns what the list says about a source, or null. */
export function onList(index: RetractionIndex, csl: Csl): OnList | null {
  if (identifiersOf(csl).length === 0) {
    const key = titleKey(csl.title ?? "");
    const { kind, records } = standing(key === null ? [] : (index.byTitle.get(key) ?? []));
    return kind === "retracted" ? { standing: "possible", records } : null;
  }
  const { kind, records } = standing(listedAs(index, csl));
  return records.length === 0 ? null : { standing: kind, records };
}

/** Returns the records and the list they are from, for a finding's data. */
export const listFacts = (
  { hash, upTo }: RetractionIndex,
  records: readonly RetractionRecord[],
): Finding["data"] => ({
  list: hash,
  upTo: upTo ?? "",
  records: records.map((r) => r.id),
  notices: records.map((r) => [r.nature, r.date ?? "undated", r.noticeDoi ?? ""].join(" ").trim()),
});

/** A list of one made-up row, for the examples of the rules. */
export function exampleList(nature: string, doi: string): RetractionIndex {
  const result = parseRetractions(
    `Record ID,Title,RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason\n1,Lead in the pipes of old houses,3/7/2019 0:00,10.5555/jw.notice,${doi},0,${nature},+Error in Data;\n`,
    "0".repeat(64),
  );
  if (!result.ok) throw new TypeError(`exampleList: ${result.message}`);
  return result.index;
}
