/** Going to a pane: shows it where not all fit, and moves the focus into it. */
import { type PaneName, showPane } from "./store.ts";

export const paneNames: Readonly<Record<PaneName, string>> = {
  text: "Text",
  graph: "Foundation",
  inspector: "Inspector",
  table: "Audit",
};

export const paneId = (pane: PaneName): string => `pane-${pane}`;

/** Shows the pane and focuses it, after React has drawn it; in the table, the cell that is its tab stop. */
export function goToPane(pane: PaneName): void {
  showPane(pane);
  if (pane === "table") focusWhenThere(`#${paneId(pane)} [role=grid] [tabindex="0"]`);
  else requestAnimationFrame(() => document.getElementById(paneId(pane))?.focus());
}

/** Focuses what a part of the page that is still being fetched or drawn will hold; gives up after some frames. */
export function focusWhenThere(selector: string, frames = 60): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(selector);
    if (element) element.focus();
    else if (frames > 0) focusWhenThere(selector, frames - 1);
  });
}
