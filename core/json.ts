/** JSON with one spelling: the same value gives the same bytes, whatever order its keys were set in. */

/**
 * Returns `value` as compact JSON with keys sorted by UTF-16 unit and undefined fields left out, as
 * `JSON.stringify` does. Plain data only; linear in the value apart from sorting each object's keys.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const record = value as Readonly<Record<string, unknown>>;
  const fields = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`);
  return `{${fields.join(",")}}`;
}
