/** Works that are made up, and how eight note styles print them in full and in short. */
import type { Csl } from "../../core/model.ts";

export interface Person {
  readonly given: string;
  readonly family: string;
}

export interface MadeWork {
  readonly id: number;
  readonly authors: readonly Person[];
  readonly title: string;
  readonly year: number;
  /** Journal with volume and pages; a book otherwise. */
  readonly article: {
    readonly journal: string;
    readonly volume: number;
    readonly first: number;
    readonly last: number;
  } | null;
  readonly place: string;
  readonly publisher: string;
}

/** Returns numbers from 0 below 1; the same seed gives the same numbers (mulberry32, public domain). */
export function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SURNAMES =
  "Averell Pryce Halloran Okonjo Lindgren Meeks Strand Wiegand Kolb Treu Ohlendorf Dupont Marchetti Bianchi Sandoval Tremaine Petrakis Sørby Müller O’Brien Van Aert De Sanctis Duarte-Reyes Ito Brandt Osei Thorne Vale Fennimore Amari".split(
    " ",
  );
const FAMILIES = [
  "Van Aert",
  "De Sanctis",
  ...SURNAMES.filter((name) => !/^(?:Van|Aert|De|Sanctis)$/.test(name)),
];
const GIVEN =
  "Thomas Hester Maeve Ada Britta Alan Peter Ernst Dieter Martha Jean Giulia Lena Kofi Inês Paul".split(" ");
const NOUNS =
  "Whalers Harbours Lamps Mills Rivers Guilds Markets Bridges Orchards Quarries Archives Sermons Taxes Winters Gardens Furnaces Canals Parishes Ledgers Beacons".split(
    " ",
  );
const PLACES =
  "Severnbrook Lynmouth Ardmore Halden Göttingen Lyon Siena Cádiz Graz Malmö Kassel Exeter".split(" ");
const JOURNALS = [
  "Western Historical Review",
  "Transport Futures",
  "Waterways Journal",
  "Novel Studies",
  "Coastal Record",
];

/** Draws works with titles of their own, 200 at most; some share an author. */
export function makeWorks(count: number, random: () => number): MadeWork[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const works: MadeWork[] = [];
  const titles = new Set<string>();
  while (works.length < count) {
    const title = `${pick(NOUNS)} of ${pick(PLACES)} and ${pick(NOUNS)} of ${pick(PLACES)}`;
    if (titles.has(title.split(" and ")[0]!)) continue;
    titles.add(title.split(" and ")[0]!);
    const shared = works.length > 0 && random() < 0.3 ? pick(works).authors : null;
    const size = random() < 0.6 ? 1 : random() < 0.6 ? 2 : 3;
    const families = new Set<string>();
    while (families.size < size) families.add(pick(FAMILIES));
    const authors = shared ?? [...families].map((family) => ({ family, given: pick(GIVEN) }));
    const first = 1 + Math.floor(random() * 400);
    works.push({
      id: works.length,
      authors,
      title,
      year: 1900 + Math.floor(random() * 120),
      article:
        random() < 0.5
          ? {
              journal: pick(JOURNALS),
              volume: 1 + Math.floor(random() * 90),
              first,
              last: first + 12 + Math.floor(random() * 30),
            }
          : null,
      place: pick(PLACES),
      publisher: `${pick(FAMILIES.slice(2))} Press`,
    });
  }
  return works;
}

export const toCsl = (work: MadeWork): Csl => ({
  type: work.article ? "article-journal" : "book",
  title: work.title,
  author: work.authors.map(({ family, given }) => ({ family, given })),
  issued: { "date-parts": [[work.year]] },
  ...(work.article
    ? {
        "container-title": work.article.journal,
        volume: String(work.article.volume),
        page: `${work.article.first}-${work.article.last}`,
      }
    : { publisher: work.publisher, "publisher-place": work.place }),
});

export interface Style {
  readonly full: (work: MadeWork) => string;
  /** Joins the description and a pinpoint. */
  readonly at: (work: MadeWork, page: number) => string;
  readonly title: (work: MadeWork, page: number) => string;
  /** By author alone; null where the style has no such form. */
  readonly author: ((work: MadeWork, page: number) => string) | null;
  readonly number: ((work: MadeWork, note: string, page: number) => string) | null;
  readonly ibid: ((page: number | null) => string) | null;
  readonly signals: readonly string[];
}

