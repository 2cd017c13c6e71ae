/**
 * What a sentence holds without which a pattern cannot match, found once so that the pattern is not tried. A sign may
 * stand where its pattern does not match, never the other way round.
 */
import { phraseFinder } from "../phrases.ts";

/** `@` */
export const AT = 1;
/** Signs that part the cells of a bar: `|`, `•`, `·`, `>`, `›`, `»`, `/`, the dashes. */
export const PARTING = 2;
/** A question mark. */
export const QUESTION = 4;
/** White space that is not one space. */
export const BLANKS = 8;
/** Words one of which every disclaimer holds. */
export const LIMITS = 16;
/** What a disclaimer says, besides denials. */
export const DISCLAIMS = 32;
/** Not, never, no. */
export const DENIES = 64;
/** Words that speak of the document's plan. */
export const PLANS = 128;
/** Dots that lead to a page's number. */
export const LEADERS = 256;
/** "rights reserved" */
export const RIGHTS = 512;
/** "redirects here" */
export const REDIRECTS = 1024;

const each = (firsts: readonly string[], seconds: readonly string[]): string[] =>
  firsts.flatMap((first) => seconds.map((second) => first + second));
const phrases = (list: string): string[] => list.split("|");

const limits = phrases(
  "^disclaim|^advice|^replace|^substitut|^only|^liab|^responsib|^risk|^warrant|^expressed|^reflect|^views|^endorse|^diagnos|^haftung|^gew|^ersetz|^rempla|^conseil|^consult|^as is|^instead of|^place of|^effort|^accurate|^cannot give|^cannot offer|^cannot provide|^cannot answer|^unable to",
);
const disclaims = [
  ...phrases(
    "^disclaimer|^haftungsa|^avertissement|your own risk|liab|responsib|before relying|before acting|warrant|as is",
  ),
  ...each(
    phrases("information|informational|educational|reference|guidance|teaching|purpose|purposes|use|,"),
    [" only"],
  ),
  ...each(phrases("medical|legal|financial|investment|tax|professional"), [" advice"]),
  ...phrases(
    "only for |every effort|every care|accurate at|correct at|up to date at|^views|^opinions|^statements",
  ),
  ...phrases("ersetz|keine haftung|ohne gew|^ne rempla|^ne saur|^ne constit|^ne se subst"),
];
const denies = phrases("^not$|^never$|^no$|^nothing$|^none$|^cannot$|^unable to$");
const plans = [
  ...each(phrases("remainder|rest|structure|plan|outline|organisation|organization"), [" of "]),
  ...each(phrases("follow|follows"), phrases(" in| below")),
  ...each(
    phrases("given|listed|described|discussed|set out|explained"),
    phrases(" below| in section| in part| in chapter| in append| in subsection"),
  ),
  ...each(phrases("next|following|last|final|previous|preceding"), phrases(" section| part| chapter")),
  ...each(phrases("in |at |as |the |online "), phrases("annex|appendi|supplement")),
  ...each(
    phrases("in |the "),
    phrases("glossary|table #|table i|table v|table x|tables #|tables i|tables v|tables x|box #"),
  ),
  ...each(
    phrases("in |the "),
    phrases("figure |figures |fig. |figs. |chart |charts |map |maps |schedule |box |boxes |tables "),
  ),
  ...phrases(
    " brackets| parentheses| bold| italics|small capitals| letters| asterisk| colors| colours|the margin",
  ),
];

let find: ((text: string) => number) | null = null;

/** Returns which of the signs above the text holds. Linear; the table is made when a text first asks. */
export function signsOf(text: string): number {
  find ??= phraseFinder([
    ["@"],
    [..."|>/·»–—•›"],
    [..."?？؟"],
    ["  ", "~"],
    limits,
    disclaims,
    denies,
    plans,
    phrases("....|. . . .|……|____"),
    phrases("rights reserved|droits r|rechte vorbehalten"),
    [" redir"],
  ]);
  return find(text);
}
