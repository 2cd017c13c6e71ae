/**
 * The foundation picture of a long document: claims as a block of small squares, set as the text is set, above the
 * sources as circles. Nothing has a label of its own room: a renderer writes as many as fit at the zoom it shows.
 */
import type { FoundationLayout, PlacedNode } from "../layout.ts";
import type { ClaimNode, EvidenceGraph, SourceNode } from "../types.ts";
import { barycentres, digCellars, radii } from "./cellars.ts";
import { stack } from "./storeys.ts";

export interface DenseOptions {
  /** Width to fill before claims go into another row. */
  readonly width: number;
  /** Height over width that the whole is to have, about. */
  readonly proportion: number;
}

/** The first claim of a paragraph, and the paragraph's number to be written in front of it. */
export interface Run {
  readonly text: string;
  /** Left edge and middle of the first square. */
  readonly x: number;
  readonly y: number;
}

export interface DenseLayout extends FoundationLayout {
  readonly runs: readonly Run[];
}

const HALF = 7;
const CLAIM_GAP = 5;
/** In front of a paragraph, for its number. */
const RUN_GAP = 26;
const ROW_GAP = 11;
const SOURCE_GAP = 6;
/** Below a row of sources, as shown, for the names written there. */
const NAMES_GAP = 20;
/** Circles are made smaller down to this share of their usual size so that they stand in few rows. */
const SMALLEST_SHARE = 0.45;
/** The share of the height that the claims may take. */
const CLAIMS_SHARE = 0.42;
const none: readonly never[] = [];

/** Returns the place of every node. Deterministic; linear but for sorting the sources. */
export function denseLayout(graph: EvidenceGraph, { width, proportion }: DenseOptions): DenseLayout {
  const claims: ClaimNode[] = [];
  const sources: SourceNode[] = [];
  graph.forEachNode((_id, node) => {
    if (node.kind === "claim") claims.push(node);
    else sources.push(node);
  });
  const column = 2 * HALF + CLAIM_GAP;
  const storeys = stack(
    claims.map(({ block }) => ({ width: column, height: 2 * HALF, block })),
    width,
    { paragraph: RUN_GAP, storey: ROW_GAP, flattest: 1 / (CLAIMS_SHARE * proportion) },
  );
  const room = Math.max(width, storeys.width + RUN_GAP);
  const indent = Math.max(RUN_GAP, (room - storeys.width) / 2);
  const xs = storeys.xs.map((x) => indent + x);
  const usual = radii(sources.map(({ direct, carried }) => direct + carried));
  const packed = usual.reduce((sum, r) => sum + 2 * r + SOURCE_GAP, 0);
  const sizes = usual.map((r) => r * Math.max(SMALLEST_SHARE, Math.min(1, room / packed)));
  const cellars = digCellars(
    {
      wants: barycentres(graph.getAttribute("pairs"), xs, room),
      widths: sizes.map((r) => 2 * r + SOURCE_GAP),
      radii: sizes,
      labelHeights: new Float64Array(sizes.length),
    },
    room,
    storeys.height + (claims.length === 0 ? 0 : Math.max(120, 0.25 * room * proportion)),
    0,
    (NAMES_GAP * room) / width,
  );
  const nodes: PlacedNode[] = [];
  const runs: Run[] = [];
  for (const [i, id] of graph.getAttribute("claims").entries()) {
    const y = storeys.bottoms[i]! - HALF;
    nodes.push(place(id, "claim", xs[i]!, y, HALF));
    if (i === 0 || claims[i]!.block !== claims[i - 1]!.block)
      runs.push({ text: paragraphOf(claims[i]!.label), x: xs[i]! - HALF, y });
  }
  for (const [i, id] of graph.getAttribute("sources").entries())
    nodes.push(place(id, "source", cellars.xs[i]!, cellars.ys[i]!, sizes[i]!));
  return {
    nodes,
    runs,
    width: Math.ceil(room),
    height: Math.ceil(sources.length > 0 ? cellars.bottom : storeys.height),
    storeys: storeys.count,
    cellars: cellars.count,
  };
}

/** Returns the paragraph's part of a claim's number: "12" of "12.3". */
const paragraphOf = (label: string): string => label.slice(0, Math.max(0, label.lastIndexOf(".")));

function place(id: string, kind: PlacedNode["kind"], x: number, y: number, size: number): PlacedNode {
  return { id, kind, x, y, size, lines: none, label: { x, y, width: 0, height: 0 } };
}
