/** Text on one line, for formats that know nothing else. */

/** Returns `text` without control characters, line breaks and runs of blanks made one, half pairs replaced. */
export function oneLine(text: string): string {
  return text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ")
    .replace(/\p{Cc}+/gu, "")
    .replace(/ {2,}/g, " ")
    .trim();
}
