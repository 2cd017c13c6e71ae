/**
 * Sources as RIS, for EndNote, Mendeley and Zotero. Lines are never folded: the format knows no continuation, and
 * readers break values there.
 */
import type { CslDate, CslName, Source } from "../model.ts";
import { chosenSources, type Selection, type SourcesInput } from "./input.ts";
import { citationKeys } from "./keys.ts";
import { oneLine } from "./one-line.ts";
import { pinpointsBySource } from "./pinpoints.ts";

const TYPES: Readonly<Record<string, string>> = {
  article: "UNPB",
  "article-journal": "JOUR",
  "article-magazine": "MGZN",
  "article-newspaper": "NEWS",
  bill: "BILL",
  book: "BOOK",
  chapter: "CHAP",
  dataset: "DATA",
  "entry-dictionary": "DICT",
  "entry-encyclopedia": "ENCYC",
  legal_case: "CASE",
  legislation: "STAT",
  manuscript: "UNPB",
  map: "MAP",
  motion_picture: "VIDEO",
  "paper-conference": "CPAPER",
  patent: "PAT",
  personal_communication: "PCOMM",
  "post-weblog": "BLOG",
  report: "RPRT",
  software: "COMP",
  standard: "STAND",
  thesis: "THES",
  webpage: "ELEC",
};

/** Returns the records in the order of the analysis. Lines end in CR LF, as the format asks. */
export function toRis(input: SourcesInput, selection?: Selection): string {
  const keys = citationKeys(input.sources);
  const pinpoints = pinpointsBySource(input);
  return chosenSources(input, selection)
    .map((source) => record(source, keys.get(source.id)!, pinpoints.get(source.id)))
    .join("");
}

function record(source: Source, key: string, pinpoints: string | undefined): string {
  const { csl } = source;
  const lines: string[] = [];
  const add = (tag: string, value: string | undefined): void => {
    const line = oneLine(value ?? "");
    if (line !== "") lines.push(`${tag}  - ${line}\r\n`);
  };
  add("TY", TYPES[csl.type] ?? "GEN");
  add("ID", key);
  add("TI", csl.title);
  for (const name of csl.author ?? []) add("AU", risName(name));
  for (const name of csl.editor ?? []) add(csl["container-title"] === undefined ? "ED" : "A2", risName(name));
  for (const name of csl.translator ?? []) add("A4", risName(name));
  add("T2", csl["container-title"]);
  add("T3", csl["collection-title"]);
  const [year, month, day] = csl.issued?.["date-parts"]?.[0] ?? [];
  add("PY", year === undefined ? yearIn(csl.issued) : String(year));
  if (year !== undefined && month !== undefined) add("DA", slashed([year, month, day]));
  add("VL", csl.volume);
  add("IS", csl.issue ?? csl.number);
  const [first, last] = pageEnds(csl.page ?? "");
  add("SP", first);
  add("EP", last);
  add("ET", csl.edition);
  add("PB", csl.publisher ?? csl.authority);
  add("CY", csl["publisher-place"]);
  add("M3", csl.genre);
  add("DO", csl.DOI);
  add("AN", csl.PMID);
  add("C2", csl.PMCID);
  add("SN", csl.ISBN ?? csl.ISSN);
  add("UR", csl.URL);
  add("Y2", slashed(csl.accessed?.["date-parts"]?.[0] ?? []));
  add("DP", csl.archive);
  add("LA", csl.language);
  add("N1", csl.note);
  if (csl.archive_location !== undefined) add("N1", `Location in archive: ${csl.archive_location}`);
  if (source.authorsTruncated) add("N1", "The document gives only the first authors (et al.).");
  if (pinpoints !== undefined) add("N1", `Cited for ${pinpoints}`);
  return `${lines.join("")}ER  - \r\n\r\n`;
}

/** Returns "Last, First, Suffix". The comma is the format's own, so that one inside a part gives way. */
function risName(name: CslName): string {
  const part = (...texts: readonly (string | undefined)[]): string =>
    oneLine(texts.filter(Boolean).join(" ").replaceAll(",", " "));
  if (name.family === undefined && name.given === undefined) return part(name.literal);
  const last = part(name["dropping-particle"], name["non-dropping-particle"], name.family);
  const parts = [last, part(name.given), part(name.suffix)];
  while (parts.at(-1) === "") parts.pop();
  return parts.join(", ");
}

function yearIn(date: CslDate | undefined): string {
  const words = date?.literal ?? date?.raw ?? "";
  return /\b\d{4}\b/.exec(words)?.[0] ?? words;
}

/** Returns "2010/12/" from the parts of a date, or nothing without a year. */
function slashed([year, month, day]: readonly (number | undefined)[]): string {
  const two = (n: number | undefined): string => (n === undefined ? "" : String(n).padStart(2, "0"));
  return year === undefined ? "" : `${year}/${two(month)}/${two(day)}`;
}

/** Returns first and last page of one plain range; anything else stays whole as the first. */
function pageEnds(pages: string): readonly [first: string, last: string] {
  const range = /^\s*([^\s,;–—-]+)\s*[-–—]+\s*([^\s,;–—-]+)\s*$/.exec(pages);
  return range ? [range[1]!, range[2]!] : [pages, ""];
}
