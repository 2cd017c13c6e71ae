/** Makes the sources: merged records, keys by the documented rule, labels, evidence and conflicts. */
import { idMaker } from "../hash.ts";
import type { Conflict, Csl, CslName, FieldEvidence, ItemId, Source, SourceId } from "../model.ts";
import { asciiKey, fold, titleWords, words } from "../names.ts";
import { isTruncated, sameContainer, signature } from "./identity.ts";

/** What is known of one work when its source is made. */
export interface WorkRecord {
  readonly descriptions: readonly {
    readonly item: ItemId;
    readonly csl: Csl;
    readonly truncated: boolean;
    readonly evidence: readonly FieldEvidence[];
    /** The item's own span, for fields that come from outside the document. */
    readonly span: { readonly start: number; readonly end: number };
  }[];
  /** The record of a bibliography file that was matched or named by key. */
  readonly record: Csl | null;
  /** The file's record came with the document and speaks before the descriptions. */
  readonly recordFirst: boolean;
  readonly mentions: readonly ItemId[];
}

const personName = (person: CslName | undefined): string =>
  person === undefined ? "" : (person.family ?? person.literal ?? "");

const SECTION_FIRST = /^(?:§{1,2}|Art\.|Artikel)\s?\d/;
/** What stands before the name of the code in "§ 823 Abs. 1 BGB". */
const CODE_AHEAD =
  /^(?:§{1,2}|Art\.|Artikel)\s?\d.{0,80}?\s(?![IVX]+$)(?=\p{Lu}[\p{L}-]{1,14}(?:\s[IVX]{1,4})?$)/u;

/**
 * Returns the citation key without the letters of collisions: surname and year in lower-case ASCII. A body gives
 * its first telling word, a work without author the first telling word of its title, its journal or its archive.
 */
export function keyBase(csl: Csl): string {
  const person = csl.author?.[0] ?? csl.editor?.[0];
  const telling = [
    person?.literal,
    csl.title?.replace(CODE_AHEAD, ""),
    csl["container-title"],
    csl.archive,
  ].flatMap((words) => (words === undefined ? [] : titleWords(words)));
  const name = person?.family ?? telling[0] ?? "source";
  const year =
    csl.issued?.["date-parts"]?.[0]?.[0] ?? /\d{4}/.exec(csl.issued?.raw ?? csl.issued?.literal ?? "")?.[0];
  return `${asciiKey(name) || "source"}${year ?? ""}`;
}

/** Returns the short label: "Brew & Davies 2010", "Khatri et al. 2009", the title where nobody signed. */
export function sourceLabel(csl: Csl): string {
  const people = csl.author?.length ? csl.author : (csl.editor ?? []);
  const truncated = csl.custom?.["authors-truncated"] === true;
  const [first, second] = people;
  const title =
    csl.title ?? csl.archive_location ?? csl.archive ?? csl["container-title"] ?? csl.URL ?? "untitled";
  const cut = title.length > 48 ? `${title.slice(0, 47).replace(/\s+\S*$/, "")}…` : title;
  const who =
    first === undefined
      ? cut
      : people.length > 2 || (people.length === 1 && truncated)
        ? `${personName(first)} et al.`
        : second === undefined
          ? personName(first)
          : `${personName(first)} & ${personName(second)}`;
  const year = csl.issued?.["date-parts"]?.[0]?.[0] ?? csl.issued?.literal ?? csl.issued?.raw;
  const letter = csl.custom?.["year-suffix"];
  return year === undefined ? who : `${who} ${year}${typeof letter === "string" ? letter : ""}`;
}

/** Returns letters for a collision: a … z, aa, ab … */
export function collisionLetter(n: number): string {
  const last = String.fromCharCode(97 + (n % 26));
  return n < 26 ? last : collisionLetter(Math.floor(n / 26) - 1) + last;
}

/**
 * Returns the labels, no two of them alike: works that would share one get a letter each, the one of their key where
 * it has one ("Iwata & Dean 2008a"), in brackets where no year stands before it.
 */
