/**
 * An endpoint as data: address, schemas and handler. The same record validates the request, describes itself in
 * OpenAPI and is mounted on Express, so that the three cannot drift apart.
 */
import type { Request, RequestHandler } from "express";
import { z } from "zod";
import { Problem, type ProblemCode } from "./problem.ts";
import type { Role } from "./roles.ts";

/** What a handler gives back; `reply.ts` puts it on the wire. */
export type Reply =
  | {
      readonly kind: "json";
      readonly value: unknown;
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: "file";
      readonly body: string | Uint8Array;
      readonly media: string;
      /** Offers the answer as a download under this name. */
      readonly filename?: string;
    }
  /** A value that is JSON already, with the tag of its bytes. */
  | { readonly kind: "json-text"; readonly body: string; readonly etag: string }
  /** JSON that is stored compressed: served as it lies to clients that take gzip. */
  | { readonly kind: "stored"; readonly gzip: Uint8Array; readonly hash: string }
  /** Server-sent events, until the client or the server ends them. `open` returns what ends the sending. */
  | { readonly kind: "events"; open(send: (data: unknown) => void): () => void }
  | { readonly kind: "empty" };

/** One answer that an endpoint gives, for the description. A schema stands for JSON. */
export interface Answer {
  readonly description: string;
  readonly media?: string;
  readonly schema?: z.ZodType;
}

export interface Input<P, Q> {
  readonly params: P;
  readonly query: Q;
  /** The body's bytes; empty without one. */
  readonly body: Uint8Array;
  /** Media type of the body without its parameters, or null. */
  readonly media: string | null;
  /** The `If-Match` header, or null. */
  readonly ifMatch: string | null;
  /** Who asks; null where accounts are off. */
  readonly caller: Caller | null;
  /** The whole Content-Type, or "". */
  readonly contentType: string;
  /** The request itself: for the body as it comes, where the endpoint takes it so, and for its session. */
  readonly request: Request;
  /** Returns the signal that is aborted when the client goes before it got its answer; most endpoints need none. */
  signal(): AbortSignal;
}

/** The account that a request comes from, as the session or the token says. */
export interface Caller {
  readonly name: string;
  readonly role: Role;
  /** The account reviews blind: of others' verdicts it sees those on subjects it has judged. */
  readonly blind: boolean;
}

export interface Endpoint<P extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType> {
  readonly method: "get" | "post" | "put" | "delete";
  /** With parameters in braces, as OpenAPI writes them. */
  readonly path: string;
  readonly operation: string;
  readonly summary: string;
  readonly description?: string;
  /** Who may ask, where accounts are on: readers may read, reviewers change; missing means by the method. */
  readonly role?: Role | "anyone";
  readonly params: P;
  readonly query: Q;
  readonly body?: {
    readonly description: string;
    readonly media: Readonly<Record<string, z.ZodType | null>>;
    /** The handler reads the body itself, because it may be larger than memory. */
    readonly stream?: true;
  };
  readonly answers: Readonly<Record<number, Answer>>;
  readonly problems: readonly ProblemCode[];
  handle(input: Input<z.output<P>, z.output<Q>>): Reply | Promise<Reply>;
}

export const none = z.strictObject({});

/** Returns the endpoint unchanged; its handler is typed by its own schemas. */
export function endpoint<P extends z.ZodType, Q extends z.ZodType>(e: Endpoint<P, Q>): Endpoint {
  return e as unknown as Endpoint;
}

/** Returns the value of a JSON body, or throws the problem. */
export function jsonBody(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch (error) {
    throw new Problem("malformed-json", (error as Error).message);
  }
}

/** Returns the value as the schema reads it, or throws the problem with one line for each fault. */
export function parsed<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.map((issue) => ({
    path: [...issue.path].map(String).join("."),
    message: issue.message,
  }));
  const first = errors[0]!;
  throw new Problem("bad-request", {
    detail: `${what}: ${first.path === "" ? "" : `${first.path}: `}${first.message}`,
    errors,
  });
}

/** Returns the problem for a method that the address does not take. */
export function methodNotAllowed(methods: readonly string[]): RequestHandler {
  const allow = ["OPTIONS", ...methods.flatMap((m) => (m === "get" ? ["GET", "HEAD"] : [m.toUpperCase()]))]
    .sort()
    .join(", ");
  return (request, response) => {
    response.set("Allow", allow);
    if (request.method === "OPTIONS") {
      response.status(204).end();
      return;
    }
    throw new Problem("method-not-allowed", `${request.method} is not among ${allow}.`, {
      headers: { Allow: allow },
    });
  };
}
