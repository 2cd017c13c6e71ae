/**
 * Findings in words, for whoever shows them: what each code is called, its rule and its remedy. Light and safe for
 * the browser; it runs no rule.
 */
import type { Finding, Severity } from "../model.ts";
import { catalogue } from "./catalogue.gen.ts";
import { defaultOptions } from "./options.ts";
import { type Group, groupNames, type RuleWords } from "./rule.ts";

export { catalogue } from "./catalogue.gen.ts";
export { type Group, groupNames, groups, type RuleWords } from "./rule.ts";

/** The worst first. */
export const severities = ["error", "warning", "info"] as const satisfies readonly Severity[];

export const severityWords: Readonly<
  Record<Severity, { readonly one: string; readonly many: string; readonly means: string }>
> = {
  error: { one: "error", many: "errors", means: "the evidence chain is broken" },
  warning: { one: "warning", many: "warnings", means: "a reviewer should act" },
  info: { one: "remark", many: "remarks", means: "worth knowing" },
};

export interface FindingWords extends RuleWords {
  readonly groupName: string;
  /** The rule's page from the root of the package; the server gives the same words at `/api/rules/{code}`. */
  readonly page: string;
}

/** The rules that are asked where nothing else is said. */
export const usualRules: readonly RuleWords[] = catalogue.filter(
  ({ code }) => !defaultOptions.off.includes(code),
);

const byCode: ReadonlyMap<string, RuleWords> = new Map(catalogue.map((words) => [words.code, words]));

/** Where a finding is explained, from the root of the package. */
export const pageOf = (code: string): string => `docs/findings/${code}.md`;

/**
 * Returns the words for a finding, or for a code. The severity is the finding's own where one is given. A code that
 * this version does not know is its own title, without rule and remedy.
 */
export function describe(finding: string | Pick<Finding, "code" | "severity">): FindingWords {
  const code = typeof finding === "string" ? finding : finding.code;
  const words = byCode.get(code) ?? unknown(code);
  const severity = typeof finding === "string" ? words.severity : finding.severity;
  return { ...words, severity, groupName: groupNames[words.group], page: pageOf(code) };
}

const unknown = (code: string): RuleWords => ({
  code,
  title: code,
  group: "graph" satisfies Group,
  severity: "info",
  rule: "",
  remedy: "",
  caution: "",
});
