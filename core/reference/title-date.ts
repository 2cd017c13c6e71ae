/** Dates a work by the words of its title where nothing else dates it. The words stay the title's and prove nothing besides. */
import type { Builder } from "./build.ts";
import { MONTH, parseDate } from "./dates.ts";

/** "Bench Register, May 2019": what is counted again and again. Two years, "1998–2021", say what was counted. */
export const MONTH_AT_END = new RegExp(`,\\s(${MONTH}\\s(?:1[5-9]|20)\\d\\d)$`, "u");
/** "Circular of 3 March 1984", "Protokoll vom 2. Mai 1911": papers known by their day. */
export const DAY_OF_PAPER = new RegExp(
  `\\s(?:of|dated|entry for|vom|v\\.|du|del)\\s((?:\\d{1,2}(?:\\.|er)?\\s\\p{L}{3,}\\.?|${MONTH}\\s\\d{1,2},)\\s(?:1[0-9]|20)\\d\\d)$`,
  "u",
);

/** "Quarter Sessions Roll, Easter 1831": courts sit and accounts are made up at the terms of the year. */
export const TERM_AT_END =
  /(?:^|[\s,])(?:Epiphany|Hilary|Candlemas|Lent|Lady Day|Easter|Whitsun(?:tide)?|Trinity|Midsummer|Lammas|Michaelmas|Martinmas|Christmas|Translation)(?: [Tt]erm| [Ss]essions)?,? ((?:1[2-9]|20)\d\d)$/u;

/** Sets the date that the pattern finds in the title, if the work has none; `parts` it must have, two with a month. */
export function dateByTitle({ draft }: Builder, pattern: RegExp, parts = 2): void {
  const words = draft.issued === undefined ? pattern.exec(draft.title ?? "")?.[1] : undefined;
  const date = words === undefined ? undefined : parseDate(words)?.date;
  if (date && (date["date-parts"]?.[0]?.length ?? 0) >= parts) draft.issued = date;
}
