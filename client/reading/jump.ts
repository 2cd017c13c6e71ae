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

/** Which marker led to a note, so that its back-link can return there first. */
const cameFrom = new Map<string, string>();

export function jumpToNote(note: string, marker: string): void {
  cameFrom.set(note, marker);
  focusOn(`note-${note}`);
}

/** Goes to the marker; from a note with several calls, back to the one that led here when none is named. */
export const jumpToMarker = (marker: string): void => focusOn(`marker-${marker}`);

/** Returns the marker that led to the note, or null. */
export const originOf = (note: string): string | null => cameFrom.get(note) ?? null;
