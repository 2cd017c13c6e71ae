/** A request id and one log line for every request. Never logs a body, a query or any text of a document. */
import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "pino";

const acceptable = /^[\w.-]{1,64}$/;

/** Returns the handler; a caller's `X-Request-Id` is kept when it is a plain token, so that chains can be followed. */
export function requestLog(log: Logger): RequestHandler {
  const wanted = log.isLevelEnabled("info");
  return (request, response, next) => {
    const given = request.get("x-request-id");
    const requestId = given !== undefined && acceptable.test(given) ? given : randomUUID();
    response.locals.requestId = requestId;
    response.setHeader("X-Request-Id", requestId);
    if (!wanted) return next();
    const start = performance.now();
    const { method, path } = request;
    response.on("close", () => {
      log.info(
        {
          requestId,
          method,
          path,
          status: response.statusCode,
          ms: Math.round((performance.now() - start) * 10) / 10,
          bytes: Number(response.get("content-length") ?? 0),
          aborted: !response.writableFinished,
        },
        "request",
      );
    });
    next();
  };
}
