/** A string's stretches while the repair rules work on them. */
import type { Label, Segment } from "./segment.ts";

/** What a closed grammar names is likely; only what the model never doubted is certain. */
const READ_BY_RULE = 0.9;

const EITHER = /[\p{L}\p{N}]/u;

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

  /** Whether one of the stretches in front of the one at `i` has the label. */
  hasBefore(i: number, label: Label): boolean {
    return this.segments.slice(0, i).some((s) => s.label === label);
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

  /** The words from `from` to `to` become one stretch, whatever they were; what stands around them keeps its label. */
  lay(from: number, to: number, label: Label): void {
    if (to <= from) return;
    // Marks that would be left over of a stretch go with the words.
    const first = this.segments.find((s) => s.start < from && from < s.end);
    const last = this.segments.find((s) => s.start < to && to < s.end);
    const start = first && !EITHER.test(this.raw.slice(first.start, from)) ? first.start : from;
    const end = last && !EITHER.test(this.raw.slice(to, last.end)) ? last.end : to;
    const out: Segment[] = [];
    let laid = false;
    for (const s of this.segments) {
      if (s.end <= start || s.start >= end) {
        if (s.start >= end && !laid) laid = out.push({ label, start, end, confidence: READ_BY_RULE }) > 0;
        out.push(s);
        continue;
      }
      if (s.start < start) out.push({ ...s, end: start });
      if (!laid) laid = out.push({ label, start, end, confidence: READ_BY_RULE }) > 0;
      if (s.end > end) out.push({ ...s, start: end });
    }
    if (!laid) out.push({ label, start, end, confidence: READ_BY_RULE });
    this.segments = out;
  }

  /** Lays each group of the match that took part, the first with the first label; `at` is where the matched text begins. */
  layGroups(m: RegExpExecArray, labels: readonly Label[], at = 0): void {
    labels.forEach((label, i) => {
      const group = m.indices?.[i + 1];
      if (group) this.lay(at + group[0], at + group[1], label);
    });
  }
}
