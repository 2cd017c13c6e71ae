/** Reads page strings: ranges written short ("833-54"), front matter ("x-xi"), e-locators, page counts. */

/** Source of a pattern: a page with a comma. The Federal Register has so many: "84 Fed. Reg. 52,393". */
export const COMMA_PAGE = "\\d{1,3},\\d{3}(?!\\d)";
/** Source of a pattern: a page of a reporter or register. */
export const REPORTER_PAGE = `(?:${COMMA_PAGE}|\\d{1,5})`;
const REPORTER_RANGE = `${REPORTER_PAGE}(?:[-\u2010-\u2013]${REPORTER_PAGE})?`;
/** Source of a pattern: the pages cited of a case or article: "212, 214-15". */
export const REPORTER_PIN = `${REPORTER_RANGE}(?:,\\s${REPORTER_RANGE}){0,4}`;

export interface ReadPages {
  /** The range with full numbers and "-": "833-854"; null where only a count was given. */
  readonly page: string | null;
  /** As printed, where it differs in more than its dashes. */
  readonly raw: string | null;
  /** Roman pages printed behind the range: "x-xi". */
  readonly front: string | null;
  /** "264 p." */
  readonly count: string | null;
}

/** Key words before the number; a lone "S" or "c" needs its stop or blank, for "S295" is a page of a supplement. */
const LEAD =
  /^(?:(?:pages?|pgs?|pp?|seiten?|págs?|pag)(?:\s*[.:,]\s*|\s+|(?=\d))|(?:ss?|с|стр)(?:\.\s*|\s+)|art(?:icles?|\.)\s(?:no\.?|nr\.?|id|number|#)\s?|(?:at|hier|articles?|art\.)\s+)+(?=[\p{L}]{0,4}\d|[ivxlc]+\b)/iu;

/** "s. d.", "n.d.", "o. J.": it says that a day is lacking, and no page. */
const UNDATED = /^(?:[sn]\.\s?d|o\.\s?J|s\.\s?[afl])\.?$/i;

/** Returns the parts of a trimmed page string. */
export function parsePages(text: string): ReadPages {
  const printed = text.slice(0, 120).replace(/\s+/gu, " ").replace(LEAD, "").trim();
  const s = printed
    .replace(/[‐‑‒–—−]/gu, "-")
    .replace(/-{2,}/g, "-")
    .replace(/\s*-\s*/g, "-");
  const count = /^(\d{1,5}) ?(?:pp?|pages|seiten|s|с|págs?)\b\.?$/iu.exec(s);
  if (count) return { page: null, raw: null, front: null, count: count[1]! };
  const m = /^([\p{L}]{0,3})(\d+)-\1(\d+)(?:,? ([ivxlc]+(?:-[ivxlc]+)?))?$/iu.exec(s);
  if (!m) return { page: s === "" || UNDATED.test(s) ? null : s, raw: null, front: null, count: null };
  const [, prefix = "", first = "", last = "", front] = m;
  const full = last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  const page = `${prefix}${first}-${Number(full) > Number(first) || full === last ? prefix + full : last}`;
  const changed = full !== last || front !== undefined;
  return { page, raw: changed ? printed : null, front: front ?? null, count: null };
}
