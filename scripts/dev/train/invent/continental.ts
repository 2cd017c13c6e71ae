/** Styles of invented references: DIN 1505, German, French, Italian and Spanish. */
import type { Kit, Piece, Style } from "./kit.ts";
import { MONATE } from "./words.ts";

export const continental = ({
  pick,
  chance,
  pools,
  year,
  number,
  pages,
  url,
  day,
  body,
  given,
  people,
  few,
  straight,
  short,
  inverted,
  title,
  imprint,
  town,
  series,
}: Kit): Style[] => [
  // DIN 1505
  () => {
    const [place, publisher] = imprint();
    return [
      [
        "author",
        `${people(pick([1, 2]))
          .map((p) => `${(p.family ?? "").toUpperCase()}, ${given(p)}`)
          .join(" ; ")}:`,
      ],
      ["title", `${title()}.`],
      ...(chance(0.5) ? ([["edition", `${number(9)}.${pick(["", ", überarb."])} Aufl.`]] as Piece[]) : []),
      ["location", `${place} :`],
      ["publisher", `${publisher},`],
      ["date", `${year()}.`],
      ...(chance(0.4)
        ? ([
            [
              "isbn",
              `– ISBN ${number(9)}-${100 + Number(number(800))}-${10000 + Number(number(80000))}-${number(9)}`,
            ],
          ] as Piece[])
        : []),
    ];
  },
  () => [
    ["author", `${people(1).map((p) => `${(p.family ?? "").toUpperCase()}, ${given(p)}`)[0]}:`],
    ["title", `${title()}.`],
    ["journal", `In: ${pick(pools.journals)}`],
    ["volume", number(90)],
    ["date", `(${year()}),`],
    ["issue", `Nr. ${number(12)},`],
    ["pages", `S. ${pages()}`],
  ],
  () => [
    ["author", `${people(1).map((p) => `${(p.family ?? "").toUpperCase()}, ${given(p)}`)[0]}:`],
    ["title", `${title()}.`],
    ["location", `${town()},`],
    ["publisher", `${pick(["Univ.", "Techn. Univ.", "Universität"])},`],
    ["genre", `${pick(["Diss.", "Habil.-Schr.", "Diplomarbeit", "Masterarbeit"])},`],
    ["date", `${year()}${pick([".", ""])}`],
  ],
  // German humanities
  () => [
    ["author", `${straight(people(1))}${pick([",", ":"])}`],
    ["title", pick([`„${title()}“,`, `${title()},`])],
    ["editor", `in: ${straight(people(2), "/")} (${pick(["Hg.", "Hrsg.", "Hgg."])})${pick([",", ":"])}`],
    ["container", `${pick(pools.containers)},`],
    ["location", `${town()}${pick([":", ""])}`],
    ...(chance(0.4) ? ([["publisher", imprint()[1]]] as Piece[]) : []),
    ["date", `${year()},`],
    ["pages", `S. ${pages()}${chance(0.3) ? `, hier S. ${number(300)}` : ""}.`],
  ],
  () => {
    const [place, publisher] = imprint();
    return [
      ["author", `${straight(people(1))}:`],
      ["title", `${title()}.`],
      [
        "translator",
        `${pick(["Übersetzt von", "Übers. von", "Aus dem Englischen von", "Dt. von"])} ${straight(people(1))}.`,
      ],
      ["location", `${place}:`],
      ["publisher", publisher],
      ["date", year()],
      ...(chance(0.5) ? ([["collection", `(= ${series()}, Bd. ${number(40)}).`]] as Piece[]) : []),
    ];
  },
  () => [
    ["author", `${straight(people(1))},`],
    ["title", `${title()}${pick([",", "."])}`],
    ...(chance(0.3) ? ([["edition", `${number(6)}. Aufl.,`]] as Piece[]) : []),
    ["location", town()],
    ["date", `${year()}${pick([",", " ,"]).trim()}`],
    ["pages", `S. ${pick([number(400), pages()])}.`],
  ],
  () => [
    [
      "editor",
      `${pick([straight(people(pick([1, 2])), "/"), body()])} (${pick(["Hg.", "Hrsg."])})${pick([",", ":"])}`,
    ],
    ["title", `${title()},`],
    ["location", `${town()}${pick([":", ""])}`],
    ...(chance(0.5) ? ([["publisher", imprint()[1]]] as Piece[]) : []),
    ["date", `${year()}.`],
    ...(chance(0.3)
      ? ([
          ["url", `URL: ${url()}`],
          ["note", `(Zugriff: ${day()}.${number(12)}.${year()}).`],
        ] as Piece[])
      : []),
  ],
  () => [
    ["author", `${pick([inverted(people(1)), straight(people(1))])}:`],
    ["title", pick([`${title()},`, `„${title()}“,`])],
    [
      "journal",
      `in: ${town()}er ${pick(["Zeitung", "Anzeiger", "Tageblatt", "Nachrichten", "Tageszeitung"])},`,
    ],
    ["date", `${pick([`${day()}.${number(12)}.${year()}`, `${day()}. ${pick(MONATE)} ${year()}`])},`],
    ["pages", `S. ${number(30)}.`],
  ],
  // French
  () => [
    ["author", `${straight(people(1))},`],
    ["title", `« ${title()} »,`],
    [
      "editor",
      `${pick(["dans", "in"])} ${straight(few(), " et ")} (${pick(["dir.", "éd.", "éds", "dirs."])}),`,
    ],
    ["container", `${pick(pools.containers)},`],
    ["location", `${town()},`],
    ["publisher", `${imprint()[1]},`],
    ...(chance(0.3) ? ([["collection", `coll. « ${series()} »,`]] as Piece[]) : []),
    ["date", `${year()},`],
    ["pages", `p. ${pages()}.`],
  ],
  () => [
    [
      "author",
      `${pick([straight(people(1)), `${people(1).map((p) => `${(p.family ?? "").toUpperCase()} (${given(p)})`)[0]}`])},`,
    ],
    ["title", `${title()},`],
    ...(chance(0.3) ? ([["edition", `${number(5)}e éd.,`]] as Piece[]) : []),
    ["location", `${town()},`],
    ["publisher", `${imprint()[1]},`],
    ...(chance(0.3) ? ([["collection", `coll. « ${series()} »,`]] as Piece[]) : []),
    ["date", `${year()},`],
    ["pages", `${pick([`p. ${pages()}`, `${number(600)} p`])}.`],
  ],
  () => [
    ["author", `${people(1).map((p) => `${(p.family ?? "").toUpperCase()}, ${given(p)}`)[0]}.`],
    ["title", `${title()}.`],
    ["genre", `${pick(["Thèse de doctorat", "Mémoire de master", "Thèse pour le doctorat"])},`],
    ["publisher", `${pick(["Université de", "Université"])} ${town()},`],
    ["date", `${year()}.`],
  ],
  () => [
    [
      "author",
      `${pick([`Ministère de ${pick(["la Pêche", "l’Intérieur", "la Santé"])}`, "Institut national de la statistique", body()])},`,
    ],
    ["title", `${title()},`],
    ["location", `${town()},`],
    ["date", year()],
    ["url", `${pick(["[en ligne :", "[En ligne]", "en ligne :", "URL :"])} ${url()}`],
    ["note", pick([`, consulté le ${day()} mars ${year()}].`, `(consulté le ${day()} mai ${year()}).`])],
  ],
  // Italian, Spanish
  () => [
    ["author", `${pick([straight(people(1)), inverted(people(1)), short(people(1))])},`],
    ["title", `${title()},`],
    ...(chance(0.3) ? ([["edition", `${number(5)}a ed.,`]] as Piece[]) : []),
    ["location", `${town()},`],
    ["publisher", `${imprint()[1]},`],
    ["date", `${year()},`],
    ["pages", `pp. ${pages()}.`],
  ],
  () => [
    ["author", `${straight(people(1))},`],
    ["title", pick([`«${title()}»,`, `“${title()}”,`])],
    [
      "editor",
      `in ${pick(["a cura di ", ""])}${short(people(pick([1, 2])), " e ")} ${pick(["(a cura di)", "(ed.)", "(eds.)"])},`,
    ],
    ["container", `${pick(pools.containers)},`],
    ["location", `${town()},`],
    ["publisher", `${imprint()[1]},`],
    ["date", `${year()},`],
    ["pages", `pp. ${pages()}.`],
  ],
];
