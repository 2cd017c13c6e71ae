/** Words that point to no identifiable work: "the manufacturers' websites", "on file with the authors". */
import { endWithout } from "./reading.ts";

const UNPUBLISHED =
  /(?<!\p{L})(?:on file with|in private hands|private (?:collection|possession)|copies with the|(?:in|from) (?:the )?(?:present )?(?:author|editor|writer|compiler|owner|family|reviewer)(?:s['’]|['’]s)? (?:own )?possession|in (?:my|our|his|her|their) (?:own )?possession|in (?:the )?possession of (?:the )?(?:present )?(?:author|editor|writer|compiler|owner|family)s?|(?:replies|answers|responses) to (?:an?|the|our|my) (?:[\p{L}’']{1,20} ){0,2}questionnaire|en (?:la )?possession de|in possesso de(?:l|lla|gli|i)?|en poder de(?:l)?|in Privatbesitz|personal communications?|pers\.\s?comm\.|private communications?|personal correspondence|interview(?:s|ed)? (?:with|by)|conversations? with|(?:notes?|tapes?|recordings?|transcripts?) (?:are )?(?:held|kept) by|oral (?:information|communication)|information (?:kindly )?(?:supplied|provided|given|received)|kind(?:ly)? (?:information|communicat\p{L}+)|(?:tele)?phone (?:calls?|conversations?)|e-?mails? (?:from|to|message|von|an|de|à|du)|author(?:s['’]|['’]s)? (?:own )?(?:calculations?|observations?|survey)|own calculations?|unpublished (?:data|observations?|results|survey)|data (?:available|not shown)|available (?:up)?on request|names? withheld|im Besitz de[sr]|(?:(?:mündliche|persönliche|briefliche|schriftliche|freundliche)r?|(?:frdl|freundl|mündl|briefl|schriftl)\.) (?:Mitteilung|Auskunft|Auskünfte|Mitteilungen|Hinweise?)|Auskunft (?:von|de[sr]|vo[mn])|Gespräche? (?:mit|des Verf)|communication personnelle|(?:renseignements?|informations?) (?:oraux|orale|aimablement|fournis?|communiqués?)|entretiens? avec|témoignage oral|comunicazione (?:personale|orale|scritta)|(?:colloquio|intervista|conversazione) (?:con|a)|testimonianza orale|(?:comunicación|comunicação) (?:personal|oral|pessoal)|entrevista (?:con|a|com)|(?:gentile|cortese) (?:comunicazione|informazione))(?!\p{L})/iu;
const OBJECT =
  /(?:\b(?:see|refer to|consult|visit|check|contact|ask|siehe|vgl\.|voir|consulter|vedi)(?:\s(?:also|generally|auch|dazu|hierzu|etwa|nur|allgemein|aussi|notamment|anche))*\s+)((?:the|your|their|its|our|any|most|many|various|numerous|local|official|current|relevant|individual|respective|participating|different|several|single|each|manufacturers?['’]s?|die|den|das|einzelnen?|jeweiligen?|verschiedenen?|örtlichen?|le|la|les|chaque|différents|il|i|le|singoli|cada)\s[^.;]{2,160}|[^.;]{0,60}\b(?:web ?sites?|web ?pages?|packaging|leaflets?|manuals?|literature|press|media|brochures?)\b[^.;]{0,60})/iu;

/** "Product sheets of the turbine makers": a whole note of common words, one of which is a kind of papers. */
const CLASS =
  /^(?:(?:the|various|several|different|many|most|local|official)\s)?\p{L}\p{Ll}*(?:\s\p{Ll}+){0,3}\s?(?:web ?sites|web ?pages|brochures|leaflets|catalogues|catalogs|sheets|manuals|press (?:releases|reports|cuttings)|newspapers|newspaper reports|media reports|annual reports|inserts|price lists|minutes|prospectuses|instructions)(?:\s(?:of|from|by|for|in)\s[\p{Ll}\s’'-]+)?\.?$/u;
/** "Check with banks and dealers for current rates": a class in small letters, and what one learns there. */
const FOR_NEWS =
  /^(?:[Pp]lease\s)?(?:[Ss]ee|[Rr]efer to|[Cc]onsult|[Vv]isit|[Cc]heck(?: with)?|[Cc]ontact|[Aa]sk|[Ee]nquire (?:of|at))\s([\p{Ll}’'-]{3,30}(?:,?\s[\p{Ll}’'-]{2,30}){0,7})\s(?:for|about|as to)\s(?:(?:the|their|its)\s)?(?:current|latest|present|up-to-date|local|exact|precise|full|further|details?|prices?|charges?|fees?|rates?|costs?|terms|conditions|availability)(?!\p{L})/u;
const FIGURES =
  "(?:data|figures|numbers|statistics|records|estimates|results|observations|accounts|calculations|measurements|counts|sources|documents|\\p{L}*(?:[Aa]ngaben|[Dd]aten|[Zz]ahlen|[Uu]nterlagen)|[Dd]onnées|[Cc]hiffres|[Dd]atos|[Cc]ifras|[Dd]ados|[Nn]úmeros|[Dd]ati|[Cc]ifre)";
const IN_NO_PAPER =
  "(?:(?:was |were |are |have been |has been )?(?:not (?:yet )?published|never published|unpublished|not for publication|not public|confidential|not (?:publicly )?(?:available|released|disclosed))|nicht (?:öffentlich|veröffentlicht|publiziert)|unveröffentlicht|unpubliziert|non publiée?s?|inédite?s?|(?:no|não) publicad[oa]s?|inédit[oa]s?|non pubblicat[ieao]|inedit[ieao])";
const HANDED_OVER =
  "(?:(?:kindly |privately )?(?:supplied|provided|given|passed|shown|communicated|disclosed|released|leaked|sent|made available) (?:to|by)|(?:dem|der|den) [^.;,()\\d]{2,40} (?:vorliegend|überlassen|mitgeteilt)|fourni(?:e?s)? (?:par|à|aux?)|communiquée?s (?:par|à|aux?)|(?:facilitad|proporcionad|fornecid|cedid)[oa]s (?:por|pel[oa]s?|al?|ao)|forniti? da(?:l|lla)?)";
/**
 * "Company data, not published", "Hospital figures supplied to the Courier; not published": a whole note of figures that
 * came out nowhere. A year, a number or a verb would make it something else.
 */
const OUT_NOWHERE = new RegExp(
  `^(?:\\p{L}[\\p{L}’'-]{0,24} ){0,6}${FIGURES}(?:(?: [^.;:,()\\d]{2,80})?(?:[,;:]| \\()? ?${IN_NO_PAPER}\\)?| ${HANDED_OVER} [^.;:()\\d]{2,80})(?:[,;] [^.;\\d]{2,40})?\\.?$`,
  "iu",
);
const TOLD_BY =
  "(?:(?:comes?|came|stems?|learn(?:ed|t)|heard|told|reported|repeated|related|supplied|provided|given|passed on) (?:to (?:me|us|the authors?) )?(?:by|from)|according to|(?:rapporté|raconté|signalé|communiqué|fourni|transmis)e?s? par|selon|d['’]après|(?:nach (?:Angaben?|Auskunft|Aussagen?)|berichtet|erzählt|mitgeteilt) von|(?:riferit|raccontat|comunicat|fornit)[oaie] da|secondo|[Ii]nformation (?:from|by)|(?:[Aa]uskünfte|[Aa]ngaben) von|[Rr]enseignements de|(?:contad|referid|relatad|transmitid|comunicad)[oa]s? (?:por|pel[oa]s)|según|segundo)";
const PEOPLE =
  "(?:colleagues|friends|acquaintances|residents|villagers|locals|neighbours|neighbors|officials|staff|employees|insiders|sources|informants|witnesses|historians|scholars|experts|observers|relatives|descendants|correspondents|traders|dealers|érudits|historiens|témoins|habitants|voisins|collègues|amis|observateurs|employés|spécialistes|Kolleg(?:en|innen)|Bekannten|Nachbarn|Zeitzeugen|Anwohnern|Bewohnern|Mitarbeitern|Fachleuten|Heimatforschern|studiosi|testimoni|colleghi|abitanti|vicini|eruditos|testigos|vecinos|colegas|historiadores|testemunhas|moradores|vizinhos|estudiosos)";
/** "various residents of Halden": friends of somebody who is named could be asked for, they could not. */
const FROM_A_PLACE =
  "(?:residents|villagers|inhabitants|locals|habitants|Anwohnern|Bewohnern|abitanti|vecinos|moradores) (?:of|in|at|from|near|de|von|aus|di) \\p{Lu}[\\p{L}’' -]{1,40}";
/** "The figure comes from colleagues at the county.": told by people of whom nobody is named. */
const NOBODY = new RegExp(
  `(?<!\\p{L})${TOLD_BY} ((?:\\p{Ll}[\\p{L}’'-]* ){0,3}(?:${PEOPLE}(?: [\\p{Ll}’' -]{2,60})?|${FROM_A_PLACE}))\\.?\\s*$`,
  "u",
);
const LAST = /^.*\s(?:see|refer to|consult|visit|check|contact|siehe|voir|consulter|vedi)\s(?=\S)/iu;

/** Returns where a vague source is named in a sentence without a citation, or null. Offsets within `text`. */
export function findVague(text: string): { readonly start: number; readonly end: number } | null {
  const head = text.slice(0, 600);
  const end = endWithout(text, ".;,");
  if (
    UNPUBLISHED.test(head) ||
    OUT_NOWHERE.test(head.trim()) ||
    (head.length < 120 && CLASS.test(head.trim()))
  )
    return { start: 0, end };
  const m = NOBODY.exec(head.slice(0, 240)) ?? OBJECT.exec(head) ?? FOR_NEWS.exec(head);
  if (
    !m ||
    /\b(?:notes?|Part|Section|chapter|above|below|supra|infra|discussion|text|appendix|table|figure|Ausführungen|Bemerkungen|Fn|Fu(?:ß|ss)note|Anm|oben|unten)\b/iu.test(
      m[1]!,
    )
  )
    return null;
  // "Ask your plumber or see the catalogues": the last thing named is what is meant.
  const skip = LAST.exec(m[1]!)?.[0].length ?? 0;
  const start = head.indexOf(m[1]!, m.index) + skip;
  return { start, end: Math.min(end, start + m[1]!.length - skip) };
}
