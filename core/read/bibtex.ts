/**
 * BibTeX and BibLaTeX to CSL-JSON, permissively: an entry that breaks off is dropped and the next one read. For
 * the records a document's keys name; no full BibTeX implementation.
 */
import type { Csl, CslDate, CslName } from "../model.ts";
import { isoDate } from "./dates.ts";
import { fromLatex } from "./latex.ts";

const types: Readonly<Record<string, string>> = {
  article: "article-journal",
  book: "book",
  mvbook: "book",
  booklet: "pamphlet",
  collection: "book",
  proceedings: "book",
  inbook: "chapter",
  incollection: "chapter",
  inreference: "entry-encyclopedia",
  inproceedings: "paper-conference",
  conference: "paper-conference",
  manual: "report",
  report: "report",
  techreport: "report",
  mastersthesis: "thesis",
  phdthesis: "thesis",
  thesis: "thesis",
  online: "webpage",
  electronic: "webpage",
  www: "webpage",
  patent: "patent",
  dataset: "dataset",
  software: "software",
  unpublished: "manuscript",
  legislation: "legislation",
  jurisdiction: "legal_case",
  misc: "document",
};

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

interface Entry {
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Returns the records in file order, each with what it takes from the record it names as `crossref`. Linear in the length. */
export function parseBibtex(text: string): readonly Csl[] {
  const found = entries(text);
  const byKey = new Map(found.map((entry) => [entry.key, entry]));
  return found.map((entry) => toCsl(inherit(entry, byKey.get(entry.fields.get("crossref")?.trim() ?? ""))));
}

/** What is the parent's alone: its own names and identifiers, and where it lies. */
const notInherited =
  /^(?:crossref|xref|xdata|title|subtitle|author|pages|doi|url|pmid|pmcid|note|abstract|keywords|annotation)$/;

/** A part with the fields of the book, volume or issue that holds it (BibTeX, Patashnik 1988; BibLaTeX, appendix B). */
function inherit(entry: Entry, parent: Entry | undefined): Entry {
  if (parent === undefined || parent === entry) return entry;
  const fields = new Map(entry.fields);
  const dated = fields.has("year") || fields.has("date");
  const take = (name: string, value: string | undefined): void => {
    if (value !== undefined && !fields.has(name)) fields.set(name, value);
  };
  for (const [name, value] of parent.fields) {
    if (notInherited.test(name) || (dated && /^(?:year|date|month|day)$/.test(name))) continue;
    take(name, value);
  }
  take(entry.type === "article" ? "journaltitle" : "booktitle", parent.fields.get("title"));
  return { ...entry, fields };
}

function entries(text: string): Entry[] {
  const found: Entry[] = [];
  const macros = new Map(monthNames.map((name, i) => [name, String(i + 1)]));
  const head = /@\s*([A-Za-z]+)\s*([{(])/g;
  let wasted = 0; // characters read in entries that broke off; thousands of them would cost the square
  for (let m = head.exec(text); m !== null; m = head.exec(text)) {
    const type = m[1]!.toLowerCase();
    if (type === "comment" || type === "preamble") continue;
    const scanner = new Scanner(text, head.lastIndex, macros);
    const key = type === "string" ? "" : scanner.key();
    const fields = key === null ? null : scanner.fields();
    if (fields === null) {
      wasted += scanner.at - head.lastIndex;
      if (wasted > 4 * text.length + 100_000) break;
      continue; // the next entry may begin right behind the head of the broken one
    }
    head.lastIndex = scanner.at;
    if (type === "string") for (const [name, value] of fields) macros.set(name, value);
    else found.push({ type, key: key!, fields });
  }
  return found;
}

class Scanner {
  readonly #text: string;
  readonly #macros: ReadonlyMap<string, string>;
  at: number;

  constructor(text: string, at: number, macros: ReadonlyMap<string, string>) {
    this.#text = text;
    this.at = at;
    this.#macros = macros;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const m = pattern.exec(this.#text);
    if (m !== null) this.at = pattern.lastIndex;
    return m;
  }

  key(): string | null {
    return this.#match(/\s*([^\s,{}()"=@]{0,300})\s*,/y)?.[1] ?? null;
  }

  fields(): Map<string, string> | null {
    const fields = new Map<string, string>();
    for (;;) {
      if (this.#match(/[\s,]*[})]/y)) return fields;
      const name = this.#match(/[\s,]*([A-Za-z][\w:+-]{0,60})\s*=\s*/y)?.[1]?.toLowerCase();
      if (name === undefined) return fields.size > 0 && this.at >= this.#text.length ? fields : null;
      const value = this.#value();
      if (value === null) return null;
      if (!fields.has(name)) fields.set(name, value);
    }
  }

  /** One value: braced, quoted, number or macro, joined by "#". */
  #value(): string | null {
    let value = "";
    do {
      const c = this.#text[this.at];
      const part = c === "{" ? this.#balanced("}") : c === '"' ? this.#balanced('"') : this.#bare();
      if (part === null) return null;
      value += part;
    } while (this.#match(/\s*#\s*/y));
    return value;
  }

  /** What stands between the delimiters; braces inside balance, and hide a quotation mark. */
  #balanced(close: string): string | null {
    const start = ++this.at;
    let depth = 0;
    for (; this.at < this.#text.length; this.at++) {
      const c = this.#text[this.at]!;
      if (c === "\\") this.at++;
      else if (depth === 0 && c === close) return this.#text.slice(start, this.at++);
      else if (c === "{") depth++;
      else if (c === "}") depth--;
      if (depth < 0) return null;
    }
    return null;
  }

  #bare(): string | null {
    const word = this.#match(/[^\s,#{}()"]{1,200}/y)?.[0];
    return word === undefined ? null : (this.#macros.get(word.toLowerCase()) ?? word);
  }
}

/** Splits at "and" outside braces. */
function splitNames(value: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  const word = /[{}]|\s+and\s+/g;
  for (let m = word.exec(value); m !== null; m = word.exec(value)) {
    if (m[0] === "{") depth++;
    else if (m[0] === "}") depth--;
    else if (depth === 0) {
      names.push(value.slice(start, m.index));
      start = word.lastIndex;
    }
  }
  names.push(value.slice(start));
  return names.map((name) => name.trim()).filter((name) => name !== "" && name !== "others");
}

/** Whether one pair of braces holds the whole name; accents have braces of their own: "{Mus{\'e}e d'Orsay}". */
function isBraced(name: string): boolean {
  if (!name.startsWith("{") || !name.endsWith("}")) return false;
  let depth = 0;
  for (let at = 0; at < name.length; at++) {
    if (name[at] === "\\") at++;
    else if (name[at] === "{") depth++;
    else if (name[at] === "}" && --depth === 0) return at === name.length - 1;
  }
  return false;
}

/** Splits at white space outside braces. */
function splitWords(name: string): string[] {
  const words: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < name.length; at++) {
    const c = name[at]!;
    if (c === "\\") at++;
    else if (c === "{") depth++;
    else if (c === "}") depth--;
    else if (depth <= 0 && /\s/.test(c)) {
      words.push(name.slice(start, at));
      start = at + 1;
    }
  }
  return [...words, name.slice(start)].filter((word) => word !== "");
}

/** Reads "Last, First", "von Last, Jr, First", "First von Last" and "{A Body}" (BibTeX's rules, Patashnik 1988). */
export function bibtexName(name: string): CslName {
  if (isBraced(name)) return { literal: fromLatex(name) };
  const parts = name.split(",").map((part) => part.trim());
  const particle = /^((?:\p{Ll}[\p{L}'’.]*\s+)+)(?=\S)/u;
  if (parts.length > 1) {
    const [von] = particle.exec(parts[0]!) ?? [""];
    const given = fromLatex(parts.at(-1)!);
    return {
      ...(von === "" ? {} : { "non-dropping-particle": fromLatex(von) }),
      family: fromLatex(parts[0]!.slice(von.length)),
      ...(given === "" ? {} : { given }),
      ...(parts.length > 2 ? { suffix: fromLatex(parts[1]!) } : {}),
    };
  }
  const words = splitWords(name);
  if (words.length < 2) return { family: fromLatex(name) };
  const von = words.findIndex((word, i) => i > 0 && i < words.length - 1 && /^\p{Ll}/u.test(word));
  const last =
    von < 0
      ? words.length - 1
      : words.findLastIndex((word, i) => i < words.length - 1 && /^\p{Ll}/u.test(word)) + 1;
  const from = von < 0 ? last : von;
  return {
    ...(von < 0 ? {} : { "non-dropping-particle": fromLatex(words.slice(von, last).join(" ")) }),
    family: fromLatex(words.slice(last).join(" ")),
    given: fromLatex(words.slice(0, from).join(" ")),
  };
}

function dateOf(fields: ReadonlyMap<string, string>): CslDate | null {
  const raw = fields.get("date") ?? fields.get("year");
  if (raw === undefined) return null;
  const iso = isoDate(fromLatex(raw));
  if (iso === null) return { literal: fromLatex(raw) };
  const parts = iso.split("-").map(Number);
  if (parts.length > 1) return { "date-parts": [parts] };
  const month = monthOf(fields.get("month") ?? "", fields.get("day") ?? "");
  return { "date-parts": [[...parts, ...month]] };
}

/** The month and, where one is given, the day: "sep", "9", "14 September", `sep # "~14"`, or a field of its own. */
function monthOf(month: string, day: string): number[] {
  const words =
    fromLatex(month.replaceAll("~", " "))
      .toLowerCase()
      .match(/\p{L}+|\d+/gu) ?? [];
  const named = words.findIndex((word) => monthNames.includes(word.slice(0, 3)));
  const at = Math.max(named, 0);
  const number = named < 0 ? Number(words[0]) : monthNames.indexOf(words[at]!.slice(0, 3)) + 1;
  if (!(number >= 1 && number <= 12)) return [];
  const rest = Number.parseInt(day, 10) || Number(words.find((word, i) => i !== at && /^\d/.test(word)));
  return rest >= 1 && rest <= 31 ? [number, rest] : [number];
}

const CARRIER =
  /^[[(]?(?:(?:computer |mobile )?(?:software|program|app|code)|data ?set|database|data file|online(?: resource)?|internet|web ?(?:page|site)|blog(?: post)?|cd-?rom|dvd|video|film|podcast|audio|map|poster|slides|presentation|talk|manuscript|typescript|unpublished.*|preprint|press release|leaflet|pamphlet|newsletter|e-?mail|personal communication|letter|spreadsheet)[\])]?\.?$/i;

/** "Harbour Inquiry, written evidence HI 17": papers that were handed in are counted, and nobody publishes them so. */
const HANDED_IN =
  /(?:^|[\s,])(?:(?:[Ww]ritten|[Oo]ral|[Ss]upplementary|[Ff]urther) (?:evidence|submissions?|statement|testimony)|[Ee]vidence|[Ss]ubmission|[Pp]etition|[Ee]xhibit|[Mm]emorandum|[Ww]itness statement|[Cc]onsultation response|[Dd]ocument|[Ii]tem|[Ff]ile)\s(?:[Nn]o\.?\s)?(?:[A-Z]{1,6}[ ./-]?)?\d[A-Z\d./-]{0,12}$/;

/** `howpublished` is free text: somebody's name, the kind of thing ("Data set") or an address. */
function howPublished(words: string | undefined): {
  readonly publisher?: string;
  readonly medium?: string;
  readonly URL?: string;
} {
  if (words === undefined) return {};
  const url = /https?:\/\/[^\s{}]+/.exec(words)?.[0];
  if (url !== undefined) return { URL: url.replace(/[.,;]$/, "") };
  if (/^(?:available|accessed|retrieved|last)\b/i.test(words)) return {};
  if (HANDED_IN.test(words)) return { medium: words };
  return CARRIER.test(words) ? { medium: words.replace(/^[[(]|[\])]?\.?$/g, "") } : { publisher: words };
}

function toCsl({ type, key, fields }: Entry): Csl {
  const get = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = fields.get(name);
      if (value !== undefined && value.trim() !== "") return fromLatex(value);
    }
    return undefined;
  };
  const names = (field: string): readonly CslName[] | undefined => {
    const value = fields.get(field);
    return value === undefined ? undefined : splitNames(value).map(bibtexName);
  };
  const subtitle = get("subtitle");
  const title = get("title");
  const kind = types[type] ?? "document";
  const issued = dateOf(fields);
  const published = howPublished(get("howpublished"));
  const isPart = kind === "chapter" || kind === "paper-conference" || kind === "entry-encyclopedia";
  const values: Record<string, unknown> = {
    author: names("author"),
    editor: names("editor"),
    translator: names("translator"),
    title: title !== undefined && subtitle !== undefined ? `${title}: ${subtitle}` : title,
    "container-title": isPart
      ? get("booktitle", "maintitle", "journal", "journaltitle")
      : get("journaltitle", "journal"),
    "collection-title": get("series"),
    issued: issued ?? undefined,
    volume: get("volume"),
    issue: kind === "article-journal" ? get("number", "issue") : get("issue"),
    number: kind === "article-journal" ? undefined : get("number"),
    page: get("pages", "eid")?.replace(/\s*[\u2010-\u2015-]+\s*/g, "-"),
    edition: get("edition"),
    publisher: get("publisher", "institution", "school", "organization") ?? published.publisher,
    medium: published.medium,
    "publisher-place": get("address", "location"),
    DOI: get("doi")?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, ""),
    PMID: get("pmid"),
    PMCID: get("pmcid"),
    ISBN: get("isbn"),
    ISSN: get("issn"),
    URL:
      fields
        .get("url")
        ?.replace(/\\(?=[_%&#])/g, "")
        .replace(/^\\url\{|[{}]/g, "")
        .trim() ?? published.URL,
    language: get("langid", "language"),
    note: get("note"),
  };
  const known = Object.entries(values).filter(
    ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  return { ...(key === "" ? {} : { id: key }), type: kind, ...Object.fromEntries(known) };
}
