/** Mends words whose accents stand beside the letters (TeX). */

const accents: Readonly<Record<string, string>> = {
  "¨": "\u0308",
  "´": "\u0301",
  ˆ: "\u0302",
  "˜": "\u0303",
  ˇ: "\u030c",
  "˚": "\u030a",
};

/** Returns the text with accents that TeX prints as signs of their own put on the letter behind: "Fl¨uckiger". */
export function withAccents(text: string): string {
  return /[¨´ˆ˜ˇ˚]/.test(text)
    ? text.replace(
        /(?<![^\p{L}\s([-])([¨ˆ˜ˇ˚](?=\p{L})|´(?=[aeiouyAEOUY]))(\p{L})/gu,
        (_, accent: string, letter: string) => (letter + accents[accent]!).normalize("NFC"),
      )
    : text;
}
