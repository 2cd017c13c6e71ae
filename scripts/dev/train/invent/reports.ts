/** Styles of invented references: IEEE reports. */
import type { Kit, Piece, Style } from "./kit.ts";

export const reports = ({
  pick,
  chance,
  pools,
  year,
  number,
  body,
  few,
  short,
  title,
  imprint,
  edition,
  label,
}: Kit): Style[] => [
  () => [
    ...label(),
    ["author", `${chance(0.2) ? body() : short(few())},`],
    ["title", `${pick(["“", '"'])}${title()},”`],
    ["genre", pick(["Tech. Rep.", "Technical Report", "Working Paper", "Research Report"])],
    ["number", `${pick(["", "No. ", "TR-"])}${number(900)},`],
    ["publisher", `${body()},`],
    ["location", `${pick(pools.imprints)[0]},`],
    ["date", `${year()}.`],
  ],
  () => {
    const [place, publisher] = imprint();
    return [
      ...label(),
      ["author", `${chance(0.3) ? body() : short(few())},`],
      ["title", `${title()}${pick([".", ","])}`],
      ...edition().map(([l, t]): Piece => [l, `${t}${pick([",", ""])}`]),
      ["location", `${place}:`],
      ["publisher", `${publisher},`],
      ["date", `${year()}.`],
    ];
  },
];
