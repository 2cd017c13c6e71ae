/**
 * One tagged reference of a JATS list: its fields as CSL-JSON, and the line of text a reader would see where the
 * publisher printed none. Order and punctuation follow the NLM style (Vancouver).
 */
import type { Csl, CslDate, CslName } from "../../model.ts";
import { child, elements, isXml, textAt, walkXml, type XmlElement, xmlText } from "../xml.ts";

const types: Readonly<Record<string, string>> = {
  journal: "article-journal",
  book: "book",
  chapter: "chapter",
  thesis: "thesis",
  confproc: "paper-conference",
  conf: "paper-conference",
  conference: "paper-conference",
  web: "webpage",
  webpage: "webpage",
  website: "webpage",
  report: "report",
  gov: "report",
  standard: "standard",
  patent: "patent",
  data: "dataset",
  software: "software",
  preprint: "article",
  newspaper: "article-newspaper",
  letter: "personal_communication",
};

const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Returns the first element of the name anywhere below. */
function find(root: XmlElement, name: string): XmlElement | null {
  let found: XmlElement | null = null;
  walkXml(root, (element) => {
    if (found === null && element.name === name) found = element;
    return found === null;
  });
  return found;
}

const field = (root: XmlElement, name: string): string | null => {
  const element = find(root, name);
  return element === null ? null : tidy(xmlText(element)).replace(/[.,;:]$/, "") || null;
};

function nameOf(element: XmlElement): CslName | null {
  if (element.name === "collab" || element.name === "institution" || element.name === "anonymous") {
    const literal = tidy(xmlText(element));
    return literal === "" ? null : { literal };
  }
  const family = textAt(element, "surname");
  const given = textAt(element, "given-names");
  const suffix = textAt(element, "suffix");
  if (family === null && given === null) {
    const literal = tidy(xmlText(element));
    return literal === "" ? null : { literal };
  }
  return {
    ...(family === null ? {} : { family }),
    ...(given === null ? {} : { given }),
    ...(suffix === null ? {} : { suffix }),
  };
}

interface People {
  readonly names: readonly CslName[];
  readonly truncated: boolean;
}

/** Returns the people of one role; those outside any group count as authors. */
function people(citation: XmlElement, role: "author" | "editor" | "translator"): People {
  const names: CslName[] = [];
  let truncated = false;
  const collect = (root: XmlElement): void => {
    walkXml(root, (element) => {
      if (element !== root && element.name === "person-group") return false;
      if (element.name === "etal") truncated = true;
      if (!/^(?:name|string-name|collab|name-alternatives|anonymous)$/.test(element.name)) return true;
      const chosen = element.name === "name-alternatives" ? (elements(element)[0] ?? element) : element;
      const name = nameOf(chosen);
      if (name) names.push(name);
      return false;
    });
  };
  const groups = elements(citation, "person-group");
  for (const group of groups) {
    const said = group.attributes["person-group-type"] ?? "author";
    if (said.replace(/s$/, "") === role || (role === "author" && !/^(?:editor|translator)/.test(said)))
      collect(group);
  }
  if (role === "author") collect(citation);
  return { names, truncated };
}

function dateOf(citation: XmlElement): CslDate | null {
  const year = /\d{4}/.exec(field(citation, "year") ?? "")?.[0];
  if (year === undefined) return null;
  const month = Number.parseInt(textAt(citation, "month") ?? "", 10);
  const day = Number.parseInt(textAt(citation, "day") ?? "", 10);
  const parts = [Number(year)];
  if (month >= 1 && month <= 12) parts.push(month, ...(day >= 1 && day <= 31 ? [day] : []));
  return { "date-parts": [parts] };
}

/** Returns the pages: "6858-6862", "e1004", or null. */
function pages(citation: XmlElement): string | null {
  const [first, last] = [field(citation, "fpage"), field(citation, "lpage")];
  if (first !== null) return last !== null && last !== first ? `${first}-${last}` : first;
  return field(citation, "page-range") ?? field(citation, "elocation-id");
}

