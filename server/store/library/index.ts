/** The library across documents over an open database. */
import type { StoreEngine } from "../engine.ts";
import type { Db } from "../lookup.ts";
import { createClaimsOn } from "./claims-on.ts";
import { fallout } from "./fallout.ts";
import { createMerges, decide, mergeById } from "./merges.ts";
import { createSearch } from "./search.ts";
import { standingOf } from "./standing.ts";
import { compare, state } from "./stated.ts";
import type { LibraryStore } from "./types.ts";
import { createSameWording } from "./wordings.ts";
import { createWorks, membersOf, worksByIds } from "./works.ts";

/** Returns the questions across documents. */
export function createLibrary(db: Db, engine: StoreEngine): LibraryStore {
  return {
    sources: createWorks(engine),
    source: async (id) => (await worksByIds(db, [id]))[0] ?? null,
    members: (id, page) => membersOf(db, id, page),
    claims: createClaimsOn(engine),
    fallout: (ids, page) => fallout(db, ids, page),
    standing: (document, ref) => standingOf(db, engine.reads, document, ref),
    merges: createMerges(engine),
    merge: (id) => mergeById(db, id),
    decide: decide(db, engine),
    compare: (a, b) => compare(db, a, b),
    state: state(db, engine),
    search: createSearch(engine),
    sameWording: createSameWording(engine),
  };
}
