/**
 * Says what kind of statement a sentence is: claim, heading, disclaimer, chrome, table or other. Rules over the words
 * and the place only; whether a claim is true or supported is never asked.
 */
import type { BlockKind, StatementKind } from "../model.ts";
import { isEdged, oneLine } from "./blanks.ts";
import { goesOnAbout, isFragment, isQuestion, isRemark } from "./kinds/about-itself.ts";
import { isFurniture } from "./kinds/chrome.ts";
import { isDisclaimer } from "./kinds/disclaimer.ts";
import { isFrontLine, isNameList } from "./kinds/heading.ts";
import { BLANKS, QUESTION, signsOf } from "./kinds/signs.ts";

export { isAboutDocument } from "./kinds/about-itself.ts";
export { isChromeLine } from "./kinds/chrome.ts";
export { hasDisclaimerLabel } from "./kinds/disclaimer.ts";
export {
  isAuthorAbove,
  isDocumentLine,
  isFrontLine,
  isHeadingLine,
  type LineContext,
  opensEdge,
} from "./kinds/heading.ts";

/** Where a sentence stands. */
export interface StatementPlace {
  /** The sentence's number within its block, from 0. */
  readonly sentence: number;
  /** Its block stands between the document's title and the first heading or running text behind it. */
  readonly underTitle: boolean;
  /** The heading above it opens what stands at an article's edge: thanks, funding, interests. */
  readonly edge: boolean;
  /** The sentence before it says what the document does. */
  readonly ofDocument: boolean;
  /** A marker stands in it. */
  readonly cites: boolean;
}

export interface StatementInput {
  /** The sentence, with or without its markers. */
  readonly text: string;
  readonly blockKind: BlockKind;
  /** The block says that its sentences belong to a disclaimer ("Disclaimer: …"). */
  readonly disclaims: boolean;
  readonly position: StatementPlace;
}

/** Longer sentences are read at their beginning only, so that no pattern has much to do. */
const LOOK = 600;

/** The kind of one sentence. Headings, table rows and chrome follow their block; the rest is read from the words. */
export function statementKind(input: StatementInput): StatementKind {
  switch (input.blockKind) {
    case "heading":
      return "heading";
    case "table-row":
      return "table";
    case "chrome":
      return isChromeDisclaimer(startOf(input.text)) ? "disclaimer" : "chrome";
    case "note":
    case "reference":
      return "other";
    case "text":
    case "paragraph":
    case "list-item":
    case "caption":
      return runningKind(input);
    default:
      return input.blockKind satisfies never;
  }
}

const twoLetters = /\p{L}{2}/u;

function runningKind(input: StatementInput): StatementKind {
  let text = startOf(input.text);
  let signs = signsOf(text);
  if ((signs & BLANKS) !== 0 || isEdged(text)) {
    text = oneLine(text);
    signs = signsOf(text);
  }
  if (isFurniture(text, signs)) return "chrome";
  if (input.disclaims || isDisclaimer(text, signs)) return "disclaimer";
  const mayAsk = (signs & QUESTION) !== 0 || input.text.length > LOOK;
  if ((mayAsk && isQuestion(input.text.trimEnd())) || !twoLetters.test(text)) return "other";
  const { sentence, underTitle, edge, ofDocument, cites } = input.position;
  if (isRemark(text, signs, cites) || (ofDocument && !cites && goesOnAbout(text))) return "other";
  // "You may be asked to repeat the test if:": what is claimed stands below.
  if (!cites && input.text.trimEnd().endsWith(":")) return "other";
  if (edge) return "other";
  if (underTitle && (sentence === 0 ? isFrontLine(text) : goesOn.test(text))) return "other";
  if (input.blockKind === "caption" && sentence === 0) return "other";
  if (sentence === 0 && isNameList(text)) return "other";
  // Who cites for a point of a list claims it, verb or none: "share one cache between the runners[^4]".
  if (cites && input.blockKind === "list-item" && (POINT.test(text) || COUNTED.test(text))) return "claim";
  if (input.blockKind === "list-item" && ORDER.test(text)) return "claim";
  return input.text.length < LOOK && isFragment(text) ? "other" : "claim";
}

/** Four words or more that begin small or with what was done, "Distilled by one firm": no name with a title's capitals. */
const POINT = /^(?:\p{Ll}+|\p{Lu}\p{Ll}{2,}(?:ed|en|wn)(?=\s\p{Ll}))(?:\s[^\s:]+){3,}$/u;

/** "Night sweats, in about 1 user in 8": what was counted. */
const COUNTED = /^(?=.*\d)\p{Lu}\p{Ll}+(?:\s[^\s:]+){5,}$/u;

/** "pin the base images": only what is to be done has an article or number right behind its first word. */
const ORDER =
  /^(?!(?:about|across|after|against|all|among|and|as|at|before|behind|between|beyond|both|but|by|despite|during|for|from|half|how|if|in|including|into|is|like|many|near|not|of|off|on|once|only|or|over|per|quite|rather|since|such|than|that|through|to|twice|under|until|upon|via|was|what|when|where|which|with|within|without)\s)\p{Ll}{2,}\s(?:the|an?|your|one|all|every|each|no)\s\p{Ll}/u;

/** The later sentences of a line on edition and status. */
const goesOn =
  /^(?:not (?:yet )?peer|submitted|received|accepted|published|posted|revised|adopted|approved|issued|replaces|supersedes|review (?:due|date)|next review|valid until|please (?:do not )?(?:cite|quote|circulate)|for (?:comment|consultation|discussion)|comments? (?:are )?(?:welcome|to)|ersetzt|eingereicht|angenommen|remplace|soumis)\b/i;

/** The beginning of the words. */
const startOf = (words: string): string => (words.length > LOOK ? words.slice(0, LOOK) : words);

function isChromeDisclaimer(words: string): boolean {
  const text = oneLine(words);
  return isDisclaimer(text, signsOf(text));
}
