/** Text on one line, for formats that know nothing else. */

/** What Unicode keeps free of characters for good; Perl's and other decoders refuse a file that holds one. */
const noncharacter = /\p{Noncharacter_Code_Point}/gu;

/** Returns `text` with half pairs replaced: what is left can be written as UTF-8. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, "\ufffd");

/** Returns `value` as JSON without half pairs, which many readers refuse; two blanks deep, with a line end. */
export const wellFormedJson = (value: unknown): string =>
  `${JSON.stringify(value, (_, part: unknown) => (typeof part === "string" ? wellFormed(part) : part), 2)}\n`;

/** Printable ASCII with single blanks between the words: nothing to do, and most of what is exported. */
const clean = /^[!-~]+(?: [!-~]+)*$/;

/** Returns `text` without control characters, line breaks and runs of blanks made one, half pairs replaced. */
export function oneLine(text: string): string {
  if (text === "" || clean.test(text)) return text;
  return wellFormed(text)
    .replace(noncharacter, "")
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ")
    .replace(/\p{Cc}+/gu, "")
    .replace(/ {2,}/g, " ")
    .trim();
}
