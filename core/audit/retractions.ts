/**
 * The Retraction Watch list (CSV) as an index by identifier. It says what the list says about a paper and nothing
 * about papers that are not in it. Columns are found by their names; order and further columns do not matter.
 */
import { bareDoi } from "../identifiers.ts";
import { words } from "../names.ts";
import { csvRows } from "./csv.ts";

export type Nature = "retraction" | "expression of concern" | "correction" | "reinstatement";

export interface RetractionRecord {
  /** Record ID of the list, or the line's number where it has none. */
  readonly id: string;
  readonly title: string;
  readonly nature: Nature;
  /** ISO date of the notice, or null. */
  readonly date: string | null;
  /** Lower-case DOI of the notice, or null. */
  readonly noticeDoi: string | null;
  readonly reasons: readonly string[];
}

export interface RetractionIndex {
  /** SHA-256 of the file, lower-case hex. */
  readonly hash: string;
  /** ISO date of the newest notice: the list knows nothing later. */
  readonly upTo: string | null;
  readonly rows: number;
  /** Rows of another nature, or without DOI, PubMed ID and title. */
  readonly skipped: number;
  readonly byDoi: ReadonlyMap<string, readonly RetractionRecord[]>;
  readonly byPmid: ReadonlyMap<string, readonly RetractionRecord[]>;
  /** By the folded words of the title, for a weak guess only. */
  readonly byTitle: ReadonlyMap<string, readonly RetractionRecord[]>;
}

export type RetractionsResult =
  | { readonly ok: true; readonly index: RetractionIndex }
  | { readonly ok: false; readonly message: string };

const columns = [
  "Record ID",
  "Title",
  "RetractionDate",
  "RetractionDOI",
  "OriginalPaperDOI",
  "OriginalPaperPubMedID",
  "RetractionNature",
  "Reason",
] as const;
type Column = (typeof columns)[number];
/** Without these a row says nothing. */
const needed: readonly Column[] = ["RetractionNature", "OriginalPaperDOI", "OriginalPaperPubMedID"];

const natures: Readonly<Record<string, Nature>> = {
  retraction: "retraction",
  "expression of concern": "expression of concern",
  correction: "correction",
  reinstatement: "reinstatement",
};

/** Too few words make a title that many papers bear ("Editorial", "Reply to the letter"). */
const fewestTitleWords = 5;

const value = (cell: string | undefined): string | null => {
  const text = (cell ?? "").trim();
  return text === "" || text === "0" || /^unavailable$/i.test(text) ? null : text;
};

/** Returns "3/7/2019 0:00" as "2019-03-07", or null. */
export function isoDate(text: string | null): string | null {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s|$)/.exec(text ?? "") ?? [];
  if (month === undefined || Number(month) > 12 || Number(day) > 31) return null;
  return `${year}-${month.padStart(2, "0")}-${day!.padStart(2, "0")}`;
}

/** Returns the entries of a list that ends in ";", without the plus signs of newer files. */
const listed = (text: string | null): string[] =>
  (text ?? "")
    .split(";")
    .map((entry) => entry.replace(/^\s*\+/, "").trim())
    .filter((entry) => entry !== "");

export const titleKey = (title: string): string | null => {
  const list = words(title);
  return list.length < fewestTitleWords ? null : list.join(" ");
};

function add<T>(map: Map<string, T[]>, key: string | null, one: T): void {
  if (key === null) return;
  const held = map.get(key);
  if (held) held.push(one);
  else map.set(key, [one]);
}

/** Returns the index of a list, or what is wrong with the file. `hash` is that of its bytes. Linear. */
export function parseRetractions(csv: string, hash: string): RetractionsResult {
  const rows = csvRows(csv)[Symbol.iterator]();
  const head = rows.next();
  const at = new Map<string, number>(
    (head.value ?? []).map((name: string, i: number) => [plainName(name), i]),
  );
  const missing = needed.filter((name) => !at.has(plainName(name)));
  if (head.done === true || missing.length > 0)
    return {
      ok: false,
      message: `is no Retraction Watch list: it has no column ${missing.join(", ") || needed.join(", ")}`,
    };
  const places = new Map<Column, number>(columns.map((name) => [name, at.get(plainName(name)) ?? -1]));
  const [byDoi, byPmid, byTitle] = [0, 1, 2].map(() => new Map<string, RetractionRecord[]>());
  let [count, skipped] = [0, 0];
  let upTo: string | null = null;
  for (let row = rows.next(); row.done !== true; row = rows.next()) {
    count++;
    const cell = (name: Column): string | null => value(row.value[places.get(name)!]);
    const nature = natures[(cell("RetractionNature") ?? "").toLowerCase()];
    const doi = cell("OriginalPaperDOI");
    const pmid = cell("OriginalPaperPubMedID");
    const title = cell("Title") ?? "";
    if (nature === undefined || (doi === null && pmid === null && title === "")) {
      skipped++;
      continue;
    }
    const date = isoDate(cell("RetractionDate"));
    if (date !== null && (upTo === null || date > upTo)) upTo = date;
    const notice = cell("RetractionDOI");
    const record: RetractionRecord = {
      id: cell("Record ID") ?? `row ${count}`,
      title,
      nature,
      date,
      noticeDoi: notice === null ? null : bareDoi(notice).toLowerCase(),
      reasons: listed(cell("Reason")),
    };
    add(byDoi!, doi === null ? null : bareDoi(doi).toLowerCase(), record);
    add(byPmid!, pmid, record);
    add(byTitle!, titleKey(title), record);
  }
  return {
    ok: true,
    index: { hash, upTo, rows: count, skipped, byDoi: byDoi!, byPmid: byPmid!, byTitle: byTitle! },
  };
}

const plainName = (name: string): string => name.replace(/[^a-z]/gi, "").toLowerCase();

/**
 * Returns what the list says about a paper with these records: `retracted` when a retraction stands that no later
 * reinstatement lifted, else `noticed`; the records in the order of their dates, undated ones first.
 */
export function standing(records: readonly RetractionRecord[]): {
  readonly kind: "retracted" | "noticed";
  readonly records: readonly RetractionRecord[];
} {
  const ordered = [...records].sort((a, b) =>
    (a.date ?? "") < (b.date ?? "") ? -1 : a.date === b.date ? 0 : 1,
  );
  let retracted = false;
  for (const { nature } of ordered) {
    if (nature === "retraction") retracted = true;
    else if (nature === "reinstatement") retracted = false;
  }
  return { kind: retracted ? "retracted" : "noticed", records: ordered };
}
