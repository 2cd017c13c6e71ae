/** What the grammars of the Canadian guide share: places without stops, addresses in angle brackets, what comes back. */
import type { ParsedReference, Span } from "../../model.ts";
import type { Builder } from "../build.ts";
import { RULE } from "../legal-build.ts";

/** A citation at the head of a text. */
export interface Headed {
  readonly reference: ParsedReference;
  /** Where it ends, exclusive. */
  readonly end: number;
}

const NUMBER = "(?:\\d{1,5}[a-z]?|[ivxl]{1,7})(?:[-–]\\d{1,5})?(?![\\p{L}\\d])";
/**
 * One group, "paras 30–34, 36" of " at paras 30–34, 36, n 4", "aux pp 3–5" in French: a number that opens the next
 * report is no place.
 */
export const AT = `(?:\\s(?:at|aux?|à\\sla)\\s((?:(?:paras?|pp?|ch|c|ss?|arts?)\\s)?${NUMBER}(?:(?:,\\s|\\sand\\s|\\s&\\s)${NUMBER}(?!\\s\\p{Lu}|:\\d))*)(?:,?\\snn?\\s\\d{1,4})?)`;

const CLAUSE = "\\d[\\dA-Za-z]*(?:\\.\\d[\\dA-Za-z]*)*(?:\\([\\dA-Za-z]{1,5}(?:\\.\\d)?\\))*";
/** One group: the place in an act, "ss 7(1)(a), 12" of ", ss 7(1)(a), 12". */
export const PLACE = `(?:,?\\s((?:ss?|arts?|cls?|regs?|rr?|paras?|Part|Sch|Schedule)\\s(?:${CLAUSE}|[A-Z]\\b|[IVX]+\\b)(?:(?:[-–]|,\\s|\\sand\\s|\\s&\\s)(?:${CLAUSE}|\\([\\dA-Za-z]{1,4}\\))(?!\\s(?:&|\\p{Lu}{2})))*))`;

/** One group: the address of ", online: <example.org/x>", ", online (pdf): House <example.org/x>". */
export const ONLINE =
  "(?:,?\\s(?:online|en ligne)(?:\\s\\([^()]{1,30}\\))?:(?:\\s[^<>;]{1,60}?)?\\s<([^<>\\s]{4,300})>)";

export const DAY = "\\d{1,2}\\s\\p{L}{3,9}\\s\\d{4}";
export const JURISDICTION =
  "(?:Canada|Ontario|Qu[ée]bec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland(?: and Labrador)?|Prince Edward Island|Yukon|Nunavut|Northwest Territories)";

/** ", Roy J, dissenting", ", per Hale CJC", " (Roy and Orr JJ, concurring)": whose words a place holds. */
const NAME = "\\p{Lu}[\\p{L}’'-]+";
export const JUDGE = `(?:per\\s)?${NAME}(?:(?:,\\s|,?\\s(?:and|&|et)\\s)${NAME}){0,8}\\s(?:C?JJ?|CJ[CAO]|JJ?C?A|ACJ|juges?)(?:\\s\\(as\\s[^()]{2,30}\\))?(?:,?\\s\\(?(?:dissenting|concurring|dissident(?:e|s)?)(?:\\sin\\spart)?\\)?)?`;

/** The same behind a citation: one group. */
export const JUDGE_BEHIND = new RegExp(`^,\\s(${JUDGE})(?=[.,;]?$|[.,;]\\s)`, "u");

/** Sets the address. */
export function addressed(b: Builder, span: Span | null | undefined): void {
  if (!span) return;
  b.draft.URL = b.raw.slice(span.start, span.end);
  b.prove("URL", span, "certain", RULE);
}
