/** Reads labelled references (JSON lines) and moves their code point offsets to UTF-16. */
import { readFileSync } from "node:fs";
import type { Csl } from "../../../core/model.ts";

export interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

export interface GoldRecord {
  readonly id: string;
  readonly set: string;
  readonly raw: string;
  readonly spans: readonly GoldSpan[];
  readonly fields: Partial<Csl>;
  readonly unsure: readonly string[];
  readonly refs: readonly GoldSpan[];
  readonly noise: boolean;
  readonly group: string | null;
}

/** Returns the records of a file in order. */
export function readRecords(file: string): GoldRecord[] {
  const out: GoldRecord[] = [];
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const r = JSON.parse(line);
    const at = utf16(r.raw);
    const spans = (list: readonly (readonly [number, number, string])[] | undefined): GoldSpan[] =>
      (list ?? []).map(([a, b, label]) => ({ start: at(a), end: at(b), label }));
    out.push({
      id: r.id,
      set: r.set,
      raw: r.raw,
      spans: spans(r.spans),
      fields: r.fields ?? {},
      unsure: r.unsure ?? [],
      refs: spans(r.refs),
      noise: r.noise === true,
      group: r.group ?? null,
    });
  }
  return out;
}

/** Code point offset → UTF-16 offset. */
function utf16(text: string): (offset: number) => number {
  if (!/[\ud800-\udfff]/.test(text)) return (n) => n;
  const at: number[] = [];
  let n = 0;
  for (const c of text) {
    at.push(n);
    n += c.length;
  }
  at.push(n);
  return (i) => at[i] ?? n;
}
