/**
 * The Express application as a value: everything it needs is handed in, it listens nowhere and keeps nothing
 * outside itself, so that any number can run side by side.
 */
import express, { type Express, type RequestHandler, type Response, Router } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import type { Logger } from "pino";
import { groupBy } from "../core/group-by.ts";
import { identify, requireRole, roleOf } from "./accounts/guard.ts";
import { loginRoutes } from "./accounts/login.ts";
import { clientPages } from "./client-pages.ts";
import { type Caller, type Endpoint, methodNotAllowed, parsed, type Reply } from "./endpoint.ts";
import { Answers } from "./kept.ts";
import type { Metrics } from "./metrics.ts";
import { probes } from "./probes.ts";
import { notFound, Problem, problemHandler } from "./problem.ts";
import { sendReply } from "./reply.ts";
import { requestLog } from "./request-log.ts";
import { accountRoutes } from "./routes/accounts.ts";
import type { Context } from "./routes/context.ts";
import { documentRoutes } from "./routes/documents.ts";
import { evidenceRoutes } from "./routes/evidence.ts";
import { exportRoutes } from "./routes/exports.ts";
import { importRoutes } from "./routes/imports.ts";
import { libraryRoutes } from "./routes/library.ts";
import { metaRoutes } from "./routes/meta.ts";
import { retractionRoutes } from "./routes/retractions.ts";
import { reviewRoutes } from "./routes/review.ts";
import { ruleRoutes } from "./routes/rules.ts";
import { versionRoutes } from "./routes/versions.ts";
import { hostGuard, originGuard, securityHeaders } from "./security.ts";
import type { UnderWay } from "./under-way.ts";

export interface AppOptions extends Omit<Context, "answers"> {
  /** Bytes of answers that are kept to be given again; 0 keeps none. */
  readonly keptBytes?: number;
  readonly log: Logger;
  /** Folder of the built client, or null to serve the API only. */
  readonly clientDir: string | null;
  /** Host names besides localhost and IP addresses. */
  readonly allowHosts?: readonly string[];
  /** Whether one proxy stands in front and says who the client is. */
  readonly behindProxy?: boolean;
  /** Requests a minute from one address; no limit when missing. */
  readonly requestsPerMinute?: number;
  readonly metrics?: Metrics;
  /** Ends the streams of events; a server that stops would wait for them. */
  readonly stopping?: AbortSignal;
  /** Learns of every request that is being answered. */
  readonly underWay?: UnderWay;
  /** Holds every answer against its schema and throws on a breach. For tests: it costs time. */
  readonly checkAnswers?: boolean;
}

/** Returns every endpoint of the API, in the order of its description. */
export function endpointsOf(context: Context): readonly Endpoint[] {
  const routes = [
    ...versionRoutes(context),
    ...documentRoutes(context),
    ...evidenceRoutes(context),
    ...exportRoutes(context),
    ...libraryRoutes(context),
    ...retractionRoutes(context),
    ...ruleRoutes(),
    ...reviewRoutes(context),
    ...importRoutes(context),
    ...accountRoutes(context),
  ];
  return [...metaRoutes(context, routes), ...routes];
}

function checkAnswer(e: Endpoint, reply: Reply): void {
  const status = reply.kind === "json" ? (reply.status ?? 200) : reply.kind === "empty" ? 204 : 200;
  const answer = e.answers[status];
  if (answer === undefined) throw new Error(`${e.operation} answered ${status}, which it does not declare`);
  if ((reply.kind !== "json" && reply.kind !== "json-text") || answer.schema === undefined) return;
  // As it goes over the wire: fields that are undefined are not there.
  const result = answer.schema.safeParse(
    JSON.parse(reply.kind === "json" ? JSON.stringify(reply.value) : reply.body),
  );
  if (!result.success) throw new Error(`${e.operation} broke its schema: ${result.error.message}`);
}

/** The media type without its parameters, in lower case; null when none is given. */
const mediaOf = (header = ""): string | null => /^[^;]*/.exec(header)?.[0].trim().toLowerCase() || null;

/** Aborted when the client goes before it got its answer. */
function goneSignal(response: Response): AbortSignal {
  const gone = new AbortController();
  if (response.closed) gone.abort();
  else
    response.once("close", () => {
      if (!response.writableFinished) gone.abort();
    });
  return gone.signal;
}

