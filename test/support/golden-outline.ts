/**
 * Turns a golden annotation into what the earlier stages would hand on: Document and Outline, so that a later
 * stage can be measured alone. In-text citations are read by a small reader of its own.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type {
  CiteText,
  Csl,
  Document,
  Format,
  Marker,
  MarkerStyle,
  Note,
  NoteType,
  Outline,
  ParsedReference,
  Pinpoint,
  Statement,
  StatementKind,
} from "../../core/model.ts";
import { parsePinpoint } from "../../core/pinpoint.ts";
import { readNames, withoutInitials } from "../../core/reference/note/name-list.ts";

interface GoldenCite {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly source: string | null;
  readonly pinpoint: Pinpoint | null;
  readonly pinpointAlt?: readonly (Pinpoint | null)[];
  readonly refusal?: string;
  readonly candidates?: readonly string[];
  readonly optional?: boolean;
}

interface GoldenMarker {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly notes: readonly string[];
  readonly danglingLabels?: readonly (string | number)[];
  readonly citations?: readonly GoldenCite[];
}

interface GoldenStatement {
  readonly id: string;
  readonly kind: StatementKind;
  readonly start: number;
  readonly end: number;
  readonly textEnd: number;
  readonly text: string;
  readonly section: string | null;
  readonly paragraph: number | null;
  readonly markers: readonly GoldenMarker[];
}

interface GoldenNote {
  readonly id: string;
  readonly label: string | null;
  readonly scope: number;
  readonly type: NoteType;
  readonly start: number;
  readonly end: number;
  readonly labelEnd: number;
  readonly body: string;
  readonly citations: readonly GoldenCite[];
  readonly commentary: { readonly start: number; readonly end: number } | null;
}

export interface GoldenEdge {
  readonly claim: string;
  readonly source: string | null;
  readonly note: string | null;
  readonly form: string;
  readonly pinpoint: Pinpoint | null;
  readonly pinpointAlt?: readonly (Pinpoint | null)[];
  readonly scope: "direct" | "carried";
  readonly plausibility?: string;
  readonly refusal?: string;
  readonly optional?: boolean;
}

export interface Golden {
  readonly document: { readonly file: string; readonly id: string; readonly format: string };
  readonly text: string;
  readonly statements: readonly GoldenStatement[];
  readonly notes: readonly GoldenNote[];
  readonly bibliography: readonly { readonly start: number; readonly end: number; readonly source: string }[];
  readonly sources: readonly {
    readonly id: string;
    readonly csl: Csl;
    readonly definedIn: string | number;
    readonly optional?: boolean;
  }[];
  readonly edges: readonly GoldenEdge[];
}

const FOLDER = resolve(import.meta.dirname, "../golden");
export const UNSEEN = join(FOLDER, "unseen");

/**
 * Returns the golden documents of a folder, the seed among them, by name; those of `unseen/` when that folder is
 * named: in-text citations of theirs need the engine's own reader.
 */
export function loadGolden(folder: string = FOLDER): Golden[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".golden.json") && !name.startsWith("unseen"))
    .sort()
    .map((name) => {
      const golden = JSON.parse(readFileSync(join(folder, name), "utf8")) as Golden & { text?: string };
      const file = join(folder, name.slice(0, -basename(name).length), golden.document.file);
      return { ...golden, text: golden.text ?? readFileSync(file, "utf8") };
    });
}

const FORMATS: Readonly<Record<string, Format>> = { txt: "text", md: "markdown", html: "html", docx: "docx" };

