/** Dates that files give for themselves, as ISO dates. */

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Returns "2019", "2019-03" or "2019-03-07" for "2019/3/7", "7 March 2019", "March 7, 2019" and the like, or null. */
export function isoDate(text: string | null): string | null {
  const words = text?.trim() ?? "";
  const numeric = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/.exec(words);
  if (numeric) return join(numeric[1]!, numeric[2], numeric[3]);
  const named =
    /^(?:(\d{1,2})\.?\s+)?([A-Za-z]{3,9})\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})(?!\d)/.exec(words) ?? null;
  if (named === null) return null;
  const month = months.indexOf(named[2]!.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? null : join(named[4]!, String(month), named[1] ?? named[3]);
}

function join(year: string, month: string | undefined, day: string | undefined): string | null {
  const [m, d] = [Number(month ?? 1), Number(day ?? 1)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return year;
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, "0"))
    .join("-");
}
