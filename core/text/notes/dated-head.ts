/**
 * Tells whether words begin an entry of a list by author and year, "Moor, I. & Reed, T., 2016." or "Harbour Office
 * [HO] 2011 ": names, and a year in brackets or plain. Does not look at what follows the year.
 */

const YEAR =
  "(?:(?:1[5-9]|20)\\d\\d(?:[/–-]\\d{2,4})?[a-z]?|n\\.\\s?d\\.?|no date|undated|s\\.\\s?[da]\\.|o\\.\\s?J\\.|in press|im Druck|sous presse|en prensa|in stampa|no prelo|forthcoming|im Erscheinen|submitted|in prep(?:aration|\\.)?)";
/** What stands before the year: no other digits, and no brackets but those of a short name or a role. */
const HEAD = new RegExp(
  `^((?:[^()\\d]|\\((?:\\p{Lu}[\\p{L}&-]{1,9}|[Ee]ds?\\.?|Hrsg\\.?|Hg\\.|dirs?\\.|coords?\\.|orgs?\\.|a cura di)\\)){2,300}?)(?:[\\s[(]|(?<=\\p{Lu}\\.))${YEAR}(?![\\p{L}\\d])`,
  "u",
);
/** "[CWD]", "(eds)": a short name, a role, or the bracket of the year, which lacks its end. */
const BRACKET = /[[(][^[\]()]{0,60}[\])]?/gu;
const OTHERS =
  /[,;]?(?:\s|(?<=[\p{Lu}.]))(?:(?:et|and|&)\s(?:al|others|colleagues)\b\.?|u\.\s?a\.|eds?\b\.?|editors?\b\.?|Hrsg\b\.?)$/u;
/** Divides names from each other and a surname from its initials. */
const BETWEEN =
  /,?\s?(?:…|\.\s?\.\s?\.)\s?|\s?[,;]\s?(?:(?:&|and|und|et|y|e|og|och|i)\s)?|\s?\/\s?|\s(?:&|and|und|et|y|e|og|och)\s/u;
/** "Devos, J. -C.", "Tan, C. -. H.": initials with a hyphen, as some programs set them. */
const HYPHENED = /\.\s?-\.?\s?(?=\p{Lu}\.)/gu;
/** Small words in the names of persons and bodies. */
const SMALL =
  /^(?:van|von|der|den|de|da|das|do|dos|del|della|la|le|du|di|el|al|ten|ter|te|zu|zur|af|av|ibn|bin|of|the|for|on|in|to|für|des|pour|per|para)$/i;
const CAPITAL = /^(?:[dl][’']|[ae]l-)?\p{Lu}[\p{L}\p{M}.’'/–-]*$/u;
/** The first word of bodies that are written in small letters otherwise. */
const BODY =
  /^(?:Acad[eé]mi[ae]|Agen(?:ce|cia|zia)|Agência|Associa(?:tion|ção|zione)|Asociación|Autorit[éà]|Ban(?:que|co|ca)|Bureau|Cent(?:re|ro)|Commission|Comisión|Comissão|Comit[éê]|Comité|Conse(?:il|jo|lho)|Conférence|Conseil|Cour|Direction|Dirección|École|Fédération|Fondation|Fundación|Fundação|Gouvernement|Gobierno|Institut|Instituto|Istituto|Ministère|Ministeri[oa]|Ministério|Observato(?:ire|rio)|Observatório|Office|Organisation|Organización|Préfecture|Région|République|Ressources|Réseau|Secrétariat|Secretaría|Service|Servicio|Société|Sociedad|Sociedade|Statistisches|Syndicat|Tribunal|Union|Université|Universi(?:dad|dade|tà)|Ville)\s/u;
/** "Australia. Department of Roads": the state in front of what it keeps. */
const STATE =
  /^\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){0,2}\.\s(?=(?:Bureau|Commission|Congress|Council|Court|Department|Federal|House|Ministry|National|Office|Parliament|Royal|Senate)\s)/u;
/** "Pillars of an institution. (1993, September).": a work without author stands under its title. */
const TITLED = new RegExp(`^[\\p{Lu}“"‘][^.()\\d]{3,150}[.?!”"’]\\s\\(${YEAR}[^()]{0,20}\\)\\.\\s`, "u");
/** A sentence's end, or a piece's own place: nobody is called so. */
const ENDED = /\p{Ll}{4}\.\s\p{Lu}|(?:^|[\s.])(?:In|pp?|Vol|No|Nr|Bd)[.:\s]/u;
/** Periodicals, and houses, in front of their own year. */
const PRINTED =
  /^(?:(?:International|European|American|British)\s)?(?:Journal|Proceedings|Annals|Annales|Annali|Bulletin|Transactions|Acta|Zeitschrift|Jahrbuch|Revue|Rivista|Revista|Review|Archiv|Letters|Working|Unpublished|Available|Accessed|Retrieved)(?!\p{L})|(?:^|\s)(?:Press|Verlag|Publishers|Publishing|Books)(?:$|[,.])/u;

/** "Zenodo. [accessed 2020 Nov 2]": the year of a visit. */
const READ =
  /[[(](?:accessed|cited|updated|viewed|retrieved|abgerufen|Stand|consult\p{L}+|acess\p{L}+|consulté)(?!\p{L})/iu;

/** "viewed 27" with "November 2016, from http://…" below: the day of a visit. */
const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)$/u;

/** Words in one name: "Department for Environment, Food and Rural Affairs" is the sum of three. */
const LONGEST = 12;

/** Names and initials of which one may be anything. */
const SEVERAL = 5;

/** Returns whether the words, blanks single, begin with names and a year. Linear in the first 300 characters. */
export function isDatedHead(words: string): boolean {
  if (TITLED.test(words)) return true;
  const head = HEAD.exec(words)?.[1];
  if (head === undefined || READ.test(head)) return false;
  const names = head
    .replace(BRACKET, " ")
    .replace(HYPHENED, ".-")
    .replace(/ {2,}/g, " ")
    .replace(/[\s,:;]+$/u, "")
    .trim()
    .replace(OTHERS, "")
    .replace(STATE, "");
  if (ENDED.test(names) || PRINTED.test(names) || MONTH.test(names)) return false;
  if (BODY.test(names) && isName(names, true)) return true;
  const parts = names.split(BETWEEN).filter((name) => name !== "");
  const others = parts.filter((name, i) => !isName(name, i === 0));
  // One of many names may be damaged: "Poljak, B., uput, D., & Milis, I."
  return others.length <= (parts.length >= SEVERAL ? 1 : 0) && others.every((name) => !/ \S+ /.test(name));
}

/** "Ferreira-Lund", "A.", "van der Meer H", "Ministry of Roads": capitals at the end, and small words of names only. */
function isName(name: string, first: boolean): boolean {
  const words = name.split(" ");
  return (
    words.length <= LONGEST &&
    (BODY.test(name) ||
      (CAPITAL.test(words.at(-1)!) && words.every((word) => CAPITAL.test(word) || SMALL.test(word)))) &&
    (!first || /\p{L}{2}/u.test(name))
  );
}
