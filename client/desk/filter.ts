/**
 * Filters over a document's evidence, shared by text, graph, list and grid. Filters of one kind widen ("uncited or
 * carried"), kinds narrow one another ("uncited and in this section"); what is asked of a pair is asked of one and the
 * same pair. Pure: the address holds the filters, the panes hold what is shown.
 */
import type { EdgeId, FindingId, Source, SourceId, StatementId } from "../../core/model.ts";
import { isVerdict, type Verdict } from "../../core/review/index.ts";
import type { Claim, Desk, Work } from "./desk.ts";

export const states = ["direct", "carried", "uncited", "fallen"] as const;
export type State = (typeof states)[number];

export type Filter =
  | { readonly kind: "state"; readonly value: State }
  /** A finding's code: on the claim, its source, or a citation between them. */
  | { readonly kind: "rule"; readonly value: string }
  /** `none`: pairs without a verdict. */
  | { readonly kind: "verdict"; readonly value: Verdict | "none" }
  /** A section's heading; empty for what stands before the first one. */
  | { readonly kind: "section"; readonly value: string }
  /** A citation key. */
  | { readonly kind: "source"; readonly value: string }
  /** A source's year; `none` where it has no date. */
  | { readonly kind: "year"; readonly value: string }
  /** A document's id. */
  | { readonly kind: "document"; readonly value: string };

export type FilterKind = Filter["kind"];

export type VerdictOf = (claim: StatementId, source: SourceId) => Verdict | null;

/** What is shown. Claims and sources at the ends of a shown edge are shown. */
export interface Shown {
  readonly claims: ReadonlySet<StatementId>;
  readonly sources: ReadonlySet<SourceId>;
  readonly edges: ReadonlySet<EdgeId>;
  readonly findings: ReadonlySet<FindingId>;
}

export const sameFilter = (a: Filter, b: Filter): boolean => a.kind === b.kind && a.value === b.value;

/** Returns the filters with this one added, or without it where it was among them. */
export const toggled = (filters: readonly Filter[], filter: Filter): readonly Filter[] =>
  filters.some((f) => sameFilter(f, filter))
    ? filters.filter((f) => !sameFilter(f, filter))
    : [...filters, filter];

/** Returns `uncited`, `rule:missing-pinpoint`, `year:2010`; several are joined by commas. */
export const formatFilters = (filters: readonly Filter[]): string =>
  filters
    .map(({ kind, value }) => {
      const word = encodeURIComponent(value);
      return kind === "state" ? word : `${kind}:${word}`;
    })
    .join(",");

/** Reads what `formatFilters` wrote, each filter once; what is no filter is handed back as written. */
export function parseFilters(text: string): {
  readonly filters: readonly Filter[];
  readonly unknown: readonly string[];
} {
  const filters: Filter[] = [];
  const unknown: string[] = [];
  for (const part of text.split(",").filter(Boolean)) {
    const filter = parseFilter(part);
    if (!filter) unknown.push(part);
    else if (!filters.some((f) => sameFilter(f, filter))) filters.push(filter);
  }
  return { filters, unknown };
}

function parseFilter(part: string): Filter | null {
  const at = part.indexOf(":");
  const value = unword(part.slice(at + 1));
  if (value === null) return null;
  if (at < 0) {
    const state = states.find((s) => s === value);
    return state ? { kind: "state", value: state } : null;
  }
  const kind = part.slice(0, at);
  switch (kind) {
    case "verdict":
      return isVerdict(value) || value === "none" ? { kind, value } : null;
    case "rule":
      return /^[a-z][a-z-]*$/.test(value) ? { kind, value } : null;
    case "section":
      return { kind, value };
    case "source":
    case "year":
    case "document":
      return value === "" ? null : { kind, value };
    default:
      return null;
  }
}

