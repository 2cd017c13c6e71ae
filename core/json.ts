/** JSON with one spelling: the same value gives the same bytes, whatever order its keys were set in. */

type Plain = Readonly<Record<string, unknown>>;

/** What JSON writes with a backslash: quotes, backslashes, control characters, halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes them
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/;

const text = (value: string): string => (escaped.test(value) ? JSON.stringify(value) : `"${value}"`);

/**
 * Returns `value` as compact JSON with keys sorted by UTF-16 unit and undefined fields left out, as
 * `JSON.stringify` does. Plain data only; linear in the value apart from sorting each object's keys. Objects that
 * `known` has are taken from there.
 */
export function canonicalJson(value: unknown, known?: WeakMap<object, string>): string {
  if (typeof value === "string") return text(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) {
    let json = "[";
    for (let i = 0; i < value.length; i++) {
      if (i > 0) json += ",";
      json += canonicalJson(value[i], known);
    }
    return `${json}]`;
  }
  const spelt = known?.get(value);
  if (spelt !== undefined) return spelt;
  const record = value as Plain;
  let json = "{";
  for (const key of Object.keys(record).sort()) {
    const field = record[key];
    if (field === undefined) continue;
    if (json.length > 1) json += ",";
    json += `${text(key)}:${canonicalJson(field, known)}`;
  }
  return `${json}}`;
}

/** Returns a `canonicalJson` that writes each object given to it once; meanwhile none of them may change. */
export function canonicalJsonOnce(): (value: object) => string {
  const known = new WeakMap<object, string>();
  return (value) => {
    const json = known.get(value) ?? canonicalJson(value, known);
    known.set(value, json);
    return json;
  };
}
