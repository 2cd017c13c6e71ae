/** Styles of invented references: Chicago and MHRA with translators, series, theses, web pages. */
import type { Kit, Piece, Style } from "./kit.ts";
import { MONTHS } from "./words.ts";

export const chicagoRare = ({
  pick,
  chance,
  pools,
  year,
  number,
  pages,
  url,
  day,
  body,
  people,
  few,
  straight,
  inverted,
  title,
  quote,
  imprint,
  ordinal,
  university,
  series,
  paper,
}: Kit): Style[] => [
  () => {
    const [place, publisher] = imprint();
    return [
      ["author", `${straight(people(1))},`],
      ["title", `${title()},`],
      chance(0.5)
        ? ["translator", `${pick(["trans.", "translated by"])} ${straight(people(1))}`]
        : ["editor", `${pick(["ed.", "edited by", "ed. by"])} ${straight(people(1))}`],
      ["location", `(${place}:`],
      ["publisher", `${publisher},`],
      ["date", `${year()})${pick([",", ""])}`],
      ["pages", `${pick(["", "p. ", "pp. "])}${pick([number(400), pages()])}.`],
    ];
  },
  () => {
    const [place, publisher] = imprint();
    return [
      ["author", `${straight(people(1))},`],
      ["title", quote(title(), ",")],
      ["container", `in ${pick(pools.containers)},`],
      ["editor", `${pick(["ed.", "eds.", "ed. by", "edited by"])} ${straight(few())},`],
      ["collection", `${series()} ${number(40)}`],
      ["location", `(${place}:`],
      ["publisher", `${publisher},`],
      ["date", `${year()}),`],
      ["pages", `${pages()}.`],
    ];
  },
  () => {
    const [place, publisher] = imprint();
    return [
      ["author", `${inverted(few())}.`],
      ["title", `${title()}.`],
      ...(chance(0.5) ? ([["volume", `${number(9)} vols.`]] as Piece[]) : []),
      [
        "collection",
        `${series()}${pick([` ${number(40)}`, `, vol. ${number(40)}`, `, no. ${number(40)}`, ""])}.`,
      ],
      ["location", `${place}:`],
      ["publisher", `${publisher},`],
      ["date", `${year()}${chance(0.3) ? `–${10 + Number(number(80))}` : ""}.`],
    ];
  },
  () => {
    const [place, publisher] = imprint();
    return [
      ["author", `${inverted(people(1))}.`],
      ["date", `${year()}.`],
      ["title", `${title()}.`],
      [
        "translator",
        `${pick(["Translated by", "Edited and translated by", "Trans."])} ${straight(people(1))}.`,
      ],
      ...(chance(0.4) ? ([["volume", `Vol. ${number(9)}.`]] as Piece[]) : []),
      ["location", `${place}:`],
      ["publisher", `${publisher}.`],
    ];
  },
  () => [
    ["author", `${straight(people(1))},`],
    ["title", quote(title(), pick([",", ""]))],
    [
      "genre",
      pick([
        "(PhD diss.,",
        "(PhD thesis,",
        "(unpublished doctoral thesis,",
        "(master’s thesis,",
        "(Ph.D. dissertation,",
      ]),
    ],
    ["publisher", `${university()},`],
    ["date", `${year()})${pick([",", ""])}`],
    ["pages", pick([`${number(300)}.`, `p. ${number(300)}.`, `${pages()}.`])],
  ],
  () => [
    ...(chance(0.5) ? ([["author", `${straight(people(1))},`]] as Piece[]) : []),
    ["title", quote(title(), ",")],
    ["container", `${pick([body(), paper(), pick(pools.containers)])},`],
    ["date", `${pick(["last modified ", "accessed ", "", "updated "])}${pick(MONTHS)} ${day()}, ${year()},`],
    ["url", `${url()}.`],
  ],
  () => [
    ["author", `${inverted(people(1))}.`],
    ["title", `“${title()}.”`],
    ["journal", `${pick([paper(), pick(pools.journals)])},`],
    ["date", `${pick(MONTHS)} ${pick(["", `${day()}, `])}${year()}${pick([",", "."])}`],
    ...(chance(0.5) ? ([["pages", `${pages()}.`]] as Piece[]) : []),
  ],
  // MHRA
  () => {
    const [place, publisher] = imprint();
    return [
      ["author", `${pick([straight(people(1)), inverted(people(1))])},`],
      ["title", `‘${title()}’,`],
      ["container", `in ${pick(pools.containers)},`],
      ["editor", `ed. by ${straight(few())}${pick([",", ""])}`],
      ...(chance(0.3) ? ([["volume", `${number(6)} vols`]] as Piece[]) : []),
      ["location", `(${place}:`],
      ["publisher", `${publisher},`],
      ["date", `${year()}),`],
      ["pages", `pp. ${pages()}${chance(0.3) ? ` (p. ${number(200)})` : ""}.`],
    ];
  },
  () => [
    ["author", `${pick([straight(people(1)), inverted(people(1))])},`],
    ["title", `‘${title()}${pick(["", "?"])}’,`],
    ["journal", `${pick(pools.journals)},`],
    ["volume", `${number(99)}${chance(0.3) ? `.${number(4)}` : ""}`],
    ["date", `(${year()}),`],
    ["pages", `${pages()}${chance(0.3) ? ` (p. ${number(200)})` : ""}.`],
  ],
  () => {
    const [place, publisher] = imprint();
    return [
      ["author", `${straight(people(1))},`],
      ["title", `${title()},`],
      ["edition", `${pick([`${ordinal()} edn`, "rev. edn", `${ordinal()} rev. edn`])}${pick([",", ""])}`],
      ["location", `(${place}:`],
      ["publisher", `${publisher},`],
      ["date", `${year()}),`],
      ["pages", `${pick(["p. ", "pp. "])}${pages()}.`],
    ];
  },
];
