/** Repairs for bodies that stand among persons: "et al; Task Force on Cough", "for the SWEAT-2 Investigators" (AMA 3.7). */
import { acronym } from "../names.ts";
import type { Draft } from "./draft.ts";
import { hasBodyWord } from "./names.ts";

/** Each word has a capital, but for those that join. */
const CAPITALISED =
  /^(?:[\p{Lu}\d][\p{L}\d’'&/-]*|of|on|for|and|the|in|to|at|de|&)(?:,?\s(?:[\p{Lu}\d][\p{L}\d’'&/-]*|of|on|for|and|the|in|to|at|de|&))*$/u;

/** Returns whether the words are a body's name: "for the SWEAT-2 Investigators." */
export function isGroup(words: string): boolean {
  const name = words.replace(/^(?:for|on behalf of)\s+the\s+|[\s.]+$/gu, "");
  return CAPITALISED.test(name) && hasBodyWord(name);
}

/** Returns whether the capitals are those of the name, to its end or to the place in it: "VGC" for "Village Goat Cheesery of Torvik". */
export function isLettersOf(words: string, name: string): boolean {
  const letters = /^\W*(\p{Lu}{3,8})\W*$/u.exec(words)?.[1]?.toLowerCase();
  return (
    letters !== undefined &&
    [name, name.replace(/\s(?:of|in|at|for)\s.*$/u, "")].map(acronym).includes(letters)
  );
}

/** "Wahl K, et al; Task Force on Sweats. Guideline for …": behind a semicolon the names go on, and a body ends them. */
export function takeGroup(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "author");
  const s = d.segments[i];
  const next = d.segments[i + 1];
  if (!s || next?.label !== "title" || !/\p{L}\.?[;,]\s*$/u.test(d.text(s))) return;
  const m = /^((?:(?:for|on behalf of)\sthe\s)?[^.:“”"?!]{4,200}\.\s+)[\p{Lu}\d“"]/u.exec(d.text(next));
  // Behind a comma only "for the" says that the names go on.
  if (!m || !m[1]!.split(/;\s+/u).every(isGroup)) return;
  if (/,\s*$/.test(d.text(s)) && !/^(?:for|on behalf of)\s/u.test(m[1]!)) return;
  const at = next.start + m[1]!.length;
  d.segments.splice(i, 2, { ...s, end: at }, { ...next, start: at });
}
