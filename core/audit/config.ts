/**
 * The configuration file of the audit, `footing.config.json`: its shape, its published JSON Schema and what it makes
 * of the options. Finding and reading the file is the caller's work.
 */
import { z } from "zod";
import { editDistance } from "./nearest.ts";
import { type AuditOptions, defaultOptions } from "./options.ts";
import { rules } from "./rules.ts";

const codes = rules.map((rule) => rule.code);
const code = z
  .enum(codes as [string, ...string[]], {
    error: (issue) => `no such code${meant(String(issue.input))}; footing audit --list shows them`,
  })
  .describe("A code of the catalogue of findings");
const day = z.iso.date().describe("A date as 2026-01-31");
const words = z.array(z.string().min(1));
const severity = z.enum(["error", "warning", "info"]);
const count = z.int().min(1);
const share = z.number().min(0).max(1);

const thresholds = z
  .strictObject({
    maxAgeYears: count.describe("stale-source: older than this at the as-of date. Default 10").optional(),
    longArticlePages: count.describe("missing-pinpoint: an article of more pages. Default 10").optional(),
    quotationWords: count
      .describe("quote-without-pinpoint: a quotation of so many words. Default 5")
      .optional(),
    pileSources: count.describe("citation-pile: so many sources at one point. Default 5").optional(),
    soleSupportClaims: count
      .describe("single-source-dependence: sole direct support of so many claims. Default 2")
      .optional(),
    soleSupportShare: share
      .describe("single-source-dependence: and of this share of the directly cited ones. Default 1/3")
      .optional(),
    selfCitations: count.describe("self-citation-cluster: so many sources. Default 3").optional(),
    selfCitationShare: share.describe("self-citation-cluster: and this share of all. Default 0.3").optional(),
  })
  .describe("The numbers that the rules compare with");

const sourceClass = z
  .strictObject({
    name: z.string().min(1).describe("What the class is called in findings"),
    containers: words.describe("Journals, books or sites, whole names").optional(),
    publishers: words.optional(),
    domains: words.describe("Host names, subdomains included").optional(),
    doiPrefixes: words.describe("Beginnings of DOIs, such as 10.1101/").optional(),
  })
  .describe("unlisted-class: one line that matches is enough");

const suppression = z
  .strictObject({
    code,
    reason: z.string().trim().min(1).describe("Why it is dismissed; shown in reports"),
    id: z.string().optional().describe("Only the finding with this id"),
    quote: z.string().min(1).optional().describe("Only findings whose quote holds these words"),
    section: z.string().min(1).optional().describe("Only findings in the section of this heading"),
  })
  .describe("A dismissal with its reason");

const configSchema = z.strictObject({
  $schema: z.string().optional(),
  asOf: day.optional().describe("The day at which the age of sources is judged"),
  off: z.array(code).optional().describe("Codes that are not reported"),
  on: z.array(code).optional().describe("Codes that are off unless switched on: inference-on-uncited"),
  severity: z.partialRecord(code, severity).optional().describe("Severities that differ from the rules’ own"),
  thresholds: thresholds.optional(),
  authors: words.optional().describe("The document’s authors, “Ames, Clara”, for self-citation-cluster"),
  papers: z
    .boolean()
    .optional()
    .describe(
      "Whether the abstract, methods, results and conclusions of a paper, known by its headings of results and of methods or an abstract, count as its own work, which is not asked for a source. Default true",
    ),
  ownResults: words
    .optional()
    .describe(
      "Further headings under which a document reports its own work; claims there are not asked for a source",
    ),
  classes: z.array(sourceClass).optional(),
  retractions: z.string().min(1).optional().describe("A Retraction Watch CSV file, from this file’s folder"),
  failOn: z
    .union([z.enum(["error", "warning"]), code])
    .optional()
    .describe("As --fail-on"),
  suppress: z.array(suppression).optional(),
});

export type AuditConfig = z.infer<typeof configSchema>;

export type ConfigResult =
  | { readonly ok: true; readonly config: AuditConfig }
  /** Each problem says where (a path of keys) and what. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Returns the configuration, or every problem of the value. */
export function parseConfig(value: unknown): ConfigResult {
  const result = configSchema.safeParse(value);
  if (result.success) return { ok: true, config: result.data };
  return {
    ok: false,
    problems: result.error.issues.map((issue) =>
      issue.path.length === 0 ? issue.message : `${issue.path.join(".")}: ${issue.message}`,
    ),
  };
}

/** Returns the options that a configuration asks for; what it does not name keeps its default. */
export function optionsOf(config: AuditConfig): Partial<AuditOptions> {
  const off = [...defaultOptions.off, ...(config.off ?? [])].filter((c) => !config.on?.includes(c));
  const given = Object.entries(config.thresholds ?? {}).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(given),
    off,
    ...(config.asOf === undefined ? {} : { asOf: config.asOf }),
    severities: (config.severity ?? {}) as AuditOptions["severities"],
    authors: config.authors ?? [],
    papers: config.papers ?? defaultOptions.papers,
    ownResults: config.ownResults ?? [],
    classes: config.classes ?? [],
    suppressions: config.suppress ?? [],
  };
}

/** Returns the JSON Schema (2020-12) that editors check the file with. */
export function publishedConfigSchema(): Readonly<Record<string, unknown>> {
  return {
    $id: "urn:footing:schema:config-1",
    title: "Footing configuration (footing.config.json)",
    ...z.toJSONSchema(configSchema, { target: "draft-2020-12", io: "input" }),
  };
}

function meant(input: string): string {
  const near = codes
    .map((known) => ({ known, off: editDistance(input.slice(0, 40), known, 4) }))
    .filter(({ off }) => off <= 4)
    .sort((a, b) => a.off - b.off)[0];
  return near === undefined ? "" : ` (${near.known}?)`;
}
