/**
 * The grammar of French notes that say more than author, title and imprint: the series behind the house, "coll. « … »",
 * editors behind "sous la dir. de" or before "(dir.)", translators, theses. Plain books and articles are read elsewhere.
 */
import type { ParsedReference } from "../model.ts";
import { type CommaGrammar, parseCommaNote } from "./comma-note.ts";

const GRAMMAR: CommaGrammar = {
  rule: "french-note",
  language: "fr",
  seen: /,\s(?:coll(?:\.|ection)\s)?«[^«»]{2,80}»,\s(?:n[°ºo]s?\s?\d+,\s)?\d{4}|,\scoll(?:\.|ection)\s«|\bsous la dir(?:ection|\.)\sd|\((?:dirs?|éds?)\.\)|,\s(?:thèse|mémoire)\s|,\s(?:trad|traduit|traduction)\b|,\séd(?:\.|ité)\s(?:par|de)\s/u,
  own: /\bsous la dir|(?:^|\s)(?:dans|des|du|les|et|aux?|une|sur|pour|le)\s|[dl][’']\p{L}|coll(?:\.|ection)\s«|«\s|thèse|mémoire|[uU]niversité|è|\(éds?\.\)/u,
  and: /\s(?:et|&)\s(?=\p{Lu})/u,
  within: /^(?:in|dans):?\s(?=\p{Lu})/u,
  editors: /\s\((?:sous la dir\.|dirs?\.?|éds?\.?|eds?\.|coord\.)\)$/u,
  edited:
    /^(?:sous la dir(?:ection|\.)|dir\.|éd(?:\.|ité)|textes réunis|études réunies)\s(?:de\s|d[’']|par\s|établie?\spar\s)(?=\p{Lu})/u,
  translated:
    /^(?:trad(?:\.|uction)|traduit)\s(?:fr(?:\.|ançaise)\s)?(?:(?:de\sl[’']\p{Ll}+|du\s\p{Ll}+)\s)?(?:\([^()]{2,20}\)\s)?(?:par|de)\s(?=\p{Lu})/u,
  helped:
    /^(?:préf(?:\.|ace)|postface|introd(?:\.|uction)|présent(?:é|ation)|avant-propos|annot\p{L}*\.?|ill(?:\.|ustré))\s(?:de|d[’']|par)\s?\p{Lu}/u,
  thesis:
    /^(?:thèse|mémoire|habilitation)(?:\s(?!(?:à|sous)\s)[\p{L}’'°\d-]+){0,8}(?:\ssous la dir(?:ection|\.)\sde\s[\p{L}.’' -]{3,50})?$/u,
  school:
    /^(?:[uU]niversité|École|école|EHESS|EPHE|ENS|Institut|Sciences Po|IEP|INALCO|Faculté|faculté|Sorbonne)/u,
  edition:
    /^(\d{1,2})(?:e|ème|re)\séd(?:ition|\.)(?:\s\p{Ll}+\.?(?:\set\s\p{Ll}+\.?)?)?$|^(?:nouv(?:elle|\.)|rééd(?:ition|\.)).{0,20}$/u,
  series: /^coll(?:\.|ection)\s(?:«\s?([^«»]{2,80}?)\s?»|\p{Lu}[^,]{2,60})$/u,
  day: null,
};

/** Returns the reference where the whole string is such a note, else null. Time bounded by a length limit. */
export const parseFrench = (raw: string): ParsedReference | null => parseCommaNote(raw, GRAMMAR);
