/** The picture as it is on the screen, as an image to keep: PNG in twice the pixels, or SVG. */
import type { Brush } from "./brush.ts";
import { ground } from "./fresh.ts";
import { drawOverlay, endsOf, type Light, type Picture } from "./overlay.ts";
import { paintEdge, paintNode, type View } from "./paint.ts";
import { SvgBrush } from "./svg-brush.ts";

export type ImageKind = "png" | "svg";

const ratio = 2;

/** Returns the image. Draws every node and edge on the screen anew, so it takes some time in a large picture. */
export async function imageOf(
  kind: ImageKind,
  picture: Picture,
  view: View,
  light: Light,
  title: string,
): Promise<Blob> {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d")!;
  if (kind === "svg") {
    const brush = new SvgBrush(context);
    paintAll(brush, picture, view);
    drawOverlay(brush, picture, view, light);
    return new Blob([brush.toSvg(view.width, view.height, title)], { type: "image/svg+xml" });
  }
  Object.assign(canvas, { width: view.width * ratio, height: view.height * ratio });
  context.scale(ratio, ratio);
  paintAll(context, picture, view);
  const layer = document.createElement("canvas");
  Object.assign(layer, { width: canvas.width, height: canvas.height });
  const above = layer.getContext("2d")!;
  above.scale(ratio, ratio);
  drawOverlay(above, picture, view, light);
  context.drawImage(layer, 0, 0, view.width, view.height);
  return new Promise((done, fail) =>
    canvas.toBlob(
      (blob) => (blob ? done(blob) : fail(new Error("the image could not be made"))),
      "image/png",
    ),
  );
}

/** Draws what the graphics card draws: ground, edges, nodes. */
function paintAll(brush: Brush, { scene, palette, linkLook, nodeLook }: Picture, view: View): void {
  brush.fillStyle = palette.paper;
  brush.fillRect(0, 0, view.width, view.height);
  for (const link of scene.links) {
    const ends = endsOf(view, link);
    const look = linkLook(link);
    if (ends) paintEdge(brush, ends, look, look.size);
  }
  for (const node of scene.nodes) {
    const middle = view.middleOf(node.id);
    if (!middle) continue;
    const look = nodeLook(node.id);
    if (node.kind === "claim") {
      const paper = { ...look, color: palette.paper };
      paintNode(brush, node, paper, middle, view.scale * (1 + ground));
    }
    paintNode(brush, node, look, middle, view.scale);
  }
}
