/**
 * Gathers the descriptions of a document into works: two entries for one work become one, whatever their style,
 * abbreviations, accents or reading errors. Disagreements are kept, never averaged.
 */
import type { Csl, ItemId } from "../model.ts";
import { dice, isInOrder } from "../names.ts";
import { type Identity, identify, sameContainer } from "./identity.ts";

/** One full description: a reference in a note, an entry of a list or a record of a bibliography file. */
export interface Description {
  /** The citation item that holds it; null for a record of a bibliography file. */
  readonly item: ItemId | null;
  readonly csl: Csl;
  readonly truncated: boolean;
  /** The printed words, for descriptions that could not be read; "" for records. */
  readonly raw: string;
  /** The names the printed words begin with. */
  readonly names: readonly string[];
}

export interface Cluster {
  readonly descriptions: readonly Description[];
  readonly identity: Identity;
}

/** Descriptions compared within one block at most: bounds the cost on lists that repeat one name. */
const BLOCK_LIMIT = 48;

/** Returns whether two identities describe one work. The reasons for each bound stand beside it. */
export function sameWork(a: Identity, b: Identity): boolean {
  if (a.doi !== null && b.doi !== null) return a.doi === b.doi;
  if (a.ids.some((id) => b.ids.includes(id))) return true;
  if (a.reporter !== null && b.reporter !== null && (a.surnames.length === 0 || b.surnames.length === 0)) {
    // A case is its volume, reporter and first page; an unfilled page ("___") is nobody's.
    return a.reporter === b.reporter && a.firstPage === b.firstPage && /\d/.test(a.firstPage ?? "");
  }
  if (a.chapter !== null && b.chapter !== null) return a.chapter === b.chapter && sameEdition(a, b);
  if (holds(a, b) || holds(b, a)) return true;
  if (a.shelfmark !== null && b.shelfmark !== null) return a.shelfmark === b.shelfmark && !otherPapers(a, b);
  if ((a.shelfmark === null) !== (b.shelfmark === null)) return false;
  if (a.title.length === 0 && b.title.length === 0 && a.container.length > 0 && b.container.length > 0) {
    // A newspaper without an article is its name and its day.
    if (!sameContainer(a.container, b.container)) return false;
    return a.day !== null ? a.day === b.day : b.day === null && sameShare(a, b);
  }
  if (!sameAuthors(a, b) || !sameTitle(a, b)) return false;
  if (a.edition !== "" && b.edition !== "" && a.edition !== b.edition) return false;
  if (a.letter !== null && b.letter !== null && a.letter !== b.letter) return false;
  // One field may be wrong in one of the two; two that differ make another work.
  let differs = 0;
  if (a.year !== null && b.year !== null && a.year !== b.year) differs++;
  if (a.volume !== "" && b.volume !== "" && a.volume !== b.volume) differs++;
  if (a.firstPage !== null && b.firstPage !== null && a.firstPage !== b.firstPage) differs++;
  if (bothAndUnlike(a.container, b.container)) differs++;
  if (bothAndUnlike(a.publisher, b.publisher)) differs++;
  return differs <= 1;
}

const sameEdition = (a: Identity, b: Identity): boolean =>
  a.year === b.year || a.year === null || b.year === null;

/** "W. Ard. Code §§ 310–319" and later "§ 314": a section of the act that was cited with all its sections. */
const holds = (act: Identity, part: Identity): boolean =>
  act.sections !== null &&
  part.sections !== null &&
  act.sections.code === part.sections.code &&
  act.sections.first <= part.sections.first &&
  part.sections.last <= act.sections.last &&
  sameEdition(act, part);

/** A mark that ends with a box or a bundle is the place of many papers. */
const HOLDS_MANY =
  /(?:^| )(?:box|carton|karton|kasten|bundle|folder|parcel|mappe|schachtel|konvolut|liasse|boite|dossier|legajo|busta) [a-z\d]+$/;

