/**
 * The grammar of notes as Portuguese houses print them: "in As Pontes, org. Nuno Reis (Porto: Douro, 2011)",
 * "(coords.)", "trad. de", "tese de doutoramento, Universidade de …", papers by their day, "3 de agosto de 1858".
 */
import type { ParsedReference } from "../model.ts";
import { type CommaGrammar, parseCommaNote } from "./comma-note.ts";

const MONTHS = "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro";

const GRAMMAR: CommaGrammar = {
  rule: "portuguese-note",
  language: "pt",
  seen: new RegExp(
    `\\((?:orgs?|coords?|eds?|dirs?)\\.\\)|\\b(?:org|orgs|coord|ed|dir)\\.\\s(?:de\\s|por\\s)?\\p{Lu}|\\b(?:organização|coordenação|edição|direção|direcção)\\sde\\s|\\btrad(?:\\.|ução)\\s(?:\\p{Ll}+\\s)?(?:de|por)\\s|[,(]\\s?(?:tese|dissertação)\\s|\\sde\\s(?:${MONTHS})\\sde\\s\\d{4}|\\bcol(?:\\.|e[cç]ção)\\s«`,
    "iu",
  ),
  own: /[ãõ]|\p{Ll}(?:lh|nh)[aeo]s?(?!\p{L})|(?:^|\s)(?:do|ao|aos|às|em|uma|nas?|nos?|pel[ao]s?)\s|\se\s(?:os?|as?)\s|(?:^|,\s)(?:Os|As)\s\p{Lu}|\(orgs?\.\)|doutoramento|mestrado|[uU]niversidade/u,
  and: /\s(?:e|&)\s(?=\p{Lu})/u,
  within: /^(?:in|em):?\s(?=\p{Lu})/iu,
  editors: /\s\((?:orgs?|coords?|eds?|dirs?)\.?\)$/u,
  edited:
    /^(?:(?:org|orgs|coord|ed|dir)\.|organização|coordenação|edição|direção|direcção|organizado|coordenado)\s(?:(?:de|por)\s)?(?=\p{Lu})/u,
  translated: /^trad(?:\.|ução)\s(?:port(?:\.|uguesa)\s)?(?:de|por)\s(?=\p{Lu})/u,
  helped:
    /^(?:pref(?:\.|ácio)|introd(?:\.|ução)|apresentação|posfácio|notas|estudo|rev(?:\.|isão))\s(?:de|por)\s\p{Lu}/u,
  thesis:
    /^(?:tese|dissertação)(?:\sde\s(?:doutoramento|doutorado|mestrado|licenciatura|agregação|livre-docência))(?:\s\p{Ll}+){0,3}(?:\s(?:em|de)\s\p{L}[\p{L}\s]{2,50})?$/iu,
  school: /^(?:Universidade|Faculdade|Instituto|Escola|Pontifícia|ISCTE|Departamento)/u,
  edition: /^(\d{1,2})\.?[ªa]?\s?ed(?:ição|\.)(?:\s\p{Ll}+\.?)?$/u,
  series: /^col(?:\.|e[cç]ção)\s«([^«»]{2,80})»$/u,
  day: new RegExp(`^\\d{1,2}\\sde\\s(?:${MONTHS})\\sde\\s\\d{4}$`, "iu"),
};

/** Returns the reference where the whole string is such a note, else null. Time bounded by a length limit. */
export const parsePortuguese = (raw: string): ParsedReference | null => parseCommaNote(raw, GRAMMAR);
