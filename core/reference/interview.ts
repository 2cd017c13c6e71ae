/**
 * The grammar of interviews and conversations that nobody printed: "Ida Lohse, interview by the author, Wehl, 3 May 2004",
 * "Entretien avec Paul Aubin, meunier, 11 mars 2009". Who speaks must be named and the time told; whoever stays
 * without a name is no source that could be found again. Does not read interviews that a paper or a book prints.
 */
import type { ParsedReference, Span } from "../model.ts";
import { parseArchival } from "./archival.ts";
import { Builder } from "./build.ts";
import { parseDate } from "./dates.ts";
import { parseNames } from "./names.ts";

const RULE = "interview";
const LONGEST = 400;

/** Asked first: hardly any text is one. */
const SEEN = /interview|conversation|discussion|gespräch|befragt|entretien|intervist|colloqui|entrevist/iu;

const HONORIFIC =
  "(?:(?:Mrs?|Ms|Miss|Dr|Prof|Sir|Dame|Lady|Lord|Rev|Canon|Herrn?|Frau|Mme|Mlle|Sig(?:\\.ra|\\.na)?|Sra?|Don|Doña|Dona)\\.?\\s)";
const PARTICLE = "(?:(?:de|da|do|dos|du|di|del|della|la|le|van|von|der|den|ter|zu)\\s){0,2}";
const WORD = "(?:\\p{Lu}\\.|(?:[dDlLO]['’])?\\p{Lu}[\\p{L}\\p{M}]+(?:['’-][\\p{L}\\p{M}]+){0,3})";
const PERSON = `${HONORIFIC}?${WORD}(?:\\s${PARTICLE}${WORD}){0,4}`;
const AND = "\\s(?:and|und|et|ed?|y|&)\\s";
const PEOPLE = `${PERSON}(?:(?:,\\s${PERSON}){0,3},?${AND}${PERSON})?`;

const ADDRESSED = new RegExp(`(?:^|(?<=[,\\s]))${HONORIFIC}(?=\\p{Lu})`, "gu");

/** Given name and surname, or the surname behind a form of address: somebody who can be told from others. */
const IDENTIFIED = new RegExp(`^(?:${HONORIFIC}${WORD}|${WORD}\\s${PARTICLE}${WORD})`, "u");

/** Source of a pattern: a word in small letters or with a capital. */
const either = (word: string): string => `[${word[0]!.toUpperCase()}${word[0]!}]${word.slice(1)}`;
const among = (list: readonly string[]): string => `(?:${list.map(either).join("|")})`;

const QUALIFIED = among([
  "personal",
  "private",
  "oral[ -]history",
  "telephone",
  "phone",
  "video",
  "online",
  "recorded",
  "taped",
  "unpublished",
  "e-?mail",
  "telefonisches?",
  "persönliches?",
]);
const TALK = among([
  "interviews?",
  "conversations?",
  "zeitzeugen(?:interview|gespräch)",
  "telefon(?:interview|gespräch)",
  "gespräche?",
  "entretiens?(?:\\s(?:téléphonique|oral))?",
  "intervist[ae]",
  "colloqui[oi]",
  "entrevistas?(?:\\s(?:personal|pessoal|telefónica|telefônica))?",
]);
/** Source of a pattern: the word for a conversation, with how it was held. */
const KIND = `(?:${QUALIFIED}\\s)?${TALK}`;
const AUTHOR =
  "(?:(?:the\\s(?:present\\s)?|de[mrs]\\s|l['’]|dell['’]|all['’]|el\\s|la\\s|del\\s|de\\sla\\s|o\\s|a\\s|ao\\s|à\\s|do\\s|da\\s)?(?:authors?|writer|researcher|Verf(?:asserin|assers?|\\.)|Autor(?:in|s)?|auteure?|autrice|autore|autora?)|me|us)(?![\\p{L}])";
const WITH = "(?:with|by|mit|von|durch|avec|par|con|di|de|a|ao|com|por)\\s";
/** Source of a pattern: "interview by the author", "in discussion with the author", "interviewed by Tom Pike", "entrevista ao autor". */
export const TOLD = `(?:${KIND}\\s(?:${WITH})?(?:${AUTHOR}|${PEOPLE})|in(?:\\san)?\\s(?:interview|conversation|discussion)\\swith\\s(?:${AUTHOR}|${PEOPLE})|im\\s(?:Gespräch|Interview)\\smit\\s(?:${AUTHOR}|${PEOPLE})|interviewed\\sby\\s(?:${AUTHOR}|${PEOPLE})|(?:interviewt|befragt)\\s(?:von|durch)\\s(?:${AUTHOR}|${PEOPLE})|${KIND})`;
/** Groups: who speaks, and the words for it. */
const BY_NAME = new RegExp(
  `^(${PEOPLE})(?:\\s\\([^()]{2,80}\\)|,\\s(?:(?:the|an?|former|retired|then)\\s)?\\p{L}{4,}\\s(?:of|at|in|for|on|with|to)\\s[^,;:()“”"\\d]{2,60})?,\\s(${TOLD})(?=[,.;\\s(]|$)`,
  "diu",
);
/** Groups: who speaks. "Author interview with", "Gespräch des Verfassers mit", "Intervista dell’autore a". */
const BY_KIND = new RegExp(
  `^(?:[Aa]uthor(?:['’]s|s['’])?\\s)?${KIND}\\s(?:(?:by\\s|de\\s)?${AUTHOR}\\s)?(?:with|mit|avec|con|a|com)\\s(${PEOPLE})(?=[,.;\\s(]|$)`,
  "du",
);

