/** A request's body as a document to bring in: the file as it is, or text (or a file) with its bibliography in JSON. */
import { type Input, jsonBody, parsed } from "./endpoint.ts";
import type { ImportResult, Incoming } from "./import.ts";
import { Problem, type ProblemCode } from "./problem.ts";
import { requests } from "./schemas.ts";

/** Types of a body that is a file. What the bytes are is decided by the readers, from the bytes. */
const fileTypes =
  /^(?:text\/[\w.+-]+|application\/(?:octet-stream|pdf|xml|[\w.-]+\+xml|vnd\.openxmlformats-officedocument\.wordprocessingml\.document))$/;

/** What the body of an import or a preview may be, for the description. */
export const incomingBody = {
  description: "The file",
  media: {
    "application/octet-stream": null,
    "text/plain": null,
    "text/markdown": null,
    "text/html": null,
    "application/pdf": null,
    "application/xml": null,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": null,
    "application/json": requests.text,
  },
};

/** What may be wrong with such a body. */
export const incomingProblems = [
  "bad-request",
  "malformed-json",
  "cross-origin",
  "too-large",
  "unsupported-media-type",
  "unreadable",
] as const satisfies readonly ProblemCode[];

function fromJson(body: Uint8Array): Incoming {
  const given = parsed(requests.text, jsonBody(body), "body");
  return {
    name: given.name,
    bytes: "text" in given ? Buffer.from(given.text, "utf8") : Buffer.from(given.base64, "base64"),
    bibliography: given.bibliography.map((b) => ({ name: b.name, bytes: Buffer.from(b.text, "utf8") })),
  };
}

/** Returns the document in the request; its name is the one in the body, else the one in the address. */
export function incomingOf({
  body,
  media,
  query,
}: Pick<Input<unknown, { readonly name: string | null }>, "body" | "media" | "query">): Incoming {
  if (media === "application/json") {
    const incoming = fromJson(body);
    return { ...incoming, name: incoming.name ?? query.name };
  }
  if (media !== null && !fileTypes.test(media)) {
    throw new Problem("unsupported-media-type", {
      detail: `The body is ${media}.`,
      remedy: "Send the file as it is, with Content-Type: application/octet-stream.",
    });
  }
  return { bytes: body, name: query.name };
}

/** Returns the problem of a file that could not be read. */
export function unreadable({
  code,
  message,
  remedy,
  at,
}: Extract<ImportResult, { readonly ok: false }>["problem"]): Problem {
  const details = { detail: message, remedy, reason: code, ...(at === null ? {} : { at }) };
  if (code === "foreign") return new Problem("unsupported-media-type", details);
  if (code === "too-large" || code === "bomb") return new Problem("too-large", details);
  return new Problem("unreadable", details);
}
