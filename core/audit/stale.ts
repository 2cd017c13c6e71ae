/** The age of a source at the as-of date. */
import type { Source } from "../model.ts";
import type { AuditContext } from "./context.ts";
import { yearOf } from "./subjects.ts";

/** Returns the age in years of a source over the limit at the as-of date, or null. */
export function staleAt({ options }: AuditContext, source: Source): number | null {
  const year = yearOf(source);
  if (options.asOf === null || year === null) return null;
  const age = Number(options.asOf.slice(0, 4)) - year;
  return age > options.maxAgeYears ? age : null;
}
