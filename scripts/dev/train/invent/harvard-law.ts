/** Styles of invented references: Harvard and the styles of lawyers. */
import type { Kit, Piece, Style } from "./kit.ts";
import { MONTHS } from "./words.ts";

export const harvardLaw = ({
  pick,
  chance,
  pools,
  year,
  number,
  pages,
  day,
  body,
  people,
  few,
  straight,
  apa,
  title,
  someone,
  imprint,
  ordinal,
  town,
  university,
  paper,
  doiPiece,
}: Kit): Style[] => [
  // Harvard
  () => [
    ["author", apa(few()).replace(" &", " and")],
    ["date", `(${year()})`],
    ["title", `‘${title()}’,`.replace(/[‘’]/g, pick(["'", "’"])).replace(/^’/, "‘")],
    ["journal", `${pick(pools.journals)},`],
    ["volume", number(60)],
    ["issue", `(${number(12)}),`],
    ["pages", `pp. ${pages()}.`],
    ...doiPiece(),
  ],
  () => [
    ["author", apa(people(1))],
    ["date", `(${year()})`],
    ["title", pick([`'${title()}',`, `‘${title()}’,`])],
    ["journal", `${paper()},`],
    ["date", `${day()} ${pick(MONTHS)},`],
    ["pages", `p. ${number(40)}.`],
  ],
  () => {
    const [place, publisher] = imprint();
    return [
      ["author", apa(people(1))],
      ["date", `(${year()})`],
      ["title", pick([`'${title()}',`, `‘${title()}’,`])],
      ["editor", `in ${apa(few()).replace(" &", " and")} ${pick(["(eds)", "(ed.)", "(eds.)"])}`],
      ["container", `${pick(pools.containers)}.`],
      ["location", `${place}:`],
      ["publisher", `${publisher},`],
      ["pages", `pp. ${pages()}.`],
    ];
  },
  () => {
    const [place, publisher] = imprint();
    return [
      ["author", `${someone((l) => apa(l).replace(", &", " and"))}`],
      ["date", `(${year()})`],
      ["title", `${title()}${pick([".", ","])}`],
      ...(chance(0.4) ? ([["edition", `${ordinal()} edn.`]] as Piece[]) : []),
      ...(chance(0.2) ? ([["number", `Cm ${number(9999)}.`]] as Piece[]) : []),
      ["location", `${place}:`],
      ["publisher", `${publisher}.`],
    ];
  },
  () => [
    ["author", apa(people(1))],
    ["date", `(${year()})`],
    ["title", `${title()}.`],
    ["genre", `${pick(["PhD thesis", "Unpublished PhD thesis", "MSc dissertation", "MA thesis"])}.`],
    ["publisher", `${university()}.`],
  ],
  // OSCOLA
  () => [
    ["author", `${straight(people(1))},`],
    ["title", `${pick([`'${title()}'`, `‘${title()}’`])}`],
    ["date", `(${year()})`],
    ["volume", number(99)],
    ["journal", pick(["MLR", "OJLS", "LQR", "CLJ", "ICLQ", "Law Quarterly Review", "Legal Studies"])],
    ["pages", `${number(900)}.`],
  ],
  () => [
    ["author", `${straight(people(1))},`],
    ["title", title()],
    ["edition", `(${ordinal()} edn,`],
    ["publisher", imprint()[1]],
    ["date", `${year()})`],
    ["pages", `${number(400)}.`],
  ],
  () => [
    ["author", `${straight(people(1))},`],
    ["title", pick([`'${title()}'`, `‘${title()}’`])],
    ["editor", `in ${straight(few())} ${pick(["(eds),", "(ed),"])}`],
    ["container", pick(pools.containers)],
    ["publisher", `(${imprint()[1]}`],
    ["date", `${year()})${pick([".", ""])}`],
    ...(chance(0.4) ? ([["pages", `${number(400)}.`]] as Piece[]) : []),
  ],
  () => [
    ["author", `${straight(people(1))},`],
    ["title", pick([`'${title()}'`, `‘${title()}’`])],
    ["journal", paper()],
    ["location", `(${town()},`],
    ["date", `${day()} ${pick(MONTHS)} ${year()})${pick([".", ""])}`],
  ],
  () => [
    ["author", `${body()},`],
    ["title", title()],
    ["number", `(${pick(["Law Com No", "Cm", "Report No", "HC"])} ${number(999)},`],
    ["date", `${year()})`],
    ...(chance(0.5) ? ([["pages", `para ${number(9)}.${number(40)}.`]] as Piece[]) : []),
  ],
  () => [
    ["author", `${straight(people(1))},`],
    ["title", pick([`“${title()},”`, `${title()},`])],
    ["volume", number(99)],
    ["journal", `${town()} ${pick(["L. Rev.", "L.J.", "J. Int'l L.", "Law Review"])}`],
    ["pages", number(999)],
    ["date", `(${year()}).`],
  ],
];
