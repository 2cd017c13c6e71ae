/** The grammar of pinpoints and the arithmetic of page ranges. */
import { describe, expect, it } from "vitest";
import { expandRange, pageRanges, parsePinpoint, placeInPages, romanValue } from "../core/pinpoint.ts";

const read = (text: string) => {
  const found = parsePinpoint(text);
  return found && `${found.pinpoint.label} ${found.pinpoint.value}${found.labelled ? "" : " (bare)"}`;
};

describe("parsePinpoint", () => {
  const table: readonly (readonly [string, string | null])[] = [
    ["p. 5", "page 5"],
    ["pp. 5–6.", "page 5-6"],
    [", at 12", "page 12"],
    ["at p. 214", "page 214"],
    ["hier S. 107.", "page 107"],
    ["S. 45 f.", "page 45 f."],
    ["S. 140 ff.", "page 140 ff."],
    ["pp. 130–2.", "page 130-2"],
    ["p. 41 et s.", "page 41 et s."],
    ["p. 645 sgg.", "page 645 sgg."],
    ["at 95 n.41.", "page 95"],
    ["34, note 5", "page 34 (bare)"],
    ["17n3", "page 17 (bare)"],
    ["pp. 12, 15, and 20.", "page 12, 15, and 20"],
    ["p. 178 and p. 185;", "page 178 and 185"],
    ["pp. 211–226, 2012.", "page 211-226"],
    ["301, 309 (2001)", "page 301 (bare)"],
    ["p. cxi;", "page cxi"],
    ["xii–xv.", "page xii-xv (bare)"],
    ["S295–306.", "page S295-306 (bare)"],
    ["§ 33-204 (2015)", "section 33-204"],
    ["§ 731(b)", "section 731(b)"],
    ["section 3. The", "section 3"],
    ["s. 14A", "section 14A"],
    ["ss. 7–9.", "section 7-9"],
    ["ss. 5 and 8", "section 5 and 8"],
    ["s. 14", "page 14"],
    ["at ¶ 100.", "paragraph 100"],
    ["ch. 4]", "chapter 4"],
    ["chs. 3–4", "chapter 3-4"],
    ["fol. 17v", "folio 17v"],
    ["fo. 31r", "folio 31r"],
    ["fos 9v–14r", "folio 9v-14r"],
    ["fol. 12r–v.", "folio 12r-v"],
    ["Bl. 88.", "folio 88"],
    ["table 4", "table 4"],
    ["fig. 2a", "figure 2a"],
    ["art. 12", "article 12"],
    ["art. 1er", "article 1"],
    ["art. 3.º", "article 3"],
    ["art. 4º", "article 4"],
    ["fls. 12v-14.", "folio 12v-14"],
    ["p. 14 e segs.", "page 14 e segs."],
    ["col. 287", "column 287"],
    ["n. 41", "note 41"],
    ["vol. II, 230–31.", "page 230-31"],
    ["vols. 2, 3", "volume 2, 3"],
    ["vol. 2", "volume 2"],
    ["12th", null],
    ["6(12): 674", null],
    ["3.2", null],
    ["c. 1950", null],
    ["mix", null],
    ["", null],
  ];
  for (const [text, expected] of table) {
    it(JSON.stringify(text), () => expect(read(text)).toBe(expected));
  }

  it("gives the span from the announcing word on", () => {
    expect(parsePinpoint("Pryce, 201–30, at p. 214.", 14)).toMatchObject({ start: 15, end: 24 });
  });
});

describe("ranges", () => {
  const table: readonly (readonly [string, string, number, number])[] = [
    ["833-54", "arabic", 833, 854],
    ["402–9", "arabic", 402, 409],
    ["1102–04", "arabic", 1102, 1104],
    ["1140--1152", "arabic", 1140, 1152],
    ["S12-8", "prefixed", 12, 18],
    ["x-xi", "roman", 10, 11],
    ["45 f.", "arabic", 45, 46],
    ["140 ff.", "arabic", 140, 140],
    ["e26720", "elocator", 26720, 26720],
  ];
  for (const [text, kind, first, last] of table) {
    it(text, () => expect(expandRange(text)).toMatchObject({ kind, first, last }));
  }

  it("reads several and leaves out what is none", () => {
    expect(pageRanges("133-135, 140 and 288").map((range) => range.first)).toEqual([133, 140, 288]);
    expect(expandRange("18-12")).toBeNull();
    expect(expandRange("table")).toBeNull();
  });

  it("holds pinpoints against ranges of the same kind only", () => {
    const page = (value: string) => ({ label: "page", value }) as const;
    expect(placeInPages(page("107"), "101-124")).toBe("inside");
    expect(placeInPages(page("130"), "101-124")).toBe("outside");
    expect(placeInPages(page("xii"), "101-124")).toBe("unknown");
    expect(placeInPages(page("S300"), "295-306")).toBe("unknown");
    expect(placeInPages(page("107"), "101")).toBe("unknown");
    expect(placeInPages(page("3"), "e26720")).toBe("unknown");
    expect(placeInPages({ label: "table", value: "3" }, "101-124")).toBe("unknown");
  });

  it("reads well-formed roman numbers", () => {
    expect(["xiv", "MCMXC", "iiii", "vx", ""].map(romanValue)).toEqual([14, 1990, null, null, null]);
  });
});

describe("hostile text", () => {
  for (const text of [
    "p. 1–".repeat(20_000),
    "1".repeat(50_000),
    "pp. 1, ".repeat(20_000),
    "(".repeat(50_000),
  ]) {
    it(`${text.slice(0, 8)}… in bounded time`, () => {
      const start = performance.now();
      for (let at = 0; at < 200; at++) parsePinpoint(text, at);
      expect(performance.now() - start).toBeLessThan(2_000);
    });
  }
});
