/** Repairs for what committees of a parliament report: the session counts their papers and is no date of issue. */
import type { Draft } from "./draft.ts";

/** "Joint Committee on Housing, Second Report, Session 2021–22, Title (Carling: Parliament, 2022)". */
const SESSION_REPORT =
  /^([^,“”"‘:()]{4,90}),\s+((?:\p{Lu}[\p{L}-]+\s){1,4}Report(?:,|\sof(?:\sthe)?)?\s+(?:Session\s+)?(?:1[6-9]|20)\d\d[-–/]\d{2,4}(?:[,:]\s+(?!HC\s|HL\s|SP\s|p\.|pp\.|para)[^(:]{3,200}?)?)(?=,?\s+\(|[,.]\s|[,.]?$)/u;

/** What stands in front of the report's count is who reports; count and session are its title. */
export function nameSessionReport(d: Draft): void {
  const m = SESSION_REPORT.exec(d.raw.slice(0, 600));
  if (!m || d.has("journal", "container")) return;
  const from = m[0].length - m[2]!.length;
  d.lay(0, from, "author");
  d.lay(from, m[0].length, "title");
}