function handler(e: Endpoint, { checkAnswers = false, underWay }: AppOptions): RequestHandler {
  return async (request, response) => {
    const caller = (response.locals.caller as Caller | undefined) ?? null;
    const answer = e.handle({
      params: parsed(e.params, request.params, "address"),
      query: parsed(e.query, { ...request.query }, "query"),
      body: Buffer.isBuffer(request.body) ? request.body : new Uint8Array(),
      ifMatch: request.get("if-match") ?? null,
      media: mediaOf(request.get("content-type")),
      contentType: request.get("content-type") ?? "",
      request,
      caller,
      signal: () => goneSignal(response),
    });
    const reply = await (underWay?.of(answer) ?? answer);
    if (checkAnswers) checkAnswer(e, reply);
    await sendReply(request, response, reply);
  };
}

/** Lets the caller through to the endpoint, or not; and names the endpoint for the metrics. */
function admission(e: Endpoint, { withAccounts }: AppOptions): RequestHandler {
  return (_request, response, next) => {
    response.locals.route = e.path;
    if (withAccounts) requireRole((response.locals.caller as Caller | undefined) ?? null, roleOf(e));
    next();
  };
}

function apiRouter(endpoints: readonly Endpoint[], options: AppOptions): Router {
  const router = Router();
  const body = express.raw({ type: () => true, limit: options.maxBytes });
  for (const [path, list] of groupBy(endpoints, (e) => e.path)) {
    const route = router.route(path.replace(/\{(\w+)\}/g, ":$1"));
    for (const e of list) {
      const parsers = e.body === undefined || e.body.stream ? [] : [body];
      // The role is asked for before the body is read.
      route[e.method](admission(e, options), ...parsers, handler(e, options));
    }
    route.all(methodNotAllowed(list.map((e) => e.method)));
  }
  return router;
}

/** Returns the handlers as one: the router's way from each to the next costs as much as they do. */
const inTurn =
  (handlers: readonly RequestHandler[]): RequestHandler =>
  (request, response, next) => {
    let at = 0;
    const step = (error?: unknown): void => {
      const handler = error === undefined ? handlers[at++] : undefined;
      if (handler === undefined) next(error);
      else handler(request, response, step);
    };
    step();
  };

/** Sends people who ask for a page and have not signed in to where they can. */
const signInFirst: RequestHandler = (request, response, next) => {
  const page = request.path === "/" || request.path === "/index.html";
  if (!page || response.locals.caller !== undefined) return next();
  response.set("Cache-Control", "no-store").redirect(303, "/login");
};

/** Refuses an address that asks too much. Signed-in pages of one office may share an address. */
const throttle = (perMinute: number): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ""),
    handler: () => {
      throw new Problem("too-many-requests", {
        detail: `More than ${perMinute} requests a minute came from this address.`,
        remedy: "Wait a minute, or start the server with a higher --rate.",
      });
    },
  });

const usualKeptBytes = 64 * 1024 * 1024;

/** Returns the application. */
export async function createApp(options: AppOptions): Promise<Express> {
  const { log, clientDir, allowHosts = [], withAccounts, store, metrics } = options;
  const answers = new Answers(options.keptBytes ?? usualKeptBytes);
  const app = express();
  app.locals.stopping = options.stopping;
  app.disable("x-powered-by");
  app.disable("etag"); // set by reply.ts
  app.set("query parser", "simple");
  app.set("trust proxy", options.behindProxy ? 1 : false);
  const observe = metrics === undefined ? [] : [metrics.observe];
  app.use(inTurn([requestLog(log), ...observe, securityHeaders(), probes(store, options.stopping)]));
  const host = hostGuard(allowHosts);
  if (metrics !== undefined) app.get("/metrics", host, metrics.answer);
  app.use(inTurn([host, originGuard]));
  if (options.requestsPerMinute !== undefined) app.use(throttle(options.requestsPerMinute));
  if (withAccounts) {
    app.use(...(await identify(store.accounts, { now: () => options.now().getTime(), cookie: "footing" })));
    app.use(loginRoutes(store.accounts));
  }
  app.use("/api", apiRouter(endpointsOf({ ...options, answers }), options), notFound);
  if (withAccounts) app.use(signInFirst);
  if (clientDir !== null) app.use(clientPages(clientDir));
  app.use(notFound, problemHandler(log));
  return app;
}
