/** The command line: run as a process where it matters (exit codes, streams, signals), by its parts elsewhere. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { failureOf } from "../scripts/cli/errors.ts";
import { writeWhole } from "../scripts/cli/files.ts";
import { outlinePage } from "../scripts/cli/outline.ts";
import { createProgram } from "../scripts/cli/program.ts";
import { clip, columns, printable, terminalFor, wrap } from "../scripts/cli/terminal.ts";
import { fromSource } from "./support/from-source.ts";
import { goldenAnalysis, goldenNames } from "./support/golden-analysis.ts";

// Starting Node with the sources takes seconds on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const root = join(import.meta.dirname, "..");
const sample = join(root, "data/samples/medical-response.txt");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "footing-cli-"));
});
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  const { PORT: _, FOOTING_DATA: __, FORCE_COLOR: ___, ...own } = process.env;
  const child = spawn(process.execPath, [...fromSource, join(root, "scripts/footing.ts"), ...args], {
    cwd: root,
    env: { ...own, ...env },
  });
  children.push(child);
  return child;
}

function ended(child: ChildProcess, input = ""): Promise<Run> {
  return new Promise((resolve) => {
    let out = "";
    let err = "";
    child.stdout!.setEncoding("utf8").on("data", (text) => {
      out += text;
    });
    child.stderr!.setEncoding("utf8").on("data", (text) => {
      err += text;
    });
    child.on("close", (code) => resolve({ code, out, err }));
    child.stdin!.on("error", () => {}).end(input);
  });
}

const run = (args: readonly string[], input?: string): Promise<Run> => ended(start(args), input);

/** The same without a process: quick, and blind to the streams. */
async function tried(args: readonly string[]): Promise<Run> {
  const program = createProgram();
  let [out, err] = ["", ""];
  for (const command of [program, ...program.commands]) {
    command.configureOutput({
      writeOut: (text) => {
        out += text;
      },
      writeErr: (text) => {
        err += text;
      },
    });
  }
  try {
    await program.parseAsync(args, { from: "user" });
    return { code: 0, out, err };
  } catch (error) {
    const { code, message } = failureOf(error);
    return { code, out, err: err + message };
  }
}

describe("footing", () => {
  it("teaches by example", async () => {
    const all = await tried(["--help"]);
    expect(all.code).toBe(0);
    for (const { name } of [...createProgram().commands].map((c) => ({ name: c.name() }))) {
      expect(all.out).toMatch(new RegExp(`^  ${name} `, "m"));
      const one = await tried([name, "--help"]);
      expect([one.code, one.out]).toEqual([0, expect.stringContaining(`Examples:\n  footing ${name} `)]);
    }
  });

  it("tells a wrong call (2) from bad input (1)", async () => {
    const picture = join(folder, "page.png");
    writeFileSync(picture, Buffer.from("\x89PNG\r\n\x1a\n", "latin1"));
    const cases: readonly (readonly [args: string[], code: number, says: RegExp])[] = [
      [["prase", sample], 2, /unknown command 'prase'/],
      [["parse"], 2, /missing required argument 'file'/],
      [["parse", sample, "--jsno"], 2, /unknown option '--jsno'.*\(Did you mean --json\?\)/s],
      [["export", sample], 2, /--to <format>.*--help lists them/],
      [["export", sample, "-o", join(folder, "two.bib")], 2, /--to <format>.*: bibtex, biblatex$/m],
      [["export", sample, "--to", "word"], 2, /bibtex, biblatex, csl-json/],
      [["serve", "--port", "http"], 2, /whole number from 0 to 65535/],
      [["serve", "--log", "all"], 2, /--log takes/],
      [["parse", join(folder, "none.txt")], 1, /none\.txt: no such file/],
      [["parse", folder], 1, /is a folder/],
      [["parse", picture], 1, /picture.*\n.*OCR/],
      [["parse", sample, "--bibliography", join(folder, "none.bib")], 1, /none\.bib: no such file/],
      [
        ["export", sample, "--to", "bibtex", "--source", "nobody1900"],
        1,
        /no source "nobody1900"\n.*brew2010/,
      ],
      [
        ["serve", "--port", "0", "--data", join(picture, "library.sqlite")],
        1,
        /cannot use the library .*page\.png/,
      ],
    ];
    for (const [args, code, says] of cases) {
      const result = await tried(args);
      expect([args, result.code, result.out]).toEqual([args, code, ""]);
      expect(result.err).toMatch(says);
    }
  });

  it("says so on stderr, with the exit code and without a stack", async () => {
    const [call, input] = await Promise.all([run(["prase"]), run(["parse", join(folder, "none.txt")])]);
    expect([call.code, call.out, input.code, input.out]).toEqual([2, "", 1, ""]);
    expect(input.err).toBe(`footing: ${join(folder, "none.txt")}: no such file\n`);
  });
});

