/** Which part of a document an export is asked for: sources by key or id, claims by number or id. */
import type { Selection } from "../../core/export/index.ts";
import type { Analysis } from "../../core/model.ts";
import { InputError } from "../cli/errors.ts";

export interface Wanted {
  readonly source?: readonly string[];
  readonly claim?: readonly string[];
}

/** Returns the ids that the words name. Throws an `InputError` for one that names nothing in this document. */
export function selectionOf(analysis: Analysis, name: string, { source, claim }: Wanted): Selection {
  const claims = analysis.statements.filter((s) => s.kind === "claim");
  return {
    sources: source?.map((ref) => {
      const found = analysis.sources.find((s) => s.id === ref || s.key === ref);
      if (found !== undefined) return found.id;
      const keys = analysis.sources.map((s) => s.key).join(", ");
      throw new InputError(`${name}: has no source "${ref}"`, `Its sources are ${keys || "none"}.`);
    }),
    claims: claim?.flatMap((ref) => {
      const found = claims.filter((s) => s.id === ref || s.label === ref);
      if (found.length > 0) return found.map((s) => s.id);
      throw new InputError(
        `${name}: has no claim "${ref}"`,
        claims.length === 0
          ? "It has no claims."
          : `Its claims are ${claims[0]!.label} to ${claims.at(-1)!.label}; footing parse shows them.`,
      );
    }),
  };
}
