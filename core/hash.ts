/** Short stable ids from content. Not cryptographic: file hashes are SHA-256, made by the caller. */

/** MurmurHash3 x86 32-bit over UTF-16 units, two bytes a unit (Appleby, public domain algorithm). */
function murmur(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i += 2) {
    let k = text.charCodeAt(i) | ((i + 1 < text.length ? text.charCodeAt(i + 1) : 0) << 16);
    k = Math.imul(k, 0xcc9e2d51);
    k = (k << 15) | (k >>> 17);
    h ^= Math.imul(k, 0x1b873593);
    h = (h << 13) | (h >>> 19);
    h = (Math.imul(h, 5) + 0xe6546b64) | 0;
  }
  h ^= text.length * 2;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const hex = (n: number): string => n.toString(16).padStart(8, "0");

/** Returns 16 hex digits for the parts, which are kept apart from one another: hash("ab","c") ≠ hash("a","bc"). */
export function hash(...parts: readonly string[]): string {
  const text = parts.join("\u0000");
  return hex(murmur(text, 0x9747b28c)) + hex(murmur(text, 0x3c6ef372));
}

/**
 * Returns a maker of ids `prefix` + 12 hex digits. Equal content gets a counter behind the second one on, so an
 * id changes only when an equal item is put in front of it.
 */
export function idMaker(prefix: string): (...parts: readonly string[]) => string {
  const seen = new Map<string, number>();
  return (...parts) => {
    const base = prefix + hash(...parts).slice(0, 12);
    const n = (seen.get(base) ?? 0) + 1;
    seen.set(base, n);
    return n === 1 ? base : `${base}-${n}`;
  };
}
