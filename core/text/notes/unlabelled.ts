/** Finds reference lists without labels: below their heading, or as the run of pieces that read like references. */
import type { Layout, Piece } from "../layout/pieces.ts";
import { without } from "../spans.ts";
import type { FoundNote, NoteList } from "./find.ts";
import { announces } from "./headings.ts";
import { likeness } from "./likeness.ts";
import { isAddress, isNoise, wordsEnd } from "./noise.ts";
import { cutRunOn } from "./run-on.ts";
import { isMostlySmall } from "./small-letters.ts";

const LISTED: ReadonlySet<string> = new Set(["text", "paragraph", "list-item", "heading"]);

/**
 * Returns the unlabelled lists outside the lists already found. `called` tells whether the text calls for the label:
 * where it cites by numbers, the list has as many entries. Linear in the pieces.
 */
export function findUnlabelled(
  text: string,
  layout: Layout,
  taken: readonly NoteList[],
  called: (label: string) => boolean,
): NoteList[] {
  const free = without(layout.pieces, taken).filter((p) => LISTED.has(p.kind));
  const headed: NoteList[] = [];
  for (let i = 0; i < free.length; i++) {
    const announced = announces(text.slice(free[i]!.start, free[i]!.end));
    if (announced !== "references" && announced !== "either") continue;
    const list = below(text, layout, free, i + 1);
    if (!list) continue;
    headed.push(list);
    while (i + 1 < free.length && free[i + 1]!.start < list.end) i++;
  }
  if (headed.length > 0) return headed;
  const run = heaviestRun(text, free, called);
  return run ? [toList(text, layout, run)] : [];
}

const isTail = (text: string, p: Piece): boolean =>
  isNoise(text, p.start, p.end) || isAddress(text, p.start, p.end);

/** A short line without the signs of a reference: the next section, or a subheading of the list. */
function isBreak(text: string, p: Piece): boolean {
  if (p.row) return true;
  if (p.end - p.start > 90) return false;
  const words = text.slice(p.start, p.end);
  return !/\d|\.$|,\s/.test(words) || /^(?:figure|fig\.|table)\s/i.test(words);
}

function below(text: string, layout: Layout, pieces: readonly Piece[], from: number): NoteList | null {
  const entries: Piece[] = [];
  let sum = 0;
  for (let i = from; i < pieces.length; i++) {
    const p = pieces[i]!;
    if (!isTail(text, p)) {
      const score = likeness(text, p.start, p.end);
      if (isBreak(text, p) && score < 1) {
        const next = pieces[i + 1];
        if (!next || likeness(text, next.start, next.end) < 2) break;
        if (p.apart && next.apart !== p.apart) continue;
        if (p.apart) continue;
      }
      if (score < 0 && p.end - p.start > 250) break;
      sum += Math.max(-1, Math.min(2, score));
    }
    entries.push(p);
  }
  return entries.length > 0 && sum >= 1 * entries.length * 0.7 ? toList(text, layout, entries) : null;
}

/** The stretch of pieces with the greatest sum of likeness; it must be a real list and stand near the end. */
function heaviestRun(
  text: string,
  pieces: readonly Piece[],
  called: (label: string) => boolean,
): readonly Piece[] | null {
  let best = { sum: 0, from: 0, to: 0 };
  let sum = 0;
  let from = 0;
  for (let i = 0; i < pieces.length; i++) {
    const p = pieces[i]!;
    if (isTail(text, p) && sum > 0) continue;
    const gain = gainOf(text, p);
    if (sum + gain <= 0) {
      sum = 0;
      from = i + 1;
      continue;
    }
    sum += gain;
    if (sum >= best.sum) best = { sum, from, to: i + 1 };
  }
  if (best.sum < 3) return null;
  // The last paragraph of the text may name a work and its year as an entry does.
  let first = best.from;
  while (first < best.to - 1 && isProse(text, pieces[first]!)) first++;
  let entries = pieces.slice(first, best.to).filter((p) => !isTail(text, p)).length;
  while (first > 0 && called("1") && called(String(entries + 1)) && mayBeEntry(text, pieces[first - 1]!)) {
    first--;
    entries++;
  }
  let to = best.to;
  while (to < pieces.length && isTail(text, pieces[to]!)) to++;
  const behind = pieces.slice(to).reduce((n, p) => n + (p.end - p.start), 0);
  const run = pieces.slice(first, to);
  const length = run.reduce((n, p) => n + (p.end - p.start), 0);
  return behind <= Math.max(600, length) ? run : null;
}

/** What a piece adds to a run of references, or takes from it. */
function gainOf(text: string, p: Piece): number {
  const score = likeness(text, p.start, p.end);
  if (p.row || (isBreak(text, p) && score < 1) || isAboutArticle(text, p)) return -4;
  if (score >= 2) return 1;
  return score >= 1 ? 0.2 : -1.2;
}

const mayBeEntry = (text: string, p: Piece): boolean =>
  !isBreak(text, p) && !isAboutArticle(text, p) && likeness(text, p.start, p.end) >= 0.5;

/** "Citation: Ames et al. J Water 2010", "Author Contributions A.B., C.D.": the article speaks of itself. */
const isAboutArticle = (text: string, p: Piece): boolean => ABOUT.test(text.slice(p.start, p.start + 60));
const ABOUT =
  /^(?:(?:Suggested |Recommended )?Citation|Cite (?:this|as)|(?:How|To) cite|Authors?[’']? contributions?|Competing interests|Conflicts? of interest|Data(?:base)? (?:availability|URL)|Funding|Correspondence|Received|Accepted|Edited by|Reviewed by|Publisher[’']s note|(?:Electronic )?Supplementary (?:data|information|materials?)|Appendix)(?:[:.]|\s(?=\p{Lu}))/iu;

/** A paragraph of small letters but for its citations; names, titles and houses begin with capitals. */
const isProse = (text: string, p: Piece): boolean =>
  likeness(text, p.start, p.end) < 3 &&
  isMostlySmall(text.slice(p.start, Math.min(p.end, p.start + 400)).replace(/\([^()]*\)/g, ""));

function toList(text: string, layout: Layout, joined: readonly Piece[]): NoteList {
  const notes: FoundNote[] = [];
  const pieces = cutRunOn(text, layout, joined);
  for (const p of pieces) {
    const previous = notes.at(-1);
    if (previous && isTail(text, p)) {
      const isLink = isNoise(text, p.start, p.end);
      notes[notes.length - 1] = { ...previous, end: p.end, bodyEnd: isLink ? previous.bodyEnd : p.end };
      continue;
    }
    const bodyEnd = wordsEnd(text, p.start, p.end);
    notes.push({
      start: p.start,
      end: p.end,
      type: "reference",
      label: null,
      scope: 1,
      bodyStart: p.start,
      bodyEnd,
    });
  }
  return { notes, start: pieces[0]!.start, end: pieces.at(-1)!.end, labelled: false, caret: false };
}
