/** Turns labelled stretches of a raw reference into CSL-JSON with the evidence for each field. */
import { isValidDoi, isValidIsbn, isValidIssn } from "../identifiers.ts";
import type { Confidence, Csl, ParsedReference, Span } from "../model.ts";
import { Builder } from "./build.ts";
import { parseDate } from "./dates.ts";
import { type FoundIdentifier, findIdentifiers } from "./identifiers.ts";
import { languageOf } from "./language.ts";
import { parseNames } from "./names.ts";
import { parsePages } from "./pages.ts";
import { type Label, type Segment, trim } from "./segment.ts";
import { typeOf } from "./type.ts";
import { tidy } from "./values.ts";

/** Returns the reference the stretches describe; they come in order and do not overlap. */
export function assemble(raw: string, segments: readonly Segment[], rule: string): ParsedReference {
  const b = new Builder(raw);
  const identifiers = findIdentifiers(raw);
  for (const id of identifiers) putIdentifier(b, id);
  let journal = false;
  let worst = 1;
  for (const segment of segments) {
    const field = FIELD[segment.label];
    const free = field === null ? null : carve(segment, identifiers);
    if (field === null || free === null) continue;
    const span = trim(raw, free);
    if (span.end <= span.start) continue;
    if (putField(b, field, segment, free, span, rule)) {
      worst = Math.min(worst, segment.confidence);
      if (segment.label === "journal") journal = true;
    }
  }
  const language = languageOf(b.draft.title ?? "");
  if (language !== null) b.draft.language = language;
  const type = typeOf(b.draft, { raw, journal });
  return b.finish(type, isSound(b.draft) ? sure(worst) : "proposed");
}

const sure = (p: number): Confidence => (p >= 0.97 ? "certain" : p >= 0.7 ? "likely" : "proposed");

/** A reference shows at least two kinds of its parts; anything less may be any text. */
function isSound(csl: Omit<Csl, "type">): boolean {
  const kinds = [
    csl.author ?? csl.editor,
    csl.title,
    csl.issued,
    csl["container-title"] ?? csl.publisher ?? csl["publisher-place"],
    csl.volume ?? csl.page ?? csl.DOI ?? csl.URL ?? csl.PMID ?? csl.ISBN ?? csl.number,
  ].filter((x) => x !== undefined).length;
  return kinds >= 3 || (kinds === 2 && (csl.DOI ?? csl.URL ?? csl.issued) !== undefined);
}

function putIdentifier(b: Builder, id: FoundIdentifier): void {
  const { draft } = b;
  switch (id.field) {
    case "arXiv":
      draft.number ??= id.value;
      b.custom.arxiv = id.value;
      return b.prove("number", id, "certain", "identifier");
    case "accessed": {
      const read = parseDate(id.value);
      if (!read || draft.accessed !== undefined) return;
      draft.accessed = read.date;
      return b.prove("accessed", id, "likely", "access-date");
    }
    default: {
      if (draft[id.field] !== undefined) return;
      draft[id.field] = id.value;
      const valid =
        id.field === "DOI"
          ? isValidDoi(id.value)
          : id.field === "ISBN"
            ? isValidIsbn(id.value)
            : id.field !== "ISSN" || isValidIssn(id.value);
      b.prove(id.field, id, valid ? "certain" : "proposed", valid ? "identifier" : "identifier-check-failed");
    }
  }
}

/** Returns true where the stretch gave the field its value. */
function putField(
  b: Builder,
  field: Target,
  segment: Segment,
  free: Span,
  span: Span,
  rule: string,
): boolean {
  const { draft, raw } = b;
  const confidence = sure(segment.confidence);
  const text = raw.slice(span.start, span.end);
  switch (field) {
    case "author":
    case "editor":
    case "translator": {
      const list = parseNames(raw.slice(free.start, free.end));
      if (field === "author" && list.truncated) b.truncated = true;
      if (list.names.length === 0) return false;
      b.addPeople(field, list.names);
      b.prove(field, span, confidence, rule);
      return true;
    }
    case "issued": {
      const read = draft.issued === undefined ? parseDate(text) : null;
      if (!read) return false;
      draft.issued = read.date;
      if (read.letter !== null) b.custom["year-suffix"] = read.letter;
      b.prove(field, span, confidence, rule);
      return true;
    }
    case "page":
      return putPages(b, span, confidence, rule);
    default: {
      if (draft[field] !== undefined) return false;
      const { value, start, end } = tidy(field, raw, span);
      if (value === "") return false;
      draft[field] = value;
      b.prove(field, { start, end }, confidence, rule);
      return true;
    }
  }
}

/** "201–30, at p. 214", "101–124, hier S. 107": the work's pages, then the cited one. */
const CITED =
  /^(.{0,60}?\d)(,?\s+(?:at|hier|here|esp\.?|especially|bes\.|insb\.|ici|qui|particularly)\s+(?:pp?\.|S\.)?\s?)(\d.*)$/su;

function putPages(b: Builder, span: Span, confidence: Confidence, rule: string): boolean {
  const { draft, raw } = b;
  const cited = CITED.exec(raw.slice(span.start, span.end));
  const own = cited ? { start: span.start, end: span.start + cited[1]!.length } : span;
  const read = parsePages(raw.slice(own.start, own.end));
  let put = false;
  if (read.count !== null && draft["number-of-pages"] === undefined) {
    draft["number-of-pages"] = read.count;
    b.prove("number-of-pages", own, confidence, rule);
    put = true;
  } else if (read.page !== null && draft.page === undefined) {
    draft.page = read.page;
    if (read.raw !== null) b.custom["page-raw"] = read.raw;
    if (read.front !== null) b.custom["page-front"] = read.front;
    b.prove("page", own, confidence, rule);
    put = true;
  }
  if (cited) b.prove("locator", { start: span.end - cited[3]!.length, end: span.end }, confidence, rule);
  return put;
}

export type Target = Exclude<keyof Csl, "id" | "type" | "accessed" | "custom" | "language">;

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
