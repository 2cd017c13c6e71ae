/** Finds the places of a note where a citation may end: separators, sentence ends, joints and remarks. */

import { CITED_IN } from "../../cited-in.ts";
import type { Span } from "../../model.ts";
import { parsePinpoint } from "../../pinpoint.ts";
import { MONTH } from "../dates.ts";
import { TOLD } from "../interview.ts";
import { depths } from "./protect.ts";
import { AMENDED, QUALIFIED_JOINT } from "./signals.ts";

/** `joint`: "and" before a name; `remark`: a clause that comments; `signal`: "see also", "but cf.". */
export type StopKind = "separator" | "sentence" | "joint" | "signal" | "remark" | "aside" | "end";

/** `at` ends what stands before, `next` begins what follows. */
export interface Stop {
  readonly kind: StopKind;
  readonly at: number;
  readonly next: number;
}

const ABBREVIATION =
  /(?:^|[\s(“‘«"'.])(?:\p{Lu}\p{M}?|al|ann|art|arts|app|arch|assoc|aufl|augm|dép|dioc|mun|briefl|cat|frdl|freundl|mündl|schriftl|bearb|durchges|erg|erw|korr|überarb|unveränd|verb|verm|bes|insb|insbes|abgedr|bd|bde|bull|bros|ca|cap|cf|cfr|ch|chap|cit|co|coll|comp|corp|dept|diss|dott|sig|prof\.ssa|avv|on|mons|fz|dr|ed|eds|éd|esp|etc|fasc|fig|figs|fol?s?|gen|hg|hrsg|inc|inst|intl|jr|jun|kap|loc|ltd|mr|mrs|ms|mss|mt|nat|natl|nn?|no|nos|nr|op|para|paras|par|pl|pp?|pr|proc|prof|pt|pts|publ|qtd|repr|rep|rev|sec|sect|ser|soc|sp|sr|st|suppl|tab|tom|trans|transl|univ|v|vgl|viz|vol|vols|zit|z\.\s?b|u\.\s?a|d\.\s?h|e\.\s?g|i\.\s?e|jan|feb|febr|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez)\.$/iu;
/** "2. Juni", "19. Jh.", "3. Aufl.": a number with a stop counts in German, and the sentence goes on. */
const ORDINAL = /(?:^|[\s(])\d{1,2}\.$/;
const COUNTED =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan|Feb|Apr|Aug|Sept?|Okt|Nov|Dez|Jh|Jahrhundert|Jhd|Aufl|Auflage|Weltkrieg|Kapitel|Band|Bd|Jg|Heft|Teil|Tag|Sitzung)/u;
const INITIAL = /(?:^|[\s(.-])\p{Lu}\p{M}?\.$/u;

const DAYS = "\\d{1,2}(?:\\s?[-\u2013]\\s?(?:\\p{Lu}\\p{L}+\\.?\\s)?\\d{1,2})?";
/** "Proceedings of the Conference; May 4-6, 2016; Turku, Finland:55-60": a meeting has its days and its place. */
const MEETING = `(?:${MONTH}\\s${DAYS},\\s(?:19|20)\\d\\d|(?:19|20)\\d\\d\\s${MONTH}\\s${DAYS}|${DAYS}\\s${MONTH}\\s(?:19|20)\\d\\d)`;
const MEETING_DAY = new RegExp(`^\\s${MEETING}\\s?;\\s\\p{Lu}`, "u");
const MEETING_PLACE = new RegExp(`;\\s${MEETING}$`, "u");

/** A semicolon inside one reference: "2010 Dec;6(12): 674", "Copenhagen: Institute; 2015", "2009; 72: 402". */
function insideReference(text: string, at: number): boolean {
  const after = text.slice(at + 1, at + 24);
  const before = text.slice(Math.max(0, at - 16), at);
  if (
    MEETING_DAY.test(text.slice(at + 1, at + 40)) ||
    MEETING_PLACE.test(text.slice(Math.max(0, at - 40), at))
  )
    return true;
  const dated = /\d{4}(?:[\s-]\p{Lu}?\p{L}{2,8}\.?(?:[\s-]?\d{1,2})?)?$/u.test(before);
  if (dated && /^\s?(?:[A-Z]?\d{1,4}\s?(?:\(|:|,\s?\d)|\(|suppl)/i.test(after)) return true;
  return /^\s(?:(?:1[5-9]|20)\d{2}[a-z]?)(?:[.,;:)]|\s?\[|$)/.test(after) && /\p{L}[\p{L}.)]*$/u.test(before);
}

/** Returns whether a semicolon stands between two references of the text. */
export function hasParts(text: string): boolean {
  for (let at = text.indexOf(";"); at >= 0; at = text.indexOf(";", at + 1))
    if (!insideReference(text, at)) return true;
  return false;
}

const SEPARATOR = /;|\.\s[—–]\s(?=\p{Lu})|\.\\+\s|\s\|\s/gu;
const SENTENCE = /[.?!…][”’"»)\]]{0,6}[\s\u00a0]{1,12}(?=[“‘"«„([]?[\p{Lu}@])/gu;
const QUALIFIED = new RegExp(`,?[\\s\u00a0]{1,12}(?=${QUALIFIED_JOINT})`, "gu");
const JOINT =
  /,?[\s\u00a0]{1,12}(?:as well as|and|und|sowie|et|e|&)[\s\u00a0]{1,12}(?=[“‘"«„@\p{Lu}]|ibid|id\.|ebd|ders|dies|idem)/gu;
const SIGNAL = new RegExp(
  `,?[\\s\\u00a0]{1,12}(?=(?:\\(?(?:${CITED_IN})|${AMENDED}|see also|see,? e\\.g\\.|see further|but see|and see|but cf\\.?|cf\\.?|cfr\\.?|vgl\\.|siehe auch|s\\. auch|ver também|ver ainda|vejam?-se|vd\\.|si vedano?|véan?se|voir aussi|contra|reprinted in(?!\\sRSC)|quoting|citing)[\\s\\u00a0])`,
  "giu",
);
const REMARK = /(?:,|(?<=\d|f\.|\.|\)|”|’))[\s\u00a0]{1,12}(?=[\p{Ll}][\p{L}’']*)/gu;
/** A bracket that begins with a small letter comments, unless it belongs to the description or is a place. */
const ASIDE =
  /[\s\u00a0]{1,12}(?=\((?!(?:chap(?:ter)?|kap(?:itel)?|part|chapitre|cap)\.?\s[\dIVX]{1,4},\s(?:(?:foot)?n|fn|Anm))(?!(?:accessed|retrieved|last|ed|eds|hrsg|hg|dir|trans|transl|trad|blog|repr|reprint|rev|in press|in \p{Ll}|forthcoming|unpublished|master|masters|phd|doctoral|thesis|dissertation|diss|paper|loose-leaf|pdf|working|lecture|typescript|manuscript|presented|zuletzt|abgerufen|consulté|vol|vols|no|nr|n|nn|note|notes|wie|supra|pp?|s|at|ch|fol?s?|c|ca|ii|iii|iv|v|vi|x|i|et al)(?![\p{L}]))(?:\p{Ll}|[^()]{0,40}\b(?:dissenting|concurring|plurality)|Hervorh|Übers|(?:Tab(?:elle|\.)|Abb(?:ildung|\.)|Tafel|Karte)\s?\d))/gu;

/** "Parish Archive (hereafter VPA), Inventory Book": the letters of a house stand in the middle of a citation. */
const standsForHouse = (text: string, at: number): boolean =>
  /^\s\((?:here(?:in)?after|henceforth|künftig|im Folgenden|fortan|ci-après|désormais|abgekürzt|en adelante|en lo sucesivo|doravante)[^()]{1,40}\),\s/u.test(
    text.slice(at, at + 80),
  ) &&
  /(?:[Aa]r(?:ch|qu)iv|Arxiu|Record|Librar|[Bb]iblioth|Muse|Muniment)[^,;.]{0,60}$/u.test(
    text.slice(Math.max(0, at - 90), at),
  );

/** "Weiß, Wald, S. 230: „unhaltbar“": what is quoted from the place cited. */
const QUOTATION = /(?<=\d|\d\sff?\.):[\s\u00a0]{1,12}(?=[„“«"])/gu;

/** Words that carry a reference on behind a comma, however small their first letter. */
const CONTINUES =
  /^(?:at|in|on|ed|eds|edited|éd|dir|hrsg|hg|herausgegeben|trans|transl|translated|trad|tr|übers|rev|repr|reprint|vol|vols|no|nos|nr|n|nn|pp?|s|fol?s?|ff?|c|cc|col|cols|ch|chap|chaps|cap|sec|sect|section|table|tab|fig|figure|figs|art|arts|article|app|appendix|note|notes|para|paras|part|pt|t|tome|bd|band|book|bk|line|lines|ll?|verse|dans|esp|especially|bes|besonders|insb|insbesondere|hier|here|particularly|doi|http|https|www|arxiv|pmid|isbn|urn|accessed|retrieved|available|updated|posted|published|modified|revised|released|issued|dated|uploaded|archived|aktualisiert|veröffentlicht|geändert|abgerufen|mis à jour|publié|modifié|spreadsheet|dataset|data set|leaflet|pamphlet|poster|broadside|typescript|transcript|recording|tapes?|photograph|press|slides|handout|flyer|memorandum|memo|consultation|reg|regs|regulations?|rr?|rules?|item|items|tbls?|cmts?|illus|tit|last|zuletzt|abgerufen|consulté|consultato|supra|infra|above|op|loc|cit|cited|art|a|wie|and|und|et|e|y|box|boxes|folder|file|files|dossier|liasse|carton|item|reel|frame|lettre|rapport|procès|délibérations?|registre|requête|dossier|letter|minutes|question|special|entry|entries|issue|issues|suppl|supplement|new|ser|series|serie|heft|fasc|sub|para|passim|ders|dies|id|idem|ibid|ivi|ebd|j|[ivxlc]+|sq|sqq|sgg|segg|ss|seguenti|siguientes|et al|nota|anm|fn|rn|rz|rdnr?|juris|unpublished|unpubl|titre|title|livre|buch|ligne|al|januari?|januar|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|dicembre|enero|febrero|abril|mayo|junio|julio|septiembre|octubre|noviembre|diciembre|righe|doc|serie|anno|ms|mss|unfoliated|unpaginated|unnumbered|undated|n\.\s?p|n\.\s?d|rep|reg|b|busta|fz|filza|pl|plate|esp|aufl|edn|edition|d|st|nd|rd|th|[rv]°)(?![\p{L}])/iu;

/** "Brand, The Provisional, 88, on objects of this kind": behind a page it says what stands there. */
const ON_TOPIC = /^on\s(?!file|appeal|remand|behalf|leave|reference|reel|microfilm|sheet|plate|loan)\p{Ll}/u;
const PAGE_BEFORE = /[,.]\s(?:pp?\.\s?|at\s)?\d{1,3}(?:[-\u2010-\u2013]\d{1,3})?$/u;

/** The same for editions, kinds of theses and papers, and the marks of what a house keeps. */
const BELONGS =
  /^(?:as(?=\s(?:cited\s)?(?:above|before))|com[eo](?=\s(?:sopra|arriba|acima))|comme(?=\sci-dessus)|de(?=\s(?:\d{1,2}\sde\s)?\p{L}{4,10}\sde\s\d{4})|online(?=(?:\s\([^()]{1,30}\))?:\s)|en\sligne(?=\s?:)|being(?=\sSchedule)|reprinted(?=\sin\sRSC)|(?:aff|rev|var)['’][dg](?=\s(?:\d{4}\s\p{Lu}|\(\d{4}\),|\[\d{4}\]))|leave(?=\sto\sappeal\s)|autorisation(?=\sde\spourvoi)|(?:aux?|à\sla)(?=\s(?:paras?|pp?|nn?|arts?)\s)|leg(?:ajo|s?(?=\.))|cajas?(?=\s\S{0,3}\d)|exp(?:ediente)?(?=\.?\s\d)|lib(?:ro)?(?=\.?\s\d)|carp(?:eta)?(?=\.?\s\d)|tesis|lots?|(?:\p{Ll}{3,14}\s)?nos?(?=\.\s\d)|inv|maps?|état|plainte|registre|to(?=\s[-–]?\d)|cat|kat|mm?(?=\.)|(?:\p{Ll}{3,14}\s){0,2}(?:reports?|papers?|notes?|memo|circular|data ?set|bulletin)(?=\s[A-Z\d]\S{0,8}\d)|aktual\p{L}*|bearb\p{L}*|durchges\p{L}*|erg(?:änzte)?|erw(?:eiterte)?|korr(?:igierte)?|neu(?:bearb\p{L}*)?|überarb\p{L}*|unveränd\p{L}*|verb(?:esserte)?|verm(?:ehrte)?|völlig|revised|augmented|enlarged|revue|augm(?:entée)?|acte|rapport|procès-verbal|délibération|jugement|(?:\p{Ll}{3,14}\s)?(?:files?|registers?|ledgers?|folders?|bundles?|box|parcels?|rolls?|minute book)(?=\s\S{0,6}\d)|thèse|mémoire|université|universidad|università|école|object|bundle|dossiers|questions?)(?![\p{L}])/iu;

/** "WCR 4, corporation order book, 1711–31, fo. 8v": what lies under a mark, with its years or a leaf behind it. */
const KEPT_NEXT =
  /^(?:\p{Ll}[\p{Ll}’'-]{2,20}\s){0,3}(?:books?|minutes|accounts?|registers?|rolls?|rentals?|ledgers?|cartular(?:y|ies)|inventor(?:y|ies)|returns|correspondence|deeds?|diar(?:y|ies)|journals?|surveys?|papers|terriers?|presentments|depositions|Akten?|Rechnung(?:en)?|Protokolle?|registres?|comptes|délibérations|registri|conti|libros?|actas|cuentas|livros?|atas|contas)(?=,\s(?:ca?\.\s?)?(?:1[1-9]|20)\d\d|,\s(?:fol?s?|fls?|ff?|Bl|mm?)\.?\s?\d)/u;

/** ", podcast, 2 May 2021", ", address to the Guild", ", from 12:40": what was heard or seen, and from which minute on. */
const MEDIUM =
  /^(?:(?:(?:online|live)\s)?(?:video|audio|film|tweet|toot|thread|blog|blog post|post|podcast|webinar|live ?stream|broadcast|speech|lecture|sermon|talk)(?=,\s(?!\p{Ll}{3,}\s\p{Ll})|\s\(|[.;]?$)|(?:speech|address|lecture|talk|sermon|remarks)\s(?:at|to|in|before)\s(?:the\s)?\p{Lu}|(?:from|at|ab)\s\d{1,2}(?::\d\d){1,2}(?!\d))/u;

/** ", interview by the author": what was said to whom is no remark on the name in front. */
const TALK_NEXT = new RegExp(`^(?:${TOLD})(?=[,.;\\s(]|$)`, "u");

/** "example.org/rain": an address without its scheme. */
const ADDRESS = /^(?:[a-z\d-]{1,40}\.){1,4}[a-z]{2,12}(?:\/|[.,;\s]*$)/;

/** A particle or article in front of a capital begins a name: ", van Gogh", ", the Board"; ", en Pedro Salas (coord.)". */
const NAME_NEXT =
  /^(?:van|von|vom|de|di|da|del|della|der|den|des|du|dos|la|le|les|el|al|zu|zur|the|e[nm])\s+(?:(?:la|der|den)\s+)?\p{Lu}/u;

function collect(
  text: string,
  re: RegExp,
  depth: Uint8Array,
  use: (m: RegExpExecArray) => Stop | null,
): Stop[] {
  const found: Stop[] = [];
  re.lastIndex = 0;
  for (let m = re.exec(text); m; m = re.exec(text)) {
    if (m[0].length === 0) re.lastIndex++;
    if (depth[m.index]! > 0) continue;
    const stop = use(m);
    if (stop) found.push(stop);
  }
  return found;
}

/** Returns the stops of a note's body in order, the last one its end. Linear in the body. */
export function findStops(body: string, stopDepth: Uint8Array = depths(body)): Stop[] {
  const plain = (kind: StopKind) => (m: RegExpExecArray) =>
    ({ kind, at: m.index, next: m.index + m[0].length }) satisfies Stop;
  const all = [
    ...collect(body, SEPARATOR, stopDepth, (m) =>
      insideReference(body, m.index) ? null : { kind: "separator", at: m.index, next: m.index + m[0].length },
    ),
    ...collect(body, SENTENCE, stopDepth, (m) => {
      const before = body.slice(Math.max(0, m.index - 14), m.index + 1);
      // "S. 224 f. Den Schnitt …": the page has been named, and nothing is shortened.
      const paged = /\d\s?ff?\.$/.test(before);
      if (!paged && (INITIAL.test(before) || ABBREVIATION.test(before))) return null;
      if (ORDINAL.test(before) && COUNTED.test(body.slice(m.index + m[0].length))) return null;
      const mark = /^[.?!…][”’"»)\]]{0,6}/.exec(m[0])![0].length;
      return { kind: "sentence", at: m.index + mark, next: m.index + m[0].length };
    }),
    ...collect(body, JOINT, stopDepth, plain("joint")),
    ...collect(body, QUALIFIED, stopDepth, plain("joint")),
    ...collect(body, SIGNAL, stopDepth, plain("signal")),
    ...collect(body, ASIDE, stopDepth, (m) =>
      standsForHouse(body, m.index) ? null : { kind: "aside", at: m.index, next: m.index + m[0].length },
    ),
    ...collect(body, QUOTATION, stopDepth, plain("aside")),
    ...collect(body, REMARK, stopDepth, (m) => {
      const next = m.index + m[0].length;
      const rest = body.slice(next, next + 40);
      const place = /^\p{Ll}+\.?\s/u.test(rest) ? parsePinpoint(body, next) : null;
      // "Diario de Abril, cit. en Pardo", "Lied, zit. nach Voss": the words say where it was read.
      const readIn =
        (/^(?:e[nm]|por)\s/.test(rest) && body.endsWith("cit.", m.index)) ||
        (/^(?:nach|n\.|bei|in)\s/.test(rest) &&
          /\bzit\.$/i.test(body.slice(Math.max(0, m.index - 5), m.index)));
      const topic = ON_TOPIC.test(rest) && PAGE_BEFORE.test(body.slice(Math.max(0, m.index - 16), m.index));
      return readIn ||
        (CONTINUES.test(rest) && !topic) ||
        BELONGS.test(rest) ||
        MEDIUM.test(rest) ||
        KEPT_NEXT.test(body.slice(next, next + 110)) ||
        TALK_NEXT.test(rest) ||
        ADDRESS.test(rest) ||
        NAME_NEXT.test(rest) ||
        place?.labelled
        ? null
        : { kind: "remark", at: m.index, next };
    }),
  ];
  all.sort((a, b) => a.at - b.at || a.next - b.next);
  all.push({ kind: "end", at: body.length, next: body.length });
  return all;
}

const EDGE_START = /[\s\u00a0,;:.]/;
const EDGE_END = /[\s\u00a0,;:([]/;

/** Returns the span without blanks and separating marks at its edges; a final full stop stays. */
export function tidy(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && EDGE_START.test(text[start]!)) start++;
  while (end > start && EDGE_END.test(text[end - 1]!)) end--;
  return { start, end };
}
