/** The library across documents over an open database. */
import type { StoreEngine } from "../engine.ts";
import type { Db } from "../lookup.ts";
import { fallout } from "./fallout.ts";
import { decide, listMerges, mergeById } from "./merges.ts";
import { claimsOn, librarySources, membersOf, sameWording, search, worksByIds } from "./read.ts";
import type { LibraryStore } from "./types.ts";

/** Returns the questions across documents. */
export const createLibrary = (db: Db, engine: StoreEngine): LibraryStore => ({
  sources: (page, q) => librarySources(db, engine, page, q),
  source: async (id) => (await worksByIds(db, [id]))[0] ?? null,
  members: (id, page) => membersOf(db, id, page),
  claims: (id, page) => claimsOn(db, id, page),
  fallout: (ids, page) => fallout(db, ids, page),
  merges: (state, page) => listMerges(db, state, page),
  merge: (id) => mergeById(db, id),
  decide: decide(db, engine),
  search: (q, kinds, page) => search(db, engine, q, kinds, page),
  sameWording: (page) => sameWording(db, page),
});
