/** Text inside XML 1.0: characters that XML cannot hold are taken out, those that mean something are escaped. */

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Everything outside the production Char of XML 1.0 (fifth edition, 2.2). */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Something to escape or to take out may be in it. Ids, numbers and most words are through with this one look. */
const notPlain = /[^ !#-%(-;=?-~]/;

/** Returns the text escaped for an element or a quoted attribute. Line breaks survive attribute normalisation. */
export function xml(text: string): string {
  if (!notPlain.test(text)) return text;
  return text.replace(forbidden, "").replace(/[&<>"'\t\n\r]/g, (c) => ESCAPES[c]!);
}

/** Returns ` name="value"` for each attribute that has a value. */
export function attributes(values: Readonly<Record<string, string | number | null>>): string {
  let out = "";
  for (const [name, value] of Object.entries(values))
    if (value !== null) out += ` ${name}="${typeof value === "number" ? value : xml(value)}"`;
  return out;
}
