/** What a click, a tap or the pointer on the canvas means: selecting, opening a group, hovering. */
import type { Desk } from "../desk/desk.ts";
import { claimOf } from "../desk/emphasis.ts";
import { jumpToNote } from "../reading/jump.ts";
import type { Selection } from "../state/address.ts";
import { announce } from "../state/announce.ts";
import { deskState, hover, select, setCamera, showPane, toggleFilter } from "../state/store.ts";
import type { Handlers } from "./renderer.ts";
import type { Scene } from "./scene.ts";

export interface Outside {
  readonly scene: () => Scene | null;
  readonly onGroup: (id: string | null) => void;
  readonly onView: Handlers["onView"];
  readonly onLost: () => void;
}

/** Returns the handlers of a canvas that shows the document. */
export function pointing(desk: Desk, { scene, onGroup, onView, onLost }: Outside): Handlers {
  const nodeSelection = (id: string): Selection | null => {
    const claim = desk.claimById.get(id);
    if (claim) return { kind: "claim", claim: claim.ref };
    const work = desk.workById.get(id);
    return work ? { kind: "source", source: work.ref } : null;
  };
  const linkSelection = (id: string): Selection | null => {
    const edge = scene()?.links.find((link) => link.id === id)?.edge;
    const claim = edge && desk.claimById.get(edge.claim);
    const work = edge && desk.workById.get(edge.source);
    return claim && work ? { kind: "pair", claim: claim.ref, source: work.ref } : null;
  };
  return {
    onNode(id, extend) {
      const group = scene()?.groups?.byId.get(id);
      if (group) {
        onGroup(null);
        if (group.kind === "section") openGroup(group.section, group.name);
        return;
      }
      if (desk.noteById.has(id)) {
        showPane("text");
        requestAnimationFrame(() => jumpToNote(id));
        return;
      }
      const target = nodeSelection(id);
      const claim = claimOf(desk, deskState().selection);
      const pair = extend && claim && target?.kind === "source" && claim.edges.some((e) => e.source === id);
      select(pair ? { kind: "pair", claim: claim.ref, source: target.source } : target);
    },
    onEdge: (id) => select(linkSelection(id)),
    onStage: () => select(null),
    onHover(target) {
      const group = target?.kind === "node" && scene()?.groups?.byId.has(target.id) ? target.id : null;
      onGroup(group);
      if (group || !target) hover(null);
      else hover(target.kind === "node" ? nodeSelection(target.id) : linkSelection(target.id));
    },
    onCamera: setCamera,
    onView,
    onLost,
  };
}

/** Shows a section's claims one by one: the group opens by its filter. */
export function openGroup(section: string, name: string): void {
  toggleFilter({ kind: "section", value: section });
  announce(`${name}, opened. Clear the filters to go back.`);
}
