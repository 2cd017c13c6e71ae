/**
 * Sets the words of claims at two heights, turn and turn about, where they are too wide to stand side by side. So a
 * single row of claims can keep its words in a narrow pane, and no edge has to pass behind another row.
 */
import {
  type FoundationLayout,
  foundationLayout,
  type LabelLine,
  type LabelStyle,
  lineHeight,
  type PlacedNode,
  shortLabel,
} from "../../core/graph/index.ts";
import { wrap } from "../../core/graph/layout/wrap.ts";
import type { Desk } from "../desk/desk.ts";

export interface Leader {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Tiered {
  readonly nodes: readonly PlacedNode[];
  /** From a label of the upper tier down to its square. */
  readonly leaders: ReadonlyMap<string, Leader>;
}

type Measure = (text: string, style: LabelStyle) => number;

interface Label {
  readonly lines: readonly LabelLine[];
  readonly width: number;
  readonly height: number;
}

/** Widths tried for a label's words, and rooms tried for a claim. */
const widths = [92, 84, 76, 68, 60];
const rooms = [80, 72, 64, 58, 52, 47, 43, 39, 36];
const apart = 9;
const clearOfLeader = 6;
const gap = 6;
const baseline = 0.8;

/** Returns the claims in one row over `width` with their words at two heights; null where even that does not hold them. */
export function tiered(desk: Desk, measure: Measure, width: number): Tiered | null {
  if (desk.claims.length > Math.ceil(width / rooms.at(-1)!)) return null;
  for (const claimRoom of rooms) {
    const layout = foundationLayout(desk.graph, { measure, width, words: false, claimRoom });
    if (layout.storeys !== 1) continue;
    const claims = layout.nodes.filter((node) => node.kind === "claim");
    for (const most of widths) {
      const labels = claims.map(({ id }) => setLabel(desk, id, measure, most));
      if (fits(claims, labels)) return place(layout, claims, labels);
    }
  }
  return null;
}

function setLabel(desk: Desk, id: string, measure: Measure, room: number): Label {
  const claim = desk.claimById.get(id)!;
  const number = claim.statement.label;
  const words = wrap(shortLabel(claim.statement.text), room, 3, (text) => measure(text, "claim-words"));
  const lines: LabelLine[] = [
    { text: number, style: "claim-number", dy: baseline * lineHeight["claim-number"] },
  ];
  let height = lineHeight["claim-number"];
  for (const { text } of words) {
    lines.push({ text, style: "claim-words", dy: height + baseline * lineHeight["claim-words"] });
    height += lineHeight["claim-words"];
  }
  const widest = words.reduce(
    (most, line) => Math.max(most, line.width),
    measure(`× ${number}`, "claim-number"),
  );
  return { lines, width: widest, height };
}

const isUpper = (i: number): boolean => i % 2 === 1;

/** Returns whether labels of one tier keep apart, and leaders pass between the labels of the lower one. */
function fits(claims: readonly PlacedNode[], labels: readonly Label[]): boolean {
  return claims.every(({ x }, i) => {
    const next = claims[i + 1];
    if (next) {
      const lower = labels[isUpper(i) ? i + 1 : i]!;
      if (next.x - x < lower.width / 2 + clearOfLeader) return false;
    }
    const other = claims[i + 2];
    return !other || other.x - x >= (labels[i]!.width + labels[i + 2]!.width) / 2 + apart;
  });
}

function place(layout: FoundationLayout, claims: readonly PlacedNode[], labels: readonly Label[]): Tiered {
  const tallest = (upper: boolean): number =>
    labels.reduce((most, label, i) => (isUpper(i) === upper ? Math.max(most, label.height) : most), 0);
  const [above, below] = [tallest(true), tallest(false)];
  const down = above + gap + below - claims[0]!.label.height;
  const leaders = new Map<string, Leader>();
  const nodes = layout.nodes.map((node, i): PlacedNode => {
    const { x } = node;
    const y = node.y + down;
    const label = labels[i];
    if (node.kind === "source" || !label)
      return { ...node, y, label: { ...node.label, y: node.label.y + down } };
    const top = y - node.size;
    const bottom = isUpper(i) ? top - gap - below - gap : top - gap;
    if (isUpper(i)) leaders.set(node.id, { x, top: bottom + 3, bottom: top - 3 });
    const { lines, width, height } = label;
    return { ...node, x, y, lines, label: { x: x - width / 2, y: bottom - height, width, height } };
  });
  return { nodes, leaders };
}
