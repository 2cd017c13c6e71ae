/**
 * Digits glued to the word or stop in front of them, as a browser copies superscripts: `clearance.1,2 Where`,
 * `others3–5,`. Decimals, units, genes, isotopes and formulas look alike; here each place gets the weight of its
 * shape, and `decide.ts` sets that against the order of the whole document.
 */
import type { Span } from "../../model.ts";
import { PLACE } from "../cited-place.ts";
import { starters } from "../sentences/starters.ts";
import { type Candidate, expand } from "./candidate.ts";
import { eachMatch } from "./scan.ts";

const NUMBER = `\\d+(?:${PLACE})?`;
const GROUP = new RegExp(`${NUMBER}(?:[,;–‐‑−-]${NUMBER})*`, "g");
const CLOSER = /[)\]”"’'»%]/;
/** Nothing behind these is a marker: signs, operators, opening brackets, paths. */
const NEVER_BEFORE = new Set([..."-–—‐‑−_/\\#@=<>~±×*^&+$€£§([{≤≥≈∼|·∙⁄"]);
const UNIT = /^(?:[kcmdnpµμ]?m|ft|yd|mi|s|h|ha|min|d|yr|[kmµμn]?g|[mµμd]?[lL]|mol|kPa|Pa|W|J|Hz|K|t)$/u;
const ABBREVIATION =
  /(?:^|[^\p{L}])(?:figs?|nos?|vol|pp?|eqs?|refs?|ch|sec|sp|spp|cat|tab|art|ver|v|[a-z]|approx|ca|c|var|dept|st|dr|mr|mrs|prof|ext|pt|nr|bd|abb|s|st)$/iu;
const COUNTED =
  /^(?:log|exp|chr|chi|figs?|tables?|eqs?|boxe?s?|days?|weeks?|phase|stage|step|exon|intron|samples?|version|file|panel|scheme|sections?|pages?|chapter|chromosome|clade|pH|covid|sars)$/i;

/** More labels in one group are rather a code such as `his3-111`. */
const WIDE = 30;
/** "2015" with a marker glued to it. */
const YEAR = /^(?:19|20)\d\d[1-9]\d{0,2}(?:[,–]\d{1,3})*$/;
/** "in 1928,5 and": the comma behind a year has its marker; elsewhere a decimal may be written so. */
const YEAR_COMMA = /^(?:1[5-9]|20)\d\d,[1-9]\d?(?:[,–]\d{1,2})*$/;
const DATING = /(?:^|\s)(?:about|after|and|around|before|by|early|during|from|in|late|of|since|to|until)\s$/i;
/** A unit behind the digits makes them a quantity whose blank was lost. */
const QUANTITY =
  /^\s(?:[μµmnk]?[lLgM]|[cmkμµn]m|°C|kDa|bp|kb|Mb|min|h|s|days?|hours?|years?|weeks?|months?)(?![\p{L}\d])/u;

/** Returns the glued groups of digits in the span with their weights. */
export function findGlued(text: string, span: Span): Candidate[] {
  const found: Candidate[] = [];
  eachMatch(GROUP, text, span, (m, start, end) => {
    if (start === span.start) return;
    const before = text.charCodeAt(start - 1);
    // Most numbers stand behind a blank: decide those without any string work.
    if (before === 32 || before === 10 || before === 9 || before === 40 || before === 0xa0) {
      const named = before === 40 || before === 9 ? null : behindRef(text, span, start);
      if (named) found.push(named);
      else if (m[0].length > 5 && YEAR_COMMA.test(m[0])) {
        const labels = expand(m[0].slice(5));
        const dated = DATING.test(text.slice(Math.max(span.start, start - 8), start));
        const reason = "digits behind a year and a comma";
        if (labels && ascends(labels))
          found.push({
            start: start + 5,
            end,
            style: "superscript",
            labels,
            weight: dated ? 1.2 : 0.4,
            reason,
          });
      } else if (m[0].length > 4 && YEAR.test(m[0])) {
        const labels = expand(m[0].slice(4));
        const reason = "digits behind a year";
        if (labels) found.push({ start: start + 4, end, style: "superscript", labels, weight: 0.2, reason });
      }
      return;
    }
    const candidate = behindCode(text, span, start, m[0]) ?? weigh(text, span, start, m[0]);
    if (candidate) found.push(candidate);
  });
  return found;
}

