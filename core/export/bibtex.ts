/**
 * BibTeX and BibLaTeX entries. Which entry type and which field a CSL variable goes into is told by a `mapper`
 * (Citation.js, Node side); the values never pass through it and are escaped here.
 */
import type { Csl, CslDate, Source } from "../model.ts";
import { texNames } from "./bibtex-names.ts";
import { chosenSources, type Selection, type SourcesInput } from "./input.ts";
import { citationKeys } from "./keys.ts";
import { pinpointsBySource } from "./pinpoints.ts";
import { type TexLetters, texText, texVerbatim } from "./tex.ts";
import { texTitle } from "./tex-title.ts";

export type Dialect = "bibtex" | "biblatex";

export interface BibtexOptions extends Selection {
  readonly dialect: Dialect;
}

/** CSL variables that hold text or a number, as far as we have them. */
const TEXT_VARIABLES = [
  "title",
  "container-title",
  "collection-title",
  "collection-number",
  "volume",
  "issue",
  "page",
  "number-of-pages",
  "number",
  "edition",
  "publisher",
  "publisher-place",
  "language",
  "DOI",
  "ISBN",
  "ISSN",
  "URL",
] as const;
export type TextVariable = (typeof TEXT_VARIABLES)[number];

/** Where the mapper puts things: the entry type, and for each variable present the field, or null for nowhere. */
export interface Mapping {
  readonly type: string;
  readonly genreField: string | null;
  readonly fields: ReadonlyMap<TextVariable, string | null>;
}
export type Mapper = (
  type: string,
  genre: string | null,
  present: readonly TextVariable[],
  dialect: Dialect,
) => Mapping;

/** The place of a field in an entry; others follow in alphabetical order. */
const ORDER: ReadonlyMap<string, number> = new Map(
  (
    "title author editor translator journal journaltitle booktitle series volume number pages eid edition type " +
    "publisher institution school organization howpublished address location date year month day pagetotal doi url " +
    "urldate isbn issn pmid pmcid eprint eprinttype language note annotation"
  )
    .split(" ")
    .map((field, i) => [field, i]),
);
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
/** Variables without a place in the mapping that still are worth a field of their own, which styles pass over. */
const FALLBACK: Readonly<Partial<Record<TextVariable, string>>> = {
  "container-title": "howpublished",
  "collection-title": "series",
  "number-of-pages": "pagetotal",
  number: "number",
  publisher: "publisher",
  language: "language",
};

/** Returns the entries in the order of the sources, each ended by an empty line. The same bytes for the same input. */
export function bibtexEntries(input: SourcesInput, options: BibtexOptions, mapper: Mapper): string {
  const mapped = remembering(mapper);
  const keys = citationKeys(input.sources);
  const pinpoints = pinpointsBySource(input);
  const language = input.document?.language ?? undefined;
  return chosenSources(input, options)
    .map((source) =>
      entry(source, keys.get(source.id)!, pinpoints.get(source.id), language, options.dialect, mapped),
    )
    .join("\n");
}

/** Asks the mapper once for all works of the same type and variables: in a list most are alike. */
function remembering(mapper: Mapper): Mapper {
  const known = new Map<string, Mapping>();
  return (type, genre, present, dialect) => {
    const asked = JSON.stringify([type, genre, present, dialect]);
    const mapping = known.get(asked) ?? mapper(type, genre, present, dialect);
    known.set(asked, mapping);
    return mapping;
  };
}

