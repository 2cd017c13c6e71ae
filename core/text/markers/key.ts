/** Keys as pandoc writes them: `[@brew2010, p. 33; see @weber2008]`, `@brew2010 [p. 11]`, `[-@brew2010]`, and `[^1]`. */
import type { CiteText, Span } from "../../model.ts";
import { parsePinpoint } from "../../pinpoint.ts";
import type { Candidate } from "./candidate.ts";
import { eachMatch } from "./scan.ts";

const KEY = "@(?:\\{[^{}\\s]{1,120}\\}|[\\p{L}\\d_](?:[\\p{L}\\d_]|[:.#$%&+?<>~/-](?=[\\p{L}\\d_/]))*)";
const GROUP = new RegExp(
  `\\[([^\\[\\]]{0,400}?${KEY}[^\\[\\]]{0,600})\\]|(?<![\\p{L}\\d._+-])(${KEY})(?:\\s\\[([^\\[\\]@]{1,80})\\])?`,
  "gu",
);
const ONE = new RegExp(KEY, "u");
const NOTE = /\[\^([^\]\s]{1,60})\](?!:)/g;

/** Cross-references of the text's own figures and sections, which cite nothing (pandoc-crossref, quarto). */
const CROSS = /^(?:fig|tbl|tab|eq|sec|lst|thm|lem|cor|prp|exm|exr|chap):/i;

/** Returns whether the key names a part of the text itself. */
export const isCrossReference = (key: string): boolean => CROSS.test(key);

/** Returns the key citations of a span. Bounded look-ahead, linear. */
export function findKeys(text: string, span: Span): Candidate[] {
  const found: Candidate[] = [];
  eachMatch(GROUP, text, span, (m, start, end) => {
    const cites =
      m[1] !== undefined
        ? inBrackets(text, start + 1, m[1])
        : [narrative(text, start, end, m[2]!, m[3] ?? null)];
    if (cites.length > 0) {
      found.push({ start, end, style: "key", labels: [], weight: 2, reason: "a citation key", cites });
    }
  });
  return found;
}

/** Returns the footnote calls `[^label]` of a span; a colon behind would make it the note itself. */
export function findCarets(text: string, span: Span): Candidate[] {
  const found: Candidate[] = [];
  eachMatch(NOTE, text, span, (m, start, end) => {
    found.push({ start, end, style: "bracket", labels: [m[1]!], weight: 3, reason: "a footnote call" });
  });
  return found;
}

function cite(text: string, start: number, end: number, key: string, more: Partial<CiteText>): CiteText {
  return {
    start,
    end,
    form: "key",
    raw: text.slice(start, end),
    names: [],
    namesTruncated: false,
    year: null,
    title: null,
    noteRef: null,
    key: key.replace(/^@\{?|\}$/g, ""),
    pinpoint: null,
    prefix: null,
    suffix: null,
    reference: null,
    ...more,
  };
}

function inBrackets(text: string, offset: number, inner: string): CiteText[] {
  const cites: CiteText[] = [];
  let at = offset;
  for (const part of inner.split(";")) {
    const m = ONE.exec(part);
    if (m) {
      const prefix = part.slice(0, m.index).replace(/-$/, "").trim();
      const behind = part.slice(m.index + m[0].length);
      const found = /^\s*,/.test(behind) ? parsePinpoint(behind, 0) : null;
      const suffix = (found ? behind.slice(found.end) : behind).replace(/^[\s,]+/, "").trim();
      const start = at + (part.length - part.trimStart().length);
      cites.push(
        cite(text, start, at + part.trimEnd().length, m[0], {
          prefix: prefix === "" ? null : prefix,
          pinpoint: found?.pinpoint ?? null,
          suffix: suffix === "" ? null : suffix,
        }),
      );
    }
    at += part.length + 1;
  }
  return cites;
}

function narrative(text: string, start: number, end: number, key: string, locator: string | null): CiteText {
  const found = locator === null ? null : parsePinpoint(locator, 0);
  return cite(text, start, end, key, {
    pinpoint: found?.pinpoint ?? null,
    suffix: found || locator === null ? null : locator,
  });
}
