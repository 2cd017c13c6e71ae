/**
 * Every command in the documentation is run: the `sh` blocks of README and docs, the examples of each --help, and the
 * code of the tutorial. A command that is not run is named here with the reason.
 */
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { CHICAGO_AUTHOR_DATE } from "../core/bib/chicago-style.ts";
import { createProgram } from "../scripts/cli/program.ts";
import { fromSource } from "./support/from-source.ts";
import { ran } from "./support/programs.ts";
import { tried } from "./support/tried.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const root = resolve(import.meta.dirname, "..");
let folder: string;

/** What is not run here, and why. */
const notRun: readonly (readonly [command: RegExp, why: string])[] = [
  [
    /^npm (?:ci|test|start|run|install)\b/,
    "needs the registry or minutes; .ci/run and the package test do it",
  ],
  [
    /^(?:PORT=\d+ |npx )?footing serve\b/,
    "listens until it is stopped; test/cli.test.ts starts and stops it",
  ],
  [/^(?:npx )?footing audit .*--watch/, "watches until it is stopped; test/audit-cli.test.ts does it"],
  [/^footing evaluate sentences\b/, "needs the built engine"],
  [/^footing account (?!list)/, "asks for a password; the test of accounts answers it"],
  [/ \/backups\//, "writes outside its folder; the test of backups does it elsewhere"],
  [/^curl /, "needs a running server; test/server asks it the same"],
  [/^pdftotext /, "needs a program that is not ours"],
  [/jq /, "needs a program that is not ours"],
  [/postgres(?:ql)?:\/\//, "needs a database; test/server runs it where there is one"],
];
/** Exit codes other than 0 that a documented command is meant to have. */
const meant: readonly (readonly [command: RegExp, code: number])[] = [[/--fail-on (?:error|warning)/, 3]];

const pages = [
  "README.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((f) => f.endsWith(".md"))
    .map((f) => `docs/${f}`),
].sort();

const inBlocks = pages.flatMap((page) =>
  [...readFileSync(join(root, page), "utf8").matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block]) =>
    block!
      .replace(/\\\n\s*/g, " ")
      .split("\n")
      .map((line) => [page, line] as const),
  ),
);
const inHelp = createProgram().commands.flatMap((command) => {
  let text = "";
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
  });
  command.outputHelp();
  const examples = text.slice(text.indexOf("\nExamples:\n")).split("\n");
  return examples
    .filter((line) => /^ {2}(?=\S).*\bfooting\b/.test(line) && !line.trim().startsWith("{"))
    .map((line) => [`footing ${command.name()} --help`, line] as const);
});

