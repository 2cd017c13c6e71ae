/**
 * RIS as Zotero, EndNote, Mendeley and the databases write it, to CSL-JSON. Read leniently: one or two blanks behind
 * the tag, values that run over several lines, tags of older dialects; records without a title, a person or
 * a dated container are none.
 */
import type { Csl, CslDate, CslName } from "../model.ts";

type Draft = { -readonly [K in keyof Csl]: Csl[K] };

const TYPES: Readonly<Record<string, string>> = {
  JOUR: "article-journal",
  EJOUR: "article-journal",
  JFULL: "article-journal",
  ABST: "article-journal",
  INPR: "article-journal",
  MGZN: "article-magazine",
  NEWS: "article-newspaper",
  BOOK: "book",
  EBOOK: "book",
  EDBOOK: "book",
  WHOLE: "book",
  SER: "book",
  CHAP: "chapter",
  ECHAP: "chapter",
  ENCYC: "entry-encyclopedia",
  DICT: "entry-dictionary",
  CONF: "paper-conference",
  CPAPER: "paper-conference",
  THES: "thesis",
  RPRT: "report",
  STAND: "standard",
  GOVDOC: "report",
  ELEC: "webpage",
  WEB: "webpage",
  ICOMM: "webpage",
  BLOG: "post-weblog",
  DATA: "dataset",
  COMP: "software",
  CASE: "legal_case",
  BILL: "bill",
  STAT: "legislation",
  LEGAL: "legislation",
  PAT: "patent",
  PCOMM: "personal_communication",
  UNPB: "manuscript",
  MANSCPT: "manuscript",
  MAP: "map",
  HEAR: "hearing",
};

const TAG = /^([A-Z][A-Z0-9]) {1,3}-(?: (.*)|)$/;

/** Returns whether the text is RIS: its first record opens before anything of BibTeX does. */
export const isRis = (text: string): boolean => {
  const at = /^TY {1,3}- ?[A-Z]/m.exec(text)?.index;
  return at !== undefined && !/^\s*@\p{L}+\s*\{/mu.test(text.slice(0, at));
};

/** Returns the records of a RIS file in order; what stands outside them is left out. Linear in length. */
export function parseRis(text: string): readonly Csl[] {
  const records: Csl[] = [];
  // Each value as its lines.
  let open: Map<string, string[][]> | null = null;
  let last: string[] | null = null;
  const close = (): void => {
    const record = open === null ? null : cslOfRis(open);
    if (record !== null) records.push(record);
    open = null;
    last = null;
  };
  for (const line of text.split(/\r\n?|\n/)) {
    const m = TAG.exec(line.replace(/^\uFEFF/, "").trimEnd());
    if (!m) {
      // A value that runs over: it belongs to the tag before.
      if (line.trim() !== "") last?.push(line.trim());
      continue;
    }
    const [, tag = "", value = ""] = m;
    if (tag === "TY") {
      close();
      open = new Map();
    }
    if (tag === "ER") close();
    else if (open !== null) {
      last = [value.trim()];
      const values = open.get(tag);
      if (values) values.push(last);
      else open.set(tag, [last]);
    }
  }
  close();
  return records;
}

/** Returns the record of these tags, each value as its lines, or null where they tell no work. */
export function cslOfRis(tags: ReadonlyMap<string, readonly (readonly string[])[]>): Csl | null {
  const all = (...names: readonly string[]): string[] =>
    names
      .flatMap((name) => tags.get(name) ?? [])
      .map((lines) => lines.join(" ").trim())
      .filter((value) => value !== "");
  const first = (...names: readonly string[]): string | undefined => all(...names)[0];
  const kind = first("TY")?.toUpperCase() ?? "";
  const type = TYPES[kind] ?? "document";
  const contained = ["chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary"].includes(type);
  const draft: Draft = { type };
  const put = (field: keyof Csl, value: unknown): void => {
    if (value !== undefined && !(Array.isArray(value) && value.length === 0))
      Object.assign(draft, { [field]: value });
  };
  put("id", first("ID", "LB"));
  put("author", people(all("AU", "A1")));
  // In a book the second authors are its editors, in an article those of the series.
  put("editor", people(contained ? all("A2", "ED") : all("ED", "A2")));
  put("translator", people(all("A4")));
  put("title", first("TI", "T1", "CT"));
  const container = first("T2", "JO", "JF", "BT", "JA", "J2");
  if (type === "book" || type === "report" || type === "thesis") {
    put("title", first("TI", "T1", "BT", "CT"));
    put("collection-title", first("T2", "T3"));
  } else {
    put("container-title", container);
    put("collection-title", first("T3"));
  }
  put("issued", date(first("DA"), first("PY", "Y1")));
  put("accessed", date(first("Y2"), undefined));
  put("volume", first("VL"));
  put("issue", first("IS"));
  put("page", pages(first("SP"), first("EP")));
  put("publisher", first("PB"));
  put("publisher-place", first("CY", "PP"));
  put("edition", first("ET"));
  put("language", first("LA"));
  put("DOI", first("DO", "DI")?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, ""));
  put("URL", first("UR", "L2"));
  const serial = first("SN");
  const journal = type.startsWith("article");
  put(journal ? "ISSN" : "ISBN", serial);
  if (type === "thesis") put("genre", first("M3"));
  if (type === "report") put("number", first("SN", "M1"));
  if (type === "report") delete draft.ISBN;
  put("note", first("N1"));
  // An issue of a newspaper has neither title nor author: its name and date tell it.
  const issue = draft["container-title"] !== undefined && draft.issued !== undefined;
  return draft.title === undefined && draft.author === undefined && draft.editor === undefined && !issue
    ? null
    : (draft as Csl);
}

/** "Brew, Bruce J., Jr." by its commas; a name without one is a body's. */
function people(names: readonly string[]): CslName[] {
  return names
    .filter((name) => !/^et al\b|^others$/i.test(name))
    .map((name) => {
      const [family = "", given, suffix] = name.split(/\s*,\s*/);
      if (given === undefined || given === "") return { literal: name.replace(/,\s*$/, "") };
      const particle = /^((?:\p{Ll}[\p{L}'’]*\s+)+)(?=\p{Lu})/u.exec(family)?.[1];
      return {
        ...(particle === undefined ? {} : { "non-dropping-particle": particle.trim() }),
        family: particle === undefined ? family : family.slice(particle.length),
        given,
        ...(suffix === undefined || suffix === "" ? {} : { suffix }),
      };
    });
}

/** "2010/12//", "2010-12-03", "2010"; words are kept as they stand. */
function date(whole: string | undefined, year: string | undefined): CslDate | undefined {
  for (const text of [whole, year]) {
    const m = /^(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?(?!\d)/.exec(text ?? "");
    if (!m) continue;
    const parts = [m[1], m[2], m[3]].filter((part) => part !== undefined).map(Number);
    const known = parts.findIndex((n, i) => i > 0 && (n < 1 || n > (i === 1 ? 12 : 31)));
    return { "date-parts": [known < 0 ? parts : parts.slice(0, known)] };
  }
  const words = year ?? whole;
  return words === undefined ? undefined : { literal: words };
}

/** Some writers put the whole range into SP. */
function pages(start: string | undefined, end: string | undefined): string | undefined {
  const from = start?.replace(/\s*[‐-―−]+\s*|-{2,}/gu, "-");
  if (from === undefined || end === undefined || end === from || from.includes("-")) return from ?? end;
  return `${from}-${end}`;
}
