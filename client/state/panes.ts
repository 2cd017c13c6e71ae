/** Going to a pane: shows it where not all fit, and moves the focus into it. */
import { type PaneName, showPane } from "./store.ts";

export const paneNames: Readonly<Record<PaneName, string>> = {
  text: "Text",
  graph: "Foundation",
  inspector: "Inspector",
};

export const paneId = (pane: PaneName): string => `pane-${pane}`;

/** Shows the pane and focuses it, after React has drawn it. */
export function goToPane(pane: PaneName): void {
  showPane(pane);
  requestAnimationFrame(() => document.getElementById(paneId(pane))?.focus());
}
