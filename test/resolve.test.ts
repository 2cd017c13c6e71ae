/** Resolution measured alone: golden outlines in, items, sources and edges out. */
import { describe, expect, it } from "vitest";
import type { Csl, NoteParts, Pinpoint } from "../core/model.ts";
import { expandRange } from "../core/pinpoint.ts";
import { splitNotes } from "../core/reference/note/index.ts";
import { type Resolved, resolve } from "../core/resolve/index.ts";
import { type Golden, goldenOutline, goldenParser, loadGolden } from "./support/golden-outline.ts";

const goldens = loadGolden();
const seed = goldens.find((golden) => golden.document.id === "medical-response")!;
/** Pinpoints compare by their full numbers: "112–15" is 112 to 115. */
const plain = (pinpoint: Pinpoint | null) => {
  const range = pinpoint && expandRange(pinpoint.value);
  return range ? `${pinpoint.label} ${range.prefix}${range.first}-${range.last}` : pin(pinpoint);
};
const pin = (pinpoint: Pinpoint | null) => (pinpoint ? `${pinpoint.label} ${pinpoint.value}` : null);

function run(golden: Golden, own: boolean): { readonly parts: NoteParts[]; readonly found: Resolved } {
  const { document, outline } = goldenOutline(golden);
  const parts = splitNotes(document.text, outline.notes, own ? {} : { parse: goldenParser(golden) });
  return { parts, found: resolve(document, outline, parts) };
}

describe("the medical-response page", () => {
  const { found } = run(seed, true);
  const keyOf = new Map(found.sources.map((source) => [source.id, source.key]));

  it("gives every citation its span, form and pinpoint", () => {
    const wanted = seed.notes.flatMap((note) =>
      note.citations.map(({ raw, start, end, form, pinpoint }) => [
        note.id,
        start,
        end,
        form,
        pin(pinpoint),
        raw,
      ]),
    );
    const got = found.items
      .filter((item) => item.form !== "vague")
      .map((item) => [item.note, item.start, item.end, item.form, pin(item.pinpoint), item.raw]);
    expect(got).toEqual(wanted);
    expect(found.items.filter((item) => item.form === "vague").map((item) => item.raw)).toEqual([
      "the manufacturers' websites",
    ]);
  });

  it("gives the three sources with their keys and labels", () => {
    expect(found.sources.map(({ key, label }) => [key, label])).toEqual([
      ["brew2010", "Brew & Davies 2010"],
      ["weber2008", "Weber 2008"],
      ["khatri2009", "Khatri et al. 2009"],
    ]);
    const wanted = seed.sources.map((source) => ({ ...source.csl, id: source.id.replace("-", "") }));
    const read = found.sources.map(({ csl: { language: _, ...csl } }) => csl);
    expect(read).toEqual(wanted);
    expect(found.sources.map((source) => source.mentions.length)).toEqual([3, 1, 1]);
  });

  it("gives the seven edges with scope and plausibility", () => {
    const wanted = seed.edges.map((e) => [
      e.claim,
      e.source?.replace("-", ""),
      e.form,
      pin(e.pinpoint),
      e.scope,
      e.plausibility ?? null,
    ]);
    const got = found.edges.map((e) => [
      e.claim,
      keyOf.get(e.source),
      e.form,
      pin(e.pinpoint),
      e.scope,
      e.plausibility,
    ]);
    expect(got).toEqual(wanted);
  });

  it("says why 674 is a pinpoint", () => {
    const { basis } = found.items[0]!.resolution;
    expect(basis.rule).toContain("lone page");
    expect(basis.losers?.[0]?.reason).toBe("page 668 of the same work is cited");
  });
});

describe("golden documents behind a perfect outline and reference parser", () => {
  for (const golden of goldens) {
    it(golden.document.id, () => {
      const { found } = run(golden, false);
      const name = (csl: Csl) =>
        `${csl.title ?? ""} ${csl.author?.[0]?.family ?? ""} ${csl.archive_location ?? ""}`;
      const gold = new Map(golden.sources.map((source) => [source.id, name(source.csl)]));
      const own = new Map(found.sources.map((source) => [source.id, name(source.csl)]));
      const pool = found.edges.map((e) => ({
        words: [e.claim, own.get(e.source), e.form, e.scope].join(" | "),
        pinpoint: e.pinpoint,
      }));
      const missing: string[] = [];
      for (const e of golden.edges) {
        if (e.source === null) continue;
        const form = e.form === "numeric" ? "full" : e.form;
        const words = [e.claim, gold.get(e.source), form, e.scope].join(" | ");
        const accepted = [e.pinpoint, ...(e.pinpointAlt ?? [])].map(plain);
        const hit = pool.findIndex((edge) => edge.words === words && accepted.includes(plain(edge.pinpoint)));
        if (hit >= 0) pool.splice(hit, 1);
        else if (e.optional !== true) missing.push(`${words} @ ${pin(e.pinpoint)}`);
      }
      expect({ missing, extra: pool }).toEqual({ missing: [], extra: [] });
    });
  }
});
