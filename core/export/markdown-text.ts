/** Text inside Markdown: it shows as it is and makes neither markup, links nor HTML. */
import { oneLine } from "./one-line.ts";

/**
 * Returns `text` on one line for a place inside a line (a cell, behind other words): what CommonMark, GFM tables and
 * GFM's bare links give a meaning there is escaped, and nothing else, so that it stays readable.
 */
export function markdown(text: string): string {
  return oneLine(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_[\]#|~$@]|:(?=\/\/)|(?<=\bwww)\./gi, "\\$&");
}
