/**
 * The lone page at the end of a reference: first page of the work or page cited? A lower page cited elsewhere
 * cannot lie before the first one, so it makes the lone page a pinpoint.
 */
import type { CiteText, Csl, Loser } from "../model.ts";
import { comparable, expandRange, type PageRange, pageRanges } from "../pinpoint.ts";

export interface PageReading {
  /** The lone page of this description is a pinpoint. */
  readonly pinpoint: boolean;
  readonly losers: readonly Loser[];
}

/** Returns the one page a description ends in, or null where it names a range, an article number or none. */
export function lonePage(csl: Csl): PageRange | null {
  const range = csl.page === undefined ? null : expandRange(csl.page);
  if (!range || range.last > range.first || range.open) return null;
  return range.kind === "arabic" || range.kind === "prefixed" ? range : null;
}

/** Returns how the lone page of a description is to be read, given all pages of the same work cited elsewhere. */
export function readLonePage(csl: Csl, others: readonly CiteText[]): PageReading {
  const lone = lonePage(csl);
  if (!lone) return { pinpoint: false, losers: [] };
  const lower = others.find((cite) => {
    if (cite.pinpoint?.label !== "page") return false;
    return pageRanges(cite.pinpoint.value).some(
      (range) => comparable(range, lone) && range.first < lone.first,
    );
  });
  if (!lower) return { pinpoint: false, losers: [] };
  const reason = `page ${lower.pinpoint?.value} of the same work is cited`;
  return { pinpoint: true, losers: [{ what: `${csl.page} as the first page`, reason }] };
}
