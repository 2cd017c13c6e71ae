/** A source as a readable citation: runs of text, some of them italic. Shows what CSL-JSON says and adds nothing. */

import type { Csl, CslDate, Source } from "../../core/model.ts";
import { nameText } from "../../core/review/names.ts";

export interface Run {
  readonly text: string;
  readonly italic?: true;
}

export interface Identifier {
  readonly name: string;
  readonly value: string;
  /** Null where the value does not make a safe address. */
  readonly href: string | null;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Returns "12 Dec 2010" as far as the date is known. */
export function dateText(date: CslDate | undefined): string {
  const [from] = date?.["date-parts"] ?? [];
  if (!from || from[0] === undefined) return date?.literal ?? date?.raw ?? "";
  const [year, month, day] = from;
  const named = month ? months[month - 1] : undefined;
  return [day && named ? String(day) : "", named ?? "", String(year)].filter(Boolean).join(" ");
}

const stop = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

/** Returns the names, with "and others" where the document's list was cut short. */
export function authorsText(csl: Csl, truncated: boolean): string {
  const names = (csl.author ?? csl.editor ?? []).map(nameText).filter(Boolean);
  if (names.length === 0) return "";
  const editors = csl.author ? "" : names.length > 1 ? " (eds.)" : " (ed.)";
  return `${names.join(", ")}${truncated ? ", and others" : ""}${editors}`;
}

/** Returns the citation in the order authors, title, container, date, volume, pages, publisher. */
export function citationRuns({
  csl,
  authorsTruncated,
  label,
}: Pick<Source, "csl" | "authorsTruncated" | "label">): readonly Run[] {
  const runs: Run[] = [];
  const say = (text: string, italic = false): void => {
    if (!text) return;
    if (runs.length > 0) runs.push({ text: " " });
    runs.push(italic ? { text, italic: true } : { text });
  };
  const container = csl["container-title"];
  const authors = authorsText(csl, authorsTruncated);
  say(authors && stop(authors));
  say(csl.title ? stop(csl.title) : "", !container);
  say(container ? stop(container) : "", true);
  const edition = csl.edition ? (/^\d+$/.test(csl.edition) ? `edition ${csl.edition}` : csl.edition) : "";
  const made = [csl["publisher-place"], csl.publisher ?? csl.authority].filter(Boolean).join(": ");
  const volume = `${csl.volume ?? ""}${csl.issue ? `(${csl.issue})` : ""}`;
  const pages = csl.page?.replaceAll("-", "–") ?? "";
  const place = volume && pages ? `${volume}: ${pages}` : volume || (pages && `pp. ${pages}`);
  const tail = [csl.genre, edition, made, csl.number, dateText(csl.issued), place].filter(Boolean).join("; ");
  say(tail && stop(tail));
  return runs.length > 0 ? runs : [{ text: label }];
}

const web = (url: string): string | null => (/^https?:\/\//i.test(url) ? url : null);

/** Returns DOI, PubMed, PMC, ISBN and web address, as far as the source has them. */
export function identifiers(csl: Csl): readonly Identifier[] {
  const found: Identifier[] = [];
  if (csl.DOI) found.push({ name: "DOI", value: csl.DOI, href: `https://doi.org/${encodeURI(csl.DOI)}` });
  if (csl.PMID)
    found.push({
      name: "PubMed",
      value: csl.PMID,
      href: `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(csl.PMID)}/`,
    });
  if (csl.PMCID)
    found.push({
      name: "PMC",
      value: csl.PMCID,
      href: `https://www.ncbi.nlm.nih.gov/pmc/articles/${encodeURIComponent(csl.PMCID)}/`,
    });
  if (csl.ISBN) found.push({ name: "ISBN", value: csl.ISBN, href: null });
  if (csl.ISSN) found.push({ name: "ISSN", value: csl.ISSN, href: null });
  if (csl.URL) found.push({ name: "Web", value: csl.URL, href: web(csl.URL) });
  return found;
}
