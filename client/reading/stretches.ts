/**
 * Puts the paragraphs of a long text together in stretches, each of which the browser skips as one while it is out of
 * sight: it looks at every such element again in every frame, and thousands of them cost more than the frame does.
 */
import type { FlowPart } from "./flow.ts";

/** Two screens or so: what comes into sight is set within a frame. */
const perStretch = 6;

export type Stretch = readonly [FlowPart, ...FlowPart[]];

/** Returns whether the part is set as a paragraph of running text. */
export const runsOn = ({ kind }: FlowPart): boolean => kind === "paragraph" || kind === "caption";

/** Returns the parts in order, paragraphs that follow each other six at a time and all else alone. Linear. */
export function stretches(parts: readonly FlowPart[]): readonly Stretch[] {
  const found: [FlowPart, ...FlowPart[]][] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (last && runsOn(part) && runsOn(last[0]) && last.length < perStretch) last.push(part);
    else found.push([part]);
  }
  return found;
}
