/** Collects the fields of one reference with the evidence for each; no character may prove two fields. */
import type { Basis, Confidence, Csl, CslName, FieldEvidence, ParsedReference, Span } from "../model.ts";

type Draft = { -readonly [K in keyof Csl]: Csl[K] };

/** A reference in the making. */
export class Builder {
  readonly draft: Omit<Draft, "type"> = {};
  readonly custom: Record<string, string | number | boolean> = {};
  readonly evidence: FieldEvidence[] = [];
  truncated = false;
  readonly raw: string;
  /** A page was cited behind the reference, as notes do and lists do not. */
  readonly cited: boolean;

  constructor(raw: string, cited = false) {
    this.raw = raw;
    this.cited = cited;
  }

  /** Notes where a field was read. */
  prove(field: string, span: Span, confidence: Confidence, rule: string): void {
    const basis: Basis = { rule, confidence, spans: [{ start: span.start, end: span.end }] };
    this.evidence.push({ field, start: span.start, end: span.end, basis });
  }

  /** Takes back what was noted for the field. */
  withdraw(field: string): void {
    for (let i = this.evidence.length - 1; i >= 0; i--)
      if (this.evidence[i]!.field === field) this.evidence.splice(i, 1);
  }

  /** True where some field was read from a character of the span. */
  taken(span: Span): boolean {
    return this.evidence.some((e) => e.start < span.end && span.start < e.end);
  }

  addPeople(field: "author" | "editor" | "translator", names: readonly CslName[]): void {
    this.draft[field] = [...(this.draft[field] ?? []), ...names];
  }

  /** Returns the finished reference. */
  finish(type: string, confidence: Confidence): ParsedReference {
    const custom = Object.keys(this.custom).length === 0 ? {} : { custom: this.custom };
    const evidence = this.evidence.toSorted((a, b) => a.start - b.start || a.end - b.end);
    return {
      csl: { type, ...this.draft, ...custom },
      authorsTruncated: this.truncated,
      evidence,
      confidence,
    };
  }
}
