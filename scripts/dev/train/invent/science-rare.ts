/** Styles of invented references: Copernicus, ACS, Springer, ACM and physics. */
import type { Kit, Piece, Style } from "./kit.ts";
import { THINGS } from "./words.ts";

export const scienceRare = ({
  pick,
  chance,
  pools,
  year,
  number,
  pages,
  url,
  body,
  initials,
  people,
  few,
  straight,
  short,
  medline,
  cut,
  title,
  doi,
  doiPiece,
  locator,
  imprint,
  ordinal,
  town,
  university,
}: Kit): Style[] => [
  // Copernicus, Wiley, ACS, Springer, ACM, physics
  () => [
    ["author", `${cut((l) => l.map((p) => `${p.family}, ${initials(p)}`).join(", "))}:`],
    ["title", `${title()},`],
    ["journal", `${pick(pools.journals)},`],
    ["volume", `${number(300)},`],
    ["pages", `${locator()},`],
    ...(chance(0.6) ? ([["doi", `https://doi.org/${doi()},`]] as Piece[]) : []),
    ["date", `${year()}.`],
  ],
  () => [
    [
      "author",
      `${people(pick([1, 2, 3]))
        .map((p) => `${p.family}, ${initials(p)}`)
        .join("; ")}`,
    ],
    ["title", `${title()}.`],
    ["journal", pick(pools.journals)],
    ["date", `${year()},`],
    ["volume", `${number(200)}${chance(0.3) ? ` (${number(24)})` : ""},`],
    ["pages", `${locator()}.`],
  ],
  () => [
    [
      "author",
      `${people(pick([1, 2, 3]))
        .map((p) => `${p.family}, ${initials(p)}`)
        .join("; ")}`,
    ],
    ["title", `${title()},`],
    ["edition", `${ordinal()} ed.;`],
    ["publisher", `${imprint()[1]}:`],
    ["location", `${pick(pools.imprints)[0]},`],
    ["date", `${year()};`],
    ["pages", `pp ${pages()}.`],
  ],
  () => [
    ["author", cut(medline)],
    ["date", `(${year()})`],
    ["title", `${title()}.`],
    ["publisher", `${imprint()[1]},`],
    ["location", pick(pools.imprints)[0]],
  ],
  () => [
    ["author", medline(few())],
    ["date", `(${year()})`],
    ["title", `${title()}.`],
    ["editor", `In: ${medline(few())} ${pick(["(eds)", "(ed)", "(Eds.)"])}`],
    ["container", `${pick(pools.containers)}${pick([".", ","])}`],
    ...(chance(0.3) ? ([["edition", `${ordinal()} edn.`]] as Piece[]) : []),
    ["publisher", `${imprint()[1]},`],
    ["location", `${pick(pools.imprints)[0]},`],
    ["pages", `pp ${pages()}`],
  ],
  () => [
    ["author", medline(people(1))],
    ["date", `(${year()})`],
    ["title", `${title()}.`],
    ["genre", `${pick(["Dissertation", "Ph.D. thesis", "PhD thesis", "Master’s thesis"])},`],
    ["publisher", `${university()}`],
  ],
  () => [
    ["author", `${straight(few())}.`],
    ["date", `${year()}.`],
    ["title", `${title()}.`],
    [
      "container",
      `${pick(["In", "In Proceedings of the", "In Proc. of the"])} ${ordinal()} ${pick(["Symposium", "Conference", "Workshop"])} on ${pick(THINGS)} ${pick(["Systems", "Methods", "Computing"])}${pick(["", ` (${pick(["S", "C"])}ODM '${10 + Number(number(80))})`])}${pick([".", ","])}`,
    ],
    ...(chance(0.6)
      ? ([
          [
            "publisher",
            pick(["ACM,", "IEEE,", "USENIX Association,", "Association for Computing Machinery,"]),
          ],
          ["location", `${pick(["New York, NY", "New York, NY, USA", pick(pools.imprints)[0]])},`],
        ] as Piece[])
      : []),
    ["pages", `${pick(["", "pages "])}${pages()}.`],
    ...doiPiece(),
  ],
  () => [
    [
      "author",
      `${short(few(), " and ")}${pick([" et al.", ""])}${chance(0.3) ? ` (${pick(THINGS)} Collaboration)` : ""},`,
    ],
    ["journal", pick(pools.journals)],
    ["volume", `${number(200)},`],
    ["pages", locator()],
    ["date", `(${year()}).`],
  ],
  () => [
    ["author", `${short(few(), " and ")},`],
    ["title", title()],
    ["publisher", `(${imprint()[1]},`],
    ["location", `${pick(pools.imprints)[0]},`],
    ["date", `${year()})${pick([".", ","])}`],
    ...(chance(0.4) ? ([["volume", `Vol. ${number(5)}.`]] as Piece[]) : []),
  ],
  () => [
    [
      "author",
      `${people(pick([1, 2, 3]))
        .map((p) => `${p.family}, ${initials(p).replace(/ /g, "")}`)
        .join(", ")}`,
    ],
    ["date", `(${year()}):`],
    ["title", `${title()}.${pick([" –", ""])}`],
    ["journal", pick(pools.journals)],
    ["volume", `${number(500)}${pick([":", ","])}`],
    ["pages", `${pages()}.`],
  ],
  () => [
    ["author", `${body()}`],
    ["date", `(${year()})${pick([",", "."])}`],
    ["title", `${title()}${pick([",", "."])}`],
    ["publisher", `${body()},`],
    ["location", `${town()}${pick([",", "."])}`],
    ...pick<() => Piece[]>([doiPiece, () => [["url", url()]]])(),
  ],
  () => {
    const [place, publisher] = imprint();
    return [
      ["title", `${title()}.`],
      ...(chance(0.4) ? ([["edition", `${pick([`${ordinal()} ed.`, "Rev. ed."])}`]] as Piece[]) : []),
      ["location", `${place}:`],
      ["publisher", `${publisher}${pick([";", ","])}`],
      ["date", `${year()}.`],
    ];
  },
];