function identifiers(
  citation: XmlElement,
): Partial<Record<"DOI" | "PMID" | "PMCID" | "ISBN" | "URL", string>> {
  const found: Partial<Record<"DOI" | "PMID" | "PMCID" | "ISBN" | "URL", string>> = {};
  walkXml(citation, (element) => {
    const words = tidy(xmlText(element));
    const kind = element.attributes["pub-id-type"] ?? element.attributes["ext-link-type"] ?? "";
    const url = element.attributes["xlink:href"] ?? words;
    if (element.name === "isbn") found.ISBN ??= words;
    else if (element.name === "pub-id" || element.name === "ext-link" || element.name === "uri") {
      const doi = /10\.\d{4,9}\/\S+/.exec(kind === "doi" ? words : url)?.[0];
      if (doi !== undefined && (kind === "doi" || /doi\.org/.test(url))) found.DOI ??= doi;
      else if (kind === "pmid") found.PMID ??= words;
      else if (kind === "pmcid" || kind === "pmc") found.PMCID ??= words;
      else if (/^https?:/.test(url)) found.URL ??= url;
    }
    return element.name !== "pub-id";
  });
  return found;
}

/** Returns the tagged fields as CSL-JSON, or null when nothing but words is tagged. */
export function citationCsl(citation: XmlElement): Csl | null {
  const kind = citation.attributes["publication-type"] ?? citation.attributes["citation-type"] ?? "";
  const chapter = field(citation, "chapter-title");
  const article =
    field(citation, "article-title") ?? field(citation, "data-title") ?? field(citation, "part-title");
  const source = field(citation, "source");
  const part = chapter ?? article;
  const isBook = /book|chapter/.test(kind);
  const type = isBook && part !== null ? "chapter" : (types[kind] ?? "document");
  const title = part ?? source;
  const container = part === null ? null : source;
  const authors = people(citation, "author").names;
  const editors = people(citation, "editor").names;
  const date = dateOf(citation);
  const plain = (name: string, key: keyof Csl): Partial<Csl> => {
    const value = field(citation, name);
    return value === null ? {} : { [key]: value };
  };
  const page = pages(citation);
  if (title === null && authors.length === 0) return null;
  return {
    type,
    ...(title === null ? {} : { title }),
    ...(authors.length === 0 ? {} : { author: authors }),
    ...(editors.length === 0 ? {} : { editor: editors }),
    ...(container === null ? {} : { "container-title": container }),
    ...(date === null ? {} : { issued: date }),
    ...plain("volume", "volume"),
    ...plain("issue", "issue"),
    ...(page === null ? {} : { page }),
    ...plain("edition", "edition"),
    ...plain("publisher-name", "publisher"),
    ...plain("publisher-loc", "publisher-place"),
    ...identifiers(citation),
  };
}

/**
 * Whether the publisher printed punctuation between the fields and between the names, so that the element's own
 * text can be shown. A mixed citation without it is a tagged one in disguise.
 */
export function isPrinted(citation: XmlElement): boolean {
  if (citation.name === "element-citation") return false;
  const between = citation.children.filter((node) => !isXml(node)).join("");
  if (elements(citation).length > 1 && !/[.,;:()]/.test(between)) return false;
  return [citation, ...elements(citation, "person-group")].every(namesApart);
}

/** Whether something stands between names that follow one another. */
function namesApart(group: XmlElement): boolean {
  let last: XmlElement | null = null;
  for (const node of group.children) {
    if (!isXml(node)) {
      if (node.trim() !== "") last = null;
    } else {
      if (last?.name === "name" && node.name === "name") return false;
      last = node;
    }
  }
  return true;
}

export type ReferenceStyle = "numbered" | "author-year";

