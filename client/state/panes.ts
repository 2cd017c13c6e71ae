/** Going to a pane: shows it where not all fit, and moves the focus into it. */
import { type PaneName, showPane } from "./store.ts";

export const paneNames: Readonly<Record<PaneName, string>> = {
  text: "Text",
  graph: "Foundation",
  inspector: "Inspector",
  table: "Audit",
};

export const paneId = (pane: PaneName): string => `pane-${pane}`;

/** Shows the pane and focuses it, after React has drawn it; in graph, list and table, what takes the arrow keys. */
export function goToPane(pane: PaneName): void {
  showPane(pane);
  switch (pane) {
    case "text":
    case "inspector":
      requestAnimationFrame(() => document.getElementById(paneId(pane))?.focus());
      break;
    case "graph":
      requestAnimationFrame(() => {
        const section = document.getElementById(paneId(pane));
        section?.focus();
        const inside = `#${paneId(pane)} :is([role=application], [role=tree] [tabindex="0"])`;
        focusWhenThere(inside, () => document.activeElement === section);
      });
      break;
    case "table":
      focusWhenThere(`#${paneId(pane)} [role=grid] [tabindex="0"]`);
      break;
    default:
      pane satisfies never;
  }
}

/** How many frames something may take to be fetched and drawn before it is given up. */
const patience = 60;

/**
 * Focuses what a part of the page that is still being fetched or drawn will hold, for as long as it is wanted. What
 * the page holds as soon as React has answered the event has the focus before the next key.
 */
export function focusWhenThere(selector: string, wanted = (): boolean => true): void {
  let left = patience;
  const look = (): void => {
    const element = wanted() ? document.querySelector<HTMLElement>(selector) : null;
    if (element) element.focus();
    else if (left > 0 && wanted()) requestAnimationFrame(look);
    left -= 1;
  };
  queueMicrotask(look);
}