function distinct(labels: readonly string[], letters: readonly (string | null)[]): string[] {
  const count = new Map<string, number>();
  for (const label of labels) count.set(label, (count.get(label) ?? 0) + 1);
  const used = new Set(labels.filter((label) => count.get(label) === 1));
  const next = new Map<string, number>();
  return labels.map((label, i) => {
    if (count.get(label) === 1) return label;
    const marked = (letter: string): string => (/\d$/.test(label) ? label + letter : `${label} (${letter})`);
    const own = letters[i];
    let named = own === null || own === undefined ? null : marked(own);
    while (named === null || used.has(named)) {
      const n = next.get(label) ?? 0;
      next.set(label, n + 1);
      named = marked(collisionLetter(n));
    }
    used.add(named);
    return named;
  });
}

type Field = Exclude<keyof Csl, "id" | "custom">;

/** Fields whose disagreement is worth a reviewer's eye. */
const COMPARED: readonly Field[] = [
  "author",
  "title",
  "container-title",
  "issued",
  "volume",
  "issue",
  "page",
  "DOI",
  "publisher",
  "edition",
];

const shown = (csl: Csl, field: Field): string => {
  const value = csl[field];
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  if (field === "issued")
    return String(csl.issued?.["date-parts"]?.[0]?.[0] ?? csl.issued?.raw ?? csl.issued?.literal ?? "");
  return (value as readonly CslName[]).map(personName).join("; ");
};

function agree(field: Field, a: string, b: string): boolean {
  if (field === "container-title" || field === "publisher") return sameContainer(words(a), words(b));
  if (field === "DOI") return fold(a).replace(/^.*?(?=10\.)/, "") === fold(b).replace(/^.*?(?=10\.)/, "");
  if (field === "author") return authorsAgree(a.split("; "), b.split("; "));
  // Sections of one act: each is a place in it.
  if (field === "title" && SECTION_FIRST.test(a) && SECTION_FIRST.test(b))
    return words(a.replace(CODE_AHEAD, "")).join(" ") === words(b.replace(CODE_AHEAD, "")).join(" ");
  if (field === "title" && a.includes("§") && b.includes("§"))
    return words(a.split("§")[0]!).join(" ") === words(b.split("§")[0]!).join(" ");
  return words(a).join(" ") === words(b).join(" ");
}

/** A list cut off behind fewer names disagrees with nothing. */
const authorsAgree = (a: readonly string[], b: readonly string[]): boolean =>
  [...Array(Math.min(a.length, b.length)).keys()].every(
    (i) => words(a[i]!).join("") === words(b[i]!).join(""),
  );

function conflictsOf(records: readonly { readonly csl: Csl; readonly item: ItemId }[]): Conflict[] {
  if (records.length < 2) return [];
  // The volume of an archive is written in for years.
  const kept = records.every(({ csl }) => csl.archive_location !== undefined);
  return COMPARED.flatMap((field) => {
    if (kept && field === "issued") return [];
    const values: { readonly value: string; readonly item: ItemId }[] = [];
    const seen = new Set<string>();
    for (const { csl, item } of records) {
      const value = shown(csl, field);
      if (value === "" || seen.has(value)) continue;
      seen.add(value);
      if (!values.some((known) => agree(field, known.value, value))) values.push({ value, item });
    }
    return values.length > 1 ? [{ field, values }] : [];
  });
}

interface Merged {
  readonly csl: Csl;
  readonly truncated: boolean;
  readonly evidence: readonly FieldEvidence[];
}

