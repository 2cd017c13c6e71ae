/**
 * The grammar of pinpoints ("pp. 130–2", "§ 3", "fol. 17v", "S. 45 f.") and the arithmetic of page ranges.
 * Does not decide whether a bare number is a page: it says that it was bare, and the caller knows the context.
 */
import type { Pinpoint, PinpointLabel, Span } from "./model.ts";

export interface FoundPinpoint extends Span {
  readonly pinpoint: Pinpoint;
  /** A label or a word such as "at" stood before the value; a bare number may be a year or a volume as well. */
  readonly labelled: boolean;
}

/** Words that announce the place itself: "at 12", "hier S. 107". */
const ANNOUNCE =
  "at|aux?(?=\\s(?:paras?|pp?|nn?|arts?)\\s)|à la(?=\\sp\\s)|hier|here|ici|qui|aquí|aqui|in part(?:ic)?\\.|in particolare|segn(?:atamente|\\.)|spec\\.|specie|en particulier|en particular|em particular|esp\\.?|especially|in particular|particularly|bes\\.|besonders|insb\\.|insbesondere|notably|spéc\\.|notamment";

const DASH = "\\s?[-\u2010-\u2015\u2212]{1,2}\\s?";
const END = "(?![\\p{L}\\d])";
const ROMAN = "(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?![\\p{L}\\d])";
const ROMAN_CAPITAL = `(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})${END}`;
/** Two letters at least and no word of a common language. */
const ROMAN_BARE = `(?=[ivx]{2})x{0,3}l?x{0,3}(?:ix|iv|v?i{0,3})${END}`;
const PAGE = `(?:\\*?[A-Z]?\\d{1,6}[a-e]?|${ROMAN})`;
const FOLIO = "\\d{1,5}\\s?(?:recto|verso|[rv][o°]?|[RV])?(?:[-\u2010-\u2013]v(?!\\p{L}))?";
/** "33-204", "1983(a)(1)", "3.2", "12a": places of law and of numbered text. */
const CLAUSE =
  "[A-Z]?\\d[\\dA-Za-z]{0,5}[ºª°]?(?:[.:\u2010-\u2013-]\\d[\\dA-Za-z]{0,5}|\\([\\dA-Za-z]{1,4}\\)){0,6}";
const COUNT = `(?:[A-Z]?\\d{1,4}(?:\\.\\d{1,3}){0,2}[a-z]?${END}|${ROMAN}|${ROMAN_CAPITAL})`;
const NUMBER = "\\d{1,5}[a-d]?";

