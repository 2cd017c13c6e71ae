/** Citations that say in words what they point to: `(ibid., p. 15)`, `(R. Lindahl, personal communication)`. */
import type { CiteText, Span } from "../../model.ts";
import { parsePinpoint } from "../../pinpoint.ts";
import { type CitingMarker, makeCite } from "./cite.ts";
import { bracketGroups, type Group } from "./groups.ts";

const PERSONAL =
  /\b(?:pers(?:onal|\.)? ?(?:comm(?:unications?|\.)?|obs(?:ervations?|\.)?|correspondence)|unpubl(?:ished|\.)(?: (?:data|results?|manuscript|observations?))?|private communication)/i;

/** A person's name at the beginning; a surname alone where nothing but the words follow. */
const BEARER =
  /^\s*(?:see\s|also\s|and\s|e\.g\.,?\s)?(?:(?:\p{Lu}\.[\s-]?)+(?:\p{Ll}{1,4}\s){0,2}\p{Lu}\p{L}+|\p{Lu}\p{L}+,?\s(?:\p{Lu}\.?){1,3}[,\s]|\p{Lu}[\p{L}’'-]+(?:\s(?:and|&)\s\p{Lu}[\p{L}’'-]+)?,?\s(?=pers|unpubl))/u;

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

/**
 * "(R. Lindahl, personal communication)", "(Brew 2010; R. Lindahl, pers. comm.)": sources nobody can look up, each
 * between its semicolons.
 */
export function personalCites(text: string, group: Group): CiteText[] {
  const inner = text.slice(group.start + 1, group.end - 1);
  if (!PERSONAL.test(inner)) return [];
  let at = group.start + 1;
  return inner.split(";").flatMap((part) => {
    const start = at + /^\s*/.exec(part)![0].length;
    const end = at + part.trimEnd().length;
    at += part.length + 1;
    return BEARER.test(part) && PERSONAL.test(part) ? [makeCite(text, start, end, { form: "vague" })] : [];
  });
}

/** Returns the personal communications of a paragraph; they are told in documents of any style. */
export function findPersonal(text: string, span: Span): CitingMarker[] {
  if (!PERSONAL.test(text.slice(span.start, span.end))) return [];
  return bracketGroups(text, span).flatMap((group) => {
    const cites = personalCites(text, group);
    return cites.length === 0
      ? []
      : [{ start: group.start, end: group.end, cites, matches: cites.map(() => []) }];
  });
}
