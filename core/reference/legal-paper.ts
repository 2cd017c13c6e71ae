/**
 * Papers of a series in the American way: author, title, page, then the house, the number and the year in brackets,
 * "June Tally, Small Print 19 (Ctr. for Harbor Stud., Working Paper No. 31, 2016)".
 */
import type { ParsedReference } from "../model.ts";
import { Builder } from "./build.ts";
import { dated, groups, people, pinned, put, RULE } from "./legal-build.ts";

const SERIES =
  "(?:\\p{Lu}[\\p{L}.&’']*\\s){0,5}(?:(?:Working|Discussion|Research|Occasional|Staff|Conference)\\s(?:Paper|Memorandum)|(?:Policy|Issue)\\s(?:Paper|Brief)|Technical\\s(?:Paper|Report|Note))(?:\\sSeries)?";

const NUMBERED = new RegExp(
  `^([^;:“”"()\\d]{3,120}?),\\s(?!(?:Jr|Sr|II|III|IV)\\b)(\\p{Lu}[^;“”"()]{3,200}?)(?:(?:,\\sat)?\\s(\\d{1,4}(?:[-–]\\d{1,4})?))?\\s\\(([^();]{3,90}?),\\s(${SERIES})\\s(?:No\\.\\s)?([\\d-]{1,12}),\\s(\\d{4})\\)\\.?$`,
  "du",
);

/** Returns the numbered paper that the whole string describes, else null. Time bounded by the caller's limit. */
export function parseNumberedPaper(raw: string, text: string): ParsedReference | null {
  const m = NUMBERED.exec(text);
  if (!m) return null;
  const g = groups(m);
  const b = new Builder(raw);
  people(b, g[1]!);
  put(b, "title", g[2]);
  pinned(b, g[3]);
  put(b, "publisher", g[4]);
  b.draft.genre = m[5]!;
  b.prove("genre", g[5]!, "certain", RULE);
  put(b, "number", g[6]);
  dated(b, g[7]);
  return b.finish("report", "certain");
}
