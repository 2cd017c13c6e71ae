/** What is lit in a picture: the neighbourhood of what is hovered or selected, or of a group under the pointer. */
import type { Desk } from "../desk/desk.ts";
import { claimOf, emphasisOf, hoverEmphasisOf, workOf } from "../desk/emphasis.ts";
import type { Selection } from "../state/address.ts";
import type { Light } from "./overlay.ts";
import type { Scene } from "./scene.ts";

/** Returns the light of a selection and of what is hovered, which goes first. Linear in the edges lit. */
export function lightOf(
  desk: Desk,
  scene: Scene,
  selection: Selection | null,
  hovered: Selection | null,
): Light {
  const emphasis = hovered ? hoverEmphasisOf(desk, hovered) : emphasisOf(desk, selection);
  const chosen = [claimOf(desk, selection)?.id, workOf(desk, selection)?.id].filter((id) => id !== undefined);
  if (scene.groups) return groupLight(scene, [...emphasis.claims, ...emphasis.sources], chosen);
  const links = [...emphasis.edges].flatMap((id) => scene.linksOf.get(id) ?? []);
  const inScene = (id: string): boolean => scene.nodeById.has(id);
  // Beside numbers the words would stand in the way of the others for as long as the claim is selected.
  const claim = claimOf(desk, scene.labelled ? hovered : (hovered ?? selection));
  return {
    nodes: new Set(
      [...emphasis.sources, ...links.flatMap((l) => [l.to, l.from]), ...emphasis.claims].filter(inScene),
    ),
    links,
    focus: chosen,
    quoted: claim && { id: claim.id, text: claim.statement.text },
  };
}

function groupLight({ groups, links }: Scene, lit: readonly string[], chosen: readonly string[]): Light {
  const nodes = new Set(lit.map((id) => groups?.standIn.get(id) ?? id));
  return {
    nodes,
    links: links.filter(({ from, to }) => nodes.has(from) && nodes.has(to)),
    focus: chosen.flatMap((id) => groups?.standIn.get(id) ?? []),
    quoted: null,
  };
}

/** Returns the light of one group: itself, its lines and what they lead to. */
export function lightOfGroup({ links }: Scene, id: string): Light {
  const own = links.filter(({ from, to }) => from === id || to === id);
  return {
    nodes: new Set([id, ...own.flatMap(({ from, to }) => [from, to])]),
    links: own,
    focus: [],
    quoted: null,
  };
}