describe("footing parse and export", () => {
  it("print the same bytes twice, from a file and from standard input", async () => {
    const [first, second, piped] = await Promise.all([
      run(["parse", sample, "--json"]),
      run(["parse", sample, "--json"]),
      run(["parse", "-", "--json"], readFileSync(sample, "utf8")),
    ]);
    expect([first.code, first.err]).toEqual([0, ""]);
    expect(second.out).toBe(first.out);
    expect(first.out.endsWith("}\n")).toBe(true);
    const analysis = JSON.parse(first.out);
    expect(analysis).toMatchObject({
      schema: "footing/analysis/1",
      document: { name: "medical-response.txt" },
    });
    expect(JSON.parse(piped.out)).toEqual({ ...analysis, document: { ...analysis.document, name: null } });
  });

  it("show the outline and write files whole", async () => {
    const file = join(folder, "sources.bib");
    const outlined = join(folder, "outline.txt");
    expect(await tried(["parse", sample, "-o", outlined])).toEqual({ code: 0, out: "", err: "" });
    expect(readFileSync(outlined, "utf8")).toMatch(/^ {2}1\.6 {2}Anti-infective agents/m);
    const [exported, reference] = await Promise.all([
      tried(["export", sample, "--to", "bibtex", "-o", file]),
      run([
        "reference",
        "Weber T. Progressive multifocal leukoencephalopathy. Neurol Clin. 2008;26(3):833-54.",
      ]),
    ]);
    expect([exported.code, exported.out]).toEqual([0, ""]);
    expect(readFileSync(file, "utf8")).toMatch(/^@article\{brew2010,$/m);
    expect(reference.out).toMatch(/"family": "Weber"[\s\S]*@article\{weber2008,/);
  });
});

describe("footing serve and import", () => {
  const opened = (child: ChildProcess): Promise<string> =>
    new Promise((resolve, reject) => {
      child.stdout!.setEncoding("utf8").on("data", (text: string) => {
        const url = /http:\/\/\S+/.exec(text)?.[0];
        if (url !== undefined) resolve(url);
      });
      child.on("close", (code) => reject(new Error(`ended with ${code}`)));
    });

  it("opens with the sample, shows what import brings beside it, and ends cleanly on a signal", async () => {
    const data = join(folder, "library.sqlite");
    const child = start(["serve", "--port", "0", "--data", data]);
    const end = ended(child);
    const url = await opened(child);
    const names = async () => {
      const page = (await (await fetch(`${url}/api/documents`)).json()) as { items: { name: string }[] };
      return page.items.map((d) => d.name).sort();
    };
    expect(await names()).toEqual(["medical-response.txt"]);
    const served = await fetch(`${url}/api/documents`).then((r) => r.json());
    const [{ id }] = (served as { items: [{ id: string }] }).items;
    const text = join(folder, "note.txt");
    writeFileSync(text, "Water boils at 100 degrees.1\n\n1 Smith J. Water. London: Press; 1999.\n");
    const imported = await run(["import", text, sample, join(folder, "none.txt"), "--data", data]);
    expect(imported.code).toBe(1);
    expect(imported.out).toMatch(/note\.txt: .* 1 note, 1 source → doc-/);
    expect(imported.out).toMatch(new RegExp(`medical-response\\.txt: already in the library as ${id}`));
    expect(imported.err).toMatch(/none\.txt: no such file/);
    expect(await names()).toEqual(["medical-response.txt", "note.txt"]);
    const file = join(folder, "parsed.json");
    await tried(["parse", sample, "--json", "-o", file]);
    expect(`${await (await fetch(`${url}/api/documents/${id}/analysis`)).text()}\n`).toBe(
      readFileSync(file, "utf8"),
    );
    child.kill("SIGTERM");
    expect(await end).toMatchObject({ code: 0, err: "" });
    expect(
      readdirSync(folder).filter((f) => f.endsWith("-wal") && readFileSync(join(folder, f)).length > 0),
    ).toEqual([]);
  });

  it("says in one line when the port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    const result = await ended(
      start(["serve", "--data", join(folder, "taken.sqlite")], { PORT: String(port) }),
    );
    other.close();
    expect(result.code).toBe(1);
    expect(result.err).toMatch(new RegExp(`^footing: port ${port} on 127\\.0\\.0\\.1 is taken: .*\\n$`));
  });
});

