/** Reads the one citation that begins at a place of a note, choosing among the places where it may end. */
import { firstWhere } from "../../binary-search.ts";
import { acronym, surname, titleWords, words } from "../../names.ts";
import { JUDGE_BEHIND } from "../canadian/parts.ts";
import { findInterviewAgain } from "../interview.ts";
import { opensAboutAuthor } from "./about-author.ts";
import { idemLength, readIbid, readKey, readSupra, readWorkCited } from "./back.ts";
import { asPaper, fullEvidence, readFull } from "./full.ts";
import { SHORT_HOUSE, shortenedHouse } from "./houses.ts";
import { readLegalFull, readLegalShort, readReportedAgain } from "./legal.ts";
import { withoutInitials } from "./name-list.ts";
import { onlyMarks, type Reading, shift } from "./reading.ts";
import { readShort } from "./short.ts";
import { COURT_VERBS, crossesSignal, readLead } from "./signals.ts";
import type { Stop } from "./stops.ts";

/** Works described elsewhere in the document, by folded surname of their first author: words of their titles. */
export type KnownWorks = ReadonlyMap<string, readonly (readonly string[])[]>;

/** A citation ends within so many stops and so many units; what is longer is prose. */
const MAX_STOPS = 28;
const MAX_LENGTH = 1500;

const PROSE =
  /(?:^|\s)(?:is|are|was|were|be|been|has|have|had|does|did|do|may|might|can|could|will|would|should|must|this|that|these|those|it|we|our|they|he|she|his|her|their|please|argues?|argued|shows?|showed|reports?|reported|suggests?|suggested|discusses|discussed|describes?|described|claims?|claimed|finds?|found|notes|noted|ist|sind|war|waren|hat|haben|wird|werden|wurden?|diese[rsmn]?|est|sont|était|étaient|cette|ces|sono|era|erano|è|fu|furono|hanno|parla|parlano|questo|questa)(?=[\s,.;:?!]|$)/u;
const INTRODUCES =
  /^(?:For|On|As|In(?!\s(?:re|the Matter of)\s)|About|Regarding|Concerning|According to|Although|While|But|Yet|However|His|Her|Their|Its|Zu|Zum|Zur|Über|Sur|Pour|Per|Sulla?|Su|Para|Sobre)\s+\p{Ll}/u;

/** "in argument in Baines", "relied on Baines": words that lead up to a name. */
const CITED_LAST = new RegExp(
  `(?:^|\\s)(in|by|from|to|with|against|bei|nach|dans|par|da|${COURT_VERBS})\\s(\\p{Lu}[\\p{L}’'-]+)$`,
  "u",
);
const COURT_VERB = new RegExp(`^(?:${COURT_VERBS})$`, "u");
const isCourtVerb = (words: string): boolean => COURT_VERB.test(words);

/** Parts of the document itself, which cite nothing: "Table 3", "Figure 2", "Chapter 4 below". */
const OWN_PARTS =
  /^(?:(?:Tables?|Figures?|Figs?\.|Chapters?|Sections?|Appendi(?:x|ces)|Parts?|Maps?|Plates?|Box|Abb(?:ildung|\.)|Tab(?:elle|\.)|Kap(?:itel|\.)|Abschnitt|Anhang|Tableau|Chapitre)\s[\dIVXA-Z][\w.]{0,5}(?=[\s.,;)]|$)|pp?\.\s\d+\s(?:above|below))/iu;

