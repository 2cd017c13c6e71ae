/** What tells one work from another, read from CSL-JSON once: folded names, telling title words, year, identifiers. */
import type { Csl, CslName } from "../model.ts";
import { acronym, fold, ocrFold, surname, titleWords, words } from "../names.ts";
import { expandRange } from "../pinpoint.ts";
import { spelled } from "../spelling.ts";

/** Sections of a code; one section begins and ends with itself. */
export interface Sections {
  readonly code: string;
  readonly first: number;
  readonly last: number;
}

export interface Identity {
  /** Folded surnames or bodies of the authors, of the editors where there is no author. */
  readonly surnames: readonly string[];
  /** Other forms under which each of `surnames` may be cited: without particles, as an acronym. */
  readonly variants: readonly (readonly string[])[];
  /** The same for the names the description was seen to begin with: either reading may be wrong. */
  readonly printedNames: readonly (readonly string[])[];
  /** First letters of the given names, "" where none. */
  readonly given: readonly string[];
  readonly truncated: boolean;
  readonly title: readonly string[];
  /** The words of the title that tell it from others. */
  readonly telling: readonly string[];
  /** The same words in the one spelling that stands for all of theirs. */
  readonly spelled: readonly string[];
  /** All printed words of the description: where a short title must come from if the title was misread. */
  readonly printed: readonly string[];
  /** The title before its subtitle. */
  readonly mainTitle: readonly string[];
  /** Numbers in the title, which tell "Statistics 2019" from "Statistics 2020". */
  readonly titleNumbers: string;
  readonly titleOcr: string;
  readonly year: string | null;
  /** The whole date where it has a day: newspapers are told apart by it. */
  readonly day: string | null;
  /** The letter behind the year, "a" in 2008a. */
  readonly letter: string | null;
  readonly doi: string | null;
  /** PMID, PMCID and the like with their kind. */
  readonly ids: readonly string[];
  readonly url: string | null;
  readonly shelfmark: string | null;
  /** Words of the archive that keeps it. */
  readonly archive: readonly string[];
  /** Words of the record's own remarks, where formats without a field for it put the shelf mark. */
  readonly remarks: string;
  /** Volume and reporter of a case or law review, "702 ne2d". */
  readonly reporter: string | null;
  /** The code and the chapter of it that a section belongs to, "wexley admin code 14-718", or the section, "bgb 823". */
  readonly chapter: string | null;
  /** Sections that are numbered through the whole code: "15 usc" from 8801 to 8805. */
  readonly sections: Sections | null;
  readonly firstPage: string | null;
  readonly container: readonly string[];
  readonly publisher: readonly string[];
  readonly volume: string;
  readonly edition: string;
}