function unword(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Returns the year of a source as its filter names it. */
export function yearOf({ csl }: Pick<Source, "csl">): string {
  const { issued } = csl;
  const year = issued?.["date-parts"]?.[0]?.[0];
  if (year !== undefined) return String(year);
  return /\b\d{4}\b/.exec(issued?.raw ?? issued?.literal ?? "")?.[0] ?? "none";
}

export interface Answers {
  readonly verdictOf: VerdictOf;
  /** Claims that fall under the sources withdrawn now. */
  readonly fallen: ReadonlySet<StatementId>;
}

type Values = { readonly [K in FilterKind]: ReadonlySet<string> | null };

function valuesOf(filters: readonly Filter[]): Values {
  const of = (kind: FilterKind): ReadonlySet<string> | null => {
    const values = filters.flatMap((f) => (f.kind === kind ? [f.value] : []));
    return values.length > 0 ? new Set(values) : null;
  };
  return {
    state: of("state"),
    rule: of("rule"),
    verdict: of("verdict"),
    section: of("section"),
    source: of("source"),
    year: of("year"),
    document: of("document"),
  };
}

const passes = (values: ReadonlySet<string> | null, value: string): boolean =>
  values === null || values.has(value);

/**
 * Returns what the filters show of the document, or null where there is no filter and all of it is shown. A source
 * that no claim cites is shown when all that is asked is about sources. Linear in claims, edges and findings.
 */
export function applyFilters(desk: Desk, filters: readonly Filter[], answers: Answers): Shown | null {
  if (filters.length === 0) return null;
  const values = valuesOf(filters);
  const claims = new Set<StatementId>();
  const sources = new Set<SourceId>();
  const edges = new Set<EdgeId>();
  if (passes(values.document, desk.analysis.document.id)) {
    const found = subjectsOf(desk, values.rule);
    for (const claim of desk.claims) {
      if (!passes(values.section, claim.statement.section ?? "")) continue;
      if (values.state && !hasState(values.state, claim, answers)) continue;
      const named = found === null || isFound(found, claim);
      if (claim.edges.length === 0) {
        if (named && !values.verdict && !values.source && !values.year) claims.add(claim.id);
        continue;
      }
      for (const edge of claim.edges) {
        const work = desk.workById.get(edge.source)!;
        if (!passes(values.source, work.ref)) continue;
        if (values.year && !values.year.has(yearOf(work.source))) continue;
        if (values.verdict && !values.verdict.has(answers.verdictOf(claim.id, work.id) ?? "none")) continue;
        const here = [work.id, edge.marker, edge.item, edge.note ?? ""];
        if (!named && !here.some((id) => found?.has(id))) continue;
        claims.add(claim.id);
        sources.add(work.id);
        edges.add(edge.id);
      }
    }
    const ofSources = !values.state && !values.section && !values.verdict;
    for (const work of desk.works)
      if (ofSources && work.edges.length === 0 && isAsked(values, found, work)) sources.add(work.id);
  }
  return { claims, sources, edges, findings: findingsOf(desk, values, { claims, sources, edges }) };
}

function hasState(wanted: ReadonlySet<string>, claim: Claim, { fallen }: Answers): boolean {
  return wanted.has(claim.node.support) || (wanted.has("fallen") && fallen.has(claim.id));
}

const isFound = (found: ReadonlySet<string>, claim: Claim): boolean =>
  found.has(claim.id) || claim.open.some((o) => found.has(o.marker) || found.has(o.item));

function isAsked(values: Values, found: ReadonlySet<string> | null, { id, ref, source }: Work): boolean {
  if (!values.rule && !values.source && !values.year) return true;
  if (!passes(values.source, ref) || (values.year && !values.year.has(yearOf(source)))) return false;
  return found === null || found.has(id) || source.mentions.some((item) => found.has(item));
}

/** Returns the ids that findings of these codes are about; null where no rule is asked for. */
function subjectsOf({ analysis }: Desk, codes: ReadonlySet<string> | null): ReadonlySet<string> | null {
  if (!codes) return null;
  const ids = analysis.findings
    .filter(({ code }) => codes.has(code))
    .flatMap(({ subjects }) => subjects.flatMap((s) => (s.kind === "document" ? [] : [s.id])));
  return new Set(ids);
}

/** A finding is shown when its rule is, and when it is about something shown; one of the document by its rule alone. */
function findingsOf(
  { analysis, itemById }: Desk,
  values: Values,
  shown: Omit<Shown, "findings">,
): ReadonlySet<FindingId> {
  if (!passes(values.document, analysis.document.id)) return new Set();
  const ofRules = analysis.findings.filter(({ code }) => passes(values.rule, code));
  const others = values.state ?? values.verdict ?? values.section ?? values.source ?? values.year;
  if (!others) return new Set(ofRules.map(({ id }) => id));
  const about = new Set<string>([...shown.claims, ...shown.sources]);
  for (const edge of analysis.edges) {
    if (!shown.edges.has(edge.id)) continue;
    about.add(edge.marker).add(edge.item);
    if (edge.note !== null) about.add(edge.note);
  }
  for (const { claim, marker, item } of analysis.open) {
    if (!shown.claims.has(claim)) continue;
    about.add(marker).add(item);
    const note = itemById.get(item)?.note;
    if (note) about.add(note);
  }
  const isAbout = ({ subjects }: (typeof ofRules)[number]): boolean =>
    subjects.some((s) => s.kind !== "document" && about.has(s.id));
  return new Set(ofRules.filter(isAbout).map(({ id }) => id));
}
