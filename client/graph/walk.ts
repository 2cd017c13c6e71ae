/** Walking the picture with the arrow keys: left and right along a layer, up and down along the edges. */
import type { Desk } from "../desk/desk.ts";
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
  if (!at && !work) return claim(desk.claims[0]?.ref) ?? source(desk.works[0]?.ref);
  const step = arrow === "ArrowRight" ? 1 : -1;
  if (work && from?.kind !== "pair") {
    if (arrow === "ArrowDown") return null;
    if (arrow === "ArrowUp") return claim(claimsOf(desk, work.edges)[0]?.ref);
    const row = [...desk.works].sort(
      (a, b) => xOf(scene, a.id) - xOf(scene, b.id) || a.node.order - b.node.order,
    );
    return source(row[row.indexOf(work) + step]?.ref);
  }
  if (!at) return null;
  if (arrow === "ArrowUp") return work ? claim(at.ref) : null;
  if (arrow === "ArrowDown") return source((work ?? worksOf(desk, at.edges)[0])?.ref);
  return claim(desk.claims[at.node.order + step]?.ref);
}

const xOf = (scene: Scene, id: string): number => scene.nodeById.get(id)?.x ?? 0;
