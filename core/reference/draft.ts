/** A string's stretches while the repair rules work on them. */
import type { Label, Segment } from "./segment.ts";

/** The stretches of one string on their way through the rules. */
export class Draft {
  readonly raw: string;
  segments: Segment[];

  constructor(raw: string, segments: readonly Segment[]) {
    this.raw = raw;
    this.segments = [...segments];
  }

  has(...labels: readonly Label[]): boolean {
    return this.segments.some((s) => labels.includes(s.label));
  }

  text(s: Segment): string {
    return this.raw.slice(s.start, s.end);
  }

  /** The place of the only stretch with this label, or -1. */
  only(label: Label): number {
    const at = this.segments.findIndex((s) => s.label === label);
    return at >= 0 && this.segments.findIndex((s, i) => i > at && s.label === label) < 0 ? at : -1;
  }

  relabel(i: number, label: Label): void {
    this.segments[i] = { ...this.segments[i]!, label };
  }

  /** Cuts the stretch at `i` into parts that begin `offsets` units behind its start. */
  cut(i: number, ...parts: readonly (readonly [offset: number, label: Label])[]): void {
    const s = this.segments[i]!;
    const made = parts.map(([offset, label], k) => ({
      ...s,
      label,
      start: s.start + offset,
      end: k + 1 < parts.length ? s.start + parts[k + 1]![0] : s.end,
    }));
    this.segments.splice(i, 1, ...made);
  }
}
