/** The common body of the rules that look for cue phrases in claims. */
import type { Severity } from "../model.ts";
import type { AuditContext } from "./context.ts";
import { type CueType, cuesOf } from "./cues.ts";
import type { Draft } from "./rule.ts";
import { onClaim } from "./subjects.ts";

/**
 * Yields one draft for each claim with a cue of the type, at its first cue; `cited` is the severity where the
 * claim has a direct citation. Linear in the claims' text.
 */
export function* wordedClaims(
  { claims, wordsOf, isCitedDirectly }: AuditContext,
  type: CueType,
  severity: { readonly cited: Severity; readonly uncited: Severity },
  remedy: string,
): Iterable<Draft> {
  for (const claim of claims) {
    const [cue] = cuesOf(wordsOf(claim), type);
    if (cue === undefined) continue;
    yield {
      severity: isCitedDirectly(claim) ? severity.cited : severity.uncited,
      subjects: [onClaim(claim)],
      spans: [{ start: claim.start + cue.start, end: claim.start + cue.end }],
      quote: cue.text,
      message: `“${cue.text}”: ${remedy}`,
      data: { cue: cue.text },
    };
  }
}
