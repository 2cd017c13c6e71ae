/** Repairs for supplements of journals, which stand where the issue does: "9(suppl):1-9" (AMA Manual of Style 3.11.2). */
import type { Draft } from "./draft.ts";
import { LONGEST } from "./tail.ts";

/** Glued to year and volume as issues are; set off by a blank it may be the editor's remark. */
const SUPPLEMENT = /(?<=\d;\s?\d{0,4})\(([Ss]uppl(?:\.|ement)?(?:\s(?:\d{1,3}|[A-Z]))?)\)(?=:\s?\w)/du;

/** A supplement that no issue stands in front of was taken for a remark. */
export function nameSupplement(d: Draft): void {
  const m = d.has("issue") ? null : SUPPLEMENT.exec(d.raw.slice(0, LONGEST));
  const inside = m?.indices?.[1];
  if (m && inside && d.has("pages")) d.lay(m.index, inside[1] + 1, "issue");
}
