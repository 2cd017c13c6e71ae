/** LaTeX as BibTeX files use it, to Unicode: accents, special letters, escaped signs; other commands go. */

const combining: Readonly<Record<string, string>> = {
  '"': "\u0308",
  "'": "\u0301",
  "`": "\u0300",
  "^": "\u0302",
  "~": "\u0303",
  "=": "\u0304",
  ".": "\u0307",
  u: "\u0306",
  v: "\u030c",
  H: "\u030b",
  c: "\u0327",
  k: "\u0328",
  r: "\u030a",
  d: "\u0323",
  b: "\u0331",
  t: "\u0361",
};

const letters: Readonly<Record<string, string>> = {
  ss: "ß",
  o: "ø",
  O: "Ø",
  l: "ł",
  L: "Ł",
  ae: "æ",
  AE: "Æ",
  oe: "œ",
  OE: "Œ",
  aa: "å",
  AA: "Å",
  i: "i",
  j: "j",
  dh: "ð",
  DH: "Ð",
  th: "þ",
  TH: "Þ",
  dj: "đ",
  DJ: "Đ",
  S: "§",
  P: "¶",
  dag: "†",
  ddag: "‡",
  copyright: "©",
  pounds: "£",
  euro: "€",
  textendash: "–",
  textemdash: "—",
  textquoteright: "’",
  textquoteleft: "‘",
  textquotedblleft: "“",
  textquotedblright: "”",
  textasciitilde: "~",
  textbackslash: "\\",
  ldots: "…",
  dots: "…",
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  mu: "μ",
  kappa: "κ",
  lambda: "λ",
  pi: "π",
  sigma: "σ",
  omega: "ω",
  times: "×",
  pm: "±",
  degree: "°",
};

/** Returns the text with LaTeX's notation resolved and braces dropped. Linear. */
export function fromLatex(source: string): string {
  if (!/[\\{}~$]|--|``|''/.test(source)) return source.replace(/\s+/g, " ").trim();
  const text = source
    .replace(
      /\\(["'`^~=.]|[uvHckrdbt](?![A-Za-z]))\s*(?:\{\s*(?:\\([ij])|(\p{L}))?\s*\}|\\([ij])(?![A-Za-z])|(\p{L}))/gu,
      (_, accent: string, ...groups: (string | undefined)[]) => {
        const base = groups.slice(0, 4).find((group) => group !== undefined);
        return base === undefined ? "" : (base + combining[accent]!).normalize("NFC");
      },
    )
    .replace(/\\([A-Za-z]+)\*?(?:\s+|\{\})?/g, (_, name: string) => letters[name] ?? "")
    .replace(/\\([&%_$#{}@ ])/g, (_, sign: string) => (sign === "{" || sign === "}" ? "" : sign))
    .replace(/\\[-/,;:!>]/g, "")
    .replace(/\\\\/g, " ")
    .replace(/---/g, "—")
    .replace(/--/g, "–")
    .replace(/``/g, "“")
    .replace(/''/g, "”")
    .replace(/(?<![\\/])~/g, "\u00a0")
    .replace(/\$([^$]{0,200})\$/g, "$1")
    .replace(/[{}]/g, "");
  return text.replace(/[\s\u00a0]+/g, " ").trim();
}