function entry(
  source: Source,
  key: string,
  pinpoints: string | undefined,
  documentLanguage: string | undefined,
  dialect: Dialect,
  mapper: Mapper,
): string {
  const { csl } = source;
  const language = csl.language ?? documentLanguage;
  const letters: TexLetters = dialect === "bibtex" ? "ascii" : "unicode";
  const present = TEXT_VARIABLES.filter((variable) => String(csl[variable] ?? "").trim() !== "");
  const genre = thesisGenre(csl) ?? csl.genre ?? null;
  const mapping = mapper(csl.type, genre, present, dialect);
  const fields = new Map<string, string>();
  /** Raw means: written without braces about it. */
  const set = (field: string, value: string, raw = false): void => {
    if (value !== "" && !fields.has(field)) fields.set(field, raw ? value : `{${value}}`);
  };

  set("author", texNames(csl.author ?? [], source.authorsTruncated, letters));
  set("editor", texNames(csl.editor ?? [], false, letters));
  set("translator", texNames(csl.translator ?? [], false, letters));
  for (const variable of present) {
    const field = mapping.fields.get(variable) ?? FALLBACK[variable];
    if (field !== undefined) set(field, written(variable, String(csl[variable]), language, letters));
  }
  if (genre !== null && mapping.genreField !== null) set(mapping.genreField, texText(genre, letters));
  for (const [field, value, raw] of dateFields(csl.issued, dialect)) set(field, value, raw);
  const accessed = isoDate(csl.accessed);
  if (accessed !== null) set("urldate", accessed);
  set("pmid", texText(csl.PMID ?? "", letters));
  set("pmcid", texText(csl.PMCID ?? "", letters));
  const place = [csl.archive, csl.archive_location].filter(Boolean).join(", ");
  set("note", texText([csl.note, csl.authority, place].filter(Boolean).join("; "), letters));
  if (pinpoints !== undefined) set("annotation", texText(pinpoints, letters));

  const rank = (field: string): number => ORDER.get(field) ?? ORDER.size;
  const lines = [...fields]
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([field, value]) => `  ${field} = ${value}`);
  return `@${mapping.type}{${[key, ...lines].join(",\n")}\n}\n`;
}

function written(
  variable: TextVariable,
  value: string,
  language: string | undefined,
  letters: TexLetters,
): string {
  switch (variable) {
    case "title":
      return texTitle(value, letters, language);
    case "DOI":
    case "URL":
      return texVerbatim(value);
    case "page":
      return value
        .split(/(?<=\w)\s*[-–—]+\s*(?=\w)/)
        .map((part) => texText(part, letters))
        .join("--");
    default:
      return texText(value, letters);
  }
}

/** A thesis has its own two entry types in BibTeX, which Citation.js knows by these words only. */
function thesisGenre({ type, genre }: Csl): string | null {
  if (type !== "thesis") return null;
  return /master|magister|diplom|licen[ct]iate|\bm\.?\s?(?:a|sc|phil)\b/i.test(genre ?? "")
    ? "Master's thesis"
    : "PhD thesis";
}

/** Returns year, month as its macro and day in BibTeX, an ISO date in BibLaTeX; words of a date as the year. */
function dateFields(
  issued: CslDate | undefined,
  dialect: Dialect,
): (readonly [field: string, value: string, raw?: boolean])[] {
  const words = issued?.literal ?? issued?.raw ?? "";
  const [year, month, day] = issued?.["date-parts"]?.[0] ?? [];
  if (year === undefined || !Number.isInteger(year))
    return words === "" ? [] : [["year", /\b\d{4}\b/.exec(words)?.[0] ?? texText(words, "unicode")]];
  const iso = isoDate(issued);
  if (dialect === "biblatex" && iso !== null) return [["date", iso]];
  const macro = MONTHS[(month ?? 0) - 1];
  return [
    ["year", String(year)],
    ...(macro === undefined ? [] : [["month", macro, true] as const]),
    ...(macro === undefined || day === undefined ? [] : [["day", String(day)] as const]),
  ];
}

/** Returns "2010-12" or "2010-12-03/2011-01", or null for a date in words. */
function isoDate(date: CslDate | undefined): string | null {
  const ends = (date?.["date-parts"] ?? []).map((parts) =>
    parts.map((n, i) => String(Math.abs(n)).padStart(i === 0 ? 4 : 2, "0")).join("-"),
  );
  const whole = (date?.["date-parts"] ?? []).every(
    (parts) => parts.length > 0 && parts.every(Number.isInteger),
  );
  return ends.length > 0 && whole ? ends.join("/") : null;
}
