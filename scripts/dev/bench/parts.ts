/** The measured parts; each returns its rows. Peers run in the same process, in turn with ours. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { parse as parseBibtex } from "@retorquere/bibtex-parser";
import { analyse } from "../../../core/analyse.ts";
import { toBibtex } from "../../../core/bib/citation-js.ts";
import { buildGraph, withdraw } from "../../../core/graph/index.ts";
import { readText } from "../../../core/read/text.ts";
import { parseReference } from "../../../core/reference/index.ts";
import { splitNotes } from "../../../core/reference/note/index.ts";
import { resolve as resolveCitations } from "../../../core/resolve/index.ts";
import { outline } from "../../../core/text/index.ts";
import { longText, manyNotes, references } from "./material.ts";
import { growth, plain, type Row, time, versus } from "./measure.ts";

const root = resolve(import.meta.dirname, "../../..");
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function read(): Promise<Row[]> {
  const megabyte = 1_000_000;
  const text = longText(3 * megabyte);
  const document = readText(bytes(text), null);
  const small = readText(bytes(longText(megabyte)), null);
  const large = readText(bytes(longText(10 * megabyte)), null);
  const paragraphs = text.split("\n");
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  return [
    await versus({
      part: "read",
      what: "plain text to statements, markers and notes, against sentences alone",
      amount: text.length / megabyte,
      unit: "MB",
      ours: ["outline", () => outline(document)],
      peer: [
        "Intl.Segmenter",
        () => {
          // By paragraph: each segment it yields carries a copy of the whole input.
          let sentences = 0;
          for (const paragraph of paragraphs) for (const _ of segmenter.segment(paragraph)) sentences++;
          return sentences;
        },
      ],
    }),
    await growth(
      "read",
      "ten times the text",
      () => outline(small),
      () => outline(large),
      1,
    ),
  ];
}

async function referenceRows(): Promise<Row[]> {
  const list = references(3000);
  const records = parseBibtex(readFileSync(join(root, "test/golden/d07-cookstove-brief.bib"), "utf8")).entries
    .length;
  const bib = readFileSync(join(root, "test/golden/d07-cookstove-brief.bib"), "utf8");
  const copies = Math.ceil(list.length / records);
  const first = Number(
    execFileSync(process.execPath, [
      "--import",
      "tsx",
      "-e",
      `const t = performance.now(); import("${join(root, "core/reference/index.ts")}").then(({ parseReference }) => { parseReference(${JSON.stringify(list[0])}); console.log(performance.now() - t); });`,
    ]).toString(),
  );
  return [
    await versus({
      part: "references",
      what: "a raw reference to CSL-JSON, against reading the same number of BibTeX entries",
      amount: list.length,
      unit: "references",
      ours: ["parseReference", () => list.forEach((raw) => void parseReference(raw))],
      peer: [
        "@retorquere/bibtex-parser",
        () => {
          for (let i = 0; i < copies; i++) parseBibtex(bib);
        },
      ],
    }),
    plain(
      "references",
      "loading the parser and reading the first reference, from source",
      "first result",
      first,
      "ms",
    ),
    await growth(
      "references",
      "a reference ten times as long",
      () => parseReference("Ames C. Lead in pipes. ".repeat(400)),
      () => parseReference("Ames C. Lead in pipes. ".repeat(4000)),
    ),
  ];
}

async function resolution(): Promise<Row[]> {
  const prepared = (count: number) => {
    const document = manyNotes(count);
    const found = outline(document);
    return { document, found, parts: splitNotes(document.text, found.notes) };
  };
  const [small, large] = [prepared(500), prepared(5000)];
  const run = ({ document, found, parts }: typeof small) => resolveCitations(document, found, parts);
  run(small);
  const ms = await time(() => run(large));
  return [
    plain("resolve", `${large.found.notes.length} notes of full, short and ibid. forms`, "resolve", ms, "ms"),
    await growth(
      "resolve",
      "ten times the notes",
      () => run(small),
      () => run(large),
    ),
  ];
}

async function graph(): Promise<Row[]> {
  const claims = 200_000;
  const sources = 20_000;
  const statements = Array.from({ length: claims }, (_, i) => ({
    id: `s${i}`,
    kind: "claim" as const,
    label: `1.${i}`,
    start: i,
    end: i + 1,
    textEnd: i + 1,
    text: "x",
    section: null,
    paragraph: 1,
    block: Math.floor(i / 6),
    markers: [],
  }));
  const edges = Array.from({ length: 1_000_000 }, (_, i) => ({
    id: `e${i}`,
    claim: `s${(i * 7919) % claims}`,
    marker: "m",
    note: null,
    item: "i",
    source: `w${(i * i + 31 * i) % sources}`,
    pinpoint: null,
    form: "full" as const,
    scope: i % 3 === 0 ? ("carried" as const) : ("direct" as const),
    plausibility: null,
    basis: { rule: "made", confidence: "certain" as const, spans: [] },
  }));
  const works = Array.from({ length: sources }, (_, i) => ({
    id: `w${i}`,
    key: `w${i}`,
    label: `w${i}`,
    csl: { type: "book" },
    authorsTruncated: false,
    mentions: [],
    descriptions: [],
    evidence: [],
    conflicts: [],
  }));
  const built = buildGraph({ statements, sources: works, edges });
  const brute = (without: string): number => {
    const left = new Map<string, number>();
    for (const e of edges) if (e.scope === "direct" && e.source !== without) left.set(e.claim, 1);
    return edges.filter((e) => e.scope === "direct" && e.source === without && !left.has(e.claim)).length;
  };
  return [
    await versus({
      part: "graph",
      what: "what falls without one source, 1,000,000 edges, against recounting",
      amount: 1,
      unit: "questions",
      ours: ["withdraw", () => withdraw(built, ["w42"]).falls.length],
      peer: ["delete and recount", () => brute("w42")],
    }),
  ];
}

async function exports(): Promise<Row[]> {
  const { Cite } = await import("./peers.ts");
  const analysis = analyse(manyNotes(1200));
  const items = analysis.sources.map((s) => ({ ...s.csl, id: s.key }));
  return [
    await versus({
      part: "export",
      what: "BibTeX of 300 sources, against Citation.js alone",
      amount: items.length,
      unit: "entries",
      ours: ["toBibtex", () => toBibtex(analysis, { dialect: "bibtex" })],
      peer: ["Citation.js", () => new Cite(items).format("bibtex")],
    }),
  ];
}

/** Starts the real server as its own process and returns its address. */
async function serve(data: string): Promise<{ readonly url: string; stop(): void }> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(root, "scripts/footing.ts"), "serve", "--port", "0", "--data", data],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return { url, stop: () => child.kill() };
  }
  throw new Error("bench: the server did not say its address");
}

