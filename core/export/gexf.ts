/** The evidence graph as GEXF 1.3, for Gephi: attributes, and the foundation layout as positions and sizes. */
import { buildGraph, foundationLayout } from "../graph/index.ts";
import { type EvidenceInput, narrowed, type Selection } from "./input.ts";
import { pinpointText } from "./pinpoints.ts";
import { roughWidth } from "./rough-width.ts";
import { pairReview } from "./verdicts.ts";
import { attributes, xml } from "./xml.ts";

const NODE_ATTRIBUTES = [
  ["kind", "string"],
  ["text", "string"],
  ["section", "string"],
  ["support", "string"],
  ["key", "string"],
  ["direct", "integer"],
  ["carried", "integer"],
] as const;
const EDGE_ATTRIBUTES = [
  ["scope", "string"],
  ["plausibility", "string"],
  ["form", "string"],
  ["pinpoint", "string"],
  ["confidence", "string"],
  ["review", "string"],
  ["verdict", "string"],
] as const;

const round = (n: number): number => Math.round(n * 100) / 100;

/** Returns the graph. Gephi's y grows upwards, so the layout is turned over. */
export function toGexf(input: EvidenceInput, selection?: Selection): string {
  const part = narrowed(input, selection);
  const graph = buildGraph(part);
  const placed = foundationLayout(graph, { measure: roughWidth, words: false }).nodes.map((node) => {
    const values = graph.getNodeAttributes(node.id);
    return (
      `      <node${attributes({ id: node.id, label: values.label })}>\n` +
      attvalues(NODE_ATTRIBUTES, values) +
      `        <viz:position x="${round(node.x)}" y="${round(-node.y)}" z="0"/>\n` +
      `        <viz:size value="${round(node.size)}"/>\n` +
      `      </node>\n`
    );
  });
  const edges = graph.mapEdges((id, edge, source, target) => {
    const review = pairReview(part, { claim: source, source: target });
    const values = {
      ...edge,
      pinpoint: edge.pinpoint && pinpointText(edge.pinpoint),
      review: review?.status,
      verdict: review?.verdict,
    };
    // Parallel edges need a kind of their own in 1.3: two citations of one source by one claim are told by their id.
    return (
      `      <edge${attributes({ id, source, target, kind: id, weight: 1 })}>\n` +
      attvalues(EDGE_ATTRIBUTES, values) +
      `      </edge>\n`
    );
  });
  const declare = (of: "node" | "edge", list: readonly (readonly [string, string])[]): string =>
    `    <attributes class="${of}">\n${list
      .map(([name, type]) => `      <attribute id="${name}" title="${name}" type="${type}"/>\n`)
      .join("")}    </attributes>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
  <meta>
    <creator>Footing</creator>
    <description>${xml(input.document.title ?? input.document.name ?? "Evidence graph")}</description>
  </meta>
  <graph defaultedgetype="directed" mode="static">
${declare("node", NODE_ATTRIBUTES)}${declare("edge", EDGE_ATTRIBUTES)}    <nodes count="${placed.length}">
${placed.join("")}    </nodes>
    <edges count="${edges.length}">
${edges.join("")}    </edges>
  </graph>
</gexf>
`;
}

function attvalues(list: readonly (readonly [string, string])[], values: object): string {
  const record = values as Readonly<Record<string, string | number | null | undefined>>;
  let lines = "";
  for (const [name] of list) {
    const value = record[name] ?? "";
    if (value !== "") lines += `          <attvalue${attributes({ for: name, value })}/>\n`;
  }
  return lines === "" ? "" : `        <attvalues>\n${lines}        </attvalues>\n`;
}
