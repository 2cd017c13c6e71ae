/**
 * The Express application as a value: everything it needs is handed in, it listens nowhere and keeps nothing
 * outside itself, so that any number can run side by side.
 */
import express, { type Express, type RequestHandler, Router } from "express";
import type { Logger } from "pino";
import { groupBy } from "../core/group-by.ts";
import { clientPages } from "./client-pages.ts";
import { type Caller, type Endpoint, methodNotAllowed, parsed, type Reply } from "./endpoint.ts";
import { notFound, problemHandler } from "./problem.ts";
import { sendReply } from "./reply.ts";
import { requestLog } from "./request-log.ts";
import type { Context } from "./routes/context.ts";
import { documentRoutes } from "./routes/documents.ts";
import { evidenceRoutes } from "./routes/evidence.ts";
import { exportRoutes } from "./routes/exports.ts";
import { importRoutes } from "./routes/imports.ts";
import { metaRoutes } from "./routes/meta.ts";
import { reviewRoutes } from "./routes/review.ts";
import { ruleRoutes } from "./routes/rules.ts";
import { versionRoutes } from "./routes/versions.ts";
import { hostGuard, originGuard, securityHeaders } from "./security.ts";

export interface AppOptions extends Context {
  readonly log: Logger;
  /** Folder of the built client, or null to serve the API only. */
  readonly clientDir: string | null;
  /** Host names besides localhost and IP addresses. */
  readonly allowHosts?: readonly string[];
  /** Ends the streams of events; a server that stops would wait for them. */
  readonly stopping?: AbortSignal;
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
    ...ruleRoutes(),
    ...reviewRoutes(context),
    ...importRoutes(context),
  ];
  return [...metaRoutes(context, routes), ...routes];
}

function checkAnswer(e: Endpoint, reply: Reply): void {
  const status = reply.kind === "json" ? (reply.status ?? 200) : reply.kind === "empty" ? 204 : 200;
  const answer = e.answers[status];
  if (answer === undefined) throw new Error(`${e.operation} answered ${status}, which it does not declare`);
  if (reply.kind !== "json" || answer.schema === undefined) return;
  // As it goes over the wire: fields that are undefined are not there.
  const result = answer.schema.safeParse(JSON.parse(JSON.stringify(reply.value)));
  if (!result.success) throw new Error(`${e.operation} broke its schema: ${result.error.message}`);
}

/** The media type without its parameters, in lower case; null when none is given. */
const mediaOf = (header = ""): string | null => /^[^;]*/.exec(header)?.[0].trim().toLowerCase() || null;

function handler(e: Endpoint, checkAnswers: boolean): RequestHandler {
  return async (request, response) => {
    const gone = new AbortController();
    response.on("close", () => {
      if (!response.writableFinished) gone.abort();
    });
    const reply = await e.handle({
      params: parsed(e.params, request.params, "address"),
      query: parsed(e.query, { ...request.query }, "query"),
      body: Buffer.isBuffer(request.body) ? request.body : new Uint8Array(),
      media: mediaOf(request.get("content-type")),
      contentType: request.get("content-type") ?? "",
      stream: request,
      caller: (response.locals.caller as Caller | undefined) ?? null,
      signal: gone.signal,
    });
    if (checkAnswers) checkAnswer(e, reply);
    await sendReply(request, response, reply);
  };
}

function apiRouter(endpoints: readonly Endpoint[], maxBytes: number, checkAnswers: boolean): Router {
  const router = Router();
  const body = express.raw({ type: () => true, limit: maxBytes });
  for (const [path, list] of groupBy(endpoints, (e) => e.path)) {
    const route = router.route(path.replace(/\{(\w+)\}/g, ":$1"));
    for (const e of list) {
      const parsers = e.body === undefined || e.body.stream ? [] : [body];
      route[e.method](...parsers, handler(e, checkAnswers));
    }
    route.all(methodNotAllowed(list.map((e) => e.method)));
  }
  return router;
}

/** Returns the application. */
export function createApp(options: AppOptions): Express {
  const { log, clientDir, allowHosts = [], maxBytes, checkAnswers = false } = options;
  const app = express();
  app.locals.stopping = options.stopping;
  app.disable("x-powered-by");
  app.disable("etag"); // set by reply.ts
  app.set("query parser", "simple");
  app.use(requestLog(log), securityHeaders(), hostGuard(allowHosts), originGuard);
  app.use("/api", apiRouter(endpointsOf(options), maxBytes, checkAnswers), notFound);
  if (clientDir !== null) app.use(clientPages(clientDir));
  app.use(notFound, problemHandler(log));
  return app;
}
