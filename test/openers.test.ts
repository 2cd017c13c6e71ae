/** Patterns sorted by how a text begins: they say the same as one pattern of all alternatives. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alternatives } from "../core/text/beginnings.ts";
import { type Opener, opening, sieve } from "../core/text/openers.ts";
import { wordMatches } from "../core/text/word-matches.ts";

const openers: readonly Opener[] = [
  { words: ["skip to (?:the )?(?:main )?content|zurück", "back to (?:top|home)"], flags: "i" },
  { before: "(?:[↑^→] ?)?", words: ["menu|home", "page \\d+(?: of \\d+)?"], after: "[.!:› ]*$", flags: "i" },
  { words: ["[\\d.,]{1,9}[km]? views?", "(?:about )?\\d{1,3} min", "\\p{Lu}\\.", "é+t"], flags: "iu" },
  { words: ["(?:a|b)*c|d?e{0,2}f", "x{2,3}|[a-c]-|[^a-z]z", "(?=q)q|\\bnote", "a(?:b|[|)])"], flags: "u" },
  { words: ["ſo|K", "su?|k.m"], flags: "iu" },
];

const pieces = [
  ..."abcdefghkmnpqstuvwxyz ABCKS↑^→›.,0159-|)[éÉſ\u212aßü“\n",
  "skip to ",
  "the ",
  "content",
  "back to top",
  "page ",
  " of ",
  "views",
  " min",
  "about ",
  "menu",
  "note",
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((list) => list.join(""));

describe("openings", () => {
  it.each(openers)("say what one pattern says: $words", (opener) => {
    const whole = new RegExp(
      `^${opener.before ?? ""}(?:${opener.words.join("|")})${opener.after ?? ""}`,
      opener.flags,
    );
    const sorted = opening(opener);
    const sieved = sieve([sorted]);
    fc.assert(
      fc.property(text, (words) => {
        expect(sorted.test(words)).toBe(whole.test(words));
        if (whole.test(words)) expect(sieved(words)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it("part alternatives at the top only", () => {
    expect(alternatives("a|b(?:c|d)|[|)]e|\\|")).toEqual(["a", "b(?:c|d)", "[|)]e", "\\|"]);
  });
});

const phrases: readonly RegExp[] = [
  /\b(?:is|are) (?:very )?(?:likely|clear)\b|(?<!\bnot )\blikely\b|\bs(?:ays?|o)\b(?= (?:\p{Ll}+ )?far)/giu,
  /(?<!\b(?:our|the|’s) (?:\w+ )?)(?<![\p{L}’'.-])(?:a few |(?:some|many) (?:\p{Ll}+ )?)?(?:studies|men) say(?![\p{L}-])/giu,
  /(?<!\b(?:not|n't) )\b(?:fully|100 ?%) (?:safe|free)\w*|\bfully\b/gi,
];
const wordy = fc
  .array(
    fc.constantFrom(
      ..."is are very likely clear not says say so far our the ’s a few some many studies men fully 100 % safe freely _ 1 é ſo ſ \u212a 𝒜 Likely SAY It's n't - . don’t".split(
        " ",
      ),
      " ",
      "  ",
      "\n",
    ),
    { maxLength: 12 },
  )
  .chain((list) => fc.boolean().map((close) => list.join(close ? "" : " ")));

describe("word matches", () => {
  it.each(phrases)("are those of the whole pattern: %s", (pattern) => {
    const matches = wordMatches(pattern);
    fc.assert(
      fc.property(wordy, (words) => {
        expect(matches(words)).toEqual([...words.matchAll(pattern)]);
      }),
      { numRuns: 3_000 },
    );
  });

  it("refuse a pattern that may begin with anything", () => {
    expect(() => wordMatches(/\bno\b|\w+ly\b/g)).toThrow("may begin with anything");
  });
});
