/** Tells tables of data from tables that only lay a page out, and gives the rows of the former. */
import { children } from "./links.ts";
import { type Element, isElement, roles, walk } from "./tree.ts";

/** Returns the rows of a data table in order, or null for a layout table, whose cells are read as blocks. */
export function dataRows(table: Element): readonly Element[] | null {
  if (roles(table).some((role) => role === "presentation" || role === "none")) return null;
  const rows: Element[] = [];
  let layout = false;
  walk(table, (element) => {
    if (element === table) return true;
    if (element.tagName === "table") layout = true;
    if (element.tagName === "tr") {
      rows.push(element);
      layout ||= children(element).some(laysOut);
    }
    return !layout && element.tagName !== "caption";
  });
  const isGrid = rows.length > 1 || rows.some((row) => children(row).length > 1);
  return layout || !isGrid ? null : rows;
}

/** A cell with headings, lists of blocks or several paragraphs lays out a page. */
function laysOut(cell: Element): boolean {
  let paragraphs = 0;
  for (const child of cell.childNodes) {
    if (!isElement(child)) continue;
    if (/^(?:h[1-6]|section|article|main|form|nav)$/.test(child.tagName)) return true;
    if (child.tagName === "p") paragraphs++;
  }
  return paragraphs > 2;
}
