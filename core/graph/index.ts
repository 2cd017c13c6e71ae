/** The evidence graph: building, asking, withdrawing, laying out. Safe for the browser. */
export { buildGraph } from "./build.ts";
export { type Chain, chains } from "./chain.ts";
export { type Footing, footingOf } from "./footing.ts";
export { type Foundation, foundation } from "./foundation.ts";
export { type DenseLayout, type DenseOptions, denseLayout, type Run } from "./layout/dense.ts";
export { type LabelLine, type LabelStyle, lineHeight } from "./layout/labels.ts";
export { shortLabel } from "./layout/short-label.ts";
export {
  type Box,
  type FoundationLayout,
  foundationLayout,
  type LayoutOptions,
  type PlacedNode,
} from "./layout.ts";
export { type Load, load } from "./load.ts";
export { type Neighbourhood, neighbourhood } from "./neighbourhood.ts";
export type { Pairs } from "./pairs.ts";
export { type SoleSupport, soleSupport } from "./sole-support.ts";
export * from "./types.ts";
export { type Withdrawal, withdraw, withdrawn } from "./withdraw.ts";
