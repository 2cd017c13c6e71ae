/** Lines that stand alone: headings, and lines below the title that speak of the document itself. */
import { oneLine } from "../blanks.ts";
import { opening } from "../openers.ts";
import { splitSentences } from "../sentences/index.ts";
import { countWords, hasVerb } from "./about-itself.ts";
import { isFurniture } from "./chrome.ts";
import { AT, signsOf } from "./signs.ts";
import { isStatusLine } from "./status-line.ts";

/** What surrounds a line. */
export interface LineContext {
  /** An empty line or the document's edge stands before and behind it. */
  readonly alone: boolean;
  /** It is the first line of the document that is not chrome. */
  readonly first: boolean;
  /** Nothing but such lines and the page's own words stand between it and the first. */
  readonly front: boolean;
  /** No title stands above it: it may be the title, which need not be a phrase. */
  readonly untitled?: boolean;
  /** It is known not to be the page's own words. */
  readonly own?: boolean;
}

const numbered =
  /^(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVXLC]{1,6}|[A-Z])[.)]?|(?:chapter|part|section|appendix|kapitel|teil|abschnitt|chapitre|partie) [\dIVXLCA-Z]+[.:]?) (?=\p{L})/iu;
const begins = /^["'“„‘«(¿¡]?[\p{Lu}\p{Lt}\p{Lo}\d]/u;
/** A sentence's stop behind a word, and a marker behind the stop: `children.1`, `water.”[2]`, `bell.†`. */
const endsMarked =
  /\p{L}{2}["'”’»)]*[.!?]["'”’»)]*(?:\[?\d{1,3}(?:[,–-]\d{1,3}){0,5}\]?|[¹²³⁰⁴-⁹]{1,4}|[*†‡§])$/u;
const LONGEST_HEADING = 120;
const MOST_WORDS = 16;

/** Whether a line looks like a heading: short, alone, begun large or numbered, and not ended like a sentence. */
export function isHeadingLine(line: string, context: LineContext): boolean {
  if (!context.alone || line.length > 2 * LONGEST_HEADING) return false;
  // A document may be entitled with a question.
  if (endsClosed(line) && !(context.first && asks.test(line))) return false;
  const text = oneLine(line);
  if (text.length > LONGEST_HEADING || countWords(text, MOST_WORDS + 1) > MOST_WORDS) return false;
  const signs = signsOf(text);
  if ((signs & AT) !== 0 || !twoLetters.test(text)) return false;
  if (!context.own && isFurniture(text, signs)) return false;
  if (endsMarked.test(text) || holdsMarked.test(text)) return false;
  if (!context.first && starred.test(text)) return false;
  if (!context.first && (context.front ? isAboutDocument(text, signs) : isImprint(text, signs))) return false;
  if (!context.first && !context.untitled && !namesOnce(text.replace(numbered, ""))) return false;
  return numbered.test(text) || begins.test(text);
}

const twoLetters = /\p{L}{2}/u;
/** `rising.3 Later`: a sentence ends inside. */
const holdsMarked = /\p{L}[.!?](?:\d{1,3}|[¹²³⁴-⁹]{1,3}) \p{Lu}/u;

/** The line ends like a sentence or a clause, perhaps inside quotation marks or brackets. */
function endsClosed(line: string): boolean {
  let last = line.trimEnd().length - 1;
  while (last > 0 && "\"'”’»)]".includes(line[last]!)) last--;
  return last >= 0 && ".!?…,;:|".includes(line[last]!);
}

/**
 * Whether inner stops part no sentences: an abbreviation's stop, or the two halves of a title without a verb, the
 * first perhaps a question: "Who Owns the Lane? Four Ways to Mend a Wall".
 */
function namesOnce(text: string): boolean {
  if (!/[.!?]["'”’»)]* ["'“„‘«(]?\p{Lu}/u.test(text)) return true;
  const parts = splitSentences(text);
  if (parts.length === 1) return true;
  const halves = parts.map(({ start, end }) => text.slice(start, end));
  return (
    halves.length === 2 &&
    halves.every((half, i) => half.split(" ").length <= 8 && (!hasVerb(half) || (i === 0 && asks.test(half))))
  );
}

const asks = /\?["'”’»)]*$/;

const documentWord =
  /\b(?:preprint|version|edition|draft|revised|adopted|approved|published|received|accepted|submitted|peer[- ]reviewed|(?:endorsed|commissioned|funded|issued|supported|developed) by|replaces|supersedes|ersetzt|remplace|replaced by|evidence review|(?:volume|vol\.|issue|guideline|report|paper|no\.|number|brief|briefing|leaflet|nr\.|leitlinie|bulletin|circular) \d+|technical report|technical note|briefing note|working paper|policy brief|position paper|discussion paper|fact ?sheet|doi|issn|isbn|copyright|keywords?|edited by|translated by|written by|prepared (?:by|for)|presented (?:at|to)|department of|faculty of|university of|universität|université|thèse|mémoire|sous la direction|rapport n|dissertation|habilitation|masterarbeit|fassung|auflage|herausgegeben|manuscript|word count|student|course|instructor|professor)\b|[©@]|\b(?:university|institute)$/i;
const byline = opening({ words: ["by", "von", "par"], after: " \\p{Lu}", flags: "u" });
const person = String.raw`\p{Lu}[\p{L}.'’-]*(?: (?:(?:de|van|von|der|den|da|di|la|le|el|bin|al) )*\p{Lu}[\p{L}.'’-]*){1,4}`;
/** Signs that lead from a name to its affiliation: `1,2*`, `¹`, `†`. */
const SIGNS = "[\\d*∗†‡§¶¹²³⁰⁴-⁹]*(?:,[\\d*∗†‡§¶¹²³⁰⁴-⁹]+)*";
/** Degrees and posts behind a name, told by their capitals: `, MD`, `, PhD, MPH`, `, M.B.Ch.B.`, `, Dipl.-Ing.`. */
const DEGREE = String.raw`(?:, (?:\p{Lu}[\p{L}.-]{0,8}\p{Lu}[\p{L}.]{0,4}|Dr\.? ?\p{Ll}{2,5}\.?))`;
// Signs stand twice only where degrees part them: side by side they could share them in many ways.
const bearer = `${person}${SIGNS}(?:${DEGREE}+${SIGNS})?`;
const people = new RegExp(`^${bearer}(?:(?:[,;] and |, | and | & |; | und | et )${bearer})+$`, "u");
const affiliation =
  /^(?:[\d*†‡¹²³⁴-⁹]{1,2} ?)?(?:the )?(?:\p{L}+ )?(?:institutes?|departments?|schools?|facult(?:y|ies)|cent(?:re|er)s?|ministry|hospital|laborator(?:y|ies)|university|college|institut|fakultät|seminar|universität|lehrstuhl|klinik|hochschule|université|laboratoire|école|ministère)\b[^.;:!?,]{0,100},/iu;
/** The lines of a title page: `CST 210: Consumption and Society`, `Professor J. Amadi`. */
const titlePage =
  /^(?:\p{Lu}{2,5}[ -]?\d{2,4}[A-Z]?(?:: .{2,60})?|(?:Prof(?:essor|\.)?|Dr\.?|Instructor:?|Tutor:?|Supervisor:?) \p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3})$/u;
/** `Philippa Strang*`: the author, whom a note says more of. */
const starred = new RegExp(`^${person}[*∗†‡§¶]$`, "u");
/** `Marta Quill, RN, PhD`: of one name alone only the degrees tell that it names no subject. */
const graduate = new RegExp(`^${person}${SIGNS}${DEGREE}+${SIGNS}$`, "u");
const onePerson = new RegExp(`^${bearer}$`, "u");
const date =
  /^(?:\p{L}+, )?(?:\d{1,2}\.? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juin|juil|août|déc)\p{L}*\.? (?:\d{1,2}, )?\d{4}\.?$|^\d{4}-\d\d-\d\d$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/iu;

/** `Target group: care homes`, `AWMF-Register Nr.: 013/021`: a label of a few words, and what it says. */
const labelled = /^\p{Lu}[\p{L}\d.’'-]*(?: [\p{L}\d.’'-]+){0,4} ?: \S/u;

/** Whether a line near the title speaks of the document: edition, status, authors, affiliation, date. */
export function isDocumentLine(line: string): boolean {
  if (line.length > 2 * LONGEST_HEADING) return false;
  const text = oneLine(line);
  return isAboutDocument(text, signsOf(text));
}

function isAboutDocument(text: string, signs: number): boolean {
  if (isImprint(text, signs) || people.test(text) || graduate.test(text) || titlePage.test(text)) return true;
  if (affiliation.test(text) && !hasVerb(text)) return true;
  return !/[.!?]$/.test(text) && text.split(" ").length <= MOST_WORDS && labelled.test(text);
}

/** Whether a line right below the title speaks of the document or names its author. */
export function isFrontLine(line: string): boolean {
  return isDocumentLine(line) || (line.length <= LONGEST_HEADING && onePerson.test(line.trim()));
}

/** Whether the lines are those of a title page: a name, and below it where or for whom its bearer writes. */
export function isAuthorAbove(line: string, below: string): boolean {
  if (line.length > LONGEST_HEADING || !onePerson.test(line.trim())) return false;
  return affiliation.test(below) || titlePage.test(below);
}

/** Headings of what stands at an article's edge. Where the text under them cites, they are like any other. */
const edgeHeading =
  /^\s*(?:[\dIVX]{1,4}\.? )?(?:acknowledge?ments?(?: and (?:funding|disclosures?))?|(?:thanks|acknowledge?ments?) and (?:caveats?|notes?|credits|data|disclaimers?|apologies)|caveats? and thanks|(?:declarations? of )?(?:competing|conflicts? of|conflicting|potential|financial) interests?(?: statement| disclosures?)?|declarations?(?: of interests?)?|disclosures?(?: statement)?|(?:author|contributor)s?['’]?s? (?:contributions?|information|details|note)|funding(?: statement| sources?| information)?|financial support|sources? of (?:funding|support)|data (?:and (?:code|materials?) )?availability(?: statement)?|ethics(?: (?:statement|approval))?|ethical approval|about the authors?|supplementary (?:material|information)|danksagung|förderung|interessenkonflikte?|zu[rm] (?:person|autor(?:in)?)|remerciements|(?:conflits?|déclarations?) d['’]intérêts?|financement)\s*[:.]?\s*$/iu;

/** Whether a heading opens what stands at an article's edge: thanks, funding, interests, data. */
export function opensEdge(title: string): boolean {
  return title.length <= LONGEST_HEADING && edgeHeading.test(title);
}

/** A whole sentence is about the document only when it begins with it. */
const tells = /\b(?:was|were|has|have|had|is|are)\b/i;
const ofItself =
  /^(?:this|the present) (?:preprint|version|edition|draft|paper|article|report|guideline|manuscript|document|leaflet|work|thesis|brief)\b/i;

/** Two or more names and nothing else, perhaps with the signs of their affiliations. */
export function isNameList(text: string): boolean {
  return people.test(text);
}

/** What may be said of a document at any place of it: its date, its author, its edition. */
function isImprint(text: string, signs: number): boolean {
  if ((/\d\.?$/.test(text.slice(-2)) && date.test(text)) || byline.test(text) || isStatusLine(text, signs))
    return true;
  if (/[.!?]$/.test(text) && (text.split(" ").length > 12 || (tells.test(text) && !ofItself.test(text))))
    return false;
  return documentWord.test(text);
}
