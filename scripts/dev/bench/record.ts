/** The kept records of the benchmark, and the table of the newest one in the README. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Row } from "./measure.ts";
import { ratioTable } from "./table.ts";

const root = resolve(import.meta.dirname, "../../..");
const folder = join(root, "docs/bench");
const readme = join(root, "README.md");

/** One run of all parts. Nothing in it names the machine. */
export interface BenchRecord {
  /** ISO date; also the name of the file. */
  readonly date: string;
  /** Version of Node. */
  readonly node: string;
  readonly cores: number;
  /** Versions of the peers that were there, by name. */
  readonly versions: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}

/** More digits than these are the machine's mood. */
const rounded = (_: string, value: unknown): unknown =>
  typeof value === "number" ? Number(value.toPrecision(4)) : value;

/** Writes the record; one of the same day is replaced. */
export function keepRecord(record: BenchRecord): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${record.date}.json`), `${JSON.stringify(record, rounded, 2)}\n`);
}

/** Returns the newest record, or null. */
export function newestRecord(): BenchRecord | null {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => /^\d{4}-\d\d-\d\d\.json$/.test(name))
    : [];
  const newest = names.sort().at(-1);
  return newest === undefined
    ? null
    : (JSON.parse(readFileSync(join(folder, newest), "utf8")) as BenchRecord);
}

const section = /(<!-- bench: [^\n]*-->\n)[\s\S]*?(<!-- end of bench -->\n)/;

/** Returns the README as it should be: with the table of the newest record between the marks. */
export function readmePage(): string {
  const page = readFileSync(readme, "utf8");
  const record = newestRecord();
  if (record === null) return page;
  if (!section.test(page)) throw new Error("bench: the README has no marks for the table");
  const head = `Measured on ${record.date}, Node ${record.node.slice(1)}, ${record.cores} cores.`;
  return page.replace(section, (_, before: string, after: string) =>
    [before, ratioTable(record.rows), `\n${head}\n`, after].join(""),
  );
}

/** Writes the README as it should be. */
export const writeReadme = (): void => writeFileSync(readme, readmePage());
