/**
 * Findings that a reviewer has dismissed: in the configuration, or by a comment in the document
 * (`<!-- footing-ignore CODE: reason -->` before a paragraph, `footing-ignore-file` for all of it). A dismissal
 * without a reason does not count.
 */

import type { Document, Finding, Section, Span } from "../model.ts";
import { fold, words } from "../names.ts";
import type { Suppression } from "./options.ts";
import { sectionFinder } from "./sections.ts";

export interface Suppressed {
  readonly finding: Finding;
  readonly reason: string;
  /** Where the dismissal is written. */
  readonly by: "configuration" | "comment";
}

export interface Sifted {
  readonly kept: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  /** Dismissals of the configuration that met nothing: the finding is gone or worded otherwise. */
  readonly unused: readonly Suppression[];
}

interface CommentSuppression {
  readonly codes: readonly string[];
  readonly reason: string;
  /** The block that follows the comment; null for the whole document. */
  readonly over: Span | null;
}

const directive = /^\s*footing-ignore(-file)?\s+([a-z-]+(?:\s*,\s*[a-z-]+)*)\s*:\s*(\S[\s\S]*?)\s*$/;

/** Returns the dismissals that the document's own comments hold, where its reader kept them. Linear. */
export function commentSuppressions({ hints, blocks, text }: Document): readonly CommentSuppression[] {
  const starts = blocks.map((b) => b.start);
  return hints.flatMap((hint) => {
    if (hint.kind !== "left-out") return [];
    const [, file, codes, reason] = directive.exec(hint.what) ?? [];
    if (codes === undefined || reason === undefined) return [];
    const inside = blocks.find((b) => b.start < hint.start && hint.start < b.end);
    const next = starts.findIndex((start) => start >= hint.start);
    const over = inside ?? blocks[next] ?? { start: hint.start, end: text.length };
    return [{ codes: codes.split(/\s*,\s*/), reason, over: file === undefined ? over : null }];
  });
}

const holds = (whole: string, part: string): boolean =>
  words(whole).join(" ").includes(words(part).join(" "));

/**
 * Returns the findings apart: those to show, those dismissed with the reason, and the dismissals that met nothing.
 * Cost: findings times dismissals.
 */
export function sift(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  document: Document,
  sections: readonly Section[],
): Sifted {
  const sectionOf = sectionFinder(sections);
  const comments = commentSuppressions(document);
  const used = new Set<Suppression>();
  const kept: Finding[] = [];
  const suppressed: Suppressed[] = [];
  for (const finding of findings) {
    const [span] = finding.spans;
    const section = span === undefined ? null : sectionOf(span);
    const meets = (s: Suppression): boolean =>
      s.code === finding.code &&
      (s.id === undefined || s.id === finding.id) &&
      (s.quote === undefined || holds(finding.quote, s.quote)) &&
      (s.section === undefined || (section !== null && fold(section).includes(fold(s.section))));
    const rule = suppressions.find(meets);
    const comment = comments.find(
      ({ codes, over }) =>
        codes.includes(finding.code) &&
        (over === null || (span !== undefined && over.start <= span.start && span.start < over.end)),
    );
    if (rule) {
      used.add(rule);
      suppressed.push({ finding, reason: rule.reason, by: "configuration" });
    } else if (comment) suppressed.push({ finding, reason: comment.reason, by: "comment" });
    else kept.push(finding);
  }
  return { kept, suppressed, unused: suppressions.filter((s) => !used.has(s)) };
}
