/** `footing export`: a part of a document, a style of the user's, verdicts, a whole library. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { CHICAGO_AUTHOR_DATE } from "../core/bib/chicago-style.ts";
import { tried } from "./support/tried.ts";

vi.setConfig({ testTimeout: 90_000 });

const root = join(import.meta.dirname, "..");
const sample = join(root, "data/samples/medical-response.txt");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "footing-export-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes into a file of the folder and returns what is in it. */
async function exported(name: string, ...args: string[]): Promise<string> {
  const file = join(folder, name);
  expect(await tried(["export", ...args, "-o", file])).toEqual({ code: 0, err: "" });
  return readFileSync(file, "utf8");
}
const rows = (csv: string) => parseCsv(csv, { bom: true, columns: true }) as Record<string, string>[];

describe("footing export", () => {
  it("knows the format by the output's name where only one has its ending", async () => {
    expect(await exported("sources.RIS", sample)).toMatch(/^TY {2}- /);
    expect(await exported("named.gexf", sample)).toContain("<gexf ");
  });

  it("takes a part: claims with what they rest on, sources with what rests on them", async () => {
    const claim = rows(await exported("claim.csv", sample, "--to", "csv", "--claim", "1.6"));
    expect(claim.map((row) => [row.claim, row.source])).toEqual([["1.6", "brew2010"]]);
    const source = rows(await exported("source.csv", sample, "--to", "csv", "--source", "khatri2009"));
    expect(new Set(source.map((row) => row.source))).toEqual(new Set(["khatri2009"]));
    expect(
      (await exported("claim.bib", sample, "--to", "bibtex", "--claim", "1.6")).match(/^@/gm),
    ).toHaveLength(1);
    expect(await tried(["export", sample, "--to", "csv", "--claim", "9.9"])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/no claim "9\.9"\n.*1\.1 to/),
    });
  });

  it("writes a reference list in the style of a CSL file", async () => {
    const style = join(folder, "chicago.csl");
    writeFileSync(style, CHICAGO_AUTHOR_DATE);
    expect(await exported("list.txt", sample, "--style", style)).toBe(
      await exported("chicago.txt", sample, "--to", "chicago"),
    );
    writeFileSync(style, "<style/>");
    expect(await tried(["export", sample, "--style", style])).toMatchObject({
      code: 1,
      err: expect.stringContaining("no CSL style"),
    });
  });

  it("puts verdicts beside their pairs", async () => {
    const [row] = rows(await exported("plain.csv", sample, "--to", "csv", "--claim", "1.6"));
    const event = {
      kind: "verdict",
      id: "00000000-0000-4000-8000-000000000001",
      reviewer: "=Ada",
      at: "2026-01-01T10:00:00.000Z",
      subject: { kind: "pair", claim: row!.claim_id, source: row!.source_id },
      quote: { exact: "x", prefix: "", suffix: "" },
      verdict: "supports",
      reasons: [],
      tags: [],
      comment: "p. 675 says so",
    };
    const file = join(folder, "reviews.json");
    writeFileSync(file, JSON.stringify({ items: [{ seq: 1, document: "d", event }] }));
    const [judged] = rows(
      await exported("judged.csv", sample, "--to", "csv", "--claim", "1.6", "--review", file),
    );
    expect(judged).toMatchObject({ review: "judged", verdict: "supports", reviewers: "'=Ada: supports" });
    for (const [to, says] of [
      ["graphml", '<data key="edge_verdict">supports</data>'],
      ["gexf", 'for="verdict" value="supports"'],
      ["markdown", "| supports |"],
      ["web-annotation", '"value": "p. 675 says so"'],
      ["html", "✓ supports"],
    ] as const)
      expect(await exported(`judged.${to}`, sample, "--to", to, "--review", file)).toContain(says);
    writeFileSync(file, '{"items": [{"event": {"kind": "verdict"}}]}');
    expect(await tried(["export", sample, "--to", "csv", "--review", file])).toMatchObject({
      code: 1,
      err: expect.stringContaining("holds no review events"),
    });
  });

  it("carries the file itself in a crate, and the same bytes twice", async () => {
    const [one, two] = [join(folder, "one.zip"), join(folder, "two.zip")];
    for (const file of [one, two]) await tried(["export", sample, "--to", "ro-crate", "-o", file]);
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
    const files = unzipSync(readFileSync(one));
    expect(Buffer.from(files["original/medical-response.txt"]!).equals(readFileSync(sample))).toBe(true);
    const metadata = JSON.parse(new TextDecoder().decode(files["ro-crate-metadata.json"])) as {
      "@graph": { "@id": string; datePublished?: string }[];
    };
    expect(metadata["@graph"].find((e) => e["@id"] === "./")!.datePublished).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it("takes a library: its sources in one file, or a file for each document", async () => {
    const data = join(folder, "library.sqlite");
    const second = join(folder, "second.txt");
    const weber =
      "1 Weber T. Progressive multifocal leukoencephalopathy. Neurol Clin. 2008;26:833. doi:10.1016/j.ncl.2008.03.007.";
    writeFileSync(second, `Water boils.1 Ice floats.2\n\n${weber}\n2 Smith J. Water. London: Press; 1999.\n`);
    const third = join(folder, "third.txt");
    writeFileSync(third, `Ice is cold.1\n\n${weber}\n`);
    expect(await tried(["import", second, third, "--data", data])).toMatchObject({ code: 0 });
    const bib = await exported("library.bib", "--data", data, "--to", "bibtex");
    expect(bib.match(/^@\w+\{\w+/gm)!.sort()).toEqual(["@article{weber2008", "@book{smith1999"]);
    const graphs = join(folder, "graphs");
    expect(await tried(["export", "--data", data, "--to", "graphml", "-o", graphs])).toMatchObject({
      code: 0,
    });
    expect(readdirSync(graphs).sort()).toEqual(["second.graphml", "third.graphml"]);
    const one = await exported("one.graphml", "--data", data, "--document", "third.txt", "--to", "graphml");
    expect(one).toBe(readFileSync(join(graphs, "third.graphml"), "utf8"));
    for (const [args, code, says] of [
      [["--data", data, "--to", "graphml"], 1, /-o, or one document/],
      [["--data", data, "--to", "bibtex", "--document", "no.txt"], 1, /no document "no\.txt"/],
      [["--data", join(folder, "none.sqlite"), "--to", "bibtex"], 1, /no such library/],
      [[second, "--data", data, "--to", "bibtex"], 2, /not both/],
      [["--to", "bibtex"], 2, /name a document/],
      [[second], 2, /--to <format> or --style/],
    ] as const) {
      const result = await tried(["export", ...args]);
      expect([args, result.code, result.err]).toEqual([args, code, expect.stringMatching(says)]);
    }
  });
});
