/** Text inside HTML: it shows as it is and makes neither markup nor, in an address, anything but a plain link. */

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Control characters and half pairs, which HTML forbids or replaces (HTML Standard, 13.2.3.5). */
const forbidden = /(?![\t\n\f\r])\p{Cc}|[\p{Cs}\u{fdd0}-\u{fdef}]/gu;

/** Returns the text escaped for an element or a quoted attribute. */
export const html = (text: string): string =>
  text.replace(forbidden, "\ufffd").replace(/[&<>"']/g, (c) => escapes[c]!);

/** Returns the words as a link where the address is of the web, else the words alone. Both are escaped. */
export function link(address: string | undefined, words: string): string {
  if (address === undefined || !/^https?:\/\/[^\s"'<>\\^`{|}]+$/i.test(address)) return html(words);
  return `<a href="${html(address)}" rel="noreferrer">${html(words)}</a>`;
}
