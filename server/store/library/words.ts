/** Words as they are searched for, folded here so that every engine finds the same. Pure. */
import { hash } from "../../../core/hash.ts";
import type { Csl } from "../../../core/model.ts";
import { words } from "../../../core/names.ts";

/** Longer runs are no words; PostgreSQL takes 2 KB at most. */
const longest = 60;

/** A claim of fewer words ("This is unknown.") is repeated without meaning the same. */
const tellingWords = 5;

const cut = (word: string): string => [...word].slice(0, longest).join("");

/** Returns the folded words of a text. */
export const searchWords = (text: string): string[] => words(text).map(cut);

/** Returns the folded words by which a source is found: title, names, container, year, identifiers. */
export function sourceWords(csl: Csl, label: string): string[] {
  const names = [...(csl.author ?? []), ...(csl.editor ?? [])].flatMap((n) => [n.family, n.given, n.literal]);
  const fields = [
    label,
    csl.title,
    ...names,
    csl["container-title"],
    csl.publisher,
    csl.DOI,
    csl.PMID,
    csl.ISBN,
  ];
  const year = csl.issued?.["date-parts"]?.[0]?.[0];
  return [...new Set(searchWords([...fields, year].filter((f) => f !== undefined).join(" ")))];
}

/** Returns what is equal for claims of the same words in any case and punctuation; null where there are too few. */
export function wordingOf(claim: readonly string[]): string | null {
  return claim.length < tellingWords ? null : hash(claim.join(" "));
}

export interface Term {
  readonly word: string;
  /** Any word that begins so: the query had a `*` behind it. */
  readonly prefix: boolean;
}

/** Terms of one query at most. */
const mostTerms = 12;

/** Returns the terms, all of which must be found. A `*` counts behind three letters or more. */
export function queryTerms(query: string): readonly Term[] {
  const terms = query.split(/\s+/).flatMap((part) => {
    const own = searchWords(part);
    return own.map((word, i) => ({
      word,
      prefix: part.endsWith("*") && i === own.length - 1 && word.length >= 3,
    }));
  });
  return terms.slice(0, mostTerms);
}
