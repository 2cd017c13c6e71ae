/** `footing audit` over many documents: formats, exit codes, configuration, broken files, progress, watching. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ames, bell, cole, marked, page } from "../core/audit/example.ts";
import { rules } from "../core/audit/index.ts";
import { explain } from "../scripts/audit/explain.ts";
import type { Flags } from "../scripts/audit/flags.ts";
import { progressOn } from "../scripts/audit/progress.ts";
import { auditFiles, expand } from "../scripts/audit/run.ts";
import { configAbove, settingsFor } from "../scripts/audit/settings.ts";
import { summaryTable } from "../scripts/audit/summary.ts";
import { createProgram } from "../scripts/cli/program.ts";
import { terminalFor } from "../scripts/cli/terminal.ts";
import { fromSource } from "./support/from-source.ts";

// Starting Node with the sources takes seconds on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const root = join(import.meta.dirname, "..");
const terminal = terminalFor({}, {});
let folder: string;
const children: ChildProcess[] = [];

const clean = page(marked, [ames, bell, cole]);
const dangling = page(marked.replace("level.3", "level.4"), [ames, bell, cole]);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "footing-audit-"));
  mkdirSync(join(folder, "docs/deep"), { recursive: true });
  mkdirSync(join(folder, "docs/node_modules"));
  writeFileSync(join(folder, "docs/a clean page.txt"), clean);
  writeFileSync(join(folder, "docs/deep/dangling.txt"), dangling);
  writeFileSync(join(folder, "docs/broken.docx"), "PK\u0003\u0004 and then nothing that a zip file has");
  writeFileSync(join(folder, "docs/notes.bib"), "");
  writeFileSync(join(folder, "docs/node_modules/left.md"), "# Left alone\n");
});
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const base: Flags = { format: "json", bibliography: [], config: false };

/** Runs in this process, with the report in a file and what is said on standard error. */
async function audited(paths: readonly string[], flags: Partial<Flags> = {}) {
  const output = flags.output ?? join(folder, "report.out");
  const said: string[] = [];
  const spy = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
  try {
    const { code, tally } = await auditFiles(
      paths.map((path) => join(folder, path)),
      { ...base, ...flags, output },
      terminal,
    );
    const report = flags.output === undefined ? readFileSync(output, "utf8") : "";
    return { code, tally, report, said: said.join("") };
  } finally {
    spy.mockRestore();
  }
}

