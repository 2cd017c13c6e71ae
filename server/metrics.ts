/** What the server measures about itself, for Prometheus. No label holds a name, an id or a word of a document. */
import { timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "express";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { hashOf } from "./accounts/sessions.ts";
import { Problem } from "./problem.ts";

export interface Metrics {
  /** Counts and times every request, by the endpoint's path with its parameters in braces. */
  readonly observe: RequestHandler;
  /** Answers with everything measured; to this machine, or to a caller with the token. */
  readonly answer: RequestHandler;
}

/** What the pool tells when it is asked. */
export interface PoolLoad {
  readonly working: number;
  readonly waiting: number;
}

const seconds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

const loopback = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** Returns the metrics of one server. `token` opens them to other machines; null keeps them to this one. */
export function createMetrics(token: string | null, load: () => PoolLoad): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "footing_" });
  const registers = [registry];
  const requests = new Counter({
    name: "footing_http_requests_total",
    help: "Requests answered",
    labelNames: ["method", "route", "status"],
    registers,
  });
  const times = new Histogram({
    name: "footing_http_request_duration_seconds",
    help: "Time to the end of the answer",
    labelNames: ["method", "route"],
    buckets: seconds,
    registers,
  });
  for (const [name, help] of [
    ["working", "Documents that were handed to threads and are not done"],
    ["waiting", "Documents among them that wait for a thread"],
  ] as const) {
    new Gauge({
      name: `footing_documents_${name}`,
      help,
      registers,
      collect() {
        this.set(load()[name]);
      },
    });
  }
  return {
    observe(request, response, next) {
      const start = performance.now();
      response.on("close", () => {
        const route = typeof response.locals.route === "string" ? response.locals.route : "other";
        const { method } = request;
        times.observe({ method, route }, (performance.now() - start) / 1000);
        requests.inc({ method, route, status: String(response.statusCode) });
      });
      next();
    },
    async answer(request, response) {
      const given = /^Bearer +(\S{1,500})$/i.exec(request.get("authorization") ?? "")?.[1];
      const fits =
        token !== null &&
        given !== undefined &&
        timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(hashOf(token)));
      // A proxy on this machine speaks for others.
      const proxied = request.get("x-forwarded-for") !== undefined || request.get("forwarded") !== undefined;
      const here = loopback.test(request.socket.remoteAddress ?? "") && !proxied;
      if (!fits && !here) {
        throw new Problem("forbidden", {
          detail: "The metrics are for this machine.",
          remedy: "Send the token that the server got as FOOTING_METRICS_TOKEN (Authorization: Bearer …).",
        });
      }
      response
        .set("Content-Type", registry.contentType)
        .set("Cache-Control", "no-store")
        .send(await registry.metrics());
    },
  };
}
