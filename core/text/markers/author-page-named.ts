/**
 * Whom a page alone cites, "(15–19)", "(line 21)": the author or the work that its sentence names, else the author named
 * in the sentences before. Only names and titles of the list of works count.
 */
import type { Span } from "../../model.ts";
import { type EntryIndex, matchEntry, namesakesOf } from "./author-year-match.ts";
import { namesAtEnd } from "./names.ts";

/** Entries of the list, by number, and the words by which they were named. */
export interface Named {
  readonly names: readonly string[];
  readonly title: string | null;
  readonly fit: readonly number[];
}

/** What the names alone tell. */
type Known = Pick<Named, "names" | "fit">;

/** Behind the authors or their dash: a title in quotation marks, or up to the mark that ends its main part. */
const MAIN_TITLE =
  /^(?:[-–—_]{2,3}\.?\s+|.*?\p{L}{2}\.\s+)?(?:[“"‘](.{2,120}?)[.,?!]?[”"’](?!\p{L})|(\p{Lu}.{2,120}?)[.:?!](?:\s|$))/su;
/** Entries looked at for a title that a sentence names; a bound for hostile lists. */
const MOST_ENTRIES = 500;

/**
 * Finds the works that a stretch of text calls by their main title: two words with capitals at least, for one word may
 * be any.
 */
export type TitleMentions = (text: string) => readonly number[];

/** Returns the finder for the entries; their titles are read when it is first asked. Linear in the text. */
export function titleMentions(entries: readonly string[]): TitleMentions {
  let byWord: ReadonlyMap<string, readonly Titled[]> | null = null;
  return (text) => {
    byWord ??= titlesByWord(entries);
    const found = new Set<number>();
    for (const { 0: word, index: at } of text.matchAll(CAPITAL)) {
      for (const { entry, title } of byWord.get(word) ?? []) {
        if (text.startsWith(title, at) && !/\p{L}/u.test(text.charAt(at + title.length))) found.add(entry);
      }
    }
    return [...found];
  };
}

interface Titled {
  readonly entry: number;
  readonly title: string;
}

const CAPITAL = /(?<!\p{L})\p{Lu}\p{L}*/gu;

function titlesByWord(entries: readonly string[]): ReadonlyMap<string, readonly Titled[]> {
  const byWord = new Map<string, Titled[]>();
  entries.slice(0, MOST_ENTRIES).forEach((raw, entry) => {
    const title = mainTitle(raw);
    const word = title === null ? undefined : /^\p{Lu}\p{L}*/u.exec(title)?.[0];
    if (title === null || word === undefined) return;
    byWord.set(word, [...(byWord.get(word) ?? []), { entry, title }]);
  });
  return byWord;
}

function mainTitle(entry: string): string | null {
  const m = MAIN_TITLE.exec(entry.slice(0, 400));
  const title = (m?.[1] ?? m?.[2] ?? "").split(/[:?!]\s/)[0]!;
  return (title.match(/(?<!\p{L})\p{Lu}\p{L}/gu) ?? []).length >= 2 && /\s/.test(title) ? title : null;
}