/** Fields of the first description, completed from the later ones and the record; each says where it is from. */
function merge(work: WorkRecord): Merged {
  const fields: Record<string, unknown> = {};
  const evidence: FieldEvidence[] = [];
  let truncated = false;
  const span = work.descriptions[0]?.span ?? { start: 0, end: 0 };
  const take = (csl: Csl, cut: boolean, from: readonly FieldEvidence[], rule: string | null) => {
    for (const [field, value] of Object.entries(csl)) {
      if (field === "id" || field === "custom" || value === undefined) continue;
      const known = (fields.author as readonly CslName[] | undefined)?.length ?? 0;
      const longer = field === "author" && truncated && !cut && (csl.author?.length ?? 0) > known;
      if (field in fields && !longer && !(field === "type" && fields[field] === "document")) continue;
      fields[field] = value;
      if (field === "author") truncated = cut;
      const own = from.filter((piece) => piece.field === field);
      if (rule !== null) evidence.push({ field, ...span, basis: { rule, confidence: "certain", spans: [] } });
      else evidence.push(...own);
    }
    const custom = { ...csl.custom, ...(fields.custom as Csl["custom"]) };
    if (Object.keys(custom).length > 0) fields.custom = custom;
  };
  const record = () => {
    if (!work.record) return;
    const rule = `from the bibliography record ${work.record.id ?? ""}`.trim();
    take(work.record, isTruncated(work.record), [], rule);
  };
  if (work.recordFirst) record();
  for (const d of work.descriptions) take(d.csl, d.truncated, d.evidence, null);
  if (!work.recordFirst) record();
  const { "authors-truncated": _, ...custom } = (fields.custom ?? {}) as Record<
    string,
    string | number | boolean
  >;
  const marks = truncated ? { ...custom, "authors-truncated": true } : custom;
  delete fields.custom;
  const csl = { ...fields, ...(Object.keys(marks).length > 0 ? { custom: marks } : {}) } as unknown as Csl;
  return { csl, truncated, evidence };
}

/** Returns the sources of the works, in the order given, which must be that of their first mention. */
export function makeSources(works: readonly WorkRecord[]): Source[] {
  const makeId = idMaker("s");
  const merged = works.map(merge);
  const own = works.map((work) => (work.record?.id === undefined ? null : work.record.id));
  const taken = new Set(own.filter((key) => key !== null));
  const count = new Map<string, number>();
  const bases = merged.map(({ csl }, i) => (own[i] === null ? keyBase(csl) : null));
  for (const base of bases) if (base !== null) count.set(base, (count.get(base) ?? 0) + 1);
  const used = new Map<string, number>();
  const nextKey = (base: string): string => {
    if (count.get(base) === 1 && !taken.has(base)) return base;
    for (;;) {
      const n = used.get(base) ?? 0;
      used.set(base, n + 1);
      const key = base + collisionLetter(n);
      if (!taken.has(key)) return key;
    }
  };
  const keys = works.map((_, i) => {
    const key = own[i] ?? nextKey(bases[i]!);
    taken.add(key);
    return key;
  });
  const labels = distinct(
    merged.map(({ csl }) => sourceLabel(csl)),
    keys.map((key, i) => (own[i] === null ? key.slice(bases[i]!.length) || null : null)),
  );
  return merged.map(({ csl, truncated, evidence }, i) => {
    const work = works[i]!;
    const key = keys[i]!;
    const { surname, year, title } = signature(csl);
    const records = work.descriptions.map(({ csl: record, item }) => ({ csl: record, item }));
    const extra = work.record ? [{ csl: work.record, item: `bibliography:${work.record.id ?? ""}` }] : [];
    const placed = Object.fromEntries(Object.entries(csl).filter(([field]) => field !== "id"));
    return {
      id: makeId(
        surname,
        year ?? "",
        title.join(" ") || `${csl.archive ?? ""} ${csl.archive_location ?? ""}`,
      ) as SourceId,
      key,
      label: labels[i]!,
      csl: { id: key, ...placed } as Csl,
      authorsTruncated: truncated,
      mentions: work.mentions,
      descriptions: work.descriptions.map((d) => d.item),
      evidence,
      conflicts: conflictsOf(work.recordFirst ? [...extra, ...records] : [...records, ...extra]),
    };
  });
}
