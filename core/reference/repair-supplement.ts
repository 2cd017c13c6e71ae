/** Repairs for supplements of journals, which stand where the issue does: "9(suppl):1-9" (AMA Manual of Style 3.11.2). */
import type { Draft } from "./draft.ts";
import { LONGEST } from "./tail.ts";

/** Glued to year and volume as issues are; set off by a blank it may be the editor's remark. */
const SUPPLEMENT = /(?<=\d;\s?\d{0,4})\(([Ss]uppl(?:\.|ement)?(?:\s(?:\d{1,3}|[A-Z]))?)\)(?=:\s?\w)/du;

/** "22 Suppl 2:S45": behind the volume without brackets, as MEDLINE prints it. */
const BARE = /^(\s*\d{1,4}\s)Suppl(?:\.|ement)?(?:\s(?:\d{1,3}|[A-Z]))?[:\s]*$/i;

/** A supplement that stands behind the volume is no part of it. */
export function cutSupplementFromVolume(d: Draft): void {
  const i = d.only("volume");
  const s = d.segments[i];
  const m = s && !d.has("issue") ? BARE.exec(d.text(s)) : null;
  if (m) d.cut(i, [0, "volume"], [m[1]!.length, "issue"]);
}

/** A supplement that no issue stands in front of was taken for a remark. */
export function nameSupplement(d: Draft): void {
  const m = d.has("issue") ? null : SUPPLEMENT.exec(d.raw.slice(0, LONGEST));
  const inside = m?.indices?.[1];
  if (m && inside && d.has("pages")) d.lay(m.index, inside[1] + 1, "issue");
}
