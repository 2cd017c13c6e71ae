/** The documentation page of a finding, and the index of all, as Markdown. Made from the rule files alone. */
import type { Finding } from "../model.ts";
import { groupNames, groups, type Rule, type RuleWords } from "./rule.ts";

/** What was measured of a rule; see the index for how. */
export interface Figures {
  /** Mutations of clean documents: findings expected, made and wrong. */
  readonly mutations?: { readonly expected: number; readonly found: number; readonly wrong: number };
  /** The annotated documents of test/golden: right, wrong, missed. */
  readonly golden?: { readonly tp: number; readonly fp: number; readonly fn: number };
  /** Any other measurement, in a sentence. */
  readonly note?: string;
}

const code = (text: string): string => `\`\`\`\`text\n${text.trimEnd()}\n\`\`\`\``;
const percent = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;

/** Returns the page. `found` is what the rule says about its own example. */
export function findingPage(rule: Rule, found: readonly Finding[], figures: Figures | null): string {
  const measured = figures === null ? [] : measuredLines(figures);
  const said = found.map(
    (f) => `> ${f.severity}: ${f.message}${f.quote === "" ? "" : `\n>\n> ${quoted(f.quote)}`}`,
  );
  const { given } = rule.examples;
  return `${[
    `# ${rule.title}`,
    `\`${rule.code}\` · **${rule.severity}** · ${groupNames[rule.group]}`,
    rule.rule,
    `**What to do.** ${rule.remedy}`,
    `**Where it may be wrong.** ${rule.caution}`,
    "## It is reported here",
    ...(given === undefined ? [] : [given]),
    code(rule.examples.fires),
    said.join("\n\n"),
    "## And not here",
    code(rule.examples.silent),
    ...(measured.length === 0 ? [] : ["## Measured", measured.join("\n")]),
    "## Dismissing it",
    `For one document, with the reason, in \`footing.config.json\` beside it or above:\n\n${"```"}json\n${JSON.stringify({ suppress: [{ code: rule.code, quote: "words of the finding", reason: "why" }] })}\n${"```"}\n\nIn Markdown and HTML also before the paragraph: \`<!-- footing-ignore ${rule.code}: why -->\`. Everywhere: \`{"off": ["${rule.code}"]}\`.`,
  ].join("\n\n")}\n`;
}

const quoted = (text: string): string => text.replace(/\s+/g, " ").trim();

function measuredLines({ mutations, golden, note }: Figures): string[] {
  const lines: string[] = [];
  if (mutations)
    lines.push(
      `- Mutated documents: ${mutations.expected} expected, ${mutations.found} found, ${mutations.wrong} wrong: precision ${percent(mutations.found, mutations.found + mutations.wrong)}, recall ${percent(mutations.found, mutations.expected)}.`,
    );
  if (golden)
    lines.push(`- Annotated documents: ${golden.tp} right, ${golden.fp} wrong, ${golden.fn} missed.`);
  if (note) lines.push(`- ${note}`);
  return lines;
}

/** Returns the index of all rules by group, with their figures. */
export function findingIndex(rules: readonly Rule[], figures: Readonly<Record<string, Figures>>): string {
  const row = (rule: Rule): string => {
    const { mutations: m, golden: g } = figures[rule.code] ?? {};
    const mutated = m
      ? `${percent(m.found, m.found + m.wrong)} / ${percent(m.found, m.expected)} (${m.expected})`
      : "";
    const golden = g ? `${percent(g.tp, g.tp + g.fp)} / ${percent(g.tp, g.tp + g.fn)} (${g.tp + g.fn})` : "";
    return `| [${rule.code}](${rule.code}.md) | ${rule.severity} | ${rule.rule} | ${mutated} | ${golden} |`;
  };
  const parts = groups.map((group) => {
    const own = rules.filter((rule) => rule.group === group);
    return `## ${groupNames[group]}\n\n| code | severity | rule | mutated P / R (n) | annotated P / R (n) |\n| --- | --- | --- | --- | --- |\n${own.map(row).join("\n")}`;
  });
  return `${[
    "# Findings",
    "Every finding that `footing audit` can report, a page each, made from the rule files by `npm run docs:findings`. **error**: the evidence chain is broken. **warning**: a reviewer should act. **info**: worth knowing. No finding says that a claim is true or false.",
    "*Mutated*: defects put into clean documents one by one (`test/properties/audit.test.ts`), so that what must be found is known exactly; every other finding of the code counts as wrong. *Annotated*: the documents of `test/golden`, by hand. The number in brackets is how many there are to find. A dash: nothing to measure with.",
    ...parts,
  ].join("\n\n")}\n`;
}

/** Returns the module `catalogue.gen.ts`: what every rule says of itself, without its check. */
export function catalogueModule(rules: readonly Rule[]): string {
  const words = rules.map(
    ({ code, title, group, severity, rule, remedy, caution }): RuleWords => ({
      code,
      title,
      group,
      severity,
      rule,
      remedy,
      caution,
    }),
  );
  return `/** What every audit rule says of itself. Made from the rule files by \`npm run docs:findings\`. */
import type { RuleWords } from "./rule.ts";

export const catalogue: readonly RuleWords[] = ${JSON.stringify(words, null, 2)};
`;
}
