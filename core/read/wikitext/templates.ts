/** Templates of Wikipedia that stand for words: citations, short citations, languages, units, signs. */
import type { Csl, CslName } from "../../model.ts";
import { isoDate } from "../dates.ts";

export interface Template {
  readonly name: string;
  /** Parameters by name; those without one by their number from "1". Raw wikitext. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Reads what stands between the braces; `split` cuts at the bars of this template only. */
export function readTemplate(parts: readonly string[]): Template {
  const parameters = new Map<string, string>();
  let place = 0;
  for (const part of parts.slice(1)) {
    const named = /^\s*([^=<>[\]{}|]{1,60}?)\s*=([\s\S]*)$/.exec(part);
    if (named) parameters.set(named[1]!.toLowerCase(), named[2]!.trim());
    else parameters.set(String(++place), part.trim());
  }
  const name = (parts[0] ?? "")
    .trim()
    .replace(/^template:/i, "")
    .replace(/[_\s]+/g, " ")
    .toLowerCase();
  return { name, parameters };
}

const first = ({ parameters }: Template, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const value = parameters.get(name);
    if (value) return value;
  }
  return null;
};

export const isCitation = ({ name }: Template): boolean =>
  /^(?:cite [\p{L} ]{2,40}|citation|literatur|internetquelle|ouvrage|article|lien web|cita [\p{L} ]{2,40})$/u.test(
    name,
  );

const types: Readonly<Record<string, string>> = {
  "cite journal": "article-journal",
  "cite magazine": "article-magazine",
  "cite news": "article-newspaper",
  "cite book": "book",
  "cite encyclopedia": "entry-encyclopedia",
  "cite thesis": "thesis",
  "cite conference": "paper-conference",
  "cite report": "report",
  "cite techreport": "report",
  "cite web": "webpage",
  "cite press release": "article",
  "cite arxiv": "article",
};

/** The words of a parameter: links and quotes resolved by the caller's `plain`. */
export type Plain = (wikitext: string) => string;

function people(template: Template, plain: Plain, kind: "author" | "editor"): CslName[] {
  const names: CslName[] = [];
  const prefix = kind === "editor" ? ["editor-", "editor"] : ["", "author-", "author"];
  for (let i = 1; i <= 40; i++) {
    const numbers = i === 1 ? ["", "1"] : [String(i)];
    const keys = (part: string): string[] =>
      prefix.flatMap((p) => numbers.flatMap((n) => [`${p}${part}${n}`, `${p}${n}-${part}`]));
    const family = first(template, ...keys("last"), ...keys("surname"));
    const given = first(template, ...keys("first"), ...keys("given"));
    const whole = first(
      template,
      ...numbers.flatMap((n) => [
        `${kind}${n}`,
        ...(kind === "author" ? [`vauthors${n}`, `authors${n}`] : []),
      ]),
    );
    if (family !== null)
      names.push(given === null ? { family: plain(family) } : { family: plain(family), given: plain(given) });
    else if (whole !== null) names.push({ literal: plain(whole) });
    else if (i > 1) break;
  }
  return names;
}

/** Returns the record of a citation template. */
export function citationCsl(template: Template, plain: Plain): Csl {
  const get = (...names: readonly string[]): string | null => {
    const value = first(template, ...names);
    const words = value === null ? "" : plain(value);
    return words === "" ? null : words;
  };
  const journal = get(
    "journal",
    "magazine",
    "newspaper",
    "periodical",
    "work",
    "website",
    "encyclopedia",
    "zeitung",
  );
  const chapter = get("chapter", "contribution", "article", "entry");
  const type =
    types[template.name] ??
    (chapter !== null ? "chapter" : journal !== null ? "article-journal" : "document");
  const date = isoDate(get("date", "year", "publication-date", "datum", "jahr"));
  const year = /\b(\d{4})/.exec(get("date", "year", "publication-date") ?? "")?.[1];
  const parts = date === null ? (year === undefined ? null : [Number(year)]) : date.split("-").map(Number);
  const authors = people(template, plain, "author");
  const editors = people(template, plain, "editor");
  const title = get("title", "titel", "titre");
  const isWhole = chapter === null && journal === null;
  const fields: Partial<Record<keyof Csl, string | null>> = {
    title: chapter ?? title,
    "container-title": chapter === null ? journal : title,
    volume: get("volume", "band"),
    issue: get("issue", "number"),
    // In a whole book the page is the place cited, not the extent of the work.
    page:
      (isWhole ? null : get("pages", "page", "seiten", "at"))?.replace(/\s*[\u2010-\u2015]\s*/g, "-") ?? null,
    edition: get("edition"),
    publisher: get("publisher", "institution", "verlag", "éditeur"),
    "publisher-place": get("location", "place", "ort", "lieu"),
    DOI: get("doi"),
    PMID: get("pmid"),
    PMCID: get("pmc"),
    ISBN: get("isbn"),
    ISSN: get("issn"),
    URL: first(template, "url"),
  };
  return {
    type: chapter !== null && type === "book" ? "chapter" : type,
    ...(authors.length > 0 ? { author: authors } : {}),
    ...(editors.length > 0 ? { editor: editors } : {}),
    ...(parts === null ? {} : { issued: { "date-parts": [parts] } }),
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)),
  };
}

