/** Cuts text into sentences without altering it: spans, trimmed of white space, that keep their final markers. */
import type { Span } from "../../model.ts";
import { classOf, isSpace, NEWLINE, skipSpace } from "./chars.ts";
import { splitParagraph } from "./paragraph.ts";
import type { Setting } from "./setting.ts";

export interface SplitOptions {
  /** The part of the text to split; nothing outside it is looked at. */
  readonly range?: Span;
  /** Citation markers known beforehand, sorted. No sentence ends inside one; a final one stays with its sentence. */
  readonly markers?: readonly Span[];
  /** BCP 47. The rules of all languages hold together; a known language only leaves out what cannot apply. */
  readonly language?: string | null;
}

/**
 * The sentences of `text` as half-open spans in UTF-16 units, in order, trimmed of white space; every other
 * character lies in exactly one of them. A single line end is a space, an empty line ends a sentence, and a marker
 * glued to the end of a sentence belongs to it. Linear.
 *
 * splitSentences("It works.1 Really.") → [{start: 0, end: 10}, {start: 11, end: 18}]
 */
export function splitSentences(text: string, options: SplitOptions = {}): Span[] {
  const from = options.range?.start ?? 0;
  const to = options.range?.end ?? text.length;
  const markers = options.markers;
  const spans: Span[] = [];
  const emit = (start: number, end: number) => spans.push({ start, end });
  const covered = cursor(markers ?? [], (m, index) => (m.start <= index && index < m.end ? m.end : index));
  const beginning = cursor(markers ?? [], (m, index) => (m.start === index ? m.end : -1));
  const none = (index: number) => index;
  const german = options.language == null || /^de\b/i.test(options.language);
  let start = skipSpace(text, from, to);
  while (start < to) {
    const end = paragraphEnd(text, start, to);
    const setting: Setting = {
      text,
      from: start,
      to: end,
      known: markers !== undefined,
      german,
      markerAt: markers === undefined ? () => -1 : beginning,
    };
    splitParagraph(setting, markers === undefined ? none : covered, emit);
    start = skipSpace(text, end, to);
  }
  return spans;
}

/** Where the paragraph ends: at an empty line, a paragraph separator or the end. */
function paragraphEnd(text: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x0d && code < 0x2028) continue;
    if (classOf(code) !== NEWLINE) continue;
    if (code === 0x2029) return i;
    let next = code === 0x0d && text.charCodeAt(i + 1) === 0x0a ? i + 2 : i + 1;
    while (next < to && isSpace(classOf(text.charCodeAt(next)))) {
      if (classOf(text.charCodeAt(next)) === NEWLINE) return i;
      next++;
    }
    i = next - 1;
  }
  return to;
}

/** A reader of sorted spans that looks only near the last place asked for, so that a scan stays linear. */
function cursor<T>(spans: readonly Span[], read: (span: Span, index: number) => T): (index: number) => T {
  let k = 0;
  const outside: Span = { start: -1, end: -1 };
  return (index) => {
    while (k > 0 && spans[k - 1]!.end > index) k--;
    while (k < spans.length && spans[k]!.end <= index) k++;
    return read(spans[k] ?? outside, index);
  };
}