/** Returns whether the words up to the first mark read as a sentence rather than as names or a title. */
export function prosePart(text: string): boolean {
  const head = /^[^,.;:“"«„(‘@§\d]{0,240}/u.exec(text)?.[0] ?? "";
  return INTRODUCES.test(head) || PROSE.test(head);
}

/** Returns whether the sentence is prose: a verb or pronoun in small letters outside quotation marks. */
const proseSentence = (text: string): boolean =>
  PROSE.test(text.slice(0, 300).replace(/[“"«„‘][^”"»“’]*[”"»’]/gu, ""));

const TIME =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Fall|Winter|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Frühling|Frühjahr|Sommer|Herbst)$/u;

/** "June 2018", "Winter 2022–23" at the end of a remark: a time, where nobody of that name is cited in full. */
const isDay = ({ names, title, year, pinpoint }: Reading): boolean =>
  names.length === 1 &&
  TIME.test(names[0]!) &&
  title === null &&
  (year !== null ? pinpoint === null : pinpoint !== null && YEARS.test(pinpoint.value));
const YEARS = /^(?:1[5-9]|20)\d\d(?:[-–](?:\d\d|(?:1[5-9]|20)\d\d))?$/;

/** "“The Dark Street,” manuscript, 1874": kind and year go on with the description. */
const KIND_AND_YEAR =
  /^(?:(?:unpublished|undated|handwritten|typed|privately printed)\s)?(?:manuscript|typescript|memoir|diary|letter|lecture|paper|pamphlet|broadside|broadsheet|leaflet|poem|notebook|scrapbook|sermon|speech|drawing|photograph|map),\s\(?(?:c(?:a)?\.\s)?(?:1[4-9]|20)\d\d(?![\d\p{L}])/u;

/**
 * "Ravi Menon. Burns after removal: 41 | cases. Endosc Child. 2021;5(2):61": the number counts something in a title,
 * behind which the journal or the imprint stands.
 */
const TITLE_GOES_ON =
  /^\p{Ll}[^.?!;]{0,160}[.?!]\s(?:\p{Lu}[^.;:]{1,80}\.?\s(?:1[5-9]|20)\d\d(?:\s\p{Lu}\p{Ll}{2}(?:\s\d{1,2})?)?;\s?\d|\p{Lu}[^.;:]{1,60}(?:,\s\p{Lu}{2})?:\s[^.;:]{2,80}[;,]\s(?:1[5-9]|20)\d\d)/u;

/** "Loi du 9 juin 1881 relative aux écoles": what an act is about is a part of its name. */
const ACT_OF_DAY =
  /^(?:Loi|Décret|Arrêté|Ordonnance|Circulaire|Ley|Real|Decreto|Orden|Lei|Alvará|Portaria|Legge)\s[^;]{0,60}\d{4}$/u;
const SUBJECT_OF_ACT =
  /^(?:relati[fv][eaos]{0,2}|portant|concernant|fixant|instituant|organisant|tendant|modifiant|autorisant|réglementant|(?:sur|pour)\sl(?:es?|a|[’'])|sobre\s(?:[oae]s?|l[ao]s?)|que\s(?:aprova|regula|estabelece|cria|proíbe|manda|aprueba|establece|prohíbe)|recante|concernente)(?!\p{L})/u;

const CARRIES_ON =
  /^(?:doi\b|https?:|www\.|available\b|accessed\b|retrieved\b|archived\b|archiviert\b|published\b|epub\b|pmid\b|pmcid\b|isbn\b|arxiv\b|in:?\s|ed(?:s|ited)?\b|trans\b|vol\b|pp?\.|no\.|\[|\d|reprint|repr\.|translated|erratum|retract(?:ed|ion)\b|reinstated\b|correct(?:ed|ion) (?:in|published)\b|expression of concern|last |zuletzt|abgerufen|consulté)/iu;
const IMPRINT_START = /^\p{Lu}[\p{L}.,' -]{1,40}:\s\p{Lu}[^.;]{1,80}[,;]?\s(?:1[4-9]|20)\d{2}/u;

/** "table 7", "para. 4.2", "reg. 5" at the end: the place has been named, and nothing of the work follows. */
const PLACED =
  /,\s(?:tables?|tabs?\.|tbl\.|Tab\.|figs?\.?|figures?|Abb\.|paras?\.?|paragraphs?|chap(?:ter)?s?\.?|ch\.|Kap\.|§{1,2}|sections?|sec\.|fol?s?\.|Bl\.|regs?\.|items?|box|annex|appendix|arts?\.|Art\.)\s?\d[\dA-Za-z.()–-]*$/u;

const KEPT_BY_DAYS =
  /^(?:The\s)?(?:Diary|Diaries|Journal|Minutes?|Log|Logbook|Day\s?[Bb]ook|Tagebuch|Protokollbuch|Register|Ledger|Letter\s?[Bb]ook)(?:\s|$)/u;

const ONE_DAY = /^(?:\d{1,2}\.?\s\p{L}+\.?|\p{L}+\.?\s\d{1,2},)\s(?:1[4-9]|20)\d\d$/u;

/** A day of a book that is kept by days. */
const isEntry = ({ names, title }: Reading): boolean =>
  title !== null && ONE_DAY.test(title) && KEPT_BY_DAYS.test(names[0] ?? "");

/** "StAW, II C 3, Ratsprotokoll, 4. Mai 1908": behind the day of a paper and a stop nothing is said of it. */
const KEPT_PAPER =
  /^(?=\p{L}{0,5}\p{Lu}\p{L}{0,5}\p{Lu})\p{Lu}\p{L}{1,6},\s(?:[^,;]{1,80},\s){1,5}\d{1,2}\.?\s\p{L}{3,9}\.?\s(?:1[4-9]|20)\d\d\.?$/u;

const ARTICLE = /^(?:Die|Der|Das|The|Les?|La|Los|Las|El|I|Gli|Os?|As?)\s\p{Lu}/u;

/** "Guild of Makers, 1912.": behind a title that ends in a year who published it, and when. */
const HOUSE_AND_YEAR = /^(\p{Lu}[^.;,()“”"]{2,80}),\s(?:1[4-9]|20)\d\d\.?$/u;

/** Returns whether a sentence carries on the reference before it instead of beginning something new. */
function carriesOn(before: string, next: string): boolean {
  if (CARRIES_ON.test(next) || IMPRINT_START.test(next)) return true;
  if (KEPT_PAPER.test(before)) return false;
  const house = HOUSE_AND_YEAR.exec(next)?.[1];
  if (house !== undefined && before.startsWith(`${house}.`)) return true;
  // Until pages or a volume have been named, a sentence without a verb may be a title, a journal or a publisher.
  const paged =
    PLACED.test(before) ||
    /\d(?:\s?\(|:)\s?\d|\d[-\u2010-\u2013]\d|\bpp?\.|\bS\.\s\d|\b10\.\d{4}|https?:/u.test(before);
  return (
    !paged && !proseSentence(next) && fullEvidence(next.slice(0, 300)) === "none" && !/^[“"«„‘]/.test(next)
  );
}

export class NoteReader {
  readonly #body: string;
  readonly #stops: readonly Stop[];
  readonly #known: KnownWorks;

  constructor(body: string, stops: readonly Stop[], known: KnownWorks) {
    this.#body = body;
    this.#stops = stops;
    this.#known = known;
  }

  /** Returns the index of the first stop whose left side ends behind `at`. */
  stopAfter(at: number): number {
    return firstWhere(this.#stops.length - 1, (i) => this.#stops[i]!.at > at);
  }

  /** Returns the first stop behind `at` that ends a sentence, a separated part or the note. */
  sentenceStop(at: number, separators: boolean): Stop {
    let i = this.stopAfter(at);
    while (i < this.#stops.length - 1) {
      const kind = this.#stops[i]!.kind;
      if (kind === "sentence" || kind === "end" || (separators && kind === "separator")) break;
      i++;
    }
    return this.#stops[i]!;
  }

  /** Returns where a sentence begins behind `at` and no later than `until`, or null. */
  sentenceStart(at: number, until: number): number | null {
    for (let i = this.stopAfter(at - 1); i < this.#stops.length && this.#stops[i]!.at < until; i++) {
      const stop = this.#stops[i]!;
      if (stop.kind === "sentence" && stop.next > at && stop.next <= until) return stop.next;
    }
    return null;
  }

  /** Returns the citation that begins at `at`, its `end` an offset into the body, or null. */
  read(at: number): Reading | null {
    const rest = this.#body.slice(at, at + MAX_LENGTH);
    const idem = readIbid(rest) ? 0 : idemLength(rest);
    if (idem > 0) {
      const inner = this.#choose(at + idem);
      const said =
        inner?.form === "short" ? [...inner.names, inner.title].filter((part) => part !== null) : [];
      const title = said.length > 0 ? said.join(" ") : (inner?.title ?? null);
      return inner && { ...inner, title, names: [rest.slice(0, idem).trim().replace(/[,:]$/, "")] };
    }
    if (OWN_PARTS.test(rest) || opensAboutAuthor(rest)) return null;
    const natural = readKey(rest) ?? readIbid(rest) ?? readLegalShort(rest);
    if (natural) return shift(natural, at);
    return this.#choose(at);
  }

  #choose(at: number): Reading | null {
    const first = this.stopAfter(at);
    const prose = prosePart(this.#body.slice(at, this.#stops[first]!.at));
    let fallback: Reading | null = null;
    for (let i = first; i < this.#stops.length && i < first + MAX_STOPS; i++) {
      const stop = this.#stops[i]!;
      if (stop.at - at > MAX_LENGTH) break;
      if (stop.at <= at) continue;
      const found = this.#piece(this.#body.slice(at, stop.at), prose);
      if (!found) {
        if (stop.kind === "separator" && !this.#openNames(at, stop.at)) break;
        continue;
      }
      const taken = shift(found, at);
      if (this.#accepts(found, stop, at)) return taken;
      if (stop.kind === "sentence" && !fallback && proseSentence(this.#sentence(stop.next))) fallback = taken;
      if (stop.kind === "separator" && !this.#openNames(at, stop.at)) return taken;
    }
    return fallback;
  }

  #piece(untrimmed: string, prose: boolean): Reading | null {
    const piece = untrimmed.trimEnd();
    if (piece.length < 2) return null;
    // "Per una sintesi, Dossi, Reti, cit.": what leads up to the citation is no name.
    const back = readSupra(piece) ?? (INTRODUCES.test(piece) ? null : readWorkCited(piece));
    if (back && tailIsAside(piece, back.end)) return this.#leadsUp(back) ? null : back;
    if (prose) return null;
    const legal = readLegalFull(piece);
    if (legal && tailIsAside(piece, legal.end))
      return readReportedAgain(piece, legal, (volume, page) => this.#holds(volume, page)) ?? legal;
    const short = readShort(piece);
    const isKnown = short !== null && this.#knows(short);
    // The day of an entry is no title: "Diary of Ellen Carrow, 29 June 1889".
    if (short && isKnown && isEntry(short)) return { ...short, title: null };
    // A name alone cites only where a work of that name is described; without context it may.
    const bare = short !== null && short.title === null && short.pinpoint === null && short.year === null;
    if (bare && !isKnown && (this.#known.size > 0 || short.names[0]!.length < 3)) return null;
    const full = crossesSignal(piece) ? null : readFull(piece, isKnown);
    if (short !== null && !isKnown && isDay(short)) return null;
    // "Rowe 1979, p. 3" names a year and nothing else that a description would have.
    if (short?.year && short.title === null) return short;
    return full ?? (short && !isKnown ? asPaper(piece, short) : null) ?? short;
  }

  #accepts(found: Reading, stop: Stop, at: number): boolean {
    const next = this.#body.slice(stop.next, stop.next + 400);
    const settled = found.closed || (found.form === "short" && this.#knows(found));
    switch (stop.kind) {
      case "end":
        return true;
      case "separator":
        return !this.#openNames(at, stop.at);
      case "joint":
        // "Farrow and Desai 2011": a known name alone does not end before "and".
        return found.closed && this.#citeBegins(stop.next);
      case "signal":
        // "N, Title (1978), cited in": what was not read is seldom described any further.
        return settled || (found.form === "full" && readLead(this.#body, stop.at).secondary);
      case "remark":
      case "aside":
        if (SUBJECT_OF_ACT.test(next) && ACT_OF_DAY.test(this.#body.slice(at, stop.at))) return false;
        if (found.form === "short" && this.#goesOn(found, at, stop)) return false;
        return settled && !(found.form === "short" && (KIND_AND_YEAR.test(next) || TITLE_GOES_ON.test(next)));
      case "sentence":
        if (found.form === "short" && found.pinpoint === null && IMPRINT_START.test(next)) return false;
        if (found.form !== "full") return settled && !opensEntry(found, this.#body.slice(at, stop.at), next);
        return settled && !carriesOn(this.#body.slice(at, stop.at), next);
      default:
        return stop.kind satisfies never;
    }
  }

  /** "Smith, J.; Jones, K.; Title": a person of an author list, no citation. */
  #openNames(at: number, end: number): boolean {
    return /^[\p{L}'’ -]{2,40},\s(?:\p{Lu}\p{M}?\.[\s-]?){1,4}$/u.test(this.#body.slice(at, end).trim());
  }

  /** Whether what stands behind a short form belongs to it, or shows that it is none. */
  #goesOn(found: Reading, at: number, stop: Stop): boolean {
    return this.#tells(found, at) || this.#counts(found, at, stop.at) || this.#titleGoesOn(found, stop.next);
  }

  /** "Teuber, Zählen, was fährt, S. 12": the described title has the next word as well. */
  #titleGoesOn({ names, title, pinpoint }: Reading, next: number): boolean {
    const word = /^[\p{L}’'-]+/u.exec(this.#body.slice(next, next + 40))?.[0];
    if (title === null || pinpoint !== null || word === undefined) return false;
    const said = words(`${title} ${word}`).join(" ");
    const titles = this.#known.get(surname(withoutInitials(names[0] ?? ""))) ?? [];
    return titles.some((one) => ` ${one.join(" ")} `.includes(` ${said} `));
  }

  /** "Die Bücher der Jahre 1890 bis 1912 sind verbrannt": a sentence with a year in it, and nobody's work. */
  #tells(found: Reading, at: number): boolean {
    const dated = found.year !== null && found.title === null && found.pinpoint === null;
    return (
      dated && ARTICLE.test(found.names[0] ?? "") && !this.#knows(found) && PROSE.test(this.#sentence(at))
    );
  }

  /** "Measured 7 m behind the axle": a word and a number without a comma, and nobody of that name. */
  #counts(found: Reading, at: number, end: number): boolean {
    return !this.#knows(found) && /^\p{Lu}\p{Ll}+\s\d+(?:\.\d+)?$/u.test(this.#body.slice(at, end));
  }

  #sentence(at: number): string {
    return this.#body.slice(at, this.sentenceStop(at, false).at);
  }

  /** Returns whether something that can be read as a citation begins at `at`: tried up to the next few stops. */
  #citeBegins(at: number): boolean {
    const lead = readLead(this.#body, at).start;
    const start = lead + idemLength(this.#body.slice(lead, lead + 40));
    const rest = this.#body.slice(start, start + MAX_LENGTH);
    if (readKey(rest) ?? readIbid(rest) ?? readLegalShort(rest)) return true;
    const first = this.stopAfter(start);
    for (let i = first; i < this.#stops.length && i < first + 6; i++) {
      const found = this.#piece(this.#body.slice(start, this.#stops[i]!.at), prosePart(rest));
      if (found && (found.closed || this.#knows(found))) return true;
    }
    return false;
  }

  /** Returns whether the words name an interview whose speaker was described. */
  knowsTalk(words: string): boolean {
    const talk = findInterviewAgain(words.trim());
    return talk !== null && this.#known.has(surname(withoutInitials(talk.names[0]!)));
  }

  /** Returns whether a page of a work is cited whose author was described. */
  knowsPage(found: Reading): boolean {
    return found.pinpoint?.label === "page" && this.#knows(found);
  }

  /**
   * "The point was first made in Okoro (n 5) 81": what was read as a name and a title leads up to the work that is
   * cited, and so does "die Liste bei Rauh, a.a.O., S. 11". The words show it by a verb, or the name at their end is that
   * of a work described before.
   */
  #leadsUp({ form, title }: Reading): boolean {
    if (title === null || !/^\p{Ll}/u.test(title)) return false;
    const m = CITED_LAST.exec(title);
    if (m === null) return false;
    return this.#known.has(surname(m[2]!)) || (form === "supra" && (PROSE.test(title) || isCourtVerb(m[1]!)));
  }

  /** Returns whether a case of the volume that begins on the page was described. */
  #holds(volume: string, page: string): boolean {
    return this.#known.get(surname(volume))?.some((said) => said.includes(page)) ?? false;
  }

  #knows(found: Reading): boolean {
    const name = found.names[0];
    if (name === undefined) return false;
    const titles =
      this.#known.get(surname(withoutInitials(name))) ?? this.#known.get(surname(found.names.join("")));
    if (!titles) return false;
    if (found.title === null || isEntry(found)) return true;
    const wanted = titleWords(found.title);
    return titles.some((title) => {
      const have = new Set(title);
      // "StA Lindenau, Bestand 12, Nr. 449" is another unit than the one before it, and nothing was said of it.
      const other = SHORT_HOUSE.test(name) && wanted.some((word) => /\d/.test(word) && !have.has(word));
      return !other && wanted.filter((word) => have.has(word)).length >= Math.max(1, wanted.length - 1);
    });
  }
}

/** "Society (2020)." in front of “Medals and Awards”: the title of the same work, whoever else is known by the name. */
const opensEntry = (found: Reading, said: string, next: string): boolean =>
  found.year !== null &&
  found.title === null &&
  found.pinpoint === null &&
  /\)\.?$/.test(said) &&
  /^[“"‘][^”"’]{3,200}[”"’][.,]?\s(?:https?:|\p{Lu})/u.test(next);

/** Behind a citation in the middle of a piece only marks, brackets or a remark may stand. */
function tailIsAside(piece: string, end: number): boolean {
  const rest = piece.slice(end);
  return (
    JUDGE_BEHIND.test(rest) ||
    onlyMarks(piece, end) ||
    /^[.,]?\s*[([]/.test(rest) ||
    /^,?\s+\p{Ll}/u.test(rest)
  );
}

/** Adds a described work to the known ones. */
export function learn(
  known: Map<string, (readonly string[])[]>,
  names: readonly string[],
  title: string | undefined,
): void {
  for (const name of names.slice(0, 1)) {
    add(known, name, title ?? "");
    add(known, acronym(name), title ?? "");
  }
}

/** Adds an unsigned work under each part of its description: house, fonds and volume of an archive. */
export function learnUnsigned(known: Map<string, (readonly string[])[]>, raw: string): void {
  for (const part of raw.split(/,\s/, 6)) {
    add(known, part, raw);
    // "Stadtarchiv Wehl (im Folgenden: StAW)": the letters that stand for the house from here on.
    const letters = /\s\((?:[\p{L}’']+[\s:,]{1,2}){0,4}(\p{Lu}[\p{L}\d]{1,7})\)$/u.exec(part)?.[1];
    if (letters !== undefined) add(known, letters, raw);
    for (const house of shortenedHouse(part)) add(known, house, raw);
  }
}

function add(known: Map<string, (readonly string[])[]>, name: string, title: string): void {
  const key = surname(name);
  if (key.length < 2) return;
  const list = known.get(key) ?? [];
  list.push(words(title));
  known.set(key, list);
}
