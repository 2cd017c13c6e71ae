/**
 * The grammar of unpublished sources: an archive or library, a shelf mark, and words that say what lies there.
 * "Letter of N to M" names its writer. A leaf is proved as "locator".
 */
import type { ParsedReference, Span } from "../model.ts";
import { CORRESPONDENCE, nameTitle } from "./archival-writer.ts";
import { Builder } from "./build.ts";
import { MONTH, parseDate } from "./dates.ts";
import { isListed } from "./gazetteer.ts";
import { parseNames } from "./names.ts";
import { HOUSE_IN_ONE_WORD } from "./note/houses.ts";
import { isRecording } from "./repair-recording.ts";
import { trim } from "./segment.ts";
import { DAY_OF_PAPER, dateByTitle, TERM_AT_END } from "./title-date.ts";

const RULE = "archival-citation";
const LONGEST = 500;

const HOLDER =
  /(?:^|\s)(?:\p{L}*[Aa]rchiv(?:s|es?|io|o|um)?|Arquivo|Arxiu|Torre do Tombo|Records? (?:Office|Centre|Center)|Public Record Office|(?:Heritage|History|Studies) Centre|Library|Libraries|\p{L}*[Bb]ibliothek|Bibliothèque|Biblioteca|Muniments|Papers|(?:Parish|Town|Church|Guild|Village|County|Estate) Chest|Special Collections|Historical Society|Record Society|\p{L}*[Aa]rkiv(?:et)?|Museum)(?=$|[\s.,(])|^Arch\.\s(?:dép|mun|nat|comm|hist)\..*|^(?:ASV|A\. ?S\. ?V\.|TNA|PRO|NARA|BL|BnF|GStA|BArch|PRONI)$|^(?:StA|StadtA|HStA|BayHStA|GLA|LHA|LA|NLA|GemA|PfA|KA|UA)\s\p{Lu}\p{L}[\p{L}. -]{1,40}$/u;
/** Further houses: "AD Save", "Arch. nat.", "Musée de Lorec", "Sorn Art Gallery". */
const OTHER_HOLDER =
  /^(?:A\.?D\.?|A\.?M\.?|A\.?C\.?|A\.?N\.?)(?:\s(?:de\s(?:la\s|l['’])?|du\s|des\s)?\p{Lu}[\p{L}-]+)?$|^Arch\.\s(?:nat|dép|mun|comm|dioc|hist)(?!\p{L})|^(?:Musée|Museo)(?:\s|$)|(?:^|\s)(?:Art\s)?Galler(?:y|ies)(?=\s|$)/u;
const PAPERS = /\sPapers$/u;
/** Who keeps nothing but papers: a volume of theirs is no printed one. */
const ARCHIVE = /[Aa]rchiv|Record/;
const SHELF =
  /^(?:(?:\p{Ll}{3,14}\s)?(?:MSS?|[Mm]ss?|Add\.? MSS?|Cod(?:ex)?|Cgm|Clm|Rep|Bestand|Best|Nr|[Nn]o|Sign?|Signatur|[Bb]ox|[Ff]older|[Ff]ile|[Bb]undle|[Pp]arcel|[Rr]egister|[Ll]edger|[Rr]oll|[Dd]ossier|[Ll]iasse|[Ll]egajo|[Cc]arton|Karton|Kasten|Mappe|Fach|Lade|Schublade|Konvolut|Fasz|Cl|Bü|Series|RG|Record Group|[Rr]eg|Registro|b|busta|filza|fz|fondo|Fonds?|cart|Acc|Ref|[Ii]nv|Urk|Akten?|Tit|Lit)\.?(?:\s|(?=\d))(?!(?:of|for|der|des|de|du)\s)(?:no\.?\s)?[\p{L}\d][\p{L}\d./ –-]{0,40}|\p{Lu}\p{L}{2,24}\.?\s\d{1,5}(?:\/[\p{L}\d]{1,6}){1,4}|\d{1,4}\s?\p{Lu}{1,3}\s?\d{1,5}(?:\/[\p{L}\d]{1,6})*|\p{Lu}{1,6}\d?\.?(?:\s\p{Lu}{1,4})?\s?\d[\d\p{L}]{0,6}(?:(?:[/.-][\p{L}\d]{1,8}){0,6}|(?:\/[\p{L}\d]{1,8}){1,4}–\d{1,5})|\p{Lu}{1,6}\s\p{Lu}{1,4}\/\d[\p{L}\d/.-]{0,12}|[\p{L}\d]{1,6}(?:\/[\p{L}\d]{1,8}){1,6}(?:\s\d[\d/]{0,10})?)$/u;
/** "leg. 204", "caja 9", "exp. 15", "libro 61", "cx. 4", "mç. 3": what Spanish and Portuguese archives put their papers in. */
const IBERIAN_UNIT =
  /^(?:[Ll]eg(?:ajo|s?\.)|[Cc]ajas?|[Cc]x\.|[Cc]aixas?|[Mm]ç\.|[Mm]aços?|[Ll]iv(?:ro|\.)|[Pp]astas?|[Pp]roc(?:esso|\.)|[Dd]oc\.|[Cc]ód(?:ice|\.)|[Ee]xp(?:ediente|tes?\.|s?\.)|[Ll]ibro|[Ll]ib\.|[Cc]arpeta|[Cc]arp\.|[Pp]ieza|[Pp]rotocolo|[Pp]rot\.|[Mm]azo)\s(?:n\.?[ºo°]\.?\s|núm\.\s)?\d[\d.]{0,8}(?:[/-]\d{1,6})*[a-z]?$/u;
/** "n.º 33" numbers what lies in the unit before it. */
const NUMBER_IN_UNIT = /^(?:n\.?[ºo°]\.?|núm\.)\s?\d{1,5}$/u;
/** "sin foliar": the leaves have no numbers. */
const NO_LEAVES = /^(?:s\.\s?fo?l?\.?|sin fol(?:iar|io|\.)?|s\/f)$/u;
/** "111-1": a mark only where another part of the mark follows, else it is a range of pages. */
const NUMBERS = /^\d{1,4}-\d{1,4}$/;
const LEAF =
  /^(?:fol?s?\.?|fls?\.|ff?\.|mm?\.|Bl\.|Blatt|c\.|cc\.|p\.|pp\.|S\.)\s?\d+[rv]?(?:[-–]\d*[rv]?)?$/u;
const BARE_NUMBER = /^\d{1,4}$/;
/** "Condemned goods, no. 311": an item of what the title names. */
const ITEM = /^(?:[Nn]os?\.?|items?|Nr\.?)\s\d{1,5}[a-z]?$/u;
/** What a title begins with that has a writer's name before it. */
const QUOTES = /[“”„"‘'«]/;
const VOLUME = /^(?:Bd\.?|Band|vol\.?|t\.)\s?([\dIVXLC]+)$/u;
const DATE =
  /^(?:(?:\d{1,2}(?:er|\.)?\s)?(?:(?:de\s)?\p{L}{3,}\.?\s(?:de\s)?)?(?:\d{1,2},?\s)?1[0-9]{3}|(?:\d{1,2}\.?\s)?(?:(?:de\s)?\p{L}{3,}\.?\s(?:de\s)?)?20\d\d)(?:[-–]\d{1,4})?$/u;
/** Who keeps papers by its full name: "Stadtarchiv Neuburg", "Grimsholm Borough Archives"; no journal is called so. */
const HOUSE =
  /^(?:\p{Lu}\p{L}+ar(?:ch|k)iv(?:et)?(?:\s\p{L}[^,:;]*)?|(?:\p{L}[\p{L}.’'-]*\s){1,5}(?:Archives?|Record Office|Records Centre|Muniments)|Archives? (?:nationales?|départementales|municipales|de|du|des|of)\s?.*|Archivio (?:di Stato|storico|segreto|comunale).*|(?:Archivo|Arquivo|Arxiu) (?:Hist[óò]ric|Municipal|Geral|General|Provincial|Nacional|Diocesan|Distrital|Catedralici|Parroquial|Regional|Comarcal|Notarial|Ducal|de la|del?|do|da) ?.*)$/u;
const STROKES =
  /^(?:\p{Lu}{1,6}\s)?\p{L}{1,6}\s?\d{0,5}(?:\/[\p{L}\d]{1,8}){1,6}(?:–\d{1,5}|\s\d{1,5}(?:\/\d{1,5}){0,3})?$/u;
/** "5/31": a mark of numbers alone, which only the letters of a house in front of it tell from a date. */
const NUMBERS_IN_STROKES = /^\d{1,4}(?:\/\d{1,5}){1,4}$/u;
/** "Bestand 12": what only archives divide their papers into. */
const UNIT_OF_ARCHIVE = /^(?:Bestand|Best\.|Rep\.|Fonds|Nachlass|Nachlaß|RG|Record Group)\s[\dIVXLC]/u;
/** Letters that stand for a house, "GBA", and further on a mark with strokes or a leaf and a day or a title. */
const lettered = (parts: readonly Part[]): number =>
  parts.findIndex(
    ({ text }, i) =>
      /^\p{Lu}{2,6}$/u.test(text) &&
      // "CRO, QS/1/88": letters and mark are all that is said of a paper that was described before.
      (parts.length > 2 || (i === 0 && /\/.*\d/.test(parts[1]?.text ?? ""))) &&
      // At the end of the string the mark follows at once.
      parts
        .slice(i + 1, i === 0 ? undefined : i + 2)
        .some(
          (p) =>
            (STROKES.test(p.text) && !p.text.startsWith(text)) ||
            IBERIAN_UNIT.test(p.text) ||
            UNIT_OF_ARCHIVE.test(p.text),
        ) &&
      parts.every((p) => !/https?:|^\d{1,4}$|\bpp?\.\s/.test(p.text)),
  );

/**
 * "Josef Hanl to the vicar, 2 April 1869, VPA, bundle 4", "Order Book, Easter 1731, TRO, Q 2/1": the letters of a house between
 * a paper and its mark.
 */
function letteredInside(parts: readonly Part[]): number {
  return parts.findIndex(
    (p, i) =>
      i > 0 &&
      /^(?![IVXLC]+$)\p{Lu}{2,6}$/u.test(p.text) &&
      parts.slice(1, i).some(({ text }) => isDate(text) || LEAF.test(text) || TERM_AT_END.test(text)) &&
      parts
        .slice(i + 1)
        .some(
          ({ text }) =>
            STROKES.test(text) ||
            NUMBERS_IN_STROKES.test(text) ||
            IBERIAN_UNIT.test(text) ||
            UNIT_OF_ARCHIVE.test(text) ||
            (/^(?:\p{Ll}|MSS?\s|Box|Folder|File)/u.test(text) && SHELF.test(text)),
        ),
  );
}

/** "Minutes of the Gas Committee, October 17, 1872, GC 4/2, MCA": the letters of a house behind the mark, at the end. */
function letteredAtEnd(parts: readonly Part[]): number {
  const last = parts.length - 1;
  const house = /^(?![IVXLCDM]+$)\p{Lu}{2,6}$/u.test(parts[last]?.text ?? "");
  const marked = parts.some((p, i) => i > 0 && i < last && MARK_WITH_STROKE.test(p.text));
  const pages = parts.some((p) => /https?:|^\d{1,3}$/.test(p.text));
  return last > 1 && house && marked && !pages ? last : -1;
}

/** "GC 11/3", "TC 3/8": letters and numbers parted by strokes. */
const MARK_WITH_STROKE = /^\p{Lu}{1,6}\.?\s?\d{1,5}(?:\/[\p{L}\d]{1,8}){1,6}$/u;

/** "The National Archives (TNA)", "Parish Archive (hereafter VPA)": the letters stand for the name before them. */
const STANDS_FOR =
  /\s[([](?:(?:here(?:in)?after|henceforth|künftig|im Folgenden|fortan|ci-après|désormais|abgekürzt|en adelante|en lo sucesivo|doravante),?:?\s)?[“"‘]?\p{Lu}[\p{L}\d]{1,7}[”"’]?[)\]]$/u;

function splitHouse(text: string): { readonly name: string; readonly letters: number } {
  const letters = STANDS_FOR.exec(text)?.[0].length ?? 0;
  return { name: text.slice(0, text.length - letters), letters };
}

/** Returns whether the words are the full name of a house that keeps papers, its letters behind it or not. */
export const isHouse = (text: string): boolean => HOUSE.test(splitHouse(text).name);

/** "loan book no. 6": what only one house has, whatever kind of house it is. */
const OWN_BOOK =
  /^(?:\p{Ll}{3,}\s){0,2}\p{Ll}*(?:book|register|ledger|log|diary)(?:\s(?:no\.?|vol\.?)?\s?\d{1,3})?$/u;

/** "März 1871" is a date, "Eisbuch 1871" a book. */
const isDate = (text: string): boolean =>
  DATE.test(text) && (!/\p{L}/u.test(text) || (parseDate(text)?.date["date-parts"]?.[0]?.length ?? 0) > 1);

/**
 * "Day Books, 1806–31, NRO, CR 1/7": years that a book was kept in belong to its name. Where the house stands last, as
 * in Chicago's notes, they are the date.
 */
const YEARS = /^(?:c(?:a|irca)?\.?\s?)?1\d{3}\s?[-–]\s?\d{1,4}$/;

/** "“Hedges” (scrapbook, ca. 1872–1885)": what kind of paper it is, perhaps with its years. */
const OF_KIND =
  /\((?:\p{L}+\s){0,2}(?:scrapbook|diary|journal|notebook|ledger|album|letters?|manuscript|typescript|draft|memoir|minutes?|minute book|account book|sketchbook|photographs?|map|plan|drawing|register|notes|Tagebuch|Manuskript|Typoskript|carnet|cahier)(?:,?\s(?:(?:ca?\.|circa|um|vers)\s?)?((?:1\d{3}|20\d\d)(?:\s?[-–]\s?\d{2,4})?))?\)/du;

interface Part extends Span {
  readonly text: string;
}

/** Returns the reference where the string names a holding archive and a shelf mark or leaf, else null. */
export function parseArchival(raw: string): ParsedReference | null {
  if (raw.length > LONGEST) return null;
  const kind = OF_KIND.exec(raw);
  if (!kind) return readArchival(raw);
  const read = readArchival(raw.replace(OF_KIND, (words) => " ".repeat(words.length)));
  const years = kind.indices?.[1];
  const issued = years && parseDate(raw.slice(...years))?.date;
  if (!read || !issued || read.csl.issued !== undefined) return read;
  const span = { start: years[0], end: years[1] };
  const basis = { rule: RULE, confidence: "likely", spans: [span] } as const;
  return {
    ...read,
    csl: { ...read.csl, issued },
    evidence: [...read.evidence, { field: "issued", ...span, basis }].sort((a, b) => a.start - b.start),
  };
}

function readArchival(raw: string): ParsedReference | null {
  const parts = cut(raw);
  const holds = ({ text }: Part): boolean =>
    (HOLDER.test(text) || OTHER_HOLDER.test(text) || HOUSE_IN_ONE_WORD.test(text)) &&
    text.length < 80 &&
    !/\d{3}/.test(text);
  // "Odell Papers, box 3, folder 9, Melby Record Office": the papers are what is cited, and lie in the house.
  const behindPapers = PAPERS.test(parts[0]?.text ?? "")
    ? parts.findIndex((p, i) => i > 0 && holds(p) && !PAPERS.test(p.text))
    : -1;
  const named = behindPapers > 0 ? behindPapers : parts.findIndex(holds);
  const inside = letteredInside(parts);
  // "…, MTA, Family Papers, box 12": the papers are a part of what the house keeps.
  const alone = (): number => (lettered(parts) >= 0 ? lettered(parts) : letteredAtEnd(parts));
  const holder = inside >= 0 && (named < 0 || inside < named) ? inside : named < 0 ? alone() : named;
  if (holder < 0 || parts.length < 2) return null;
  const isShelf = (p: Part, i: number): boolean =>
    i !== holder &&
    (SHELF.test(p.text) ||
      IBERIAN_UNIT.test(p.text) ||
      (NUMBER_IN_UNIT.test(p.text) && IBERIAN_UNIT.test(parts[i - 1]?.text ?? "")) ||
      (NUMBERS.test(p.text) && SHELF.test(parts[i + 1]?.text ?? ""))) &&
    !VOLUME.test(p.text) &&
    !LEAF.test(p.text) &&
    !isDate(p.text);
  const first = parts.findIndex(isShelf);
  // A shelf mark may run over several parts: "111-1, Cl. VII, Lit. Kc, Nr. 3".
  let last = first;
  while (first >= 0 && last + 1 < parts.length && isShelf(parts[last + 1]!, last + 1)) last++;
  // "Deposition of Ann Orr, 3 May 1790, Diocesan Library, MS 12, item 3": the paper itself has that number.
  if (first > holder && holder > 0 && ITEM.test(parts[last + 1]?.text ?? "")) last++;
  // "Wages Book, 1875, West Moor Record Office, ORM 7/21, 61": behind the mark of a named archive a number is a page.
  const numbered = parts.flatMap((p, i) => (BARE_NUMBER.test(p.text) ? [i] : []));
  const atEnd = first > holder && last === parts.length - 2 && ARCHIVE.test(parts[holder]!.text);
  const isPage = (i: number): boolean => atEnd && i === last + 1 && numbered.includes(i);
  const leaves = parts.flatMap((p, i) =>
    LEAF.test(p.text) || NO_LEAVES.test(p.text) || isPage(i) ? [i] : [],
  );
  const volumes = parts.some((p) => VOLUME.test(p.text));
  const volume = volumes && (ARCHIVE.test(parts[holder]!.text) || holder === inside);
  // "Archiv für Kulturgeschichte, 58, 1976" and "Meteoritics; vol. 34" are periodicals.
  if ((volumes && !volume) || numbered.some((i) => !DATE.test(parts[i]!.text) && !isPage(i))) return null;
  const keeps = isHouse(parts[0]!.text) || OWN_BOOK.test(parts[1]!.text);
  const house = holder === 0 && keeps && parts.length < 6;
  // "Protokollbuch des Vereins, Vereinsarchiv Marxloh": the house behind what it keeps, and nothing else.
  const behind =
    holder > 0 &&
    holder === parts.length - 1 &&
    parts.length < 4 &&
    isHouse(parts[holder]!.text) &&
    !/\d/.test(raw);
  // A letter of a day needs no mark to be found among its writer's papers.
  const letter = holder > 1 && CORRESPONDENCE.test(parts[0]!.text) && isDate(parts[1]!.text);
  if (first < 0 && leaves.length === 0 && !volume && !house && !behind && !letter) return null;
  if (isRecording(raw)) return null;
  // A printed book says its publisher behind a colon, or sits in brackets with its year.
  if (/\((?:[^()]*:)?[^()]*\b(?:1[4-9]|20)\d\d\)|:\s\p{Lu}[^,:]*,\s\d{4}/u.test(raw)) return null;
  const b = new Builder(raw);
  const prove = (field: string, span: Span): void => b.prove(field, span, "likely", RULE);
  const text = (span: Span): string => raw.slice(span.start, span.end);
  const letters = splitHouse(parts[holder]!.text).letters;
  const whole = parts[holder]!;
  const at = { ...whole, end: whole.end - letters };
  b.draft.archive = text(at);
  prove("archive", at);
  if (first >= 0) {
    const span = { start: parts[first]!.start, end: parts[last]!.end };
    b.draft.archive_location = text(span);
    prove("archive_location", span);
  }
  let title: Part | null = null;
  const withPart = ({ start }: Part, { end }: Part): Part => ({ start, end, text: raw.slice(start, end) });
  // "J. Rudd, ‘My Time in the Steeple’, Record Office, MC 44/19": who wrote what the quotation marks hold.
  const writers =
    holder > 1 && first > holder && QUOTES.test(raw.slice(parts[1]!.start - 1, parts[1]!.start + 1))
      ? parseNames(parts[0]!.text).names
      : [];
  const signed = writers.length > 0;
  if (signed) {
    b.addPeople("author", writers);
    prove("author", parts[0]!);
  }
  parts.forEach((part, i) => {
    if (i === holder || (signed && i === 0) || (first >= 0 && i >= first && i <= last)) return;
    const volume = VOLUME.exec(part.text);
    // "Skerry Log, vol. 4, 1853, HRO": in front of the house the volume is a part of what the book is called.
    if (volume && title !== null && i === 1 && i < holder) title = withPart(title, part);
    else if (volume && b.draft.volume === undefined) {
      b.draft.volume = volume[1]!;
      prove("volume", part);
    } else if (leaves.includes(i)) {
      if (!b.evidence.some((e) => e.field === "locator")) prove("locator", part);
    } else if (
      title !== null &&
      i < holder &&
      holder < first &&
      title.end + 3 > part.start &&
      YEARS.test(part.text)
    ) {
      title = withPart(title, part);
    } else if (isDate(part.text) && b.draft.issued === undefined) {
      const read = parseDate(part.text);
      if (!read) return;
      b.draft.issued = read.date;
      prove("issued", part);
    } else if (title !== null && i === parts.length - 1 && ITEM.test(part.text)) prove("locator", part);
    else if (title === null) title = part;
    else if (first === holder + 2 && title === parts[holder + 1] && isTown(title, at)) title = part;
    else if (title.end + 3 > part.start && part.start > title.start) title = withPart(title, part);
  });
  if (title !== null) nameTitle(b, signed ? unquoted(raw, title) : title, prove);
  dateByTitle(b, DAY_OF_PAPER);
  dateByTitle(b, TERM_AT_END, 1);
  return b.finish("manuscript", "likely");
}

/** The span without quotation marks around it. */
function unquoted(raw: string, { start, end }: Span): Span {
  const open = QUOTES.test(raw.charAt(start)) ? 1 : 0;
  return { start: start + open, end: open > 0 && /[”“"’'»]/.test(raw.charAt(end - 1)) ? end - 1 : end };
}

/** "The National Archives, Kew, HO 45": between the house and its mark stands a town where more is said later. */
const isTown = (part: Part, house: Part): boolean =>
  /^\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}\p{Ll}+)?$/u.test(part.text) &&
  (isListed(part.text, "place") ||
    /National|Public|Library|Historical|Staats|Bundes|Riks|Rigs/.test(house.text));

/** "October 17", "entry for October 17" */
const MONTH_DAY = new RegExp(`(?:^|\\s(?:for|of|on|dated)\\s)${MONTH}\\s\\d{1,2}$`);

/** The parts between commas and semicolons. */
function cut(raw: string): Part[] {
  const out: Part[] = [];
  let start = 0;
  for (let i = 0; i <= raw.length; i++) {
    if (i < raw.length && raw[i] !== "," && raw[i] !== ";") continue;
    // "Archivo Municipal (en adelante, AMT)": the comma belongs to the bracket.
    if (
      /\((?:en adelante|en lo sucesivo|doravante|hereafter|hereinafter)$/u.test(
        raw.slice(Math.max(0, i - 18), i),
      )
    )
      continue;
    const span = trim(raw, { start, end: i });
    // A stop that belongs to an abbreviation stays out of the span, as in "A. S. V."
    // "des Vereins „Heimkehr“": a quotation inside the words keeps its end.
    const inner =
      /\s[„“«][^“”»]*$/u.test(raw.slice(span.start, span.end)) && /[“”»]/.test(raw.charAt(span.end));
    const end = inner ? span.end + 1 : span.end;
    const before = out.at(-1);
    // "October 17, 1872" is one date.
    const dated =
      before !== undefined && MONTH_DAY.test(before.text) && /^\d{4}$/.test(raw.slice(span.start, end));
    if (dated) out[out.length - 1] = { start: before.start, end, text: raw.slice(before.start, end) };
    else if (end > span.start) out.push({ start: span.start, end, text: raw.slice(span.start, end) });
    start = i + 1;
  }
  return out;
}
