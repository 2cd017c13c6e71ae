/**
 * Text as TeX: whatever it holds, it comes out as letters and can neither become a command nor end a BibTeX field.
 * Every escape is balanced in braces, because BibTeX counts braces without looking at backslashes.
 */
import { oneLine } from "./one-line.ts";

const SPECIAL: Readonly<Record<string, string>> = {
  "\\": "{\\textbackslash}",
  "{": "{\\textbraceleft}",
  "}": "{\\textbraceright}",
  "^": "{\\textasciicircum}",
  "~": "{\\textasciitilde}",
  "<": "{\\textless}",
  ">": "{\\textgreater}",
  "|": "{\\textbar}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  "%": "\\%",
  _: "\\_",
  "\u00a0": "~",
};

/** Combining mark → accent command; letters take braces, signs do not need them. */
const ACCENT: Readonly<Record<string, string>> = {
  "\u0300": "`",
  "\u0301": "'",
  "\u0302": "^",
  "\u0303": "~",
  "\u0304": "=",
  "\u0306": "u",
  "\u0307": ".",
  "\u0308": '"',
  "\u030a": "r",
  "\u030b": "H",
  "\u030c": "v",
  "\u0323": "d",
  "\u0327": "c",
  "\u0328": "k",
};

const LETTER: Readonly<Record<string, string>> = {
  ß: "{\\ss}",
  æ: "{\\ae}",
  Æ: "{\\AE}",
  œ: "{\\oe}",
  Œ: "{\\OE}",
  ø: "{\\o}",
  Ø: "{\\O}",
  ł: "{\\l}",
  Ł: "{\\L}",
  å: "{\\aa}",
  Å: "{\\AA}",
  ı: "{\\i}",
};

/** What LaTeX knows in mathematics only, whatever the input encoding. In braces, so that no style changes its case. */
const MATH: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi " +
    "ρ rho σ sigma τ tau υ upsilon φ varphi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma " +
    "Φ Phi Ψ Psi Ω Omega ≤ leq ≥ geq ≈ approx ≠ neq ∞ infty → rightarrow"
  )
    .split(" ")
    .flatMap((sign, i, all) => (i % 2 === 0 ? [[sign, `{$\\${all[i + 1]}$}`]] : [])),
);

/** Signs that are written as commands in every encoding. */
const SIGNS: ReadonlyMap<string, string> = new Map(Object.entries({ ...MATH, ...SPECIAL }));

/** Pairs that TeX would set as one sign. */
const LIGATURES: ReadonlySet<string> = new Set(["--", "``", "''", "?`", "!`", ",,"]);

/**
 * Characters without a shape that pdfLaTeX stops at: soft hyphen, zero-width blank and joiner, byte order mark, and the
 * embeddings and overrides that make a line read otherwise than it is.
 */
const SHAPELESS = /[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;

/** Which letters are written as commands: `ascii` all that have one, `unicode` only what TeX would trip over. */
export type TexLetters = "ascii" | "unicode";

/** What has to be looked at letter by letter: all but printable ASCII without a special sign, ligature or spare blank. */
const notPlain = /[^ -~]|[#$%&<>\\^_{|}~]|--|``|''|[?!]`|,,|^ | $| {2}/;

/** Returns the text escaped. Linear. */
export function texText(text: string, letters: TexLetters): string {
  if (!notPlain.test(text)) return text;
  let out = "";
  let before = "";
  for (const c of oneLine(text.replace(SHAPELESS, "")).normalize("NFC")) {
    if (LIGATURES.has(before + c)) out += "{}";
    before = c;
    out += SIGNS.get(c) ?? (letters === "ascii" && c > "\u007f" ? accented(c) : c);
  }
  return out;
}

function accented(c: string): string {
  const letter = LETTER[c];
  if (letter !== undefined) return letter;
  const [base, mark, ...more] = c.normalize("NFD");
  const command = mark === undefined || more.length > 0 ? undefined : ACCENT[mark];
  if (command === undefined || !/^[A-Za-z]$/.test(base!)) return c;
  if (!/[a-z]/i.test(command)) return `{\\${command}${/^[ij]$/.test(base!) ? `\\${base}` : base}}`;
  return `{\\${command}{${base}}}`;
}

/**
 * Returns an address or identifier as BibTeX fields hold them: raw, but with the characters that would end the field
 * or that TeX cannot print percent-encoded.
 */
export function texVerbatim(text: string): string {
  return oneLine(text).replace(/[\\{}\s"<>^`|]/g, (c) => encodeURIComponent(c));
}
