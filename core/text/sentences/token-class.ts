/** Reads the word before a stop: abbreviation, initial, unit, ordinal, or a word of its own. */
import {
  type AbbreviationClass,
  abbreviations,
  alsoWords,
  articledTitles,
  quantityWords,
  romanceArticles,
} from "../abbreviations.ts";
import { classAt, classOf, isSpace, LETTER, LOWER, SPACE, UPPER } from "./chars.ts";
import type { Setting } from "./setting.ts";
import { ordinalLead, starters, typeNouns } from "./starters.ts";
import { allDigits, wordStart } from "./tokens.ts";

/** The class of the word before a stop; initials and unlisted dotted forms count as `name`. */
export function classOfToken(
  setting: Setting,
  token: string,
  start: number,
  beforeCapital: boolean,
  word = "",
): AbbreviationClass | null {
  const { text, from, to } = setting;
  const lower = token.toLowerCase();
  const before = classAt(text, start - 1, from, to);
  if (before === SPACE && (unitLetters.has(token) || quantityWords.has(token))) {
    const lead = previousWord(text, start, from);
    // "12. d. M." is a day of the month.
    if (unitLetters.has(token) && /^[\d.]*\d$/.test(lead)) return "end";
    if (quantityWords.has(token) && /\d$/.test(lead)) return "name";
  }
  const letter = token.length === 1 ? classOf(token.charCodeAt(0)) : SPACE;
  const hyphen = text[start - 1] === "-";
  // "panels j-l.", "5 ng/g."
  if ((letter === LOWER && hyphen) || (letter !== SPACE && text[start - 1] === "/")) return null;
  if (token === "MM") return "inner";
  if (faculties.has(token) && titled.test(previousWord(text, start, from))) return "name";
  // "Dipl.-Ing.", "Reg.-Bez."
  if (hyphen && text[start - 2] === "." && /^\p{Lu}\p{Ll}/u.test(token) && abbreviations.has(lower))
    return "inner";
  if ((token.endsWith("str") || token.endsWith("pl")) && /^\p{Lu}\p{Ll}+(?:str|pl)$/u.test(token))
    return "name";
  if (beforeCapital && isArticledTitle(setting, token, start)) return "inner";
  const listed = letter === UPPER ? undefined : (abbreviations.get(lower) ?? elided(lower));
  if (listed !== undefined) {
    // "accession no. AB123" against "the answer is no. Nobody knows".
    // "nel sec. XIX": a Roman number counts as well.
    const code = listed === "number" && (/\d/.test(word) || /^[IVXLC]{2,6}$/.test(word));
    if (beforeCapital && token === lower && alsoWords.has(lower) && !code) return null;
    // "GA" is a name of its own; "DR. JONES" is set in capitals throughout.
    if (beforeCapital && /^\p{Lu}{2,}$/u.test(token) && !/^\p{Lu}{4,}$/u.test(word)) return null;
    if (hyphen && listed !== "name") return null;
    return listed;
  }
  if (letter === UPPER || letter === LOWER || letter === LETTER) return "name";
  if (text[start - 1] === "/" || text[start - 1] === "@") return null;
  const dot = token.lastIndexOf(".");
  if (dot < 0) return null;
  if (/^(?:\p{Ll}\.)+\p{Ll}$/u.test(token)) return "end";
  if (/^(?:\p{L}{1,2}\.)+\p{L}{1,3}$/u.test(token)) return "name";
  // "Tuesday.Mr": a space was lost before the abbreviation; "example.gov" is an address.
  const named = dot > 2 && classOf(token.charCodeAt(dot + 1)) === UPPER;
  return named ? (abbreviations.get(lower.slice(dot + 1)) ?? null) : null;
}