/** Case matters: "S." is a German page and "s." a Swedish one, but "v." is no verse. */
const RULES: readonly (readonly [PinpointLabel, words: string, value: string])[] = [
  [
    "page",
    "[Pp]ages?|[Pp]ág(?:ina)?s?\\.?|[Pp]agg?\\.|[Pp]agin[ae]|[Pp]p?\\.|S\\.|s\\.(?!\\s?\\d{1,5}[A-Z]{0,2}\\()|Seiten?|pp?(?=\\s?\\d)",
    PAGE,
  ],
  ["folio", "[Ff]olios?|[Ff]ls?\\.|[Ff]ol?s?\\.?(?=\\s?\\d)|ff?\\.|Bl\\.|Blatt", FOLIO],
  ["folio", "cc?\\.|cart[ae]", "\\d{1,5}\\s?[rv]"],
  // "s. 214(4)", "s. 12A" are sections of an act: no page has paragraphs or capitals behind it; "s 12" has none of
  // the stops of a page.
  [
    "section",
    "§{1,2}|s\\.(?=\\s?\\d{1,5}(?:[A-Z]{0,2}\\(|[A-Z]{1,2}(?![\\p{L}\\d])))|ss\\.(?=\\s?\\d)|cls?(?=\\s\\d)|rr?(?=\\s\\d{1,3}\\.\\d)|ss?(?=\\s\\d{1,4}[A-Z]{0,2}(?:[(.,;:)\\s\u2013-]|$))|[Ss]ections?|[Ss]ects?\\.|[Ss]ecs?\\.|Abschnitt|Abschn\\.",
    `(?:${CLAUSE}|${ROMAN_CAPITAL}(?:-[A-Z]${END})?)`,
  ],
  ["paragraph", "¶{1,2}|[Pp]aragraphs?|[Pp]aras?\\.?|[Pp]ars?\\.|Abs\\.|Rd?n(?:r)?\\.|Rz\\.", CLAUSE],
  // "[58]": the numbered paragraph of a judgment.
  ["paragraph", "(?=\\[\\d)", "\\[\\d{1,3}\\]"],
  [
    "chapter",
    "[Cc]hapters?|[Cc]hapitres?|[Cc]haps?\\.?|[Cc]hs?\\.|ch(?=\\s\\d)|[Kk]apitel|[Kk]ap\\.|[Cc]apitol[oi]|[Cc]ap\\.",
    COUNT,
  ],
  ["table", "[Tt]ables?|[Tt]abelle|[Tt]abs?\\.|[Tt]bl\\.|[Tt]ableaux?|[Tt]abella", COUNT],
  ["figure", "[Ff]igures?|[Ff]igs?\\.?|Abbildung|Abb\\.|[Pp]lates?|[Pp]ls?\\.|[Tt]av\\.", COUNT],
  ["article", "[Aa]rticles?|Artikel|[Aa]rts?\\.|[Aa]rts?(?=\\s\\d)|[Aa]rticolo", CLAUSE],
  [
    "appendix",
    "[Aa]ppendix|[Aa]ppendices|[Aa]pp\\.|app(?=\\s[A-Z\\d])|Anhang|[Aa]nnexe?",
    `(?:${COUNT}|[A-Z]${END})`,
  ],
  ["note", "[Ff]ootnotes?|[Ee]ndnotes?|[Nn]otes?|[Nn]ota|Anm\\.|[Ff]n\\.|nn?\\.", NUMBER],
  ["line", "[Ll]ines?|Zeilen?|Z\\.|ll?\\.", NUMBER],
  ["verse", "[Vv]erses?|[Vv]ers|vv\\.", NUMBER],
  ["column", "[Cc]olumns?|[Cc]ols?\\.|[Cc]ols?(?=\\s\\d)|Spalten?|Sp\\.", "\\d{1,5}(?:[a-d]|WS?|WH|GC)?"],
  ["regulation", "[Rr]egulations?|[Rr]egs?\\.?(?=\\s\\d)", CLAUSE],
  ["item", "[Ii]tems?|[Mm]inute(?=\\s\\d)", CLAUSE],
  ["question", "[Qq]uestions?(?=\\s\\d)|QQ?(?=\\s\\d)|[Ff]rage(?=\\s\\d)", CLAUSE],
  ["volume", "[Vv]olumes?|[Vv]ols?\\.|Band|Bde?\\.|[Tt]omes?|t\\.", COUNT],
  ["part", "[Pp]arts?|[Pp]ts?\\.|Teil|[Pp]arte", `(?:${COUNT}|[A-Z]${END})`],
];

/** "and following": asks the reader to read on. */
const FOLLOWING =
  "(?:\\s?(?:ff|f|sqq|sq|sgg|sg|segg|ss)(?:\\.|(?![\\p{L}\\d]))|\\ss\\.(?!\\s?[\\d\\p{L}])|\\s(?:et|e|and|und|u\\.|y)\\s(?:seqq?|sqq?|suiv|suivantes|seguenti|segg?|sgg?|siguientes|sigs?|seguintes|segs|ss?|following|passim)(?:\\.|(?![\\p{L}\\d])))";
/** A footnote of the page cited, "95 n.41", "17n3", a margin number of a section, "§ 4 Rn. 12": read over, not kept. */
const FOOTNOTE =
  "(?:\\s&\\s(?:apps?|tbls?|figs?)\\.\\s?[A-Z\\d]{1,4}|,?\\s(?:&\\s)?(?:nn?\\.|nn?(?=\\s\\d)|notes?|nota|Anm\\.|Fn\\.)\\s?\\d{1,4}(?:[-\u2013]\\d{1,4})?|nn?\\.?\\d{0,4}|,?\\s(?:Rn|Rdnr?|Rz)\\.\\s?\\d{1,4}(?:[-\u2013]\\d{1,4})?(?:\\sff?\\.)?)";
/** "p. 3, col. 2": the page of a newspaper is enough to find the place. */
const COLUMN =
  ",?\\s(?:cols?\\.?|Sp\\.)\\s?(?:\\d{1,2}|[a-h])(?:\\s?[-\u2010-\u2013]\\s?(?:\\d{1,2}|[a-h]))?";
const AND = ",?\\s(?:and|und|et|&|e|y|u\\.|sowie)\\s(?:pp?\\.\\s?|S\\.\\s?)?";
/** A year never continues a list of pages: "pp. 211–226, 2012". */
const NO_YEAR = "(?!(?:1[5-9]|20)\\d\\d(?!\\d))(?=[\\dS])";

/** "§§ 12-301 to -309": a dash would run into those of the numbers, so that laws say "to". */
const through = (value: string): string => (value.includes(CLAUSE) ? `${DASH}|\\sto\\s-?` : DASH);
const one = (value: string): string => `${value}(?:(?:${through(value)})${value})?${FOLLOWING}?`;
const list = (value: string, joint: string): string =>
  `${one(value)}(?:(?:${joint})${NO_YEAR}${one(value)}){0,12}`;
