/** The evidence graph as GraphML, for yEd, Cytoscape, NetworkX and igraph. */
import { buildGraph } from "../graph/index.ts";
import { type EvidenceInput, narrowed, type Selection } from "./input.ts";
import { pinpointText } from "./pinpoints.ts";
import { pairReview } from "./verdicts.ts";
import { xml } from "./xml.ts";

type Value = string | number | null | undefined;
interface Key {
  readonly on: "node" | "edge";
  readonly name: string;
  readonly type: "string" | "int";
}

const text = (on: Key["on"], ...names: readonly string[]): Key[] =>
  names.map((name) => ({ on, name, type: "string" }));
const whole = (on: Key["on"], ...names: readonly string[]): Key[] =>
  names.map((name) => ({ on, name, type: "int" }));

const KEYS: readonly Key[] = [
  ...text("node", "kind", "label", "text", "section", "support", "citation_key", "title", "doi"),
  ...whole("node", "year", "direct", "carried", "open"),
  ...text(
    "edge",
    "kind",
    "scope",
    "plausibility",
    "form",
    "pinpoint",
    "note",
    "confidence",
    "review",
    "verdict",
  ),
];

/** Returns the graph; directed, nodes and edges under our ids, attributes as `<data>`. */
export function toGraphml(input: EvidenceInput, selection?: Selection): string {
  const part = narrowed(input, selection);
  const graph = buildGraph(part);
  const csl = new Map(part.sources.map((source) => [source.id as string, source.csl]));
  const notes = new Map(part.notes.map((note) => [note.id as string, note.label]));
  const nodes = graph.mapNodes((id, node) => {
    const source = csl.get(id);
    const values: Record<string, Value> =
      node.kind === "claim"
        ? { ...node }
        : {
            ...node,
            citation_key: node.key,
            title: source?.title,
            doi: source?.DOI,
            year: source?.issued?.["date-parts"]?.[0]?.[0],
          };
    return `    <node id="${xml(id)}">\n${data("node", values)}    </node>\n`;
  });
  const edges = graph.mapEdges((id, edge, claim, source) => {
    const review = pairReview(part, { claim, source });
    const values: Record<string, Value> = {
      ...edge,
      pinpoint: edge.pinpoint && pinpointText(edge.pinpoint),
      review: review?.status,
      verdict: review?.verdict,
      note: edge.note === null ? null : (notes.get(edge.note) ?? null),
    };
    const ends = `source="${xml(claim)}" target="${xml(source)}"`;
    return `    <edge id="${xml(id)}" ${ends}>\n${data("edge", values)}    </edge>\n`;
  });
  const keys = KEYS.map(
    ({ on, name, type }) =>
      `  <key id="${on}_${name}" for="${on}" attr.name="${name}" attr.type="${type}"/>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
${keys.join("")}  <graph id="evidence" edgedefault="directed">
${nodes.join("")}${edges.join("")}  </graph>
</graphml>
`;
}

function data(on: Key["on"], values: Readonly<Record<string, Value>>): string {
  return KEYS.filter((key) => key.on === on && (values[key.name] ?? "") !== "")
    .map(({ name }) => `      <data key="${on}_${name}">${xml(String(values[name]))}</data>\n`)
    .join("");
}
