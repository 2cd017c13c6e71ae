/** What lists across documents are made of, as SQL that gives JSON. */
import { type JsonSql, object } from "../packed.ts";

/** Returns the SQL of a `LibrarySource`, a row of `library_sources`. */
export const workItem = (json: JsonSql, row: string): string =>
  object({
    id: json.text(`${row}.id`),
    label: json.text(`${row}.label`),
    csl: `${row}.csl`,
    documents: `${row}.documents`,
    directClaims: `${row}.direct_claims`,
    carriedClaims: `${row}.carried_claims`,
    mentions: `${row}.mentions`,
  });

/** Returns the SQL of a `DocumentRef`, a row of `documents`. */
export const documentItem = (json: JsonSql, row: string): string =>
  object({ id: json.text(`${row}.id`), name: json.text(`${row}.name`), title: json.text(`${row}.title`) });

/** Returns the SQL of a `ClaimRef`, a row of `statements`. */
export const claimItem = (json: JsonSql, row: string): string =>
  object({
    id: json.text(`${row}.id`),
    label: json.text(`${row}.label`),
    text: json.field(`${row}.json`, "text"),
  });

/** Returns the SQL of a member's own source, a row of `sources`. */
export const sourceItem = (json: JsonSql, row: string): string =>
  object({
    id: json.text(`${row}.id`),
    key: json.text(`${row}.key`),
    label: json.field(`${row}.json`, "label"),
    csl: json.field(`${row}.json`, "csl"),
  });
