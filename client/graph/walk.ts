/** Walking the picture with the arrow keys: left and right along a layer, up and down along the edges. */
import type { Edge } from "../../core/model.ts";
import type { Claim, Desk, Work } from "../desk/desk.ts";
import { claimsOf, worksOf } from "../desk/desk.ts";
import { claimOf, workOf } from "../desk/emphasis.ts";
import type { Selection } from "../state/address.ts";
import type { Scene } from "./scene.ts";

export type Arrow = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

export const isArrow = (key: string): key is Arrow => /^Arrow(?:Left|Right|Up|Down)$/.test(key);

const claim = (ref: string | undefined): Selection | null =>
  ref === undefined ? null : { kind: "claim", claim: ref };
const source = (ref: string | undefined): Selection | null =>
  ref === undefined ? null : { kind: "source", source: ref };

/**
 * Returns where the arrow leads from the selection, or null at an end. Claims go in document order, sources from
 * left to right; down leads to the first source of a claim, up to the first claim of a source.
 */
export function walk(desk: Desk, scene: Scene, from: Selection | null, arrow: Arrow): Selection | null {
  const work = workOf(desk, from);
  const at = claimOf(desk, from);
  const { claims, works } = scene;
  const { shown } = scene.options;
  if (!at && !work) return claim(claims[0]?.ref) ?? source(works[0]?.ref);
  const edgesOf = (node: Claim | Work): readonly Edge[] =>
    shown ? node.edges.filter(({ id }) => shown.edges.has(id)) : node.edges;
  const step = arrow === "ArrowRight" ? 1 : -1;
  if (work && from?.kind !== "pair") {
    if (arrow === "ArrowDown") return null;
    if (arrow === "ArrowUp") return claim(claimsOf(desk, edgesOf(work))[0]?.ref);
    return source(beside(works, work, step)?.ref);
  }
  if (!at) return null;
  if (arrow === "ArrowUp") return work ? claim(at.ref) : null;
  if (arrow === "ArrowDown") return source((work ?? worksOf(desk, edgesOf(at))[0])?.ref);
  return claim(beside(claims, at, step)?.ref);
}

/** Returns what stands beside `node` in the row; for one that a filter hides, the end of the row one would come from. */
function beside<T>(row: readonly T[], node: T, step: 1 | -1): T | undefined {
  const at = row.indexOf(node);
  return at < 0 ? row[step > 0 ? 0 : row.length - 1] : row[at + step];
}
