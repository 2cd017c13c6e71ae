/** Styles of invented references: Notes. */
import type { Kit, Piece, Style } from "./kit.ts";
import { MONTHS, PAPERS } from "./words.ts";

export const notes = ({
  pick,
  chance,
  pools,
  year,
  number,
  pages,
  day,
  few,
  straight,
  short,
  cut,
  title,
  doiPiece,
  locator,
  someone,
  quote,
  imprint,
  edition,
}: Kit): Style[] => [
  () => {
    const [place, publisher] = imprint();
    return [
      ["author", `${someone(straight)},`],
      ["title", title()],
      ...edition().map(([l, t]): Piece => [l, `, ${t}`]),
      ["location", `(${place}:`],
      ["publisher", `${publisher},`],
      ["date", `${year()})`],
      ...(chance(0.6)
        ? ([["pages", `, ${pick([`p. ${number(400)}`, `pp. ${pages()}`, number(400), pages()])}`]] as Piece[])
        : []),
    ];
  },
  () => [
    ["author", `${someone(straight)},`],
    ["title", quote(title(), ",")],
    ["journal", `${pick(pools.journals)}${pick([" ", " ", ", "])}`],
    ["volume", number(99)],
    ...(chance(0.4) ? ([["issue", `, no. ${number(12)}`]] as Piece[]) : []),
    ["date", ` (${chance(0.2) ? `${pick(MONTHS)} ` : ""}${year()})${pick([":", ","])}`],
    ["pages", `${pages()}${pick([".", ""])}`],
  ],
  () => [
    ...(chance(0.6) ? ([["author", `${straight(few())},`]] as Piece[]) : []),
    ["title", quote(title(), ",")],
    ["journal", `${pick(pools.imprints)[0].split(",")[0]} ${pick(PAPERS)},`],
    ["date", `${pick([`${day()} ${pick(MONTHS)} ${year()}`, `${pick(MONTHS)} ${day()}, ${year()}`])}.`],
    ...(chance(0.3) ? ([["pages", `p. ${number(40)}.`]] as Piece[]) : []),
  ],
  () => {
    const [place, publisher] = imprint();
    return [
      ["author", `${straight(few())},`],
      ["title", quote(title(), ",")],
      ["container", `in ${pick(pools.containers)},`],
      ["editor", `${pick(["ed.", "eds.", "edited by"])} ${straight(few())}`],
      ["location", `(${place}:`],
      ["publisher", `${publisher},`],
      ["date", `${year()}),`],
      ["pages", `${pages()}.`],
    ];
  },
  () => [
    ["author", `${cut(pick([short, straight]))},`],
    ["title", `${title()},`],
    ["location", `${pick(["s.l.", "s. l.", "n.p.", pick(pools.imprints)[0], pick(pools.imprints)[0]])},`],
    ["publisher", `${imprint()[1]},`],
    ["date", `${year()}${pick([".", ",", ""])}`],
    ...(chance(0.3) ? ([["pages", pick([`p. ${number(400)}.`, `pp. ${pages()}.`])]] as Piece[]) : []),
  ],
  () => [
    ["author", `${cut(short)},`],
    ["title", quote(title(), ",")],
    ["journal", pick(pools.journals)],
    ["volume", `${number(99)}`],
    ["date", `(${year()}):`],
    ["pages", `${locator()}${pick([",", "."])}`],
    ...doiPiece(),
  ],
];
