/** Styles of invented references: Journals of science. */
import type { Kit, Piece, Style } from "./kit.ts";
import { MONTHS } from "./words.ts";

export const science = ({
  pick,
  chance,
  pools,
  year,
  number,
  pages,
  url,
  day,
  body,
  initials,
  few,
  join,
  apa,
  medline,
  nature,
  spaced,
  cut,
  title,
  doiPiece,
  locator,
  someone,
  imprint,
  label,
}: Kit): Style[] => [
  () => [
    ...label(),
    ["author", cut(pick([nature, spaced]))],
    ["title", `${title()}.`],
    ["journal", pick(pools.journals)],
    ["volume", `${number(300)},`],
    ["pages", locator()],
    ["date", `(${year()}).`],
    ...doiPiece(),
  ],
  () => [
    ...label(),
    ["author", pick([nature, spaced])(few())],
    ["title", pick([title, () => `${title()}.`, () => `${title()},`])()],
    ["publisher", `(${imprint()[1]},`],
    ...(chance(0.4) ? ([["location", `${pick(pools.imprints)[0]},`]] as Piece[]) : []),
    ["date", `${year()}).`],
  ],
  () => [
    ["author", pick([nature, spaced])(few())],
    ["title", `${title()}.`],
    ["container", `${pick(["In", "in", "In:"])} ${pick(pools.containers)}`],
    ["editor", `(${pick(["ed.", "eds", "eds."])} ${pick([nature, spaced])(few())})`],
    ["pages", pages()],
    ["publisher", `(${imprint()[1]},`],
    ["date", `${year()}).`],
  ],
  () => [
    ["author", cut(medline)],
    ["date", year()],
    ["title", `${title()}.`],
    ["journal", pick(pools.journals)],
    ["volume", `${number(300)},`],
    ["pages", `${locator()}.`],
    ...doiPiece(),
  ],
  () => {
    const [place, publisher] = imprint();
    return [
      ["author", medline(few())],
      ["date", year()],
      ["title", `${title()}.`],
      ["container", `In ${pick(pools.containers)}`],
      ["editor", `(${pick(["ed.", "eds"])} ${medline(few())}),`],
      ["pages", `pp. ${pages()}.`],
      ["location", `${place}:`],
      ["publisher", `${publisher}.`],
    ];
  },
  () => [
    ...label(),
    ["author", `${cut(medline)}${pick(["", "", "."])}`],
    ["title", `${title()}.`],
    ["journal", pick(pools.journals)],
    ["date", `${year()}${chance(0.2) ? ` ${pick(MONTHS).slice(0, 3)}` : ""};`],
    ["volume", number(300)],
    ...(chance(0.5)
      ? ([
          ["issue", `(${pick([number(12), `Suppl ${number(3)}`, `${number(6)} Pt ${number(2)}`])})`],
        ] as Piece[])
      : []),
    ["pages", `:${locator()}.`],
    ...doiPiece(),
  ],
  () => [
    ["author", `${cut(medline)}`],
    ["date", `(${year()})`],
    ["title", `${title()}.`],
    ["journal", pick(pools.journals)],
    ["volume", number(300)],
    ...(chance(0.3) ? ([["issue", `(${number(12)})`]] as Piece[]) : []),
    ["pages", `: ${locator()}.`],
    ...doiPiece(),
  ],
  () => [
    [
      "author",
      `${cut((l) =>
        join(
          l.map((p) => `${p.family}, ${initials(p)}`),
          ", and ",
        ),
      )}`,
    ],
    ["date", `(${year()}).`],
    ["title", `${title()}.`],
    ["journal", pick(pools.journals)],
    ["volume", `${number(99)}${pick([",", ":"])}`],
    ["pages", `${locator()}.`],
    ...doiPiece(),
  ],
  () => [
    ["author", `${someone(medline)}.`],
    ["title", `${title()}.`],
    ["date", `${year()}.`],
    ["publisher", `${imprint()[1]}.`],
  ],
  () => [
    ["author", pick([() => `${body()}.`, () => `${body()}`, () => `${apa(few())}`])()],
    ["date", pick([`(${year()}).`, `${year()}.`, `(${year()})`])],
    ["title", `${title()}.`],
    ["url", `${pick(["Available at:", "Available from:", "Retrieved from", "URL"])} ${url()}`],
    [
      "note",
      pick([
        `(accessed ${day()} ${pick(MONTHS)} ${year()}).`,
        `[Accessed ${day()} ${pick(MONTHS).slice(0, 3)} ${year()}].`,
        " ",
      ]),
    ],
  ],
];
