/** Matches records of a bibliography file to the works of a document: by identifier, else title, year and author. */
import type { Csl } from "../model.ts";
import { dice, titleWords } from "../names.ts";
import { type Cluster, sameWork } from "./cluster.ts";
import { type Identity, identify, isTruncated, sameContainer } from "./identity.ts";

/** A shorter title alone is shared by too many works. */
const FEWEST_LETTERS = 12;
/** Records compared with one work at most. */
const LIMIT = 64;

function keysOf(identity: Identity): string[] {
  const { telling } = identity;
  return [
    ...(identity.doi === null ? [] : [`doi:${identity.doi}`]),
    ...identity.ids,
    ...(identity.url === null ? [] : [`url:${identity.url}`]),
    ...(identity.shelfmark === null ? [] : [`shelf:${identity.shelfmark}`]),
    ...[telling, titleWords(identity.archive.join(" ")), titleWords(identity.container.join(" "))]
      .filter((list) => list.length > 1)
      .map((list) => `pair:${list[0]} ${list[1]}`),
    ...(identity.title.length === 0 && identity.day !== null ? [`day:${identity.day}`] : []),
    ...(identity.titleOcr.length > 5 ? [`title:${identity.titleOcr.slice(0, 16)}`] : []),
    ...(identity.variants[0] ?? [""]).flatMap((form) => [
      ...(telling[0] === undefined ? [] : [`name:${form}|${telling[0]}`]),
      ...(identity.year === null ? [] : [`year:${form}|${identity.year}`]),
    ]),
  ];
}

/** Words of a printed description looked at. */
const PRINTED = 60;

/** Neighbouring words of the printed description: the record's title may stand among them unread. */
function printedPairs({ printed }: Identity): string[] {
  const telling = titleWords(printed.slice(0, PRINTED).join(" "));
  return telling.slice(1).map((word, i) => `pair:${telling[i]} ${word}`);
}

/** Returns whether what identifies the record, three words at least, stands in the printed description. */
function printedIn(work: Identity, record: Identity): boolean {
  const unsigned = record.title.length === 0 ? record.container : [];
  const wanted = titleWords([...record.title, ...unsigned, ...record.archive].join(" "));
  const mark = record.shelfmark?.split(" ") ?? [];
  const date = record.year === null ? [] : [record.year];
  if (wanted.length + mark.length + date.length < 3 || wanted.length === 0) return false;
  if (unsigned.length > 0 && (record.day === null || record.day !== work.day)) return false;
  const have = new Set(work.printed);
  const author = record.surnames[0];
  const named = author === undefined || (record.variants[0] ?? []).some((form) => have.has(form));
  return named && [...wanted, ...mark, ...date].every((word) => have.has(word));
}

/** One page by its address: a site has many, so that the title must be alike, and its year where both have one. */
function atOneAddress(a: Identity, b: Identity): boolean {
  if (a.url === null || a.url !== b.url) return false;
  if (a.year !== null && b.year !== null && a.year !== b.year) return false;
  return a.titleOcr === b.titleOcr || dice(a.telling, b.telling) >= 0.6;
}

/** A body that signs in one of the two and has only its site or house named in the other. */
const signsOrPrints = (signed: Identity, bare: Identity): boolean =>
  signed.surnames.length === 1 &&
  bare.surnames.length === 0 &&
  [bare.container, bare.publisher].some(
    (name) => name.length > 1 && signed.variants[0]!.includes(name.join("")),
  );

