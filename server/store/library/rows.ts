/** Rows of the library across documents as callers see them. */
import type { Selectable } from "kysely";
import type { Csl, Source, Statement } from "../../../core/model.ts";
import { inBatches } from "../batches.ts";
import type { Db } from "../lookup.ts";
import type { LibrarySourcesTable } from "../tables.ts";
import type { ClaimRef, DocumentRef, LibrarySource, Member } from "./types.ts";

export const sourceColumns = [
  "library_sources.id",
  "library_sources.label",
  "library_sources.csl",
  "library_sources.documents",
  "library_sources.direct_claims",
  "library_sources.carried_claims",
  "library_sources.mentions",
] as const;

/** Returns a work as lists show it. */
export const toSource = (row: Omit<Selectable<LibrarySourcesTable>, "seq">): LibrarySource => ({
  id: row.id,
  label: row.label,
  csl: JSON.parse(row.csl) as Csl,
  documents: row.documents,
  directClaims: row.direct_claims,
  carriedClaims: row.carried_claims,
  mentions: row.mentions,
});

/** Returns a claim by its words, from the record kept of it. */
export function toClaimRef(json: string): ClaimRef {
  const { id, label, text } = JSON.parse(json) as Statement;
  return { id, label, text };
}

/** Returns the documents by id. */
export async function documentRefs(db: Db, ids: Iterable<string>): Promise<ReadonlyMap<string, DocumentRef>> {
  const rows = await inBatches(ids, (batch) =>
    db.selectFrom("documents").select(["id", "name", "title"]).where("id", "in", batch).execute(),
  );
  return new Map(rows.map((r) => [r.id, r]));
}

const members = (db: Db) =>
  db
    .selectFrom("library_members as m")
    .innerJoin("documents as d", "d.id", "m.document_id")
    .innerJoin("sources as s", (on) =>
      on.onRef("s.document_id", "=", "m.document_id").onRef("s.id", "=", "m.source_id"),
    )
    .select([
      "m.atom",
      "m.document_id",
      "m.source_id",
      "m.direct_claims",
      "m.carried_claims",
      "m.mentions",
      "d.name",
      "d.title",
      "s.json",
    ]);

/** Returns the query for members with what belongs to them; `toMember` reads its rows. */
export const selectMembers = members;

type MemberRow = Awaited<ReturnType<ReturnType<typeof members>["execute"]>>[number];

export function toMember(row: MemberRow): Member {
  const { id, key, label, csl } = JSON.parse(row.json) as Source;
  return {
    id: row.atom,
    document: { id: row.document_id, name: row.name, title: row.title },
    source: { id, key, label, csl },
    directClaims: row.direct_claims,
    carriedClaims: row.carried_claims,
    mentions: row.mentions,
  };
}
