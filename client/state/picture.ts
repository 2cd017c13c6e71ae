/** Lets a menu keep an image of the graph without knowing the renderer. */
type Painter = (kind: "png" | "svg") => Promise<Blob>;

let painter: Painter | null = null;

/** Offers the picture that is on the screen; returns the function that takes the offer back. */
export function offerPicture(paint: Painter): () => void {
  painter = paint;
  return () => {
    if (painter === paint) painter = null;
  };
}

/** Returns the picture on the screen as an image, or null when there is none. */
export const takePicture = async (kind: "png" | "svg"): Promise<Blob | null> =>
  painter === null ? null : painter(kind);
