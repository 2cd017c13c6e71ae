/**
 * Finds a document's words again in the file they were read from (Markdown, HTML), so that a finding can be shown on
 * its line there. Words only: markup between them is stepped over, and a run that is not found again has no place.
 */
import type { Document, Origin } from "./model.ts";

interface Word {
  readonly word: string;
  readonly at: number;
}

/** Words that must agree before a place is believed. */
const agreed = 3;
/** How far apart two readings may drift, in words, before the place is searched again. */
const drift = 12;
/** Word comparisons in all; a file that needs more is hostile, and the rest of it gets no places. */
const budget = 20_000_000;

const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), (m) => ({ word: m[0], at: m.index }));

/** Tags, comments, scripts and styles as blanks, so that offsets stay. */
const withoutTags = (html: string): string =>
  html.replace(/<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<[^<>]*>/gi, (tag) =>
    " ".repeat(tag.length),
  );

/**
 * Returns where each word of the document's text stands in `source`, the decoded text of its file; in text order.
 * Near-linear, and bounded.
 */
export function align(document: Document, source: string): readonly Origin[] {
  const there = wordsOf(document.format === "html" ? withoutTags(source) : source);
  const origins: Origin[] = [];
  let left = budget;
  let cursor = 0;
  for (const block of document.blocks) {
    const here = wordsOf(document.text.slice(block.start, block.end));
    let i = 0;
    while (i < here.length && left > 0) {
      const need = Math.min(agreed, here.length - i);
      const found = search(here, i, need, there, cursor, (steps) => {
        left -= steps;
      });
      if (found === null) {
        i++;
        continue;
      }
      [i, cursor] = walk(here, i, there, found, (word, from) => {
        const start = block.start + word.at;
        origins.push({ start, end: start + word.word.length, source: from.at });
      });
    }
  }
  return origins.sort((a, b) => a.start - b.start);
}

/** The nearest place behind the cursor where `need` words agree, else the first one before it. */
function search(
  here: readonly Word[],
  i: number,
  need: number,
  there: readonly Word[],
  cursor: number,
  spend: (steps: number) => void,
): number | null {
  const agrees = (at: number): boolean => {
    for (let k = 0; k < need; k++) if (here[i + k]!.word !== there[at + k]?.word) return false;
    return true;
  };
  for (let at = cursor; at < there.length; at++)
    if (agrees(at)) {
      spend(at - cursor + 1);
      return at;
    }
  for (let at = 0; at < cursor; at++)
    if (agrees(at)) {
      spend(there.length - cursor + at + 1);
      return at;
    }
  spend(there.length);
  return null;
}

/** Goes along both while they agree or come together again soon; returns where each stopped. */
function walk(
  here: readonly Word[],
  i: number,
  there: readonly Word[],
  j: number,
  keep: (word: Word, from: Word) => void,
): [i: number, j: number] {
  while (i < here.length && j < there.length) {
    const [a, b] = [here[i]!, there[j]!];
    if (a.word === b.word) {
      keep(a, b);
      i++;
      j++;
      continue;
    }
    const ahead = nextOf(there, j, a.word);
    const behind = nextOf(here, i, b.word);
    if (ahead === null && behind === null) {
      i++;
      j++;
    } else if (behind === null || (ahead !== null && ahead - j <= behind - i)) {
      // The file has words that the text leaves out: an address, a tag's name. A long leap is a new place.
      if (ahead! - j > drift) return [i, j];
      j = ahead!;
    } else i = behind;
  }
  return [i, j];
}

function nextOf(words: readonly Word[], from: number, word: string): number | null {
  for (let at = from + 1; at < words.length && at <= from + drift; at++)
    if (words[at]!.word === word) return at;
  return null;
}
