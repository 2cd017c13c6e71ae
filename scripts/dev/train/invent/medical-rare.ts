/** Styles of invented references: Vancouver and IEEE for works the training sets hardly show. */
import type { Kit, Piece, Style } from "./kit.ts";
import { MONTHS, THINGS } from "./words.ts";

export const medicalRare = ({
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
  short,
  medline,
  title,
  locator,
  imprint,
  ordinal,
  town,
  university,
  paper,
  entry,
}: Kit): Style[] => [
  () => {
    const [place, publisher] = imprint();
    return [
      ["author", `${pick([medline(few()), body()])}.`],
      ["title", title()],
      ["medium", `${pick(["[Internet]", "[internet]", "[CD-ROM]", "[online]"])}.`],
      ["location", `${place}:`],
      ["publisher", `${publisher};`],
      ["date", year()],
      ["note", `[${pick(["cited", "updated", "accessed"])} ${year()} ${pick(MONTHS).slice(0, 3)} ${day()}].`],
      ...(chance(0.3) ? ([["pages", `${number(200)} p.`]] as Piece[]) : []),
      ["url", `${pick(["Available from:", "Available at:"])} ${url()}`],
    ];
  },
  () => [
    ["author", `${medline(people(1))}.`],
    ["title", title()],
    [
      "genre",
      `${pick(["[dissertation]", "[thesis]", "[master's thesis]", "[PhD thesis]", "[doctoral thesis]"])}.`,
    ],
    ["location", `${town()}${pick([" (MI)", " (UK)", ", MI", ""])}:`],
    ["publisher", `${university()};`],
    ["date", `${year()}.`],
  ],
  () => {
    const [place, publisher] = imprint();
    return [
      ["editor", `${medline(few())}, ${pick(["editor", "editors", "eds"])}.`],
      ["title", `${title()}.`],
      ...(chance(0.5) ? ([["edition", `${ordinal()} ed.`]] as Piece[]) : []),
      ["location", `${place}:`],
      ["publisher", `${publisher};`],
      ["date", `${year()}.`],
      ...(chance(0.3) ? ([["pages", `${number(900)} p.`]] as Piece[]) : []),
    ];
  },
  () => {
    const [place, publisher] = imprint();
    return [
      ["editor", `${medline(few())}, editors.`],
      ["title", `${title()}.`],
      [
        "container",
        `Proceedings of the ${ordinal()} ${pick(THINGS)} ${pick(["Conference", "Congress", "Symposium"])};`,
      ],
      ["other", `${year()} ${pick(MONTHS).slice(0, 3)} ${day()}-${day()}; ${town()}.`],
      ["location", `${place}:`],
      ["publisher", `${publisher};`],
      ["date", `${year()}.`],
    ];
  },
  () => [
    ["author", `${medline(people(1))}.`],
    ["title", `${title()}.`],
    ["journal", `${paper()}.`],
    ["date", `${year()} ${pick(MONTHS).slice(0, 3)} ${day()};`],
    ["pages", pick([`Sect. ${pick(["A", "B"])}:${number(20)}.`, `${number(20)}.`])],
  ],
  () => [
    ["author", `${body()}.`],
    ["title", `${title()}.`],
    [
      "genre",
      pick([
        "Clinical guideline",
        "Technical report",
        "Guideline",
        "Policy brief",
        "Technical paper",
        "Occasional paper",
        "Fact sheet",
      ]),
    ],
    ["number", `${pick(["", "No. ", "no. "])}${pick(["", "CG", "NG", "TR-"])}${number(300)}.`],
    ...pick<() => Piece[]>([
      () => {
        const [place, publisher] = imprint();
        return [
          ["location", `${place}:`],
          ["publisher", `${publisher}${pick([";", ","])}`],
        ];
      },
      () => [["location", `${town()}${pick([",", ";"])}`]],
    ])(),
    ["date", `${year()}.`],
  ],
  () => [
    [
      "author",
      `${medline(few())}; ${pick(THINGS)} ${pick(["Study Group", "Investigators", "Trial Collaborators", "Working Party"])}.`,
    ],
    ["title", `${title()}.`],
    ["journal", `${pick(pools.journals)}.`],
    ["date", `${year()};`],
    ["volume", number(300)],
    ...(chance(0.6)
      ? ([["issue", pick([`(${number(12)})`, ` Suppl ${number(4)}`, `(Suppl ${number(4)})`])]] as Piece[])
      : []),
    ["pages", `:${locator()}.`],
  ],
  () => {
    const [place, publisher] = imprint();
    return [
      ["author", `${medline(few())}.`],
      ["title", `${title()}.`],
      ...(chance(0.5) ? ([["edition", `${ordinal()} ed.`]] as Piece[]) : []),
      ["location", `${place}:`],
      ["publisher", `${publisher};`],
      ["date", `${year()}:`],
      ["pages", `${pages()}.`],
    ];
  },
  // IEEE
  () => [
    ...entry(),
    ["author", `${short(few())},`],
    ["title", `${pick(["“", '"'])}${title()},${pick(["”", '"'])}`],
    [
      "container",
      `in ${pick(["Proc.", "Proceedings of the"])} ${ordinal()} ${pick(["Int. Conf.", "IEEE Symp.", "Annual Conference on", "Workshop on"])} ${pick(THINGS)} ${pick(["Learn.", "Syst.", "Systems", "Engineering"])},`,
    ],
    ["location", `${pick(pools.imprints)[0]},`],
    ["date", `${pick(["", `${pick(MONTHS).slice(0, 3)}. `])}${year()},`],
    ["pages", `pp. ${pages()}.`],
  ],
  () => [
    ...entry(),
    ["author", `${short(people(1))},`],
    ["title", `${pick(["“", '"'])}${title()},${pick(["”", '"'])}`],
    ["genre", `${pick(["M.S. thesis", "Ph.D. dissertation", "Ph.D. thesis", "M.Sc. thesis"])},`],
    [
      "publisher",
      `${pick(["Dept. Mech. Eng., ", "Dept. Elect. Eng., ", ""])}${pick([`Univ. ${town()}`, university()])},`,
    ],
    ["location", `${pick(pools.imprints)[0]},`],
    ["date", `${year()}.`],
  ],
  () => [
    ...entry(),
    ["author", `${short(few())},`],
    ["title", `${pick(["“", '"'])}${title()},${pick(["”", '"'])}`],
    ["publisher", `${pick([body(), `${pick(THINGS)} ${pick(["Corp.", "Labs.", "Inc."])}`])},`],
    ["location", `${pick(pools.imprints)[0]},`],
    ["genre", pick(["Tech. Rep.", "Rep.", "White Paper"])],
    ["number", `${pick(["", "TR-", "NIST-"])}${number(9999)},`],
    ["date", `${pick(["", `${pick(MONTHS).slice(0, 3)}. `])}${year()}.`],
  ],
  () => [
    ...entry(),
    ["author", `${short(people(1))},`],
    ["title", `${pick(["“", '"'])}${title()},${pick(["”", '"'])}`],
    ["genre", pick(["U.S. Patent", "European Patent", "German Patent", "Patent"])],
    ["number", `${number(9)} ${100 + Number(number(800))} ${100 + Number(number(800))},`],
    ["date", `${pick(MONTHS).slice(0, 3)}. ${day()}, ${year()}.`],
  ],
  () => [
    ...entry(),
    ["author", `${short(few())}.`],
    ["title", `${title()}.`],
    ["journal", "arXiv preprint"],
    ["arxiv", `arXiv:${1000 + Number(number(1500))}.${10000 + Number(number(80000))},`],
    ["date", `${year()}.`],
  ],
];
