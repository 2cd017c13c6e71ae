/** Styles of invented references: Bibliographies. */
import type { Kit, Piece, Style } from "./kit.ts";
import { MONTHS } from "./words.ts";

export const bibliographies = ({
  pick,
  chance,
  pools,
  year,
  number,
  pages,
  url,
  day,
  people,
  few,
  straight,
  inverted,
  title,
  someone,
  quote,
  imprint,
  edition,
}: Kit): Style[] => [
  () => {
    const [place, publisher] = imprint();
    return [
      ["author", `${someone(inverted)}.`],
      ["title", `${title()}.`],
      ...edition(),
      ...(chance(0.2) ? ([["translator", `Translated by ${straight(people(1))}.`]] as Piece[]) : []),
      ...(chance(0.5) ? ([["location", `${place}:`]] as Piece[]) : []),
      ["publisher", `${publisher},`],
      ["date", `${year()}.`],
    ];
  },
  () => [
    ["author", `${someone(inverted)}.`],
    ["title", quote(title(), ".").replace(/’\.$/, ".’")],
    ["journal", `${pick(pools.journals)},`],
    ["volume", `vol. ${number(99)},`],
    ...(chance(0.6) ? ([["issue", `no. ${number(12)},`]] as Piece[]) : []),
    ["date", `${year()},`],
    ["pages", `pp. ${pages()}.`],
  ],
  () => [
    ["author", `${inverted(few())}.`],
    ["title", `“${title()}.”`],
    ["container", `${pick(pools.journals)},`],
    ["date", `${day()} ${pick(MONTHS).slice(0, 3)}. ${year()},`],
    ["url", `${url()}.`],
    ["note", `Accessed ${day()} ${pick(MONTHS)} ${year()}.`],
  ],
];
