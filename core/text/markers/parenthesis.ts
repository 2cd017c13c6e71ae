/** Numbers in round brackets: `(1)`, `(2,3)`, `(4–6)`, `(5, p. 12)`. Counts, equations and enumerations look the same. */
import type { Span } from "../../model.ts";
import { type Candidate, expand } from "./candidate.ts";
import { withPlaces } from "./places.ts";
import { eachMatch } from "./scan.ts";

const GROUP =
  /\((?:(?:e\.g\.,?|see|cf\.|reviewed in|[Rr]efs?\.?|see also|and)\s)?(\d{1,4}(?:\s{0,12}(?:[,;–—‐‑―−-]|and|&)\s{0,12}\d{1,4}){0,60})(?:[,;:]\s{0,12}([a-zA-Z§¶][^()[\]]{0,120}))?\s?\)/g;
/** Words in front of a number that is no citation. */
const NAMED =
  /(?:\b(?:eqs?|eqns?|equations?|formulas?|formulae|tables?|figs?|figures?|steps?|sections?|chapters?|parts?|panels?|models?|reactions?|hypothes[ie]s|schemes?|lines?|rows?|columns?|items?|rules?|lemma|theorem|definition|examples?|stages?|phases?|groups?|questions?|nos?|n|p|size|version|vol|aged?|condition|constraint|inequality|expression)\.?|§)\s?$/i;
const ENUMERATES =
  /(?:[:;,]|\b(?:and|or|are|by|to|that|include|including|were|was|with|is|as|on|of|the|for|in|either|both))\s{1,2}$/;

/** "the patient group (13).": with a word of its own in front the noun is told already, and the number tells no other. */
const DESCRIBED =
  /\b(?:the|an?|this|that|each|one|our|their|its|his|her|every|another)\s(?:\p{Ll}[\p{L}-]+\s){1,2}(?:groups?|conditions?|questions?|stages?|phases?|examples?|ages?|sizes?|items?|versions?)\s$/u;

/** What joins the parts of a row: right behind it stands the number of the next part, and none of a source. */
const JOINS = /(?:[,;]|(?<!\p{L})(?:and|or|und|oder|et|ou|y|o|e))\s{1,12}$/u;

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

/** What a counted part of a sentence begins with: "(1) the length", "(2) whether", "(3) to reduce", "(1) asking". */
const PART =
  /^\s+(?:the|an?|its|their|his|her|our|your|how|what|when|where|whether|which|who|why|that|if|to|not|no|all|each|any|is|are|do|does|did|has|have|was|were|can|should|\p{Ll}{3,}ing)\s/u;

/** A candidate with what speaks for the count of a sentence's parts. */
interface Numbered extends Candidate {
  /** One number with more of the sentence behind it. */
  readonly enumerates: boolean;
  /** It stands behind a word or a mark that leads up to a list. */
  readonly opens: boolean;
  /** The words behind it begin a part. */
  readonly part: boolean;
  /** It stands right behind what joins the parts. */
  readonly joined: boolean;
}

/** Returns the groups of numbers in round brackets in the span. Linear: each looks at a fixed number of characters. */
export function findParentheses(text: string, span: Span): Candidate[] {
  const found: Numbered[] = [];
  eachMatch(GROUP, text, span, (m, start, end) => {
    const numbers = expand(m[1]!);
    const labels = numbers && m[2] !== undefined ? withPlaces(numbers, m[2]) : numbers;
    if (!labels) return;
    const before = text.slice(Math.max(span.start, start - 24), start);
    const after = text.slice(end, Math.min(end + 2, span.end));
    let weight = 1;
    let reason = "numbers in round brackets";
    const told =
      /^(?:[.,;:]|$)/.test(after) && DESCRIBED.test(text.slice(Math.max(span.start, start - 60), start));
    if (NAMED.test(before) && !told) {
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
    } else if (labels.length > 1 || m[2] !== undefined) weight = 2;
    else if (/^(?:[.,;:]|$)/.test(after)) weight = 2;
    const opens = before.trim() === "" || ENUMERATES.test(before);
    const enumerates =
      labels.length === 1 && /^\s{1,12}\S/.test(text.slice(end, Math.min(end + 14, span.end)));
    const part = PART.test(text.slice(end, Math.min(end + 20, span.end)));
    const joined = JOINS.test(before);
    found.push({ start, end, style: "parenthesis", labels, weight, reason, enumerates, opens, part, joined });
  });
  return demoteEnumerations(text, found);
}

/** "L = 10 log(p2/p02)": an equals sign, and hardly a word. */
function isFormula(before: string): boolean {
  return /[=≤≥≈∝∑∫]/.test(before) && (before.match(/\p{Ll}{4,}/gu) ?? []).length <= 2;
}

/**
 * "(1) fosters …, (2) improves … and (3) encourages", "audit (1) the length and (2) the share": single numbers counting
 * from one within a paragraph. Where nothing leads up to the first, all must stand in one sentence and begin a part or
 * stand behind what joins the parts; where the first begins none by its words either, there must be three.
 */
function demoteEnumerations(text: string, found: readonly Numbered[]): Candidate[] {
  const result: Candidate[] = found.map(
    ({ enumerates: _, opens: __, part: ___, joined: ____, ...candidate }) => candidate,
  );
  for (let i = 0; i < found.length; i++) {
    const first = found[i]!;
    if (!first.enumerates || first.labels[0] !== "1") continue;
    const run = [i];
    for (let j = i + 1; j < found.length && found[j]!.start - found[run.at(-1)!]!.end < 600; j++) {
      const next = found[j]!;
      if (next.labels.length !== 1) continue;
      if (next.labels[0] !== String(run.length + 1) || !next.enumerates) continue;
      const goesOn =
        ((next.opens && next.part) || next.joined) &&
        !SENTENCE.test(text.slice(found[run.at(-1)!]!.end, next.start));
      if (first.opens || goesOn) run.push(j);
    }
    if (run.length < (first.opens || first.part ? 2 : 3)) continue;
    for (const k of run) result[k] = { ...result[k]!, weight: -2, reason: "counts the parts of a sentence" };
  }
  return result;
}

const SENTENCE = /[.!?]\s+\p{Lu}/u;
