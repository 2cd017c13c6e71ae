/** Styles of invented references: Vancouver and AMA: books, reports, web pages. */
import type { Kit, Piece, Style } from "./kit.ts";
import { MONTHS } from "./words.ts";

export const vancouver = ({
  pick,
  chance,
  pools,
  year,
  pages,
  url,
  day,
  body,
  few,
  medline,
  title,
  someone,
  imprint,
  edition,
  label,
}: Kit): Style[] => [
  () => {
    const [place, publisher] = imprint();
    const own = chance(0.3);
    const author = own ? body() : medline(few());
    return [
      ...label(),
      ["author", `${author}.`],
      ["title", `${title()}.`],
      ...edition(),
      ["location", `${place}:`],
      ["publisher", `${own && chance(0.6) ? author : publisher};`],
      ["date", `${year()}.`],
    ];
  },
  () => [
    ["author", `${someone(medline)}.`],
    ["title", `${title()}.`],
    ...(chance(0.5) ? ([["url", `${url()}.`]] as Piece[]) : []),
    ["date", `Published ${pick(MONTHS)} ${day()}, ${year()}.`],
    ["note", `Accessed ${pick(MONTHS)} ${day()}, ${year()}.`],
    ...(chance(0.3) ? ([["url", url()]] as Piece[]) : []),
  ],
  () => {
    const [place, publisher] = imprint();
    return [
      ["author", `${medline(few())}.`],
      ["title", `${title()}.`],
      ["editor", `In: ${medline(few())}, ${pick(["editor", "editors", "eds"])}.`],
      ["container", `${pick(pools.containers)}.`],
      ...edition(),
      ["location", `${place}:`],
      ["publisher", `${publisher};`],
      ["date", `${year()}.`],
      ["pages", `p. ${pages()}.`],
    ];
  },
];
