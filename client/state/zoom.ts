/** Lets the keys and the buttons move the camera without either knowing the renderer. */
export type ZoomStep = "zoom-in" | "zoom-out" | "zoom-fit" | "pan-left" | "pan-right" | "pan-up" | "pan-down";

const listeners = new Set<(step: ZoomStep) => void>();

/** Moves the camera of the graph that is on the screen, if one is. */
export function zoom(step: ZoomStep): void {
  for (const listener of listeners) listener(step);
}

/** Hears zoom steps; returns the function that stops it. */
export function onZoom(listener: (step: ZoomStep) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
