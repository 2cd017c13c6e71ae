/**
 * The foundation picture as positions: claims on top in document order, the sources they rest on below. Plain data
 * out; it draws nothing and knows no renderer. Units are pixels at scale 1, y grows downwards as on a screen.
 */
import type { SourceId, StatementId } from "../model.ts";
import { barycentres, digCellars, radii } from "./layout/cellars.ts";
import { type LabelLine, type LabelOptions, labelSetter, type SetLabel } from "./layout/labels.ts";
import { stack } from "./layout/storeys.ts";
import type { ClaimNode, EvidenceGraph, SourceNode } from "./types.ts";

export interface LayoutOptions extends LabelOptions {
  /** Width to fill before claims go into another storey, 1200 if not given. A large picture takes more. */
  readonly width?: number;
  /** Least room of a claim between its neighbours, without the gap: for a renderer that sets labels of its own. */
  readonly claimRoom?: number;
  /** Words under a claim's number: if not given, up to 1,000 claims, since nobody can read more at once. */
  readonly words?: boolean;
}

export interface Box {
  /** Left edge. */
  readonly x: number;
  /** Top edge. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode {
  readonly id: StatementId | SourceId;
  readonly kind: "claim" | "source";
  /** Middle of the square or circle. */
  readonly x: number;
  readonly y: number;
  /** Half the side of a claim's square, radius of a source's circle. */
  readonly size: number;
  /** A claim's number and words above its square, a source's name and count below its circle. */
  readonly lines: readonly LabelLine[];
  /** The label's room. No two labels overlap, nor a label and a node. */
  readonly label: Box;
}

export interface FoundationLayout {
  /** Claims in document order, then sources in the order of the analysis. */
  readonly nodes: readonly PlacedNode[];
  /** Everything lies between 0 and these. */
  readonly width: number;
  readonly height: number;
  /** Rows of claims. */
  readonly storeys: number;
  /** Rows of sources. */
  readonly cellars: number;
}

const MOST_WORDED = 1000;
const CLAIM_HALF = 10;
const GAP = 12;
const LABEL_GAP = 6;
const ROW_GAP = 20;

/** Returns the place of every node and label. Deterministic; linear but for sorting the sources. */
export function foundationLayout(graph: EvidenceGraph, options: LayoutOptions): FoundationLayout {
  const claimIds = graph.getAttribute("claims");
  const set = labelSetter({ ...options, words: options.words ?? claimIds.length <= MOST_WORDED });
  const sourceIds = graph.getAttribute("sources");
  const claims: ClaimNode[] = [];
  const sources: SourceNode[] = [];
  graph.forEachNode((_id, node) => {
    if (node.kind === "claim") claims.push(node);
    else sources.push(node);
  });
  const claimLabels = claims.map(set.claim);
  const sourceLabels = sources.map(set.source);

  const storeys = stack(
    claims.map(({ block }, i) => ({
      width: Math.max(claimLabels[i]!.width, 2 * CLAIM_HALF, options.claimRoom ?? 0) + GAP,
      height: claimLabels[i]!.height + LABEL_GAP + 2 * CLAIM_HALF,
      block,
    })),
    options.width ?? 1200,
  );
  const sizes = radii(sources.map(({ direct, carried }) => direct + carried));
  const widths = sizes.map((radius, i) => Math.max(sourceLabels[i]!.width, 2 * radius) + GAP);
  const packed = widths.reduce((sum, width) => sum + width, 0);
  const room = Math.max(storeys.width, Math.min(packed, options.width ?? 1200));
  const indent = (room - storeys.width) / 2;
  const xs = storeys.xs.map((x) => indent + x);
  const drop = claims.length === 0 ? 0 : Math.min(600, Math.max(150, room / 5));
  const cellars = digCellars(
    {
      wants: barycentres(graph.getAttribute("pairs"), xs, room),
      widths,
      radii: sizes,
      labelHeights: Float64Array.from(sourceLabels, ({ height }) => height),
    },
    room,
    storeys.height + drop,
    LABEL_GAP,
    ROW_GAP,
  );

  const nodes: PlacedNode[] = [];
  for (const [i, id] of claimIds.entries()) {
    const y = storeys.bottoms[i]! - CLAIM_HALF;
    const label = claimLabels[i]!;
    const top = y - CLAIM_HALF - LABEL_GAP - label.height;
    nodes.push(place(id, "claim", xs[i]!, y, CLAIM_HALF, label, top));
  }
  let right = room;
  for (const [i, id] of sourceIds.entries()) {
    const [x, y, size] = [cellars.xs[i]!, cellars.ys[i]!, sizes[i]!];
    nodes.push(place(id, "source", x, y, size, sourceLabels[i]!, y + size + LABEL_GAP));
    right = Math.max(right, x + widths[i]! / 2);
  }
  return {
    nodes,
    width: Math.ceil(right),
    height: Math.ceil(sources.length > 0 ? cellars.bottom : storeys.height),
    storeys: storeys.count,
    cellars: cellars.count,
  };
}

/** Whole pixels: text is crisp on them, and a hundred thousand nodes take half the memory. */
function place(
  id: StatementId | SourceId,
  kind: PlacedNode["kind"],
  x: number,
  y: number,
  size: number,
  { lines, width, height }: SetLabel,
  top: number,
): PlacedNode {
  const left = Math.round(x - width / 2);
  const label = { x: left, y: Math.round(top), width: Math.ceil(width), height };
  return { id, kind, x: Math.round(x), y: Math.round(y), size, lines, label };
}
