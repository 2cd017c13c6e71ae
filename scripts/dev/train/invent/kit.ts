/** What styles print: people, titles, numbers and bodies mixed from the fields of the training records. */
import type { CslName } from "../../../../core/model.ts";
import type { Label } from "../../../../core/reference/segment.ts";
import { random } from "../crf.ts";
import type { GoldRecord } from "../records.ts";
import { BODIES, FIELDS, REGIONS, SHORT_JOURNALS, SITES, THINGS } from "./words.ts";

/** A stretch of the printed reference with what it is. */
export type Piece = readonly [label: Label, text: string];

/** Prints one reference. */
export type Style = () => Piece[];

export type Kit = ReturnType<typeof makeKit>;

interface Pools {
  readonly people: readonly CslName[];
  readonly titles: readonly string[];
  readonly journals: readonly string[];
  readonly containers: readonly string[];
  readonly imprints: readonly (readonly [place: string, publisher: string])[];
}

/** Returns what the styles draw from; the same seed gives the same draws. */
export function makeKit(records: readonly GoldRecord[], seed: number) {
  const next = random(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const chance = (p: number): boolean => next() < p;
  const pools = collect(records);

  const year = (): string => String(1890 + below(133));
  const number = (top: number): string => String(1 + below(top));
  const range = (dash: string): string => {
    const a = 1 + below(900);
    const b = a + 1 + below(40);
    return chance(0.3) && String(a).length === 3 && String(b).length === 3 && String(a)[0] === String(b)[0]
      ? `${a}${dash}${String(b).slice(1)}`
      : `${a}${dash}${b}`;
  };
  const dash = (): string => pick(["-", "–", "–"]);
  const pages = (): string => range(dash());
  const url = (): string =>
    `${pick(["https://www.", "https://", "http://www.", "www."])}${pick(SITES)}/${pick(["a", "alarms", "2019/report", "bells", "page.html"])}`;
  const day = (): string => number(28);
  const body = (): string =>
    pick([
      () => `${pick(BODIES)} of ${pick(FIELDS)}`,
      () => `${pick(REGIONS)} ${pick(BODIES)} of ${pick(FIELDS)}`,
      () => `${pick(REGIONS)} ${pick(THINGS)} ${pick(BODIES)}`,
      () => `${pick(pools.imprints)[0].split(",")[0]} ${pick(THINGS)} ${pick(BODIES)}`,
      () =>
        `${pick(THINGS)} ${pick(["Alliance", "Association", "Trust", "Foundation", "Observatory", "Network"])}`,
    ])();

  const given = (p: CslName): string => p.given ?? "A.";
  const initials = (p: CslName): string =>
    given(p)
      .split(/[\s.]+/)
      .filter((w) => w !== "")
      .map((w) => `${w[0]}.`)
      .join(" ");
  const people = (n: number): CslName[] => Array.from({ length: n }, () => pick(pools.people));
  const few = (): CslName[] => people(pick([1, 1, 1, 2, 2, 3, 4]));
  const join = (names: readonly string[], last: string): string =>
    names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")}${last}${names[names.length - 1]}`;
  const straight = (l: readonly CslName[], and = " and "): string =>
    join(
      l.map((p) => `${given(p)} ${p.family}`),
      and,
    );
  const short = (l: readonly CslName[], and = " and "): string =>
    join(
      l.map((p) => `${initials(p)} ${p.family}`),
      and,
    );
  const inverted = (l: readonly CslName[]): string =>
    l
      .map((p, i) =>
        i === 0 ? `${p.family}, ${given(p)}` : `${i === l.length - 1 ? "and " : ""}${given(p)} ${p.family}`,
      )
      .join(", ");
  const apa = (l: readonly CslName[]): string =>
    join(
      l.map((p) => `${p.family}, ${initials(p)}`),
      ", & ",
    );
  const medline = (l: readonly CslName[]): string =>
    l.map((p) => `${p.family} ${initials(p).replace(/[. ]/g, "")}`).join(", ");
  const nature = (l: readonly CslName[]): string =>
    join(
      l.map((p) => `${p.family}, ${initials(p)}`),
      " & ",
    );
  const spaced = (l: readonly CslName[]): string =>
    join(
      l.map((p) => `${p.family} ${initials(p)}`),
      " & ",
    );
  /** Some lists are cut short. */
  const cut = (style: (l: readonly CslName[]) => string): string =>
    chance(0.25)
      ? `${style(people(pick([1, 3, 6])))}${pick([", et al", " et al", ", et al."])}`
      : style(few());
  /** Some titles are a word or two. */
  const title = (): string => {
    const t = pick(pools.titles);
    if (!chance(0.25)) return t;
    const words = t.split(" ").filter((w) => /^\p{L}{4,}$/u.test(w));
    const few = words.slice(0, pick([1, 2, 2])).join(" ");
    return few === "" ? t : few[0]!.toUpperCase() + few.slice(1);
  };
  const doi = (): string =>
    `10.${1000 + below(9000)}/${pick(["j.", "s", "", "rspb."])}${1990 + below(30)}.${1000 + below(9000)}`;
  const doiPiece = (): Piece[] =>
    chance(0.4)
      ? [
          [
            "doi",
            pick([
              `doi: ${doi()}`,
              `doi:${doi()}`,
              `https://doi.org/${doi()}`,
              `(doi:${doi()})`,
              doi(),
              `http://dx.doi.org/${doi()}`,
            ]),
          ],
        ]
      : [];
  const locator = (): string =>
    pick([
      pages,
      pages,
      pages,
      () => `S${number(99)}–S${100 + below(99)}`,
      () => `e${10000 + below(90000)}`,
      () => String(100000 + below(900000)),
      () => number(9999),
    ])();
  const someone = (style: (l: readonly CslName[]) => string): string => (chance(0.3) ? body() : style(few()));

  const quote = (t: string, inside: string): string =>
    pick([`“${t}${inside}”`, `"${t}${inside}"`, `‘${t}’${inside}`]);
  const imprint = (): readonly [string, string] => {
    const [place, publisher] = pick(pools.imprints);
    return chance(0.25) ? [place, body()] : [place, publisher];
  };
  const edition = (): Piece[] =>
    chance(0.25) ? [["edition", pick([`${number(9)}th ed.`, "2nd ed.", "3rd ed.", "Rev. ed."])]] : [];
  const label = (): Piece[] => (chance(0.15) ? [["label", pick([`${number(99)}.`, `[${number(99)}]`])]] : []);

  return {
    next,
    below,
    pick,
    chance,
    pools,
    year,
    number,
    range,
    dash,
    pages,
    url,
    day,
    body,
    given,
    initials,
    people,
    few,
    join,
    straight,
    short,
    inverted,
    apa,
    medline,
    nature,
    spaced,
    cut,
    title,
    doi,
    doiPiece,
    locator,
    someone,
    quote,
    imprint,
    edition,
    label,
  };
}

/** Fields of the records that can be printed anew. */
function collect(records: readonly GoldRecord[]): Pools {
  const people: CslName[] = [];
  const titles: string[] = [];
  const journals: string[] = [];
  const containers: string[] = [];
  const imprints: (readonly [string, string])[] = [];
  const plain = (s: string | undefined, most: number): s is string =>
    s !== undefined &&
    s.length > 2 &&
    s.length < most &&
    /^[\p{L}\p{N}]/u.test(s) &&
    !/[<>«»"“”„()[\]]| [.,;:]|\p{Script=Han}|\p{Script=Hangul}/u.test(s);
  for (const r of records) {
    if (r.noise) continue;
    const unsure = new Set(r.unsure);
    const f = r.fields;
    if (!unsure.has("author-names") && !unsure.has("author"))
      for (const p of f.author ?? [])
        if (
          p.family !== undefined &&
          p.given !== undefined &&
          plain(p.family, 30) &&
          plain(p.given, 30) &&
          !/[&,]/.test(p.given)
        )
          people.push(p);
    if (!unsure.has("title") && plain(f.title, 160)) titles.push(f.title.replace(/[.,;:]+$/, ""));
    if (!unsure.has("container-title") && plain(f["container-title"], 90))
      (r.spans.some((s) => s.label === "journal") ? journals : containers).push(
        f["container-title"].replace(/[,;:]+$/, ""),
      );
    if (
      !unsure.has("publisher") &&
      !unsure.has("publisher-place") &&
      plain(f.publisher, 60) &&
      plain(f["publisher-place"], 40)
    )
      imprints.push([f["publisher-place"].replace(/[.,;:]+$/, ""), f.publisher.replace(/[.,;:]+$/, "")]);
  }
  for (let i = 0; i < journals.length / 200; i++) journals.push(...SHORT_JOURNALS);
  return { people, titles, journals, containers, imprints };
}
