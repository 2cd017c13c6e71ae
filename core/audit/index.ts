/** Runs the audit rules over an analysis and gives their findings ids, order and subsumption. */
import { idMaker } from "../hash.ts";
import type { Analysis, Finding, Subject } from "../model.ts";
import { type AuditContext, auditContext } from "./context.ts";
import { type AuditOptions, defaultOptions } from "./options.ts";
import type { RetractionIndex } from "./retractions.ts";
import type { Rule } from "./rule.ts";
import { listRules, rules } from "./rules.ts";
import { sift } from "./suppress.ts";

export type { AuditOptions, SourceClass, Suppression } from "./options.ts";
export { defaultOptions } from "./options.ts";
export type { Draft, Rule } from "./rule.ts";
export { rules } from "./rules.ts";
export { type Sifted, type Suppressed, sift } from "./suppress.ts";

const listCodes: ReadonlySet<string> = new Set(listRules.map(({ code }) => code));

/** What a subject says, so that an id does not depend on where it stands. */
function wordsOf(context: AuditContext, subject: Subject): string[] {
  switch (subject.kind) {
    case "document":
      return [];
    case "claim":
      return [context.statements.get(subject.id)?.text ?? ""];
    case "marker":
      return [context.markers.get(subject.id)?.text ?? ""];
    case "note": {
      const note = context.notes.get(subject.id);
      return [note ? context.slice(note) : ""];
    }
    case "item":
      return [context.items.get(subject.id)?.raw ?? ""];
    case "source":
      return [context.sources.get(subject.id)?.key ?? ""];
    default: {
      const never: never = subject;
      return never;
    }
  }
}

/** Returns the findings of all rules that are not switched off and that nobody dismissed. See `auditAll`. */
export function audit(analysis: Analysis, options: Partial<AuditOptions> = {}): readonly Finding[] {
  return sift(auditAll(analysis, options), options.suppressions ?? [], analysis.document, analysis.sections)
    .kept;
}

/**
 * Returns the findings, dismissed ones included, in the order of the text and then of the code. An id hashes code,
 * subjects' words and quote, so that a reviewer's answer survives a re-parse. Linear, apart from sorting.
 */
export function auditAll(analysis: Analysis, options: Partial<AuditOptions> = {}): readonly Finding[] {
  return ordered(findingsOf(rules, auditContext(analysis, { ...defaultOptions, ...options })));
}

function findingsOf(asked: readonly Rule[], context: AuditContext): Finding[] {
  const newId = idMaker("f");
  const findings: Finding[] = [];
  for (const rule of asked) {
    if (context.options.off.includes(rule.code)) continue;
    for (const draft of rule.check(context)) {
      findings.push({
        id: newId(rule.code, draft.quote, ...draft.subjects.flatMap((s) => wordsOf(context, s))),
        code: rule.code,
        severity: context.options.severities[rule.code] ?? draft.severity ?? rule.severity,
        subjects: draft.subjects,
        spans: draft.spans,
        quote: draft.quote,
        message: draft.message,
        data: draft.data ?? {},
      });
    }
  }
  return findings;
}

function ordered(findings: Finding[]): readonly Finding[] {
  const at = (f: Finding): number => f.spans[0]?.start ?? Number.MAX_SAFE_INTEGER;
  return findings.sort((a, b) => at(a) - at(b) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/**
 * Returns the analysis with what the retraction list says of its sources, or, without one, with no more than the
 * references themselves say: the same as an audit with that list would give, but the other findings stay as they were found. `retractions` may hold
 * as few of the list's records as the sources can meet.
 */
export function checkedAgainst(analysis: Analysis, retractions: RetractionIndex | null): Analysis {
  const kept = analysis.findings.filter(({ code }) => !listCodes.has(code));
  const found = findingsOf(listRules, auditContext(analysis, { ...defaultOptions, retractions }));
  const { kept: said } = sift(found, [], analysis.document, analysis.sections);
  if (said.length === 0 && kept.length === analysis.findings.length) return analysis;
  return { ...analysis, findings: ordered([...kept, ...said]) };
}
