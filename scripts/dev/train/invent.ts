/**
 * Invents labelled references: fields of the training records, mixed anew and printed in styles the training sets
 * hardly show (notes, reports, web pages, theses, editions, translations, German and French forms). Long because it
 * is one list of styles.
 */
import type { CslName } from "../../../core/model.ts";
import type { Label } from "../../../core/reference/segment.ts";
import { random } from "./crf.ts";
import type { GoldRecord, GoldSpan } from "./records.ts";

type Piece = readonly [label: Label, text: string];

interface Pools {
  readonly people: readonly CslName[];
  readonly titles: readonly string[];
  readonly journals: readonly string[];
  readonly containers: readonly string[];
  readonly imprints: readonly (readonly [place: string, publisher: string])[];
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const MONATE = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
];
const BODIES = [
  "Institute",
  "Ministry",
  "Department",
  "Office",
  "Board",
  "Council",
  "Agency",
  "Bureau",
  "Commission",
  "Academy",
  "Centre",
  "Society",
];
const FIELDS = [
  "Health",
  "Energy",
  "the Environment",
  "Public Works",
  "Education",
  "Transport",
  "Housing",
  "Agriculture",
  "Statistics",
  "Nursing",
  "Household Safety",
  "Coastal Research",
  "Labour",
  "the Interior",
  "Fisheries",
  "Standards",
];
const REGIONS = [
  "National",
  "European",
  "Nordic",
  "Federal",
  "Royal",
  "State",
  "International",
  "American",
  "Alpine",
];
const THINGS = [
  "Rail",
  "Water",
  "Fire",
  "Track",
  "Forest",
  "Road",
  "Heart",
  "Cancer",
  "Energy",
  "Shelf",
  "Safety",
  "Weather",
];
const PAPERS = [
  "Courier",
  "Herald",
  "Times",
  "Post",
  "Gazette",
  "Tribune",
  "Chronicle",
  "Observer",
  "News",
  "Zeitung",
  "Anzeiger",
];
/** Abbreviated journals as notes and science print them. */
const SHORT_JOURNALS = [
  "Sci. Rep.",
  "Sci Rep",
  "Cell Rep.",
  "J. Dairy Sci.",
  "Proc. Natl Acad. Sci. USA",
  "Proc. R. Soc. B",
  "Phil. Trans. R. Soc. B",
  "PLoS ONE",
  "Nat. Commun.",
  "BMC Genet.",
  "Food Microbiol.",
  "Int. J. Food Sci. Technol.",
  "Eur. J. Pharmacol.",
  "Annu. Rev. Med.",
  "Hist. Z.",
  "Am. Hist. Rev.",
];
const SITES = [
  "example.org",
  "health.example",
  "homefire.example",
  "gov.example/reports",
  "museum.example",
  "stats.example.com",
];