const names = (work: MadeWork, and: string, oxford: boolean): string => {
  const all = work.authors.map(({ given, family }) => `${given} ${family}`);
  return all.length < 3
    ? all.join(` ${and} `)
    : `${all.slice(0, -1).join(", ")}${oxford ? "," : ""} ${and} ${all.at(-1)}`;
};
const short = (work: MadeWork, and: string, others: string): string => {
  const all = work.authors.map(({ family }) => family);
  return all.length < 3 ? all.join(` ${and} `) : `${all[0]} ${others}`;
};
const main = (work: MadeWork): string => work.title.split(" and ")[0]!;
const chicago = (work: MadeWork): string =>
  work.article
    ? `${names(work, "and", true)}, “${work.title},” ${work.article.journal} ${work.article.volume} (${work.year}): ${work.article.first}–${work.article.last}`
    : `${names(work, "and", true)}, ${work.title} (${work.place}: ${work.publisher}, ${work.year})`;
const quoted = (work: MadeWork, open: string, close: string): string =>
  work.article ? `${open}${main(work)}${close}` : main(work);

/** The eight styles, by name. */
export const styles: Readonly<Record<string, Style>> = {
  chicago: {
    full: chicago,
    at: (w, p) => (w.article ? `${chicago(w)}, at ${p}` : `${chicago(w)}, ${p}`),
    title: (w, p) => `${short(w, "and", "et al.")}, ${w.article ? `“${main(w)},” ${p}` : `${main(w)}, ${p}`}`,
    author: (w, p) => `${short(w, "and", "et al.")}, ${p}`,
    number: null,
    ibid: (p) => (p === null ? "Ibid." : `Ibid., ${p}`),
    signals: ["", "", "See ", "See also ", "Cf. "],
  },
  mhra: {
    full: (w) =>
      w.article
        ? `${names(w, "and", false)}, ‘${w.title}’, ${w.article.journal}, ${w.article.volume} (${w.year}), ${w.article.first}–${w.article.last}`
        : `${names(w, "and", false)}, ${w.title} (${w.place}: ${w.publisher}, ${w.year})`,
    at: (w, p) => `${styles.mhra!.full(w)}${w.article ? ` (p. ${p})` : `, p. ${p}`}`,
    title: (w, p) => `${short(w, "and", "and others")}, ${quoted(w, "‘", "’")}, p. ${p}`,
    author: (w, p) => `${short(w, "and", "and others")}, op. cit., p. ${p}`,
    number: null,
    ibid: (p) => (p === null ? "Ibid." : `Ibid., p. ${p}`),
    signals: ["", "", "See ", "See for example "],
  },
  bluebook: {
    full: (w) =>
      w.article
        ? `${names(w, "&", false)}, ${w.title}, ${w.article.volume} ${w.article.journal.split(" ")[0]} L. Rev. ${w.article.first} (${w.year})`
        : `${names(w, "&", false)}, ${w.title} (${w.year})`,
    at: (w, p) =>
      w.article
        ? `${names(w, "&", false)}, ${w.title}, ${w.article.volume} ${w.article.journal.split(" ")[0]} L. Rev. ${w.article.first}, ${p} (${w.year})`
        : `${names(w, "&", false)}, ${w.title} ${p} (${w.year})`,
    title: (w, p) => `${short(w, "&", "et al.")}, ${main(w)}, at ${p}`,
    author: null,
    number: (w, n, p) => `${short(w, "&", "et al.")}, supra note ${n}, at ${p}`,
    ibid: (p) => (p === null ? "Id." : `Id. at ${p}`),
    signals: ["", "", "See ", "See generally ", "But see "],
  },
  oscola: {
    full: (w) =>
      w.article
        ? `${names(w, "and", false)}, ‘${w.title}’ (${w.year}) ${w.article.volume} ${w.article.journal} ${w.article.first}`
        : `${names(w, "and", false)}, ${w.title} (${w.publisher} ${w.year})`,
    at: (w, p) => `${styles.oscola!.full(w)}${w.article ? "," : ""} ${p}`,
    title: (w, p) => `${short(w, "and", "and others")}, ${quoted(w, "‘", "’")} ${w.article ? "" : "p. "}${p}`,
    author: null,
    number: (w, n, p) => `${short(w, "and", "and others")} (n ${n}) ${p}`,
    ibid: (p) => (p === null ? "ibid" : `ibid ${p}`),
    signals: ["", "", "See ", "cf "],
  },
  german: {
    full: (w) =>
      w.article
        ? `${names(w, "und", false)}: ${w.title}, in: ${w.article.journal} ${w.article.volume} (${w.year}), S. ${w.article.first}–${w.article.last}`
        : `${names(w, "und", false)}: ${w.title}, ${w.place}: ${w.publisher} ${w.year}`,
    at: (w, p) => `${styles.german!.full(w)}, ${w.article ? "hier " : ""}S. ${p}`,
    title: (w, p) => `${short(w, "und", "u. a.")}, ${main(w)}, S. ${p}`,
    author: (w, p) => `${short(w, "und", "u. a.")}, a.a.O., S. ${p}`,
    number: (w, n, p) => `${short(w, "und", "u. a.")} (wie Anm. ${n}), S. ${p}`,
    ibid: (p) => (p === null ? "Ebd." : `Ebd., S. ${p} f.`),
    signals: ["", "", "Vgl. ", "Vgl. auch ", "Siehe "],
  },
  french: {
    full: (w) =>
      w.article
        ? `${names(w, "et", false)}, « ${w.title} », ${w.article.journal}, vol. ${w.article.volume}, ${w.year}, p. ${w.article.first}-${w.article.last}`
        : `${names(w, "et", false)}, ${w.title}, ${w.place}, ${w.publisher}, ${w.year}`,
    at: (w, p) =>
      w.article ? `${styles.french!.full(w)}, ici p. ${p}` : `${styles.french!.full(w)}, p. ${p}`,
    title: (w, p) =>
      `${short(w, "et", "et al.")}, ${quoted(w, "« ", " »")}, ${w.article ? "art. cit." : "op. cit."}, p. ${p}`,
    author: (w, p) => `${short(w, "et", "et al.")}, op. cit., p. ${p}`,
    number: null,
    ibid: (p) => (p === null ? "Ibid." : `Ibid., p. ${p}`),
    signals: ["", "", "Voir ", "Voir aussi "],
  },
  italian: {
    full: (w) =>
      w.article
        ? `${names(w, "e", false)}, ${w.title}, in «${w.article.journal}», ${w.article.volume} (${w.year}), pp. ${w.article.first}-${w.article.last}`
        : `${names(w, "e", false)}, ${w.title}, ${w.place}, ${w.publisher}, ${w.year}`,
    at: (w, p) =>
      w.article ? `${styles.italian!.full(w)}, qui p. ${p}` : `${styles.italian!.full(w)}, p. ${p}`,
    title: (w, p) => `${short(w, "e", "et al.")}, ${main(w)}, cit., p. ${p}`,
    author: (w, p) => `${short(w, "e", "et al.")}, op. cit., p. ${p}`,
    number: null,
    ibid: (p) => (p === null ? "Ivi." : `Ivi, p. ${p}`),
    signals: ["", "", "Cfr. ", "Si veda "],
  },
  harvard: {
    full: chicago,
    at: (w, p) => (w.article ? `${chicago(w)}, at ${p}` : `${chicago(w)}, ${p}`),
    title: (w, p) => `${short(w, "and", "et al.")} ${w.year}, p. ${p}`,
    author: (w, p) => `${short(w, "and", "et al.")}, ${p}`,
    number: null,
    ibid: (p) => (p === null ? "Ibid." : `Ibid., p. ${p}`),
    signals: ["", "", "See ", "See especially "],
  },
};

/** Returns the work whose title the record holds, for matching what was found with what was made. */
export const workOf = (csl: Csl, works: readonly MadeWork[]): number | null =>
  works.find((work) => csl.title?.includes(work.title))?.id ?? null;
