/** For whoever keeps the server running: whether it lives, and whether it should get requests. */
import type { RequestHandler } from "express";
import type { Store } from "./store/store.ts";

/** Milliseconds that the library may take to answer. */
const patience = 5_000;

const within = <T>(promise: Promise<T>): Promise<T> =>
  Promise.race([
    promise,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error("the library does not answer")), patience).unref();
    }),
  ]);

/**
 * Returns `/healthz` (200 as long as the process answers) and `/readyz` (503 while the library does not answer or the
 * server is stopping). Both come before the check of the host name: probes ask by address or by any name.
 */
export function probes(store: Store, stopping: AbortSignal | undefined): RequestHandler {
  const ready: RequestHandler = async (_request, response) => {
    response.set("Cache-Control", "no-store").type("text");
    if (stopping?.aborted) {
      response.status(503).send("stopping\n");
      return;
    }
    try {
      await within(store.ping());
      response.send("ready\n");
    } catch {
      response.status(503).send("the library does not answer\n");
    }
  };
  return (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    switch (request.path) {
      case "/healthz":
        response.set("Cache-Control", "no-store").type("text").send("ok\n");
        return;
      case "/readyz":
        return ready(request, response, next);
      default:
        next();
    }
  };
}
