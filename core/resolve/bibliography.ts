/** Matches records of a bibliography file to the works of a document: by identifier, else title, year and author. */
import type { Csl } from "../model.ts";
import { dice, titleWords } from "../names.ts";
import { type Cluster, sameWork } from "./cluster.ts";
import { type Identity, identify, sameContainer } from "./identity.ts";

/** Records compared with one work at most. */
const LIMIT = 64;

function keysOf(identity: Identity): string[] {
  const telling = titleWords(identity.title.join(" "));
  return [
    ...(identity.doi === null ? [] : [`doi:${identity.doi}`]),
    ...identity.ids,
    ...(identity.url === null ? [] : [`url:${identity.url}`]),
    ...(identity.shelfmark === null ? [] : [`shelf:${identity.shelfmark}`]),
    ...(identity.titleOcr.length > 5 ? [`title:${identity.titleOcr.slice(0, 16)}`] : []),
    ...(identity.variants[0] ?? [""]).flatMap((form) => [
      ...(telling[0] === undefined ? [] : [`name:${form}|${telling[0]}`]),
      ...(identity.year === null ? [] : [`year:${form}|${identity.year}`]),
    ]),
  ];
}

/** Returns how well a record fits a work, 0 where it does not: identifiers over title, title over the rest. */
function agreement(work: Identity, record: Identity): number {
  if (work.doi !== null && work.doi === record.doi) return 4;
  if (work.ids.some((id) => record.ids.includes(id))) return 4;
  if (sameWork(work, record)) return 3;
  const author = (work.variants[0] ?? []).some((form) => record.variants[0]?.includes(form));
  const year = work.year !== null && work.year === record.year;
  const alike = dice(titleWords(work.title.join(" ")), titleWords(record.title.join(" ")));
  if (author && year && alike >= 0.6) return 2 + alike / 2;
  // A title that could not be read: author, year and the place of publication must hold together.
  const placed =
    (work.volume !== "" && work.volume === record.volume && work.firstPage === record.firstPage) ||
    (work.container.length > 0 &&
      work.volume === record.volume &&
      sameContainer(work.container, record.container));
  return author && year && placed && work.firstPage !== null ? 1.5 : 0;
}

/**
 * Returns for each cluster the index of the record that describes it, or null. A record serves one work only, the
 * one it fits best; two records that fit alike are left out, being indistinguishable. Near-linear.
 */
export function matchRecords(clusters: readonly Cluster[], records: readonly Csl[]): (number | null)[] {
  const identities = records.map((record) => identify(record, false));
  const byKey = new Map<string, number[]>();
  identities.forEach((identity, i) => {
    for (const key of new Set(keysOf(identity))) byKey.set(key, [...(byKey.get(key) ?? []).slice(-LIMIT), i]);
  });
  const pairs: { readonly cluster: number; readonly record: number; readonly score: number }[] = [];
  clusters.forEach(({ identity }, cluster) => {
    const near = new Set(keysOf(identity).flatMap((key) => byKey.get(key) ?? []));
    const scored = [...near]
      .map((record) => ({ cluster, record, score: agreement(identity, identities[record]!) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.record - b.record);
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
