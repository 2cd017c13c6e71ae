/** The sources of a document that its findings say are on the retraction list. Pure. */
import type { Insertable } from "kysely";
import type { Analysis } from "../../../core/model.ts";
import type { ListedSourcesTable } from "./tables.ts";

/** The codes that say so, the gravest first; the rank is the place from 1. */
export const listingCodes: readonly string[] = ["retracted-source", "source-notice", "possible-retraction"];

/** Returns the rows, one for each source. */
export function listedSourceRows({
  document,
  findings,
}: Analysis): readonly Insertable<ListedSourcesTable>[] {
  const rows = new Map<string, Insertable<ListedSourcesTable>>();
  for (const { code, subjects, data } of findings) {
    const place = listingCodes.indexOf(code);
    // A reference may say itself that its work was retracted: no list does then.
    if (place < 0 || data.list === undefined) continue;
    for (const subject of subjects)
      if (subject.kind === "source")
        rows.set(subject.id, {
          document_id: document.id,
          source_id: subject.id,
          rank: String(place + 1),
          json: JSON.stringify(data.notices ?? []),
        });
  }
  return [...rows.values()];
}
