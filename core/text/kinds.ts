/**
 * Says what kind of statement a sentence is: claim, heading, disclaimer, chrome, table or other. Rules over the words
 * and the place only; whether a claim is true or supported is never asked.
 */
import type { BlockKind, StatementKind } from "../model.ts";
import { isContact, isCourtesy, isFragment, isOwnPlan, isQuestion } from "./kinds/about-itself.ts";
import { isFurniture, isOneLine } from "./kinds/chrome.ts";
import { hasDisclaimerLabel, isDisclaimer } from "./kinds/disclaimer.ts";
import { isDocumentLine, isNameList } from "./kinds/heading.ts";

export { isChromeLine } from "./kinds/chrome.ts";
export { isDocumentLine, isHeadingLine, type LineContext } from "./kinds/heading.ts";

/** Where a sentence stands. */
export interface StatementPlace {
  /** The sentence's number within its block, from 0. */
  readonly sentence: number;
  /** Its block stands between the document's title and the first heading or running text behind it. */
  readonly underTitle: boolean;
}

export interface StatementInput {
  /** The sentence, with or without its markers. */
  readonly text: string;
  readonly blockKind: BlockKind;
  /** The whole block, which may say what its sentences belong to ("Disclaimer: …"). */
  readonly blockText: string;
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
      return isDisclaimer(oneLine(input.text)) ? "disclaimer" : "chrome";
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

function runningKind(input: StatementInput): StatementKind {
  const text = oneLine(input.text);
  if (isFurniture(text)) return "chrome";
  if (hasDisclaimerLabel(input.blockText) || isDisclaimer(text)) return "disclaimer";
  if (isQuestion(input.text.trimEnd()) || !/\p{L}{2}/u.test(text)) return "other";
  if (isContact(text) || isOwnPlan(text) || isCourtesy(text)) return "other";
  const { sentence, underTitle } = input.position;
  if (underTitle && (sentence === 0 ? isDocumentLine(text) : goesOn.test(text))) return "other";
  if (sentence === 0 && (input.blockKind === "caption" || isNameList(text))) return "other";
  return input.text.length < LOOK && isFragment(text) ? "other" : "claim";
}

/** The later sentences of a line on edition and status. */
const goesOn =
  /^(?:not (?:yet )?peer|submitted|received|accepted|published|posted|revised|adopted|approved|issued|replaces|supersedes|review (?:due|date)|next review|valid until|please (?:do not )?(?:cite|quote|circulate)|for (?:comment|consultation|discussion)|comments? (?:are )?(?:welcome|to)|ersetzt|eingereicht|angenommen|remplace|soumis)\b/i;

function oneLine(text: string): string {
  const start = text.length > LOOK ? text.slice(0, LOOK) : text;
  return isOneLine(start) ? start : start.replace(/\s+/g, " ").trim();
}
