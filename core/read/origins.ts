/**
 * Keeps where the words of a text stand in their file. A reader says where a run of words was read; here the words are
 * found there again character by character, over what the format puts between them: escapes, references, tags.
 */
import { firstWhere } from "../binary-search.ts";
import type { Origin } from "../model.ts";

export interface OriginLog {
  /** From here on words are looked for at this offset of the file. */
  moveTo(at: number): void;
  /** Notes where a word of the text stands; `gap` is what parts it from the word before it in the text. */
  word(word: string, start: number, gap: string): void;
  readonly found: readonly Origin[];
}

/** A word that does not stand at the cursor is looked for so far behind it: over brackets, signs of emphasis. */
const AHEAD = 64;
const REFERENCE = /&#?\w{1,40};/y;
const LONGEST = 2_000;
const TAG = /<!--[\s\S]{0,2000}?-->|<(script|style)\b[\s\S]{0,2000}?<\/\1\s*>|<[^<>]{0,2000}>/iy;
/** What Markdown puts in front of the lines of a quotation, and the white space that is closed. */
const PARTING = /[ \t\n\f\r>]*/y;

/** Returns a log for one file. Linear in the words and the file, for words noted in the order of the file. */
export function createOriginLog(file: string): OriginLog {
  const found: Origin[] = [];
  let cursor = 0;
  // Characters that may be looked through in all; a file that needs more is hostile, and its last words get no place.
  let left = 20 * file.length + 100_000;

  const behind = (pattern: RegExp, at: number): number => {
    pattern.lastIndex = at;
    return pattern.test(file) ? pattern.lastIndex : at;
  };
  const begin = (word: string): number => {
    for (let at = cursor, steps = 0; steps < 20; steps++) {
      if (file[at] === word[0] || file[at] === "\\" || file[at] === "&") return at;
      const tagged = file[at] === "<";
      const next = behind(tagged ? TAG : PARTING, at);
      left -= next > at ? next - at : tagged ? LONGEST : 1;
      if (next === at) break;
      at = next;
    }
    left -= AHEAD + word.length;
    const near = file.slice(cursor, cursor + AHEAD + word.length).indexOf(word);
    return near < 0 ? -1 : cursor + near;
  };
  const note = (start: number, length: number, source: number, gap: string): void => {
    if (length === 0) return;
    const last = found.at(-1);
    if (last) {
      const apart = start - last.end;
      const end = last.source + last.end - last.start;
      if (source - end === apart && file.slice(end, source) === gap && gap.length === apart) {
        found[found.length - 1] = { start: last.start, end: start + length, source: last.source };
        return;
      }
    }
    found.push({ start, end: start + length, source });
  };

  return {
    found,
    moveTo(at) {
      cursor = at;
    },
    word(word, start, gap) {
      let at = left > 0 ? begin(word) : -1;
      if (at < 0) return;
      let from = 0;
      let since = at;
      let parting = gap;
      const close = (to: number): void => {
        note(start + from, to - from, since, parting);
        parting = "";
      };
      let i = 0;
      while (i < word.length) {
        const reference = file[at] === "&" ? behind(REFERENCE, at) : at;
        if (reference > at) {
          // One character stands for the whole reference, and has no place of its own.
          close(i);
          i += word.codePointAt(i)! > 0xffff ? 2 : 1;
          at = reference;
        } else if (file[at] === word[i]) {
          i++;
          at++;
          continue;
        } else if (file[at] === "\\" && file[at + 1] === word[i]) {
          close(i);
          at++;
        } else break;
        from = i;
        since = at;
      }
      close(i);
      cursor = at;
    },
  };
}

/**
 * Returns origins found in a text whose line ends were made `\n` as those of the decoded file. Where the file has none
 * but `\n` they are the same.
 */
export function unfolded(origins: readonly Origin[], text: string, decoded: string): readonly Origin[] {
  if (!decoded.includes("\r")) return origins;
  // Line ends of two characters in front of each offset, walked once: origins come in any order.
  const pairs: number[] = [];
  for (let at = decoded.indexOf("\r\n"); at >= 0; at = decoded.indexOf("\r\n", at + 2))
    pairs.push(at - pairs.length);
  const shift = (offset: number): number => offset + firstWhere(pairs.length, (i) => pairs[i]! >= offset);
  const out: Origin[] = [];
  for (const { start, end, source } of origins) {
    let from = start;
    for (let at = text.indexOf("\n", start); ; at = text.indexOf("\n", at + 1)) {
      const to = at < 0 || at >= end ? end : at;
      if (to > from) out.push({ start: from, end: to, source: shift(source + from - start) });
      if (to === end) break;
      from = to + 1;
    }
  }
  return out;
}
