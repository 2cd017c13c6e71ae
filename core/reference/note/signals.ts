/** Words that introduce a citation without being part of it: "See also", "Vgl.", "cfr. anche", "quoted in". */
import { CITED_IN } from "../../cited-in.ts";
import { isListed } from "../gazetteer.ts";

const SP = "[\\s\u00a0]";
/** "vgl. als Ausnahme", "siehe zur Einführung": what the work is cited as. */
const AS_WHAT =
  " als (?:einzige |seltene |frühe |rühmliche )?(?:ausnahme|beispiel|überblick|einführung|einstieg|gegenbeispiel|gegenposition|gegenstimme|beleg|zusammenfassung|klassiker|erste[rsn]?|einzige[rsn]?)| (?:zur einführung|zum einstieg|zum überblick|im überblick|zum forschungsstand|statt vieler|stellvertretend)";
/** How figures were got from a work that is named behind. */
const RECKONED =
  "(?:(?:all )?(?:figures|numbers|totals|averages|percentages|shares|rates|values) |own )?(?:calculated|computed|compiled|reckoned|estimated|counted|tallied|reconstructed|collated|abstracted|worked out|added up)(?: by the (?:present )?(?:author|writer))? (?:from|after|on the basis of)|(?:own|(?:the )?authors?['’]?s?['’]?(?: own)?) (?:calculations?|computations?|estimates?|tabulations?|counts?|compilation) (?:from|after|based on|on the basis of)|(?:eigene )?(?:berechnet|errechnet|ermittelt|ausgezählt|zusammengestellt|zusammengezählt|(?:eigene )?Berechnung(?:en)?|Zusammenstellung) (?:nach|aus|anhand von)|(?:calculé|établi|compté|relevé)e?s? (?:d['’]après|à partir de)|(?:calcolat|ricavat|compilat)[oaie] (?:da|su)|(?:calculad|elaborad)[oa]s? (?:a partir de|con datos de|com base em)";
/** How they were set right or made full from another one. */
export const AMENDED =
  "with (?:some |minor |further |a few )?(?:corrections?|additions?|amendments?|adjustments?|supplements?) (?:from|by|in|after)|(?:corrected|supplemented|completed|amended|adjusted|checked) (?:from|by|with|after|against)|(?:ergänzt|berichtigt|korrigiert|vervollständigt) (?:nach|aus|durch|um)|(?:complété|corrigé)e?s? (?:par|d['’]après)";
