/**
 * Cases as the Canadian guide cites them, without stops: "R v Hale, 2011 SCC 8 at paras 12–15, [2011] 1 SCR 90",
 * "Orr v Pike (City) (1996), 28 OR (3d) 54 at 60 (Gen Div), aff'd (1998), 40 OR (3d) 1 (CA)". What a higher court made
 * of a case belongs to its citation.
 */
import type { Span } from "../../model.ts";
import { Builder } from "../build.ts";
import { dated, groups, pinned, put, RULE } from "../legal-build.ts";
import { AT, type Headed, JUDGE } from "./parts.ts";

/** "SCC", "ONCA", "QCCS", "CanLII": two letters alone are courts of American states. */
const COURT = "(?:CanLII|CanLIIDocs|Carswell\\p{L}{2,5}|FC|(?!LEXIS)\\p{Lu}{3,8})";
const NEUTRAL = `(\\d{4})\\s(${COURT})\\s(\\d{1,7})(?!\\d)`;
const SERIES =
  "\\p{Lu}[\\p{L}&]*(?:\\s(?:\\p{Lu}[\\p{L}&]*|&)){0,4}?(?:\\s\\((?:\\d{1,2}(?:d|nd|rd|th|e)|NS)\\))?";
const REPORT = `(?:\\[(\\d{4})\\]\\s)?(?:(\\d{1,3})\\s)?(${SERIES})\\s(No\\s)?(\\d{1,5})(?![\\d\\p{L}])`;

const PARTIES =
  '(?=[\\p{Lu}\\d])(?:(?:[^;“”"[\\]]{1,160}?\\s(?:v\\.?|(?<!,\\s)c)\\s(?=[\\p{Lu}\\d])|(?:Re|In re|Ex parte|(?:Reference|Renvoi)\\s(?:re|relatif)\\b[^;“”"[\\]]{0,20}?)\\s)[^;“”"[\\]]{1,200}?|\\p{Lu}[^;“”"[\\]]{1,160}?\\s\\(Re\\))';
const NEUTRAL_NEXT = `\\d{4}\\s${COURT}\\s\\d`;
const DATED_NEXT = `\\[\\d{4}\\]\\s(?:\\d{1,3}\\s)?${SERIES}\\s(?:No\\s)?\\d`;
const REPORT_NEXT = `(?:\\d{1,3}\\s)?${SERIES}\\s\\d`;
const HEAD = new RegExp(
  `^(${PARTIES})(?:,\\s(?=${NEUTRAL_NEXT}|${DATED_NEXT})|\\s\\((\\d{4})\\),\\s(?=${REPORT_NEXT}|${DATED_NEXT}))`,
  "du",
);
/** A case that the running text names: "2014 ONCA 12 at para 3", "(1996), 28 OR (3d) 54". */
const UNNAMED = new RegExp(
  `^()(?:(?=${NEUTRAL_NEXT})|\\((\\d{4})\\),\\s(?=\\d{1,3}\\s${SERIES}\\s\\d))`,
  "du",
);
const ONE_NEUTRAL = new RegExp(`${NEUTRAL}(?:\\s\\((\\p{Lu}[\\p{L} ]{1,20})\\))?${AT}?`, "duy");
const ONE_REPORT = new RegExp(`${REPORT}${AT}?`, "duy");
const NEXT = new RegExp(`,\\s(?=${NEUTRAL_NEXT}|${DATED_NEXT}|\\d{1,3}\\s${SERIES}\\s\\d)`, "uy");
const BEHIND = new RegExp(`\\s\\((\\p{Lu}[^()]{1,40})\\)${AT}?`, "duy");
/** A judge comments on the place; a court belongs to the case. */
const BY_JUDGE = new RegExp(`^(?!.*\\b(?:Ct|Div|Sup|Court)\\b)${JUDGE}$`, "u");
/** "(QL)", "(WL Can)": where the judgment was looked up. */
const DATABASE = /^(?:QL|WL(?:\sCan)?|CanLII|Lexis|eC)$/u;
const HISTORY =
  /,\s(?:(?:aff|rev|var)['’](?:d|g)|leave to appeal|conf par|inf par|autorisation de pourvoi)(?:[^;[\]]|\[(?=\d{4}\])\d{4}\]){0,200}?(?=\.?$|\.\s|;|\s\[\p{L})/uy;

/** Returns the case at the head of the text, or null. Time bounded by the caller's limit. */
export function readCase(text: string): Headed | null {
  const head = HEAD.exec(text) ?? UNNAMED.exec(text);
  if (!head) return null;
  const b = new Builder(text);
  const [, title, year] = groups(head);
  put(b, "title", title);
  let end = head[0].length;
  let first: Span | null = null;
  let reported = false;
  for (let n = 0; n < 5; n++) {
    ONE_NEUTRAL.lastIndex = end;
    ONE_REPORT.lastIndex = end;
    const neutral = ONE_NEUTRAL.exec(text);
    const report = neutral ? null : ONE_REPORT.exec(text);
    const m = neutral ?? report;
    if (!m) break;
    const g = groups(m);
    if (neutral && b.draft.number === undefined) {
      const [, when, court, number, place] = g;
      // The number is the whole citation; each of its parts proves a field of its own.
      b.draft.number = text.slice(when!.start, number!.end);
      b.prove("number", number!, "certain", RULE);
      dated(b, when);
      put(b, "authority", place ?? court);
    } else if (report && !reported) {
      reported = true;
      if (b.draft.issued === undefined) dated(b, g[1] ?? year);
      put(b, "volume", g[2]);
      put(b, "container-title", g[3]);
      if (g[4] && b.draft.number === undefined) put(b, "number", { start: g[4].start, end: g[5]!.end });
      else if (!g[4]) put(b, "page", g[5]);
    }
    first ??= (neutral ? g[5] : g[6]) ?? null;
    end = m.index + m[0].length;
    NEXT.lastIndex = end;
    const next = NEXT.exec(text);
    if (!next) break;
    end += next[0].length;
  }
  if (b.draft.number === undefined && !reported) return null;
  BEHIND.lastIndex = end;
  for (let m = BEHIND.exec(text); m && !BY_JUDGE.test(m[1]!); m = BEHIND.exec(text)) {
    const [, court, place] = groups(m);
    if (b.draft.authority === undefined && !DATABASE.test(m[1]!)) put(b, "authority", court);
    first ??= place ?? null;
    end += m[0].length;
    BEHIND.lastIndex = end;
  }
  HISTORY.lastIndex = end;
  end += HISTORY.exec(text)?.[0].length ?? 0;
  pinned(b, first);
  return { reference: b.finish("legal_case", "certain"), end };
}
