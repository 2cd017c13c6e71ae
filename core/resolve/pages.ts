/**
 * The page at the end of a reference: the work's own or the one cited? A lower page cited elsewhere cannot lie before the
 * first one, so it makes a lone page a pinpoint; and where the list of sources has the pages of a work, a note means one of
 * them (Chicago 13.23).
 */
import type { CiteText, Csl, Loser } from "../model.ts";
import { comparable, expandRange, type PageRange, pageRanges } from "../pinpoint.ts";

export interface PageReading {
  /** The page of this description is a pinpoint. */
  readonly pinpoint: boolean;
  readonly losers: readonly Loser[];
}

/** Returns the one page a description ends in, or null where it names a range, an article number or none. */
export function lonePage(csl: Csl): PageRange | null {
  const range = csl.page === undefined ? null : expandRange(csl.page);
  if (!range || range.last > range.first || range.open) return null;
  return range.kind === "arabic" || range.kind === "prefixed" ? range : null;
}

/** Returns how the lone page of a description is to be read, given the citations of the same work. Linear. */
export function readLonePage(csl: Csl, lowest: ReadonlyMap<string, CiteText>): PageReading {
  const lone = lonePage(csl);
  const lower = lone && lowest.get(kindOf(lone));
  if (!lone || !lower?.pinpoint || firstOf(lower, lone) >= lone.first) return { pinpoint: false, losers: [] };
  const reason = `page ${lower.pinpoint.value} of the same work is cited`;
  return { pinpoint: true, losers: [{ what: `${csl.page} as the first page`, reason }] };
}

/** Returns how the page of a note's description is to be read beside the pages that lists give for the work. */
export function readPageBeside(csl: Csl, listed: readonly string[]): PageReading {
  const none: PageReading = { pinpoint: false, losers: [] };
  const range = csl.page === undefined ? null : expandRange(csl.page);
  if (!range) return none;
  const whole = listed.find((value) => {
    const own = expandRange(value);
    if (!own || own.last === own.first || !comparable(own, range)) return false;
    const inside = own.first <= range.first && range.last <= own.last;
    return inside && (own.first < range.first || range.last < own.last);
  });
  if (whole === undefined) return none;
  return {
    pinpoint: true,
    losers: [{ what: `${csl.page} as the pages of the work`, reason: `the list gives ${whole}` }],
  };
}

const kindOf = (range: PageRange): string => `${range.kind} ${range.prefix}`;

function firstOf(cite: CiteText, like: PageRange): number {
  const ranges = pageRanges(cite.pinpoint?.value ?? "").filter((range) => comparable(range, like));
  return Math.min(...ranges.map((range) => range.first));
}

/** Returns the citations with the lowest page of each kind among those given. */
export function lowestPages(cites: readonly CiteText[]): Map<string, CiteText> {
  const lowest = new Map<string, CiteText>();
  for (const cite of cites) {
    if (cite.pinpoint?.label !== "page") continue;
    for (const range of pageRanges(cite.pinpoint.value)) {
      const known = lowest.get(kindOf(range));
      if (!known || range.first < firstOf(known, range)) lowest.set(kindOf(range), cite);
    }
  }
  return lowest;
}
