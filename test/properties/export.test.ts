/** Every export read back by a reader that is not ours, over analyses full of hostile strings. */
import { parse } from "@retorquere/bibtex-parser";
import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import { MultiDirectedGraph, MultiGraph } from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { describe, expect, it } from "vitest";
import { toBibliography, toBibtex } from "../../core/bib/citation-js.ts";
import { exportFormats } from "../../core/bib/formats.ts";
import { toCslJson } from "../../core/export/csl.ts";
import { claimsCsv, sourcesCsv } from "../../core/export/csv.ts";
import { toGexf } from "../../core/export/gexf.ts";
import { toGraphml } from "../../core/export/graphml.ts";
import { toMarkdownReport } from "../../core/export/markdown-report.ts";
import { wellFormed, wellFormedJson } from "../../core/export/one-line.ts";
import { toRis } from "../../core/export/ris.ts";
import { toSvg } from "../../core/export/svg.ts";
import { toWebAnnotations } from "../../core/export/web-annotation.ts";
import { buildGraph } from "../../core/graph/index.ts";
import type { Analysis } from "../../core/model.ts";
import { hostileAnalysis, hostileExport } from "../support/hostile-analysis.ts";
import { readJsonLd, readRis, readXml } from "../support/readers.ts";

const seeded = { seed: 4600, numRuns: 150 };

/** What no writer of a line-based text format can keep: control characters, half pairs, runs of blanks. */
const settled = (text: string, compose = true): string => {
  const line = text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/\p{Noncharacter_Code_Point}/gu, "")
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ")
    .replace(/\p{Cc}+/gu, "")
    .replace(/ {2,}/g, " ")
    .trim();
  return compose ? line.normalize("NFKC") : line;
};

describe("BibTeX", () => {
  it.each(["bibtex", "biblatex"] as const)(
    "%s is read by another parser, titles letter by letter",
    (dialect) => {
      fc.assert(
        fc.property(hostileAnalysis(), (analysis) => {
          const file = toBibtex(analysis, { dialect });
          const { entries, errors } = parse(file, { sentenceCase: false, raw: false });
          expect(errors).toEqual([]);
          expect(entries).toHaveLength(analysis.sources.length);
          expect(new Set(entries.map(({ key }) => key.toLowerCase())).size).toBe(entries.length);
          for (const [i, { fields }] of entries.entries()) {
            const { csl, authorsTruncated } = analysis.sources[i]!;
            expect(bare(fields.title)).toBe(bare(settled(csl.title ?? "")));
            const named = (csl.author ?? []).filter(
              ({ family, given, literal }) => settled(`${family ?? ""}${given ?? ""}${literal ?? ""}`) !== "",
            ).length;
            expect(fields.author?.length ?? 0).toBe(named === 0 ? 0 : named + (authorsTruncated ? 1 : 0));
          }
        }),
        seeded,
      );
    },
  );

  it("holds no command that a document could have put there", () => {
    fc.assert(
      fc.property(hostileAnalysis(), (analysis) => {
        for (const dialect of ["bibtex", "biblatex"] as const) {
          const file = toBibtex(analysis, { dialect });
          expect(file).not.toMatch(/\\(?:input|end|write|def|include|csname)\b/);
          expect(file).not.toMatch(/(?!\n)\p{Cc}/u);
          expectBalanced(file);
          expect(toBibtex(analysis, { dialect })).toBe(file);
        }
      }),
      seeded,
    );
  });
});

