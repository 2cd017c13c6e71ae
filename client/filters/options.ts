/** What can be filtered by in this document, and how many claims each choice shows on its own. */
import { verdicts } from "../../core/review/index.ts";
import type { Desk } from "../desk/desk.ts";
import { type Answers, type Filter, type FilterKind, sameFilter, states, yearOf } from "../desk/filter.ts";
import { count } from "../desk/words.ts";
import { kindNames, valueText } from "./words.ts";

export interface Option {
  readonly filter: Filter;
  readonly text: string;
  readonly count: string;
}

export interface OptionGroup {
  readonly kind: FilterKind;
  readonly name: string;
  readonly options: readonly Option[];
}

/** Returns the choices in groups; those that would show nothing are left out. Linear in claims, edges and findings. */
export function optionGroups(desk: Desk, { verdictOf, fallen }: Answers): readonly OptionGroup[] {
  const claims = new Map<string, Set<string>>();
  const found: Filter[] = [];
  const add = (filter: Filter, claim: string): void => {
    const key = `${filter.kind}:${filter.value}`;
    const set = claims.get(key);
    if (set) set.add(claim);
    else {
      claims.set(key, new Set([claim]));
      found.push(filter);
    }
  };
  for (const { id, node, statement, edges } of desk.claims) {
    add({ kind: "state", value: node.support }, id);
    if (fallen.has(id)) add({ kind: "state", value: "fallen" }, id);
    add({ kind: "section", value: statement.section ?? "" }, id);
    for (const edge of edges) {
      const work = desk.workById.get(edge.source)!;
      add({ kind: "verdict", value: verdictOf(id, work.id) ?? "none" }, id);
      add({ kind: "source", value: work.ref }, id);
      add({ kind: "year", value: yearOf(work.source) }, id);
    }
  }
  const rules = new Map<string, number>();
  for (const { code } of desk.analysis.findings) rules.set(code, (rules.get(code) ?? 0) + 1);
  const option = (filter: Filter): Option => ({
    filter,
    text: valueText(desk, filter),
    count: count(claims.get(`${filter.kind}:${filter.value}`)?.size ?? 0, "claim"),
  });
  const of = (kind: FilterKind): readonly Filter[] => found.filter((f) => f.kind === kind);
  const inOrder = (order: readonly Filter[]): readonly Option[] =>
    order.filter((f) => found.some((g) => sameFilter(f, g))).map(option);
  const groups: readonly (readonly [FilterKind, readonly Option[]])[] = [
    ["state", inOrder(states.map((value) => ({ kind: "state", value })))],
    ["verdict", inOrder([...verdicts, "none" as const].map((value) => ({ kind: "verdict", value })))],
    [
      "rule",
      [...rules]
        .sort((a, b) => b[1] - a[1])
        .map(([value, n]) => ({ ...option({ kind: "rule", value }), count: count(n, "finding") })),
    ],
    ["section", of("section").map(option)],
    ["source", of("source").map(option)],
    [
      "year",
      [...of("year")].sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0)).map(option),
    ],
  ];
  return groups
    .filter(([, options]) => options.length > 0)
    .map(([kind, options]) => ({ kind, name: kindNames[kind], options }));
}