const SIGNALS = [
  // "Calculated from Brandt, “Prices,” table 2, with corrections from Ilse Horn, Mills (…)".
  `(?:${RECKONED}|${AMENDED})`,
  // English
  "but see(?: also)?",
  "and see(?: also)?",
  "see(?: also| generally| especially| further| in particular| for example| for instance)?(?:,? (?:e\\.g\\.|eg),?)?(?:,? for example,?)?",
  "but (?:cf\\.?|compare)",
  "cf\\.?(?: also| aussi| também| ainda| sobretudo)?",
  "compare",
  "with(?=\\s+[\\p{Lu}“‘])",
  "contra",
  "(?:contrast|thus|pace|as|so)(?=\\s\\p{Lu}[\\p{L}’'-]+(?:,|\\s\\(|\\sand\\s\\p{Lu}))",
  "(?:(?:similarly|ähnlich) )?(?:already|schon|bereits|déjà|già|ya|já)(?=\\s\\p{Lu}[\\p{L}’'-]+(?:,|\\s\\((?:n|note|Anm)))",
  "translated (?:in|by|from)",
  "accord",
  "e\\.g\\.,?",
  "for example,?",
  "for instance,?",
  `\\(?(?:${CITED_IN})`,
  "quoting",
  "citing",
  "discussed in",
  "reprinted in",
  "also",
  "following",
  "adapted from",
  "based on",
  "from",
  // German
  // "Lobend äußert sich Karin Voss": the name behind the verb.
  "(?:lobend|kritisch|zustimmend|ablehnend|skeptisch|wohlwollend|zurückhaltend|positiv|negativ|vorsichtig|differenziert|ausführlich|ähnlich|anders|abweichend|deutlich|so)(?:er)? (?:äußer(?:t|te|n|ten) sich|urteil(?:t|te|en|ten)|argumentier(?:t|te|en|ten)|schreib(?:t|en)|schrieb(?:en)?|sieh(?:t|en) (?:es|das)|sehen (?:es|das)|mein(?:t|te|en|ten)|beton(?:t|te|en|ten)|ist|sind)(?: auch| dazu| hierzu| etwa| hingegen| dagegen| noch| schon| bereits| zuletzt)*(?=\\s\\p{Lu})",
  `vgl\\.(?:${AS_WHAT}| auch| dazu| hierzu| etwa| ferner| zum Beispiel| u\\. ?a\\.| z\\. ?B\\.| nur| ausführlich(?:er)?| eingehend| insbesondere| besonders| vor allem| v\\. ?a\\.| zusammenfassend| zuletzt| jetzt| neuerdings| erstmals| aber| jedoch| allgemein| grundlegend| kritisch| schon| noch)*`,
  "vergleiche(?: auch)?",
  `siehe(?:${AS_WHAT}| auch| dazu| hierzu| etwa| ferner| nur| ausführlich(?:er)?| eingehend| insbesondere| besonders| vor allem| v\\. ?a\\.| zusammenfassend| zuletzt| jetzt| neuerdings| erstmals| aber| jedoch| allgemein| grundlegend| kritisch| schon| noch)*`,
  "s\\. ?(?:auch|a\\.|dazu|hierzu)",
  "so(?: auch| noch| schon| bereits| etwa| zuletzt| zum Beispiel)+",
  "dazu(?: auch)?",
  "(?:hierzu|dazu) und zum [Ff]olgenden",
  "hierzu(?: auch)?",
  "zum [Ff]olgenden",
  // A given name as well: "Anders Kjær to Jens Kjær, 17 February 1841".
  "anders(?: noch| etwa)?(?!\\s\\p{L}+\\s(?:to|an)\\s)",
  "(?:dafür|dagegen|hingegen|demgegenüber|zustimmend|ablehnend|befürwortend|zweifelnd|a\\. ?A\\.(?! ?O\\.)|a\\. ?M\\.|anderer (?:Ansicht|Meinung)|gegenteilig)(?: aber| jedoch| schon| noch| bereits| auch| etwa| nur| so| vor allem| insbesondere| zuletzt| z\\. ?B\\.)*",
  // Where a text or a picture that is spoken of was printed.
  "(?:(?:teil|wieder|nach|vor)?abdruck|auszüge?|faksimile|abbildung(?:en)?|edition|übersetzung|(?:(?:wieder|teilweise|auszugsweise|zuerst|vollständig) )?(?:ab|nach)?gedruckt|wiedergegeben|abgebildet|ediert|zusammengestellt|(?:weitere )?(?:nachweise|belege|beispiele|literatur)|überblick) (?:bei|in(?=:? [„“«\\p{L}]))",
  "(?:re)?produced in|printed in|transcribed in|excerpted in|reproduit(?:e|s|es)? (?:dans|chez)|publié(?:e|s|es)? (?:dans|chez)|riprodott[oaie] in|edit[oaie] in|reproducid[oa]s? en|reproduzid[oa]s? em",
  "(?:etwa|z\\. ?B\\.|bspw\\.|beispielsweise|statt vieler|stellvertretend)(?=\\s\\p{Lu})",
  "ferner",
  "(?:ebenso|ähnlich|genauso|desgleichen|anders)(?: auch| noch| schon| bereits| etwa| zuletzt| jetzt| neuerdings| wieder| dann| zuvor| später)+",
  "(?:ebenso|ähnlich|genauso|desgleichen)",
  "(?:allgemein(?:er)?|grundlegend|grundsätzlich|eingehend(?:er)?|ausführlich(?:er)?|zusammenfassend|ergänzend|weiterführend|einführend)(?: auch| noch| jetzt| schon| bereits| etwa| zuletzt| dazu| hierzu)*(?=\\s\\p{Lu}[\\p{L}’'-]+(?:,|\\s\\(|:|/|\\su(?:nd|\\.)\\s\\p{Lu}|\\s\\p{Lu}[\\p{L}’'-]+[,:/]))",
  "(?:(?:more|rather|less|similarly|equally|most|much) )*(?:sceptical|skeptical|critical|cautious|favou?rable|positive|negative|similar|sympathetic|dismissive|thorough) (?:is|are|was|were)(?=\\s\\p{Lu})",
  "(?:plus |moins |très )?(?:sceptique|critique|prudente?|favorable|nuancée?) (?:est|sont)(?=\\s\\p{Lu})",
  "(?:grundlegend|ausführlich(?:er)?|eingehend(?:er)?|knapp(?:er)?|zusammenfassend|kritisch)(?: dazu| hierzu)?",
  "(?:zur?|zum|über|für) (?=[^,;.:()]{3,90}\\s(?:auch|siehe|vgl\\.|jetzt|zuletzt|ausführlich|zusammenfassend)\\s\\p{Lu})(?:\\p{L}[\\p{L}-]* ){1,6}(?:auch|siehe(?: auch)?|vgl\\.(?: auch)?|jetzt|zuletzt|ausführlich|zusammenfassend)(?=\\s\\p{Lu}[\\p{L}’'-]+(?:,|\\s\\(|:|/))",
  "auch",
  // French
  "voir(?: aussi| notamment| par exemple| également| surtout)*",
  "comparer",
  "(?:selon|d['’]après)(?=\\s\\p{Lu})",
  // Italian
  "(?:si )?cfr\\.?(?: anche| também| ainda| però| inoltre| in proposito| soprattutto| tra gli altri| ora| ad (?:es|esempio)\\.?,?)*",
  "si veda(?:no)?(?: anche| inoltre)?",
  "vedi(?: anche)?",
  "v\\.(?: anche)?",
  "(?:e|ed) anche",
  "così(?: anche| già)?(?=\\s\\p{Lu})",
  "(?:sul punto|in proposito|al riguardo|sul tema|sull['’]argomento|in merito)(?: anche)?",
  "cit(?:\\.|at[oaie]) (?:in|da|en|em|por)",
  // Spanish and Portuguese
  "(?:ver|veja(?:m)?|vd\\.)(?: também| ainda| sobretudo| nomeadamente| por exemplo| p\\. ?ex\\.|,? entre outros,?)+",
  "(?:ver|veja|vd\\.)(?=\\s\\p{Lu}[\\p{L}’'-]+(?:\\s[\\p{L}’'.-]+){0,4},)",
  "(?:sobre (?:o assunto|este assunto|o tema|este tema|isto|a matéria)|a este (?:propósito|respeito)),?(?: ver| cfr?\\.| veja-se| vd\\.)(?: também| ainda)?",
  "véan?se(?: también| además| asimismo)?",
  "vejam?-se(?: também| ainda| a este propósito,?)*",
  "vid(?:e|\\.)(?: también| também)?",
  "(?:según|segundo)(?=\\s\\p{Lu}[\\p{L}’'-]+,)",
  "citad[oa]s? (?:en|por|em)",
] as const;

