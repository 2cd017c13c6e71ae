/** How much a line looks like a reference or a citing note. Reads surface signs only; parses nothing. */
import { POINTS_BACK } from "../../short-form.ts";
import { singleSpaced } from "../blanks.ts";

const YEAR = /(?<![\d.-])(?:1[5-9]\d\d|20[0-4]\d)[a-z]?(?![\d])/;
const PLACE =
  /\d\s?(?:\([^()]{1,12}\)\s?)?[:,;]\s?(?:pp?\.\s?|S\.\s?)?[eELSRUCs]{0,3}\d+|\bvol\.|\bpp?\.\s?\d|\bno\.\s?\d|\bS\.\s\d/;
const ADDRESS = /\bdoi\b|\b10\.\d{4,9}\/|https?:\/\/|www\.|\bPMID\b|\barXiv\b|\bISBN\b/i;
/** "Weber T," "Weber, T." "T. Weber" "Bruce Brew," at the start. */
const NAMES =
  /^(?:(?:[dD]e|[vV][ao]n|[dD]er|[dD]en|[lL]a|[dD]i|[dD]u|[eE]l|[aA]l)[\s-]){0,3}\p{Lu}[\p{L}'’-]+(?:[\s-]\p{Lu}[\p{L}'’-]+){0,2}(?:,\s\p{Lu}[\p{L}.-]*|\s\p{Lu}[\p{Lu}.-]{0,4}[,.;:\s]|\s\p{Lu}\.)|^(?:\p{Lu}\.[\s-]?){1,3}\p{Lu}[\p{L}'’-]+/u;
/** "(Brenz: Halm, 2012)", "Bruce Brew, “Notes": an imprint in brackets, and a name before a title in quotation marks. */
const IMPRINT = /\([^():]{2,60}: [^()]{2,60}, (?:1[5-9]|20)\d\d[a-z]?\)/u;
const QUOTED = /^\p{Lu}[\p{L}.'’-]*(?:,? (?:and |& |und |et )?\p{Lu}[\p{L}.'’-]*){1,7}, [“"‘'«„]/u;
const WORKS =
  /\bet al\b|\beds?\.|\bIn:|\bPress\b|\bUniversity\b|\bVerlag\b|\bPublish|\bJ\.? |\bed\.|\bAvailable\b|\bAccessed\b|“|„|«/;
const PROSE = /\b(?:we|were|our|this study|is|are|was|has|have|declare|thank|supported|which|that)\b/g;

/** Characters looked at: enough to tell, and a bound for hostile lines. */
const WINDOW = 600;

/** Returns a score; 2 and more means "reads like a reference or a citing note". */
export function likeness(text: string, start: number, end: number): number {
  const s = singleSpaced(text.slice(start, Math.min(end, start + WINDOW)));
  let score = 0;
  if (YEAR.test(s)) score += 1;
  if (PLACE.test(s)) score += 1;
  if (ADDRESS.test(s)) score += 1;
  if (NAMES.test(s) || QUOTED.test(s)) score += 1;
  if (IMPRINT.test(s)) score += 1;
  if (WORKS.test(s)) score += 0.5;
  if (POINTS_BACK.test(s)) score += 2;
  if (/^\p{Ll}/u.test(s) && !/^(?:de|van|von|der|den|la|di|du|el|al|ten|ter|dos|da)\b/.test(s)) score -= 1;
  score -= 0.5 * Math.min(6, (s.match(PROSE) ?? []).length);
  if (end - start > 700) score -= 1;
  return score;
}
