/** Short stable ids from content. Not cryptographic: file hashes are SHA-256, made by the caller. */

const FIRST_SEED = 0x9747b28c;
const SECOND_SEED = 0x3c6ef372;

/** One step of MurmurHash3's running value. */
function stirred(hash: number, k: number): number {
  const h = hash ^ k;
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

function finished(hash: number, length: number): number {
  let h = hash ^ (length * 2);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Three hex digits for each twelve bits: numbers of 32 bits are slow to print. */
const digits = Array.from({ length: 0x1000 }, (_, n) => n.toString(16).padStart(3, "0"));

/**
 * Returns 16 hex digits for the parts, which are kept apart from one another: hash("ab","c") ≠ hash("a","bc"). They are
 * MurmurHash3 x86 32-bit over UTF-16 units, two bytes a unit, with two seeds (Appleby, public domain algorithm).
 */
export function hash(...parts: readonly string[]): string {
  return digest(parts, 16);
}

/** Returns so many hex digits, 12 or 16. */
function digest(parts: readonly string[], length: 12 | 16): string {
  const text = parts.length === 1 ? parts[0]! : parts.join("\u0000");
  let first = FIRST_SEED;
  let second = SECOND_SEED;
  const units = text.length;
  for (let i = 0; i < units; i += 2) {
    let k = text.charCodeAt(i) | ((i + 1 < units ? text.charCodeAt(i + 1) : 0) << 16);
    k = Math.imul(k, 0xcc9e2d51);
    k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    first = stirred(first, k);
    second = stirred(second, k);
  }
  const [a, b] = [finished(first, units), finished(second, units)];
  const short = digits[a >>> 20]! + digits[(a >>> 8) & 0xfff]! + digits[((a & 0xff) << 4) | (b >>> 28)]!;
  const twelve = short + digits[(b >>> 16) & 0xfff]!;
  return length === 12 ? twelve : twelve + (b & 0xffff).toString(16).padStart(4, "0");
}

/**
 * Returns a maker of ids `prefix` + 12 hex digits. Equal content gets a counter behind the second one on, so an
 * id changes only when an equal item is put in front of it.
 */
export function idMaker(prefix: string): (...parts: readonly string[]) => string {
  const seen = new Map<string, number>();
  return (...parts) => {
    const base = prefix + digest(parts, 12);
    const n = (seen.get(base) ?? 0) + 1;
    seen.set(base, n);
    return n === 1 ? base : `${base}-${n}`;
  };
}
