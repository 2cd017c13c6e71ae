/**
 * LaTeX prints a document that cites every source of every golden document, as Footing reads them: with BibTeX and
 * with biber. Skipped by name where TeX is not installed (Debian: texlive-latex-recommended
 * texlive-bibtex-extra biber).
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { analyse } from "../core/analyse.ts";
import { toBibtex } from "../core/bib/citation-js.ts";
import type { Dialect } from "../core/export/bibtex.ts";
import type { Source } from "../core/model.ts";
import { readDocumentFile } from "../scripts/cli/files.ts";
import { keyedSources } from "../scripts/cli/keyed.ts";
import { nasty } from "./support/hostile.ts";
import { installed, ran } from "./support/programs.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const golden = resolve(import.meta.dirname, "golden");
let folder: string;
let sources: readonly Source[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "footing-latex-"));
  const works: Source[] = [];
  for (const name of readdirSync(golden, { recursive: true, encoding: "utf8" }).sort()) {
    if (!name.endsWith(".golden.json")) continue;
    const { document } = JSON.parse(readFileSync(join(golden, name), "utf8")) as {
      document: { file: string };
    };
    works.push(...analyse(await readDocumentFile(join(golden, name, "..", document.file))).sources);
  }
  sources = keyedSources(works);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const head =
  "\\documentclass{article}\n\\usepackage[utf8]{inputenc}\n\\usepackage[T1]{fontenc}\n\\usepackage{textcomp}\n\\usepackage{url}\n";
const documents: Readonly<Record<Dialect, (cites: string) => string>> = {
  bibtex: (cites) =>
    `${head}\\begin{document}\n${cites}\n\\bibliographystyle{plain}\n\\bibliography{sources}\n\\end{document}\n`,
  biblatex: (cites) =>
    `${head}\\usepackage[backend=biber,style=numeric]{biblatex}\n\\addbibresource{sources.bib}\n\\begin{document}\n${cites}\n\\printbibliography\n\\end{document}\n`,
};

/** Compiles in an own folder and returns TeX's log. Any error of any program fails the test. */
function compiled(dialect: Dialect, chosen: readonly Source[], name: string): string {
  const own = mkdtempSync(join(folder, `${name}-`));
  const cites = chosen.map(({ key }) => `\\cite{${key}}`).join("\n");
  writeFileSync(join(own, "paper.tex"), documents[dialect](cites));
  writeFileSync(
    join(own, "sources.bib"),
    toBibtex({ statements: [], edges: [], sources: chosen }, { dialect }),
  );
  const tex = (): void => {
    const { code, out } = ran("pdflatex", ["-interaction=nonstopmode", "-halt-on-error", "paper"], "", own);
    expect([code, out.match(/^!.*\n.*$/gm) ?? []]).toEqual([0, []]);
  };
  tex();
  const bib = dialect === "bibtex" ? ran("bibtex", ["paper"], "", own) : ran("biber", ["paper"], "", own);
  expect([bib.code, bib.out.match(/error|I couldn't|^ERROR.*$/gim) ?? []]).toEqual([0, []]);
  tex();
  tex();
  const log = readFileSync(join(own, "paper.log"), "latin1").replace(/(.{79})\n/g, "$1");
  expect(log).not.toMatch(/undefined (?:references|citations)|Citation .* undefined/);
  const list = readFileSync(join(own, "paper.bbl"), "utf8");
  const entries = dialect === "bibtex" ? list.match(/\\bibitem/g) : list.match(/^\s*\\entry\{/gm);
  expect(entries).toHaveLength(chosen.length);
  return log;
}

describe("LaTeX", () => {
  it("prints every source of the golden documents with BibTeX", ({ skip }) => {
    if (!installed("pdflatex") || !installed("bibtex")) skip("pdflatex and bibtex are not installed");
    expect(sources.length).toBeGreaterThan(100);
    compiled("bibtex", sources, "golden");
  });

  it("prints every source of the golden documents with biber", ({ skip }) => {
    if (!installed("pdflatex") || !installed("biber")) skip("pdflatex and biber are not installed");
    if (ran("kpsewhich", ["biblatex.sty", "etoolbox.sty"]).code !== 0)
      skip("biblatex is not installed whole");
    compiled("biblatex", sources, "golden");
  });

  it("prints hostile text as letters and obeys none of it", ({ skip }) => {
    if (!installed("pdflatex") || !installed("bibtex")) skip("pdflatex and bibtex are not installed");
    // pdfLaTeX has no letters beyond Latin and Greek; those are for other engines.
    const latin = nasty.filter((text) => !/[^\0-\u024f\u0370-\u03ff\u2010-\u2026\u2264]/u.test(text));
    expect(latin.length).toBeGreaterThan(20);
    const hostile = latin.map((text) => ({
      csl: {
        type: "article-journal",
        title: `x ${text} y`,
        author: [{ family: `F${text}`, given: text }, { literal: text }],
        "container-title": `J ${text}`,
        volume: text,
        page: text,
        note: text,
        issued: { "date-parts": [[2001, 5]] },
        URL: `https://example.org/${text}`,
        DOI: `10.1000/${text}`,
      },
      authorsTruncated: true,
    }));
    const log = compiled("bibtex", keyedSources(hostile), "hostile");
    expect(log).not.toContain("/etc/passwd)");
  });
});