const nameText = (name: CslName): string =>
  name.literal ?? [name.family, name.given].filter(Boolean).join(", ");

/** Returns the citation as Wikipedia shows it: "Rowe, Martin (1979). Tolls and Tonnage. Leicester: Midland." */
export function citationText(template: Template, plain: Plain): string {
  const csl = citationCsl(template, plain);
  const names = (csl.author ?? csl.editor ?? []).map(nameText);
  const date = plain(first(template, "date", "year", "publication-date", "datum", "jahr") ?? "");
  const isPart = csl["container-title"] !== undefined;
  const place = [csl["publisher-place"], csl.publisher].filter(Boolean).join(": ");
  const volume = [csl.volume, csl.issue === undefined ? undefined : `(${csl.issue})`]
    .filter(Boolean)
    .join(" ");
  const page = plain(first(template, "pages", "page", "seiten", "at") ?? "");
  const pages = page === "" ? "" : /\d\s*[-\u2010-\u2015,]/.test(page) ? `pp. ${page}` : `p. ${page}`;
  const parts = [
    names.length > 0 ? `${names.join("; ")}${date === "" ? "" : ` (${date})`}` : "",
    csl.title === undefined ? "" : isPart ? `"${csl.title}"` : csl.title,
    csl["container-title"] ?? (csl.edition === undefined ? "" : `${csl.edition} ed`),
    place,
    volume === "" ? pages : page === "" ? volume : `${volume}: ${page}`,
    names.length > 0 ? "" : date,
    csl.ISBN === undefined ? "" : `ISBN ${csl.ISBN}`,
    csl.DOI === undefined ? "" : `doi:${csl.DOI}`,
  ];
  return parts
    .filter((part) => part !== "")
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(" ");
}

export const isShort = ({ name }: Template): boolean =>
  /^(?:sfnp?|sfnm|snf|harv(?:nb|txt|p|col|coltxt|colnb)?)$/.test(name);

/** Returns the words of a short citation: "Rowe 1979, p. 3", "Farrow & Desai 2011, ch. 2". */
export function shortText(template: Template, plain: Plain): string {
  const positional: string[] = [];
  for (let i = 1; template.parameters.has(String(i)); i++)
    positional.push(plain(template.parameters.get(String(i))!));
  const year = positional.findLastIndex((part) => /^\(?(?:c\.\s*)?\d{4}[a-z]?\)?$|^n\.d\.$/.test(part));
  const names = year < 0 ? positional : positional.slice(0, year);
  const joined =
    names.length > 3
      ? `${names[0]} et al.`
      : names.length > 1
        ? `${names.slice(0, -1).join(", ")} & ${names.at(-1)}`
        : (names[0] ?? "");
  const page = first(template, "p", "page");
  const pages = first(template, "pp", "pages");
  const place = first(template, "loc", "at");
  const where = [
    page === null ? "" : `p. ${plain(page)}`,
    pages === null ? "" : `pp. ${plain(pages)}`,
    place === null ? "" : plain(place),
  ].filter((part) => part !== "");
  return [[joined, year < 0 ? "" : positional[year]!].filter(Boolean).join(" "), ...where].join(", ");
}

const signs: Readonly<Record<string, string>> = {
  "'": "’",
  "' \"": "’ ”",
  "!": "|",
  "=": "=",
  "·": " · ",
  "•": " • ",
  ndash: "–",
  "spaced ndash": " – ",
  snd: " – ",
  mdash: "—",
  emdash: "—",
  nbsp: "\u00a0",
  spaces: "\u00a0",
  dot: " · ",
  bullet: " • ",
};

/** Templates that show their n-th parameter and little else. */
const shows: Readonly<Record<string, string>> = {
  lang: "2",
  "lang-en": "1",
  transl: "2",
  transliteration: "2",
  nowrap: "1",
  nobr: "1",
  small: "1",
  smaller: "1",
  big: "1",
  em: "1",
  strong: "1",
  abbr: "1",
  tooltip: "1",
  visible: "1",
  quote: "1",
  blockquote: "1",
  cquote: "1",
  "block quote": "1",
  ill: "1",
  "interlanguage link": "1",
  ship: "2",
  uss: "1",
  hms: "1",
  ref: "1",
  sic: "1",
  "not a typo": "1",
  val: "1",
  chem: "1",
  chem2: "1",
  math: "1",
  mvar: "1",
  var: "1",
  circa: "1",
  c: "1",
  "as of": "1",
  "start date": "1",
  "birth date": "1",
  ie: "1",
  plainlist: "1",
  unbulleted: "1",
  nowiki: "1",
};

/** Returns the wikitext an inline template shows, or null when Footing does not know it. */
export function inlineTemplate(template: Template): string | null {
  const { name, parameters } = template;
  if (signs[name] !== undefined) return signs[name];
  if (/^lang-\w+/.test(name)) return parameters.get("1") ?? "";
  if (/^(?:convert|cvt)$/.test(name))
    return `${parameters.get("1") ?? ""} ${parameters.get("2") ?? ""}`.trim();
  if (name === "circa" || name === "c.") return `c. ${parameters.get("1") ?? ""}`;
  const shown = shows[name];
  if (shown !== undefined) return parameters.get(shown) ?? parameters.get("text") ?? "";
  return null;
}
