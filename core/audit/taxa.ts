/**
 * Authorities behind the names of species: "Porcellio scaber (Latreille, 1804)" names who described it (ICZN,
 * article 51) and cites nothing, though it looks like a citation without an entry.
 */
import type { Analysis, CitationItem } from "../model.ts";

/** A genus with its species, or both glued by a lost mark-up. */
const BINOMIAL = /(?:\p{Lu}\p{Ll}{2,}\s(?:\p{Ll}{3,}|spp?\.)|\p{Lu}\p{Ll}{9,})\s?\(?$/u;
/** Most species were described long ago; a younger year is rather a citation's. */
const YOUNGEST = 1950;
/** A text that names species so does it more than once. */
const FEWEST = 3;

/** Returns the refused in-text citations that are authorities of species. Linear in the items. */
export function authorities({ document, items }: Analysis): ReadonlySet<CitationItem> {
  const found = items.filter(
    ({ marker, year, start, resolution }) =>
      marker !== null &&
      year !== null &&
      Number.parseInt(year, 10) < YOUNGEST &&
      resolution.kind === "refused" &&
      resolution.candidates.length === 0 &&
      BINOMIAL.test(document.text.slice(Math.max(0, start - 60), start)),
  );
  return new Set(found.length < FEWEST ? [] : found);
}
