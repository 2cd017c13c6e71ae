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

/** What is known of a list as a whole. */
export interface RetractionFacts {
  /** SHA-256 of the file, lower-case hex. */
  readonly hash: string;
  /** ISO date of the newest notice: the list knows nothing later. */
  readonly upTo: string | null;
  readonly rows: number;
  /** Rows of another nature, or without DOI, PubMed ID and title. */
  readonly skipped: number;
}

/** A row of the list, and what a source is compared with to meet it. */
export interface RetractionRow {
  /** Lower-case DOI of the paper, or null. */
  readonly doi: string | null;
  readonly pmid: string | null;
  /** The folded words of the title, for a weak guess only; null for a title that many papers bear. */
  readonly title: string | null;
  readonly record: RetractionRecord;
}

export interface RetractionIndex extends RetractionFacts {
  readonly byDoi: ReadonlyMap<string, readonly RetractionRecord[]>;
  readonly byPmid: ReadonlyMap<string, readonly RetractionRecord[]>;
  readonly byTitle: ReadonlyMap<string, readonly RetractionRecord[]>;
}

interface Unusable {
  readonly ok: false;
  /** What is wrong, behind the name of the file. */
  readonly message: string;
}

export type RetractionRowsResult =
  | { readonly ok: true; readonly facts: RetractionFacts; readonly rows: readonly RetractionRow[] }
  | Unusable;

export type RetractionsResult = { readonly ok: true; readonly index: RetractionIndex } | Unusable;

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
  const read = readRetractions(csv, hash);
  return read.ok ? { ok: true, index: indexRetractions(read.facts, read.rows) } : read;
}

/** Returns the index of rows, which may be some of a list. */
export function indexRetractions(
  { hash, upTo, rows, skipped }: RetractionFacts,
  list: Iterable<RetractionRow>,
): RetractionIndex {
  const byDoi = new Map<string, RetractionRecord[]>();
  const byPmid = new Map<string, RetractionRecord[]>();
  const byTitle = new Map<string, RetractionRecord[]>();
  for (const { doi, pmid, title, record } of list) {
    add(byDoi, doi, record);
    add(byPmid, pmid, record);
    add(byTitle, title, record);
  }
  return { hash, upTo, rows, skipped, byDoi, byPmid, byTitle };
}

const unusable = (message: string): Unusable => ({ ok: false, message });

/**
 * Returns the rows of a list that say something, or what is wrong with the file: one that was cut off would clear
 * sources that it says nothing about any more. `hash` is that of its bytes. Linear.
 */
export function readRetractions(csv: string, hash: string): RetractionRowsResult {
  if (csv.includes("\u0000")) return unusable("is no Retraction Watch list: it is no text");
  const rows = csvRows(csv);
  const head = rows.next();
  const names = head.done === true ? [] : head.value;
  const at = new Map(names.map((name, i) => [plainName(name), i]));
  const missing = needed.filter((name) => !at.has(plainName(name)));
  if (missing.length > 0)
    return unusable(`is no Retraction Watch list: it has no column ${missing.join(", ")}`);
  const places = new Map<Column, number>(columns.map((name) => [name, at.get(plainName(name)) ?? -1]));
  const list: RetractionRow[] = [];
  let [count, skipped] = [0, 0];
  let upTo: string | null = null;
  let row = rows.next();
  for (; row.done !== true; row = rows.next()) {
    count++;
    const cells = row.value;
    if (cells.length < names.length)
      return unusable(`breaks off: row ${count} has ${cells.length} cells, the first line ${names.length}`);
    const cell = (name: Column): string | null => value(cells[places.get(name)!]);
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
    list.push({
      doi: doi === null ? null : bareDoi(doi).toLowerCase(),
      pmid,
      title: titleKey(title),
      record,
    });
  }
  if (!row.value) return unusable(`breaks off inside a quoted cell of row ${count}`);
  return { ok: true, facts: { hash, upTo, rows: count, skipped }, rows: list };
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
