/** Puts a handler's reply on the wire: ETag by content hash (Express answers 304 from it), downloads by name. */
import { hash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Request, Response } from "express";
import type { Reply } from "./endpoint.ts";
import { Problem } from "./problem.ts";

const unzip = promisify(gunzip);

/** Returns a strong ETag: the same bytes have the same tag on every server. */
export function etagOf(body: string | Uint8Array): string {
  return `"${hash("sha256", body, "base64url").slice(0, 27)}"`;
}

/**
 * Throws the problem when the client names another state than the one at hand (RFC 9110, 13.1.1). `value` is what a
 * GET of the same address would answer with.
 */
export function requireMatch(ifMatch: string | null, value: unknown): void {
  if (ifMatch === null || ifMatch.trim() === "*") return;
  const tags = ifMatch.split(",").map((tag) => tag.trim());
  if (tags.includes(etagOf(JSON.stringify(value)))) return;
  throw new Problem("precondition-failed", {
    detail: "If-Match names another state than the one at hand.",
    remedy: "Ask for it again, and decide on what it is now.",
  });
}

/** RFC 6266 with RFC 5987 for names beyond ASCII. */
function attachment(filename: string): string {
  const plain = filename.replace(/[^\w.() -]/g, "_");
  const full = encodeURIComponent(Buffer.from(filename).toString()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}

/** Private and checked every time: a library changes, and its texts are nobody else's business. */
const cache = "private, no-cache";

/** What `response.send` would do, without reading every header again: most answers go through here. */
function sendJson(
  request: Request,
  response: Response,
  body: string | Uint8Array,
  etag = etagOf(body),
): void {
  response.setHeader("ETag", etag);
  response.setHeader("Cache-Control", cache);
  if (request.headers["if-none-match"] !== undefined && request.fresh) {
    response.status(304).end();
    return;
  }
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.setHeader("Content-Length", Buffer.byteLength(body));
  if (request.method === "HEAD") response.end();
  else response.end(body);
}

/** How often a silent stream shows that it is alive, in milliseconds: below the patience of common proxies. */
const heartbeat = 20_000;

/** A client that reads nothing is let go before its unread messages fill the memory. */
const unreadLimit = 64 * 1024;

function sendEvents(response: Response, open: (send: (data: unknown) => void) => () => void): void {
  response.set({
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
  });
  response.flushHeaders();
  const write = (text: string) => {
    if (response.writableLength > unreadLimit) response.destroy();
    else if (!response.writableEnded && !response.destroyed) response.write(text);
  };
  write("retry: 2000\n\n");
  const timer = setInterval(() => write(": \n\n"), heartbeat);
  const stopping = response.app.locals.stopping as AbortSignal | undefined;
  const end = () => response.end();
  stopping?.addEventListener("abort", end);
  const stop = open((data) => write(`data: ${JSON.stringify(data)}\n\n`));
  response.on("close", () => {
    clearInterval(timer);
    stopping?.removeEventListener("abort", end);
    stop();
  });
}

/** Sends the reply. */
export async function sendReply(request: Request, response: Response, reply: Reply): Promise<void> {
  switch (reply.kind) {
    case "json":
      response.status(reply.status ?? 200).set(reply.headers ?? {});
      return sendJson(request, response, JSON.stringify(reply.value));
    case "json-text":
      return sendJson(request, response, reply.body, reply.etag);
    case "file":
      if (reply.filename !== undefined) response.setHeader("Content-Disposition", attachment(reply.filename));
      // Express adds the charset that a text lacks.
      response.set("Content-Type", reply.media).set("ETag", etagOf(reply.body)).set("Cache-Control", cache);
      response.send(typeof reply.body === "string" ? reply.body : Buffer.from(reply.body));
      return;
    case "stored": {
      response.vary("Accept-Encoding");
      // Two encodings of one resource are two representations and need two strong tags (RFC 9110, 8.8.3.3).
      const tag = reply.hash.slice(0, 40);
      if (request.acceptsEncodings(["gzip", "identity"]) === "gzip") {
        response.setHeader("Content-Encoding", "gzip");
        return sendJson(request, response, reply.gzip, `"${tag}-gzip"`);
      }
      return sendJson(request, response, await unzip(reply.gzip), `"${tag}"`);
    }
    case "events":
      return sendEvents(response, reply.open);
    case "empty":
      response.status(204).end();
      return;
    default:
      reply satisfies never;
  }
}
