/** The shape of an audit rule. Each code is one file in `rules/`; nothing else knows the codes. */
import type { Finding, Severity, Span, Subject } from "../model.ts";
import type { AuditContext } from "./context.ts";
import type { AuditOptions } from "./options.ts";

/** What a rule reports; the runner adds the code and the id. */
export interface Draft {
  /** Where it differs from the rule's own severity. */
  readonly severity?: Severity;
  readonly subjects: readonly Subject[];
  readonly spans: readonly Span[];
  /** The words a reviewer recognises it by; part of the finding's id. */
  readonly quote: string;
  /** What is wrong and what to do, in one or two sentences. */
  readonly message: string;
  readonly data?: Finding["data"];
}

/** Where a finding belongs; also the order of the index of rules. */
export const groups = ["markers", "claims", "citations", "sources", "graph"] as const;
export type Group = (typeof groups)[number];

export const groupNames: Readonly<Record<Group, string>> = {
  markers: "Markers and notes",
  claims: "Claims",
  citations: "Citations and short forms",
  sources: "Sources",
  graph: "The whole",
};

/** What a rule says of itself. */
export interface RuleWords {
  readonly code: string;
  /** What is wrong, in a few words: "Note without a marker". */
  readonly title: string;
  readonly group: Group;
  readonly severity: Severity;
  /** The rule in one sentence. */
  readonly rule: string;
  /** What the reviewer should do. */
  readonly remedy: string;
  /** Where it may be wrong, or what it leaves alone. */
  readonly caution: string;
}

export interface Rule extends RuleWords {
  /** A plain text document in which the rule fires, and its clean twin; the tests run both. */
  readonly examples: {
    readonly fires: string;
    readonly silent: string;
    /** Options that both examples need … */
    readonly options?: Partial<AuditOptions>;
    /** … in words. */
    readonly given?: string;
  };
  /** Yields what the rule finds. Linear in the analysis. */
  readonly check: (context: AuditContext) => Iterable<Draft>;
}