const TIME =
  /(?<=[,\s(])(?:\d{1,2}(?:er|\.|º)?\s(?:de\s)?\p{L}{3,10}\.?\s(?:de\s)?|\d{1,2}\.\s?\d{1,2}\.\s?|\p{L}{3,10}\.?\s(?:\d{1,2},\s|de\s)?)?(?:19|20)\d{2}(?![\d\p{L}-])/u;
/** Trade, town and joining words stand in front of the day; quotation marks and addresses belong to what is printed. */
const BETWEEN = /^(?:\s\([^()\d]{2,80}\))?[,\s(]*[^“”„"«»;:()\d]{0,140}\(?$/u;
/** "hedger", "former mayor of Wehl": who the speaker is, in small letters. */
const TRADE = /^,\s\p{Ll}[^,;()\d]{1,60}(?=,\s)/u;
/** The name is not the speaker's own, or was left out. */
const HIDDEN =
  /pseudonym|anonym|not (?:his|her|their) real name|names?\s(?:(?:has|have)\sbeen\s|was\s|were\s)?(?:changed|withheld|altered)|Name(?:n)?\sgeändert|nom(?:s)?\schangé/iu;

interface Interview {
  readonly people: Span;
  /** What it is called: speaker, kind and interviewer as printed. */
  readonly title: Span;
  readonly time: Span;
}

const span = (at: readonly [number, number] | undefined): Span => ({ start: at![0], end: at![1] });

/** Returns the parts of an interview with somebody named at the beginning of the text, or null. */
export function findInterview(text: string): Interview | null {
  if (!SEEN.test(text.slice(0, LONGEST))) return null;
  const head = text.slice(0, LONGEST).replace(/[\r\n\u00a0]/g, " ");
  const named = BY_NAME.exec(head);
  const m = named ?? BY_KIND.exec(head);
  if (!m) return null;
  const people = span(m.indices?.[1]);
  if (!IDENTIFIED.test(head.slice(people.start, people.end))) return null;
  let end = m[0].length;
  const time = TIME.exec(head.slice(end));
  if (!time || !BETWEEN.test(head.slice(end, end + time.index))) return null;
  if (HIDDEN.test(head)) return null;
  const start = end + time.index;
  if (!named) end += TRADE.exec(head.slice(end))?.[0].length ?? 0;
  return {
    people,
    title: { start: 0, end },
    time: { start, end: start + time[0].length },
  };
}

/** Returns the interview that the string describes, with the archive that keeps it where one is named; else null. */
export function parseInterview(raw: string): ParsedReference | null {
  if (raw.length > LONGEST) return null;
  const found = findInterview(raw);
  if (!found) return null;
  const kept = parseArchival(raw);
  const b = new Builder(raw);
  const said = raw.slice(found.people.start, found.people.end).replace(ADDRESSED, "");
  const names = parseNames(said).names;
  if (names.length === 0) return null;
  b.addPeople("author", names);
  b.prove("author", found.people, "likely", RULE);
  b.draft.title = raw.slice(found.title.start, found.title.end).replace(/\s+/g, " ");
  const rest = found.people.start > 0 ? { ...found.title, end: found.people.start } : found.title;
  b.prove("title", found.people.start > 0 ? rest : { ...rest, start: found.people.end }, "likely", RULE);
  const read = parseDate(raw.slice(found.time.start, found.time.end));
  if (read) {
    b.draft.issued = read.date;
    b.prove("issued", found.time, "likely", RULE);
  }
  for (const field of ["archive", "archive_location"] as const) {
    const value = kept?.csl[field];
    const proof = kept?.evidence.find((piece) => piece.field === field);
    if (value === undefined || proof === undefined || b.taken(proof)) continue;
    b.draft[field] = value;
    b.prove(field, proof, "likely", RULE);
  }
  return b.finish("interview", "likely");
}

const SURNAMES = `${HONORIFIC}?${PARTICLE}${WORD}(?:${AND}${PARTICLE}${WORD}){0,2}`;
const ON = "(?:,\\s|\\s(?:on|am|vom|le|del|de|em|il)\\s|\\s\\()";
const AGAIN_BY_NAME = new RegExp(
  `^(${SURNAMES}),?\\s(${KIND})(?:\\s(?:${WITH})?${AUTHOR})?(?:${ON}([^,;:“”"()]{0,24}(?:,\\s)?(?:19|20)\\d\\d)\\)?)?[\\s.,;]*$`,
  "u",
);
const AGAIN_BY_KIND = new RegExp(
  `^(${KIND})\\s(?:with|mit|avec|con|a|com)\\s(?:${WORD}\\s){0,2}?(${SURNAMES})(?:${ON}([^,;:“”"()]{0,24}(?:,\\s)?(?:19|20)\\d\\d)\\)?)?[\\s.,;]*$`,
  "u",
);

export interface InterviewAgain {
  readonly names: readonly string[];
  /** The word for it, in the speaker's or the author's language. */
  readonly kind: string;
  readonly year: string | null;
}

/**
 * Returns what "Lohse, interview, 3 May 2004", "Gespräch mit Lohse, 3. Mai 2004" and "Interview with Ida Lohse" say of an
 * interview that was described.
 */
export function findInterviewAgain(text: string): InterviewAgain | null {
  if (text.length > 160 || !SEEN.test(text)) return null;
  const named = AGAIN_BY_NAME.exec(text);
  const m = named ?? AGAIN_BY_KIND.exec(text);
  if (!m) return null;
  const [who, kind] = named ? [m[1]!, m[2]!] : [m[2]!, m[1]!];
  const bare = who.replace(ADDRESSED, "");
  const names = bare.split(new RegExp(AND));
  const year = /(?:19|20)\d\d$/.exec(m[3] ?? "")?.[0] ?? null;
  return { names, kind, year };
}
