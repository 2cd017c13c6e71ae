/**
 * Wikitext made ready for reading in one pass: comments gone, unparsed stretches made harmless, and for every
 * opening of a template, link or table the place where it closes. Linear on any input.
 */
import { decodeNamedCharacterReference } from "decode-named-character-reference";

/** Returns the text with every stretch from `open` to `close` replaced; an unclosed one stays. */
function between(text: string, open: RegExp, close: string, make: (inner: string) => string): string {
  let out = "";
  let from = 0;
  for (let m = open.exec(text); m !== null; m = open.exec(text)) {
    const start = m.index + m[0].length;
    const end = text.indexOf(close, start);
    if (end < 0) break; // none closes from here on
    out += text.slice(from, m.index) + make(text.slice(start, end));
    from = end + close.length;
    open.lastIndex = from;
  }
  open.lastIndex = 0;
  return out + text.slice(from);
}

const inert = (text: string): string => text.replace(/[[\]{}<>|=*#:;!'&_-]/g, (c) => `&#${c.charCodeAt(0)};`);

/** Returns the text without comments, with unparsed stretches written as character references. */
export function clean(text: string): string {
  const unix = text.replace(/\r\n?/g, "\n");
  const bare = between(unix, /<!--/g, "-->", () => "");
  return between(bare, /<nowiki>/gi, "</nowiki>", inert).replace(/<nowiki\s*\/>/gi, "");
}

/** Returns, for the offset of each "{{", "[[" and "{|" that closes, the offset behind its end. */
export function findPairs(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: { readonly kind: string; readonly at: number }[] = [];
  const token = /\{\{|\}\}|\[\[|\]\]|\{\||\|\}(?!\})/g;
  for (let m = token.exec(text); m !== null; m = token.exec(text)) {
    const [sign] = m;
    // A table opens at the beginning of a line only.
    if (sign === "{|" && !/(?:^|\n)[ \t:]{0,20}$/.test(text.slice(Math.max(0, m.index - 21), m.index)))
      continue;
    if (sign === "{{" || sign === "[[" || sign === "{|") {
      open.push({ kind: sign, at: m.index });
      continue;
    }
    const wanted = sign === "}}" ? "{{" : sign === "]]" ? "[[" : "{|";
    // A link left open inside a template does not keep the template open.
    let place = open.length - 1;
    for (let looked = 0; place >= 0 && looked < 8 && open[place]!.kind !== wanted; looked++) place--;
    if (place < 0 || open[place]!.kind !== wanted) continue;
    pairs.set(open[place]!.at, token.lastIndex);
    open.length = place;
  }
  return pairs;
}

/** Returns the text with character references resolved. */
export function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,30}));/gi,
    (whole, decimal, hex, name) => {
      if (name) return decodeNamedCharacterReference(String(name)) || whole;
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : whole;
    },
  );
}
