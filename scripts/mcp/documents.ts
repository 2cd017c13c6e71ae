/** The documents that an assistant has had parsed, in memory and nowhere else; the oldest go when there are many. */
import { basename } from "node:path";
import { analyse } from "../../core/analyse.ts";
import type { Analysis, Source, Statement } from "../../core/model.ts";
import { readDocument } from "../../core/read/index.ts";
import { InputError } from "../cli/errors.ts";

const mostKept = 20;

export interface Documents {
  /** Reads and keeps a document. Throws an `InputError` with the reader's reason. */
  add(bytes: Uint8Array, path: string | null): Promise<Analysis>;
  /** Throws an `InputError` for a document that is not kept. */
  get(id: string): Analysis;
}

/** Returns an empty store. */
export function createDocuments(): Documents {
  const kept = new Map<string, Analysis>();
  return {
    async add(bytes, path) {
      const result = await readDocument(bytes, { name: path === null ? null : basename(path) });
      if (!result.ok) throw new InputError(result.problem.message, result.problem.remedy);
      const analysis = analyse(result.document);
      kept.delete(analysis.document.id);
      kept.set(analysis.document.id, analysis);
      for (const id of kept.keys()) if (kept.size > mostKept) kept.delete(id);
      return analysis;
    },
    get(id) {
      const analysis = kept.get(id);
      if (analysis !== undefined) return analysis;
      throw new InputError(
        `there is no document "${id}"`,
        "Parse it first: parse_text and parse_file give the id.",
      );
    },
  };
}

/** Returns the claims that a number or an id names. Throws an `InputError` where there is none, or several. */
export function claimOf({ statements }: Analysis, ref: string): Statement {
  const found = statements.filter((s) => s.kind === "claim" && (s.id === ref || s.label === ref));
  const [claim] = found;
  if (claim === undefined)
    throw new InputError(`there is no claim "${ref}"`, "parse_text and parse_file list the claims.");
  if (found.length > 1)
    throw new InputError(
      `"${ref}" names ${found.length} claims`,
      `Ask by id: ${found.map((s) => s.id).join(", ")}.`,
    );
  return claim;
}

/** Returns the source that a key or an id names. Throws an `InputError` where there is none. */
export function sourceOf({ sources }: Analysis, ref: string): Source {
  const found = sources.find((s) => s.id === ref || s.key === ref);
  if (found !== undefined) return found;
  throw new InputError(
    `there is no source "${ref}"`,
    `The sources are ${sources.map((s) => s.key).join(", ") || "none"}.`,
  );
}
