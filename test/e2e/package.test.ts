/** The package as its user has it: what is in it, `npx footing`, and the README's library example in Node and Chromium. */
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, extname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch } from "./support/browser.ts";
import { type Packed, pack } from "./support/packed.ts";

const run = promisify(execFile);
const root = resolve(import.meta.dirname, "../..");
const example = /```js\n([\s\S]*?)```/.exec(readFileSync(join(root, "README.md"), "utf8"))![1]!;
const said = /^1 citation; 1 claim falls without Smith 1999\n@book\{smith1999,\n[\s\S]*\n\}\n\n?$/;

let packed: Packed;
beforeAll(async () => {
  packed = await pack();
}, 300_000);
afterAll(() => rmSync(packed.folder, { recursive: true, force: true }));

/** Returns the user's folder, or ends the test by name where the package could not be installed. */
function homeOr(skip: (note: string) => never): string {
  return packed.home ?? skip(packed.why ?? "");
}

/** Bundles one module of the user's folder and returns the bytes of its entry, without what it loads later. */
async function bundle(home: string, name: string, code: string): Promise<string> {
  writeFileSync(join(home, `${name}.js`), code);
  await build({
    configFile: false,
    root: home,
    logLevel: "error",
    build: {
      outDir: join(home, `out-${name}`),
      target: "es2023",
      modulePreload: false,
      rolldownOptions: {
        input: join(home, `${name}.js`),
        preserveEntrySignatures: "strict",
        output: { entryFileNames: "entry.js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  });
  return join(home, `out-${name}`);
}

/** Bytes of the entry and of everything it imports at once. */
function atOnce(folder: string): number {
  const seen = new Set<string>();
  const walk = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const m of readFileSync(join(folder, file), "utf8").matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+?from\s*)?["']\.\/([^"']+)["']/g,
    ))
      walk(m[1]!);
  };
  walk("entry.js");
  return [...seen].reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

describe("the package", () => {
  it("is at most 6 MB, carries no weights twice and nothing of the workshop", () => {
    expect(packed.unpackedSize).toBeLessThan(6_000_000);
    const paths = packed.files.map(({ path }) => path);
    expect(
      paths.filter((p) => /\.gen\.d\.ts$|\.model$|\.map$|\/dev\/|(^|\/)test\/|\.env|\.sqlite$/.test(p)),
    ).toEqual([]);
    for (const needed of ["dist/scripts/footing.js", "dist/core/index.d.ts", "dist/client/index.html"])
      expect(paths).toContain(needed);
  });

  it("carries declarations for what its entries export, and hardly any besides", ({ skip }) => {
    const home = join(homeOr(skip), "node_modules/footing");
    const reached = new Set<string>();
    const walk = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const [, to] of readFileSync(join(home, file), "utf8").matchAll(
        /(?:from|import\()\s*["'](\.[^"']+)["']/g,
      ))
        walk(join(dirname(file), to!.replace(/\.(ts|js)$/, ".d.ts")));
    };
    for (const entry of ["dist/core/index.d.ts", "dist/core/bib/index.d.ts"]) walk(entry);
    const besides = packed.files.filter(({ path }) => path.endsWith(".d.ts") && !reached.has(path));
    expect(besides.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(20_000);
  });

  it("has no install script", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    for (const name of ["preinstall", "install", "postinstall", "prepare"])
      expect(scripts).not.toHaveProperty(name);
  });

  it("runs as npx footing in an empty folder", async ({ skip }) => {
    const home = homeOr(skip);
    writeFileSync(join(home, "water.txt"), "Water boils.1\n\n1 Smith J. Water. London: Press; 1999.\n");
    const { stdout } = await run(
      "npx",
      ["--no-install", "footing", "export", "water.txt", "--to", "bibtex"],
      {
        cwd: home,
      },
    );
    expect(stdout).toMatch(/^@book\{smith1999,/);
  });

  it("has types that a strict user's compiler takes", async ({ skip }) => {
    const home = homeOr(skip);
    writeFileSync(
      join(home, "use.ts"),
      `import { type Analysis, analyse, readDocument } from "footing/core";
import { toBibtex } from "footing/bib";
const read = await readDocument(new Uint8Array());
if (read.ok) { const a: Analysis = analyse(read.document); const s: string = toBibtex(a, { dialect: "bibtex" }); s; }
// @ts-expect-error A document is no analysis.
if (read.ok) toBibtex(read.document, { dialect: "bibtex" });
`,
    );
    const flags = [
      "--noEmit",
      "--strict",
      "--module",
      "nodenext",
      "--target",
      "es2023",
      "--lib",
      "es2023,dom",
    ];
    await run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), ...flags, "use.ts"], {
      cwd: home,
    }).catch((error: { stdout: string }) => expect(error.stdout).toBe(""));
  });
});

describe("the library example of the README", () => {
  it("runs in Node", async ({ skip }) => {
    const home = homeOr(skip);
    writeFileSync(join(home, "example.js"), example);
    const { stdout } = await run(process.execPath, ["example.js"], { cwd: home });
    expect(stdout).toMatch(said);
  });

  it("runs in Chromium, bundled", async ({ skip }) => {
    const home = homeOr(skip);
    const folder = await bundle(home, "in-browser", example);
    const server = createServer((request, response) => {
      const file = join(folder, (request.url ?? "/").slice(1) || "index.html");
      const type = extname(file) === ".js" ? "text/javascript" : "text/html";
      const page = '<!doctype html><script type="module" src="/entry.js"></script>';
      response.writeHead(200, { "content-type": type }).end(existsSync(file) ? readFileSync(file) : page);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const browser = await launch();
    try {
      const page = await browser.newPage();
      const lines: string[] = [];
      page.on("console", (message) => lines.push(message.text()));
      page.on("pageerror", (error) => lines.push(String(error)));
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await expect.poll(() => lines.length, { timeout: 30_000 }).toBe(2);
      expect(`${lines.join("\n")}\n`).toMatch(said);
    } finally {
      await browser.close();
      server.close();
    }
  });

  it("leaves out of a bundle what is not used", async ({ skip }) => {
    const home = homeOr(skip);
    const graph = await bundle(home, "graph", 'export { buildGraph, withdraw } from "footing/core";');
    // graphology is most of it; the trained weights alone would be ten times that.
    expect(atOnce(graph)).toBeLessThan(150_000);
    const reading = await bundle(home, "reading", 'export { readDocument } from "footing/core";');
    expect(atOnce(reading)).toBeLessThan(150_000);
    // Readers come when a document of their format does.
    expect(readdirSync(reading, { recursive: true }).length).toBeGreaterThan(8);
  });
});