/** Sentences looked back over for the author whom a pronoun stands for. */
const MOST_BACK = 3;
/** Who is spoken of without a name: "she writes", "in his view", "the same authors add". */
const PRONOUN =
  /(?<![\p{L}’'])(?:she|he|they|her|his|their|the same (?:authors?|writers?|critics?|scholars?|historians?|stud(?:y|ies)|paper|article|essay|book))(?!\p{L})/iu;

/**
 * Returns whom the bracket at `to` cites, or null. `sentences` are those of the paragraph up to its own, the last one.
 * Without a name in its sentence a page needs a pronoun there; a place with its word ("line 21") goes with the author
 * named before.
 */
export function namedFor(
  text: string,
  sentences: readonly Span[],
  to: number,
  works: {
    readonly entries: readonly string[];
    readonly index: EntryIndex;
    readonly mentions: TitleMentions;
  },
  labelled: boolean,
): Named | null {
  const own = sentences.at(-1);
  if (!own) return null;
  const words = text.slice(Math.max(own.start, to - 400), to);
  const called = works.mentions(words);
  const named = namedBefore(text, own.start, to, works.index);
  if (named) {
    const both = named.fit.filter((i) => called.includes(i));
    return both.length === 1 && named.fit.length > 1
      ? { ...named, title: mainTitle(works.entries[both[0]!]!), fit: both }
      : { ...named, title: null };
  }
  if (called.length === 1) return { names: [], title: mainTitle(works.entries[called[0]!]!), fit: called };
  if (!labelled && !PRONOUN.test(words)) return null;
  for (const before of sentences.slice(-1 - MOST_BACK, -1).reverse()) {
    const earlier = namedBefore(text, before.start, before.end, works.index);
    if (earlier) return { ...earlier, title: null };
  }
  return null;
}

/** "doubts that", "has argued that": its subject is who is cited. */
const SAYS =
  /^,?\s(?:(?:has|have|had|also|rightly|later|once|even)\s){0,2}(?:(?:acknowledg|argu|believ|calculat|conclud|conced|demonstrat|estimat|not|notic|observ|propos|prov|recogni[sz]|stat|suppos|writ)(?:e[sd]?|ten)|(?:add|admit|assert|claim|complain|confirm|contend|counter|discover|doubt|explain|find|hold|insist|maintain|object|point(?:s|ed)? out|reckon|recall|remark|remind|repl(?:y|ie)|report|reveal|see|show|stress(?:e)?|suggest|suspect|think|warn)(?:s|ed)?|den(?:y|ie[sd])|sa(?:ys?|id)|found|held|saw|shown|thought|wrote)\sthat\b/u;

/** "According to Okafor et al.", "in the words of Thale": what follows is theirs, whoever else is named in it. */
const TOLD_BY =
  /(?:^|[\s(—–])(?:according to|following|in the (?:words?|view|opinion|phrase|account|reading|judge?ment) of|laut|selon|d['’]après|según|secondo|segundo)\s$/iu;
/** "in Thale’s phrase", "on Dorn’s reading". */
const IN_WORDS = /(?:^|[\s(—–])(?:in|on|by|to)\s$/iu;
const OWN_WORDS =
  /^\s(?:own\s)?(?:words?|phrase|phrasing|view|account|reading|opinion|estimate|count|reckoning|formulation|formula|terms?|argument|analysis|judge?ment|telling|description)(?!\p{L})/u;

/**
 * The names mentioned between the sentence's start and the bracket that the list of works knows: the last ones, but
 * "Osgood traces it to what Ferrant's uncle projected (44)" cites Osgood, who does something there, and "Colquhoun
 * doubts that Karnow had seen it (110)" cites Colquhoun, who says something; and "According to Okafor, the word in Marl …"
 * cites Okafor.
 */
export function namedBefore(text: string, from: number, to: number, index: EntryIndex): Known | null {
  const window = text.slice(Math.max(from, to - 400), to);
  const runs = [...window.matchAll(RUN)];
  const owns = ([words]: RegExpExecArray): boolean => /['’]s?$/.test(words);
  const acting = runs.filter((run) => !owns(run));
  const says = (run: RegExpExecArray): boolean => SAYS.test(window.slice(run.index + run[0].length));
  const told = runs.filter((run) => {
    const before = window.slice(Math.max(0, run.index - 30), run.index);
    const after = window.slice(run.index + run[0].length, run.index + run[0].length + 30);
    // A capital in front of the name stands in the run: "In Kerr’s reading", "Following Kerr".
    const led = [before, `${before}${/^\p{L}+\s/u.exec(run[1] ?? "")?.[0] ?? ""}`];
    return led.some((words) =>
      owns(run) ? IN_WORDS.test(words) && OWN_WORDS.test(after) : TOLD_BY.test(words),
    );
  });
  acting.reverse();
  const saying = acting.filter(says);
  const others = acting.filter((run) => !saying.includes(run));
  for (const run of [...told.reverse(), ...saying, ...others, ...runs.filter(owns).reverse()]) {
    const [words, lead = ""] = run;
    const begins = [0, ...[...lead.matchAll(/\s/g)].map((blank) => blank.index + 1)];
    const body = BODY_IN_FRONT.exec(window.slice(Math.max(0, run.index - 80), run.index))?.[0] ?? "";
    const readings = [
      ...(body === "" ? [] : [body + words]),
      ...begins.map((at) => words.slice(at)),
      lead,
    ].map((some) => namesAtEnd(some)?.names ?? []);
    const several = WITH_OTHERS.test(window.slice(run.index + words.length));
    // "For Ames and Bell": both together, before one of them with what stands in front.
    const known =
      firstOf(readings, (names) => knownAs(names, index, several)) ??
      firstOf(readings, (names) => firstOf(names, (name) => knownAs([name], index)));
    if (known) {
      const at = run.index + Math.max(0, words.indexOf(known.names[0] ?? ""));
      return withGiven(known, window.slice(Math.max(0, at - 30), at), index);
    }
  }
  return null;
}

/** "J. Holm argues (61)", "Sten Holm argues (61)", beside an Ulla Holm in the list: what tells whose work it is. */
function withGiven(known: Known, before: string, index: EntryIndex): Known {
  const [name, ...others] = known.names;
  if (name === undefined) return known;
  const given = /(?<![\p{L}’'-])(\p{Lu}[\p{L}-]+)\s(?:\p{Lu}\.\s?)?$/u.exec(before)?.[1];
  const namesakes = given === undefined ? null : namesakesOf(index, name, given);
  if (namesakes !== null) return { names: [`${given} ${name}`, ...others], fit: namesakes };
  const initials =
    known.fit.length > 1 ? /(?<!\p{L})(?:\p{Lu}\.[\s-]?){1,3}$/u.exec(before)?.[0].trim() : undefined;
  if (initials === undefined) return known;
  const initial = initials.charAt(0);
  const fit = matchEntry(index, { names: known.names, truncated: false, year: null, initial });
  return fit.length < known.fit.length ? { names: [`${initials} ${name}`, ...others], fit } : known;
}

/** "Okafor et al.", "Okafor and her coauthors". */
const WITH_OTHERS =
  /^\s(?:et al(?!\p{L})|(?:and|&)\s(?:(?:his|her|their|the)\s)?(?:co-?authors?|co-?workers?|colleagues?|collaborators?|team|others)(?!\p{L}))/u;

/** Names in a row, with the words in front of the first one: "Di Carlo", "Barrón Cruz", but also "As Osgood". */
const RUN =
  /((?:(?<!\p{L})\p{Lu}(?:[\p{L}-]|[’'](?!s?\s))+\s){0,3})\p{Lu}[\p{L}’'-]+(?:(?:,? and |, |\s&\s)\p{Lu}[\p{L}’'-]+){0,3}/gu;

/** "Guild of" in front of "Harp Makers": a body's name goes on behind small words. */
const BODY_IN_FRONT = /(?:\p{Lu}[\p{L}’'-]+\s(?:of|for|on)\s(?:the\s)?){1,3}$/u;

/** What a sentence may open with, and a body's name may hold. */
const SMALL_WORD = /^(?:Of|In|For|On|At|The|To|By|From|With|And|Das|Der|Die|Des|Du|De|La|Le|Les)$/;

function knownAs(names: readonly string[], index: EntryIndex, truncated = false): Known | null {
  if (names.every((name) => SMALL_WORD.test(name))) return null;
  const fit = matchEntry(index, { names, truncated, year: null });
  return fit.length > 0 ? { names, fit } : null;
}

function firstOf<T, R>(items: readonly T[], read: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = read(item);
    if (found !== null) return found;
  }
  return null;
}
