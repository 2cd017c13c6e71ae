/** Citations that say in words what they point to: `(ibid., p. 15)`, `(R. Lindahl, personal communication)`. */
import type { Span } from "../../model.ts";
import { parsePinpoint } from "../../pinpoint.ts";
import { type CitingMarker, makeCite } from "./cite.ts";
import { bracketGroups, type Group } from "./groups.ts";

const PERSONAL =
  /\b(?:pers(?:onal|\.)? ?(?:comm(?:unications?|\.)?|obs(?:ervations?|\.)?|correspondence)|unpubl(?:ished|\.)(?: (?:data|results?|manuscript|observations?))?|private communication)/i;

/** A person's name at the beginning. */
const BEARER = /^\s*(?:(?:\p{Lu}\.[\s-]?)+\p{Lu}\p{L}+|\p{Lu}\p{L}+,?\s(?:\p{Lu}\.?){1,3}[,\s])/u;

/** Words that cite without a year. */
export const WORDED = /\b(?:personal|pers\.|unpubl|private|ibid|ebd|ebenda|idem|id\.)/i;

const BACK = /^\s*(?:see\s|vgl\.\s)?(ibid(?:em)?|ebd|ebenda|idem|id)\b\.?/i;

/** "(ibid., p. 15)": the work named last. */
export function back(text: string, group: Group): CitingMarker | null {
  if (group.end - group.start > 60) return null;
  const inner = text.slice(group.start + 1, group.end - 1);
  const m = BACK.exec(inner);
  if (!m || (/^id$/i.test(m[1]!) && !inner.startsWith("id.", m[0].length - 3))) return null;
  const rest = inner.slice(m[0].length);
  const found = /\S/.test(rest) ? parsePinpoint(rest, /^\s*[,:]?\s*/.exec(rest)![0].length) : null;
  if (/\S/.test(rest) && !found) return null;
  const cite = makeCite(text, group.start + 1, group.end - 1, {
    form: "ibid",
    pinpoint: found?.pinpoint ?? null,
  });
  return { start: group.start, end: group.end, cites: [cite], matches: [[]] };
}

/** "(R. Lindahl, personal communication)": a source nobody can look up. */
export function personal(text: string, group: Group): CitingMarker | null {
  const inner = text.slice(group.start + 1, group.end - 1);
  if (!BEARER.test(inner) || !PERSONAL.test(inner)) return null;
  const cite = makeCite(text, group.start + 1, group.end - 1, { form: "vague" });
  return { start: group.start, end: group.end, cites: [cite], matches: [[]] };
}

/** Returns the personal communications of a paragraph; they are told in documents of any style. */
export function findPersonal(text: string, span: Span): CitingMarker[] {
  if (!PERSONAL.test(text.slice(span.start, span.end))) return [];
  return bracketGroups(text, span).flatMap((group) => personal(text, group) ?? []);
}
