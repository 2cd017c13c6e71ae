/**
 * Who may talk to the server: response headers, the Host check against DNS rebinding and the Origin check
 * against requests forged by other sites. Knows nothing of accounts.
 */
import { IncomingMessage, ServerResponse } from "node:http";
import { isIP, Socket } from "node:net";
import type { RequestHandler } from "express";
import helmet from "helmet";
import { Problem } from "./problem.ts";

/** A page may load scripts, styles and pictures from here only, and no inline script runs. */
function protections(): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // Sigma reads its pictures of nodes back from blobs; the page draws downloads as data.
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // The server speaks plain HTTP, mostly on loopback; TLS and HSTS belong to the proxy in front of it.
    strictTransportSecurity: false,
    referrerPolicy: { policy: "no-referrer" },
    xFrameOptions: { action: "deny" },
  });
}

/**
 * Returns the handler that sets the headers. They are the same for every answer: helmet makes them once, where it
 * would go through a dozen handlers for each request.
 */
export function securityHeaders(): RequestHandler {
  const request = new IncomingMessage(new Socket());
  const made = new ServerResponse(request);
  protections()(request, made, (error) => {
    if (error !== undefined) throw error;
  });
  const headers = Object.entries(made.getHeaders()) as readonly (readonly [string, string])[];
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

/** The name in a Host header, without its port: "[::1]:4600" → "::1". Null when there is none. */
function hostName(header: string | undefined): string | null {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]+))(?::\d{1,5})?$/i.exec(header ?? "");
  return (match?.[1] ?? match?.[2])?.toLowerCase() ?? null;
}

/**
 * Refuses requests for host names that are not ours. An attacker's page can make its own name point at this
 * machine, and the browser then sends that name; an IP address cannot be made to point elsewhere, so any is fine.
 */
export function hostGuard(names: readonly string[]): RequestHandler {
  const ours = new Set(["localhost", ...names.map((n) => n.toLowerCase())]);
  return (request, _response, next) => {
    const name = hostName(request.headers.host);
    if (name !== null && (isIP(name) !== 0 || ours.has(name))) return next();
    throw new Problem("wrong-host", {
      detail: `The request was sent to "${request.headers.host ?? ""}".`,
      remedy: "Open the address the server printed, or start it with --allow-host for this name.",
    });
  };
}

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses changes asked for by pages of another origin. Browsers send `Origin` with every such request;
 * programs such as curl send none and are let through.
 */
export const originGuard: RequestHandler = (request, _response, next) => {
  if (safeMethods.has(request.method)) return next();
  const { origin, host } = request.headers;
  const site = request.headers["sec-fetch-site"];
  const own = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
  if (own && (site === undefined || site === "same-origin" || site === "none")) return next();
  throw new Problem("cross-origin", {
    detail: `A page of ${origin ?? "another site"} asked for a change.`,
    remedy: "Use the page this server serves, or a program that sends no Origin header.",
  });
};
