/**
 * Every error the API answers with, as `application/problem+json` (RFC 9457), and the one place where errors
 * become answers. Faults of our own are logged whole and shown as "internal" only.
 */
import type { ErrorRequestHandler, RequestHandler, Response } from "express";
import type { Logger } from "pino";
import { Busy, Stopped } from "./jobs/importer.ts";
import { StoreError } from "./store/store.ts";

/** Code → status and title. The address `/api/problems/{code}` is the problem's type. */
export const problems = {
  "bad-request": [400, "The request is not well formed"],
  "malformed-json": [400, "The body is not valid JSON"],
  "not-yours": [403, "Another reviewer wrote this"],
  "login-required": [401, "The library asks who you are"],
  forbidden: [403, "You may not do this"],
  "cross-origin": [403, "A page of another site may not do this"],
  "not-found": [404, "There is nothing at this address"],
  "document-not-found": [404, "No such document in the library"],
  "claim-not-found": [404, "No such claim in this document"],
  "source-not-found": [404, "No such source in this document"],
  "work-not-found": [404, "No such source in the library"],
  "merge-not-found": [404, "No such merge"],
  "sample-not-found": [404, "No such sample"],
  "import-not-found": [404, "No such import"],
  "account-not-found": [404, "No such account"],
  "accounts-off": [404, "This server has its accounts off"],
  "format-not-found": [404, "No such export format"],
  "method-not-allowed": [405, "This address does not take that method"],
  "event-conflict": [409, "An event with this id was recorded with other content"],
  "merge-exists": [409, "Something was decided about the two before"],
  "account-exists": [409, "There is such an account already"],
  "last-admin": [409, "The library would be left without an admin"],
  ambiguous: [409, "The label names more than one thing"],
  "precondition-failed": [412, "It has changed since you saw it"],
  "too-large": [413, "The file is too large"],
  "unsupported-media-type": [415, "The body's type is not one Footing reads"],
  "wrong-host": [421, "This server does not answer for that host name"],
  "subject-not-found": [422, "The event speaks of something this version does not have"],
  unreadable: [422, "The file cannot be read"],
  "too-many-requests": [429, "More requests than the server takes from one address"],
  stopped: [503, "The work was stopped before anything was written"],
  busy: [503, "More work waits than the server takes"],
  inconsistent: [500, "The engine made an analysis that contradicts itself; nothing was stored"],
  internal: [500, "Something went wrong inside Footing"],
  "store-unreachable": [503, "The library's database does not answer"],
  "store-unwritable": [507, "The library cannot be written"],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>;

export type ProblemCode = keyof typeof problems;

export interface FieldError {
  readonly path: string;
  readonly message: string;
}

export interface ProblemDetails {
  readonly detail: string;
  /** What to do about it. */
  readonly remedy?: string;
  /** For files: offset of the trouble, where known. */
  readonly at?: number;
  readonly errors?: readonly FieldError[];
  /** Ids to choose from. */
  readonly candidates?: readonly string[];
  /** Reason in one word, for programs. */
  readonly reason?: string;
}

/** Thrown by handlers; becomes the answer. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    details: ProblemDetails | string,
    options: { readonly headers?: Readonly<Record<string, string>>; readonly cause?: unknown } = {},
  ) {
    const full = typeof details === "string" ? { detail: details } : details;
    super(full.detail, { cause: options.cause });
    this.name = "Problem";
    this.code = code;
    this.details = full;
    this.headers = options.headers ?? {};
  }
}

/** Returns the body of a problem. */
export function toBody(problem: Problem, instance: string, requestId: string) {
  const [status, title] = problems[problem.code];
  return {
    type: `/api/problems/${problem.code}`,
    title,
    status,
    ...problem.details,
    code: problem.code,
    instance,
    requestId,
  };
}

function send(response: Response, problem: Problem): void {
  const body = toBody(problem, response.req.originalUrl.split("?", 1)[0]!, String(response.locals.requestId));
  response
    .status(body.status)
    .set(problem.headers)
    .set("Cache-Control", "no-store")
    .type("application/problem+json")
    .send(JSON.stringify(body));
}

/** Errors of body-parser and the router carry a `type` or a status below 500. */
interface HttpError extends Error {
  readonly type?: string;
  readonly status?: number;
  readonly limit?: number;
}

/** Returns the problem behind anything that was thrown. */
function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StoreError) {
    switch (error.code) {
      case "bad-cursor":
        return new Problem("bad-request", {
          detail: error.message,
          errors: [{ path: "after", message: error.message }],
        });
      case "missing":
        return new Problem("document-not-found", {
          detail: error.message,
          remedy: "GET /api/documents lists what there is.",
        });
      case "changed":
        return new Problem("precondition-failed", {
          detail: error.message,
          remedy: "Look at it as it is now, and decide again.",
        });
      case "event-conflict":
        return new Problem("event-conflict", {
          detail: error.message,
          remedy: "Send what changed as an event of its own, with a new id.",
        });
      case "merge-exists":
        return new Problem("merge-exists", {
          detail: error.message,
          remedy:
            "Look at the two as they are now; POST /api/merges/{merge} decides about a merge that is there.",
        });
      case "unknown-subject":
        return new Problem("subject-not-found", {
          detail: error.message,
          remedy: "Send the event to the version it was written on; GET …/versions lists them.",
        });
      case "not-yours":
        return new Problem("not-yours", {
          detail: error.message,
          remedy: "Reviewers who differ record an agreement.",
        });
      case "inconsistent":
        return new Problem(
          "inconsistent",
          { detail: "The engine contradicts itself about this document.", remedy: "Report the document." },
          { cause: error },
        );
      case "unwritable":
        return new Problem("store-unwritable", {
          detail: error.message,
          remedy: "Make room on the disk, or check its permissions.",
        });
      case "unreachable":
        return new Problem(
          "store-unreachable",
          {
            detail: "The library's database does not answer.",
            remedy: "Try again; look after the database.",
          },
          { headers: { "Retry-After": "5" }, cause: error },
        );
      case "unusable":
        return new Problem("internal", "The library cannot be used.", { cause: error });
      default:
        return error.code satisfies never;
    }
  }
  if (error instanceof Stopped) {
    return new Problem("stopped", { detail: "The import was stopped.", remedy: "Send the file again." });
  }
  if (error instanceof Busy) {
    return new Problem(
      "busy",
      { detail: error.message, remedy: "Send the file again in a few seconds." },
      { headers: { "Retry-After": "5" } },
    );
  }
  const { type, status, limit, message } = (error instanceof Error ? error : {}) as Partial<HttpError>;
  if (type === "entity.too.large") return tooLarge(limit ?? 0);
  if (type === "entity.parse.failed") return new Problem("malformed-json", String(message));
  if (type === "encoding.unsupported" || type === "charset.unsupported") {
    return new Problem("unsupported-media-type", String(message));
  }
  if (status !== undefined && status >= 400 && status < 500)
    return new Problem("bad-request", String(message));
  return new Problem("internal", "The fault is in Footing, not in the request.", { cause: error });
}

/** Returns the problem of a body beyond the limit, in bytes. */
export function tooLarge(
  limit: number,
  remedy = "Split the document into parts, or start the server with a larger --max-mb.",
): Problem {
  const mebibytes = (limit / (1024 * 1024)).toFixed(limit < 1024 * 1024 ? 3 : 0);
  return new Problem("too-large", {
    detail: `The body is larger than ${limit} bytes (${mebibytes} MiB).`,
    remedy,
  });
}

/** The last handler: turns whatever was thrown into a problem, and logs our own faults. */
export function problemHandler(log: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    // Stopped because the client has hung up: nobody's fault, and nobody to tell.
    if (error instanceof Stopped && response.closed) return;
    const problem = toProblem(error);
    if (problems[problem.code][0] >= 500) {
      log.error(
        { err: problem.cause ?? error, requestId: response.locals.requestId, path: request.path },
        "fault",
      );
    }
    if (response.headersSent) {
      next(error);
      return;
    }
    send(response, problem);
  };
}

/** Behind all routes. */
export const notFound: RequestHandler = (request) => {
  throw new Problem("not-found", {
    detail: `Nothing answers at ${request.originalUrl.split("?", 1)[0]}.`,
    remedy: "GET /api/openapi.json lists every address.",
  });
};
