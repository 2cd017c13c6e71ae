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
  mix(parts.length === 1 ? parts[0]! : parts.join("\u0000"));
  return twelveDigits() + (halves[1]! & 0xffff).toString(16).padStart(4, "0");
}

/** Returns 64 bits for the text as two numbers, in `halves`: a pair made for each text takes as long as its bits. */
function mix(text: string): void {
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
  halves[0] = finished(first, units);
  halves[1] = finished(second, units);
}

const halves = new Uint32Array(2);

/** Returns the first 12 hex digits of what was mixed last. */
function twelveDigits(): string {
  const [a, b] = [halves[0]!, halves[1]!];
  const middle = ((a & 0xff) << 4) | (b >>> 28);
  return digits[a >>> 20]! + digits[(a >>> 8) & 0xfff]! + digits[middle]! + digits[(b >>> 16) & 0xfff]!;
}

/**
 * Returns a maker of ids `prefix` + 12 hex digits. Equal content gets a counter behind the second one on, so an
 * id changes only when an equal item is put in front of it.
 */
export function idMaker(prefix: string): (...parts: readonly string[]) => string {
  const count = createCounter();
  return (...parts) => {
    mix(parts.length === 1 ? parts[0]! : parts.join("\u0000"));
    const n = count(halves[0]!, halves[1]! >>> 16);
    return inOnePiece(prefix + twelveDigits() + (n === 1 ? "" : `-${n}`));
  };
}

/** A string joined of others holds on to them, at thrice its size, until one of its characters is asked for. */
const inOnePiece = (text: string): string => (text.charCodeAt(0) >= 0 ? text : "");

/** Returns a function that counts pairs of numbers; a table of numbers is half the work of a map of ids. */
function createCounter(): (first: number, second: number) => number {
  let capacity = 256;
  let shift = 24;
  let size = 0;
  // First number, second number and count of each place, one behind another; a count of 0 is a free place.
  let table = new Uint32Array(3 * capacity);
  /** Looks on in steps of the second number, so that texts made to meet in one place part again. */
  const placeOf = (first: number, second: number): number => {
    let at = Math.imul(first, 0x9e3779b1) >>> shift;
    while (table[3 * at + 2] !== 0 && (table[3 * at] !== first || table[3 * at + 1] !== second))
      at = (at + 2 * second + 1) & (capacity - 1);
    return 3 * at;
  };
  const grow = (): void => {
    const old = table;
    capacity *= 2;
    shift--;
    table = new Uint32Array(3 * capacity);
    for (let i = 0; i < old.length; i += 3) {
      if (old[i + 2] !== 0) table.set(old.subarray(i, i + 3), placeOf(old[i]!, old[i + 1]!));
    }
  };
  return (first, second) => {
    let at = placeOf(first, second);
    if (table[at + 2] === 0) {
      if (++size > capacity / 2) {
        grow();
        at = placeOf(first, second);
      }
      table[at] = first;
      table[at + 1] = second;
    }
    table[at + 2]!++;
    return table[at + 2]!;
  };
}
