/** What makes two sources of different documents one work: an identifier, or title, year and first author. Pure. */
import { hash } from "../../../core/hash.ts";
import { isValidIsbn } from "../../../core/identifiers.ts";
import type { Source } from "../../../core/model.ts";
import { identify } from "../../../core/resolve/identity.ts";

/** What the records themselves bear out, the strongest first. */
export const foundReasons = ["same-doi", "same-pmid", "same-isbn", "same-title-year-author"] as const;
export type FoundReason = (typeof foundReasons)[number];

/** What only a person can say: one work described in two ways, or in two editions; "other" needs words. */
export const statedReasons = ["described-otherwise", "other-edition", "other"] as const;

export const mergeReasons = [...foundReasons, ...statedReasons] as const;
export type MergeReason = (typeof mergeReasons)[number];

export interface WorkKey {
  /** Equal for sources that may be one work: "doi:10.1000/182". */
  readonly key: string;
  readonly reason: FoundReason;
}

/** Titles below this many letters ("Editorial", "Preface") name too many works. */
const tellingTitle = 12;

/** Thirteen digits of an ISBN, so that both of its forms are one; null for what is none. */
function isbn13(text: string): string | null {
  if (!isValidIsbn(text)) return null;
  const digits = text.replace(/[^\dXx]/g, "");
  if (digits.length === 13) return digits;
  const body = `978${digits.slice(0, 9)}`;
  const sum = [...body].reduce((s, d, i) => s + Number(d) * (i % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** Returns the keys of a source, the strongest first; none for one that says too little. */
export function workKeys({ csl, authorsTruncated }: Pick<Source, "csl" | "authorsTruncated">): WorkKey[] {
  const { doi, titleOcr, year, variants } = identify(csl, authorsTruncated);
  const keys: WorkKey[] = [];
  if (doi !== null) keys.push({ key: `doi:${doi}`, reason: "same-doi" });
  if (csl.PMID !== undefined) keys.push({ key: `pmid:${csl.PMID.trim()}`, reason: "same-pmid" });
  // Chapters carry the ISBN of their book.
  const isbn = csl.ISBN === undefined || csl.type === "chapter" ? null : isbn13(csl.ISBN);
  if (isbn !== null) keys.push({ key: `isbn:${isbn}`, reason: "same-isbn" });
  const author = variants[0]?.[0];
  if (titleOcr.length >= tellingTitle && year !== null && author !== undefined)
    keys.push({ key: `work:${hash(titleOcr, year, author)}`, reason: "same-title-year-author" });
  return keys;
}

/** What speaks for two sources being one work, and what against it, in words. */
export interface MergeEvidence {
  /** What they share: "10.1000/182", or the title. Null where the records do not bear the reason out by themselves. */
  readonly value: string | null;
  readonly agree: readonly string[];
  readonly differ: readonly string[];
}

/** Returns in what the two agree and differ, where both say something. */
function compare(a: Source, b: Source): Pick<MergeEvidence, "agree" | "differ"> {
  const [x, y] = [identify(a.csl, a.authorsTruncated), identify(b.csl, b.authorsTruncated)];
  const both = <T>(p: T | null | "", q: T | null | "") => p !== null && q !== null && p !== "" && q !== "";
  const compared = [
    ["DOI", x.doi, y.doi],
    ["PubMed record", a.csl.PMID ?? null, b.csl.PMID ?? null],
    ["title", x.titleOcr, y.titleOcr],
    ["year", x.year, y.year],
    ["first author", x.variants[0]?.[0] ?? null, y.variants[0]?.[0] ?? null],
    ["volume", x.volume, y.volume],
    ["first page", x.firstPage, y.firstPage],
  ] as const;
  const known = compared.filter(([, p, q]) => both(p, q));
  return {
    agree: known.filter(([, p, q]) => p === q).map(([name]) => name),
    differ: known.filter(([, p, q]) => p !== q).map(([name]) => name),
  };
}

const shared = (a: Source, { key, reason }: WorkKey): string =>
  reason === "same-title-year-author" ? (a.csl.title ?? a.label) : key.slice(key.indexOf(":") + 1);

/** Returns the evidence, or null where two identifiers say that they are two works. */
export function weigh(a: Source, b: Source, key: WorkKey): MergeEvidence | null {
  const evidence = { value: shared(a, key), ...compare(a, b) };
  return evidence.differ.includes("DOI") ? null : evidence;
}

/** What the records of two sources say for themselves, whoever asks. */
export interface Weighed {
  readonly agree: readonly string[];
  readonly differ: readonly string[];
  /** The reasons that the records bear out, the strongest first, with what they share. */
  readonly found: readonly { readonly reason: FoundReason; readonly value: string }[];
}

/** Returns what the records of any two sources say. */
export function weighAny(a: Source, b: Source): Weighed {
  const others = new Set(workKeys(b).map((k) => k.key));
  const found = workKeys(a).filter((k) => others.has(k.key));
  return { ...compare(a, b), found: found.map((k) => ({ reason: k.reason, value: shared(a, k) })) };
}

/**
 * Returns whether the library may join the two by itself, with this reason on record and to be undone: they share a
 * DOI or PubMed record and nothing that tells works apart differs. The rest waits for a person.
 */
export const isPlain = ({ reason }: WorkKey, { differ }: MergeEvidence): boolean =>
  (reason === "same-doi" || reason === "same-pmid") && differ.length === 0;
