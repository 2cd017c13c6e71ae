/** Letters in the American way: "Letter from D. Aguilar to Sen. M. Hale 1 (Mar. 9, 2021) (on file with the Library)". */
import type { ParsedReference } from "../model.ts";
import { Builder } from "./build.ts";
import { MONTH } from "./dates.ts";
import { dated, groups, people, pinned, put, RULE } from "./legal-build.ts";

const FIRM = "(?:Inc|Ltd|LLC|L\\.L\\.C|Corp|Co)\\.?";
const IS_FIRM = new RegExp(`,\\s${FIRM}$`);

/** Groups: whole title, writer, page, date, keeper. */
export const LETTER = new RegExp(
  `^(?=[^()]{10,300}\\(${MONTH}\\s)((?:Letter|E-?mail|Memorandum|Memo|Telegram)\\sfrom\\s([^,();]{3,80}?(?:,\\s${FIRM})?)(?:,\\s[^();]{2,80}?)?,?\\sto\\s[^();]{3,120}?)(?:,?\\s(?:at\\s)?(\\d{1,3}(?:[-–]\\d{1,3})?))?\\s\\((${MONTH}\\s\\d{1,2},\\s\\d{4})\\)(?:\\s\\(on\\sfile\\swith\\s(?:the\\s)?([^()]{3,80})\\))?\\.?$`,
  "du",
);

/** Returns the letter that the whole string describes, else null. Who keeps it is its archive, unless the author does. */
export function parseLetter(raw: string, text: string): ParsedReference | null {
  const m = LETTER.exec(text);
  if (!m) return null;
  const g = groups(m);
  const b = new Builder(raw);
  put(b, "title", g[1]);
  if (IS_FIRM.test(m[2]!)) {
    b.addPeople("author", [{ literal: m[2]! }]);
    b.prove("author", g[2]!, "certain", RULE);
  } else people(b, g[2]!);
  pinned(b, g[3]);
  dated(b, g[4]);
  if (g[5] && !/^authors?\b/i.test(m[5]!)) {
    b.draft.archive = m[5]!;
    b.prove("archive", g[5], "certain", RULE);
  }
  return b.finish("manuscript", "certain");
}