/** Returns how well a record fits a work, 0 where it does not: identifiers over title, title over the rest. */
function agreement(work: Identity, record: Identity): number {
  if (work.doi !== null && work.doi === record.doi) return 4;
  if (work.ids.some((id) => record.ids.includes(id))) return 4;
  if (sameWork(work, record) || atOneAddress(work, record)) return 3;
  const unsigned = work.surnames.length === 0 && record.surnames.length === 0;
  const author = unsigned || (work.variants[0] ?? []).some((form) => record.variants[0]?.includes(form));
  const year = work.year !== null && work.year === record.year;
  const alike = dice(work.telling, record.telling);
  if (author && year && alike >= 0.6) return 2 + alike / 2;
  if (printedIn(work, record)) return 2;
  // An unsigned, undated manuscript: a format without a field for its archive leaves the title alone.
  const bare = unsigned && work.year === null && record.year === null;
  const whole = work.titleOcr.length >= FEWEST_LETTERS && work.titleOcr === record.titleOcr;
  const kept = work.archive.length > 0 && record.archive.length > 0;
  const titled = work.titleOcr !== "" && work.titleOcr === record.titleOcr;
  const shelved = work.shelfmark?.includes(" ") && ` ${record.remarks} `.includes(` ${work.shelfmark} `);
  if (unsigned && titled && shelved) return 2.5;
  const dated = work.year === null || record.year === null || year;
  if (titled && dated && (signsOrPrints(record, work) || signsOrPrints(work, record))) return 2.5;
  if (bare && whole && work.telling.length > 1 && !kept) return 2.5;
  // A title that could not be read: author, year and the place of publication must hold together.
  const placed =
    (work.volume !== "" && work.volume === record.volume && work.firstPage === record.firstPage) ||
    (work.container.length > 0 &&
      work.volume === record.volume &&
      sameContainer(work.container, record.container));
  return author && year && placed && work.firstPage !== null ? 1.5 : 0;
}

/** One work under two keys: by identifier, or where all that both records say agrees. */
function sameRecord(a: Identity, b: Identity): boolean {
  if (a.doi !== null && a.doi === b.doi) return true;
  if (a.ids.some((id) => b.ids.includes(id))) return true;
  const whole = a.titleOcr.length >= FEWEST_LETTERS && a.titleOcr === b.titleOcr;
  const placed =
    (a.volume === "" || b.volume === "" || a.volume === b.volume) &&
    (a.firstPage === null || b.firstPage === null || a.firstPage === b.firstPage);
  return whole && placed && a.surnames.length > 0 && a.year !== null && a.year === b.year && sameWork(a, b);
}

/** Returns for each record the index of the first one that describes the same work, mostly its own. Near-linear. */
export function firstOfSame(records: readonly Csl[]): number[] {
  const identities = records.map((record) => identify(record, isTruncated(record)));
  const byKey = new Map<string, number[]>();
  return identities.map((identity, i) => {
    const keys = [
      ...(identity.doi === null ? [] : [`doi:${identity.doi}`]),
      ...identity.ids,
      ...(identity.titleOcr === "" ? [] : [`title:${identity.titleOcr}`]),
    ];
    const near = keys.flatMap((key) => byKey.get(key) ?? []);
    const same = near.find((other) => sameRecord(identities[other]!, identity));
    if (same !== undefined) return same;
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []).slice(-LIMIT), i]);
    return i;
  });
}

/**
 * Returns for each cluster the index of the record that describes it, or null. A record serves one work only, the
 * one it fits best; two records that fit alike are left out, being indistinguishable. Near-linear.
 */
export function matchRecords(clusters: readonly Cluster[], records: readonly Csl[]): (number | null)[] {
  const identities = records.map((record) => identify(record, isTruncated(record)));
  const byKey = new Map<string, number[]>();
  identities.forEach((identity, i) => {
    for (const key of new Set(keysOf(identity))) byKey.set(key, [...(byKey.get(key) ?? []).slice(-LIMIT), i]);
  });
  const same = (a: number, b: number): boolean => sameWork(identities[a]!, identities[b]!);
  const pairs: { readonly cluster: number; readonly record: number; readonly score: number }[] = [];
  clusters.forEach(({ identity }, cluster) => {
    const keys = [...keysOf(identity), ...printedPairs(identity)];
    const near = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    const scored = [...near]
      .map((record) => ({ cluster, record, score: agreement(identity, identities[record]!) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.record - b.record);
    // Two other works whose titles are alike in the same measure and neither the same: nothing tells which is meant.
    const [best, second] = scored;
    const tied = best && second && best.score === second.score && best.score > 2 && best.score < 3;
    if (tied && !same(best.record, second.record)) return;
    pairs.push(...scored);
  });
  pairs.sort((a, b) => b.score - a.score || a.cluster - b.cluster || a.record - b.record);
  const out: (number | null)[] = clusters.map(() => null);
  const used = new Set<number>();
  for (const { cluster, record } of pairs) {
    if (out[cluster] !== null || used.has(record)) continue;
    out[cluster] = record;
    used.add(record);
  }
  return out;
}