const ONE = new RegExp(`(?:(?:${SIGNALS.join("|")})(?:[,:]?${SP}+|(?=[“‘«„"])))`, "iuy");
/** "(2003) 217 CLR 611": a report that begins with its year in brackets. */
const REPORT = "(?!\\((?:1[5-9]|20)\\d\\d\\)\\s(?:\\d{1,3}\\s)?\\p{Lu}{2})";
/** "und, etwas vorsichtiger, dies.", "and more cautiously Gale": how the next one says it, between joint and name. */
const QUALIFIED = [
  // Small words between commas.
  `,${SP}\\p{Ll}[^,;:.()“”„"«»\\d]{2,60},`,
  `${SP}(?:(?:more|rather|much|somewhat|most|less|equally)${SP})?\\p{Ll}{3,14}ly,?`,
  `${SP}(?:(?:etwas|noch|sehr|deutlich|viel|eher|weniger)${SP})?(?:vorsichtig|ausführlich|knapp|kritisch|skeptisch|zurückhaltend|differenziert|allgemein|scharf|schärf)(?:er)?,?`,
  `${SP}(?:plus|più|más|mais)${SP}\\p{Ll}{4,16},?`,
].join("|");
const NEXT = '(?=[“‘"«„@\\p{Lu}]|ibid|id\\.|ebd|ders\\.|dies\\.|idem)';
/** Source of a pattern: a joint with such a remark behind it, up to the name. */
export const QUALIFIED_JOINT = `(?:and|und|sowie|et|e|y)(?:${QUALIFIED})${SP}{1,12}${NEXT}`;
const QUALIFIER = new RegExp(QUALIFIED_JOINT, "uy");
const JOIN = new RegExp(
  `(?:(?:${REPORT}[\\s\u00a0,;:.(])+|(?:and|und|et|&|e|y|sowie|as well as)${SP}+(?=\\S))`,
  "uy",
);

