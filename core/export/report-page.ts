/** The HTML report as an export: the audit's own page, with the verdicts that there are. */

import type { ExportInput } from "./index.ts";
import { narrowed, type Selection } from "./input.ts";
import { htmlAudit } from "./report-html.ts";
import { reviewed } from "./verdicts.ts";

/** Returns the page; what was selected decides on its claims and sources, the findings stay. */
export function toReportPage(input: ExportInput, selection?: Selection): string {
  const {
    reviews,
    corrections,
    retractions = null,
    version = "",
    date: _date,
    original: _original,
    ...analysis
  } = narrowed(input, selection);
  const shown = reviews !== undefined && reviewed(input) ? reviews : null;
  return htmlAudit(
    { uri: analysis.document.name ?? "pasted text", analysis },
    { version, retractions },
    shown,
    corrections,
  );
}
