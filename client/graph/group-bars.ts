/** What a section's claims stand on, drawn into its square: cited, carried and uncited as shares of its height. */
import type { Brush } from "./brush.ts";
import type { Group } from "./groups.ts";
import type { View } from "./paint.ts";
import type { Palette } from "./palette.ts";
import type { Scene } from "./scene.ts";

/** Draws the shares into each square that is on the screen. */
export function paintGroupBars(context: Brush, scene: Scene, palette: Palette, view: View): void {
  for (const [id, group] of scene.groups?.byId ?? []) {
    const middle = view.middleOf(id);
    const node = scene.nodeById.get(id);
    if (group.kind !== "section" || !middle || !node) continue;
    const half = node.size * view.scale;
    if (middle.x < -half || middle.y < -half || middle.x > view.width + half || middle.y > view.height + half)
      continue;
    let bottom = middle.y + half;
    for (const [share, color] of shares(group, palette)) {
      const height = 2 * half * share;
      context.fillStyle = color;
      context.fillRect(middle.x - half, bottom - height, 2 * half, height);
      bottom -= height;
    }
  }
}

function shares(
  { claims: { direct, carried, uncited } }: Group,
  palette: Palette,
): readonly (readonly [number, string])[] {
  const all = Math.max(1, direct + carried + uncited);
  return [
    [direct / all, palette.direct],
    [carried / all, palette.carried],
    [uncited / all, palette.uncited],
  ];
}