/** Comments, and the words that a help page has behind an example. */
const bare = (line: string): string =>
  line
    .trim()
    .replace(/\s+#.*$|^#.*$/, "")
    .replace(/(?<=\S) {2,}\S.*$/, "");
const commands = [...inBlocks, ...inHelp]
  .map(([page, line]) => [page, bare(line)] as const)
  .filter(([, line]) => line !== "");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "footing-docs-"));
  const sample = join(root, "data/samples/medical-response.txt");
  const make = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  for (const dir of [
    "data",
    "bin",
    "articles",
    "guidelines",
    "reports",
    "golden",
    "home/.config/fish/completions",
  ])
    mkdirSync(join(folder, dir), { recursive: true });
  cpSync(join(root, "data/samples"), join(folder, "data/samples"), { recursive: true });
  mkdirSync(join(folder, "test/golden"), { recursive: true });
  for (const name of ["d01-monoxide-page.txt", "d01-monoxide-page.golden.json"])
    copyFileSync(join(root, "test/golden", name), join(folder, "test/golden", name));
  copyFileSync(join(root, "test/golden/d04-riparian-law.docx"), join(folder, "report.docx"));
  for (const path of ["page.txt", "second.txt", "articles/one.txt", "guidelines/one.txt", "reports/one.txt"])
    copyFileSync(sample, join(folder, path));
  make(
    "page.html",
    "<!doctype html><title>Water</title><p>Water boils.<sup>1</sup></p><ol><li>Smith J. Water. London: Press; 1999.</li></ol>",
  );
  make("brief.md", "Water boils [@smith1999].\n");
  make("library.bib", "@book{smith1999, title = {Water}, author = {Smith, John}, year = 1999}\n");
  make("references.txt", "Smith J. Water. London: Press; 1999.\n");
  make("in.jsonl", '{"id": "1", "raw": "Smith J. Water. London: Press; 1999."}\n');
  writeFileSync(
    join(folder, "more.zip"),
    zipSync({ "in-zip.txt": new TextEncoder().encode("Ice floats.\n") }),
  );
  make("review.json", "[]");
  make("reading-list.txt", "page.txt\n");
  make("nature.csl", CHICAGO_AUTHOR_DATE);
  make(
    "retraction_watch.csv",
    "Record ID,Title,OriginalPaperDOI,OriginalPaperPubMedID,RetractionDate,RetractionNature,Reason,RetractionDOI\n1,Water,10.1/x,1,1/1/2020 0:00,Retraction,,\n",
  );
  // `footing` and `npx footing` are the program as it stands in the tree.
  const program = `exec "${process.execPath}" ${fromSource.map((word) => `"${word}"`).join(" ")} "${join(root, "scripts/footing.ts")}"`;
  make("bin/footing", `#!/bin/sh\n${program} "$@"\n`);
  make("bin/npx", `#!/bin/sh\n[ "$1" = footing ] || exit 64\nshift\n${program} "$@"\n`);
  for (const name of ["footing", "npx"]) chmodSync(join(folder, "bin", name), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** With pipes and redirections, as a user's shell runs it. */
function inShell(line: string): { code: number | null; err: string } {
  const setting = `cd '${folder}'; export PATH='${folder}/bin':"$PATH" HOME='${folder}/home'; fpath='${folder}/home'`;
  return ran("bash", ["--norc", "-c", `${setting}; ${line}`]);
}

/** Without a process of its own, which costs a second each. */
async function inProcess(line: string): Promise<{ code: number; err: string }> {
  const words = line
    .replace(/^npx /, "")
    .match(/"[^"]*"|\S+/g)!
    .slice(1)
    .map((word) => word.replace(/^"|"$/g, ""));
  const [cwd, exitCode] = [process.cwd(), process.exitCode];
  const silent = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockImplementation(() => true),
  );
  process.chdir(folder);
  process.exitCode = 0;
  try {
    const { code, err } = await tried(words);
    return { code: code || Number(process.exitCode), err };
  } finally {
    process.chdir(cwd);
    process.exitCode = exitCode;
    for (const spy of silent) spy.mockRestore();
  }
}

describe("commands of the documentation", () => {
  it("are found", () => {
    expect(inBlocks.length).toBeGreaterThan(20);
    expect(inHelp.length).toBeGreaterThan(20);
  });

  const tried = commands.filter(([, line]) => !notRun.some(([command]) => command.test(line)));
  it.for([...new Map(tried.map(([page, line]) => [line, page])).entries()])("%s", async ([line, page]) => {
    const library = /^footing export .*--data (\S+)/.exec(line)?.[1];
    if (library !== undefined) await inProcess(`footing import --data ${library} page.txt second.txt`);
    const { code, err } = /[|<>*$]/.test(line) ? inShell(line) : await inProcess(line);
    const expected = meant.find(([command]) => command.test(line))?.[1] ?? 0;
    // A document with nothing to fail on ends with 0.
    expect([page, line, err, expected === 0 ? code : code === 0 ? expected : code]).toEqual([
      page,
      line,
      err,
      expected,
    ]);
  });

  it("are all ours: nothing else is run or told to be run", () => {
    const strange = tried.filter(
      ([, line]) => !/^(?:[A-Z_]+=\S+ )*(?:cat \S+ \| )?(?:npx )?footing\b/.test(line),
    );
    expect(strange).toEqual([]);
  });
});

describe("the tutorial", () => {
  it("runs from its first line to its last", () => {
    const code = [
      ...readFileSync(join(root, "docs/tutorial.md"), "utf8").matchAll(/^```js\n([\s\S]*?)^```/gm),
    ]
      .map(([, block]) => block!)
      .join("\n")
      .replaceAll('"footing/core"', JSON.stringify(join(root, "core/index.ts")))
      .replaceAll('"footing/bib"', JSON.stringify(join(root, "core/bib/index.ts")));
    writeFileSync(join(folder, "tutorial.mjs"), code);
    const { out, err, code: ended } = ran(process.execPath, [...fromSource, "tutorial.mjs"], "", folder);
    expect([ended, err]).toEqual([0, ""]);
    for (const words of [
      "10 claims",
      "3 sources",
      "without brew2010: 2 fall",
      "@article{brew2010,",
      "<graphml",
      "Progressive multifocal leukoencephalopathy 2008 ",
    ])
      expect(out).toContain(words);
  });
});
