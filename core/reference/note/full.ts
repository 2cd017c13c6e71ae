/** Tells whether a stretch of text describes a work in full, and takes the pinpoint from its end. */
import type { Pinpoint, Span } from "../../model.ts";
import { expandRange, parsePinpoint } from "../../pinpoint.ts";
import { parseAncient } from "../ancient.ts";
import { isHouse, parseArchival } from "../archival.ts";
import { findInterview } from "../interview.ts";
import { isBody } from "../names.ts";
import { beforeAlias } from "./alias.ts";
import { KEPT_BY_FAMILY, SHORT_HOUSE } from "./houses.ts";
import { readLegalFull } from "./legal.ts";
import { readNames } from "./name-list.ts";
import { endWithout, type Reading, reading } from "./reading.ts";

const Y = "(?:1[4-9]|20)\\d{2}[a-z]?(?![\\d\\p{L}]|[-\u2010-\u2013]\\d{2})";
const MONTH =
  "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Januar|Februar|März|Mai|Juni|Juli|August|Oktober|Dezember|janvier|février|mars|avril|mai|juin|juillet|août|octobre|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)[a-zé]*\\.?";

const ADDRESSED = /\b10\.\d{4,9}\/\S|https?:\/\/\S|\bwww\.\S+\.\S|\barXiv:\d|\bISBN\b/iu;
/** What the pattern cannot do without: looked for first, since it is tried in full at every place. */
const SEEN_IN_ADDRESSES = ["10.", "://", "www.", "arxiv:", "isbn"];

/** An identifier or an address of the web. */
function isAddressed(text: string): boolean {
  const small = text.toLowerCase();
  return SEEN_IN_ADDRESSES.some((part) => small.includes(part)) && ADDRESSED.test(text);
}

