/** The shape of a token: what kind of word, number or mark it is, as a small number. */

export const SHAPE = {
  lower: 1,
  title: 2,
  initial: 3,
  caps2: 4,
  caps: 5,
  mixed: 6,
  cjk: 7,
  d1: 8,
  d2: 9,
  d3: 10,
  d4: 11,
  year: 12,
  long: 13,
  url: 14,
  doi: 15,
  tag: 16,
  roman: 18,
  lower1: 19,
  stop: 20,
  comma: 21,
  semicolon: 22,
  colon: 23,
  open: 24,
  close: 25,
  quote: 26,
  dash: 27,
  slash: 28,
  amp: 29,
  punct: 30,
  /** Before the first token and behind the last. */
  before: 62,
  behind: 63,
} as const;

const MARKS: ReadonlyMap<string, number> = new Map(
  (
    [
      [".", SHAPE.stop],
      [",", SHAPE.comma],
      [";", SHAPE.semicolon],
      [":", SHAPE.colon],
      ["([{<", SHAPE.open],
      [")]}>", SHAPE.close],
      ["\"“”„«»'‘’`", SHAPE.quote],
      ["-–—‐−", SHAPE.dash],
      ["/", SHAPE.slash],
      ["&", SHAPE.amp],
    ] as const
  ).flatMap(([marks, shape]) => [...marks].map((c) => [c, shape] as const)),
);

/** Returns the shape of the token from `a` to `b`. */
export function shapeOf(raw: string, a: number, b: number): number {
  const c = raw.charCodeAt(a);
  const n = b - a;
  if (c >= 48 && c <= 57) return numberShape(raw, a, b);
  if (n > 6 && /^(?:https?:|ftp:|www\.)/i.test(raw.slice(a, a + 6))) return SHAPE.url;
  if (c === 60 && n > 2) return SHAPE.tag;
  if ((c >= 0x2e80 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7af)) return SHAPE.cjk;
  const mark = MARKS.get(raw[a]!);
  if (mark !== undefined) return mark;
  const word = raw.slice(a, b);
  const lower = word.toLowerCase();
  const upper = word.toUpperCase();
  if (lower === upper) return SHAPE.punct;
  if (word === lower) {
    if (n === 1) return SHAPE.lower1;
    return /^[ivxlc]+$/.test(word) ? SHAPE.roman : SHAPE.lower;
  }
  if (word === upper) return n === 1 ? SHAPE.initial : n <= 3 ? SHAPE.caps2 : SHAPE.caps;
  return word.slice(1) === lower.slice(1) ? SHAPE.title : SHAPE.mixed;
}

function numberShape(raw: string, a: number, b: number): number {
  const n = b - a;
  if (n > 4 && raw[a + 2] === ".") return SHAPE.doi;
  if (n === 1) return SHAPE.d1;
  if (n === 2) return SHAPE.d2;
  if (n === 3) return SHAPE.d3;
  if (n > 4) return SHAPE.long;
  const year = Number(raw.slice(a, b));
  return year >= 1500 && year <= 2029 ? SHAPE.year : SHAPE.d4;
}
