/**
 * The XML that EndNote exports (and Zotero and Citavi with it), to CSL-JSON. Its fields are those of RIS under other
 * names, so each record is read as one of RIS.
 */
import type { Csl } from "../model.ts";
import { createBudget } from "./limits.ts";
import { Refusal } from "./problem.ts";
import { cslOfRis } from "./ris.ts";
import { child, elements, parseXml, textAt, type XmlElement, xmlText } from "./xml.ts";

/** EndNote's kinds of reference → RIS types. */
const TYPES: Readonly<Record<string, string>> = {
  "Journal Article": "JOUR",
  "Electronic Article": "EJOUR",
  "Magazine Article": "MGZN",
  "Newspaper Article": "NEWS",
  Book: "BOOK",
  "Edited Book": "BOOK",
  "Electronic Book": "EBOOK",
  "Book Section": "CHAP",
  "Electronic Book Section": "ECHAP",
  Encyclopedia: "ENCYC",
  Dictionary: "DICT",
  "Conference Paper": "CPAPER",
  "Conference Proceedings": "CONF",
  Thesis: "THES",
  Report: "RPRT",
  "Government Document": "GOVDOC",
  Standard: "STAND",
  "Web Page": "ELEC",
  Blog: "BLOG",
  Dataset: "DATA",
  "Computer Program": "COMP",
  Case: "CASE",
  Bill: "BILL",
  Statute: "STAT",
  "Legal Rule or Regulation": "LEGAL",
  Hearing: "HEAR",
  Patent: "PAT",
  "Personal Communication": "PCOMM",
  "Unpublished Work": "UNPB",
  Manuscript: "MANSCPT",
  Map: "MAP",
};

/** Tag of RIS → where EndNote has the value. */
const FIELDS: readonly (readonly [tag: string, ...path: string[]])[] = [
  ["LB", "label"],
  ["TI", "titles", "title"],
  ["T2", "titles", "secondary-title"],
  ["T3", "titles", "tertiary-title"],
  ["JF", "periodical", "full-title"],
  ["JA", "periodical", "abbr-1"],
  ["VL", "volume"],
  ["IS", "number"],
  ["SP", "pages"],
  ["ET", "edition"],
  ["PY", "dates", "year"],
  ["DA", "dates", "pub-dates", "date"],
  ["CY", "pub-location"],
  ["PB", "publisher"],
  ["DO", "electronic-resource-num"],
  ["UR", "urls", "related-urls", "url"],
  ["UR", "urls", "web-urls", "url"],
  ["LA", "language"],
  ["M3", "work-type"],
];

const PEOPLE: readonly (readonly [tag: string, group: string])[] = [
  ["AU", "authors"],
  ["A2", "secondary-authors"],
  ["A3", "tertiary-authors"],
  ["A4", "subsidiary-authors"],
];

/** Returns the records in order; none where the file is broken off or no XML. */
export function parseEndnote(text: string): readonly Csl[] {
  let root: XmlElement;
  try {
    root = parseXml(text, createBudget(), "the bibliography");
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
  return elements(root, "records")
    .flatMap((records) => elements(records, "record"))
    .map((record) => cslOfRis(tagsOf(record)))
    .filter((csl) => csl !== null);
}

function tagsOf(record: XmlElement): ReadonlyMap<string, readonly (readonly string[])[]> {
  const tags = new Map<string, string[][]>();
  const put = (tag: string, value: string | null): void => {
    if (value !== null && value !== "") tags.set(tag, [...(tags.get(tag) ?? []), [value]]);
  };
  const kind = child(record, "ref-type")?.attributes.name ?? "";
  put("TY", TYPES[kind] ?? "GEN");
  const contributors = child(record, "contributors");
  for (const [tag, group] of PEOPLE) {
    const list = contributors === null ? null : child(contributors, group);
    // Who put an edited book together stands where authors do.
    const role = tag === "AU" && kind === "Edited Book" ? "ED" : tag;
    for (const author of list === null ? [] : elements(list, "author"))
      put(role, xmlText(author).replace(/\s+/g, " ").trim());
  }
  for (const [tag, ...path] of FIELDS) put(tag, textAt(record, ...path));
  // "0028-3878 (Print) 1526-632X (Electronic)": the first is the one that is printed.
  put("SN", textAt(record, "isbn")?.split(/\s+(?=\()|\s{2,}|[;,]/)[0] ?? null);
  return tags;
}