/** The parser gives markup and look-alike letters for what it reads: taken away on both sides. */
function bare(value: string | undefined): string {
  return (value ?? "")
    .replace(/[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/<\/?(?:span[^>]*|sub|sup|i|b)>/g, "")
    .normalize("NFKC")
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .trim();
}

/** BibTeX counts every brace. No line inside an entry may begin a new one. */
function expectBalanced(file: string): void {
  let depth = 0;
  for (const line of file.split("\n")) {
    if (line.startsWith("@")) expect(depth).toBe(0);
    for (const c of line) depth += c === "{" ? 1 : c === "}" ? -1 : 0;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
}

describe("CSL-JSON", () => {
  it("comes back exactly", () => {
    fc.assert(
      fc.property(hostileAnalysis(), (analysis: Analysis) => {
        const items = JSON.parse(toCslJson(analysis)) as Record<string, unknown>[];
        expect(items.map(({ id: _id, custom: _custom, ...rest }) => rest)).toEqual(
          analysis.sources.map(({ csl }) => JSON.parse(wellFormedJson(csl)) as unknown),
        );
      }),
      seeded,
    );
  });
});

describe("RIS", () => {
  it("comes back with titles, names and pages", () => {
    fc.assert(
      fc.property(hostileAnalysis(), (analysis) => {
        const file = toRis(analysis);
        expect(file.match(/^TY {2}- /gm)).toHaveLength(analysis.sources.length);
        expect(file.match(/^ER {2}- $/gm)).toHaveLength(analysis.sources.length);
        for (const line of file.split("\r\n")) expect(line).toMatch(/^$|^[A-Z][A-Z0-9] {2}- .*$/u);
        const records = readRis(file);
        expect(records.map(({ title }) => title ?? "")).toEqual(
          analysis.sources.map(({ csl }) => settled(csl.title ?? "", false)),
        );
      }),
      seeded,
    );
  });
});

describe("CSV", () => {
  it("comes back cell by cell, and no cell is a formula", () => {
    fc.assert(
      fc.property(hostileExport(), (analysis) => {
        const read = (file: string) =>
          parseCsv(file, { bom: true, columns: true, record_delimiter: "\r\n" }) as Record<string, string>[];
        const claims = read(claimsCsv(analysis));
        const sources = read(sourcesCsv(analysis));
        expect(sources.map(({ title }) => title)).toEqual(
          analysis.sources.map(({ csl }) => asCell(csl.title ?? "")),
        );
        const uncited = analysis.statements.filter(({ id }) => analysis.edges.every((e) => e.claim !== id));
        expect(claims).toHaveLength(analysis.edges.length + uncited.length);
        for (const row of claims) {
          const state = analysis.reviews.get(`pair ${row.claim_id} ${row.source_id}`);
          if (row.source !== "") expect(row.verdict).toBe(state?.verdict ?? "");
        }
        const text = new Map(analysis.statements.map((s) => [s.id as string, s.text]));
        for (const row of claims) expect(row.text).toBe(asCell(text.get(row.claim_id!)!));
        for (const row of [...claims, ...sources])
          for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+\-@\t\r]/);
      }),
      seeded,
    );
  });
});

function asCell(text: string): string {
  const line = settled(text, false);
  return /^[=+\-@＝＋－＠]/.test(line) ? `'${line}` : line;
}

