/** A finding's page from its rule: what it means, what to do, where it may be wrong, and two examples, run. */
import { analyse } from "../../core/analyse.ts";
import type { Rule } from "../../core/audit/index.ts";
import { type Figures, findingPage } from "../../core/audit/page.ts";
import type { Finding } from "../../core/model.ts";
import { readText } from "../../core/read/text.ts";

/** Returns what the rule finds in a text. */
export function foundIn(rule: Rule, text: string): readonly Finding[] {
  const document = readText(new TextEncoder().encode(text), null);
  const audit = { off: [], ...rule.examples.options };
  return analyse(document, { audit }).findings.filter((f) => f.code === rule.code);
}

/** Returns the page as Markdown, with the figures where they are known. */
export const explain = (rule: Rule, figures: Figures | null = null): string =>
  findingPage(rule, foundIn(rule, rule.examples.fires), figures);