const ABOUT = "(?:[Ff]ür|[Zz]u[mr]?|[Üü]ber|[Oo]n|[Ff]or|[Pp]our|[Ss]ur|[Pp]er|[Pp]ara|[Ss]obre)";
const ARTICLE = `(?:(?:den|die|das|dem|der|the|le|la|les|il|el|los|las)${SP})?`;
/** "für Lüttich Henri Delmotte: Titel": what the work is about stands in front of its author's full name. */
const TOPIC = new RegExp(
  `${ABOUT}${SP}${ARTICLE}(\\p{Lu}[\\p{L}’'-]+)${SP}(?=(\\p{Lu}[\\p{L}’'-]+)(?:${SP}\\p{Lu}[\\p{L}.’'-]+){1,2}[,:]${SP})`,
  "uy",
);

/** Returns the length of such words at `at`; only a given name tells where the topic ends. */
function topicLength(text: string, at: number): number {
  TOPIC.lastIndex = at;
  const m = TOPIC.exec(text);
  return m && isListed(m[2]!, "given") && !isListed(m[1]!, "given") ? m[0].length : 0;
}

export interface Lead {
  /** Where the citation itself begins. */
  readonly start: number;
  /** The signal as printed, joined by blanks; null where there is none. */
  readonly signal: string | null;
  /** The signal says that the work was read in another one: "quoted in". */
  readonly secondary: boolean;
}

/** Reads over marks, joining words and signals at `at`. */
export function readLead(text: string, at: number): Lead {
  let start = at;
  let signal = "";
  for (let n = 0; n < 8; n++) {
    QUALIFIER.lastIndex = start;
    const qualified = QUALIFIER.exec(text);
    if (qualified) {
      signal = `${signal} ${qualified[0].trim().replace(/^\p{L}+,?\s+/u, "")}`;
      start += qualified[0].length;
      continue;
    }
    JOIN.lastIndex = start;
    const join = JOIN.exec(text);
    if (join) {
      start += join[0].length;
      continue;
    }
    const topic = topicLength(text, start);
    if (topic > 0) {
      signal = `${signal} ${text.slice(start, start + topic).trim()}`;
      start += topic;
      continue;
    }
    ONE.lastIndex = start;
    const m = ONE.exec(text);
    // "From" and "So" begin titles and names too: they count only in small letters or with more behind them.
    if (!m || /^(?:From|Also|Following|Auch|Based on)\s+\p{Lu}/u.test(text.slice(start, start + 24))) break;
    signal = `${signal} ${m[0].trim()}`;
    start += m[0].length;
  }
  const words = signal.trim();
  return {
    start,
    signal: words === "" ? null : words.replace(/[,:]$/, ""),
    secondary:
      /\b(?:quoted|cited|qtd\.|zitiert|zit\.|cité\p{L}*|cit\.|cita[dt][oaies]+)(?=\s)|\bapud\b/iu.test(words),
  };
}

