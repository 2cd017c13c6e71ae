/** Page numbers as the audit compares them. */
import { expandRange, pageRanges } from "../pinpoint.ts";

/** Returns how many arabic pages a range covers ("833-854" → 22), or null for a lone page or other numbering. */
export function pageCount(pages: string | undefined): number | null {
  const arabic = pageRanges(pages ?? "").filter((r) => r.kind === "arabic" && r.last > r.first);
  return arabic.length === 0 ? null : arabic.reduce((sum, r) => sum + r.last - r.first + 1, 0);
}

/** Returns the first arabic page of a value, or null. */
export function firstPage(value: string): number | null {
  const range = expandRange(value) ?? pageRanges(value)[0] ?? null;
  return range?.kind === "arabic" ? range.first : null;
}