function markerStyle(marker: GoldenMarker): MarkerStyle {
  const cites = marker.citations ?? [];
  if (cites.some((cite) => cite.form === "key")) return "key";
  if (cites.length > 0) return cites.some((cite) => /\d{4}/.test(cite.raw)) ? "author-year" : "author-page";
  if (/^\[\^/.test(marker.text)) return "note-call";
  if (/^\[/.test(marker.text)) return "bracket";
  if (/^\(/.test(marker.text)) return "parenthesis";
  if (/^[⁰¹²³⁴-⁹]/u.test(marker.text)) return "unicode-superscript";
  return /^\d/.test(marker.text) ? "superscript" : "symbol";
}

/** Reads the words of an in-text citation: names, year or title, pinpoint. */
export function inTextCite(raw: string, start: number, form: string): CiteText {
  const key = /^-?@([\w:.#$%&+?<>~/-]*\w)/.exec(raw);
  const list = key ? null : readNames(raw);
  let at = key ? key[0].length : (list?.end ?? 0);
  const quoted =
    /^,?\s*[“"]([^”"]+?),?[”"]/.exec(raw.slice(at)) ??
    /^,\s(\p{Lu}[^\d“”"]*?)(?=\s\d{1,4}$)/u.exec(raw.slice(at));
  if (quoted) at += quoted[0].length;
  const year = key ? null : /^[\s,(]*((?:1[5-9]|20)\d{2}[a-z]?|n\.d\.)(?![\d-])/.exec(raw.slice(at));
  if (year) at += year[0].length;
  const pin = parsePinpoint(raw, /^\s\[/.test(raw.slice(at)) ? at + 2 : at);
  return {
    start,
    end: start + raw.length,
    form: form === "vague" ? "vague" : key ? "key" : "author-year",
    raw,
    names: list ? list.names.map(withoutInitials) : [],
    namesTruncated: list?.truncated ?? false,
    year: year?.[1] ?? null,
    title: quoted?.[1] ?? null,
    noteRef: null,
    key: key?.[1] ?? null,
    pinpoint: pin?.pinpoint ?? null,
    prefix: null,
    suffix: null,
    reference: null,
  };
}

export interface Prepared {
  readonly golden: Golden;
  readonly document: Document;
  readonly outline: Outline;
}

/** Returns Document and Outline as the golden annotation has them; ids are the annotation's. */
export function goldenOutline(golden: Golden): Prepared {
  const markers: Marker[] = [];
  const noteOf = new Map(golden.notes.map((note) => [note.id, note]));
  const blocks = new Map<string, number>();
  const statements = golden.statements.map((statement): Statement => {
    const place = statement.paragraph === null ? statement.id : `${statement.section}/${statement.paragraph}`;
    if (!blocks.has(place)) blocks.set(place, blocks.size);
    const own = statement.markers.map((marker): Marker => {
      const made: Marker = {
        id: `m${markers.length + 1}`,
        start: marker.start,
        end: marker.end,
        style: markerStyle(marker),
        text: marker.text,
        labels: marker.notes.map((id) => noteOf.get(id)?.label ?? ""),
        notes: marker.notes,
        dangling: (marker.danglingLabels ?? []).map(String),
        cites: (marker.citations ?? []).map((cite) => inTextCite(cite.raw, cite.start, cite.form)),
        basis: { rule: "golden", confidence: "certain", spans: [] },
      };
      markers.push(made);
      return made;
    });
    return {
      id: statement.id,
      kind: statement.kind,
      label: "",
      start: statement.start,
      end: statement.end,
      textEnd: statement.textEnd,
      text: statement.text,
      section: statement.section,
      paragraph: statement.paragraph,
      block: blocks.get(place)!,
      markers: own.map((marker) => marker.id),
    };
  });
  const notes: Note[] = golden.notes.map((note) => {
    const bodyStart =
      note.labelEnd + /^[\s.)\]]*/.exec(golden.text.slice(note.labelEnd, note.end))![0].length;
    return {
      id: note.id,
      type: note.type,
      label: note.label,
      scope: note.scope,
      start: note.start,
      end: note.end,
      bodyStart,
      bodyEnd: note.end,
    };
  });
  const entries = golden.bibliography.map(
    (entry, i): Note => ({
      id: `b${i + 1}`,
      type: "reference",
      label: null,
      scope: 1,
      start: entry.start,
      end: entry.end,
      bodyStart: entry.start,
      bodyEnd: entry.end,
    }),
  );
  const document: Document = {
    id: golden.document.id,
    format: FORMATS[golden.document.format] ?? "text",
    name: golden.document.file,
    hash: "0".repeat(64),
    text: golden.text,
    blocks: [],
    hints: [],
    title: null,
    language: null,
    date: null,
    bibliography: golden.sources
      .filter((source) => source.definedIn === "bib-file")
      .map((source) => ({ ...source.csl, id: source.id })),
    origins: [],
    notices: [],
  };
  const outline: Outline = {
    blocks: [],
    sections: [],
    statements,
    markers,
    notes: [...notes, ...entries],
    conventions: [],
    uncertain: [],
  };
  return { golden, document, outline };
}

/** Returns a reference parser that knows the golden records: for measuring what stands behind the parser. */
export function goldenParser(golden: Golden): (raw: string) => ParsedReference {
  const csl = new Map(golden.sources.map((source) => [source.id, source.csl]));
  const known = [
    ...golden.notes.flatMap((note) => note.citations),
    ...golden.bibliography.map((entry) => ({
      raw: golden.text.slice(entry.start, entry.end),
      source: entry.source,
    })),
  ];
  // A note is read as one line with round marks.
  const line = (words: string): string =>
    words.replace(/\s+/g, " ").replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
  return (printed) => {
    const raw = line(printed);
    const hit = known.find(
      (cite) => cite.source !== null && (line(cite.raw).includes(raw) || raw.includes(line(cite.raw))),
    );
    const record = hit?.source ? csl.get(hit.source) : undefined;
    const custom = record?.custom?.["authors-truncated"] === true;
    // A parser cannot know that a lone page is the page cited: it gives it as the work's own.
    const lone = /;\s?\d+\(\d+\):\s(\d{1,5})\.?$/.exec(raw);
    const read = record && lone && record.page === undefined ? { ...record, page: lone[1]! } : record;
    return {
      csl: read ?? { type: "document" },
      authorsTruncated: custom,
      evidence: [],
      confidence: "certain",
    };
  };
}
