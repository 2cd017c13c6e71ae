/** Names what the filters show, for an export of that part alone. */
import type { Desk } from "../desk/desk.ts";
import type { Shown } from "../desk/filter.ts";

/** A longer address is not taken by every server on the way. */
const longest = 12_000;

/**
 * Returns the query of an export that names the claims shown, and their sources where the filters leave some of them
 * out; null where that is more than an address holds. `?claim=2.1%2C2.2`
 */
export function partQuery(desk: Desk, shown: Shown): string | null {
  const claims = desk.claims.filter(({ id }) => shown.claims.has(id));
  const query = new URLSearchParams({ claim: claims.map(({ statement }) => statement.label).join(",") });
  // Named sources leave out what rests on none, so that they are named only where claims do not say it all.
  const all = claims.every(({ edges }) => edges.every(({ id }) => shown.edges.has(id)));
  if (!all) {
    const works = desk.works.filter(({ id }) => shown.sources.has(id));
    query.set("source", works.map(({ source }) => source.key).join(","));
  }
  const text = `?${query}`;
  return text.length > longest ? null : text;
}
