/** What the repairs behind a title share: the form of dates and of names in plain order, and where the quotation ends. */
import { MONTH } from "./dates.ts";

/** Characters looked at for such a tail. */
export const LONGEST = 1200;
const YEAR = "(?:1[89]|20)\\d\\d";
/** Source of a pattern: "2009", "Jun. 2009", "Jun. 9, 2009", "Jun. 4–7, 2012", "2002 Aug 1". */
export const DATE = `(?:(?:${MONTH}\\s(?:\\d{1,2}(?:[-–]\\d{1,2})?,\\s)?)?${YEAR}(?:\\s${MONTH}(?:\\s\\d{1,2})?)?)`;
const CLOSE = '(?:[,.?!][”"]|[”"],?)\\s+';
const QUOTED = new RegExp(`^[^“"]{0,600}[“"][^“”"]{2,400}?${CLOSE}`, "u");

/** Returns where the words behind a title in quotation marks begin, or -1: the first quotation is the title. */
export function behindQuote(raw: string): number {
  return QUOTED.exec(raw.slice(0, LONGEST))?.[0].length ?? -1;
}

const NAME =
  "(?:\\p{Lu}\\.[\\s-]?){1,4}(?:(?:van|von|de|der|den|di|da|del|la|le|el|ten|ter|dos)\\s){0,3}\\p{Lu}[\\p{L}’'-]+(?:\\s\\p{Lu}[\\p{L}’'-]+)?(?:,?\\s(?:Jr|Sr)\\.)?";
/** Source of a pattern: "J. Peters, A. Cole, and B. de Ray", "J. Peters et al." */
export const PEOPLE = `${NAME}(?:(?:,\\sand\\s|,\\s|\\sand\\s|\\s&\\s)${NAME}){0,8}(?:,?\\set\\sal\\.)?`;
