/** Turns labelled stretches of a raw reference into CSL-JSON with the evidence for each field. */
import { isValidDoi, isValidIsbn, isValidIssn } from "../identifiers.ts";
import type { Confidence, Csl, ParsedReference, Span } from "../model.ts";
import { surname } from "../names.ts";
import { Builder } from "./build.ts";
import { parseDate } from "./dates.ts";
import { type FoundIdentifier, findIdentifiers } from "./identifiers.ts";
import { languageOf } from "./language.ts";
import { MEDLINE } from "./medline.ts";
import { bodyByForm, oneBody, parseNames } from "./names.ts";
import { parsePages } from "./pages.ts";
import { repair } from "./repair.ts";
import { SHEET } from "./repair-engineering.ts";
import { type Label, type Segment, trim } from "./segment.ts";
import { dateByTitle, MONTH_AT_END } from "./title-date.ts";
import { typeOf } from "./type.ts";
import { tidy } from "./values.ts";

/** Returns the reference the stretches describe; they come in order and do not overlap. `cited`: see the Builder. */
export function assemble(
  raw: string,
  segments: readonly Segment[],
  rule: string,
  cited = false,
): ParsedReference {
  const b = new Builder(raw, cited);
  const identifiers = findIdentifiers(raw);
  for (const id of identifiers) putIdentifier(b, id);
  let journal = false;
  let worst = 1;
  for (const segment of repair(raw, segments)) {
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
  dateByTitle(b, MONTH_AT_END);
  if (!isSound(b.draft)) forget(b);
  const language = languageOf(b.draft.title ?? "");
  // English is what the citation styles assume where nothing is said.
  if (language !== null && language !== "en") b.draft.language = language;
  const type = typeOf(b.draft, { journal, preprint: b.custom.arxiv !== undefined });
  return b.finish(type, isSound(b.draft) ? sure(worst) : "proposed");
}

const sure = (p: number): Confidence => (p >= 0.97 ? "certain" : p >= 0.7 ? "likely" : "proposed");

/** A reference shows several kinds of its parts; anything less may be any text. */
function isSound(csl: Omit<Csl, "type">): boolean {
  const kinds = kindsOf(csl);
  const dated = csl.issued !== undefined && (csl.author ?? csl.title) !== undefined;
  return kinds >= 3 || (kinds === 2 && (dated || (csl.DOI ?? csl.URL) !== undefined));
}

/**
 * Of a string that shows next to nothing only what cannot be mistaken stays: identifiers, persons with their
 * initials, a range of pages, words like a title; names only with capitals.
 */
function forget(b: Builder): void {
  const { draft } = b;
  const several = kindsOf(draft) > 1;
  const people = (draft.author ?? []).filter((p) => /^\p{Lu}\./u.test(p.given ?? "")).length > 1;
  const keep = (field: keyof typeof draft): boolean => {
    const value = draft[field];
    switch (field) {
      case "DOI":
      case "URL":
      case "PMID":
      case "PMCID":
      case "ISBN":
        return true;
      case "title":
        return several || /^["“‘«„\p{Lu}\d].*\p{L}{3,}.*\s\p{L}{2,}/u.test(draft.title ?? "");
      case "author":
        return several || people;
      case "page":
        return several || /^\d+-\d+$/.test(draft.page ?? "");
      case "container-title":
      case "publisher":
      case "publisher-place":
        return several && /[\p{Lu}\p{Lo}]/u.test(String(value));
      default:
        return several;
    }
  };
  for (const field of Object.keys(draft) as (keyof typeof draft)[]) {
    if (keep(field)) continue;
    delete draft[field];
    b.withdraw(field);
  }
}

function kindsOf(csl: Omit<Csl, "type">): number {
  return [
    csl.author ?? csl.editor,
    csl.title,
    csl.issued,
    csl["container-title"] ?? csl.publisher ?? csl["publisher-place"],
    csl.volume ?? csl.page ?? csl.DOI ?? csl.URL ?? csl.PMID ?? csl.ISBN ?? csl.number,
  ].filter((x) => x !== undefined).length;
}

function putIdentifier(b: Builder, id: FoundIdentifier): void {
  const { draft } = b;
  switch (id.field) {
    case "arXiv":
      draft.number ??= id.value;
      b.custom.arxiv = id.value;
      b.prove("number", id, "certain", "identifier");
      return;
    case "accessed": {
      const read = parseDate(id.value);
      if (!read || draft.accessed !== undefined) return;
      draft.accessed = read.date;
      b.prove("accessed", id, "likely", "access-date");
      return;
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

const REPORT_NUMBER =
  /^(.*?\b(?:rep|report|paper|memo|memorandum|bericht|rapport)\b\.?,?\s+)(?:no\.?\s+|nr\.?\s+|#\s?)?([A-Z]{0,5}-?\d[\w./-]{0,15})$/isu;
/** "NSB Std. 4417", "Cabinet report CAB/19/44", "dataset RV-14": a kind of paper and its mark, no comma between. */
const PAPER_NUMBER =
  /^([^,]*?\b(?:rep|report|paper|memo|memorandum|std|standard|norm|specification|circular|order|data ?set|file|minute|briefing|note|notice|decision|resolution|policy|guideline)\b\.?\s+)((?:[A-Z]{1,6}[-/])+\d[\w./-]{0,12}|\d[\w./-]{0,15})$/isu;

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
  if (!(SHAPE[field] ?? EITHER).test(text)) return false;
  switch (field) {
    case "author":
    case "editor":
    case "translator": {
      const names = raw.slice(free.start, free.end);
      const order = field === "author" ? namesInverted(raw, free.end) : null;
      const list =
        (order ? oneBody(names, order === "apa" || b.cited) : null) ??
        (field === "author" &&
        (publishesItself(raw, names, free.end) || livesAt(raw, names) || makes(raw, free.end))
          ? oneBody(names, false)
          : null) ??
        (field === "author" ? bodyByForm(names, givenFirst(raw, free.end)) : null) ??
        parseNames(names);
      if (field === "author" && list.truncated) b.truncated = true;
      if (list.names.length === 0) return false;
      b.addPeople(field, list.names);
      b.prove(field, span, confidence, rule);
      return true;
    }
    case "issued": {
      if (draft.issued !== undefined) return addDay(b, text, span, confidence, rule);
      const read = parseDate(text.replace(OLDER_EDITION, ""));
      if (!read) return false;
      draft.issued = read.date;
      if (read.letter !== null) b.custom["year-suffix"] = read.letter;
      if (read.season !== null) b.custom.season = read.season;
      b.prove(field, span, confidence, rule);
      return true;
    }
    case "page":
      return putPages(b, span, confidence, rule);
    case "volume": {
      // "2 vols." counts them.
      const count = /^(\d+)\s?(?:vols?|volumes|b[äa]nde|bde|tomes|voll)\b\.?$/i.exec(text);
      if (!count) break;
      b.custom["number-of-volumes"] = count[1]!;
      b.prove("number-of-volumes", span, confidence, rule);
      return true;
    }
    case "collection-title": {
      // "Studies in Coastal Law 9", "Schriften zur Geschichte, Bd. 14": the volume of the series.
      const counted =
        /^(.*?(?<!\b(?:Papers?|Reports?|Memoirs?|No|Nr))),?\s+(?:(?:vol|no|nr|bd|band|t|n°|heft|h)\.?\s?)?(\d{1,4})$/isu.exec(
          text,
        );
      const named = counted !== null && (counted[1]!.length > 3 || /^\p{Lu}{2,3}$/u.test(counted[1]!));
      if (!counted || !named || draft["collection-title"] !== undefined) break;
      const at = span.end - counted[2]!.length;
      draft["collection-number"] = counted[2]!;
      b.prove("collection-number", { start: at, end: span.end }, confidence, rule);
      return putText(
        b,
        field,
        trim(raw, { start: span.start, end: span.start + counted[1]!.length }),
        confidence,
        rule,
      );
    }
    case "genre": {
      // "Tech. Rep. 77": the series of the report, then its number.
      const numbered = REPORT_NUMBER.exec(text) ?? PAPER_NUMBER.exec(text);
      if (!numbered || draft.number !== undefined) break;
      const at = span.end - numbered[2]!.length;
      draft.number = numbered[2]!;
      b.prove("number", { start: at, end: span.end }, confidence, rule);
      return putText(
        b,
        field,
        trim(raw, { start: span.start, end: span.start + numbered[1]!.length }),
        confidence,
        rule,
      );
    }
    default:
      break;
  }
  return putText(b, field, span, confidence, rule);
}

/**
 * Styles that put every surname first: MEDLINE, and APA with its year in brackets behind the names. Names printed
 * there without comma or initials are a body: "Ellmouth Hospitals. Audit. Ellmouth: …; 2022". In a note with a page cited
 * two such words may be a person: "Keiran Doyle. Stings. Perth: …; 2018, 12".
 */
function namesInverted(raw: string, end: number): "apa" | "medline" | null {
  if (!/\.\s*$/u.test(raw.slice(0, end))) return null;
  if (/^\s*\((?:19|20)\d\d[a-z]?(?:,\s[^()]{3,20})?\)\.\s/u.test(raw.slice(end, end + 40))) return "apa";
  return MEDLINE.test(raw.slice(end, end + 600)) ? "medline" : null;
}

/** "County Bird Watch, Atlas (Welby: County Bird Watch, 2019)": who is named as author is also the house. */
function publishesItself(raw: string, names: string, end: number): boolean {
  const name = names.replace(/\s+/gu, " ").replace(/[\s.,:]+$/u, "");
  return /\s/.test(name) && raw.slice(end).replace(/\s+/gu, " ").includes(`: ${name}`);
}

/** "Lamp Direct, ‘Seats’, https://lampdirect.example/seats": the site bears the name. A person's has a given name in front. */
function livesAt(raw: string, names: string): boolean {
  const host = /https?:\/\/(?:www\.)?([a-z\d-]{4,60})\./i.exec(raw)?.[1];
  return host !== undefined && surname(host) === surname(names);
}

const OF_MAKER = new RegExp(`[,”"]\\s(?:\\p{Lu}[\\p{L}\\d/-]*\\s){0,2}${SHEET}(?=[,\\s])`, "u");

/** "Quarry Semiconductors, “Q3 sensor,” data sheet": data sheets and manuals are written by who makes the thing. */
const makes = (raw: string, end: number): boolean => OF_MAKER.test(raw.slice(end, end + 500));

/** A title in quotation marks or a bracket with place, name and year follows the names. */
const givenFirst = (raw: string, end: number): boolean =>
  /^[\s,:]*[“"‘'«„]/u.test(raw.slice(end, end + 6)) ||
  (/,\s*$/u.test(raw.slice(0, end)) &&
    /^[^.()]{3,200}\s\([^():]{2,40}:\s[^()]{2,90}\d{4}\)/u.test(raw.slice(end, end + 400)));

/** "(1934) 1971", "[1934] 1971": the year of the first edition, in brackets in front of that of this one. */
const OLDER_EDITION = /^[\s(]*[([]\d{4}[)\]]\s(?=\d{4}(?!\d))/;

/** "(2016) 'Ferry cuts', The Herald, 14 August": the day of a paper stands apart from the year. */
function addDay(b: Builder, text: string, span: Span, confidence: Confidence, rule: string): boolean {
  const known = b.draft.issued?.["date-parts"];
  const year = known?.length === 1 && known[0]?.length === 1 ? known[0][0]! : null;
  if (year === null || b.draft["container-title"] === undefined || /\d{4}/.test(text)) return false;
  const read = parseDate(`${text} ${year}`);
  if (!read || (read.date["date-parts"]?.[0]?.length ?? 0) < 2) return false;
  b.draft.issued = read.date;
  b.prove("issued", span, confidence, rule);
  return true;
}

function putText(b: Builder, field: TextTarget, span: Span, confidence: Confidence, rule: string): boolean {
  if (b.draft[field] !== undefined) return false;
  const { value, start, end } = tidy(field, b.raw, span);
  if (value === "") return false;
  b.draft[field] = value;
  b.prove(field, { start, end }, confidence, rule);
  return true;
}

/** Counts have figures, names and titles letters. */
const COUNT = /[\p{N}\p{Lo}]|\b[ivxlcdm]+\b/iu;
const WORDS = /\p{L}/u;
const EITHER = /[\p{L}\p{N}]/u;
const SHAPE: Readonly<Partial<Record<Target, RegExp>>> = {
  author: WORDS,
  editor: WORDS,
  translator: WORDS,
  publisher: WORDS,
  "publisher-place": WORDS,
  title: EITHER,
  "container-title": EITHER,
  issued: COUNT,
  volume: COUNT,
  page: COUNT,
  issue: /[\p{N}\p{Lo}]|\b(?:[ivxlc]+|suppl|spec|spring|summer|autumn|fall|winter)/iu,
  number: COUNT,
};

/** "201–30, at p. 214", "101–124, hier S. 107": the work's pages, then the cited one. */
const CITED =
  /^(.{0,60}?\d)(,?\s+(?:(?:at|hier|here|esp\.?|especially|bes\.|insb\.|ici|qui|aquí|aqui|in part(?:ic)?\.|in particolare|segnatamente|spec\.|specie|particularly)\s+(?:pp?\.|S\.)?|\((?:at\s)?(?:pp?\.|S\.))\s?)(\d[^()]*)\)?$/su;

function putPages(b: Builder, span: Span, confidence: Confidence, rule: string): boolean {
  const { draft, raw } = b;
  // "fig. 4", "nos 14 and 15": a place in the work, none of its pages.
  if (
    /^(?:figs?|figures?|tables?|tab|paras?|ch|chaps?|chapters?|questions?|nos)\b\.?\s/i.test(
      raw.slice(span.start, span.end),
    )
  ) {
    b.prove("locator", span, confidence, rule);
    return true;
  }
  const cited = CITED.exec(raw.slice(span.start, span.end));
  const own = cited ? { start: span.start, end: span.start + cited[1]!.length } : { ...span };
  // "45 f." keeps its stop.
  // "(Vol. 12, pp. 33–41)": the bracket was opened before the volume.
  if (!cited && raw[own.end - 1] === ")" && !raw.slice(own.start, own.end).includes("(")) own.end--;
  if (!cited && /\sff?$/.test(raw.slice(span.start, span.end)) && raw[span.end] === ".") own.end++;
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
  if (cited) {
    const start = own.end + cited[2]!.length;
    b.prove("locator", { start, end: start + cited[3]!.length }, confidence, rule);
  }
  return put;
}

type TextTarget = Exclude<Target, "author" | "editor" | "translator" | "issued">;

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
