/** Turns labelled segments of a raw reference into CSL-JSON with the evidence for each field. */
import type { Basis, Confidence, Csl, CslName, FieldEvidence, ParsedReference, Span } from "../model.ts";
import { parseDate } from "./dates.ts";
import { findIdentifiers } from "./identifiers.ts";
import { parseNames } from "./names.ts";
import { parsePages } from "./pages.ts";
import { type Label, type Segment, trim } from "./segment.ts";
import { typeOf } from "./type.ts";

type Draft = { -readonly [K in keyof Csl]: Csl[K] };

/** Returns the reference the segments describe; segments come in order and do not overlap. */
export function assemble(raw: string, segments: readonly Segment[], rule: string): ParsedReference {
  const draft: Omit<Draft, "type"> = {};
  const custom: Record<string, string | number | boolean> = {};
  const evidence: FieldEvidence[] = [];
  const taken: Span[] = [];
  let truncated = false;

  const prove = (field: string, span: Span, confidence: Confidence, how = rule): void => {
    const basis: Basis = { rule: how, confidence, spans: [{ start: span.start, end: span.end }] };
    evidence.push({ field, start: span.start, end: span.end, basis });
  };

  for (const id of findIdentifiers(raw)) {
    taken.push(id);
    if (id.field === "arXiv") {
      draft.number ??= id.value;
      custom.arxiv = id.value;
      prove("number", id, "certain", "identifier");
    } else if (id.field === "accessed") {
      const read = parseDate(id.value);
      if (!read) continue;
      draft.accessed = read.date;
      prove("accessed", id, "likely", "access-date");
    } else if (draft[id.field] === undefined) {
      draft[id.field] = id.value;
      prove(id.field, id, "certain", "identifier");
    }
  }

  const people = (
    field: "author" | "editor" | "translator",
    segment: Segment,
    text: string,
    span: Span,
  ): void => {
    const list = parseNames(text);
    if (field === "author" && list.truncated) truncated = true;
    if (list.names.length === 0) return;
    draft[field] = [...(draft[field] ?? []), ...list.names] as readonly CslName[];
    prove(field, span, sure(segment.confidence));
  };

  let journal = false;
  for (const segment of segments) {
    const free = carve(segment, taken);
    if (!free) continue;
    const span = trim(raw, free);
    if (span.end <= span.start) continue;
    const text = raw.slice(span.start, span.end).replace(/\s+/gu, " ");
    const field = FIELD[segment.label];
    if (field === null) continue;
    switch (field) {
      case "author":
      case "editor":
      case "translator":
        people(field, segment, raw.slice(free.start, free.end), span);
        break;
      case "issued": {
        if (draft.issued !== undefined) break;
        const read = parseDate(text);
        if (!read) break;
        draft.issued = read.date;
        if (read.letter !== null) custom["year-suffix"] = read.letter;
        prove("issued", span, sure(segment.confidence));
        break;
      }
      case "page": {
        const read = parsePages(text);
        if (read.count !== null) {
          if (draft["number-of-pages"] !== undefined) break;
          draft["number-of-pages"] = read.count;
          prove("number-of-pages", span, sure(segment.confidence));
        } else if (read.page !== null && draft.page === undefined) {
          draft.page = read.page;
          if (read.raw !== null) custom["page-raw"] = read.raw;
          if (read.front !== null) custom["page-front"] = read.front;
          prove("page", span, sure(segment.confidence));
        }
        break;
      }
      default: {
        if (draft[field] !== undefined) break;
        const value = CLEAN[field]?.(text) ?? text;
        if (value === "") break;
        draft[field] = value;
        if (segment.label === "journal") journal = true;
        prove(field, span, sure(segment.confidence));
      }
    }
  }
  const type = typeOf(draft, { raw, journal });
  const csl: Csl = { type, ...draft, ...(Object.keys(custom).length === 0 ? {} : { custom }) };
  const core = segments.filter((s) => FIELD[s.label] !== null);
  const worst = core.reduce((n, s) => Math.min(n, s.confidence), core.length === 0 ? 0 : 1);
  return { csl, authorsTruncated: truncated, evidence, confidence: sure(worst) };
}

const sure = (p: number): Confidence => (p >= 0.97 ? "certain" : p >= 0.7 ? "likely" : "proposed");

const CLEAN: Partial<Record<keyof Csl, (text: string) => string>> = {
  volume: (t) =>
    t.replace(/^(?:volumes?|vols?|v|band|bd|tome|tomo|jg|jahrgang|t)(?:\s*[.:]\s*|\s+)(?=\S)/i, ""),
  issue: (t) =>
    t.replace(
      /^(?:numbers?|num(?:éro)?|nos?|nr|n|issues?|iss|heft|h|fasc|#|№)?[.:°º]*\s*(?=\(?[\d\p{L}])/iu,
      (m, at, all) => (/^[\d(\p{Lu}]/u.test(String(all).slice(m.length)) ? "" : m),
    ),
  edition: (t) =>
    /\d+/.exec(t)?.[0] ?? t.replace(/\s*\b(?:edition|edn?|aufl(?:age)?|éd(?:ition)?)\b\.?/giu, "").trim(),
  "container-title": (t) => t.replace(/^(?:in|dans|en)\b\s*:?\s+/i, ""),
  number: (t) => t.replace(/^(?:tech(?:nical)?\.? rep(?:ort|\.)|report|no|nr)\b\.?\s*/iu, ""),
};

type Target = Exclude<keyof Csl, "id" | "type" | "accessed" | "custom">;

const FIELD: Readonly<Record<Label, Target | null>> = {
  author: "author",
  editor: "editor",
  translator: "translator",
  title: "title",
  journal: "container-title",
  container: "container-title",
  collection: "collection-title",
  date: "issued",
  volume: "volume",
  issue: "issue",
  pages: "page",
  publisher: "publisher",
  location: "publisher-place",
  edition: "edition",
  genre: "genre",
  medium: "medium",
  note: "note",
  number: "number",
  url: null,
  doi: null,
  isbn: null,
  issn: null,
  arxiv: null,
  pmid: null,
  label: null,
  other: null,
};

/** The longest part of the segment that no identifier has taken. */
function carve(segment: Span, taken: readonly Span[]): Span | null {
  let best: Span | null = null;
  let start = segment.start;
  const keep = (end: number): void => {
    if (end > start && (best === null || end - start > best.end - best.start)) best = { start, end };
  };
  for (const t of taken) {
    if (t.end <= start || t.start >= segment.end) continue;
    keep(Math.min(t.start, segment.end));
    start = Math.max(start, t.end);
  }
  keep(segment.end);
  return best;
}
