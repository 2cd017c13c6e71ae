/** Strings that break careless writers: TeX, quotes, braces, markup, formulas, emoji, right-to-left, control characters. */
import fc from "fast-check";

export const nasty: readonly string[] = [
  "\\input{/etc/passwd}",
  "\\end{document}",
  "}{",
  "}}}} @article{evil, title = {x}",
  "{unbalanced",
  "unbalanced}",
  "\\",
  "\\\\",
  "$x^2$ & 50% of #1_a ~ <b>",
  'say "yes" , and no',
  "A and B and others",
  "others",
  "Smith, John",
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-2+3",
  "@SUM(1)",
  "\t=1",
  "a\r\nER  - \r\nTY  - JOUR",
  "<script>alert(1)</script>",
  "]]>&amp;<!--",
  "</text><script/>",
  "' onload='x",
  "emoji 🧪👩‍🔬 é",
  "שלום \u202Eevil\u202C مرحبا",
  "nul\u0000 and bell\u0007",
  "half \ud800 pair",
  "Őrült Ångström ß œuvre Łódź ı ş ğ ș",
  "TGF-β1 ≤ 3 μg",
  "漢字 かな",
  "–—‘’“”…",
  "100\u00a0%",
  "`tick` ``ticks'' --- ?` !`",
  "[link](javascript:x) *b* _i_ # h",
  "%00%0a",
  "",
  " ",
];

/** Returns strings made of nasty pieces, random characters and plain words. */
export const hostile = (): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...nasty) },
        { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
        { weight: 2, arbitrary: fc.constantFrom("virus", "HIV", "The", "of", "Über", "x") },
      ),
      { maxLength: 5 },
    )
    .map((parts) => parts.join(" "));