/** Each is enough to say that a work is described. */
const STRONG: readonly RegExp[] = [
  // (Bristol: Fairhead, 1958), (4th ed. 2018), (PhD diss., Leeds, 1990), (1987)
  new RegExp(
    `[^\\s(][\\s\u00a0]?\\((?:[^()]|\\([^()]*\\)){0,160}?(?:${Y}|\\d{4}[-\u2010-\u2013]\\d{2,4})(?:[,;]\\s[^()]{0,40})?\\)`,
    "u",
  ),
  // 2010 Dec;6(12) · 2009;72:402 · 31(4):201
  new RegExp(
    `${Y.replace("(?![\\d\\p{L}]|", "(?!\\d|")}(?:[\\s-]${MONTH}(?:[\\s-]?\\d{1,2})?)?;\\s?\\d`,
    "u",
  ),
  /\d{1,4}\s?\(\d{1,4}(?:[-\u2013/]\d{1,4})?\)\s?[:,]\s?(?:pp?\.\s?)?[A-Za-z]?\d/u,
  new RegExp(
    `\\b(?:vol|no|Bd|Jg|H|t|fasc)\\.\\s?[\\dIVXLC]+.{0,80}?${Y}|${Y}.{0,40}?\\b(?:vol|no|Bd|Jg|t)\\.\\s?\\d`,
    "u",
  ),
  // longplatform.org/rain
  /(?:^|[\s(<])(?:[a-z\d-]{2,40}\.){1,4}[a-z]{2,12}\/[^\s/]/u,
  // Impact Assessment, Cm 9904 (2021), after any title
  /\b(?:Cmn?d?|C|CP|HC|HL|SP)\.?\s(?:Paper\s)?\d{1,5}(?:-[IVX]+)?,?\s\(?(?:1[89]|20)\d{2}/u,
  // Bundesamt für Eis (Hrsg.): Jahresbericht 1998. Bonn 1999
  new RegExp(
    `^[^.:]{3,120}(?:\\.\\)|\\p{L}):\\s.{4,240}[.!?]\\s\\p{Lu}[\\p{L}/-]{2,24}(?:\\s(?:a\\. ?M\\.|u\\. ?a\\.|/ ?\\p{Lu}\\p{L}+))?\\s${Y}(?=,\\sS\\.|[.,;]|$)`,
    "u",
  ),
  // Hafenrecht, 3. Aufl. 2001
  new RegExp(`,\\s\\d{1,2}\\.\\s?(?:Aufl|Auflage)\\.?,?\\s(?:\\p{Lu}\\p{L}+\\s)?${Y}`, "u"),
  // Göttingen: Leineverlag 1983
  new RegExp(`\\p{Lu}[\\p{L}.’' /-]{1,40}:\\s\\p{Lu}[^:;()]{1,90}?[,;]?\\s${Y}`, "u"),
  // “Vans and Villages,” Library Futures 12: 33–47, and a year that was left out
  /[”»“’"],?\s\p{Lu}[^,;:()”»“"]{2,90}\s(?:vol\.\s)?\d{1,4}(?:,\s(?:no|nr|H)\.?\s?\d{1,4})?\s?:\s?\d{1,5}[-\u2010-\u2013]\d/u,
  // Reed, L.; Moss, T. Rust in old pipes. Water Lett. 2011, 3, 12–29
  new RegExp(
    `\\p{L}\\.?\\s${Y},\\s\\d{1,4}(?:\\s?\\(\\d{1,4}\\))?,\\s[A-Za-z]?\\d{1,6}[-\u2010-\u2013][A-Za-z]?\\d`,
    "u",
  ),
  // a quoted title with a year behind it
  new RegExp(`[”»“’"],?\\s.{0,160}?[\\s(]${Y}`, "u"),
];
/** Place and year at the end of the description, "Milano 1983, p. 3": may be a title that holds a year. */
const WEAK = new RegExp(
  `,\\s\\p{Lu}[\\p{L}.'’ /-]{1,40},?\\s${Y}(?=[,.;:)]|\\s(?:pp?|S)\\.|$)|,\\s${Y}(?=[,.;]|$)`,
  "u",
);
/** A day or month alone may date an entry of a work described before. */
const DATED: readonly RegExp[] = [
  // 30 September 2009 · September 30, 2009
  new RegExp(
    `(?:\\b\\d{1,2}\\.?\\s${MONTH}\\s|\\b${MONTH}\\s\\d{1,2},\\s|\\b\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?)${Y}`,
    "u",
  ),
  // 3 de mayo de 1871
  new RegExp(`,\\s(?:de\\s)?\\d{1,2}\\sde\\s\\p{L}{4,10}\\sde\\s${Y}(?=[,.;)]|$)`, "u"),
  // mai 1680
  new RegExp(`,\\s${MONTH}\\s${Y}(?=[,.;)]|$)`, "u"),
];
const APA = new RegExp(`^[^()]{2,200}\\(${Y}(?:,\\s[^()]{1,20})?\\)\\.?,?\\s`, "u");
const ARCHIVE =
  /\b(?:Arch\.\s?(?:nat|dép|mun|hist)|Archiv\p{L}*|\p{L}+archiv|Archives?|Ar(?:ch|qu)ivo(?=\s(?:Hist[óo]ric|Municipal|Gera|General|Provincial|Nacional|Diocesan|Distrital|Parroquial|del?\s|d[ao]\s))|Record Office|Records? Centre|Library|Bibliothek|Bibliothèque|Biblioteca|Archivio|Muniments|(?:Heritage|History|Studies) Centre|Special Collections|Historical Society|Record Society|Museum|Musée|Museo|Gallery|Public Records?|Papers|(?:Parish|Town|Church|Guild|Village|County|Estate) Chest|Collection|Nachlass|Fonds|Fondo)\b/u;
/** An archive by its letters: "TNA, ADM 1/1618", "BL, Add. MS 12345". */
const HOUSE =
  /^\p{Lu}{2,6}(?:\s\p{Lu}\p{Ll}+)?,\s(?=[^,]{0,24}\d)(?:\p{Lu}{1,5}\.?\s?\d|Add|MSS?|Cod|F\d|Best)/u;
const LETTERS = /(?:^|,\s)\p{Lu}{2,6},\s|^A\.\s?[DMCN]\.\s\p{Lu}|^Arch\.\s(?:dép|mun|nat|comm|hist)\./u;
const lettered = (text: string): boolean => LETTERS.test(text) || SHORT_HOUSE.test(text);
/** "GC 4/2, MCA", the letters behind the mark. */
const LETTERS_LAST = /\/\d[^;]{0,120},\s\p{Lu}{2,6}\.?$/u;
const SHELFMARK =
  /\b\p{Lu}{1,6}\.?\s?\d{1,6}(?:\/[\p{L}\d]{1,6}){1,5}|\b\p{Lu}{2,6}\s\d{1,6}(?:\/\d+)*|\b(?:MS|MSS|Ms|Cod|Rep|Nr|No|Bestand|Best|Bd|Box|Folder|File|Reg|reg|b|busta|fz|filza|carton|Bl|fol?s?|f|ff|c|cc)\.?\s?[\dIVX][\p{L}\d/.]*/u;

/** "Haushaltsbuch 1903, Privatbesitz Familie Venn": whose family keeps a paper that has a name. */
const KEPT_AT_HOME = new RegExp(`,\\s${KEPT_BY_FAMILY}`, "u");

export type Evidence = "strong" | "weak" | "none";

/** Returns how surely the text describes a work: a year alone is no evidence, an imprint is. Bounded by 1,200 units. */
export function fullEvidence(text: string): Evidence {
  const head = text.slice(0, 1200);
  if (findInterview(head) || KEPT_AT_HOME.test(head)) return "strong";
  if (APA.test(head)) return "strong";
  if (isAddressed(head) || STRONG.some((re) => re.test(head))) return "strong";
  if ((ARCHIVE.test(head) || HOUSE.test(head)) && SHELFMARK.test(head) && /,\s/.test(head)) return "strong";
  const house = isHouse(head.split(",", 1)[0]!) || lettered(head);
  const kept = house || ARCHIVE.test(head) ? parseArchival(text) : null;
  // A shortened house and a mark may be the paper that was described before.
  if (kept && SHORT_HOUSE.test(head) && kept.csl.title === undefined && kept.csl.issued === undefined)
    return "weak";
  if (kept && kept.csl.issued === undefined && LEAF_OF_SHORT.test(head)) return "weak";
  if (kept && (house || kept.csl.archive_location !== undefined)) return "strong";
  // Without a date it may be the short form of a paper described before.
  const last = kept === null && LETTERS_LAST.test(head) ? parseArchival(text) : null;
  if (last) return last.csl.issued === undefined ? "weak" : "strong";
  return WEAK.test(head) || DATED.some((re) => re.test(head)) ? "weak" : "none";
}

/** "Rules for Keepers, fol. 11r, HRO, 2/14": a leaf in front of the letters of a house, as papers are named again. */
const LEAF_OF_SHORT =
  /^\p{Lu}[^,;]{2,80},\s(?:fol?s?\.?|fls?\.|ff?\.|Bl\.|pp?\.)\s?\d{1,4}[rv]?(?:[-\u2010-\u2013]\d{0,4}[rv]?)?,\s\p{Lu}{2,6},\s[^,]{1,24}\.?$/u;

/** An APA reference is complete only with a title and something behind it. */
const APA_OPEN = new RegExp(
  `^[^()]{2,200}\\((?:\\d{1,2}\\s${MONTH}\\s|${MONTH}\\s(?:\\d{1,2},\\s)?)?${Y}(?:,\\s[^()]{1,20})?\\)(?![,:]\\s\\d)[.,]?(?:\\s[^.]*)?[.?!]?$`,
  "u",
);

const NO_PIN = new Set(["volume", "part"]);
const EXPLICIT =
  /(?:,|:|\s)\s?(?:at|hier|here|ici|qui|aquí|aqui|in part(?:ic)?\.|in particolare|in particular|segnatamente|spec\.|specie|en particulier|en particular|em particular|spéc\.|notamment|esp\.?|especially|bes\.|insb\.|particularly|notably)\s/giu;
const IMPRINT = new RegExp(
  `(?:\\s\\((?:PDF|Excel|Word|CSV|e-?book)(?:,\\s(?:\\d{1,4}\\s(?:pages|pp\\.|S\\.|Seiten)|[\\d.,]+\\s?[kMG]B)){0,2}\\)|\\b(?:Cmn?d?|Cd|CP|HC|HL|SP|Paper|Note|Report|Brief|Circular|Bulletin)\\.?\\s(?:No\\.\\s)?\\d{1,5}(?:[-/][IVX\\d]+)?,?\\s\\(?${Y}\\)|\\((?:[^()]|\\([^()]*\\)){0,160}?[\\p{L}.][:,;]?\\s(?:[^()]{0,100}\\s)?(?:\\d{4}[-\u2013])?${Y}(?:[,;]\\s[^()]{0,40})?\\)|\\p{Lu}[\\p{L}.’' /-]{1,40}:\\s\\p{Lu}[^:;()]{1,90}?[,;]?\\s${Y}|,\\s\\d{1,2}\\s(?:vols?\\.|tomes|tomos),\\s${Y}|,\\scol(?:l|l?\\.|e[cç]ção|lection|ección)\\s«[^«»]{2,80}»(?:,\\sn\\.?[°ºo]s?\\s\\d{1,4})?,\\s${Y}|(?<=,\\s\\p{Lu}[^,;«»]{2,40},\\s\\p{Lu}[^,;«»]{1,60}),\\s«[^«»]{2,60}»,\\s${Y}(?=,\\sp)|[,.]\\s(?:\\p{Lu}[\\p{L}.'’ /-]{1,30}|(?:université|universitat|universidad|università|école|institut|imprimerie|chez|éditions|aux|impr\\.)\\s[\\p{L}\\d.'’ /-]{1,60}),?\\s${Y})`,
  "gu",
);

/** A title in quotation marks. */
const CLOSED = /[“„«"'‘][^“„«]{2,300}[”“»"'’]/u;

/** A newspaper is cited by its day. */
const DAY = new RegExp(
  `(?:\\b\\d{1,2}\\sde\\s\\p{L}{4,10}\\sde\\s|\\b\\d{1,2}\\.?\\s${MONTH}\\s|\\b${MONTH}\\s\\d{1,2},\\s)${Y}$`,
  "u",
);

/** "Ilse Marrow (3 May 1998). “Title”. Paper.": the same where the day stands behind the author. */
const DAY_IN_FRONT = new RegExp(
  `^[^()“„«"]{2,120}\\((?:\\d{1,2}\\.?\\s${MONTH}\\s|${MONTH}\\s\\d{1,2},\\s)${Y}\\)\\.?,?\\s`,
  "u",
);

/** "Infirmary Archive, Case Book VII, p. 310": what an archive keeps has no pages of its own to be named by. */
const inVolume = (text: string): boolean =>
  (ARCHIVE.test(text) || lettered(text) || LETTERS_LAST.test(text)) &&
  !/Archiv für/.test(text) &&
  parseArchival(text) !== null;

/** "MS 12, item 3": the number of a paper that is described in front of the house belongs to its mark. */
const isItemOfMark = (text: string, { label, value }: Pinpoint): boolean =>
  label === "item" &&
  inVolume(text) &&
  (parseArchival(text)?.csl.archive_location ?? "").toLowerCase().endsWith(`item ${value}`);

/** "GC 11/3, fol. 40r, Gas Committee Papers, MCA": the leaf behind its mark, in front of the house. */
const LEAF_INSIDE =
  /,\s((?:fol?s?\.?|ff?\.|Bl\.|pp?\.)\s?\d{1,4}[rv]?(?:[-\u2010-\u2013]\d{1,4}[rv]?)?)(?=,\s\p{Lu}[^,\d]{1,60}(?:,\s(?:[^,\d]{2,60}|(?:\p{L}{1,6}\s?)?\d{1,5}(?:\/[\p{L}\d]{1,6}){0,4})){0,4}$)/u;

/** "p. 33-58, p. 36", "pp. 33-58: 40": a piece's own pages, and behind them the one that is cited. */
const OWN_THEN_CITED =
  /[,:]\s(?:pp?|págs?|pagg?|S)\.\s?(?:\d{1,5}|[ivxlc]{1,7})\s?[-\u2010-\u2013]\s?(?:\d{1,5}|[ivxlc]{1,7})(?:,\s(?=(?:pp?|págs?|pagg?|S)\.\s?\d)|:\s(?=\d))/u;

/**
 * "2 vols (London: Bartle, 1931), ii, 88", "(London: Bartle, 1931), II, 88": small numbers may be pages as well where no
 * volumes were counted.
 */
const ROMAN_VOLUME_AND_PAGE =
  /^,\s(?:vol\.\s)?([IVX]{1,5}|[ivx]{1,5}),\s(?:pp?\.\s?)?(\d{1,5}(?:\s?[-\u2010-\u2013]\s?\d{1,5})?)$/u;
const VOLUMES_COUNTED =
  /[\s,(](?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve)\s(?:vols?(?![\p{L}])|volumes)/u;

interface Tail {
  readonly pinpoint: Pinpoint | null;
  readonly workEnd: number;
  /** The pinpoint in the middle of the description, in front of an address. */
  readonly hole?: Span | null;
}

/** A journal or a piece in a collection names its own pages; a book does not. */
const IN_PERIODICAL = new RegExp(
  `\\d{1,4}\\s?\\(${Y}\\)|\\b(?:vol|no|Jg|Bd|fasc|H)\\.\\s?[\\dIVXLC]|${Y}(?:\\s${MONTH})?;\\s?\\d`,
  "u",
);
/** The number of a command paper is no volume. */
const COMMAND_PAPER =
  /\b((?:Cmn?d?|Cd|CP|HC|HL|SP)\.?|(?:Papers?|Notes?|Reports?|Briefs?|Circular|Bulletin)(?:\sNo\.?)?)\s\d{1,5}(?:[-/][IVX\d]+)?/gu;
const IN_BOOK =
  /[”»“’"][,.]?\s(?:in|In|dans|in:)[\s:]|,\s(?:in|In|dans|nel|en)(?::|\s(?=\p{Lu}|[“«„]))|\bIn:\s/u;

/** "in Achebe (ed), Modern Bailments (Corran Press 2018) 77, 84": where the piece begins, then the page cited. */
const OWN_AND_CITED = /^(\d{1,5}(?:-\d{1,5})?), (\d{1,5}(?:-\d{1,5})?)$/;

/** "(Vienna: Faesy, 1873), no. 412": the number of a catalogue's entry behind the imprint. */
const NUMBERED =
  /^,?\s(?:cat(?:alogue)?\.?\s|Kat\.[\s-])?(?:[Nn]os?\.?|[Ll]ots?|Nrn?\.|n[°º]s?|№)\s?(\d{1,5}[a-z]?(?:(?:\s?[-–]\s?|,\s|\s(?:and|und|et|&)\s)\d{1,5}[a-z]?){0,4})$/u;
/** "(Ames: Belt, 2015), 9, table 3", "Wald 1911, S. 88, Tab. 14": the page of a book in front of what stands on it. */
const PAGE_OF_BOOK = new RegExp(
  `(?:(?<=\\([^()]{2,120}\\s${Y}\\)),\\s(?:pp?\\.\\s?)?|(?<=\\p{Lu}[^,:;()]{1,60},?\\s${Y}),\\s(?:pp?\\.|S\\.)\\s?)(\\d{1,4})$`,
  "u",
);
/** "Madrid, Olmo, 1984, t. II, p. 34": a work of several volumes, whose page stands behind the one that is meant. */
const VOLUME_OF_PAGE =
  /^,\s(?:t\.|tomo|tome|vols?\.|Bd\.)\s?(?:\d{1,3}|[IVXLC]{1,6}),(?=\s(?:pp?\.|págs?\.|S\.)\s?\d)/u;
/** "(Nashville: Green, 1977–1981), 2:145": volume and page of a book of several. */
const VOLUME_AND_PAGE = /^,\s(\d{1,2}):(\d{1,5}(?:[-\u2010-\u2013]\d{1,5})?)$/u;
/** "Ports Board, Dredging at Night (2017) 6": behind the year of a title without quotation marks stands a page. */
const PAGE_OF_REPORT =
  /(?<=,\s\p{Lu}[^,()\s]*\s[^,()]{3,200}\s\((?:1[89]|20)\d\d\)\s)\d{1,3}(?:[-\u2010-\u2013]\d{1,3})?$/u;
const REPORT_LOOK = 240;
/** An address with the day of its reading, or a DOI: the place was named before it. */
const ADDRESS =
  /[,.]\s(?:(?:available\s)?(?:at|from|online|unter|URL)?:?\s)?(?:<?https?:\/\/[^\s<>]+>?|doi:?\s?10\.\d[^\s<>]+)(?:,?\s\(?(?:last\s)?(?:accessed|visited|retrieved|viewed|abgerufen|consulté|zuletzt)[^()]{0,50}\)?)?$/iu;

/** "9–12, ISBN 978-1-4028-9462-7": the same for the number of a book. */
const BOOK_NUMBER = /[,.;]\s(?:e-?)?ISBN(?:-1[03])?:?\s?\d[\d -]{7,15}[\dXx]$/u;

/** "Schiene und Stadt, Bd. 2, 2. Aufl., Leipzig: Pleiße-Verlag 1988": no journal names a town and a house. */
const GERMAN_VOLUME =
  /^(?!.{0,400}(?:,\sin:\s|[“„»]))[^;]{3,300},\s(?:Bd|Teilbd)\.\s[\dIVX]{1,4},\s(?:\d{1,2}\.(?:,?\s?\p{Ll}{2,14}\.?(?:\su(?:nd|\.)\s\p{Ll}{2,14}\.?)?)?\s?Aufl(?:\.|age),\s)?\p{Lu}[^:;,()\d]{1,40}:\s\p{Lu}[^:;()]{1,80}\s\d{4}$/u;

/**
 * "Final Report, vol. 2 (London: Stationery Board, 2017)": a volume with a place and a house is a book's, where no
 * title in quotation marks says that a piece of it is meant.
 */
const isVolumeOfBook = (text: string): boolean =>
  GERMAN_VOLUME.test(text) ||
  (/\svol\.\s[\dIVXLCivxlc]{1,6}\s\([^():]{2,40}:\s\p{Lu}[^()]{1,80},\s\d{4}\)$/u.test(text) &&
    !/[“„«"]|(?:^|[\s,])‘/u.test(text));

/** "HL Deb 3 May 1971, vol 318, col 520 (Lord Pickering)": who spoke there. */
const SPEAKER = /(?<=,\scols?\.?\s\d[\dA-Z\u2010-\u2013-]{0,10})\s\(\p{Lu}[^()\d;]{2,60}\)$/u;

/** Returns the pinpoint at the end of a full reference and where the description of the work ends before it. */
export function tailPinpoint(text: string): Tail {
  const none: Tail = { pinpoint: null, workEnd: text.length };
  const end = endWithout(text, ".,;");
  const fills = (at: number) => {
    const pin = parsePinpoint(text, at);
    return pin && pin.end >= end && !NO_PIN.has(pin.pinpoint.label) ? pin : null;
  };
  const speaker = SPEAKER.exec(text.slice(0, end));
  if (speaker) return tailPinpoint(text.slice(0, speaker.index));
  const address = ADDRESS.exec(text.slice(0, end)) ?? BOOK_NUMBER.exec(text.slice(0, end));
  if (address) {
    const before = tailPinpoint(text.slice(0, address.index));
    const hole = before.workEnd < address.index ? { start: before.workEnd, end: address.index } : null;
    return { pinpoint: before.pinpoint, workEnd: text.length, hole };
  }
  const leaf = LEAF_INSIDE.exec(text.slice(0, end));
  if (leaf && inVolume(text)) {
    const at = leaf.index + 2;
    const pin = parsePinpoint(text, at);
    const hole = { start: leaf.index, end: at + leaf[1]!.length };
    if (pin && pin.end === hole.end) return { pinpoint: pin.pinpoint, workEnd: text.length, hole };
  }
  const bracket = /\s\(((?:at\s)?(?:pp?|S)\.\s?[^()]{1,24})\)$/.exec(text.slice(0, end));
  if (bracket) {
    const pin = parsePinpoint(bracket[1]!);
    if (pin) return { pinpoint: pin.pinpoint, workEnd: bracket.index };
  }
  EXPLICIT.lastIndex = Math.max(0, text.length - 90);
  for (let m = EXPLICIT.exec(text); m; m = EXPLICIT.exec(text)) {
    const pin = fills(m.index);
    if (pin?.labelled) return { pinpoint: pin.pinpoint, workEnd: m.index };
  }
  const from = Math.max(0, text.length - 70);
  const own = OWN_THEN_CITED.exec(text.slice(from, end));
  const cited = own ? from + own.index + own[0].length : 0;
  const behind = own ? fills(cited) : null;
  if (behind?.pinpoint.label === "page") return { pinpoint: behind.pinpoint, workEnd: cited - 2 };
  // Anything but a page at the end is a place: no work has a folio or a table in its description.
  const tail =
    /[,.]\s(?=[^,.]{1,14}\.?\s?[\divxlcIVXLC](?:(?!\.\spp?\.)[^,]){0,16}$|(?:[Aa]pp\.|[Aa]ppendix|[Aa]nnex|Anhang|[Tt]able|[Pp]art)\s[A-Z][.,;]?$|(?:pp?\.|S\.)\s?\d{1,3},?\s(?:cols?\.?|Sp\.)\s?[\da-h][^,.]{0,6}[.,;]?$)/u.exec(
      text.slice(-48),
    );
  if (tail) {
    const at = text.length - Math.min(48, text.length) + tail.index;
    const pin = fills(at + tail[0].length);
    // "Art. 12" of a journal is an article number, "p. 2" of a newspaper's day the place.
    const article = pin?.pinpoint.label === "article" && IN_PERIODICAL.test(text);
    const byDay = DAY.test(text.slice(0, at)) || DAY_IN_FRONT.test(text);
    const inPaper = byDay || inVolume(text) || KEPT_AT_HOME.test(text);
    const page = pin?.pinpoint.label === "page" && !inPaper;
    // "S. 44, Anm. 3": a note of the page cited.
    const ofPage =
      pin?.pinpoint.label === "note" && /(?:pp?\.|S\.|pagg?\.)\s?\d[^,]{0,12}$/u.test(text.slice(0, at));
    const whole = pin && !IN_BOOK.test(text) && !IN_PERIODICAL.test(text.slice(0, at));
    const onPage = whole ? PAGE_OF_BOOK.exec(text.slice(0, at)) : null;
    if (onPage) return { pinpoint: { label: "page", value: onPage[1]! }, workEnd: onPage.index };
    const placed = pin && (pin.labelled || byDay) && !isItemOfMark(text, pin.pinpoint);
    if (placed && !article && !page && !ofPage) return { pinpoint: pin.pinpoint, workEnd: at };
  }
  // "Merrowgate Observer, December 2, 1872, 3": a page behind the day of a paper.
  const bare = /,\s(?=\p{Lu}?\d{1,3}(?:[-\u2010-\u2013]\d{1,3})?$)/u.exec(
    text.slice(Math.max(0, end - 12), end),
  );
  if (bare) {
    const at = Math.max(0, end - 12) + bare.index;
    const pin = DAY.test(text.slice(0, at)) && CLOSED.test(text) ? fills(at + bare[0].length) : null;
    if (pin) return { pinpoint: pin.pinpoint, workEnd: at };
  }
  const report = PAGE_OF_REPORT.exec(text.slice(Math.max(0, end - REPORT_LOOK), end));
  if (report && !CLOSED.test(text)) {
    const at = Math.max(0, end - REPORT_LOOK) + report.index;
    const pin = fills(at);
    if (pin) return { pinpoint: pin.pinpoint, workEnd: endWithout(text.slice(0, at), "") };
  }
  let imprint = -1;
  IMPRINT.lastIndex = 0;
  for (let m = IMPRINT.exec(text); m; m = IMPRINT.exec(text)) imprint = m.index + m[0].length;
  if (imprint < 0) return none;
  const described = text.slice(0, imprint);
  const periodical = !isVolumeOfBook(described) && IN_PERIODICAL.test(described.replace(COMMAND_PAPER, "$1"));
  const numbered = IN_PERIODICAL.test(described) ? null : NUMBERED.exec(text.slice(imprint, end));
  if (numbered) {
    const value = numbered[1]!.replace(/\s?[-–]\s?/g, "-");
    return { pinpoint: { label: "number", value }, workEnd: imprint };
  }
  const paged = periodical ? null : VOLUME_AND_PAGE.exec(text.slice(imprint, end));
  if (paged) {
    const value = `${paged[1]}:${paged[2]!.replace(/[\u2010-\u2013]/g, "-")}`;
    return { pinpoint: { label: "page", value }, workEnd: imprint };
  }
  const roman = periodical ? null : ROMAN_VOLUME_AND_PAGE.exec(text.slice(imprint, end));
  if (roman && (/[IVX]/.test(roman[1]!) || VOLUMES_COUNTED.test(described))) {
    const value = roman[2]!.replace(/\s?[\u2010-\u2013-]\s?/g, "-");
    return { pinpoint: { label: "page", value }, workEnd: imprint };
  }
  const volume = periodical ? 0 : (VOLUME_OF_PAGE.exec(text.slice(imprint, end))?.[0].length ?? 0);
  const stop = text[imprint] === "." ? 1 : volume;
  const pin = fills(imprint + stop);
  if (!pin || !/^[\s\u00a0]?[,:.]?[\s\u00a0]/.test(text.slice(imprint, imprint + 3))) return none;
  if (volume > 0) return { pinpoint: pin.pinpoint, workEnd: imprint };
  if (periodical) return none;
  const range = expandRange(pin.pinpoint.value);
  const pages = IN_BOOK.test(text) && stop === 0 ? OWN_AND_CITED.exec(pin.pinpoint.value) : null;
  const workEnd = pin.start + (pages?.[1]?.length ?? 0);
  if (pages && text.slice(pin.start, workEnd).replace(/[\u2010-\u2013]/, "-") === pages[1]) {
    return { pinpoint: { label: "page", value: pages[2]! }, workEnd };
  }
  if (IN_BOOK.test(text) && (stop > 0 || (range && range.last > range.first + 1))) return none;
  return { pinpoint: pin.pinpoint, workEnd: imprint };
}

/** Returns an ancient work with its place, "Josephus, Ant. 14.2.1", where nothing else is said. */
function readAncient(text: string): Reading | null {
  const work = parseAncient(text, false);
  const value = work?.place?.replace(/\u2013/g, "-");
  if (!work || value === undefined) return null;
  const { author, title } = work.reference.csl;
  const names = (author ?? []).map((person) => person.family ?? "");
  const pinpoint = { label: "section", value } as const;
  return reading("full", work.end, { names, title: title ?? null, pinpoint, workEnd: work.workEnd });
}

/** Returns a full reference that fills the whole text, or null. */
export function readFull(text: string, known: boolean): Reading | null {
  const ancient = readAncient(text);
  if (ancient) return ancient;
  const legal = readLegalFull(text);
  if (legal && /^[\s.,;:]*$/.test(text.slice(legal.end))) return legal;
  const end = endWithout(text.slice(0, beforeAlias(text)), ",;:");
  const evidence = fullEvidence(text);
  if (evidence === "none" || (evidence === "weak" && known)) return null;
  const names = readNames(text);
  const { pinpoint, workEnd, hole = null } = tailPinpoint(text.slice(0, end));
  return reading("full", end, {
    names: names?.names ?? [],
    namesTruncated: names?.truncated ?? false,
    pinpoint,
    workEnd,
    hole,
    closed: !APA_OPEN.test(text),
  });
}

/** A title that says which year's or which number's paper it is. */
const COUNTED = /\p{L}\P{L}*\s(?:(?:1[89]|20)\d{2}(?:[-\u2010-\u2013/]\d{2,4})?|\d{1,4}\/\d{2,4})$/u;

/**
 * Returns a short citation read as a full one where a body is named with a paper that carries its year or number,
 * "Department of Ports, Annual Report 2015–16, p. 33": nothing more is ever said of such a paper. Else null.
 */
export function asPaper(text: string, short: Reading): Reading | null {
  const [name, ...others] = short.names;
  if (name === undefined || others.length > 0 || short.title === null || short.year !== null) return null;
  if (short.key !== null || !isBody(name) || !/\s/.test(name) || !COUNTED.test(short.title)) return null;
  const workEnd = short.pinpoint === null ? short.end : text.lastIndexOf(",", short.end - 1);
  return reading("full", short.end, { names: short.names, pinpoint: short.pinpoint, workEnd });
}