/**
 * "Petition of the Openers, 6 June 1881" and a letter of 20 June in one file; the days of one minute book have one
 * name. Papers of one box are apart, too, where their titles share no telling word.
 */
const otherPapers = (a: Identity, b: Identity): boolean =>
  (a.day !== null &&
    b.day !== null &&
    a.day !== b.day &&
    a.title.length > 0 &&
    b.title.length > 0 &&
    !sameTitle(a, b)) ||
  (HOLDS_MANY.test(a.shelfmark ?? "") &&
    a.telling.length > 0 &&
    b.telling.length > 0 &&
    !a.telling.some((word) => b.telling.includes(word)));

const bothAndUnlike = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !sameContainer(a, b) && !sharesWord(a, b);

/** "Fairhead" and "Fairhead & Sons" are one house. */
const sharesWord = (a: readonly string[], b: readonly string[]): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length > 0 && short.every((word) => long.includes(word));
};

function sameAuthors(a: Identity, b: Identity): boolean {
  if (a.surnames.length === 0 || b.surnames.length === 0) return a.surnames.length === b.surnames.length;
  const first = (x: Identity) => x.variants[0] ?? [];
  if (!first(a).some((form) => first(b).includes(form))) {
    return a.titleOcr === b.titleOcr && oneLetterApart(a.surnames[0]!, b.surnames[0]!);
  }
  const [x, y] = [a.given[0] ?? "", b.given[0] ?? ""];
  return x === "" || y === "" || x === y;
}

/** Returns whether two words differ by one letter changed, added or lost: a reading error. */
export function oneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 4) return a === b;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  let j = 0;
  while (j < Math.min(a.length, b.length) - i && a.at(-1 - j) === b.at(-1 - j)) j++;
  return Math.max(a.length, b.length) - i - j <= 1;
}

function sameTitle(a: Identity, b: Identity): boolean {
  if (a.title.length === 0 || b.title.length === 0) return false;
  if (a.titleOcr === b.titleOcr) return true;
  const [x, y] = [a.spelled, b.spelled];
  // One place in print holds one work, though its title be shortened; a column of small pieces differs in words, and
  // two of them tell nothing.
  const enough = Math.min(x.length, y.length) >= 3;
  if (enough && inOnePlace(a, b) && (dice(x, y) >= 0.6 || isShortened(x, y))) return true;
  if (a.titleNumbers !== b.titleNumbers) return false;
  // The same words in another order are another title: neighbours must agree as well.
  if (dice(x, y) >= 0.86 && dice(pairs(x), pairs(y)) >= 0.6) return true;
  // A subtitle may be left out, if what is left says enough.
  const main = (whole: Identity, cut: Identity) =>
    whole.mainTitle.length >= 2 && whole.mainTitle.join(" ") === cut.title.join(" ");
  return main(a, b) || main(b, a);
}

/** What one author wrote of a commentary or printed in a volume of a journal, cited without a title. */
const sameShare = (a: Identity, b: Identity): boolean =>
  a.surnames.length > 0 &&
  sameAuthors(a, b) &&
  a.year === b.year &&
  a.volume === b.volume &&
  a.firstPage === b.firstPage &&
  (a.edition === "" || b.edition === "" || a.edition === b.edition);

/** Year, journal, volume and first page agree, and all are there. */
const inOnePlace = (a: Identity, b: Identity): boolean =>
  a.year !== null &&
  a.year === b.year &&
  a.volume !== "" &&
  a.volume === b.volume &&
  a.firstPage !== null &&
  a.firstPage === b.firstPage &&
  a.container.length > 0 &&
  sameContainer(a.container, b.container);

/** Returns whether the shorter list is the longer one with words left out. */
const isShortened = (a: readonly string[], b: readonly string[]): boolean =>
  a.length <= b.length ? isInOrder(a, b) : isInOrder(b, a);

