/**
 * A server for tests: over real HTTP on a free port, with a library in a folder of its own and an engine that
 * knows the sample from its annotation, so that the server is tested and not the parser.
 */
import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pino } from "pino";
import { exportFormats } from "../../core/bib/formats.ts";
import type { Analysis, Document } from "../../core/model.ts";
import { readDocument } from "../../core/read/index.ts";
import { createApp } from "../../server/app.ts";
import type { Engine } from "../../server/engine.ts";
import { createBulk } from "../../server/jobs/bulk.ts";
import { importHere } from "../../server/jobs/importer.ts";
import { createRecheck } from "../../server/jobs/recheck.ts";
import type { Metrics } from "../../server/metrics.ts";
import { samplesIn } from "../../server/samples.ts";
import { openStore } from "../../server/store/open.ts";
import type { Store } from "../../server/store/store.ts";
import { goldenAnalysis } from "../support/golden-analysis.ts";
import { engines, type Engine as StoreEngine } from "./engines.ts";

export { temporaryFolder } from "./folder.ts";

export const samplePath = join(import.meta.dirname, "../../data/samples/medical-response.txt");
export const sampleBytes = readFileSync(samplePath);
export const golden = goldenAnalysis("seed/medical-response");

const basis = { rule: "test", confidence: "certain", spans: [] } as const;

/** The sample's annotation with a key for each source as the engine makes it, a refused citation and a finding. */
const sampleParts: Omit<Analysis, "document"> = {
  ...golden,
  open: [{ claim: "s3", marker: "m2", item: golden.items[2]!.id, scope: "direct" }],
  findings: [
    {
      id: "f1",
      code: "uncited-claim",
      severity: "warning",
      subjects: [{ kind: "claim", id: "s7" }, { kind: "claim", id: "s7" }, { kind: "document" }],
      spans: [{ start: 935, end: 1157 }],
      quote: "In patients",
      message: "Nothing is cited.",
      data: {},
    },
  ],
};

/** Text after text of `#`, each a claim; both are numbered 1.1, as two sections would number them. */
function trivial(document: Document): Analysis {
  const statements = [...document.text.matchAll(/[^#]+/g)].map((m, i) => ({
    id: `s${i}`,
    kind: "claim" as const,
    label: "1.1",
    start: m.index,
    end: m.index + m[0].length,
    textEnd: m.index + m[0].length,
    text: m[0],
    section: null,
    paragraph: 1,
    block: i,
    markers: [],
  }));
  const none = { markers: [], notes: [], items: [], sources: [], edges: [], open: [], findings: [] };
  return { ...golden, ...none, document, statements };
}

/** An edge to a source that is not there: what a broken engine would make. */
const broken = (analysis: Analysis): Analysis => ({
  ...analysis,
  edges: [{ ...golden.edges[0]!, claim: "s0", source: "nowhere", basis }],
});

export const testEngine: Engine = {
  version: "1.2.3",
  read: readDocument,
  analyse(document) {
    if (document.text === golden.document.text) return { ...sampleParts, document };
    const analysis = trivial(document);
    if (document.text.startsWith("broken edge")) return broken(analysis);
    if (document.text.startsWith("broken span")) {
      return { ...analysis, statements: analysis.statements.map((s) => ({ ...s, end: 10_000 })) };
    }
    if (document.text.startsWith("broken shape")) return { ...analysis, notes: [{}] } as unknown as Analysis;
    return analysis;
  },
};

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
  json<T = unknown>(): T;
}

export interface TestServer {
  readonly store: Store;
  readonly port: number;
  /** Where the library is. */
  readonly address: string;
  /** Everything in these tables, past the store. */
  rowsOf(tables: readonly string[]): Promise<readonly object[]>;
  readonly logged: readonly string[];
  /** Resolves when the documents are checked against the retraction list as it is. */
  rechecked(): Promise<void>;
  call(
    method: string,
    path: string,
    options?: { readonly headers?: Record<string, string>; readonly body?: string | Uint8Array },
  ): Promise<Answer>;
  stop(): Promise<void>;
}

/** Starts a server. The clock goes on by a second with every import. */
export async function startTestServer(
  options: {
    readonly clientDir?: string;
    readonly maxBytes?: number;
    readonly allowHosts?: readonly string[];
    /** SQLite when missing. */
    readonly on?: StoreEngine;
    readonly withAccounts?: boolean;
    readonly requestsPerMinute?: number;
    readonly metrics?: Metrics;
  } = {},
): Promise<TestServer> {
  const { on = engines[0]!, ...appOptions } = options;
  const place = await on.place();
  const store = await openStore(place.address);
  const logged: string[] = [];
  let second = 0;
  const tools = { store, engine: testEngine, now: () => new Date(Date.UTC(2030, 0, 1, 0, 0, second++)) };
  const importer = importHere(tools);
  const log = pino({ level: "info" }, { write: (line) => void logged.push(line) });
  const { imports } = store;
  const bulk = createBulk({ imports, importer, now: () => new Date(), log, threads: 2 });
  const recheck = createRecheck({ retractions: store.retractions, importer, log });
  const app = await createApp({
    ...tools,
    importer,
    bulk,
    recheck,
    maxBytes: 64 * 1024 * 1024,
    samples: samplesIn(join(import.meta.dirname, "../../data/samples")),
    formats: exportFormats,
    log,
    clientDir: null,
    withAccounts: false,
    checkAnswers: true,
    ...appOptions,
  });
  const server: Server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    store,
    port,
    address: place.address,
    rowsOf: async (tables) =>
      (await Promise.all(tables.map((table) => place.run(`select * from ${table}`)))).flat(),
    logged,
    rechecked: () => recheck.ended(),
    call: (method, path, { headers = {}, body } = {}) =>
      new Promise((resolve, reject) => {
        const outgoing = request(
          { host: "127.0.0.1", port, method, path, headers, agent: false },
          (incoming) => {
            const chunks: Buffer[] = [];
            incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
            incoming.on("end", () => {
              const whole = Buffer.concat(chunks);
              const text = whole.toString("utf8");
              resolve({
                status: incoming.statusCode ?? 0,
                headers: incoming.headers,
                body: whole,
                text,
                json: () => JSON.parse(text),
              });
            });
          },
        );
        outgoing.on("error", reject);
        outgoing.end(body);
      }),
    async stop() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await bulk.close();
      await recheck.close();
      await store.close();
      await place.dispose();
    },
  };
}