/** A line may end behind the label, and the next one be set in. */
const sticky = (words: string, values: string, behind = FOOTNOTE): RegExp =>
  new RegExp(`(?:${words})[\\s\u00a0]{0,${words === "" ? 2 : 12}}(${values})(?:${behind})?${END}`, "yu");

const LABELLED = RULES.map(([label, words, value]) => ({
  label,
  opens: new RegExp(words, "yu"),
  re: sticky(words, list(value, `${AND}|,\\s`), label === "page" ? `${COLUMN}|${FOOTNOTE}` : FOOTNOTE),
}));
/** Without one of these no label stands there: asked first, since the patterns of the values are long. */
const OPENS_LABEL = new RegExp(RULES.map(([, words]) => words).join("|"), "yu");
const OPENS_BARE = /\*?[A-Z]?\d|[ivx]{2}/y;

/** "vol. II, 230": one volume, and the page in it, which is the place. */
const VOLUME_THEN_PAGE = new RegExp(
  `(?:[Vv]ol(?:ume|\\.)|Band|Bd\\.|[Tt]om[eo]|t\\.)\\s(?:\\d{1,3}|${ROMAN_CAPITAL}),\\s(?=\\d)`,
  "yu",
);

const stands = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};
const BARE_PAGE = `(?:\\*?[A-Z]?\\d{1,5}|${ROMAN_BARE})`;
/** A bare list with commas must fill its place to the end, else the comma leads to something else. */
const BARE = [
  sticky("", `${list(BARE_PAGE, `${AND}|,\\s`)}(?=\\s*(?:$|[.;)\\]]))`),
  sticky("", one(BARE_PAGE)),
];
const LEAD = new RegExp(`[\\s\u00a0,:]{0,4}(?:((?:${ANNOUNCE})(?![\\p{L}\\d]))[\\s\u00a0]{1,3})?`, "yu");

const printed = (value: string): string =>
  value
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/(?<!\bto) ?[-\u2010-\u2015\u2212]+ ?/g, "-")
    .replace(/(?<=\s)(?:pp?|S)\. ?(?=\d)/g, "")
    .replace(/[[\]]/g, "")
    // "art. 1er", "art. 4º": how French, Spanish and Portuguese count.
    .replace(/(?<=^|\D)1(?:er|ère|re)(?![\p{L}\d])|(?<=\d)[ºª°]/gu, (mark) => mark.replace(/[^\d]/g, ""))
    .trim();

/**
 * Returns the pinpoint that begins at `at`, commas, blanks and an announcing word before it read over, or null.
 * `start` is where the announcing word, label or number begins, `end` where its last character ends:
 * `parsePinpoint("Brew, p. 5–6.", 4)` gives page "5-6" at 6–12.
 */
export function parsePinpoint(text: string, at = 0): FoundPinpoint | null {
  LEAD.lastIndex = at;
  const lead = LEAD.exec(text);
  const announced = lead?.[1];
  const place = at + (lead?.[0].length ?? 0);
  const start = announced === undefined ? place : text.indexOf(announced, at);
  const labelled = stands(OPENS_LABEL, text, place) ? LABELLED : [];
  VOLUME_THEN_PAGE.lastIndex = place;
  const volume = labelled.length > 0 ? VOLUME_THEN_PAGE.exec(text) : null;
  const page = volume ? parsePinpoint(text, place + volume[0].length) : null;
  if (page?.pinpoint.label === "page") return { ...page, start, labelled: true };
  for (const { label, opens, re } of labelled) {
    if (!stands(opens, text, place)) continue;
    re.lastIndex = place;
    const m = re.exec(text);
    if (m)
      return { pinpoint: { label, value: printed(m[1]!) }, start, end: place + m[0].length, labelled: true };
  }
  if (!stands(OPENS_BARE, text, place)) return null;
  for (const re of BARE) {
    re.lastIndex = place;
    const m = re.exec(text);
    if (!m) continue;
    const end = place + m[0].length;
    // "6(12)" is a volume, "3.2" a decimal, "12:30" a time or a volume.
    if (announced === undefined && /^(?:\(|[.:/]\d)/.test(text.slice(end, end + 2))) return null;
    return {
      pinpoint: { label: "page", value: printed(m[1]!) },
      start,
      end,
      labelled: announced !== undefined,
    };
  }
  return null;
}

// ---------------------------------------------------------------- ranges

/** What a page value counts in. Values of different kinds cannot be compared. */
export type PageKind = "arabic" | "roman" | "prefixed" | "elocator" | "folio";

export interface PageRange {
  readonly kind: PageKind;
  /** The letter of prefixed pages, "S" in "S295–306"; else empty. */
  readonly prefix: string;
  readonly first: number;
  readonly last: number;
  /** "ff.": reads on to an unnamed end. */
  readonly open: boolean;
}

const ROMAN_VALUE: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
const ROMAN_WHOLE = /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;

/** Returns the value of a well-formed roman number, either case, or null. */
export function romanValue(text: string): number | null {
  const digits = text.toLowerCase();
  if (digits === "" || !ROMAN_WHOLE.test(digits)) return null;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const value = ROMAN_VALUE[digits[i]!]!;
    sum += value < (ROMAN_VALUE[digits[i + 1] ?? ""] ?? 0) ? -value : value;
  }
  return sum;
}

