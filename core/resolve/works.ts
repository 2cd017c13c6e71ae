/** Turns the descriptions of a document and the records of a bibliography into the works that can be cited. */
import type { CiteText, Csl, ItemId, Note, ParsedReference } from "../model.ts";
import { words } from "../names.ts";
import { HOUSE_IN_ONE_WORD } from "../reference/note/houses.ts";
import { readNames } from "../reference/note/name-list.ts";
import { firstOfSame, matchRecords } from "./bibliography.ts";
import { cluster, type Description } from "./cluster.ts";
import { identify, isTruncated } from "./identity.ts";
import type { Work } from "./match.ts";

/** One citation of the document with its place. */
export interface Cited {
  readonly id: ItemId;
  readonly cite: CiteText;
  readonly note: Note | null;
  /** Place in the sequence of its kind, from 0. */
  readonly position: number;
}

export interface Described extends Cited {
  readonly reference: ParsedReference;
}

export interface Works {
  readonly works: readonly Work[];
  /** Work described by a citation item. */
  readonly described: ReadonlyMap<ItemId, number>;
  /** Record of a bibliography by work. */
  readonly records: ReadonlyMap<number, Csl>;
  readonly byKey: ReadonlyMap<string, number>;
}

const IDEM = /^(?:idem|eadem|iidem|ead\.?|id\.?|ders\.?|dies\.?|derselbe|dieselben?|[—―–-]{2,})$/iu;

/** Returns whether a name stands for the author named before: "ders.", "idem", a long dash. */
export const isIdem = (name: string): boolean => IDEM.test(name.trim());

/** Returns the descriptions with "idem", "ders." and dashes replaced by the authors they stand for. */
export function withAuthors(described: readonly Described[], all: readonly Cited[]): Described[] {
  const place = new Map(all.map((cited, i) => [cited.id, i]));
  const authors = new Map<ItemId, Csl["author"]>();
  return described.map((entry) => {
    const { csl } = entry.reference;
    const first = csl.author?.[0];
    const printed = entry.cite.names[0] ?? first?.literal ?? first?.family ?? "";
    const own =
      /^[—―–-]{2,}/u.test(entry.cite.raw) || isIdem(printed) || isIdem(first?.literal ?? first?.family ?? "");
    const before = own ? authorsBefore(all, place.get(entry.id) ?? 0, authors) : undefined;
    const author = before ?? csl.author;
    authors.set(entry.id, author);
    if (!before) return entry;
    return { ...entry, reference: { ...entry.reference, csl: { ...csl, author: before } } };
  });
}

/** Citations without a name of their own that may stand between a person and "ders.". */
const MOST_BETWEEN = 6;
const isNameless = ({ cite }: Cited): boolean =>
  cite.form === "ibid" ||
  (cite.reference?.csl.archive !== undefined && cite.reference.csl.author === undefined);

function authorsBefore(
  all: readonly Cited[],
  at: number,
  known: ReadonlyMap<ItemId, Csl["author"]>,
): Csl["author"] {
  const here = all[at];
  // Papers of an archive and "ebd." name no person: "ders." means whoever was named before them.
  let near = at - 1;
  while (near > 0 && at - near < MOST_BETWEEN && isNameless(all[near]!)) near--;
  const before = all[near];
  if (!before || !here || (before.note?.type === "reference") !== (here.note?.type === "reference"))
    return undefined;
  return (
    known.get(before.id) ??
    (before.cite.names.length > 0 ? before.cite.names.map((family) => ({ family })) : undefined)
  );
}

/** "StAM, Bestand 4, Nr. 322": the house in front of a mark has written nothing of what lies there. */
const opensWithHouse = ({ cite, reference: { csl } }: Described): boolean =>
  csl.author === undefined && HOUSE_IN_ONE_WORD.test(csl.archive ?? "") && cite.raw.startsWith(csl.archive!);

/** Returns the works of a document: clusters of descriptions first, then records that describe nothing in it. */
export function gatherWorks(described: readonly Described[], records: readonly Csl[]): Works {
  const descriptions = described.map(
    (entry): Description => ({
      item: entry.id,
      csl: entry.reference.csl,
      truncated: entry.reference.authorsTruncated,
      raw: entry.cite.raw,
      names: opensWithHouse(entry) ? [] : (readNames(entry.cite.raw)?.names ?? []),
    }),
  );
  const clusters = cluster(descriptions);
  const matched = matchRecords(clusters, records);
  const place = new Map(described.map((entry) => [entry.id, entry]));
  const ofItem = new Map<ItemId, number>();
  const ofWork = new Map<number, Csl>();
  const byKey = new Map<string, number>();
  const works = clusters.map((group, index): Work => {
    let since = Number.POSITIVE_INFINITY;
    const aliases: string[] = [];
    for (const { item } of group.descriptions) {
      if (item === null) continue;
      ofItem.set(item, index);
      const entry = place.get(item)!;
      since = Math.min(since, entry.note?.type === "reference" ? -1 : entry.position);
      const { key } = entry.cite;
      // "312 us" is the volume of a reporter, "2016 Act" a name.
      if (key !== null && !/^\d+ [a-z\d]+$/.test(key)) aliases.push(words(key).join(" "));
    }
    const record = matched[index];
    if (record !== null && record !== undefined) ofWork.set(index, records[record]!);
    return { index, identity: group.identity, csl: widest(group.descriptions), since, aliases };
  });
  const used = new Set(matched.filter((record) => record !== null));
  const first = firstOfSame(records);
  // A work that several records describe is named by the first of them, or by the one that its description has.
  const taken = new Set([...used].map((record) => first[record]!));
  const rest = records
    .filter((_, i) => !used.has(i) && first[i] === i && !taken.has(i))
    .map((record, i): Work => {
      const index = works.length + i;
      ofWork.set(index, record);
      return { index, identity: identify(record, isTruncated(record)), csl: record, since: -1, aliases: [] };
    });
  const all = [...works, ...rest];
  const workOf = new Map([...ofWork].map(([index, record]) => [record, index]));
  const ofFirst = new Map<number, number>();
  records.forEach((record, i) => {
    const index = workOf.get(record);
    if (index !== undefined && !ofFirst.has(first[i]!)) ofFirst.set(first[i]!, index);
  });
  records.forEach((record, i) => {
    const index = workOf.get(record) ?? ofFirst.get(first[i]!);
    if (record.id !== undefined && index !== undefined && !byKey.has(record.id)) byKey.set(record.id, index);
  });
  return { works: all, described: ofItem, records: ofWork, byKey };
}

const RANGE = /\d\s?[-\u2010-\u2013]\s?\d/;

/** The description with a range of pages says where a page may lie, one with a range of sections names the whole act. */
function widest(descriptions: readonly Description[]): Csl {
  const wide = ({ csl }: Description): boolean =>
    RANGE.test(csl.page ?? "") ||
    (csl.type === "legislation" && /§§/.test(csl.title ?? "") && RANGE.test(csl.title!));
  return (descriptions.find(wide) ?? descriptions[0]!).csl;
}
