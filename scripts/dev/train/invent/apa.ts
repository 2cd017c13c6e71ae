/** Styles of invented references: APA: reports, theses, editions, data, software, chapters. */
import type { Kit, Piece, Style } from "./kit.ts";

export const apa = ({
  pick,
  chance,
  pools,
  year,
  number,
  pages,
  url,
  body,
  people,
  few,
  short,
  inverted,
  apa,
  title,
  someone,
  imprint,
}: Kit): Style[] => [
  () => [
    ["author", `${someone(apa)}`],
    ["date", `(${year()}).`],
    ["title", title()],
    ...pick<() => Piece[]>([
      () => [["edition", `(${number(9)}th ed.).`]],
      () => [
        ["genre", "(Report"],
        ["number", `No. ${number(200)}).`],
      ],
      () => [
        [
          "genre",
          pick([
            "[Doctoral dissertation,",
            "[Master’s thesis,",
            "(Doctoral dissertation,",
            "(Unpublished doctoral dissertation).",
          ]),
        ],
      ],
      () => [["medium", pick(["[Data set].", "[Computer software].", "[DVD]."])]],
      () => [["translator", `(${short(people(1))}, Trans.).`]],
      () => [["note", ". "]],
    ])(),
    ["publisher", `${chance(0.4) ? body() : imprint()[1]}.`],
    ...(chance(0.4) ? ([["url", url()]] as Piece[]) : []),
  ],
  () => [
    ["author", apa(few())],
    ["date", `(${year()}).`],
    ["title", `${title()}.`],
    ["editor", `In ${short(few(), " & ")} (${pick(["Ed.", "Eds."])}),`],
    ["container", pick(pools.containers)],
    ["pages", `(pp. ${pages()}).`],
    ...(chance(0.4) ? ([["location", `${pick(pools.imprints)[0]}:`]] as Piece[]) : []),
    ["publisher", `${imprint()[1]}.`],
  ],
  () => [
    ["author", `${inverted(people(1))}.`],
    ["date", `${year()}.`],
    ["title", `${title()}.`],
    [
      "genre",
      pick([
        "PhD thesis,",
        "PhD diss.,",
        "Ph.D. dissertation,",
        "Master’s thesis,",
        "Diss.",
        "Unpublished PhD thesis,",
      ]),
    ],
    ["publisher", `University of ${pick(pools.imprints)[0].split(",")[0]}.`],
  ],
];