describe("the outline", () => {
  const plain = terminalFor({}, {});

  it("holds every claim and source of every golden document in 80 columns", () => {
    for (const name of goldenNames) {
      const annotation = goldenAnalysis(name);
      // An annotation also holds the citations that must be refused, as edges to nothing.
      const edges = annotation.edges.filter((e) => annotation.sources.some((s) => s.id === e.source));
      const analysis = { ...annotation, edges };
      const page = outlinePage(analysis, plain);
      for (const line of page.split("\n")) {
        // A word longer than a line (an address) is not cut.
        if (line.trim().includes(" ")) expect([name, line, columns(line) <= 80]).toEqual([name, line, true]);
      }
      for (const source of analysis.sources) expect(page).toContain(source.key);
      const words = page.replace(/\s+/g, " ");
      for (const s of analysis.statements.filter((x) => x.kind === "claim")) {
        expect(words).toContain(printable(s.text));
      }
    }
  });

  it("says direct and carried apart, and what falls", () => {
    const page = outlinePage(goldenAnalysis("seed/medical-response"), plain);
    expect(page).toContain("10 claims: 4 cited directly, 2 by a later marker");
    expect(page).toMatch(/1\.5 {2}.*\n.*\n {7}┅ .* carried, probable · note 4 · short/);
    expect(page).toMatch(/1\.6 {2}.*\n.*\n.*\n {7}━ .*p\. 675 .* direct · note 4 · short/);
    expect(page).toContain("without it: 1.2 1.6 fall; 1.1 1.5 (carried only) fall; 1.3 weakened");
  });

  it("keeps colour to terminals that want it", () => {
    const analysis = goldenAnalysis("seed/medical-response");
    const tty = { isTTY: true, columns: 80 };
    const sequence = "\u001b[";
    expect(outlinePage(analysis, plain)).not.toContain(sequence);
    expect(outlinePage(analysis, terminalFor(tty, { NO_COLOR: "1" }))).not.toContain(sequence);
    const coloured = outlinePage(analysis, terminalFor(tty, {}));
    expect(coloured).toContain(sequence);
    const bare = coloured.split(sequence).map((part, i) => (i === 0 ? part : part.replace(/^\d+m/, "")));
    expect(bare.join("")).toBe(outlinePage(analysis, plain));
  });

  it("shows a document's control characters to nobody's terminal", () => {
    const analysis = goldenAnalysis("seed/medical-response");
    const hostile = "\u001b]0;owned\u0007\u009b31m\u202eevil";
    const statements = analysis.statements.map((s) => ({ ...s, text: hostile, section: hostile }));
    const sources = analysis.sources.map((s) => ({
      ...s,
      label: hostile,
      key: hostile,
      csl: { ...s.csl, title: hostile },
    }));
    expect(outlinePage({ ...analysis, statements, sources }, plain)).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
  });
});

describe("lines", () => {
  it("wrap by what is seen", () => {
    expect(wrap("one two three", 9, "- ")).toEqual(["- one two", "  three"]);
    expect(columns("e\u0301x 漢字")).toBe(7);
    expect(clip("Anti-infective agents", 10)).toBe("Anti-infe…");
  });
});

describe("writing a file", () => {
  it("leaves the old one as it was when it fails, and no neighbour behind", () => {
    const path = join(folder, "old.txt");
    writeWhole(path, "old");
    expect(() => writeWhole(join(path, "under-a-file"), "new")).toThrow(/under-a-file/);
    expect(readFileSync(path, "utf8")).toBe("old");
    writeWhole(path, "new");
    expect(readFileSync(path, "utf8")).toBe("new");
    expect(readdirSync(folder).filter((f) => f.endsWith(".tmp"))).toEqual([]);
    expect(existsSync(join(path, "under-a-file"))).toBe(false);
  });
});
