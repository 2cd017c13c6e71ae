/** The foundation picture as a standalone SVG: no script, no style sheet, no outside reference. */
import {
  buildGraph,
  type EvidenceEdge,
  type EvidenceGraph,
  foundationLayout,
  type PlacedNode,
  withdraw,
} from "../graph/index.ts";
import type { SourceId } from "../model.ts";
import { type EvidenceInput, narrowed, type Selection } from "./input.ts";
import { labelFonts, roughWidth } from "./rough-width.ts";
import { attributes, xml } from "./xml.ts";

export interface SvgOptions extends Selection {
  /** Sources to draw as withdrawn, and the claims that fall with them as fallen. */
  readonly withdrawn?: Iterable<SourceId>;
  /** Width to fill before claims go into another storey. */
  readonly width?: number;
}

const INK = { text: "#1a1a1a", faint: "#5b6468", grey: "#d9d9d9", edge: "#5D7480" } as const;
const CLAIM = { direct: "#0072B2", carried: "#4F86A8", uncited: "#B3261E" } as const;
const SOURCE = { fill: "#E69F00", ring: "#5C3D00" } as const;
const FALLEN = "#D9A19D";
const MARGIN = 24;

const round = (n: number): number => Math.round(n * 100) / 100;

/** Returns the picture on white, in pixels. Text in it is text: it can be searched, copied and read aloud. */
export function toSvg(input: EvidenceInput, options: SvgOptions = {}): string {
  const graph = buildGraph(narrowed(input, options));
  const gone: ReadonlySet<string> = new Set(options.withdrawn ?? []);
  const { falls, fallsIfCarried } = withdraw(graph, gone);
  const fallen: ReadonlySet<string> = new Set([...falls, ...fallsIfCarried]);
  const layout = foundationLayout(graph, {
    measure: roughWidth,
    ...(options.width === undefined ? {} : { width: options.width }),
  });
  const at = new Map(layout.nodes.map((node) => [node.id as string, node]));
  const width = round(layout.width + 2 * MARGIN);
  const height = round(layout.height + 2 * MARGIN);
  const title = input.document.title ?? input.document.name ?? "Document";
  const claims = graph.getAttribute("claims").length;
  const description = `${claims} claims above the ${layout.nodes.length - claims} sources they rest on. Solid lines: cited in the claim's own sentence; dashed: later in the paragraph. Straight: full reference; curved: short form.`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg"${attributes({ width, height, viewBox: `${-MARGIN} ${-MARGIN} ${width} ${height}` })} role="img" aria-labelledby="footing-title footing-description" font-family="system-ui, 'DejaVu Sans', Verdana, Arial, sans-serif" text-anchor="middle">
<title id="footing-title">${xml(`What the claims of ${title} rest on`)}</title>
<desc id="footing-description">${xml(description)}</desc>
<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" fill="#ffffff"/>
<g fill="none" stroke-width="1.5">
${graph.mapEdges((_id, edge, claim, source) => line(edge, at.get(claim)!, at.get(source)!, gone.has(source))).join("")}</g>
<g stroke-linejoin="round">
${layout.nodes.map((node) => shape(graph, node, fallen.has(node.id), gone.has(node.id))).join("")}</g>
</svg>
`;
}

/** From the bottom of the square to the rim of the circle; short forms and ibid bow out to the side. */
function line(edge: EvidenceEdge, from: PlacedNode, to: PlacedNode, gone: boolean): string {
  const [x1, y1] = [from.x, from.y + from.size];
  const length = Math.hypot(to.x - x1, to.y - y1) || 1;
  const [x2, y2] = [to.x - (to.size * (to.x - x1)) / length, to.y - (to.size * (to.y - y1)) / length];
  const straight = edge.form === "full" || edge.form === "key" || edge.form === "author-year";
  const bow = straight ? 0 : 0.18;
  const [cx, cy] = [(x1 + x2) / 2 + bow * (y2 - y1), (y1 + y2) / 2 - bow * (x2 - x1)];
  const d = `M${round(x1)} ${round(y1)}${straight ? "L" : `Q${round(cx)} ${round(cy)} `}${round(x2)} ${round(y2)}`;
  return `<path${attributes({
    d,
    stroke: gone ? INK.grey : INK.edge,
    "stroke-dasharray": edge.scope === "carried" ? "6 5" : null,
  })}/>\n`;
}

function shape(graph: EvidenceGraph, node: PlacedNode, fallen: boolean, gone: boolean): string {
  const values = graph.getNodeAttributes(node.id);
  const [x, y, size] = [round(node.x), round(node.y), round(node.size)];
  if (values.kind === "source") {
    const fill = gone ? INK.grey : SOURCE.fill;
    const circle = attributes({ cx: x, cy: y, r: size, fill, stroke: SOURCE.ring, "stroke-width": 2 });
    return `<g><title>${xml(values.label)}</title><circle${circle}/>${label(node, INK.text, gone ? "(withdrawn)" : null)}</g>\n`;
  }
  const lost = fallen || values.support === "uncited";
  const fill = fallen ? FALLEN : CLAIM[values.support];
  const square = attributes({
    x: round(x - size),
    y: round(y - size),
    width: 2 * size,
    height: 2 * size,
    fill,
  });
  const mark = fallen ? "× " : values.support === "uncited" ? "! " : "";
  return `<g><title>${xml(`${values.label} ${values.text}`)}</title><rect${square}/>${label(node, lost ? CLAIM.uncited : INK.text, null, mark)}</g>\n`;
}

/** Writes the lines; the first one in `ink` with `mark` in front, the last one replaced by `last` if given. */
function label(node: PlacedNode, ink: string, last: string | null, mark = ""): string {
  return node.lines
    .map(({ text, style, dy }, i) => {
      const { size, bold } = labelFonts[style];
      const values = {
        x: round(node.x),
        y: round(node.label.y + dy),
        "font-size": size,
        "font-weight": bold ? "bold" : null,
        // A white rim keeps words readable where an edge from a higher storey passes behind them.
        "paint-order": "stroke",
        stroke: "#ffffff",
        "stroke-width": 3,
        fill: bold ? ink : INK.faint,
      };
      const words = last !== null && i === node.lines.length - 1 ? last : i === 0 ? mark + text : text;
      return `<text${attributes(values)}>${xml(words)}</text>`;
    })
    .join("");
}