interface PageUnit {
  readonly kind: PageKind;
  readonly prefix: string;
  readonly value: number;
  readonly digits: string;
}

function unit(text: string): PageUnit | null {
  const folio = /^(\d{1,5})\s?([rv])(?:o|ecto|erso)?$/.exec(text);
  if (folio) {
    const value = Number(folio[1]) * 2 + (folio[2] === "v" ? 1 : 0);
    return { kind: "folio", prefix: "", value, digits: folio[1]! };
  }
  const number = /^\*?([A-Za-z]{0,2})(\d{1,9})[a-e]?$/.exec(text);
  if (number) {
    const [prefix, digits] = [number[1]!, number[2]!];
    // Article numbers stand where pages would: e26720, 052103, 1012345.
    const article = /^e/.test(prefix) || (prefix === "" && (/^0\d/.test(digits) || digits.length > 5));
    const kind = article ? "elocator" : prefix === "" ? "arabic" : "prefixed";
    return { kind, prefix: prefix.toUpperCase(), value: Number(digits), digits };
  }
  const roman = romanValue(text);
  return roman === null ? null : { kind: "roman", prefix: "", value: roman, digits: text };
}

/**
 * Returns a page or range read to its full numbers, or null where it is none: "833-54" is 833 to 854,
 * "S12-8" S12 to S18, "x-xi" 10 to 11 in roman, "45 f." 45 to 46.
 */
export function expandRange(value: string): PageRange | null {
  const m = /^(.*?)\s?((?:ff?|sqq?|sgg?|segg?|ss?|(?:et|e|and|und|u\.|y)\s\w+)\.?)?$/.exec(printed(value));
  const [from = "", to, ...more] = (m?.[1] ?? "").split("-");
  if (more.length > 0) return null;
  const first = unit(from.trim());
  if (!first) return null;
  const follow = m?.[2] ?? "";
  if (to === undefined) {
    const next = /^(?:f|sq|sg|s)\.?$/.test(follow) ? 1 : 0;
    const open = follow !== "" && next === 0;
    return { kind: first.kind, prefix: first.prefix, first: first.value, last: first.value + next, open };
  }
  const end = unit(to.trim());
  if (!end) return null;
  // "1102-04": the last digits of a page may begin with nought, an article's number may not be cut.
  const cut = first.kind === "arabic" && /^0\d*$/.test(to.trim()) && end.digits.length < first.digits.length;
  const second: PageUnit = cut ? { ...end, kind: "arabic" } : end;
  const bare = second.kind === "arabic" && first.kind !== "folio" && second.prefix === "";
  if (second.kind !== first.kind && !bare) return null;
  const short = first.kind !== "roman" && second.digits.length < first.digits.length;
  const last = short
    ? Number(first.digits.slice(0, first.digits.length - second.digits.length) + second.digits)
    : second.value;
  if (last < first.value) return null;
  return { kind: first.kind, prefix: first.prefix, first: first.value, last, open: follow !== "" };
}

/** Returns the ranges of a value with several: "12-15, 18 and 20". Parts that are no pages are left out. */
export function pageRanges(value: string): readonly PageRange[] {
  return value
    .split(/,?\s(?:and|und|et|&|e|y|u\.|sowie)\s(?=[\dS])|[,;]/)
    .map((part) => expandRange(part.trim()))
    .filter((range) => range !== null);
}

/** Returns whether two page ranges count in the same thing. */
export const comparable = (a: PageRange, b: PageRange): boolean => a.kind === b.kind && a.prefix === b.prefix;

/**
 * Returns where a pinpoint lies against the pages of a work. `unknown`: the pinpoint is no page, the two count
 * in different things, or the work names one page only, which is its first and says nothing about its end.
 */
export function placeInPages(
  pinpoint: Pinpoint | null,
  pages: string | undefined,
): "inside" | "outside" | "unknown" {
  if (pinpoint?.label !== "page" || pages === undefined) return "unknown";
  const work = pageRanges(pages).filter((range) => range.last > range.first);
  let inside = false;
  for (const cited of pageRanges(pinpoint.value)) {
    const same = work.filter((range) => comparable(cited, range));
    if (same.length === 0) continue;
    if (!same.some((range) => cited.first >= range.first && cited.last <= range.last)) return "outside";
    inside = true;
  }
  return inside ? "inside" : "unknown";
}
