/** Short cuts in front of patterns: phrases found in one pass, and sieves. They say the same as the patterns alone. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRemark } from "../core/text/kinds/about-itself.ts";
import { isFurniture } from "../core/text/kinds/chrome.ts";
import { isDisclaimer } from "../core/text/kinds/disclaimer.ts";
import { signsOf } from "../core/text/kinds/signs.ts";
import { YEAR, yearsIn } from "../core/text/markers/cite.ts";
import { fold } from "../core/text/markers/fold.ts";
import { phraseFinder } from "../core/text/phrases.ts";
import { enumerators } from "../core/text/sentences/lists.ts";
import type { Setting } from "../core/text/sentences/setting.ts";
import { classOfToken, isPlainWord } from "../core/text/sentences/token-class.ts";
import { wordStart } from "../core/text/sentences/tokens.ts";

const groups: readonly (readonly string[])[] = [
  ["abab", "aab", "b"],
  ["^ab", "^b a", "^#a"],
  ["a$", "_#", "b$a"],
  ["~a", "  ", "..", "a.b"],
  ["^.a", "^“a", "a–#"],
];

/** What a phrase means, as a pattern. */
const meaning = (phrase: string): string =>
  [...phrase]
    .map((sign, i) => {
      if (sign === "#") return "\\d";
      if (sign === "~") return "[^\\S ]";
      if (sign === "$") return "[^a-zA-Z\\d_]";
      if (sign === "^") return /[a-z#]/.test(phrase[i + 1]!) ? "\\b" : "(?<!\\w)";
      return sign.replace(/[.]/g, "\\.");
    })
    .join("");

const pieces = fc.array(fc.constantFrom(..."aaaabbbAB.. _1–“\n\té"), { maxLength: 14 });

describe("phrases", () => {
  it("are found where their pattern matches", () => {
    const find = phraseFinder(groups);
    const patterns = groups.map((phrases) => new RegExp(phrases.map(meaning).join("|"), "i"));
    fc.assert(
      fc.property(pieces, (list) => {
        const text = list.join("");
        const found = patterns.reduce(
          (bits, pattern, bit) => (pattern.test(text) ? bits | (1 << bit) : bits),
          0,
        );
        expect(find(text)).toBe(found);
      }),
      { numRuns: 10_000 },
    );
  });

  it("are all said to be there beside a letter that folds to a plain one", () => {
    expect(phraseFinder(groups)("ſ")).toBe(-1);
    expect(phraseFinder(groups)("\u212a")).toBe(-1);
  });

  it("hold no capitals and no letters beyond a to z", () => {
    expect(() => phraseFinder([["é"]])).toThrow("no phrase may be “é”");
    expect(() => phraseFinder([["an A"]])).toThrow("no phrase may be “an A”");
  });
});

const words = [
  "this page|our leaflet|the website|does not|cannot|no|never|replace|substitute for|medical|legal|advice|for|information|purposes|only|use|,|at your own risk|liability|accepts no|responsible|for any loss|errors in this|before relying on|it|without warranty|as is|“as is”|views|expressed|are those of|not necessarily|reflect the views|keine Haftung|ersetzt|diese Seite|den Arzt|ne remplace pas|avis|every effort has been made|accurate at|Disclaimer:|DISCLAIMER:|only for educational|consult|care|the library",
  "the rest of|this paper|the remainder of our|structure of the|article|results|follow|follows|below|in|are|given|listed|described|set out|Section 2|the next|section|last chapter|following part|the appendix|online supplement|Table 1|Tables IV|box 3|the glossary|is|shown|by|brackets|italics|bold type|small capitals|the margins|letters|asterisks|in an annex|as supplementary|can be|found|again|in full",
  "Share|Home|>|Indoor air|•|·|/|–|Print|All rights reserved|droits réservés|Rechte vorbehalten|“Loft” redirects here|Contents ........ 12|Part 2 . . . . 3|Index…… iv|____ 4|Updated 7 Jan. 2020|4 min read|by A. Stone|?|@|a@b.org|http://a.org/b",
  "a|B|ſ|\u212a|.|,|;|:|!|(|)|[1]|12|é|\n|\u00a0",
].flatMap((list) => list.split("|"));
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 14 })
  .chain((list) => fc.boolean().map((upper) => (upper ? list.join(" ").toUpperCase() : list.join(" "))));

