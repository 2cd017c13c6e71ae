/** Enforces the import directions of the house: who may import whom, and which package stays in which file. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { allImports, filesOf, type Import, rooms } from "../scripts/dev/imports.ts";

const root = resolve(import.meta.dirname, "..");

/** What each part of core may import from core, beside itself and the files at its top. */
const insideCore: Readonly<Record<string, readonly string[]>> = {
  read: [],
  text: [],
  reference: [],
  resolve: ["text", "reference"],
  graph: ["resolve"],
  audit: ["graph", "resolve", "text", "reference"],
  review: ["text"],
  export: ["graph", "audit", "review", "resolve"],
  bib: ["export", "reference"],
};
/** Files at the top of core that put the parts together and may import all of them. */
const composers = new Set(["core/analyse.ts", "core/index.ts"]);
/** What starts the server, writes into its library or reads it (docs/decisions/0005). */
const crossings = new Set([
  "scripts/commands/serve.ts",
  "scripts/commands/import.ts",
  "scripts/cli/library.ts",
  "scripts/export/library.ts",
  "scripts/commands/account.ts",
  "scripts/commands/backup.ts",
  "scripts/dev/library/store.ts",
]);
/** A package and the only places that may import it. */
const confined: Readonly<Record<string, readonly string[]>> = {
  sigma: ["client/graph/renderer.ts", "client/graph/programs/"],
  "@sigma/": ["client/graph/renderer.ts", "client/graph/programs/"],
  "@citation-js/": ["core/bib/citation-js.ts", "scripts/dev/bench/peers.ts"],
  "@modelcontextprotocol/": ["scripts/mcp/", "scripts/commands/mcp.ts"],
  kysely: ["server/store/"],
  libsql: ["server/store/"],
  pg: ["server/store/", "scripts/dev/library/database.ts"],
  piscina: ["server/threads.ts"],
  "graphile-worker": ["server/jobs/", "server/store/"],
  "@fastify/busboy": ["server/jobs/"],
  yauzl: ["server/jobs/sources/"],
};
const clientMayUse = ["model", "hash", "graph", "review", "export"];
/** Single files of heavier parts. */
const clientMayUseFiles = new Set(["core/audit/describe.ts"]);

const all = allImports();
const local = all.filter((i) => rooms.some((room) => i.to.startsWith(`${room}/`)));
const list = (bad: readonly Import[]) => bad.map((i) => `${i.from} → ${i.to}`);

describe("architecture", () => {
  it("lets no room import a sibling, and core nobody", () => {
    const bad = local.filter((i) => {
      const [from, to] = [i.from.split("/")[0]!, i.to.split("/")[0]!];
      if (from === to || to === "core") return false;
      return !(to === "server" && crossings.has(i.from));
    });
    expect(list(bad)).toEqual([]);
  });

  it("keeps the order inside core", () => {
    const bad = local.filter((i) => {
      if (!i.from.startsWith("core/") || !i.to.startsWith("core/") || composers.has(i.from)) return false;
      const [from, to] = [i.from.split("/"), i.to.split("/")];
      if (to.length === 2) return composers.has(i.to);
      if (from.length === 2) return to.length > 2 && !i.typeOnly;
      return from[1] !== to[1] && !(insideCore[from[1]!] ?? []).includes(to[1]!);
    });
    expect(list(bad)).toEqual([]);
  });

  it("keeps core free of Node, the DOM, the clock and randomness", () => {
    const nodeSide = all.filter(
      (i) => i.from.startsWith("core/") && !i.from.startsWith("core/bib/") && /^node:/.test(i.to),
    );
    expect(list(nodeSide)).toEqual([]);
    const impure = filesOf("core")
      .filter((f) => !f.startsWith("core/bib/"))
      .filter((f) =>
        /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\blocaleCompare\b|\btoLocale\w+\(|\bprocess\.|\bdocument\.(?:createElement|querySelector)/.test(
          readFileSync(join(root, f), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ""),
        ),
      );
    expect(impure).toEqual([]);
  });

  it("confines each outside package to its place", () => {
    const bad = all.filter((i) =>
      Object.entries(confined).some(
        ([name, places]) =>
          (name.endsWith("/") ? i.to.startsWith(name) : i.to === name || i.to.startsWith(`${name}/`)) &&
          !places.some((place) => i.from.startsWith(place)),
      ),
    );
    expect(list(bad)).toEqual([]);
  });

  it("gives the client only the light parts of core", () => {
    const bad = local.filter((i) => {
      if (!i.from.startsWith("client/") || !i.to.startsWith("core/") || i.typeOnly) return false;
      return !clientMayUseFiles.has(i.to) && !clientMayUse.includes(i.to.split("/")[1]!.replace(/\.ts$/, ""));
    });
    expect(list(bad)).toEqual([]);
  });

  it("opens every file with a sentence of purpose", () => {
    const bad = rooms.flatMap(filesOf).filter((f) => {
      const code = readFileSync(join(root, f), "utf8").replace(/^#!.*\n/, "");
      return !code.startsWith("/**");
    });
    expect(bad).toEqual([]);
  });
});
