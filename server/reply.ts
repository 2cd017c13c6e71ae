/** Puts a handler's reply on the wire: ETag by content hash (Express answers 304 from it), downloads by name. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Request, Response } from "express";
import type { Reply } from "./endpoint.ts";
import { Problem } from "./problem.ts";

const unzip = promisify(gunzip);

/** Returns a strong ETag: the same bytes have the same tag on every server. */
export function etagOf(body: string | Uint8Array): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
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

function sendBody(response: Response, body: string | Uint8Array, etag = etagOf(body)): void {
  response.set("ETag", etag);
  // Private and checked every time: a library changes, and its texts are nobody else's business.
  response.set("Cache-Control", "private, no-cache");
  response.send(typeof body === "string" ? body : Buffer.from(body));
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
    else response.write(text);
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
      response.type("application/json");
      return sendBody(response, JSON.stringify(reply.value));
    case "json-text":
      response.type("application/json");
      return sendBody(response, reply.text);
    case "file":
      if (reply.filename !== undefined) response.set("Content-Disposition", attachment(reply.filename));
      response.set("Content-Type", reply.media);
      return sendBody(response, reply.body);
    case "stored": {
      response.type("application/json").vary("Accept-Encoding");
      // Two encodings of one resource are two representations and need two strong tags (RFC 9110, 8.8.3.3).
      if (request.acceptsEncodings(["gzip", "identity"]) === "gzip") {
        response.set("Content-Encoding", "gzip");
        return sendBody(response, reply.gzip, `"${reply.hash.slice(0, 40)}-gzip"`);
      }
      return sendBody(response, await unzip(reply.gzip), `"${reply.hash.slice(0, 40)}"`);
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
