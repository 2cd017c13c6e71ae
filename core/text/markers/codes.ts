/**
 * Tells codes (`Nfat5`, `CO2`, `RPG1`) from words with a glued marker by how the document uses them: a code comes back
 * with the same digits, a marked word mostly stands without any. Also parts `RPG130` into `RPG1` and `30`.
 */
import { classOf, isLetter } from "../sentences/chars.ts";
import { type Candidate, expand } from "./candidate.ts";

/** "Michel and " in front of "Makowski9". */
const AUTHORS = /\p{Lu}\p{Ll}[\p{L}’'-]*,?\s(?:and|&)\s$/u;

interface Usage {
  /** Occurrences of the letters with nothing glued to them. */
  readonly bare: Map<string, number>;
  /** Occurrences of letters and digits as one token, by the whole token. */
  readonly whole: Map<string, number>;
  /** Occurrences of the letters with any digits behind. */
  readonly coded: Map<string, number>;
}

const bump = (map: Map<string, number>, key: string): void => {
  map.set(key, (map.get(key) ?? 0) + 1);
};

/** Returns the glued candidates with weights that know the document's words. Linear in the text. */
export function weighCodes(text: string, candidates: readonly Candidate[]): Candidate[] {
  const stems = candidates.map((c) => stemBefore(text, c.start));
  const asked = new Set(stems.filter((stem) => stem !== ""));
  if (asked.size === 0) return [...candidates];
  const usage = countUsage(text, asked);
  return candidates.map((c, i) => {
    const stem = stems[i]!;
    if (stem === "") return c;
    if (stem.length === 1 || /[-–/_*.]/.test(text.charAt(c.start - stem.length - 1))) return c;
    const digits = /^\d+/.exec(text.slice(c.start, Math.min(c.end, c.start + 4)))![0];
    // "the second component (CCA2)" introduces a code.
    const introduced = text.charAt(c.start - stem.length - 1) === "(" && text.charAt(c.end) === ")";
    if (AUTHORS.test(text.slice(Math.max(0, c.start - stem.length - 30), c.start - stem.length))) {
      return { ...c, weight: c.weight + 1, reason: "digits behind two names" };
    }
    const seen = parted(text, c, stem, digits, usage) ?? reweighed(c, stem, digits, usage);
    return introduced ? { ...seen, weight: seen.weight - 1.5 } : seen;
  });
}

/** The letters and digits glued in front of the offset; empty where a stop or bracket stands there. */
function stemBefore(text: string, at: number): string {
  if (!/\p{L}/u.test(text.charAt(at - 1))) return "";
  let start = at;
  while (start > 0 && at - start < 40 && /[\p{L}\d]/u.test(text.charAt(start - 1))) start--;
  return text.slice(start, at);
}

/** Bits of the lengths asked for, by the last seven bits of the first letter: few words need be compared. */
function lengthsOf(asked: ReadonlySet<string>): Uint32Array {
  const lengths = new Uint32Array(128);
  for (const stem of asked) lengths[stem.charCodeAt(0) & 127]! |= 1 << (stem.length & 31);
  return lengths;
}

const mayBeAsked = (text: string, from: number, end: number, lengths: Uint32Array): boolean =>
  (lengths[text.charCodeAt(from) & 127]! & (1 << ((end - from) & 31))) !== 0;

function countUsage(text: string, asked: ReadonlySet<string>): Usage {
  const usage: Usage = { bare: new Map(), whole: new Map(), coded: new Map() };
  const lengths = lengthsOf(asked);
  let from = -1;
  let digits = -1;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 32;
    const isDigit = code >= 48 && code <= 57;
    if (isDigit || isLetter(classOf(code))) {
      if (from < 0) from = i;
      if (!isDigit) digits = -1;
      else if (digits < 0) digits = i;
      continue;
    }
    const end = digits < 0 ? i : digits;
    if (from >= 0 && end > from && mayBeAsked(text, from, end, lengths)) {
      const stem = text.slice(from, end);
      if (asked.has(stem)) {
        if (digits < 0) bump(usage.bare, stem);
        else {
          bump(usage.whole, text.slice(from, i));
          bump(usage.coded, stem);
        }
      }
    }
    from = -1;
    digits = -1;
  }
  return usage;
}

function reweighed(c: Candidate, stem: string, digits: string, usage: Usage): Candidate {
  const bare = usage.bare.get(stem) ?? 0;
  const coded = usage.coded.get(stem) ?? 1;
  const same = usage.whole.get(stem + digits) ?? 1;
  if (/^\p{Ll}{5,}$/u.test(stem)) {
    const always = same >= 3 && same === coded && bare < same;
    return always ? { ...c, weight: c.weight - 2, reason: "a code that comes back" } : c;
  }
  if (bare === 0 && same >= 2) return { ...c, weight: c.weight - 2.5, reason: "a code that comes back" };
  if (same >= 3 && bare < same) return { ...c, weight: c.weight - 2, reason: "a code that comes back" };
  if (/^\p{Ll}{3,}$/u.test(stem)) return c;
  const share = bare / (bare + coded);
  if (share >= 0.7) return { ...c, weight: c.weight + (same > 1 ? 1.3 : 1.8) };
  if (share >= 0.5) return { ...c, weight: c.weight + 0.8 };
  return bare === 0 ? { ...c, weight: c.weight - 0.6 } : c;
}

/** `RPG130` where the document has `RPG1` again and again: the marker is 30. */
function parted(text: string, c: Candidate, stem: string, digits: string, usage: Usage): Candidate | null {
  const whole = usage.whole.get(stem + digits) ?? 1;
  for (let k = digits.length - 1; k >= 1; k--) {
    const code = usage.whole.get(stem + digits.slice(0, k)) ?? 0;
    if (code < 2 || code < 2 * whole || digits[k] === "0") continue;
    const start = c.start + k;
    const labels = expand(text.slice(start, c.end));
    if (!labels) continue;
    const weight = (code >= 4 ? 1.3 : 0.9) + (labels.length > 1 ? 1 : 0);
    return { ...c, start, labels, weight, reason: "digits behind a code" };
  }
  return null;
}
