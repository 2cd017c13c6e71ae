/** What reviewers put right in a source: in every export of the sources, and named in the reports. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportFormats } from "../core/bib/formats.ts";
import {
  type CorrectionEvent,
  correctedSource,
  fieldNames,
  type ReviewEvent,
  reviewDecisions,
} from "../core/review/index.ts";
import { nameText } from "../core/review/names.ts";
import { goldenAnalysis } from "./support/golden-analysis.ts";

const analysis = goldenAnalysis("seed/medical-response");
const brew = analysis.sources.find(({ key }) => key === "brew2010")!;

let number = 0;
const correct = (field: string, value: string, before = ""): CorrectionEvent => {
  number += 1;
  const at = `2030-01-${String(number).padStart(2, "0")}T10:00:00.000Z`;
  return { kind: "correction", id: `e${number}`, at, reviewer: "Ann", source: brew.id, field, value, before };
};
const after = (...events: readonly ReviewEvent[]) => reviewDecisions(events).corrections;
const write = async (format: string, ...events: readonly ReviewEvent[]): Promise<string> =>
  String(await exportFormats.get(format)!.write({ ...analysis, corrections: after(...events) }));

describe("a corrected field", () => {
  it("is in BibTeX, RIS and CSL-JSON as a field that was read would be", async () => {
    const events = [
      correct("page", "667-679"),
      correct("author", "Bruce Brew; Davies, Nicholas W. S.", "Bruce Brew; Nicholas Davies"),
      correct("issued", "2011", "Dec 2010"),
    ];
    const bibtex = await write("bibtex", ...events);
    const entry = bibtex.slice(
      bibtex.indexOf("{brew2010,"),
      bibtex.indexOf("@", bibtex.indexOf("{brew2010,")),
    );
    expect(entry).toContain("pages = {667--679}");
    expect(entry).toMatch(/author = \{Brew, Bruce and Davies, Nicholas W\. S\. and others\}/);
    expect(entry).toMatch(/year = \{?2011\}?/);
    const [item] = (JSON.parse(await write("csl-json", ...events)) as { id: string; page?: string }[]).filter(
      ({ id }) => id === "brew2010",
    );
    expect(item).toMatchObject({ page: "667-679", issued: { "date-parts": [[2011]] } });
    expect(await write("ris", ...events)).toMatch(/^SP {2}- 667\r?$/m);
  });

  it("is named in the reports, with what stood there, who and when", async () => {
    const event = correct("volume", "7", "6");
    const words = `Volume: “7” for “6” (Ann, ${event.at.slice(0, 10)})`;
    expect(await write("html", event)).toContain(words);
    expect(await write("markdown", event)).toContain(words);
    for (const format of ["html", "markdown"])
      expect(await write(format)).not.toContain("ut right by reviewers");
  });

  it("is gone when it is undone, and the latest of several holds", async () => {
    const [first, second] = [correct("page", "1-2"), correct("page", "3-4")];
    expect(await write("bibtex", first, second)).toContain("pages = {3--4}");
    const undo: ReviewEvent = { kind: "undo", id: "u", at: second.at, reviewer: "Ann", event: second.id };
    expect(await write("bibtex", first, second, undo)).toContain("pages = {1--2}");
    const undoFirst: ReviewEvent = { ...undo, id: "v", event: first.id };
    expect(await write("bibtex", first, second, undo, undoFirst)).toBe(await write("bibtex"));
  });

  it("leaves the analysis of a crate as the document gives it, and adds the events", async () => {
    const { unzipSync, strFromU8 } = await import("fflate");
    const event = correct("page", "667-679");
    const bytes = await exportFormats
      .get("ro-crate")!
      .write({ ...analysis, date: "2030-01-01", corrections: after(event) });
    const files = unzipSync(bytes as Uint8Array);
    expect(JSON.parse(strFromU8(files["analysis.json"]!)).sources).toEqual(
      JSON.parse(JSON.stringify(analysis.sources)),
    );
    expect(strFromU8(files["review-events.json"]!)).toContain(event.id);
    expect(strFromU8(files["sources.bib"]!)).toContain("667--679");
  });

  it("that says what stood there already changes nothing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...analysis.sources), (source) => {
        const names = (source.csl.author ?? []).map(nameText).join("; ");
        const same = new Map([["author", correct("author", names)]]);
        expect(correctedSource(source, same).csl.author ?? []).toEqual(source.csl.author ?? []);
      }),
      { seed: 5 },
    );
  });

  it("of any words keeps to its own field, and emptied it is taken out", () => {
    const fields = Object.keys(fieldNames) as (keyof typeof fieldNames)[];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.string(), (field, value) => {
        const now = correctedSource(brew, new Map([[field, correct(field, value)]])).csl as unknown as Record<
          string,
          unknown
        >;
        const was = brew.csl as unknown as Record<string, unknown>;
        for (const other of new Set([...Object.keys(now), ...Object.keys(was)]))
          if (other !== field) expect(now[other]).toEqual(was[other]);
        if (value.trim() === "") expect(field in now).toBe(false);
      }),
      { seed: 7 },
    );
  });
});
