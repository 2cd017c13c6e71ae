/**
 * A document too large to be drawn claim by claim, as its sections on the sources that carry most: a small evidence
 * graph of groups, set by the same layout. A section opens by its filter.
 */
import { buildGraph, type EvidenceGraph } from "../../core/graph/index.ts";
import type { Edge, EdgeId, Source, Statement } from "../../core/model.ts";
import type { Claim, Desk, Work } from "../desk/desk.ts";
import type { Shown } from "../desk/filter.ts";

const mostSources = 24;

export interface Group {
  readonly id: string;
  readonly kind: "section" | "sources";
  /** For sections: the heading, as its filter names it. */
  readonly section: string;
  readonly name: string;
  readonly claims: { readonly direct: number; readonly carried: number; readonly uncited: number };
  readonly sources: number;
}

export interface Groups {
  readonly graph: EvidenceGraph;
  readonly byId: ReadonlyMap<string, Group>;
  /** The group that stands for a claim or a source. */
  readonly standIn: ReadonlyMap<string, string>;
  readonly links: readonly { readonly id: EdgeId; readonly from: string; readonly to: string }[];
  /** The sources that stand for themselves. */
  readonly works: readonly Work[];
}

/** Returns the groups of what is shown. Linear but for sorting the sources. */
export function groupsOf(desk: Desk, shown: Shown | null): Groups {
  const claims = desk.claims.filter(({ id }) => !shown || shown.claims.has(id));
  const works = desk.works.filter(({ id }) => !shown || shown.sources.has(id));
  const load = ({ node }: Work): number => node.direct + node.carried;
  const heavy = [...works]
    .sort((a, b) => load(b) - load(a) || a.node.order - b.node.order)
    .slice(0, mostSources);
  const standIn = new Map<string, string>();
  const byId = new Map<string, Group>();
  for (const work of heavy) standIn.set(work.id, work.id);
  const others: Group = {
    id: "group:others",
    kind: "sources",
    section: "",
    name: `${works.length - heavy.length} other sources`,
    claims: { direct: 0, carried: 0, uncited: 0 },
    sources: works.length - heavy.length,
  };
  for (const { id } of works) if (!standIn.has(id)) standIn.set(id, others.id);
  const sections = new Map<string, { id: string; claims: Claim[] }>();
  for (const claim of claims) {
    const name = claim.statement.section ?? "";
    const section = sections.get(name) ?? { id: `group:section:${sections.size}`, claims: [] };
    sections.set(name, section);
    section.claims.push(claim);
    standIn.set(claim.id, section.id);
  }
  const edges = new Map<string, Edge>();
  const statements: Statement[] = [];
  for (const [name, { id, claims: members }] of sections) {
    const support = { direct: 0, carried: 0, uncited: 0 };
    for (const { node, edges: own } of members) {
      support[node.support] += 1;
      for (const edge of own) {
        const to = standIn.get(edge.source);
        if (!to || (shown && !shown.edges.has(edge.id))) continue;
        const key = `${id} ${to}`;
        if (!edges.has(key))
          edges.set(key, { ...edge, id: key, claim: id, source: to, scope: "direct", form: "full" });
      }
    }
    byId.set(id, {
      id,
      kind: "section",
      section: name,
      name: name || "Before the first heading",
      claims: support,
      sources: 0,
    });
    const text = `${name || "Before the first heading"}`;
    statements.push({
      ...members[0]!.statement,
      id,
      label: String(members.length),
      text,
      block: 0,
    });
  }
  const sources: Source[] = heavy.map(({ source }) => source);
  if (others.sources > 0) {
    byId.set(others.id, others);
    sources.push({ ...works[0]!.source, id: others.id, key: "others", label: others.name });
  }
  const graph = buildGraph({ statements, sources, edges: [...edges.values()] });
  for (const { id, node } of heavy)
    graph.mergeNodeAttributes(id, { direct: node.direct, carried: node.carried });
  return {
    graph,
    byId,
    standIn,
    links: [...edges.values()].map(({ id, claim, source }) => ({ id, from: claim, to: source })),
    works: heavy,
  };
}
