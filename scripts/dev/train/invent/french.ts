/** Styles of invented references: French. */
import type { Kit, Piece, Style } from "./kit.ts";

export const french = ({
  pick,
  chance,
  pools,
  year,
  number,
  pages,
  given,
  people,
  few,
  straight,
  title,
  imprint,
}: Kit): Style[] => [
  () => {
    const [place, publisher] = imprint();
    return [
      [
        "author",
        `${people(1).map((p) => `${(p.family ?? "").toUpperCase()}, ${given(p)}`)[0]}${pick([".", ","])}`,
      ],
      ["title", `${title()}${pick([".", ","])}`],
      ["location", `${place}${pick([" :", ","])}`],
      ["publisher", `${publisher},`],
      ["date", `${year()}.`],
      ...(chance(0.3) ? ([["pages", `${number(600)} p.`]] as Piece[]) : []),
    ];
  },
  () => [
    ["author", `${straight(few(), " et ")},`],
    ["title", `« ${title()} »,`],
    ["journal", `${pick(pools.journals)},`],
    ["volume", `${pick(["vol. ", "t. ", ""])}${number(99)},`],
    ...(chance(0.5) ? ([["issue", `n° ${number(30)},`]] as Piece[]) : []),
    ["date", `${year()},`],
    ["pages", `p. ${pages()}.`],
  ],
];