/** Signs under which every pattern is tried. */
const ALL = -1;

describe("signs", () => {
  it("keep no pattern from a sentence that it matches", () => {
    let matched = 0;
    fc.assert(
      fc.property(sentence, (text) => {
        const signs = signsOf(text);
        expect(isDisclaimer(text, signs)).toBe(isDisclaimer(text, ALL));
        expect(isRemark(text, signs)).toBe(isRemark(text, ALL));
        expect(isFurniture(text, signs)).toBe(isFurniture(text, ALL));
        if (isDisclaimer(text, ALL) || isRemark(text, ALL)) matched++;
      }),
      { numRuns: 6_000, seed: 1 },
    );
    expect(matched).toBeGreaterThan(100);
  });
});

describe("years", () => {
  it("are those that their pattern finds at every place", () => {
    const part = fc.constantFrom(
      ..."1 2 19 20 1998 2004 1998/2004 a b. et al.|n.d.|n. d.|in press|forthcoming|o. J.|o.J.|, ; ( ) - – / . % é ſ 𝒜 x nn.d."
        .split(/[ |]/)
        .concat(" ", "  ", "in press", "n. d.", "o. J."),
    );
    const plain = new RegExp(YEAR.source, "gu");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (list) => {
        const text = list.join("");
        const found = yearsIn(text, { start: 0, end: text.length });
        expect(found.map((year) => year.start)).toEqual([...text.matchAll(plain)].map((m) => m.index));
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("plain words before a stop", () => {
  it("have no class", () => {
    const part = fc.constantFrom(
      ..."a at etc no fig vs phil forest liv fr wk mo et al water increase e.g iii 12 Dr Fig Str pl - / @ ' ’ ( ) [ ] é ß str."
        .split(" ")
        .concat(" ", " ", " ", "\n", "\u00a0"),
    );
    let plain = 0;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.nat(3), (list, begin) => {
        const text = `${list.join("")}. The`;
        const at = text.length - 5;
        const setting: Setting = {
          text,
          from: 0,
          to: text.length,
          known: false,
          german: true,
          markerAt: () => -1,
        };
        const start = wordStart(text, at, 0);
        if (!isPlainWord(setting, begin, start, at)) return;
        plain++;
        expect(classOfToken(setting, text.slice(start, at), start, true, "The")).toBeNull();
      }),
      { numRuns: 10_000, seed: 1 },
    );
    expect(plain).toBeGreaterThan(500);
  });
});

describe("numbers of items", () => {
  it("are whole words before a stop or bracket", () => {
    const part = fc.constantFrom(
      ..."1 12 123 a b A iv xii viii . ) ' ’ ° § é - ( • x".split(" ").concat(" ", " ", "\n"),
    );
    let found = 0;
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 6 }),
        fc.constantFrom(". The", ") the", ".) x"),
        (list, end) => {
          const lead = list.join("");
          const text = lead + end;
          const at = lead.length;
          const items = enumerators(text, at, 0, text.length);
          const word = lead.slice(wordStart(text, at, 0));
          for (const { start } of items) expect(lead.slice(start)).toBe(word);
          const apart = /(?:^|[\s•])$/.test(lead.slice(0, at - word.length));
          const numbers =
            /^(?:\d{1,2}|[a-z])$/.test(word) || (end !== ". The" && /^(?:[A-Z]|iv|xii|viii)$/.test(word));
          expect(items.length > 0).toBe(apart && numbers);
          if (items.length > 0) found++;
        },
      ),
      { numRuns: 10_000, seed: 1 },
    );
    expect(found).toBeGreaterThan(300);
  });
});

describe("names", () => {
  it("are folded alike with and without letters beyond the plain ones", () => {
    const name = fc
      .array(fc.constantFrom(..."aBcZ .-'`,&1 \n\t"), { maxLength: 12 })
      .map((list) => list.join(""));
    fc.assert(
      fc.property(name, (words) => {
        expect(`${fold(words)} e`.trim()).toBe(fold(`${words} é`));
      }),
      { numRuns: 3_000 },
    );
  });
});
