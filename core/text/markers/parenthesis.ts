/** Numbers in round brackets: `(1)`, `(2,3)`, `(4–6)`. Counts, equations and enumerations look the same. */
import type { Span } from "../../model.ts";
import { type Candidate, expand } from "./candidate.ts";
import { eachMatch } from "./scan.ts";

const GROUP =
  /\((?:(?:e\.g\.,?|see|cf\.|reviewed in|[Rr]efs?\.?|see also|and)\s)?(\d{1,4}(?:\s{0,2}(?:[,;–—‐‑―−-]|and|&)\s{0,2}\d{1,4}){0,60})\s?\)/g;
/** Words in front of a number that is no citation. */
const NAMED =
  /(?:\b(?:eqs?|eqns?|equations?|formulas?|formulae|tables?|figs?|figures?|steps?|sections?|chapters?|parts?|panels?|models?|reactions?|hypothes[ie]s|schemes?|lines?|rows?|columns?|items?|rules?|lemma|theorem|definition|examples?|stages?|phases?|groups?|questions?|nos?|n|p|size|version|vol|aged?|condition|constraint|inequality|expression)\.?|§)\s?$/i;
const ENUMERATES =
  /(?:[:;,]|\b(?:and|or|are|by|to|that|include|including|were|was|with|is|as|on|of|the|for|in|either|both))\s{1,2}$/;

/** "four (4) hours": contracts, statutes and guidelines write a number in words and then in figures. */
const SPELT: ReadonlyMap<string, string> = new Map(
  [
    "one two three four five six seven eight nine ten eleven twelve",
    "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "un deux trois quatre cinq six sept huit neuf dix onze douze",
  ]
    .flatMap((row) => row.split(" ").map((word, i): [string, string] => [word, String(i + 1)]))
    .concat([
      ["fourteen", "14"],
      ["fifteen", "15"],
      ["twenty", "20"],
      ["thirty", "30"],
      ["sixty", "60"],
      ["ninety", "90"],
      ["hundred", "100"],
    ]),
);
const spells = (before: string, label: string): boolean =>
  SPELT.get(/(\p{L}+)\s$/u.exec(before)?.[1]?.toLowerCase() ?? "") === label;

/** Returns the groups of numbers in round brackets in the span. Linear: each looks at a fixed number of characters. */
export function findParentheses(text: string, span: Span): Candidate[] {
  const found: (Candidate & { readonly enumerates: boolean })[] = [];
  eachMatch(GROUP, text, span, (m, start, end) => {
    const labels = expand(m[1]!);
    if (!labels) return;
    const before = text.slice(Math.max(span.start, start - 24), start);
    const after = text.slice(end, Math.min(end + 2, span.end));
    let weight = 1;
    let reason = "numbers in round brackets";
    if (NAMED.test(before)) {
      weight = -3;
      reason = "the word in front names something else";
    } else if (labels.length === 1 && spells(before, labels[0]!) && /^\s\p{L}/u.test(after)) {
      weight = -3;
      reason = "the number in words stands in front";
    } else if (/[\p{L}\d_\])]$/u.test(before) || /^[\p{L}\d([]/u.test(after)) {
      weight = /[\p{Ll}]{3}$/u.test(before) && !/^[\p{L}\d([]/u.test(after) ? 0.5 : -1.5;
      reason = "brackets inside a word or number";
    } else if (after === "" && isFormula(text.slice(Math.max(span.start, start - 120), start))) {
      weight = -3;
      reason = "the number of an equation";
    } else if (labels.length > 1) weight = 2;
    else if (/^(?:[.,;:]|$)/.test(after)) weight = 2;
    const opens = before.trim() === "" || ENUMERATES.test(before);
    const enumerates = labels.length === 1 && opens && /^\s\S/.test(after);
    found.push({ start, end, style: "parenthesis", labels, weight, reason, enumerates });
  });
  return demoteEnumerations(text, found);
}

/** "L = 10 log(p2/p02)": an equals sign, and hardly a word. */
function isFormula(before: string): boolean {
  return /[=≤≥≈∝∑∫]/.test(before) && (before.match(/\p{Ll}{4,}/gu) ?? []).length <= 2;
}

/** "(1) fosters …, (2) improves … and (3) encourages": single numbers counting from one within a paragraph. */
function demoteEnumerations(
  text: string,
  found: readonly (Candidate & { readonly enumerates: boolean })[],
): Candidate[] {
  const result: Candidate[] = found.map(({ enumerates: _, ...candidate }) => candidate);
  for (let i = 0; i < found.length; i++) {
    if (!found[i]!.enumerates || found[i]!.labels[0] !== "1") continue;
    const run = [i];
    for (let j = i + 1; j < found.length && found[j]!.start - found[run.at(-1)!]!.end < 600; j++) {
      if (found[j]!.labels.length !== 1) continue;
      if (
        found[j]!.labels[0] === String(run.length + 1) &&
        /^\s\S/.test(text.slice(found[j]!.end, found[j]!.end + 2))
      )
        run.push(j);
    }
    if (run.length < 2) continue;
    for (const k of run) result[k] = { ...result[k]!, weight: -2, reason: "counts the parts of a sentence" };
  }
  return result;
}