/** Returns `count` invented records made from the fields of `records`; the same seed gives the same records. */
export function inventRecords(records: readonly GoldRecord[], count: number, seed: number): GoldRecord[] {
  const next = random(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const chance = (p: number): boolean => next() < p;
  const pools = collect(records);

  const year = (): string => String(1890 + below(133));
  const number = (top: number): string => String(1 + below(top));
  const range = (dash: string): string => {
    const a = 1 + below(900);
    const b = a + 1 + below(40);
    return chance(0.3) && String(a).length === 3 && String(b).length === 3 && String(a)[0] === String(b)[0]
      ? `${a}${dash}${String(b).slice(1)}`
      : `${a}${dash}${b}`;
  };
  const dash = (): string => pick(["-", "–", "–"]);
  const pages = (): string => range(dash());
  const url = (): string =>
    `${pick(["https://www.", "https://", "http://www.", "www."])}${pick(SITES)}/${pick(["a", "alarms", "2019/report", "bells", "page.html"])}`;
  const day = (): string => number(28);
  const body = (): string =>
    pick([
      () => `${pick(BODIES)} of ${pick(FIELDS)}`,
      () => `${pick(REGIONS)} ${pick(BODIES)} of ${pick(FIELDS)}`,
      () => `${pick(REGIONS)} ${pick(THINGS)} ${pick(BODIES)}`,
      () => `${pick(pools.imprints)[0].split(",")[0]} ${pick(THINGS)} ${pick(BODIES)}`,
      () =>
        `${pick(THINGS)} ${pick(["Alliance", "Association", "Trust", "Foundation", "Observatory", "Network"])}`,
    ])();

  const given = (p: CslName): string => p.given ?? "A.";
  const initials = (p: CslName): string =>
    given(p)
      .split(/[\s.]+/)
      .filter((w) => w !== "")
      .map((w) => `${w[0]}.`)
      .join(" ");
  const people = (n: number): CslName[] => Array.from({ length: n }, () => pick(pools.people));
  const few = (): CslName[] => people(pick([1, 1, 1, 2, 2, 3, 4]));
  const join = (names: readonly string[], last: string): string =>
    names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")}${last}${names[names.length - 1]}`;
  const straight = (l: readonly CslName[], and = " and "): string =>
    join(
      l.map((p) => `${given(p)} ${p.family}`),
      and,
    );
  const short = (l: readonly CslName[], and = " and "): string =>
    join(
      l.map((p) => `${initials(p)} ${p.family}`),
      and,
    );
  const inverted = (l: readonly CslName[]): string =>
    l
      .map((p, i) =>
        i === 0 ? `${p.family}, ${given(p)}` : `${i === l.length - 1 ? "and " : ""}${given(p)} ${p.family}`,
      )
      .join(", ");
  const apa = (l: readonly CslName[]): string =>
    join(
      l.map((p) => `${p.family}, ${initials(p)}`),
      ", & ",
    );
  const medline = (l: readonly CslName[]): string =>
    l.map((p) => `${p.family} ${initials(p).replace(/[. ]/g, "")}`).join(", ");
  const nature = (l: readonly CslName[]): string =>
    join(
      l.map((p) => `${p.family}, ${initials(p)}`),
      " & ",
    );
  const spaced = (l: readonly CslName[]): string =>
    join(
      l.map((p) => `${p.family} ${initials(p)}`),
      " & ",
    );
  /** Some lists are cut short. */
  const cut = (style: (l: readonly CslName[]) => string): string =>
    chance(0.25)
      ? `${style(people(pick([1, 3, 6])))}${pick([", et al", " et al", ", et al."])}`
      : style(few());
  /** Some titles are a word or two. */
  const title = (): string => {
    const t = pick(pools.titles);
    if (!chance(0.25)) return t;
    const words = t.split(" ").filter((w) => /^\p{L}{4,}$/u.test(w));
    const few = words.slice(0, pick([1, 2, 2])).join(" ");
    return few === "" ? t : few[0]!.toUpperCase() + few.slice(1);
  };
  const doi = (): string =>
    `10.${1000 + below(9000)}/${pick(["j.", "s", "", "rspb."])}${1990 + below(30)}.${1000 + below(9000)}`;
  const doiPiece = (): Piece[] =>
    chance(0.4)
      ? [
          [
            "doi",
            pick([
              `doi: ${doi()}`,
              `doi:${doi()}`,
              `https://doi.org/${doi()}`,
              `(doi:${doi()})`,
              doi(),
              `http://dx.doi.org/${doi()}`,
            ]),
          ],
        ]
      : [];
  const locator = (): string =>
    pick([
      pages,
      pages,
      pages,
      () => `S${number(99)}–S${100 + below(99)}`,
      () => `e${10000 + below(90000)}`,
      () => String(100000 + below(900000)),
      () => number(9999),
    ])();
  const someone = (style: (l: readonly CslName[]) => string): string => (chance(0.3) ? body() : style(few()));

  const quote = (t: string, inside: string): string =>
    pick([`“${t}${inside}”`, `"${t}${inside}"`, `‘${t}’${inside}`]);
  const imprint = (): readonly [string, string] => {
    const [place, publisher] = pick(pools.imprints);
    return chance(0.25) ? [place, body()] : [place, publisher];
  };
  const edition = (): Piece[] =>
    chance(0.25) ? [["edition", pick([`${number(9)}th ed.`, "2nd ed.", "3rd ed.", "Rev. ed."])]] : [];
  const label = (): Piece[] => (chance(0.15) ? [["label", pick([`${number(99)}.`, `[${number(99)}]`])]] : []);

  const styles: readonly (() => Piece[])[] = [
    // Vancouver and AMA: books, reports, web pages
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
    // notes
    () => {
      const [place, publisher] = imprint();
      return [
        ["author", `${someone(straight)},`],
        ["title", title()],
        ...edition().map(([l, t]): Piece => [l, `, ${t}`]),
        ["location", `(${place}:`],
        ["publisher", `${publisher},`],
        ["date", `${year()})`],
        ...(chance(0.6)
          ? ([
              ["pages", `, ${pick([`p. ${number(400)}`, `pp. ${pages()}`, number(400), pages()])}`],
            ] as Piece[])
          : []),
      ];
    },
    () => [
      ["author", `${someone(straight)},`],
      ["title", quote(title(), ",")],
      ["journal", `${pick(pools.journals)}${pick([" ", " ", ", "])}`],
      ["volume", number(99)],
      ...(chance(0.4) ? ([["issue", `, no. ${number(12)}`]] as Piece[]) : []),
      ["date", ` (${chance(0.2) ? `${pick(MONTHS)} ` : ""}${year()})${pick([":", ","])}`],
      ["pages", `${pages()}${pick([".", ""])}`],
    ],
    () => [
      ...(chance(0.6) ? ([["author", `${straight(few())},`]] as Piece[]) : []),
      ["title", quote(title(), ",")],
      ["journal", `${pick(pools.imprints)[0].split(",")[0]} ${pick(PAPERS)},`],
      ["date", `${pick([`${day()} ${pick(MONTHS)} ${year()}`, `${pick(MONTHS)} ${day()}, ${year()}`])}.`],
      ...(chance(0.3) ? ([["pages", `p. ${number(40)}.`]] as Piece[]) : []),
    ],
    () => {
      const [place, publisher] = imprint();
      return [
        ["author", `${straight(few())},`],
        ["title", quote(title(), ",")],
        ["container", `in ${pick(pools.containers)},`],
        ["editor", `${pick(["ed.", "eds.", "edited by"])} ${straight(few())}`],
        ["location", `(${place}:`],
        ["publisher", `${publisher},`],
        ["date", `${year()}),`],
        ["pages", `${pages()}.`],
      ];
    },
    () => [
      ["author", `${cut(pick([short, straight]))},`],
      ["title", `${title()},`],
      ["location", `${pick(["s.l.", "s. l.", "n.p.", pick(pools.imprints)[0], pick(pools.imprints)[0]])},`],
      ["publisher", `${imprint()[1]},`],
      ["date", `${year()}${pick([".", ",", ""])}`],
      ...(chance(0.3) ? ([["pages", pick([`p. ${number(400)}.`, `pp. ${pages()}.`])]] as Piece[]) : []),
    ],
    () => [
      ["author", `${cut(short)},`],
      ["title", quote(title(), ",")],
      ["journal", pick(pools.journals)],
      ["volume", `${number(99)}`],
      ["date", `(${year()}):`],
      ["pages", `${locator()}${pick([",", "."])}`],
      ...doiPiece(),
    ],
    // bibliographies
    () => {
      const [place, publisher] = imprint();
      return [
        ["author", `${someone(inverted)}.`],
        ["title", `${title()}.`],
        ...edition(),
        ...(chance(0.2) ? ([["translator", `Translated by ${straight(people(1))}.`]] as Piece[]) : []),
        ...(chance(0.5) ? ([["location", `${place}:`]] as Piece[]) : []),
        ["publisher", `${publisher},`],
        ["date", `${year()}.`],
      ];
    },
    () => [
      ["author", `${someone(inverted)}.`],
      ["title", quote(title(), ".").replace(/’\.$/, ".’")],
      ["journal", `${pick(pools.journals)},`],
      ["volume", `vol. ${number(99)},`],
      ...(chance(0.6) ? ([["issue", `no. ${number(12)},`]] as Piece[]) : []),
      ["date", `${year()},`],
      ["pages", `pp. ${pages()}.`],
    ],
    () => [
      ["author", `${inverted(few())}.`],
      ["title", `“${title()}.”`],
      ["container", `${pick(pools.journals)},`],
      ["date", `${day()} ${pick(MONTHS).slice(0, 3)}. ${year()},`],
      ["url", `${url()}.`],
      ["note", `Accessed ${day()} ${pick(MONTHS)} ${year()}.`],
    ],
    // journals of science
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
    // IEEE reports
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
    // APA: reports, theses, editions, data, software, chapters
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
    // German
    () => {
      const [place, publisher] = imprint();
      return [
        ["author", `${straight(few(), pick(["/", " und ", ", ", " / "]))}:`],
        ["title", `${title()},`],
        ...(chance(0.2) ? ([["edition", `${number(9)}. Aufl.,`]] as Piece[]) : []),
        ["location", chance(0.6) ? `${place}:` : place],
        ...(chance(0.6) ? ([["publisher", publisher]] as Piece[]) : []),
        ["date", `${year()}${pick([",", "."])}`],
        ...(chance(0.6)
          ? ([["pages", `S. ${pick([number(400), pages()])}${pick(["", "."])}`]] as Piece[])
          : []),
      ];
    },
    () => [
      ["author", `${straight(few(), " und ")}: `],
      ["title", `${pick([pick(pools.titles), `„${title()}“`])}${pick([",", "."])}`],
      ["journal", `${pick(["in:", "In:"])} ${pick(pools.journals)}`],
      ["volume", number(99)],
      ["date", `(${year()}),`],
      ...(chance(0.3) ? ([["issue", `H. ${number(12)},`]] as Piece[]) : []),
      ["pages", `S. ${pages()}.`],
    ],
    () => [
      ["author", `${inverted(people(1))}:`],
      ["title", `${title()}.`],
      ["editor", `In: ${straight(few(), " und ")} (${pick(["Hg.", "Hrsg."])}):`],
      ["container", `${pick(pools.containers)}.`],
      ["location", pick(pools.imprints)[0]],
      ["date", `${year()},`],
      ["pages", `S. ${pages()}.`],
    ],
    () => [
      ["author", `${straight(few())},`],
      ["title", `${title()},`],
      [
        "journal",
        `${pick(["in:", "In:"])} ${pick(pools.imprints)[0].split(",")[0]}er ${pick(["Zeitung", "Anzeiger", "Tageblatt"])},`,
      ],
      ["date", `${day()}. ${pick(MONATE)} ${year()}.`],
    ],
    // French
    () => {
      const [place, publisher] = imprint();
      return [
        [
          "author",
          `${people(1).map((p) => `${(p.family ?? "").toUpperCase()}, ${given(p)}`)[0]}${pick([".", ","])}`,
        ],
        ["title", `${title()}${pick([".", ","])}`],
        ["location", `${place}${pick([" :", ","])}`],
        ["publisher", `${publisher},`],
        ["date", `${year()}.`],
        ...(chance(0.3) ? ([["pages", `${number(600)} p.`]] as Piece[]) : []),
      ];
    },
    () => [
      ["author", `${straight(few(), " et ")},`],
      ["title", `« ${title()} »,`],
      ["journal", `${pick(pools.journals)},`],
      ["volume", `${pick(["vol. ", "t. ", ""])}${number(99)},`],
      ...(chance(0.5) ? ([["issue", `n° ${number(30)},`]] as Piece[]) : []),
      ["date", `${year()},`],
      ["pages", `p. ${pages()}.`],
    ],
  ];

  const out: GoldRecord[] = [];
  for (let i = 0; i < count; i++) out.push(record(styles[i % styles.length]!(), i));
  return out;
}

/** Joins the pieces with blanks where the style set none. */
function record(pieces: readonly Piece[], i: number): GoldRecord {
  let raw = "";
  let before: Label | null = null;
  const spans: GoldSpan[] = [];
  for (const [label, piece] of pieces) {
    if (piece.trim() === "") continue;
    const glued =
      /^[,\s]/.test(piece) ||
      (before === "date" && /;$/.test(raw)) ||
      (/^[(:]/.test(piece) && (label === "issue" || (label === "pages" && piece.startsWith(":"))));
    if (raw !== "" && !/[\s(]$/.test(raw) && !glued) raw += " ";
    before = label;
    spans.push({ start: raw.length, end: raw.length + piece.length, label: TO_GOLD[label] ?? label });
    raw += piece;
  }
  return {
    id: `invented-${i}`,
    set: "invented",
    raw,
    spans,
    fields: {},
    unsure: [],
    refs: [],
    noise: false,
    group: null,
  };
}

const TO_GOLD: Partial<Record<Label, string>> = {
  container: "container-title",
  collection: "collection-title",
  label: "citation-number",
};

/** Fields of the records that can be printed anew. */
function collect(records: readonly GoldRecord[]): Pools {
  const people: CslName[] = [];
  const titles: string[] = [];
  const journals: string[] = [];
  const containers: string[] = [];
  const imprints: (readonly [string, string])[] = [];
  const plain = (s: string | undefined, most: number): s is string =>
    s !== undefined &&
    s.length > 2 &&
    s.length < most &&
    /^[\p{L}\p{N}]/u.test(s) &&
    !/[<>«»"“”„()[\]]| [.,;:]|\p{Script=Han}|\p{Script=Hangul}/u.test(s);
  for (const r of records) {
    if (r.noise) continue;
    const unsure = new Set(r.unsure);
    const f = r.fields;
    if (!unsure.has("author-names") && !unsure.has("author"))
      for (const p of f.author ?? [])
        if (
          p.family !== undefined &&
          p.given !== undefined &&
          plain(p.family, 30) &&
          plain(p.given, 30) &&
          !/[&,]/.test(p.given)
        )
          people.push(p);
    if (!unsure.has("title") && plain(f.title, 160)) titles.push(f.title.replace(/[.,;:]+$/, ""));
    if (!unsure.has("container-title") && plain(f["container-title"], 90))
      (r.spans.some((s) => s.label === "journal") ? journals : containers).push(
        f["container-title"].replace(/[,;:]+$/, ""),
      );
    if (
      !unsure.has("publisher") &&
      !unsure.has("publisher-place") &&
      plain(f.publisher, 60) &&
      plain(f["publisher-place"], 40)
    )
      imprints.push([f["publisher-place"].replace(/[.,;:]+$/, ""), f.publisher.replace(/[.,;:]+$/, "")]);
  }
  for (let i = 0; i < journals.length / 200; i++) journals.push(...SHORT_JOURNALS);
  return { people, titles, journals, containers, imprints };
}