/** What XML 1.0 cannot hold is left out; everything else comes back. */
const inXml = (text: string): string =>
  text.replace(/\p{Cs}|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");

describe("GraphML and GEXF", () => {
  it.each([
    ["GraphML", (file: string) => graphml.parse(MultiDirectedGraph, file), toGraphml],
    ["GEXF", (file: string) => gexf.parse(MultiGraph, file), toGexf],
  ] as const)("%s is the same graph for another reader", (_, read, write) => {
    fc.assert(
      fc.property(hostileAnalysis(), (analysis) => {
        const file = write(analysis);
        readXml(file);
        const ours = buildGraph(analysis);
        const theirs = read(file);
        expect(theirs.nodes()).toEqual(ours.nodes());
        const ends = (graph: { mapEdges: typeof ours.mapEdges }) =>
          graph.mapEdges((edge, _attributes, from, to) => [edge, from, to]);
        expect(ends(theirs as never)).toEqual(ends(ours));
        ours.forEachNode((id, node) => {
          const read = theirs.getNodeAttributes(id);
          expect(read.kind).toBe(node.kind);
          expect(Number(read.direct)).toBe(node.direct);
          if (node.kind === "claim") expect(read.text ?? "").toBe(inXml(node.text));
        });
      }),
      { ...seeded, numRuns: 60 },
    );
  });
});

describe("Web Annotation", () => {
  it("is JSON-LD that says who cites what, with positions in code points", async () => {
    await fc.assert(
      fc.asyncProperty(hostileExport(), async (analysis) => {
        const file = toWebAnnotations(analysis);
        const quads = await readJsonLd(file);
        const objects = (predicate: string) =>
          quads.filter((q) => q.predicate.value === predicate).map((q) => q.object.value);
        expect(objects("http://purl.org/spar/cito/hasCitedEntity")).toHaveLength(analysis.edges.length);
        const { items } = JSON.parse(file) as {
          items: {
            motivation: string;
            body: [{ value: string }];
            target: { selector: [{ exact: string }, { start: number; end: number }] };
          }[];
        };
        const points = Array.from(wellFormed(analysis.document.text));
        const said = [...analysis.reviews.values()].flatMap(({ verdicts }) => verdicts.map((v) => v.verdict));
        expect(
          items
            .slice(analysis.edges.length)
            .map(({ motivation, body }) => [motivation, body[0].value])
            .sort(),
        ).toEqual(said.map((verdict) => ["assessing", verdict]).sort());
        for (const { target } of items.slice(0, analysis.edges.length)) {
          const [quote, position] = target.selector;
          expect(points.slice(position.start, position.end).join("")).toBe(quote.exact);
        }
      }),
      { ...seeded, numRuns: 60 },
    );
  });
});

const nodeText = (node: { value?: unknown; children?: readonly object[] }): string =>
  typeof node.value === "string" ? node.value : (node.children ?? []).map(nodeText).join("");

describe("Markdown report", () => {
  it("shows every claim as it is, without markup or links of the document's own", () => {
    fc.assert(
      fc.property(hostileAnalysis(), (analysis) => {
        const tree = fromMarkdown(toMarkdownReport(analysis), {
          extensions: [gfmTable(), gfmFootnote(), gfmStrikethrough()],
          mdastExtensions: [
            gfmTableFromMarkdown(),
            gfmFootnoteFromMarkdown(),
            gfmStrikethroughFromMarkdown(),
          ],
        });
        const kinds = new Set<string>();
        const walk = (node: { type: string; children?: unknown[] }): void => {
          kinds.add(node.type);
          for (const child of node.children ?? []) walk(child as typeof node);
        };
        walk(tree);
        for (const kind of ["html", "link", "image", "strong", "delete", "footnoteReference"])
          expect(kinds).not.toContain(kind);
        const [table] = tree.children.filter(({ type }) => type === "table");
        const cells =
          table?.type === "table" ? table.children.slice(1).map((row) => nodeText(row.children[1]!)) : [];
        expect(new Set(cells)).toEqual(new Set(analysis.statements.map(({ text }) => settled(text, false))));
      }),
      { ...seeded, numRuns: 100 },
    );
  });
});

describe("SVG", () => {
  it("is well-formed, holds every source's name and nothing that runs", () => {
    fc.assert(
      fc.property(hostileAnalysis(), fc.boolean(), (analysis, all) => {
        const withdrawn = all ? analysis.sources.map(({ id }) => id) : [];
        const elements = readXml(toSvg(analysis, { withdrawn }));
        expect(new Set(elements.map(({ name }) => name))).toEqual(
          new Set(elements.map(({ name }) => name).filter((name) => drawn.has(name))),
        );
        for (const { attributes } of elements)
          for (const name of Object.keys(attributes)) expect(name).not.toMatch(/^on|href/i);
        const titles = elements.filter(({ name }) => name === "title").map(({ text }) => text);
        for (const { label } of analysis.sources) expect(titles).toContain(inXml(label));
      }),
      seeded,
    );
  });
});
const drawn = new Set(["svg", "title", "desc", "rect", "g", "path", "circle", "text"]);

describe("formatted bibliography", () => {
  it.each(["apa", "vancouver", "chicago"] as const)(
    "%s has an entry for each source and no foreign tag",
    (style) => {
      fc.assert(
        fc.property(hostileAnalysis(), (analysis) => {
          const html = toBibliography(analysis, { style, format: "html" });
          expect(html.match(/class="csl-entry"/g)).toHaveLength(analysis.sources.length);
          expect(
            html.replace(/<\/?(?:div|i|b|span)(?: (?:class|style|data-csl-entry-id)="[^"<>]*")*>/g, ""),
          ).not.toMatch(/</);
          expect(toBibliography(analysis, { style, format: "html" })).toBe(html);
        }),
        { ...seeded, numRuns: 25 },
      );
    },
  );
});

describe("every format", () => {
  it("gives the same bytes twice, ends its last line, and can be had for one source", async () => {
    await fc.assert(
      fc.asyncProperty(hostileExport(), async (analysis) => {
        for (const [name, { write }] of exportFormats) {
          const file = await write(analysis);
          expect(await write(structuredClone(analysis)), name).toEqual(file);
          if (typeof file === "string") expect(file.at(-1), name).toBe("\n");
          expect(
            (await write(analysis, { sources: [analysis.sources[0]!.id] })).length,
            name,
          ).toBeGreaterThan(0);
        }
      }),
      { ...seeded, numRuns: 10 },
    );
  });
});
