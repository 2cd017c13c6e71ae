/** Cuts one paragraph (text without an empty line) into sentences. */
import { isCitedQuotation } from "./block-quotation.ts";
import { BULLET, classOf, isSpace, NEWLINE, skipSpace } from "./chars.ts";
import { collect, type Enclosure } from "./collect.ts";
import { isLineList, opensLine } from "./lines.ts";
import { type Enumerator, enumerators } from "./lists.ts";
import type { Setting } from "./setting.ts";
import { readStop } from "./stop.ts";

/** Brackets and quotations longer than this no longer hold their sentences together. */
const LONGEST_BRACKET = 900;
const LONGEST_QUOTE = 400;
/** A quotation that begins its sentence is kept whole only when it is short. */
const LONGEST_OPENING_QUOTE = 300;

/** Calls `emit` with each sentence of the paragraph `[from, to)`, trimmed and in order. Linear. */
export function splitParagraph(
  setting: Setting,
  skipTo: (index: number) => number,
  emit: (start: number, end: number) => void,
): void {
  const { text, from, to } = setting;
  if (isCitedQuotation(setting)) {
    const start = skipSpace(text, from, to);
    emit(start, start + text.slice(start, to).trimEnd().length);
    return;
  }
  const { at, enclosures } = collect(text, from, to, skipTo);
  const lines = at.length > 1 && isLineList(setting, at);
  let begin = skipSpace(text, from, to);
  let resume = begin;
  let pair = 0;
  let list: readonly Enumerator[] = [];

  const cut = (end: number) => {
    let last = end;
    while (last > begin && isSpace(classOf(text.charCodeAt(last - 1)))) last--;
    if (last > begin) emit(begin, last);
    begin = skipSpace(text, end, to);
  };

  const label = labelEnd(text, begin, to);
  if (label > begin) cut(label);

  for (let k = 0; k < at.length; k++) {
    const place = at[k]!;
    if (place < resume) continue;
    while (pair < enclosures.length && enclosures[pair]!.last <= k) pair++;
    const value = classOf(text.charCodeAt(place));
    if (value === NEWLINE) {
      if (lines || opensLine(setting, place, list.length > 0)) {
        cut(place);
        list = [];
      }
      continue;
    }
    if (value === BULLET) {
      if (place > begin && isSpace(classOf(text.charCodeAt(place - 1)))) cut(place);
      continue;
    }
    const marks = enumerators(text, place, from, to);
    if (marks.length > 0) {
      const start = marks[0]!.start;
      if (start <= itemStart(text, begin, to)) {
        list = marks;
        resume = place + 1;
        continue;
      }
      const next = marks.filter((m) => list.some((l) => l.style === m.style && l.value + 1 === m.value));
      if (next.length > 0) {
        cut(start);
        list = next;
        resume = place + 1;
        continue;
      }
    }
    if (text[place] === ")") continue;
    const stop = readStop(setting, begin, place);
    resume = stop.end;
    if (!stop.ends) continue;
    const enclosure = enclosures[pair];
    if (enclosure !== undefined && enclosure.first <= k) {
      if (stop.end > enclosure.close) {
        if (!asideFollows(text, enclosure, begin, place, stop.end, to)) cut(stop.end);
        continue;
      }
      const length = enclosure.close - enclosure.open;
      const leads = enclosure.open <= begin;
      const within = enclosure.quote ? LONGEST_QUOTE : LONGEST_BRACKET;
      if (leads ? enclosure.quote && length <= LONGEST_OPENING_QUOTE : length <= within) continue;
    }
    cut(stop.end);
  }
  cut(to);
}

/** `'… thought Alice, 'how late!' (Which was true.)`: an aside on words spoken inside the sentence goes with it. */
function asideFollows(
  text: string,
  spoken: Enclosure,
  begin: number,
  place: number,
  end: number,
  to: number,
): boolean {
  if (!spoken.quote || spoken.open <= begin || text[place] === ".") return false;
  return text[skipSpace(text, end, to)] === "(";
}

const SUMMARY_LABEL = /^(?:Abstract|Summary|Synopsis|Zusammenfassung|Kurzfassung|Résumé)\s?[:–—](?=\s)/;

/** Returns whether the text begins with the label of an abstract: "Abstract: Ferries are late." */
export const opensSummary = (text: string): boolean => SUMMARY_LABEL.test(text);

/** End of the label of an abstract set at the head of its paragraph, or `begin`. */
function labelEnd(text: string, begin: number, to: number): number {
  const found = SUMMARY_LABEL.exec(text.slice(begin, Math.min(to, begin + 20)));
  return found === null ? begin : begin + found[0].length;
}

/** Where the words of an item begin: behind a bullet. */
function itemStart(text: string, begin: number, to: number): number {
  return classOf(text.charCodeAt(begin)) === BULLET ? skipSpace(text, begin + 1, to) : begin;
}