/**
 * "The hormones T3 and T4,1,2 which": the first digit belongs to the code, since the labels behind the comma begin again
 * below it and the sentence goes on.
 */
function behindCode(text: string, span: Span, start: number, group: string): Candidate | null {
  const own = /^(\d),(\d{1,3})(?:[,–-]\d{1,3})*$/.exec(group);
  if (!own || Number(own[2]) >= Number(own[1])) return null;
  const end = start + group.length;
  if (!/^\s\p{Ll}/u.test(text.slice(end, Math.min(span.end, end + 2)))) return null;
  if (!/^\p{Lu}{1,4}$/u.test(wordBefore(text, span.start, start))) return null;
  const labels = expand(group.slice(2));
  const reason = "digits behind a code and a comma";
  return labels && ascends(labels)
    ? { start: start + 2, end, style: "superscript", labels, weight: 2, reason }
    : null;
}

const REFS = /(?:^|[\s([])(?:[rR]efs?\.?|et al\.)\s$/;
const LIST = /\d{1,3}(?:\s?(?:,|[-–—‐‑−]|,? and)\s?\d{1,3}(?!\d|\.\d))*/y;

/** "in ref. 9", "refs 10–13 and 15": superscripts are set as plain numbers behind the word. */
function behindRef(text: string, span: Span, start: number): Candidate | null {
  const last = text.charAt(start - 2);
  if (last !== "." && last !== "s" && last !== "f") return null;
  if (!REFS.test(text.slice(Math.max(span.start, start - 8), start))) return null;
  LIST.lastIndex = start;
  const m = LIST.exec(text);
  const end = Math.min(LIST.lastIndex, span.end);
  const labels = m ? expand(text.slice(start, end)) : null;
  return labels
    ? { start, end, style: "superscript", labels, weight: 2.5, reason: "behind “ref.” or “et al.”" }
    : null;
}

function weigh(text: string, span: Span, start: number, group: string): Candidate | null {
  const before = text.charAt(start - 1);
  if (NEVER_BEFORE.has(before) || /\s/.test(before)) return null;
  const labels = expand(group);
  if (!labels || labels.some((label) => label.length > 3)) return null;
  const end = start + group.length;
  const after = end < span.end ? text.charAt(end) : "";
  const second = signBehind(text, span, end + 1, after);
  const stop = /[.,;:!?]/.test(before);
  if (/[\p{L}_]/u.test(after) && !(stop && /\p{Lu}/u.test(after) && /\p{L}/u.test(second))) return null;
  if (/[%°′″×/+−=^~*@#$]/.test(after)) return null;
  if (/[-–‐‑]/.test(after) && /[\p{L}\d]/u.test(second)) return null;
  if (/[.,]/.test(after) && /\d/.test(second)) return null;
  if (after === "(" || after === "[") return null;
  if (/\s/.test(after) && QUANTITY.test(text.slice(end, Math.min(end + 8, span.end)))) return null;
  const [weight, reason] = stop
    ? behindStop(text, span, start, before, after, second, labels)
    : CLOSER.test(before)
      ? behindCloser(text, span, start, before)
      : behindWord(text, span, start, labels);
  const grouped = labels.length === 1 ? 0 : !ascends(labels) ? -1 : labels.length > WIDE ? -2 : 1;
  return { start, end, style: "superscript", labels, weight: weight + grouped, reason };
}

/** The sign behind `after`; behind a blank the first of the next word, though typists set two or a line ends there. */
function signBehind(text: string, span: Span, at: number, after: string): string {
  let i = at;
  if (/\s/.test(after)) while (i < span.end && i < at + 12 && /\s/.test(text.charAt(i))) i++;
  return i < span.end ? text.charAt(i) : "";
}

const ET_AL = /(?:^|\s)et\sal$/;

/** "between C3 and C5": a code without decimals in front of one of the same letters. */
function follows(text: string, from: number, at: number, number: string): boolean {
  const letters = /^(\p{Lu}{1,3})\d{1,2}$/u.exec(number)?.[1];
  if (letters === undefined) return false;
  const before = text.slice(Math.max(from, at - number.length - 16), at - number.length);
  const other = /(?<![\p{L}\d])(\p{Lu}{1,3})\d{1,2}(?: (?:and|or|to|und|bis|et) |, |[–-])$/u.exec(before);
  return other?.[1] === letters;
}

/** "£148" */
const MONEY = /^[$£€¥]\d{1,3}(?:,?\d{3})*$/;
/** "in 1 child in 20", "9 of 12": whole numbers. */
const RATIO =
  /(?<![\d.,])(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)\s(?:\p{Ll}+\s){0,3}?(?:in|of|out of)\s(?:every\s)?\d{1,4}$/u;
/** "Swimming pools": a word that is seldom anybody's name or a unit. */
const GERUND = /^\p{Lu}\p{Ll}{2,}ing$/u;

/** "$5.2 Billion", in titles and on the Continent. */
const MAGNITUDE =
  /^\s(?:M|Mio|Mill?|Mrd|Bn?|Bio|K|T|Tn|Million|Billion|Trillion|Milliarde|Thousand|Tsd)(?!\p{L})/u;

const ascends = (labels: readonly string[]): boolean =>
  labels.every((label, i) => i === 0 || Number(label) > Number(labels[i - 1]));

type Weighed = readonly [number, string];

function behindStop(
  text: string,
  span: Span,
  start: number,
  before: string,
  after: string,
  second: string,
  labels: readonly string[],
): Weighed {
  const inner = start - 2 >= span.start ? text.charAt(start - 2) : " ";
  const opens =
    after === "" || (/\s/.test(after) && /[\p{Lu}“"‘'([«„]/u.test(second)) || /[)”"’»]/.test(after);
  if (/\d/.test(inner)) {
    if (before === ":" || before === ";") return [-2, "a ratio"];
    if (before === "," && labels.length === 1 && labels[0]!.length === 3) return [-3, "a thousand"];
    const number = wordBefore(text, span.start, start - 1);
    if (start - 1 - number.length === span.start && /^[\d.]+$/.test(number))
      return [-3, "a section's number"];
    if (/\d\.\d+\.\d/.test(number) || /^v\.?\d/i.test(number)) return [-2.5, "a version or a code"];
    const sentence = after === "" || (/\s/.test(after) && /[\p{Lu}“"‘'[«„]/u.test(second));
    if (before === "." && sentence && MONEY.test(number) && labels.join() === text.charAt(start)) {
      return MAGNITUDE.test(text.slice(start + 1, start + 12))
        ? [-2.5, "a decimal"]
        : [3, "a digit behind money, which has two decimals or none"];
    }
    if (before === "." && sentence && /^\D*\d+[.,]\d+$|(?<!\d)(?:1[5-9]|20)\d\d$/.test(number)) {
      return [1.8, "digits behind a number that has its decimals, or a year"];
    }
    if (before === "." && sentence && follows(text, span.start, start - 1, number))
      return [1.8, "digits behind the second of two codes without decimals"];
    if (before === "." && sentence && RATIO.test(text.slice(Math.max(span.start, start - 60), start - 1)))
      return [1.8, "digits behind a ratio of whole numbers"];
    if (after === "") return [0.8, "a number at the end, or a marker behind one"];
    if (!sentence) return [-2.5, "a decimal"];
    const next = /^\s+(\p{Lu}[\p{L}']*)(\s\p{Ll})?/u.exec(
      text.slice(start, Math.min(span.end, start + 40)).replace(/^[\d,–-]+/, ""),
    );
    const opening = next && (starters.has(next[1]!) || (next[2] !== undefined && GERUND.test(next[1]!)));
    return [opening ? 1 : 0.3, "a decimal, or a marker behind a number"];
  }
  const word = wordBefore(text, span.start, start - 1);
  if (before === "." && /(?:^|\s)al$/.test(word)) return [3, "digits behind “et al.”"];
  if (before === "." && ABBREVIATION.test(word) && !opens) return [-2, "a number behind an abbreviation"];
  if (/\s/.test(inner)) return [-1.5, "a stop that stands alone"];
  if (before === "." && /^§?\p{Lu}$/u.test(word))
    return [opens ? 0.8 : -1.5, "digits behind a letter and a stop"];
  if (before === ".")
    return opens || after === "" ? [3, "digits behind a stop"] : [1.5, "digits behind a stop"];
  if (before === ",") return [/\p{L}{2}$|[)\]”"’]$/u.test(word) ? 2 : 0, "digits behind a comma"];
  return [before === ":" ? 0.8 : 1.8, "digits behind punctuation"];
}

function behindCloser(text: string, span: Span, start: number, before: string): Weighed {
  if (before === ")") {
    const near = text.slice(Math.max(span.start, start - 12), start);
    const formula = /\p{L}\((?:\p{Lu}\p{Ll}?\d?){1,4}\)$/u.test(near);
    return formula ? [-2, "a formula"] : [1.5, "digits behind a bracket"];
  }
  const inner = text.charAt(start - 2);
  if (/[’'"]/.test(before) && /\d/.test(inner)) return [-2, "feet or minutes"];
  if (before === "%" && !/\d/.test(inner)) return [0, "digits behind a sign"];
  return [1.5, "digits behind a closing sign"];
}

function behindWord(text: string, span: Span, start: number, labels: readonly string[]): Weighed {
  const token = wordBefore(text, span.start, start);
  const letters = /\p{L}+$/u.exec(token)?.[0] ?? "";
  if (letters === "") return [-0.5, "digits behind a sign"];
  if (letters.length < token.length && /[\d_/@.]/.test(token)) return [-1, "digits inside a code"];
  if (UNIT.test(letters) && labels.length === 1) {
    return /^[23]$/.test(labels[0]!) ? [-3, "a power of a unit"] : [-1.5, "behind a unit"];
  }
  if (COUNTED.test(letters)) return [-1.5, "the word counts things"];
  if (/^\p{Ll}+$/u.test(letters)) {
    if (letters.length >= 4) return [1.6, "digits behind a word"];
    if (letters === "al" && ET_AL.test(text.slice(Math.max(span.start, start - 6), start)))
      return [3, "digits behind “et al”"];
    return [[-2, -2, -0.6, 0.6][letters.length]!, "digits behind a short word"];
  }
  if (/^\p{Lu}\p{Ll}+$/u.test(letters)) {
    return letters.length >= 4 ? [0.9, "digits behind a name"] : [-0.8, "digits behind a short name"];
  }
  if (/^\p{Lu}+$/u.test(letters)) {
    return [letters.length >= 3 ? -0.4 : -1.8, "digits behind capitals"];
  }
  if (/^\p{Lu}{2,}s$/u.test(letters)) return [1, "digits behind a plural of capitals"];
  return [-0.8, "digits behind a mixed code"];
}

/** The run of characters without a blank that ends at the offset, at most 40. */
function wordBefore(text: string, from: number, at: number): string {
  let i = at;
  const low = Math.max(from, at - 40);
  while (i > low && !/[\s([]/.test(text.charAt(i - 1))) i--;
  return text.slice(i, at);
}
