/** Page cursors: the key of the last row, as text that a client hands back unread. */
import { type Page, StoreError } from "./store.ts";

type Key = readonly (string | number)[];

/** Returns the cursor of a row by its key as JSON. */
export const cursorOf = (key: string): string => Buffer.from(key, "utf8").toString("base64url");

/** Returns the cursor of a row by its key. */
export const encodeCursor = (key: Key): string => cursorOf(JSON.stringify(key));

/** A part of a key: a count is a number as the engines' 32 bits hold it, a place one without that bound. */
type Part = "string" | "count" | "place";

function isPart(value: unknown, part: Part): boolean {
  switch (part) {
    case "string":
      return typeof value === "string";
    case "count":
      return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
    case "place":
      return Number.isSafeInteger(value);
    default:
      return part satisfies never;
  }
}

/** Returns the key inside a cursor. Throws a `StoreError` when it is not one of ours for this list. */
export function decodeCursor<K extends Key>(cursor: string, shape: { readonly [I in keyof K]: Part }): K {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(key) && key.length === shape.length && key.every((v, i) => isPart(v, shape[i]!))) {
      return key as unknown as K;
    }
  } catch {
    // Falls through to the one error below: a cursor is ours or it is not.
  }
  throw new StoreError("bad-cursor", "the cursor does not belong to this list; begin again without it");
}

/** Returns a page from up to `limit + 1` rows: the row too many only tells that there is a next page. */
export function toPage<R, T>(
  rows: readonly R[],
  limit: number,
  key: (row: R) => Key,
  item: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    next: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null,
  };
}
