/** Styles of invented references: German. */
import type { Kit, Piece, Style } from "./kit.ts";
import { MONATE } from "./words.ts";

export const german = ({
  pick,
  chance,
  pools,
  year,
  number,
  pages,
  day,
  people,
  few,
  straight,
  inverted,
  title,
  imprint,
}: Kit): Style[] => [
  () => {
    const [place, publisher] = imprint();
    return [
      ["author", `${straight(few(), pick(["/", " und ", ", ", " / "]))}:`],
      ["title", `${title()},`],
      ...(chance(0.2) ? ([["edition", `${number(9)}. Aufl.,`]] as Piece[]) : []),
      ["location", chance(0.6) ? `${place}:` : place],
      ...(chance(0.6) ? ([["publisher", publisher]] as Piece[]) : []),
      ["date", `${year()}${pick([",", "."])}`],
      ...(chance(0.6)
        ? ([["pages", `S. ${pick([number(400), pages()])}${pick(["", "."])}`]] as Piece[])
        : []),
    ];
  },
  () => [
    ["author", `${straight(few(), " und ")}: `],
    ["title", `${pick([pick(pools.titles), `„${title()}“`])}${pick([",", "."])}`],
    ["journal", `${pick(["in:", "In:"])} ${pick(pools.journals)}`],
    ["volume", number(99)],
    ["date", `(${year()}),`],
    ...(chance(0.3) ? ([["issue", `H. ${number(12)},`]] as Piece[]) : []),
    ["pages", `S. ${pages()}.`],
  ],
  () => [
    ["author", `${inverted(people(1))}:`],
    ["title", `${title()}.`],
    ["editor", `In: ${straight(few(), " und ")} (${pick(["Hg.", "Hrsg."])}):`],
    ["container", `${pick(pools.containers)}.`],
    ["location", pick(pools.imprints)[0]],
    ["date", `${year()},`],
    ["pages", `S. ${pages()}.`],
  ],
  () => [
    ["author", `${straight(few())},`],
    ["title", `${title()},`],
    [
      "journal",
      `${pick(["in:", "In:"])} ${pick(pools.imprints)[0].split(",")[0]}er ${pick(["Zeitung", "Anzeiger", "Tageblatt"])},`,
    ],
    ["date", `${day()}. ${pick(MONATE)} ${year()}.`],
  ],
];
