/** Puts the server together and lets it listen: store, engine, application. Ends cleanly when told to. */

import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, isIPv4 } from "node:net";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { destination, pino } from "pino";
import { exportFormats } from "../core/bib/formats.ts";
import { createApp } from "./app.ts";
import { openWithWorkers } from "./library.ts";
import { createMetrics } from "./metrics.ts";
import { realEngine } from "./real-engine.ts";
import type { Context } from "./routes/context.ts";
import { loadSample, samplesIn } from "./samples.ts";
import type { Store } from "./store/store.ts";
import { UnderWay } from "./under-way.ts";

/** The sample that an empty library opens with. */
const firstSample = "medical-response";

/** Threads that read a library in a file: a core stays for the requests. */
const readerThreads = Math.min(4, Math.max(1, availableParallelism() - 1));

/** How long requests under way may take to end after the server was told to stop, in milliseconds. */
const patience = 10_000;

/** Milliseconds between two looks for imports whose process has gone, and for documents to check again. */
const adoptEvery = 15_000;

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  /** The library: a file, or the address of a PostgreSQL database. */
  readonly data: string;
  /** Asks who one is on loopback too. Anywhere else the server always does. */
  readonly accounts?: boolean;
  /** Whether one proxy stands in front and says who the client is. */
  readonly behindProxy?: boolean;
  /** False leaves the reading of bulk imports to `footing work`; for a library in PostgreSQL. */
  readonly work?: boolean;
  /** Requests a minute from one address; no limit when missing. */
  readonly requestsPerMinute?: number | null;
  /** Opens `/metrics` to other machines that know it; without, it is kept to this one. */
  readonly metricsToken?: string | null;
  /** Whether an empty library begins with the sample. */
  readonly sample: boolean;
  readonly allowHosts: readonly string[];
  readonly maxBytes: number;
  /** Bytes of answers that are kept to be given again; 0 keeps none. */
  readonly keptBytes?: number;
  readonly logLevel: string;
  /** Folder of the package, which holds `data/` and the built client in `dist/client`. */
  readonly packageDir: string;
  readonly version: string;
}

export interface RunningServer {
  readonly url: string;
  /** Whether there is a built page to show. */
  readonly page: boolean;
  /** Takes no new requests, lets those under way end, and closes the library. */
  close(): Promise<void>;
}

async function bringSample(tools: Pick<Context, "store" | "importer" | "samples">): Promise<void> {
  const sample = tools.samples.get(firstSample);
  const { items } = await tools.store.documents({ after: null, limit: 1 });
  if (sample !== undefined && items.length === 0) await tools.importer.import(await loadSample(sample));
}

/** Whether only this machine can reach the address. */
const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."));

/** Throws unless somebody can sign in who may do everything. */
async function requireAdmin({ accounts }: Store): Promise<void> {
  if (await accounts.hasAdmin()) return;
  throw new Error(
    "this server asks who one is, and the library has no account of an admin yet: " +
      "footing account add NAME --role admin",
  );
}

/** Returns the running server. Throws the listening error of Node (EADDRINUSE …) or a `StoreError`. */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const { host, port, packageDir, version } = options;
  const log = pino({ level: options.logLevel, base: null }, destination({ fd: 2, sync: true }));
  const library = await openWithWorkers({
    library: options.data,
    version,
    log,
    work: options.work !== false,
    readers: readerThreads,
  });
  const { store, importer, bulk, recheck, tidy } = library;
  const client = join(packageDir, "dist", "client");
  const page = existsSync(join(client, "index.html"));
  const context = {
    store,
    importer,
    bulk,
    recheck,
    maxBytes: options.maxBytes,
    ...(options.keptBytes === undefined ? {} : { keptBytes: options.keptBytes }),
    engine: realEngine(version),
    now: () => new Date(),
    samples: samplesIn(join(packageDir, "data", "samples")),
    formats: exportFormats,
  };
  const stopping = new AbortController();
  const underWay = new UnderWay();
  const withAccounts = options.accounts === true || options.behindProxy === true || !isLoopback(host);
  if (withAccounts) {
    await requireAdmin(store).catch(async (error: unknown) => {
      await library.close();
      throw error;
    });
  }
  const app = await createApp({
    ...context,
    withAccounts,
    behindProxy: options.behindProxy === true,
    ...(typeof options.requestsPerMinute === "number"
      ? { requestsPerMinute: options.requestsPerMinute }
      : {}),
    metrics: createMetrics(options.metricsToken ?? null, importer.load),
    stopping: stopping.signal,
    underWay,
    log,
    clientDir: page ? client : null,
    allowHosts: [host, ...options.allowHosts],
  });
  const server = createServer(app);
  server.headersTimeout = 20_000;
  server.requestTimeout = 300_000;
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject).listen(port, host, resolve);
    });
  } catch (error) {
    await library.close();
    throw error;
  }
  await bulk.adopt();
  recheck.start();
  tidy.start();
  const adopting = setInterval(() => {
    bulk
      .adopt()
      .catch((error: unknown) => log.warn({ err: error }, "imports left behind were not looked for"));
    recheck.start();
    tidy.start();
  }, adoptEvery);
  adopting.unref();
  if (options.sample) {
    await bringSample(context).catch((error: unknown) =>
      log.warn({ err: error }, "the sample was not brought in"),
    );
  }
  const address = server.address() as AddressInfo;
  const shown = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return {
    url: `http://${shown}:${address.port}`,
    page,
    async close() {
      stopping.abort();
      clearInterval(adopting);
      const ended = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), patience);
      await ended;
      clearTimeout(timer);
      // Of clients that have hung up as well.
      await underWay.ended(patience);
      await library.close();
    },
  };
}
