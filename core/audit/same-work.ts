/** When two records of one source count as one work: by identifier, or by title or place, year and first author. */
import type { Csl } from "../model.ts";
import { fold, isInOrder, surname, titleWords, words } from "../names.ts";
import { oneLetterApart } from "../resolve/cluster.ts";
import { sameContainer } from "../resolve/identity.ts";
import { spelled } from "../spelling.ts";
import { firstPage } from "./pages.ts";

/** What two records share. */
export type Sameness =
  | "identifier"
  | "title, year and first author"
  | "place in print, year and first author";

const doi = (csl: Csl): string => fold(csl.DOI ?? "").replace(/^.*?(?=10\.)/, "");
const first = (csl: Csl): string => {
  const person = csl.author?.[0];
  // "de Vries" is also printed with the particle as a part of the surname.
  return surname(
    person?.family === undefined
      ? (person?.literal ?? "")
      : [person["non-dropping-particle"], person.family].filter(Boolean).join(" "),
  );
};
const year = (csl: Csl): number | null => csl.issued?.["date-parts"]?.[0]?.[0] ?? null;

/** "Pay lists, 1868–1879": the years of a book that was kept, which a later reference leaves out. */
const YEARS = /,\s1\d{3}\s?[-–]\s?\d{2,4}$/;

/**
 * True for titles that are one: equal but for spelling and small words, or the shorter one leaves the subtitle or
 * up to half of the words out. A word that the longer one does not have makes it another title.
 */
export function sameTitle(a: string, b: string): boolean {
  const alike = YEARS.test(a) === YEARS.test(b);
  const wordsOf = (title: string): readonly string[] => words(alike ? title : title.replace(YEARS, ""));
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const [head, whole] = x.length <= y.length ? [x, y] : [y, x];
  if (head.length === whole.length || head.length >= 4) {
    if (head.every((word, i) => word === whole[i])) return true;
  }
  const [short, long] = [a, b]
    .map((title) => titleWords(title).map(spelled))
    .sort((p, q) => p.length - q.length);
  if (short!.length !== long!.length && (short!.length < 3 || short!.length * 2 < long!.length)) return false;
  return isInOrder(short!, long!, sameWord);
}

/** A long word may have one letter wrong: a misprint is no other title. */
const sameWord = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= 7 && !/\d/.test(a + b) && oneLetterApart(a, b));

/** Returns whether journal, volume and first page are there in both and agree. */
const samePlace = (a: Csl, b: Csl): boolean =>
  a["container-title"] !== undefined &&
  b["container-title"] !== undefined &&
  a.volume !== undefined &&
  a.volume === b.volume &&
  firstPage(a.page ?? "") !== null &&
  firstPage(a.page ?? "") === firstPage(b.page ?? "") &&
  sameContainer(words(a["container-title"]), words(b["container-title"]));

/** Returns why the two records are one work, or null. What a record does not say is no difference. */
export function sameWork(a: Csl, b: Csl): Sameness | null {
  if (doi(a) !== "" && doi(a) === doi(b)) return "identifier";
  if (a.PMID !== undefined && a.PMID === b.PMID) return "identifier";
  const titled = a.title && b.title && sameTitle(a.title, b.title);
  if (!titled && !samePlace(a, b)) return null;
  const [authorA, authorB] = [first(a), first(b)];
  if (authorA !== "" && authorB !== "" && authorA !== authorB) return null;
  const [yearA, yearB] = [year(a), year(b)];
  if (yearA !== null && yearB !== null && yearA !== yearB) return null;
  return titled ? "title, year and first author" : "place in print, year and first author";
}