/** Returns "BN" or, spaced, "B. N." for "Brenna N." and "BN" alike. */
function initials(given: string, spaced: boolean): string {
  const letters = /^[\p{Lu}\s.-]{1,6}$/u.test(given)
    ? given.replace(/[^\p{Lu}]/gu, "")
    : given.replace(/(\p{L})[^\s.-]*[\s.-]*/gu, "$1");
  return spaced ? [...letters].map((letter) => `${letter}.`).join(" ") : letters;
}

const stop = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

function printedName(name: CslName, style: ReferenceStyle): string {
  const given = name.given && initials(name.given, style === "author-year");
  const parts = [name.family, given, name.suffix].filter(Boolean);
  return name.literal ?? parts.join(style === "author-year" ? ", " : " ");
}

/** Names as one list: "Ames BN, Cathcart R, et al" or "Ames, B. N., & Cathcart, R."; six of seven and more. */
function printedNames({ names, truncated }: People, style: ReferenceStyle): string {
  const many = names.length > 6;
  const printed = names.slice(0, many ? 6 : names.length).map((name) => printedName(name, style));
  if (truncated || many) printed.push(style === "author-year" ? "et al." : "et al");
  else if (style === "author-year" && printed.length > 1) printed.push(`& ${printed.pop()}`);
  return printed.join(", ");
}

/**
 * Returns the reference as one line, as the kind of list prints it: "Ames BN. Uric acid. PNAS. 1981;78:6858-6862."
 * or "Ames, B. N. (1981). Uric acid. PNAS, 78, 6858-6862.".
 */
export function citationText(citation: XmlElement, style: ReferenceStyle): string {
  const csl = citationCsl(citation);
  if (csl === null) return tidy(xmlText(citation));
  const authors = printedNames(people(citation, "author"), style);
  const editors = printedNames(people(citation, "editor"), style);
  const year = csl.issued?.["date-parts"]?.[0]?.[0];
  const volume =
    csl.volume === undefined ? "" : `${csl.volume}${csl.issue === undefined ? "" : `(${csl.issue})`}`;
  const house = [csl["publisher-place"], csl.publisher].filter(Boolean).join(": ");
  const inside = csl.type === "chapter" ? "In: " : "";
  const parts: string[] = [];
  if (style === "author-year") {
    parts.push(`${authors === "" ? "" : `${authors} `}(${year ?? "n.d."}).`);
    if (csl.title !== undefined) parts.push(stop(csl.title));
    if (editors !== "") parts.push(`${inside}${editors} (Eds.).`);
    const place = [csl["container-title"], volume, csl.page].filter(Boolean).join(", ");
    if (place !== "") parts.push(stop(place));
    if (csl.edition !== undefined) parts.push(stop(csl.edition));
    if (house !== "") parts.push(stop(house));
  } else {
    if (authors !== "") parts.push(stop(authors));
    if (csl.title !== undefined) parts.push(stop(csl.title));
    if (editors !== "") parts.push(`${inside}${editors}, editors.`);
    if (csl["container-title"] !== undefined) parts.push(stop(csl["container-title"]));
    if (csl.edition !== undefined) parts.push(stop(csl.edition));
    if (house !== "") parts.push(`${house}${year === undefined ? "." : ";"}`);
    const when = [year, volume].filter(Boolean).join(";");
    const page =
      csl.page === undefined ? "" : when === "" || volume === "" ? `p. ${csl.page}` : `:${csl.page}`;
    const place = page.startsWith("p") ? [when, page].filter(Boolean).join(". ") : `${when}${page}`;
    if (place !== "") parts.push(stop(place));
  }
  const comment = child(citation, "comment");
  if (comment !== null) parts.push(tidy(xmlText(comment)));
  const doi = style === "author-year" ? "https://doi.org/" : "doi:";
  if (csl.DOI !== undefined) parts.push(`${doi}${csl.DOI}`);
  else if (csl.URL !== undefined) parts.push(csl.URL);
  return parts.join(" ");
}