const pairs = (list: readonly string[]): string[] =>
  list.length < 2 ? [...list] : list.slice(1).map((word, i) => `${list[i]} ${word}`);

/** Keys under which descriptions of one work meet. */
function blocks(identity: Identity, raw: string): string[] {
  const { telling } = identity;
  const out: string[] = [];
  if (identity.doi !== null) out.push(`doi:${identity.doi}`);
  for (const id of identity.ids) out.push(id);
  if (identity.url !== null) out.push(`url:${identity.url}`);
  if (identity.shelfmark !== null) out.push(`shelf:${identity.shelfmark}`);
  if (identity.chapter !== null) out.push(`code:${identity.chapter}`);
  if (identity.sections !== null) out.push(`code:${identity.sections.code}`);
  if (identity.reporter !== null) out.push(`law:${identity.reporter}`);
  if (identity.title.length === 0 && identity.day !== null) out.push(`day:${identity.day}`);
  if (identity.titleOcr.length > 8) out.push(`title:${identity.titleOcr.slice(0, 20)}`);
  for (const form of identity.variants[0] ?? [""]) {
    if (telling[0] !== undefined) out.push(`name:${form}|${telling[0]}`);
    if (identity.year !== null) out.push(`year:${form}|${identity.year}`);
  }
  if (out.length === 0) out.push(`raw:${raw}`);
  return out;
}

/**
 * Returns the works described, in order of their first description. Near-linear: each description is compared
 * only with those it shares an identifier, a title beginning, or an author and year with, 48 at most.
 */
export function cluster(descriptions: readonly Description[]): Cluster[] {
  const identities = descriptions.map((d) => identify(d.csl, d.truncated, d.raw, d.names));
  const parent = descriptions.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const byBlock = new Map<string, number[]>();
  // A mark alone means the paper that lies there, of several none, and does not make one of them.
  const isBare = (x: Identity): boolean => x.shelfmark !== null && x.title.length === 0;
  const titledAt = new Map<string, number[]>();
  const mayJoin = (i: number, other: number): boolean => {
    const [a, b] = [identities[i]!, identities[other]!];
    if (isBare(a) === isBare(b) || a.shelfmark === null || a.shelfmark !== b.shelfmark) return true;
    const titled = new Set((titledAt.get(a.shelfmark) ?? []).map(root));
    return isBare(a) ? titled.size < 2 : !titled.has(root(other));
  };
  descriptions.forEach((description, i) => {
    const raw = description.raw
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    for (const block of blocks(identities[i]!, raw)) {
      const members = byBlock.get(block) ?? [];
      for (const other of members.slice(-BLOCK_LIMIT)) {
        const [x, y] = [root(i), root(other)];
        if (x === y) continue;
        if (!mayJoin(i, other)) continue;
        if (block.startsWith("raw:") ? raw !== "" : sameWork(identities[i]!, identities[other]!)) {
          parent[Math.max(x, y)] = Math.min(x, y);
        }
      }
      members.push(i);
      byBlock.set(block, members);
    }
    const { shelfmark, title } = identities[i]!;
    if (shelfmark !== null && title.length > 0) {
      const there = titledAt.get(shelfmark);
      if (there === undefined) titledAt.set(shelfmark, [i]);
      else there.push(i);
    }
  });
  const groups = new Map<number, number[]>();
  descriptions.forEach((_, i) => {
    const group = groups.get(root(i)) ?? [];
    group.push(i);
    groups.set(root(i), group);
  });
  return [...groups.values()].map((members) => ({
    descriptions: members.map((i) => descriptions[i]!),
    identity: identities[richest(members, identities)]!,
  }));
}

/** The description with most authors and the longest title speaks for the work when it is looked for. */
function richest(members: readonly number[], identities: readonly Identity[]): number {
  const weight = (i: number) => identities[i]!.surnames.length * 4 + identities[i]!.title.length;
  return members.reduce((best, i) => (weight(i) > weight(best) ? i : best));
}