describe("many documents", () => {
  it("are those below a folder, in path order, without what is not theirs", () => {
    expect(expand(join(folder, "docs")).map((path) => path.slice(folder.length + 6))).toEqual([
      "a clean page.txt",
      "broken.docx",
      "deep/dangling.txt",
    ]);
  });

  it("are all reported though one is broken, and the exit code says so", async () => {
    const { code, report, said, tally } = await audited(["docs"]);
    expect(code).toBe(1);
    expect(said).toMatch(/^footing: .*broken\.docx: /);
    const list = JSON.parse(report) as { file: string; error?: string; findings?: { code: string }[] }[];
    expect(list.map((entry) => [entry.file.split("/").at(-1), entry.error === undefined])).toEqual([
      ["a clean page.txt", true],
      ["broken.docx", false],
      ["dangling.txt", true],
    ]);
    expect(list[2]!.findings!.map((f) => f.code)).toContain("dangling-marker");
    const table = summaryTable(tally, terminal);
    expect(table).toMatch(/broken\.docx +could not be read\n/);
    expect(table).toMatch(/^2 documents, 1 unreadable +1 /m);
    expect(table).toMatch(/^error +dangling-marker +1 in 1$/m);
  });

  it.each(["json", "sarif", "csv", "junit"] as const)("are the same bytes twice as %s", async (format) => {
    const paths = ["docs/a clean page.txt", "docs/deep"];
    expect((await audited(paths, { format })).report).toBe((await audited(paths, { format })).report);
  });

  it("are a folder of pages as HTML and Markdown, with an index", async () => {
    for (const [format, extension] of [
      ["html", "html"],
      ["markdown", "md"],
    ] as const) {
      const out = join(folder, `pages-${extension}`);
      expect((await audited(["docs"], { format, output: out })).code).toBe(1);
      const names = readdirSync(out).sort();
      expect(names).toHaveLength(3);
      expect(names).toContain(`index.${extension}`);
      const index = readFileSync(join(out, `index.${extension}`), "utf8");
      for (const name of names.filter((n) => !n.startsWith("index")))
        expect(index).toContain(encodeURIComponent(name));
      expect(index).toContain("could not be read");
    }
    await expect(auditFiles([join(folder, "docs")], { ...base, format: "html" }, terminal)).rejects.toThrow(
      "name a folder",
    );
  });

  it("show their errors as text and end with one table", async () => {
    const { report } = await audited(["docs"], { format: "text" });
    expect(report).toMatch(/Retractions were not looked up: no list \(--retractions\)\.\n$/);
    expect(report).toContain("error dangling-marker");
    expect(report).not.toContain("info no-identifier ");
    expect(report.match(/^document /gm)).toHaveLength(1);
    expect((await audited(["docs"], { format: "text", show: "info" })).report).toContain(
      "info no-identifier ",
    );
  });

  it("leave no half report when the run cannot go on", async () => {
    await expect(audited(["docs/broken.docx"])).rejects.toThrow("broken.docx");
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("--fail-on", () => {
  it.each([
    ["docs/deep", "error", 3],
    ["docs/deep", "dangling-marker", 3],
    ["docs/deep", "empty-note", 0],
    ["docs/a clean page.txt", "error", 0],
    ["docs/a clean page.txt", "warning", 0],
  ] as const)("%s with %s ends with %i", async (path, failOn, code) => {
    expect((await audited([path], { failOn })).code).toBe(code);
  });
});

describe("the configuration", () => {
  it("is found above the document and read from its own folder", async () => {
    const home = join(folder, "configured");
    mkdirSync(join(home, "in/here"), { recursive: true });
    writeFileSync(join(home, "in/here/page.txt"), dangling);
    writeFileSync(
      join(home, "list.csv"),
      "Title,RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature\nx,1/2/2020 0:00,10.5555/1,0,Retraction\n",
    );
    writeFileSync(
      join(home, "footing.config.json"),
      JSON.stringify({
        off: ["no-identifier"],
        retractions: "list.csv",
        failOn: "dangling-marker",
        suppress: [{ code: "orphan-note", reason: "kept for the next edition" }],
      }),
    );
    expect(configAbove(join(home, "in/here"))).toBe(join(home, "footing.config.json"));
    const { code, report } = await audited(["configured/in/here/page.txt"], { config: undefined });
    expect(code).toBe(3);
    const [entry] = JSON.parse(report) as {
      findings: { code: string }[];
      suppressed: { code: string; reason: string }[];
      retractions: { upTo: string };
    }[];
    const text = await audited(["configured/in/here/page.txt"], { config: undefined, format: "text" });
    expect(text.report).not.toContain("Retractions were not looked up");
    const codes = entry!.findings.map((f) => f.code);
    expect(codes).not.toContain("no-identifier");
    expect(codes).toContain("retraction-not-checked");
    expect(entry!.retractions.upTo).toBe("2020-01-02");
    expect(entry!.suppressed).toMatchObject([{ code: "orphan-note", reason: "kept for the next edition" }]);
  });

  it("is refused with its place and every mistake", () => {
    const file = join(folder, "bad.json");
    writeFileSync(file, '{"off": ["no-such-code"], "thresholds": {"pileSources": 0}}');
    expect(() => settingsFor({ config: file })("x.txt")).toThrow(
      /bad\.json: off\.0: no such code.*thresholds\.pileSources/,
    );
    writeFileSync(file, "{,}");
    expect(() => settingsFor({ config: file })("x.txt")).toThrow("bad.json: is no JSON");
    expect(() => settingsFor({ config: false, retractions: file })("x.txt")).toThrow(
      "no Retraction Watch list",
    );
    expect(() => settingsFor({ config: join(folder, "none.json") })("x.txt")).toThrow("none.json");
  });
});

describe("the progress bar", () => {
  it("is drawn on a terminal, one line, and taken away", () => {
    const drawn: string[] = [];
    const stream = { isTTY: true, columns: 60, write: (text: string) => drawn.push(text) };
    const progress = progressOn(stream, 4);
    for (const name of ["a.txt", "b.txt", "c.txt", `${"long/".repeat(30)}d.txt`]) progress.step(name);
    progress.clear();
    expect(drawn[0]).toBe("\r\u001b[K[........................] 1 of 4  a.txt");
    expect(drawn[2]).toContain("[############............] 3 of 4  c.txt");
    expect(drawn[3]!.length).toBeLessThan(66);
    expect(drawn.at(-1)).toBe("\r\u001b[K");
  });

  it("is silent for one document and where nobody watches", () => {
    const write = vi.fn();
    progressOn({ isTTY: true, write }, 1).step("a.txt");
    progressOn({ write }, 9).step("a.txt");
    expect(write).not.toHaveBeenCalled();
  });
});

describe("--review", () => {
  const event = (over: object) => ({
    id: "00000000-0000-4000-8000-000000000001",
    kind: "verdict",
    reviewer: "Ada",
    at: "2026-01-01T10:00:00Z",
    quote: { exact: "", prefix: "", suffix: "" },
    verdict: "does-not-support",
    reasons: [],
    tags: [],
    comment: "",
    ...over,
  });
  const write = (value: unknown): string => {
    const path = join(folder, "review.json");
    writeFileSync(path, JSON.stringify(value));
    return path;
  };

  it("shows the verdicts in the HTML report, from a bare list or the API's", async () => {
    const { analyse } = await import("../core/analyse.ts");
    const { readText } = await import("../core/read/text.ts");
    const analysis = analyse(readText(new TextEncoder().encode(clean), "a clean page.txt"));
    const [edge] = analysis.edges;
    const judged = event({ subject: { kind: "pair", claim: edge!.claim, source: edge!.source } });
    for (const file of [[judged], { items: [{ seq: 1, document: "d", event: judged }] }]) {
      const { report } = await audited(["docs/a clean page.txt"], { format: "html", review: write(file) });
      expect(report).toContain("does not support");
      expect(report).toContain("1 of the pairs have a verdict");
      expect(report).toContain(">not judged<");
    }
    expect((await audited(["docs/a clean page.txt"], { format: "html" })).report).not.toContain(
      ">not judged<",
    );
  });

  it("says which event is wrong, and where", async () => {
    const wrong = write([event({ subject: { kind: "pair", claim: "s", source: "t" }, verdict: "maybe" })]);
    await expect(audited(["docs/a clean page.txt"], { format: "html", review: wrong })).rejects.toThrow(
      /review\.json: event 1: verdict: /,
    );
    await expect(
      audited(["docs/a clean page.txt"], { format: "html", review: write({ verdicts: 3 }) }),
    ).rejects.toThrow(/no list of review events/);
  });
});

describe("--explain", () => {
  it("shows each rule with an example that it reports", () => {
    for (const rule of rules) {
      const text = explain(rule);
      expect(text).toContain(`# ${rule.title}\n`);
      expect(text).toMatch(/^> (?:error|warning|info): /m);
    }
  });

  it("refuses an unknown code", async () => {
    const program = createProgram();
    await expect(program.parseAsync(["audit", "--explain", "no-such"], { from: "user" })).rejects.toThrow(
      "--explain no-such: neither a code of",
    );
  });
});

describe("the process", () => {
  const start = (args: readonly string[]): ChildProcess => {
    const child = spawn(
      process.execPath,
      [...fromSource, join(root, "scripts/footing.ts"), "audit", ...args],
      {
        cwd: root,
        env: { ...process.env, NO_COLOR: "1" },
      },
    );
    children.push(child);
    return child;
  };

  it("ends with 3 when --fail-on is met, and writes standard input's report", async () => {
    const child = start(["-", "--no-config", "--fail-on", "error", "--format", "json"]);
    let out = "";
    child.stdout!.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stdin!.end(dangling);
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject([{ file: "-", coverage: { claims: 3 } }]);
  });

  it("audits again when the document changes", async () => {
    const file = join(folder, "watched.txt");
    writeFileSync(file, clean);
    const child = start([file, "--watch", "--no-config"]);
    let out = "";
    let err = "";
    child.stdout!.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    await vi.waitFor(() => expect(err).toContain("watching"), { timeout: 60_000, interval: 100 });
    expect(out).toContain("0 errors");
    writeFileSync(file, dangling);
    await vi.waitFor(() => expect(out).toContain("error dangling-marker"), {
      timeout: 60_000,
      interval: 100,
    });
    const closed = new Promise((resolve) => child.on("close", resolve));
    child.kill("SIGINT");
    expect(await closed).toBe(0);
  });
});
