/** Characters Word inserts from the font Symbol, whose codes are no Unicode. */

const lower = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
const upper = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
const signs: Readonly<Record<number, string>> = {
  42: "*",
  43: "+",
  45: "−",
  163: "≤",
  165: "∞",
  176: "°",
  177: "±",
  178: "″",
  179: "≥",
  180: "×",
  183: "•",
  184: "÷",
  185: "≠",
  187: "≈",
  174: "→",
};

/** Returns the character of a symbol run, or nothing for pictures of other symbol fonts. */
export function symbolLetter(font: string, hex: string): string {
  const code = Number.parseInt(hex, 16);
  if (Number.isNaN(code)) return "";
  if (!/^symbol$/i.test(font)) return code >= 0xe000 && code <= 0xf8ff ? "" : String.fromCharCode(code);
  const low = code & 0xff;
  if (low >= 0x61 && low <= 0x7a) return lower[low - 0x61]!;
  if (low >= 0x41 && low <= 0x5a) return upper[low - 0x41]!;
  return signs[low] ?? "";
}
