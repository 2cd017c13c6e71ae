/** Sections as the rules ask for them. */
import { firstWhere } from "../binary-search.ts";
import type { Section, Span, Statement, StatementId } from "../model.ts";
import { words } from "../names.ts";
import { opensSummary } from "../text/sentences/paragraph.ts";

/**
 * Returns a function from a span to the heading over its start: that of the innermost section, null before the
 * first heading. Sections are in text order; each call is a binary search.
 */
export function sectionFinder(sections: readonly Section[]): (span: Span) => string | null {
  return ({ start }) =>
    sections[firstWhere(sections.length, (i) => sections[i]!.start > start) - 1]?.title ?? null;
}

/** Lists of works that are recommended and need not be cited. */
export const isFurtherReading = (title: string | null): boolean =>
  /further reading|recommended|suggested reading|additional (?:reading|resources)|works consulted|see also|weiterführende|pour aller plus loin|lecturas? recomendad/i.test(
    title ?? "",
  );

/** Returns a test of headings by their key, which is made once for each: a document has a few dozen, and many claims. */
function byHeading(test: (key: string) => boolean): (title: string | null) => boolean {
  const known = new Map<string | null, boolean>();
  return (title) => {
    const answer = known.get(title) ?? test(headingKey(title));
    known.set(title, answer);
    return answer;
  };
}

/** Returns a test whether a heading is one of those named, whatever its number, case and accents. */
export function oneOfHeadings(named: readonly string[]): (title: string | null) => boolean {
  const keys = new Set(named.map(headingKey));
  return byHeading((key) => keys.has(key));
}

/** Returns a heading ready for comparison: without its number, case and accents. Empty for none. */
export const headingKey = (title: string | null): string =>
  words((title ?? "").replace(/^[\s\d.]+|^[IVX]+\.\s/, "")).join(" ");

/** Parts that say in short what the rest of the document says and cites. */
const summary =
  /^(?:abstract|(?:executive |plain language |lay )?summary|synopsis|at a glance|in brief|highlights|key (?:points|messages|findings|facts)|zusammenfassung|kurzfassung|auf einen blick|das wichtigste in kurze|resume|en bref)$/;

/** Returns a test whether a heading is one of a summary. */
export const summaryHeadings = (): ((title: string | null) => boolean) =>
  byHeading((key) => summary.test(key));

/** Returns the statements of paragraphs that begin with the label of an abstract: they sum up like those under its heading. */
export function labelledSummaries(paragraphs: readonly (readonly Statement[])[]): ReadonlySet<StatementId> {
  const opened = paragraphs.filter(([first]) => first !== undefined && opensSummary(first.text));
  return new Set(opened.flatMap((paragraph) => paragraph.map(({ id }) => id)));
}

const conclusion =
  /^(?:(?:summary and )?conclusions?(?: and (?:summary|outlook))?|concluding remarks|in conclusion|fazit|schluss(?:bemerkung(?:en)?|wort)?|conclusiones)$/;

/** Returns a test whether a heading is one of a conclusion. */
export const conclusionHeadings = (): ((title: string | null) => boolean) =>
  byHeading((key) => conclusion.test(key));