/** "il gen. Diaz", "dell’on. Rossi", "do prof. Reis": a title behind an article, which ends no sentence. */
function isArticledTitle(setting: Setting, token: string, start: number): boolean {
  const elision = /^(?:l|un|dell|dall|all|nell|sull|coll)['’](?=\p{Ll})/u.exec(token);
  if (elision) return articledTitles.has(token.slice(elision[0].length));
  return articledTitles.has(token) && romanceArticles.has(previousWord(setting.text, start, setting.from));
}

/** "Dr. phil.", "Prof. Dr. rer. nat.": a degree goes on to the name. */
const titled = /^(?:Drs?|Prof|Lic|Mag|cand|stud|rer|sc|h)\.$/;
const faculties = new Set(
  "phil med jur iur theol rer nat pol oec ing agr habil hc dent vet forest scient".split(" "),
);

/** The abbreviation behind a French article: "l'art. 3". */
function elided(token: string): AbbreviationClass | undefined {
  const apostrophe = token[1] === "'" || token[1] === "’";
  return apostrophe && (token[0] === "d" || token[0] === "l") ? abbreviations.get(token.slice(2)) : undefined;
}

/** Units of time and length so short that they look like initials: "12 d.", "2 h.", "3 mo.". */
const unitLetters = new Set("d h s m y g l L K V A M N W mo hr yr wk in eV Å Mt".split(" "));

/** "vitamin C.", "hepatitis B.", "Figure 1 B.": the letter is no initial. */
export function typeLetter(setting: Setting, token: string, start: number): boolean {
  if (token.length !== 1) return false;
  const lead = previousWord(setting.text, start, setting.from);
  if (lead === "" ? setting.text[start - 2] === "%" : typeNouns.has(lead.toLowerCase())) return true;
  if (lead === "and" || lead === "or") {
    // "panels E and F."
    const pair = previousWord(setting.text, setting.text.lastIndexOf(lead, start), setting.from);
    if (/^\p{L}$/u.test(pair)) return true;
  }
  return "IVX".includes(token) && /^\p{Ll}{5,}$|^\p{Lu}{2,}\p{Ll}+$/u.test(lead);
}

/** German "im 15. Jahrhundert", "am 3. Mai", "im frühen 20. Jh.": a number with a stop is an ordinal. */
export function ordinal(setting: Setting, token: string, start: number, word: string): boolean {
  if (!setting.german || !allDigits(token) || token.length > 2) return false;
  const lead = previousWord(setting.text, start, setting.from).toLowerCase();
  return ordinalNouns.has(word) || (ordinalLead.has(lead) && !starters.has(word));
}

/** German nouns that an ordinal stands before, so that the number ends nothing. */
const ordinalNouns = new Set(
  `Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
  Jh Jhs Jhd Jhdt Jhdts Jhrh Jahrhundert Jahrhunderts Jahrhunderten Jahrtausend Jahrtausends Auflage Aufl Weltkrieg Weltkriegs Weltkrieges
  Lebensjahr Lebensjahres Geburtstag Todestag Jahrestag Quartal Hälfte Viertel Kapitel Kapitels`.split(/\s+/),
);

/** "At 5 a.m. Mr. Smith": a sentence that so far holds nothing but the time goes on. */
export function timeOpens(text: string, begin: number, start: number): boolean {
  return (
    start - begin < 20 &&
    /^(?:At|By|Before|After|Around|Until|From|About|Since) [\d:.]+ ?$/.test(text.slice(begin, start))
  );
}

/** The word before `end` with its stop, or "". */
export function previousWord(text: string, end: number, from: number): string {
  let i = end;
  while (i > from && isSpace(classOf(text.charCodeAt(i - 1)))) i--;
  const start = wordStart(text, text[i - 1] === "." ? i - 1 : i, from);
  return text.slice(start, i);
}

/** Words that may be read as anything but a word of their own before a stop, as they stand there. */
const doubtful: ReadonlySet<string> = new Set([
  ...abbreviations.keys(),
  ...quantityWords,
  ...articledTitles,
  ...unitLetters,
  ...faculties,
]);
const LONGEST_DOUBTFUL = Math.max(...[...doubtful].map((word) => word.length));
/** "iii" may number what follows, and so may a letter. */
const SHORTEST_PLAIN = 2;

/**
 * Whether nothing or a word in small letters that is no abbreviation stands in `[start, at)`, behind white space:
 * `classOfToken` has no class for it. Most stops end such a word.
 */
export function isPlainWord(setting: Setting, begin: number, start: number, at: number): boolean {
  const { text, from, to } = setting;
  if (start === at) return true;
  if (start === begin || at - start < SHORTEST_PLAIN || !isSpace(classAt(text, start - 1, from, to)))
    return false;
  for (let i = start; i < at; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x61 || code > 0x7a) return false;
  }
  return at - start > LONGEST_DOUBTFUL || !doubtful.has(text.slice(start, at));
}
