/**
 * Which labels a block of squares gets at the zoom it is shown: as many as keep apart from one another and from the
 * nodes, the heaviest sources first, paragraphs and claims in their order. The same picture and view give the same.
 */
import type { Point } from "./curve.ts";
import type { Scene } from "./scene.ts";

/** The faces of labels that do not grow with the picture. */
export const written = {
  source: { weight: 600, size: 12.5 },
  claim: { weight: 600, size: 11 },
  run: { weight: 400, size: 11 },
} as const;
export type WrittenKind = keyof typeof written;

export interface Written {
  readonly id: string;
  readonly kind: WrittenKind;
  readonly text: string;
  /** Left edge and baseline, in screen pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** From the circle down to a name of a lower tier. */
  readonly leader: { readonly x: number; readonly top: number; readonly bottom: number } | null;
}

export interface Sight {
  readonly toScreen: (point: Point) => Point;
  readonly middleOf: (id: string) => Point | null;
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

/** Returns the width of a text in its face. */
export type MeasureWritten = (text: string, kind: WrittenKind) => number;

const tiers = 4;
const tierHeight = 16;
const below = 3;
/** Squares nearer to one another than this have no room for numbers between their rows. */
const numbersFrom = 1.15;
/** Trying more than this takes time and finds no room. */
const mostTried = 600;

/** Returns the labels to write: of all nodes, or only of some, which then have the screen to themselves. */
export function writeLabels(
  scene: Scene,
  sight: Sight,
  measure: MeasureWritten,
  textOf: (id: string) => string,
  only: ReadonlySet<string> | null,
): readonly Written[] {
  const taken = new Occupancy(sight.width, sight.height);
  const found: Written[] = [];
  // Asking for each node where it stands takes longer than all the rest.
  const { scale } = sight;
  const origin = sight.toScreen({ x: 0, y: 0 });
  const isSeen = ({ x, y }: Point): boolean => {
    const [left, top] = [origin.x + x * scale, origin.y + y * scale];
    return left >= 0 && top >= 0 && left <= sight.width && top <= sight.height;
  };
  const nodes = only ? [...only].flatMap((id) => scene.nodeById.get(id) ?? []) : scene.nodes;
  for (const node of nodes) {
    if (!isSeen(node)) continue;
    const reach = node.size * scale + 1;
    taken.mark(origin.x + node.x * scale - reach, origin.y + node.y * scale - reach, 2 * reach, 2 * reach);
  }
  if (!only) for (const run of scene.runs) writeRun(run, sight, measure, taken, found);
  for (const [id, at] of tried(scene.heaviest)) {
    const radius = scene.nodeById.get(id)!.size * scale;
    const label = hangName(id, textOf(id), { ...at, y: at.y + radius }, sight, measure, taken);
    if (label) found.push(label);
  }
  if (!only && scale < numbersFrom) return found;
  for (const [id, at] of tried(scene.claims)) {
    const text = textOf(id);
    const width = measure(text, "claim");
    const { size } = written.claim;
    const top = at.y - scene.nodeById.get(id)!.size * scale - size - 4;
    const x = at.x - width / 2;
    if (taken.isFree(x - 1, top, width + 2, size)) {
      taken.mark(x - 1, top, width + 2, size);
      found.push({ id, kind: "claim", text, x, y: top + 0.86 * size, width, leader: null });
    }
  }
  return found;

  /** The first on the screen, in their order, and where they stand. */
  function* tried(list: readonly { readonly id: string }[]): Generator<readonly [string, Point]> {
    let left = mostTried;
    for (const { id } of list) {
      const node = !only || only.has(id) ? scene.nodeById.get(id) : undefined;
      const at = node && isSeen(node) ? sight.middleOf(id) : null;
      if (!at) continue;
      yield [id, at];
      left -= 1;
      if (left === 0) return;
    }
  }
}

function writeRun(
  run: Scene["runs"][number],
  { toScreen, width: room, height }: Sight,
  measure: MeasureWritten,
  taken: Occupancy,
  found: Written[],
): void {
  const at = toScreen(run);
  if (run.text === "" || at.x < 0 || at.y < 0 || at.x > room || at.y > height) return;
  const width = measure(run.text, "run");
  const { size } = written.run;
  const [x, top] = [at.x - width - 5, at.y - size / 2];
  if (!taken.isFree(x, top, width, size)) return;
  taken.mark(x, top, width, size);
  found.push({
    id: `run ${run.text}`,
    kind: "run",
    text: run.text,
    x,
    y: top + 0.86 * size,
    width,
    leader: null,
  });
}

function hangName(
  id: string,
  text: string,
  foot: Point,
  sight: Sight,
  measure: MeasureWritten,
  taken: Occupancy,
): Written | null {
  const width = measure(text, "source");
  const { size } = written.source;
  const x = Math.max(4, Math.min(sight.width - width - 4, foot.x - width / 2));
  for (let tier = 0; tier < tiers; tier += 1) {
    const top = foot.y + below + tier * tierHeight;
    if (top + size > sight.height) return null;
    const long = top - foot.y - below;
    if (!taken.isFree(x - 3, top, width + 6, size + 1)) continue;
    if (tier > 0 && !taken.isFree(foot.x - 2, foot.y + below, 4, long)) continue;
    taken.mark(x - 3, top, width + 6, size + 1);
    if (tier > 0) taken.mark(foot.x - 2, foot.y + below, 4, long);
    const leader = tier > 0 ? { x: foot.x, top: foot.y + 2, bottom: top } : null;
    return { id, kind: "source", text, x, y: top + 0.84 * size, width, leader };
  }
  return null;
}

const cell = 2;

/** The screen in small cells, each taken or free. */
class Occupancy {
  readonly #columns: number;
  readonly #rows: number;
  readonly #cells: Uint8Array;

  constructor(width: number, height: number) {
    this.#columns = Math.ceil(width / cell);
    this.#rows = Math.ceil(height / cell);
    this.#cells = new Uint8Array(this.#columns * this.#rows);
  }

  mark(x: number, y: number, width: number, height: number): void {
    const { left, right, top, bottom } = this.#range(x, y, width, height);
    for (let row = top; row < bottom; row += 1)
      this.#cells.fill(1, row * this.#columns + left, row * this.#columns + right);
  }

  isFree(x: number, y: number, width: number, height: number): boolean {
    const { left, right, top, bottom } = this.#range(x, y, width, height);
    for (let row = top; row < bottom; row += 1)
      for (let at = row * this.#columns + left; at < row * this.#columns + right; at += 1)
        if (this.#cells[at] === 1) return false;
    return true;
  }

  #range(x: number, y: number, width: number, height: number) {
    const within = (n: number, most: number): number => Math.max(0, Math.min(most, n));
    const left = within(Math.floor(x / cell), this.#columns);
    const right = Math.max(left, within(Math.ceil((x + width) / cell), this.#columns));
    const top = within(Math.floor(y / cell), this.#rows);
    const bottom = Math.max(top, within(Math.ceil((y + height) / cell), this.#rows));
    return { left, right, top, bottom };
  }
}
