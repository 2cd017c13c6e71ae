/**
 * Lists that the database puts together as JSON: a row that crosses into this program costs more than finding it,
 * and what is only passed on need not be read here.
 */
import { cursorOf } from "./cursor.ts";
import { type Cell, type Inquiry, inquiryOf, type Reads } from "./reads.ts";
import type { Page } from "./store.ts";

declare const holds: unique symbol;

/** The JSON text of a value. */
export type Json<T> = string & { readonly [holds]?: T };

/** Returns the value. */
export const fromJson = <T>(json: Json<T>): T => JSON.parse(json) as T;

/** How an engine writes JSON; both write the same value, each in its own spelling. */
export interface JsonSql {
  /** The JSON of a column of text, "null" where there is none. */
  text(column: string): string;
  /** A field of a column that holds an object, as it stands there. */
  field(column: string, name: string): string;
}

export const sqliteJson: JsonSql = {
  text: (column) => `json_quote(${column})`,
  field: (column, name) => `(${column} -> '${name}')`,
};

export const postgresJson: JsonSql = {
  text: (column) => `coalesce(to_json(${column})::text, 'null')`,
  field: (column, name) => `((${column})::json -> '${name}')::text`,
};

/** Returns the SQL of an object from that of its fields, each of which gives JSON or a number. In one go: each `||` copies. */
export const object = (fields: Readonly<Record<string, string>>): string =>
  `format('{${Object.keys(fields)
    .map((name) => `"${name}":%s`)
    .join(",")}}', ${Object.values(fields).join(", ")})`;

/** Returns the SQL of an array. */
export const array = (items: readonly string[]): string =>
  `format('[${items.map(() => "%s").join(",")}]', ${items.join(", ")})`;

/**
 * Returns a question for one row: the items of a page and the keys that its cursors are made of, a line each, which
 * no JSON from here has inside. `rows` is a `select` of one row too many.
 */
export const packed = (parts: {
  readonly rows: string;
  /** SQL of an object. */
  readonly item: string;
  /** SQL of an array. */
  readonly key: string;
  /** By columns of `rows`; missing where those come in their order and nothing is joined to them. */
  readonly order?: string;
  /** Joins that only the rows shown need. */
  readonly with?: string;
  /** SQL of one more value, read at the same moment. */
  readonly origin?: string;
}): string => {
  const order = parts.order === undefined ? "" : ` order by ${parts.order}`;
  return `
select string_agg(${parts.item}, '\n'${order}), string_agg(${parts.key}, '\n'${order}), ${parts.origin ?? "null"}
from (${parts.rows}) as page ${parts.with ?? ""}`;
};

export interface Line {
  readonly item: string;
  readonly key: string;
}

export interface Found {
  readonly lines: readonly Line[];
  readonly origin: string | null;
}

type Row = readonly [items: string | null, keys: string | null, origin: string | null];

/** Returns the lines of items and keys as `packed` gives them. */
export function linesOf(items: string | null, keys: string | null): Line[] {
  if (items === null || keys === null) return [];
  const key = keys.split("\n");
  return items.split("\n").map((item, i) => ({ item, key: key[i]! }));
}

const foundOf = ([items, keys, origin]: Row): Found => ({ lines: linesOf(items, keys), origin });

/** Returns what a question of `packed` finds. */
export const find = async (reads: Reads, text: string, values: readonly unknown[]): Promise<Found> =>
  foundOf((await reads.long.row<Row>(text, values))!);

/** Returns how to ask such a question where it goes through few rows whatever the values: see `Reads.together`. */
export function findTogether(
  reads: Reads,
  types: Inquiry["types"],
  text: string,
): (values: readonly Cell[]) => Promise<Found> {
  const ask = reads.together<Row>(inquiryOf(types, text));
  return async (values) => foundOf(await ask(values));
}

/** Returns a page of these lines; `next` is the key that the next one begins behind, null at the end. */
export const pageJson = <T>(shown: readonly Line[], next: string | null): Json<Page<T>> =>
  `{"items":[${shown.map((line) => line.item).join(",")}],"next":${next === null ? "null" : `"${cursorOf(next)}"`}}`;

/** Returns a page from up to `limit + 1` lines. */
export function pageOfLines<T>(found: readonly Line[], limit: number): Json<Page<T>> {
  const shown = found.slice(0, limit);
  return pageJson(shown, found.length > limit ? (shown.at(-1)?.key ?? null) : null);
}
