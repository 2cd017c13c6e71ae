/** Running heads, feet and page numbers: what stands at the edge of the page and comes back on others. */
import type { Line } from "./lines.ts";
import type { Page } from "./page.ts";

/** Share of the page's height in which heads and feet stand. */
const zone = 0.12;

const pageNumber =
  /^\W*(?:page\s*|p\.\s*|seite\s*)?(?:\d{1,5}|[ivxlc]{1,7})(?:\s*(?:of|\/|von)\s*\d{1,5})?\W*$/i;

/** What browsers print at the edges: date and time, the page's address, "3/12". */
const browserEdge =
  /^(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}[:.]\d{2}|(?:https?|file):\/\/\S+|about:\S+|\d{1,4}\/\d{1,4}$)/;

const pattern = (line: Line): string =>
  line.text.replace(/\d+/g, "#").replace(/\s+/g, " ").trim().toLowerCase();

/** Returns the lines that are no part of the text, over all pages. Linear but for sorting a page's edge lines. */
export function findRunning(
  pages: readonly Page[],
  linesOf: ReadonlyMap<number, readonly Line[]>,
): ReadonlySet<Line> {
  const edges = new Map<string, Line[]>();
  const chrome = new Set<Line>();
  for (const page of pages) {
    const lines = linesOf.get(page.index) ?? [];
    for (const line of atEdge(page, lines)) {
      const key = `${pattern(line)} ${Math.round(line.size)}`;
      const same = edges.get(key);
      if (same) same.push(line);
      else edges.set(key, [line]);
      const outermost = line.y < page.height * 0.05 || line.y > page.height * 0.95;
      if (pageNumber.test(line.text) || (outermost && browserEdge.test(line.text))) chrome.add(line);
    }
  }
  for (const same of edges.values()) {
    const heights = new Map<number, Set<number>>();
    for (const { page, y } of same) {
      const pagesAt = heights.get(Math.round(y / 4)) ?? new Set();
      heights.set(Math.round(y / 4), pagesAt.add(page));
    }
    const elsewhere = ({ page, y }: Line): boolean =>
      [-1, 0, 1].some((step) => {
        const pagesAt = heights.get(Math.round(y / 4) + step);
        return pagesAt !== undefined && (pagesAt.size > 1 || !pagesAt.has(page));
      });
    const places = same.filter(elsewhere);
    const onPages = new Set(places.map(({ page }) => page)).size;
    if (onPages >= 2 && (onPages >= 3 || pages.length <= 6 || pattern(same[0]!).length > 12)) {
      for (const line of places) chrome.add(line);
    }
  }
  // The title beside a browser's date stands on the same line with a gap between.
  for (const line of [...chrome].filter((one) => browserEdge.test(one.text))) {
    for (const beside of linesOf.get(line.page) ?? [])
      if (Math.abs(beside.y - line.y) < 1) chrome.add(beside);
  }
  return chrome;
}

/** The lines of the upper and lower zone with nothing but other edge lines beyond them. */
function atEdge(page: Page, lines: readonly Line[]): Line[] {
  const top = lines.filter(({ y }) => y < page.height * zone).sort((a, b) => a.y - b.y);
  const bottom = lines.filter(({ y }) => y > page.height * (1 - zone)).sort((a, b) => b.y - a.y);
  return [...top.slice(0, 8), ...bottom.slice(0, 8)];
}
