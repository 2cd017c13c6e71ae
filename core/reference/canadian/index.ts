/** The grammar of the Canadian guide to legal citation (McGill), which writes no stops behind v, at, para, c and s. */
import type { ParsedReference } from "../../model.ts";
import { readAct } from "./acts.ts";
import { readCase } from "./cases.ts";
import { readPaper } from "./papers.ts";
import type { Headed } from "./parts.ts";
import { readWork } from "./works.ts";

/** Longer strings are no single citation. */
const LONGEST = 600;

/** ", 88–90", ": 12" */
const PAGE_BEHIND = /^(?:\s?[,:])?\s*(?:pp?\.?\s?)?\d/u;

/** Returns the citation at the head of the text, or null. Time bounded by the length limit. */
export function readCanadian(text: string): Headed | null {
  if (text.length > LONGEST || !/\d/.test(text)) return null;
  const found = readPaper(text) ?? readAct(text) ?? readCase(text) ?? readWork(text);
  // A page behind a comma is another guide's.
  return found && PAGE_BEHIND.test(text.slice(found.end)) ? null : found;
}

/** What may stand behind a citation: its name for later, a remark in square brackets. */
const REST = /^(?:\s\[[^[\]]{2,80}\]){0,2}\.?\s*$/u;

/** Returns the reference where the whole string is such a citation, else null. */
export function parseCanadian(raw: string): ParsedReference | null {
  const found = readCanadian(raw);
  return found && REST.test(raw.slice(found.end)) ? found.reference : null;
}