const PARTICLES =
  /^(?:(?:van|von|de|der|den|di|da|del|della|du|la|le|dos|das|ten|ter|zu|zur|zum|el|al|d|l|ibn|bin)[\s'’-])+/iu;

const personName = (person: CslName): string =>
  person.family === undefined
    ? (person.literal ?? "")
    : [person["non-dropping-particle"], person.family].filter(Boolean).join(" ");

function nameVariants(person: CslName): string[] {
  const name = personName(person);
  const forms = new Set([name, name.replace(PARTICLES, "")]);
  if (person.family !== undefined) forms.add(person.family);
  if (person["dropping-particle"] !== undefined) forms.add(`${person["dropping-particle"]} ${name}`);
  const middle = lastGiven(person);
  if (middle !== null) forms.add(`${middle} ${name}`);
  if (person.family === undefined) {
    forms.add(name.replace(/\b(?:and|und|et)\b|&/g, ""));
    forms.add(name.replace(/^the\s/i, ""));
    // "Harbour Board" for the Harbour Board of Tyne Mouth; one word alone would be too little.
    const head = name.split(/\s(?:of|for|in|on|at|für|des|der|de|du|di)\s/u)[0]!;
    if (/\s/.test(head.replace(/^the\s/i, ""))) forms.add(head);
    const short = /[([]([\p{Lu}][\p{L}\d-]{1,11})[)\]]/u.exec(name);
    if (short) forms.add(short[1]!).add(name.replace(short[0], ""));
  }
  const folded = [...forms].map(surname);
  if (person.family === undefined) folded.push(acronym(name));
  return [...new Set(folded.filter((form) => form.length > 1))];
}

/** "Barrón" of Luis Barrón Cruz: it may be the first of two surnames, and nothing in the name says so. */
const lastGiven = ({ given, family }: CslName): string | null =>
  family === undefined ? null : (/\s(\p{Lu}[\p{L}’'-]{2,})$/u.exec(given ?? "")?.[1] ?? null);

/** "Quesada" for Ramiro Quesada Ulloa: of two Spanish surnames the first is the one by which its bearer is called. */
function firstSurname(person: CslName): readonly string[] {
  const both = /^(\p{Lu}[\p{L}’'-]{2,})\s(?:(?:de|del|de la|de los|y|i)\s)?\p{Lu}/u;
  const first = both.exec(person.family ?? "")?.[1] ?? lastGiven(person);
  return first === null ? [] : [surname(first)];
}

/** Initials before a surname, with stops or without: "I. A. Gordey", "EF Fritsch". */
const LEADING_INITIALS = /^(?:\p{Lu}{1,3}\.?[\s-]?(?:\p{Lu}\.\s?)*\s)(?=\p{Lu}\p{Ll}|[dvDV]\p{L}*\s)/u;

/** Forms of the names a description begins with; where the record has no such author its last word is tried too. */
function printedVariants(printed: readonly string[], signed: boolean): string[][] {
  // One body whose name holds "and" is printed like two names.
  const [a, b] = printed;
  const body = printed.length === 2 ? [surname(`${a} and ${b}`), surname(`${a}${b}`)] : [];
  const forms = printed.map((name) => {
    const bare = name.replace(LEADING_INITIALS, "");
    const last = signed ? bare : (/[\p{L}'’-]+$/u.exec(bare)?.[0] ?? bare);
    return [...new Set([...new Set([name, bare, last])].flatMap((family) => nameVariants({ family })))];
  });
  return forms.map((own, i) => (i === 0 ? [...own, ...body] : own));
}

/** Returns whether the parser's first author is the name the description begins with. */
function agrees(read: readonly string[] | undefined, printed: string | undefined): boolean {
  if (!read || printed === undefined) return read !== undefined;
  const parts = words(printed.replace(LEADING_INITIALS, ""));
  return read.some((form) => form === parts.join("") || form === parts.at(-1) || form === parts[0]);
}

const issuedYear = (csl: Csl): string | null => {
  const year = csl.issued?.["date-parts"]?.[0]?.[0];
  if (year !== undefined) return String(year);
  return /\d{4}/.exec(csl.issued?.raw ?? csl.issued?.literal ?? "")?.[0] ?? null;
};

/** What says that a work bears no year, and the day somebody read it. */
const UNDATED = /\(n\.\s?d\.[^()]{0,20}\)|(?<!\p{L})(?:n\.\s?d\.|o\.\s?J\.|s\.\s?d\.|undated)(?!\p{L})/u;
const READ_ON =
  /\b(?:accessed|retrieved|visited|viewed|cited|consulted|abgerufen|zugriff|consulté\p{L}*|consultado)(?:\s(?:on|am|le|el))?:?\s[^()[\];]{4,40}?(?:19|20)\d\d/giu;

/** Returns the first year among the words of a description that may be the year of issue. */
const printedYear = (raw: string): string | null =>
  UNDATED.test(raw) ? null : (/\b(?:1[5-9]|20)\d{2}(?![\d-])/.exec(raw.replace(READ_ON, ""))?.[0] ?? null);

const bareDoi = (doi: string | undefined): string | null =>
  doi === undefined ? null : fold(doi).replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/, "") || null;
const bareUrl = (url: string | undefined): string | null =>
  url === undefined
    ? null
    : fold(url)
        .replace(/^https?:\/\/(?:www\.)?|^www\./, "")
        .replace(/[/#?.]+$/, "") || null;

/** Returns whether a record says that its list of authors was cut short. */
export const isTruncated = (csl: Csl): boolean => csl.custom?.["authors-truncated"] === true;

/** Returns the letter printed behind a year, "a" in "2008a". */
function letterBehind(raw: string, year: string): string | undefined {
  for (let at = raw.indexOf(year); at >= 0; at = raw.indexOf(year, at + 4)) {
    const m = /^([a-z])(?![\p{L}\d])/u.exec(raw.slice(at + year.length, at + year.length + 2));
    if (m && !/\d/.test(raw[at - 1] ?? "")) return m[1];
  }
  return undefined;
}

const peopleOf = (csl: Csl): readonly CslName[] =>
  csl.author?.length ? csl.author : (csl.editor ?? csl.translator ?? []);

/** Returns what a source's id is made of: the first surname, the year and the words of the title, as in its identity. */
export function signature(csl: Csl): Pick<Identity, "year" | "title"> & { readonly surname: string } {
  const [first] = peopleOf(csl);
  return {
    surname: first === undefined ? "" : surname(personName(first)),
    year: issuedYear(csl),
    title: words(csl.title ?? ""),
  };
}

/** "702 ne2d"; a reporter that counts its volumes by years has the year in the place of the volume, "2012 njw". */
function reporterOf(csl: Csl, container: string): string | null {
  const yearly = csl.type === "legal_case" && container !== "" && csl.page !== undefined;
  const volume = csl.volume ?? (yearly ? issuedYear(csl) : null);
  return volume === null ? null : `${volume} ${container.replace(/[\s.]/g, "").toLowerCase()}`;
}

/** Codes are numbered by chapters, of which one act makes up one: "§ 14-718.104" and "§ 14-718.410" stand in 14-718. */
function chapterOf(title: string): string | null {
  const m = /^(.*\p{L}.*?)\s?§{1,2}\s?(\d\w*(?:[.:-]\w+)*)[.:-]\w+/u.exec(title);
  return m && `${words(m[1]!).join(" ")} ${m[2]}`;
}

/** "§ 823 Abs. 1 BGB" and "§ 823 Abs. 2 BGB" are one section of a code, "§ 823a BGB" and "§ 826 BGB" are others. */
function codeSection(title: string): string | null {
  const m =
    /^(?:§{1,2}|Art\.|Artikel)\s?(\d{1,4}(?:\s?[a-z](?![\p{L}\d]))?)(?![\p{L}\d])(.{0,80}?)\s(?![IVX]+$)(\p{Lu}[\p{L}-]{1,14}(?:\s(?:[IVX]{1,4}|[an]\.\s?F\.))?)$/u.exec(
      title,
    );
  if (!m) return null;
  const more = /[,\u2010-\u2013]|\s(?:und|u\.|i\.)\s?/.test(m[2]!) ? words(m[2]!) : [];
  return [...words(m[3]!), ...words(m[1]!), ...more].join(" ");
}

function sectionsOf(title: string): Sections | null {
  const m = /^(.*\p{L}.*?)\s?(?:§\s?(\d{1,6})|§§\s?(\d{1,6})\s?[-–]\s?(\d{1,6}))$/u.exec(title);
  if (!m) return null;
  const from = m[2] ?? m[3]!;
  const to = m[4] ?? from;
  // "§§ 8801–05"
  const last = to.length < from.length ? from.slice(0, from.length - to.length) + to : to;
  return { code: words(m[1]!).join(" "), first: Number(from), last: Number(last) };
}

/**
 * Returns the identity of a record. `raw` are the words it was read from and `names` the names it was seen to
 * begin with: they stand in where the record has no year, title or author.
 */
export function identify(csl: Csl, truncated: boolean, raw = "", names: readonly string[] = []): Identity {
  const people = peopleOf(csl);
  const spanish = csl.language === "es";
  const variants = people.map((person) => [
    ...nameVariants(person),
    ...(spanish ? firstSurname(person) : []),
  ]);
  const seen = printedVariants(names, agrees(variants[0], names[0]));
  const title = csl.title ?? "";
  const telling = titleWords(title);
  const year = issuedYear(csl) ?? printedYear(raw);
  const printed = year === null ? undefined : letterBehind(raw, year);
  const suffix = csl.custom?.["year-suffix"] ?? printed;
  const container = csl["container-title"] ?? "";
  const law = csl.type === "legal_case" || /\bL\.|\bLaw\b/.test(container);
  const sections = csl.type === "legislation" ? sectionsOf(title) : null;
  const range = csl.page === undefined ? null : expandRange(csl.page);
  return {
    surnames: people.map((person) => surname(personName(person))),
    variants:
      people.length > 0 ? [[...new Set([...variants[0]!, ...(seen[0] ?? [])])], ...variants.slice(1)] : seen,
    printedNames: seen,
    given: people.map((person) => fold(person.given ?? "").match(/\p{L}/u)?.[0] ?? ""),
    truncated,
    title: words(title),
    telling,
    spelled: telling.map(spelled),
    printed: words(raw),
    mainTitle: words(title.split(/[:.?!–—]\s/)[0]!),
    titleNumbers: (title.match(/\d+/g) ?? []).join(" "),
    titleOcr: ocrFold(title),
    year,
    day: csl.issued?.["date-parts"]?.[0]?.length === 3 ? csl.issued["date-parts"][0].join("-") : null,
    letter: typeof suffix === "string" ? suffix : null,
    doi: bareDoi(csl.DOI),
    ids: [csl.PMID && `pmid:${csl.PMID}`, csl.PMCID && `pmcid:${csl.PMCID}`].filter(
      (id) => typeof id === "string",
    ),
    url: bareUrl(csl.URL),
    shelfmark: csl.archive_location === undefined ? null : words(`${csl.archive_location}`).join(" "),
    archive: words(csl.archive ?? ""),
    remarks: words(csl.note ?? "").join(" "),
    reporter: law ? reporterOf(csl, container) : null,
    chapter:
      csl.type === "legislation" && sections === null ? (codeSection(title) ?? chapterOf(title)) : null,
    sections,
    firstPage: range ? `${range.prefix}${range.first}` : (csl.page ?? null),
    container: words(container),
    publisher: words(csl.publisher ?? ""),
    volume: fold(csl.volume ?? ""),
    edition: /\d+/.exec(csl.edition ?? "")?.[0] ?? fold(csl.edition ?? ""),
  };
}

/**
 * Returns whether two names of a journal or body are one, the shorter perhaps abbreviated: each of its words
 * must begin a word of the longer and keep its letters in order ("Nat Rev Neurol", "Natl", "Dtsch").
 */
export function sameContainer(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.join("").length <= b.join("").length ? [a, b] : [b, a];
  const telling = titleWords(long.join(" "));
  const kept = titleWords(short.join(" "));
  if (kept.length !== telling.length) return kept.join("") === telling.join("");
  return kept.every((word, i) => abbreviates(word, telling[i]!));
}

function abbreviates(short: string, long: string): boolean {
  if (long.startsWith(short)) return true;
  if (short[0] !== long[0] || short.length < 2) return false;
  let at = 0;
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
