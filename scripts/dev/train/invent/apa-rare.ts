/** Styles of invented references: APA and MLA for works the training sets hardly show. */
import type { Kit, Piece, Style } from "./kit.ts";
import { MONTHS, THINGS } from "./words.ts";

export const apaRare = ({
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
  short,
  inverted,
  apa,
  title,
  doi,
  someone,
  imprint,
  ordinal,
  town,
  university,
  version,
  paper,
}: Kit): Style[] => [
  () => [
    ["author", apa(few())],
    ["date", `(${year()}).`],
    ["title", title()],
    ...(chance(0.3) ? ([["edition", `(${ordinal()} ed.)`]] as Piece[]) : []),
    ["translator", `(${short(people(1))}, Trans.).`],
    ["publisher", `${imprint()[1]}.`],
    ...(chance(0.5) ? ([["note", `(Original work published ${year()})`]] as Piece[]) : []),
  ],
  () => {
    const number1: Piece[] = chance(0.5)
      ? [
          [
            "number",
            `(${pick(["Publication No.", "Order No.", "UMI No.", "Accession No."])} ${number(99999999)})`,
          ],
        ]
      : [];
    return [
      ["author", apa(people(1))],
      ["date", `(${year()}).`],
      ["title", title()],
      ...number1,
      [
        "genre",
        pick([
          "[Doctoral dissertation,",
          "[Master’s thesis,",
          "[Master's thesis,",
          "[Unpublished doctoral dissertation,",
          "[Bachelor's thesis,",
        ]),
      ],
      ["publisher", `${university()}].`],
      ...(chance(0.5)
        ? ([
            [
              "other",
              `${pick(["ProQuest Dissertations and Theses Global", "ProQuest Dissertations Publishing", `${town()} Repository`, `${town()} Archive`])}.`,
            ],
          ] as Piece[])
        : []),
      ...(chance(0.5) ? ([["url", url()]] as Piece[]) : []),
    ];
  },
  () => [
    ["author", someone(apa)],
    ["date", `(${year()}).`],
    ["title", title()],
    ...(chance(0.7) ? ([["other", `(${version()})`]] as Piece[]) : []),
    [
      "medium",
      `${pick(["[Data set]", "[Dataset]", "[Computer software]", "[Software]", "[Database]", "[Mobile app]", "[Source code]"])}.`,
    ],
    ...(chance(0.6)
      ? ([
          ["publisher", `${pick([body(), "Zenodo", "Dryad", "figshare", `${town()} Data Repository`])}.`],
        ] as Piece[])
      : []),
    pick<() => Piece>([() => ["doi", `https://doi.org/${doi()}`], () => ["url", url()]])(),
  ],
  () => [
    ["author", apa(few())],
    ["date", `(${year()}, ${pick(MONTHS)} ${day()}).`],
    ["title", `${title()}.`],
    ["journal", `${paper()}${pick([",", "."])}`],
    ...(chance(0.5)
      ? ([["pages", `${pick(["A", "B", "", "p. "])}${number(40)}.`]] as Piece[])
      : [["url", url()] as Piece]),
  ],
  () => [
    ["author", apa(few())],
    ["date", `(${year()}).`],
    ["title", `${title()}.`],
    ["journal", `${pick(pools.journals)},`],
    ["volume", `${number(60)},`],
    ["pages", `${pick(["Article", "article", "Art."])} ${pick(["", "e"])}${number(99999)}.`],
    ...(chance(0.7) ? ([["doi", `https://doi.org/${doi()}`]] as Piece[]) : []),
  ],
  () => [
    ["author", apa(few())],
    ["date", `(${year()}).`],
    ["title", `${title()}.`],
    ["journal", `${pick(["arXiv", "bioRxiv", "medRxiv", "PsyArXiv", "SSRN"])}.`],
    pick<() => Piece>([
      () => ["doi", `https://doi.org/${doi()}`],
      () => ["url", `https://arxiv.org/abs/${1000 + Number(number(8000))}.${10000 + Number(number(8000))}`],
    ])(),
  ],
  () => [
    ["author", apa(few())],
    ["date", `(${year()}, ${pick(MONTHS)} ${day()}–${day()}).`],
    ["title", title()],
    [
      "genre",
      `${pick(["[Conference presentation]", "[Paper presentation]", "[Poster presentation]", "[Conference session]"])}.`,
    ],
    [
      "container",
      `${ordinal()} ${pick(["International", "Annual", "European"])} ${pick(THINGS)} ${pick(["Meeting", "Conference", "Congress"])},`,
    ],
    ["location", `${pick(pools.imprints)[0]}.`],
  ],
  () => [
    ["author", someone(apa)],
    ["date", `(${year()}).`],
    ["title", title()],
    [
      "genre",
      pick([
        "(Report",
        "(Working Paper",
        "(Technical Report",
        "(Discussion Paper",
        "(Policy Brief",
        "(Research Report",
      ]),
    ],
    [
      "number",
      `${pick(["No. ", "Series No. ", ""])}${pick(["", "RS-", "TR-"])}${number(99)}${pick(["", `-${number(20)}`, `/${number(99)}`])}).`,
    ],
    ...(chance(0.7) ? ([["publisher", `${body()}.`]] as Piece[]) : []),
    ...(chance(0.5) ? ([["url", url()]] as Piece[]) : []),
  ],
  () => [
    ["author", apa(few())],
    ["date", `(${year()}).`],
    ["title", `${title()}.`],
    ["editor", `In ${short(few(), " & ")} (${pick(["Ed.", "Eds."])}),`],
    ["container", pick(pools.containers)],
    ["edition", `(${ordinal()} ed.,`],
    ["pages", `pp. ${pages()}).`],
    ["publisher", `${imprint()[1]}.`],
  ],
  // MLA
  () => [
    ["author", `${inverted(people(1))}.`],
    ["title", `${title()}.`],
    chance(0.5)
      ? ["translator", `Translated by ${straight(people(pick([1, 2])))},`]
      : ["editor", `Edited by ${straight(people(pick([1, 2])))},`],
    ...(chance(0.3) ? ([["edition", `${ordinal()} ed.,`]] as Piece[]) : []),
    ["publisher", `${pick([imprint()[1], `U of ${town()} P`, `${town()} UP`])},`],
    ["date", `${year()}.`],
  ],
  () => [
    ["author", `${inverted(people(1))}.`],
    ["title", `${pick(["“", '"'])}${title()}.${pick(["”", '"'])}`],
    ["container", `${pick(pools.containers)},`],
    ["editor", `edited by ${straight(few())},`],
    ["publisher", `${pick([imprint()[1], `U of ${town()} P`, `${town()} UP`])},`],
    ["date", `${year()},`],
    ["pages", `pp. ${pages()}.`],
  ],
  () => [
    ["author", `${inverted(people(1))}.`],
    ["title", `${pick(["“", '"'])}${title()}.${pick(["”", '"'])}`],
    ["journal", `${pick(pools.journals)},`],
    ["volume", `vol. ${number(90)},`],
    ["issue", `no. ${number(12)},`],
    ["date", `${pick(["", "Spring ", "Winter ", "Mar. "])}${year()},`],
    ["pages", `pp. ${pages()}.`],
    ["other", `${pick(["JSTOR", "Project MUSE", "EBSCOhost", "Gale Academic OneFile", `${town()}base`])},`],
    pick<() => Piece>([() => ["url", `${url()}.`], () => ["doi", `https://doi.org/${doi()}.`]])(),
  ],
  () => [
    ["author", `${inverted(people(1))}.`],
    ["title", `${title()}.`],
    ["date", `${year()}.`],
    ["publisher", `${pick([university(), `${town()} U`, `U of ${town()}`])},`],
    ["genre", `${pick(["PhD dissertation", "Master's thesis", "MA thesis", "PhD diss."])}.`],
  ],
];
