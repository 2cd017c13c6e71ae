/**
 * Citation fields of Word files: Zotero and Mendeley (CSL_CITATION, also as base64 in a content control), EndNote,
 * Word's own CITATION. Gives the keys named, with the record and the place cited where the field holds them.
 */
import type { Csl, CslName, HintedCite, Pinpoint, PinpointLabel } from "../../model.ts";
import { isJson, toCsl } from "../csl.ts";
import { child, elements, textAt, walkXml, type XmlElement, xmlText } from "../xml.ts";

export type Field =
  | { readonly kind: "citation"; readonly cites: readonly HintedCite[] }
  | { readonly kind: "bibliography" }
  /** A link to a bookmark. */
  | { readonly kind: "link"; readonly bookmark: string }
  | { readonly kind: "address"; readonly url: string }
  | { readonly kind: "other" };

const textOf = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== ""
    ? value.trim()
    : typeof value === "number"
      ? String(value)
      : null;

/** Reads a field's instruction; `parse` reads EndNote's XML. Anything unknown is `other`. */
export function readField(instruction: string, parse: (xml: string) => XmlElement | null): Field {
  const words = instruction.trim();
  const addin = /^ADDIN\s+/.test(words);
  if (addin && /CSL_CITATION\s*\{/.test(words)) return cslField(words.slice(words.indexOf("{")));
  if (addin && /ZOTERO_BIBL|CSL_BIBLIOGRAPHY|EN\.REFLIST|Mendeley Bibliography/i.test(words)) {
    return { kind: "bibliography" };
  }
  if (addin && /EN\.CITE/.test(words)) return endNoteField(words, parse);
  if (/^BIBLIOGRAPHY\b/.test(words)) return { kind: "bibliography" };
  if (/^CITATION\s/.test(words)) return wordField(words);
  const link = /^HYPERLINK\s+(?:\\l\s+)?"([^"]{1,2000})"(\s+\\l\s+"([^"]{1,500})")?/.exec(words);
  if (link) {
    if (/^HYPERLINK\s+\\l/.test(words)) return { kind: "link", bookmark: link[1]! };
    return /^https?:/i.test(link[1]!) ? { kind: "address", url: link[1]! } : { kind: "other" };
  }
  const reference = /^(?:REF|NOTEREF|PAGEREF)\s+"?([\w.:-]{1,100})"?/.exec(words);
  if (reference && !words.startsWith("PAGEREF")) return { kind: "link", bookmark: reference[1]! };
  return { kind: "other" };
}

function cslField(json: string): Field {
  let data: unknown;
  try {
    data = JSON.parse(json.slice(0, json.lastIndexOf("}") + 1));
  } catch {
    return { kind: "other" }; // split or damaged by an editor; the words shown are still read
  }
  return { kind: "citation", cites: cslCites(data) };
}

/** Reads the content control tag of Mendeley Cite: base64 of the same kind of object. */
export function readControlTag(tag: string): Field {
  const encoded = /^MENDELEY_CITATION_v3_([A-Za-z0-9+/=_-]+)$/.exec(tag)?.[1];
  if (encoded === undefined)
    return /^MENDELEY_BIBLIOGRAPHY/.test(tag) ? { kind: "bibliography" } : { kind: "other" };
  try {
    const bytes = Uint8Array.from(atob(encoded), (c) => c.charCodeAt(0));
    return { kind: "citation", cites: cslCites(JSON.parse(new TextDecoder().decode(bytes))) };
  } catch {
    return { kind: "other" };
  }
}

function cslCites(data: unknown): HintedCite[] {
  const items = isJson(data) && Array.isArray(data.citationItems) ? data.citationItems : [];
  return items.filter(isJson).map((item) => {
    const uri = [item.uris, item.uri]
      .flat()
      .map(textOf)
      .find((address) => address !== null);
    const own = isJson(item.itemData) ? textOf(item.itemData.id) : null;
    const key = uri?.replace(/^.*\/(?:items\/)?/, "") ?? own ?? textOf(item.id) ?? "?";
    const csl = toCsl(item.itemData, key);
    const value = textOf(item.locator);
    return {
      key,
      ...(csl === null ? {} : { csl }),
      pinpoint: value === null ? null : pinpoint(textOf(item.label) ?? "page", value),
      prefix: textOf(item.prefix),
      suffix: textOf(item.suffix),
    };
  });
}

