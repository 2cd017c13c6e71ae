/** The row of notes between claims and sources: each edge then goes by the note that makes the citation. */
import type { PlacedNode } from "../../core/graph/index.ts";
import { spreadFrom } from "../../core/graph/layout/spread.ts";
import type { Edge, NoteId } from "../../core/model.ts";
import type { SceneNode } from "./scene.ts";

const size = 5;
const apart = 30;
/** Where between the claims and the sources the row runs. */
const height = 0.5;

/** Returns a node for each note that an edge goes by, spread over the width, each near its claims and sources. */
export function notesRow(
  nodeById: ReadonlyMap<string, PlacedNode>,
  edges: readonly Edge[],
  labelOf: (note: NoteId) => string,
  width: number,
): readonly SceneNode[] {
  const wants = new Map<NoteId, { sum: number; count: number }>();
  let [top, bottom] = [0, Number.POSITIVE_INFINITY];
  for (const { note, claim, source } of edges) {
    const [from, to] = [nodeById.get(claim), nodeById.get(source)];
    if (note === null || !from || !to) continue;
    const want = wants.get(note) ?? { sum: 0, count: 0 };
    wants.set(note, { sum: want.sum + (from.x + to.x) / 2, count: want.count + 1 });
    top = Math.max(top, from.y + from.size);
    bottom = Math.min(bottom, to.y - to.size);
  }
  const row = [...wants]
    .map(([id, { sum, count }]) => ({ id, want: sum / count }))
    .sort((a, b) => a.want - b.want || (a.id < b.id ? -1 : 1));
  const step = Math.min(apart, width / Math.max(1, row.length));
  const xs = spreadFrom(
    Float64Array.from(row, ({ want }) => want),
    Float64Array.from(row, (_, i) => (i + 0.5) * step),
    new Float64Array(row.length).fill(1),
    Math.max(0, width - row.length * step),
  );
  const y = Math.round(top + height * (bottom - top));
  return row.map(({ id }, i): SceneNode => {
    const x = Math.round(xs[i]!);
    const lines = step === apart ? [{ text: labelOf(id), style: "claim-words" as const, dy: 0.8 * 13 }] : [];
    return {
      id,
      kind: "note",
      x,
      y,
      size,
      lines,
      label: { x: x - apart / 2, y: y + size + 2, width: apart, height: 13 },
    };
  });
}
