/** Keeps short what the search has to go through besides its index: words of the last imports, not yet put in place. */
import type { Kysely, Migration } from "kysely";
import type { StoreEngine } from "../engine.ts";
import type { Tables } from "../tables.ts";

export const pendingWords = ({ search }: Pick<StoreEngine, "search">): Migration => ({
  up: (db: Kysely<unknown>) => search.limitPending(db as Kysely<Tables>),
});