/** A signal inside a stretch, in front of a name: what stands before it is no part of the citation. */
const CROSSED = new RegExp(
  `(?:[\\s\\u00a0,:(](?:see|see also|cfr?\\.?|vgl\\.|siehe|vedi|si veda|si vedano|voir|${CITED_IN}|ver(?= também)|vejam?-se|vd\\.)|(?<=[.?!][”"’)]?[\\s\\u00a0])(?:See|Cfr?\\.|Compare|Vgl\\.|Siehe|Vedi|Voir))(?:\\s(?:anche|auch|aussi|also|ora|também|ainda))?[:,]?[\\s\\u00a0]+(?=[\\p{Lu}“«‘„"])`,
  "u",
);

/** Returns whether a signal stands inside the text, outside quotation marks. */
export const crossesSignal = (text: string): boolean =>
  CROSSED.test(text.replace(/[“«„‘"][^”»“’"]{0,400}[”»’"]/gu, (quoted) => "_".repeat(quoted.length)));

/** Words in the middle of a sentence behind which a citation may begin. */
const INNER = new RegExp(
  `[\\s\\u00a0,:(](?:see(?: also| generally| especially| further)?|cf\\.|refer to|consult|compare|vgl\\.(?: auch)?|siehe(?: auch)?|voir(?: aussi)?|cfr\\.|si veda|${CITED_IN}|in|by|from|to|with|follows|following|against|bei|nach|dans|par|da)[,:]?[\\s\\u00a0]+(?=\\S)`,
  "giu",
);

/** What one judge or writer does with another's work: right behind it stands a name. */
export const COURT_VERBS =
  "(?:relied|relies|relying|draws?|drew|drawing|builds?|built|building|rests?|rested) (?:up)?on|follow(?:s|ed)|appl(?:ies|ied)|distinguish(?:es|ed)|approv(?:es|ed)|disapprov(?:es|ed)|overrul(?:es|ed)|revers(?:es|ed)|doubt(?:s|ed)|endors(?:es|ed)|echo(?:es|ed)|criticis(?:es|ed)|criticiz(?:es|ed)|affirm(?:s|ed)|quot(?:es|ed)|cit(?:es|ed)";
const COURT = new RegExp(
  `[\\s\u00a0](?:${COURT_VERBS})[\\s\u00a0]+(?=\\p{Lu}[\\p{L}’'-]+\\s\\((?:n|nn|note|fn)\\.?\\s?\\d)`,
  "gu",
);

/** "the text to n 8 above": where in the document itself something stands. */
const OWN_TEXT =
  /(?:^|[\s(])(?:text|discussion|remarks?|passage|argument|sentences?|words|Text|Ausführungen|Bemerkungen|texte|remarques?|testo|osservazioni|texto|observaciones|observações)\s(?:(?:accompanying|that\saccompanies|around|preceding|following|accompagnant|correspondant)\s)?(?:(?:at|to|in|by|near|bei|zu|nach|vor|in|zur|à|de|sous|par|alla|della|con|em|en|da|na)\s(?:la\s)?)?$/u;
/** Returns whether the words in front of the number of a note say that the document's own text there is meant. */
export const meansOwnText = (before: string): boolean => OWN_TEXT.test(before.slice(-80));

/** "For a contrary view, Smith …": a phrase that leads up to a citation with a mark and no signal. */
const PHRASE =
  /^(?:for|on|as (?:to|for)|regarding|concerning|zum?|zur|über|sur|pour|sulla?|sul|sui|sulle|su|per|para|sobre)\s[^,;:.()]{3,90}[,:]\s+(?=[\p{Lu}“‘"«„@])/iu;
/** "for roofs Corder (n 23) 60": the same without a mark, in front of a name with the number of its note. */
const PHRASE_OF_NUMBERED =
  /^(?:for|on|as (?:to|for|regards)|regarding|concerning|zum?|zur|über|sur|pour|su|per|para|sobre)\s(?:\p{Ll}[\p{L}’'-]*\s){1,6}(?=\p{Lu}[\p{L}’'-]+(?:\sand\s\p{Lu}[\p{L}’'-]+)?\s\((?:nn?|note|fn|Anm)\.?\s?\d)/iu;
/** "für Wald Rauh, An der Bude, S. 7": the same in front of a surname and a short title. */
const TOPIC_OF_SHORT = new RegExp(
  `^${ABOUT}${SP}${ARTICLE}\\p{Lu}[\\p{L}’'-]+${SP}(?=\\p{Lu}[\\p{L}’'-]+,${SP}[\\p{Lu}“‘"«„])`,
  "u",
);
/** "His last letter, Mure to Hale, 3 May 1851, breaks off": the letter of which the sentence speaks. */
const OF_LETTER =
  /^(?:his|her|their|the|this|that)\s(?:\p{Ll}+\s){0,3}(?:letters?|reply|answer|note|memorandum|telegram|petition|draft),\s+(?=\p{Lu}[\p{L}’'-]+\sto\s(?:the\s)?\p{Lu})/iu;
/** A citation key stands anywhere in a sentence: "The power exists already: @planning2016, sec. 4". */
const KEY = /(?<![\p{L}\d._+[-])-?@\{?[\p{L}\d_]/gu;
/** "It was named after his daughter: Brandis 1978, p. 112": a citation by name and year behind a colon. */
const DATED =
  /:\s+(?=\p{Lu}[\p{L}’' &.-]{1,60}\s\(?(?:1[4-9]|20)\d\d[a-z]?\)?(?:,\s(?:pp?|S|ch|fig)\.|\.?$))/gu;
/** "The figures are from the laboratory: Field, “House,” 141": a name and a title behind a colon. */
const TITLED =
  /:\s+(?=\p{Lu}[\p{L}’'-]{1,30}(?:(?:,\s\p{Lu}[\p{L}’'-]{1,30}){0,2},?\s(?:and|und|et|e|y|&)\s\p{Lu}[\p{L}’'-]{1,30}|\set\sal\.)?,\s(?:[“„«‘"]|\p{Lu}))/gu;
/** "on objects of this kind, and Gale, “Fridges First,” 90": a joint at the end of a remark on the citation before. */
const JOINED =
  /,?\s(?:and|und|sowie|et|e|y)\s(?=\p{Lu}[\p{L}’'-]{1,30},\s(?:[“„«‘"]|\p{Lu}|(?:op|art)\.\scit)|(?:ders|dies|id)\.,)/gu;
const BRACKET = /\((?=[\p{Lu}“‘"«„@])/gu;

const WEAK_WORD = /^.(?:in|by|from|to|with|follows|following|against|bei|nach|dans|par|da)\b/i;
const AHEAD = 200;

/** Returns the places in a sentence where a citation may begin behind a signal, in order; at most sixteen. */
export function innerStarts(
  text: string,
  from: number,
  to: number,
): { readonly at: number; readonly strong: boolean }[] {
  const found: { at: number; strong: boolean }[] = [];
  const phrase =
    PHRASE.exec(text.slice(from, to)) ??
    PHRASE_OF_NUMBERED.exec(text.slice(from, to)) ??
    OF_LETTER.exec(text.slice(from, to));
  if (phrase) found.push({ at: from + phrase[0].length, strong: true });
  const topic = TOPIC_OF_SHORT.exec(text.slice(from, Math.min(to, from + AHEAD)));
  if (topic) found.push({ at: from + topic[0].length, strong: false });
  // What follows the sentence is looked at no further than a pattern looks ahead: else each sentence reads all others.
  const base = Math.max(0, from - 1);
  const near = text.slice(base, to + AHEAD);
  const each = (re: RegExp, most: number, strong: (words: string) => boolean, skip = true): void => {
    re.lastIndex = from - base;
    for (let m = re.exec(near); m && base + m.index < to && found.length < most; m = re.exec(near)) {
      const end = m.index + m[0].length;
      found.push({ at: base + (skip ? end : m.index), strong: strong(m[0]) });
      // The blank behind one word stands in front of the next.
      if (re === INNER) re.lastIndex = end - 1;
    }
  };
  each(INNER, 12, (words) => !WEAK_WORD.test(words));
  each(COURT, 14, () => true);
  for (const re of [BRACKET, DATED, TITLED, JOINED]) each(re, 16, () => false);
  each(KEY, 16, () => true, false);
  return found.sort((a, b) => a.at - b.at);
}
