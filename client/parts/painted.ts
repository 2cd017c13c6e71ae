/** Says when a text that the page began with has been painted: what is not in it has time until then. */

/** A window that is not looked at paints nothing, and must not wait for it. */
const patience = 200;

let first: Promise<void> | null = null;

/**
 * Waits for the frame that shows the text; done at once from then on, and where there is no text yet. To be called from
 * an effect.
 */
export function painted(): Promise<void> {
  first ??= document.querySelector(".document") === null ? Promise.resolve() : nextFrame();
  return first;
}

const nextFrame = (): Promise<void> =>
  new Promise((done) => {
    // A frame's callbacks run before it is painted; a task asked for in one runs behind it.
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, patience);
  });