const labels: Readonly<Record<string, PinpointLabel>> = {
  page: "page",
  section: "section",
  paragraph: "paragraph",
  chapter: "chapter",
  folio: "folio",
  table: "table",
  figure: "figure",
  article: "article",
  appendix: "appendix",
  note: "note",
  line: "line",
  verse: "verse",
  volume: "volume",
  part: "part",
  column: "column",
  regulation: "regulation",
  item: "item",
  question: "question",
  number: "number",
  timestamp: "timestamp",
};

function pinpoint(label: string, value: string): Pinpoint | null {
  const known = labels[label.replace(/-locator$/, "")];
  return known === undefined ? null : { label: known, value: value.replace(/[\u2010-\u2015]/g, "-") };
}

/** Word: `CITATION Bre10 \p 33 \f "see " \m Dav12 \l 1033`. */
function wordField(words: string): Field {
  const cites = words.split(/\s+\\m\s+/).map((part, i) => {
    const key = (i === 0 ? part.replace(/^CITATION\s+/, "") : part).trim().split(/\s+/)[0] ?? "";
    const option = (letter: string): string | null =>
      new RegExp(`\\\\${letter}\\s+(?:"([^"]{0,300})"|(\\S{1,100}))`).exec(part)?.slice(1).find(Boolean) ??
      null;
    const page = option("p");
    return {
      key,
      pinpoint: page === null ? null : pinpoint("page", page),
      prefix: option("f"),
      suffix: option("s"),
    };
  });
  return { kind: "citation", cites };
}

function endNoteField(words: string, parse: (xml: string) => XmlElement | null): Field {
  const from = words.indexOf("<EndNote>");
  const to = words.lastIndexOf("</EndNote>");
  const root = from < 0 || to < from ? null : parse(words.slice(from, to + 10));
  if (root === null) return { kind: "citation", cites: [] }; // the records lie elsewhere in the file, packed
  const cites = elements(root, "Cite").map((cite) => {
    const pages = textAt(cite, "Pages");
    return {
      key: textAt(cite, "RecNum") ?? `${textAt(cite, "Author") ?? ""}${textAt(cite, "Year") ?? ""}`,
      ...endNoteRecord(cite),
      pinpoint: pages === null ? null : pinpoint("page", pages),
      prefix: textAt(cite, "Prefix"),
      suffix: textAt(cite, "Suffix"),
    };
  });
  return { kind: "citation", cites };
}

function endNoteRecord(cite: XmlElement): { csl?: Csl } {
  const record = child(cite, "record");
  if (record === null) return {};
  const authors: CslName[] = [];
  walkXml(record, (element) => {
    if (element.name !== "author") return element.name !== "secondary-authors";
    const [family, given] = xmlText(element)
      .split(",")
      .map((part) => part.trim());
    if (family) authors.push(given ? { family, given } : { literal: family });
    return false;
  });
  const year = /\d{4}/.exec(textAt(record, "dates", "year") ?? "")?.[0];
  const fields: Partial<Record<keyof Csl, string | null>> = {
    title: textAt(record, "titles", "title"),
    "container-title":
      textAt(record, "periodical", "full-title") ?? textAt(record, "titles", "secondary-title"),
    volume: textAt(record, "volume"),
    issue: textAt(record, "number"),
    page: textAt(record, "pages")?.replace(/[\u2010-\u2015]/g, "-") ?? null,
    publisher: textAt(record, "publisher"),
    DOI: textAt(record, "electronic-resource-num"),
  };
  const kind = child(record, "ref-type")?.attributes.name ?? "";
  const type = /journal/i.test(kind)
    ? "article-journal"
    : /section/i.test(kind)
      ? "chapter"
      : /book/i.test(kind)
        ? "book"
        : "document";
  return {
    csl: {
      type,
      ...(authors.length > 0 ? { author: authors } : {}),
      ...(year === undefined ? {} : { issued: { "date-parts": [[Number(year)]] } }),
      ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)),
    },
  };
}
