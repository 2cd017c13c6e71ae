/** Going from a marker to its note and back; the focus goes along and comes back to where it was. */

const reduced = matchMedia("(prefers-reduced-motion: reduce)");

/** Scrolls the element into view inside its pane, without jumping when it is in view already. */
export function reveal(element: Element | null, block: ScrollLogicalPosition = "nearest"): void {
  element?.scrollIntoView({ block, behavior: reduced.matches ? "auto" : "smooth" });
}

function focusOn(id: string): void {
  const element = document.getElementById(id);
  if (!element) return;
  element.focus({ preventScroll: true });
  reveal(element, "center");
}

export const jumpToNote = (note: string): void => focusOn(`note-${note}`);

export const jumpToMarker = (marker: string): void => focusOn(`marker-${marker}`);
