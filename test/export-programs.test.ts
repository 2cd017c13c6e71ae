/**
 * The exports read by programs that many people use, where they are installed: bibtool, biber, pandoc, xmllint and
 * NetworkX. One file holds a hundred hostile sources; each program must read every entry of it.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "@retorquere/bibtex-parser";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { toBibtex } from "../core/bib/citation-js.ts";
import { toCslJson } from "../core/export/csl.ts";
import { toGexf } from "../core/export/gexf.ts";
import { toGraphml } from "../core/export/graphml.ts";
import { toSvg } from "../core/export/svg.ts";
import type { Source } from "../core/model.ts";
import { hostileAnalysis } from "./support/hostile-analysis.ts";
import { installed, ran } from "./support/programs.ts";

const folder = mkdtempSync(join(tmpdir(), "footing-programs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const analyses = fc.sample(hostileAnalysis(), { seed: 4600, numRuns: 40 });
const sources: readonly Source[] = analyses
  .flatMap((a) => a.sources)
  .map((source, i) => ({ ...source, id: `w${i}`, key: `key${i}` }));
const many = { statements: [], edges: [], sources };

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const titles = (bibtex: string): readonly unknown[] => {
  const { entries, errors } = parse(bibtex, { sentenceCase: false });
  expect(errors).toEqual([]);
  return entries.map(({ key, fields }) => [key, fields.title, fields.author, fields.volume]);
};

describe("BibTeX", () => {
  const bib = toBibtex(many, { dialect: "bibtex" });

  it("comes out of bibtool as it went in", ({ skip }) => {
    if (!installed("bibtool")) skip("bibtool is not installed");
    const { out, err, code } = ran("bibtool", ["-i", file("many.bib", bib)]);
    expect([code, err]).toEqual([0, ""]);
    expect(titles(out)).toEqual(titles(bib));
  });

  it("is read by pandoc, every entry", ({ skip }) => {
    if (!installed("pandoc")) skip("pandoc is not installed");
    const { out, code } = ran("pandoc", ["-f", "bibtex", "-t", "csljson", file("pandoc.bib", bib)]);
    expect(code).toBe(0);
    expect((JSON.parse(out) as { id: string }[]).map(({ id }) => id).sort()).toEqual(
      sources.map(({ key }) => key).sort(),
    );
  });
});

describe("BibLaTeX", () => {
  it("is read by biber in tool mode, every entry", ({ skip }) => {
    if (!installed("biber")) skip("biber is not installed");
    const bib = file("many.biblatex.bib", toBibtex(many, { dialect: "biblatex" }));
    const out = join(folder, "biber.bib");
    const { code, out: said } = ran("biber", ["--tool", "--nolog", "--output-file", out, bib], "", folder);
    expect([code, said.match(/^(?:ERROR|WARN).*$/gm) ?? []]).toEqual([0, []]);
    expect(said).toMatch(/Output to/);
  });
});

describe("CSL-JSON", () => {
  it("is read by pandoc, every item", ({ skip }) => {
    if (!installed("pandoc")) skip("pandoc is not installed");
    const { out, code, err } = ran("pandoc", [
      "-f",
      "csljson",
      "-t",
      "csljson",
      file("many.json", toCslJson(many)),
    ]);
    expect([code, err]).toEqual([0, ""]);
    expect((JSON.parse(out) as unknown[]).length).toBe(sources.length);
  });
});

describe("XML", () => {
  it.skipIf(!installed("xmllint")).each([
    ["GraphML", toGraphml],
    ["GEXF", toGexf],
    ["SVG", toSvg],
  ] as const)("%s is well-formed for xmllint", (name, write) => {
    const files = analyses.map((analysis, i) => file(`${i}.${name}`, write(analysis)));
    expect(ran("xmllint", ["--noout", ...files])).toMatchObject({ code: 0, err: "" });
  });

  it.skipIf(!installed("xmllint")).each([
    ["gexf", toGexf, 'kind="', 'kynd="'],
    ["graphml", toGraphml, "<graph id", "<graph idd"],
  ] as const)("%s is as its grammar says, for xmllint", (name, write, right, wrong) => {
    const grammar = join(import.meta.dirname, `support/schema/${name}.rng`);
    const check = (files: readonly string[]) => ran("xmllint", ["--noout", "--relaxng", grammar, ...files]);
    const texts = analyses.map((analysis) => write(analysis));
    expect(check(texts.map((text, i) => file(`rng${i}.${name}`, text)))).toMatchObject({ code: 0 });
    const broken = texts.find((text) => text.includes(right))!.replace(right, wrong);
    expect(check([file(`broken.${name}`, broken)]).code).not.toBe(0);
  });

  it("GraphML is the same graph for NetworkX", ({ skip }) => {
    const read =
      "import sys, json, networkx\n" +
      "for f in sys.argv[1:]:\n" +
      "  g = networkx.read_graphml(f, force_multigraph=True)\n" +
      "  print(json.dumps([sorted(g.nodes), sorted([a, b, d['scope']] for a, b, d in g.edges(data=True))]))\n";
    const files = analyses.map((analysis, i) => file(`nx${i}.graphml`, toGraphml(analysis)));
    const { code, out, err } = ran("/usr/bin/python3", ["-c", read, ...files]);
    if (code !== 0 && /No module named|ENOENT/.test(`${err}`)) skip("NetworkX is not installed");
    expect([code, err]).toEqual([0, ""]);
    const graphs = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect(graphs).toEqual(
      analyses.map(({ statements, sources, edges }) => [
        [...statements, ...sources].map(({ id }) => id).sort(),
        edges.map((e) => [e.claim, e.source, e.scope]).sort(),
      ]),
    );
  });
});
