/** Clean invented pages in the common styles, beside the golden documents: every defect has places to go. */

const people = [
  "Lomax",
  "Brandt",
  "Jessop",
  "Dunmore",
  "Elster",
  "Farrow",
  "Gilray",
  "Hobday",
  "Ibarra",
  "Corvo",
  "Kestrel",
  "Amsel",
];
const things = [
  "lamps",
  "bridges",
  "wells",
  "ferries",
  "bells",
  "mills",
  "tolls",
  "sluices",
  "kilns",
  "ropes",
  "barges",
  "weirs",
];
const title = (i: number): string => `The ${things[i]!} of the northern harbour`;
const year = (i: number): number => 1991 + 2 * i;
const pages = (i: number): string => `${11 + 20 * i}–${29 + 20 * i}`;

const paragraphs = (cite: (i: number) => string): string => {
  const claim = (i: number, words: string): string => `The ${things[i]!} ${words}${cite(i)}`;
  return [
    `${claim(0, "were lit by hand until the war")} ${claim(1, "carried no more than one cart at a time")} ${claim(2, "ran dry in three summers out of ten")}`,
    `${claim(3, "crossed the sound twice a day")} ${claim(4, "were cast in the town itself")} ${claim(5, "ground barley for the garrison")}`,
    `${claim(6, "paid for the dredging of the channel")} ${claim(7, "were opened only at spring tide")} ${claim(8, "burned driftwood from the beaches")}`,
    `${claim(9, "were tarred every second year")} ${claim(10, "brought slate from the islands")} ${claim(11, "kept the salt water out of the meadows")}`,
  ].join("\n\n");
};

const chicago = (i: number): string =>
  `Ada ${people[i]!}, “${title(i)},” Harbour Studies ${i + 3} (${year(i)}): ${pages(i)}.`;
const vancouver = (i: number): string =>
  `${people[i]!} A, Moor B. ${title(i)}. Harb Stud. ${year(i)};${i + 3}(2):${pages(i).replace("–", "-")}.`;
const ieee = (i: number): string =>
  `A. ${people[i]!}, “${title(i)},” Harb. Stud., vol. ${i + 3}, pp. ${pages(i)}, ${year(i)}.`;
const apa = (i: number): string =>
  `${people[i]!}, A. (${year(i)}). ${title(i)}. Harbour Studies, ${i + 3}(2), ${pages(i)}.`;
const all = people.map((_, i) => i);

/** Footnotes with short forms and ibid.: some works come back. */
const notes = [
  chicago(0),
  chicago(1),
  `Ibid., ${33}.`,
  chicago(3),
  `${people[3]!}, ${75}.`,
  chicago(5),
  chicago(6),
  `${people[5]!}, “The mills,” ${115}.`,
  chicago(8),
  `${people[1]!}, ${40}.`,
  chicago(10),
  chicago(11),
];
const raised = (n: number): string => [...String(n)].map((d) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(d)]).join("");

/** Name and text of each page. */
export const pagesInStyles: readonly (readonly [name: string, text: string])[] = [
  [
    "footnotes",
    `Life on the sound\n\n${paragraphs((i) => `.${i + 1}`)}\n\nNotes\n\n${notes.map((note, i) => `${i + 1}. ${note}`).join("\n")}\n`,
  ],
  [
    "raised footnotes",
    `Life on the sound\n\n${paragraphs((i) => `.${raised(i + 1)}`)}\n\nNotes\n\n${notes.map((note, i) => `${raised(i + 1)} ${note}`).join("\n\n")}\n`,
  ],
  [
    "bare footnotes",
    `Life on the sound\n\n${paragraphs((i) => `.${i + 1}`)}\n\n${notes.map((note, i) => `${i + 1} ${note}`).join("\n\n")}\n`,
  ],
  [
    "bracketed list",
    `Life on the sound\n\n${paragraphs((i) => ` [${i + 1}].`)}\n\nReferences\n\n${all.map((i) => `[${i + 1}] ${ieee(i)}`).join("\n")}\n`,
  ],
  [
    "list in parentheses",
    `Life on the sound\n\n${paragraphs((i) => ` (${i + 1}).`)}\n\nReferences\n\n${all.map((i) => `${i + 1}. ${vancouver(i)}`).join("\n")}\n`,
  ],
  [
    "author and year",
    `Life on the sound\n\n${paragraphs((i) => ` (${people[i]!}, ${year(i)}).`)}\n\nReferences\n\n${all.map((i) => apa(i)).join("\n\n")}\n`,
  ],
];