async function api(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "footing-bench-"));
  const server = await serve(join(folder, "bench.sqlite"));
  const list = (await (await fetch(new URL("/api/documents", server.url))).json()) as {
    items: { id: string }[];
  };
  const address = new URL(`/api/documents/${list.items[0]!.id}/claims/1.3`, server.url);
  const body = await (await fetch(address)).text();
  const bare = spawn(process.execPath, ["--input-type=module", "-e", plainServer(body)], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const bareAddress = String((await once(bare.stdout, "data"))[0]).trim();
  const many = async (url: string | URL): Promise<void> => {
    for (let i = 0; i < 40; i++)
      await Promise.all(Array.from({ length: 25 }, async () => (await fetch(url)).arrayBuffer()));
  };
  // The work is in the other process: here the clock on the wall counts.
  const row = await versus({
    part: "api",
    what: "a claim and its sources, against Express with the same bytes from memory",
    amount: 1000,
    unit: "requests",
    clock: "wall",
    ours: ["GET …/claims/1.3", () => many(address)],
    peer: ["plain Express", () => many(bareAddress)],
  });
  bare.kill();
  server.stop();
  rmSync(folder, { recursive: true, force: true });
  return [row];
}

const plainServer = (body: string): string => `
    const app = express().get("/", (_, res) => res.type("json").send(${JSON.stringify(body)}));
  const server = app.listen(0, "127.0.0.1", () => console.log("http://127.0.0.1:" + server.address().port + "/"));`;

export const parts = {
  read,
  references: referenceRows,
  resolve: resolution,
  graph,
  export: exports,
  api,
} as const;
export type Part = keyof typeof parts;
