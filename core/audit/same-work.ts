/** When two records count as one work: by identifier, or by title, year and first author. */
import type { Csl } from "../model.ts";
import { fold, surname, words } from "../names.ts";

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

/** True for equal titles; the shorter one may leave the subtitle out. */
export function sameTitle(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 4 && short.length !== long.length) return false;
  return short.every((word, i) => word === long[i]);
}

/** Returns why the two records are one work, or null. What a record does not say is no difference. */
export function sameWork(a: Csl, b: Csl): "identifier" | "title, year and first author" | null {
  if (doi(a) !== "" && doi(a) === doi(b)) return "identifier";
  if (a.PMID !== undefined && a.PMID === b.PMID) return "identifier";
  if (!a.title || !b.title || !sameTitle(words(a.title), words(b.title))) return null;
  const [authorA, authorB] = [first(a), first(b)];
  if (authorA !== "" && authorB !== "" && authorA !== authorB) return null;
  const [yearA, yearB] = [year(a), year(b)];
  if (yearA !== null && yearB !== null && yearA !== yearB) return null;
  return "title, year and first author";
}
