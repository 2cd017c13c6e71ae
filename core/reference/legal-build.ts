/** Puts the parts that a legal grammar matched into a reference, each with its span. */
import type { ParsedReference, Span } from "../model.ts";
import { Builder } from "./build.ts";
import { parseDate } from "./dates.ts";
import { parseNames } from "./names.ts";

export const RULE = "legal-citation";

/** "Re Marsh (a child)", "Orr v Weaver (No 2)". */
export const BYNAME = "(?:\\s\\((?:No\\.?\\s\\d|[^()\\d]{2,40})\\))?";

/** Whole names of months and what is written for them: "Marden" is none. */
const A_MONTH =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?\\s";
/** "Wendell", "Hill Country": a reporter called by a name without a stop, which no month and no court is. */
export const NAMED_REPORTER = `(?!${A_MONTH})\\p{Lu}[\\p{L}’'-]{2,30}(?:\\s\\p{Lu}[\\p{L}’'-]{1,30}){0,2}`;
/** Source of a pattern: what tells such a reporter behind the parties of a case, its page and the year in brackets. */
export const NAMED_REPORTER_DATED = `${NAMED_REPORTER}(?=\\s\\d{1,5}(?:,\\s(?:at\\s)?\\d[\\d, \\u2010-\\u2013-]{0,24})?(?:\\s(?:&\\s)?nn?\\.\\s?\\d{1,3})?\\s\\([^()]{0,60}\\d{4}\\))`;

/** "5 U.S. (1 Cranch) 137": the volume as it was counted by the reporter whose name it bore, which is read over. */
export const FIRST_REPORTER = "(?:\\s\\(\\d{1,3}\\s\\p{Lu}[\\p{L}.’' ]{1,20}\\))?";

export type Groups = readonly (Span | null)[];

/** Returns the groups of a match as spans. */
export function groups(m: RegExpExecArray): Groups {
  return (m.indices ?? []).map((at) => (at ? { start: at[0], end: at[1] } : null));
}

/** Sets a field to the words of the span. */
export function put(
  b: Builder,
  field:
    | "title"
    | "container-title"
    | "volume"
    | "page"
    | "authority"
    | "number"
    | "issue"
    | "edition"
    | "publisher"
    | "publisher-place",
  span: Span | null | undefined,
): void {
  if (!span) return;
  const value = b.raw.slice(span.start, span.end).trim();
  if (value === "" || /^_+$/.test(value)) return;
  b.draft[field] = field === "edition" ? (/\d+/.exec(value)?.[0] ?? value) : value;
  b.prove(
    field,
    { start: span.start, end: span.start + b.raw.slice(span.start, span.end).trimEnd().length },
    "certain",
    RULE,
  );
}

/** Sets the date to the one the span holds. */
export function dated(b: Builder, span: Span | null | undefined): void {
  if (!span) return;
  const read = parseDate(b.raw.slice(span.start, span.end));
  if (!read) return;
  b.draft.issued = read.date;
  b.prove("issued", span, "certain", RULE);
}

/** Proves the cited place, which is none of the work's own fields. */
export function pinned(b: Builder, span: Span | null | undefined): void {
  if (span) b.prove("locator", span, "certain", RULE);
}

/** Proves the title by the parts of its span that other fields do not hold. */
export function proveAround(b: Builder, whole: Span, holes: readonly (Span | null | undefined)[]): void {
  let start = whole.start;
  const keep = (end: number): void => {
    const words = b.raw.slice(start, end);
    const from = start + (words.length - words.trimStart().length);
    const to = start + words.trimEnd().length;
    if (to > from) b.prove("title", { start: from, end: to }, "certain", RULE);
  };
  for (const hole of holes) {
    if (!hole) continue;
    keep(hole.start);
    start = hole.end;
  }
  keep(whole.end);
}

/** "Fed. Trade Bd.", "Ctr. for Rural Pol'y": a body as law reviews shorten it; no person is called so. */
const SHORT_BODY =
  /^(?=\p{Lu})(?:[^,;&]{2,80}\s)?(?:Bd|Ctr|Comm|Found|Inst|Off|Admin|Auth|Serv|Soc|Ass['’]n|Comm['’]n|Fed['’]n|Found['’]n|Org['’]n|Corp['’]n|Coal['’]n|Dep['’]t|Gov['’]t|Sec['’]y)\.?(?:\s(?:of|on|for)\s[^,;&]{2,60})?$/u;

/** "Harwick Att’y Gen.", "Pub. Advocate of Merid.", "State Comptroller": who holds an office of a state. */
const OFFICER =
  /^(?=\p{Lu})(?:[^,;&]{2,60}\s)?(?:(?:Att['’]y|Attorney|Att\.|Inspector|Insp\.|Solic(?:itor|\.)|Surgeon|Aud(?:itor|\.)|Comptroller|Postmaster|Adjutant|Registrar)\sGen(?:eral|\.)?|(?:State|City|County|Legis(?:lative|\.)|U\.S\.)\s(?:Auditor|Comptroller|Controller|Treasurer|Engineer|Ombudsman|Analyst)|Pub(?:lic|\.)\s(?:Advocate|Def(?:ender|\.)?)|Comm['’]r|Sec['’]y)(?:\s(?:of|for)\s[^,;&]{2,60})?$/u;

/** Returns whether the words are a body as law reviews shorten it, or an officer who writes as one. */
export const isShortBody = (words: string): boolean => OFFICER.test(words) || isShortened(words);

const isShortened = (words: string): boolean =>
  SHORT_BODY.test(words) && /\s/.test(words) && /\.$|['’]\p{Ll}$|\s(?:of|on|for)\s/u.test(words);

/** Sets the authors. */
export function people(b: Builder, span: Span): void {
  const literal = b.raw.slice(span.start, span.end).trim();
  if (isShortBody(literal)) {
    b.addPeople("author", [{ literal }]);
    b.prove("author", span, "certain", RULE);
    return;
  }
  const list = parseNames(b.raw.slice(span.start, span.end));
  if (list.names.length === 0) return;
  b.addPeople("author", list.names);
  b.truncated ||= list.truncated;
  b.prove("author", span, "certain", RULE);
}

export interface PaperParts {
  readonly author: Span | null | undefined;
  readonly title: Span | null | undefined;
  readonly number?: Span | null | undefined;
  readonly publisher?: Span | null | undefined;
  readonly town?: Span | null | undefined;
  readonly date: Span | null | undefined;
  readonly place: Span | null | undefined;
}

/** Returns the paper that a body publishes itself, of the parts a grammar matched. */
export function bodyPaper(raw: string, parts: PaperParts): ParsedReference {
  const b = new Builder(raw);
  if (parts.author) people(b, parts.author);
  put(b, "title", parts.title);
  put(b, "number", parts.number);
  put(b, "publisher", parts.publisher);
  put(b, "publisher-place", parts.town);
  dated(b, parts.date);
  pinned(b, parts.place);
  return b.finish("report", "likely");
}
