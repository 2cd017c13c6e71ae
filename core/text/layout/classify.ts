/** Says of each piece of a plain text whether it is a heading, a list item, a caption, a row or the page's own words. */
import type { BlockKind, Hint } from "../../model.ts";
import { singleSpaced } from "../blanks.ts";
import {
  isAuthorAbove,
  isChromeLine,
  isDocumentLine,
  isHeadingLine,
  type LineContext,
  opensEdge,
} from "../kinds.ts";
import { announces } from "../notes/headings.ts";
import { opening } from "../openers.ts";
import { RULE } from "./lines.ts";
import { pageHeads } from "./page-heads.ts";
import { opensItem, type Piece } from "./pieces.ts";
import { PAGE_NUMBER } from "./running-lines.ts";

/** Longer pieces are running text; a title may take two printed lines. */
const SHORT = 220;
const CAPTION = opening({
  words: [
    "(?:Supplementary |Extended Data )?(?:Fig(?:ure|\\.)?|Table|Box|Scheme|Chart|Plate|Video|Abb(?:ildung|\\.)|Tab(?:elle|\\.))",
  ],
  after: "\\s?(?:[A-Z]?\\d+[A-Za-z]?|[IVX]+)\\s?[.:|–—-]",
  flags: "i",
});
/** "Table. Doses for adults": the only one of a document has no number. */
const ONLY = /^(?:Table|Figure|Tabelle|Abbildung|Tableau)[.:]\s+\p{Lu}/u;
const NUMBERED =
  /^(?:(?:\d{1,2}\.)*\d{1,2}\.?|[IVX]{1,5}\.|[A-Z]\.|(?:Chapter|Part|Section|Kapitel|Teil)\s(?:\d{1,3}|[IVX]+|\p{Lu}\p{Ll}+)[.:]?)\s+(?=[\p{Lu}“"‘'])/u;
const STANDARD =
  /^(?:abstract|summary|introduction|background|objectives?|aims?|methods?|materials? and methods?|methods? and materials?|results?|discussion|results? and discussion|conclusions?|acknowledge?ments?|funding|appendix(?: \w)?|supplementary (?:material|information)|limitations|keywords?|abbreviations|zusammenfassung|einleitung|ergebnisse|diskussion|schluss|danksagung|résumé|resumen)[:.]?$/i;
const PICTOGRAPH = /^\p{Extended_Pictographic}/u;

/** Headings above lists of links. */
const LINKS =
  /^(?:see also|external links?|related (?:pages|topics|articles|links|content|reading|information)|more (?:on this|information|articles)|useful (?:links|websites|contacts)|other pages|in other projects|siehe auch|weblinks|verwandte (?:themen|artikel|seiten)|mehr zum thema|voir aussi|liens externes|articles? connexes?|pages liées|véase también|enlaces externos)(?: \[\s?edit\s?\])?:?$/i;

/** What stands above the list of a page's own headings. */
const CONTENTS =
  /^(?:(?:on|in) this (?:page|article|guide|leaflet|section)|(?:table of )?contents|(?:in diesem artikel|auf dieser seite|inhalt(?:sverzeichnis|sübersicht)?)|sommaire|dans (?:cet article|cette page))(?: ?:)?$/i;

/**
 * Returns the kind of every piece, in order. Pieces whose kind the format gives keep it, but an aside with a
 * citation that the format names is text, and a bare link in a list of links is none. Linear.
 */
export function classifyPieces(
  text: string,
  pieces: readonly Piece[],
  hints: readonly Hint[] = [],
): BlockKind[] {
  const words = pieces.map((p) => (p.end - p.start <= SHORT ? singleSpaced(text.slice(p.start, p.end)) : ""));
  const running = pageHeads(text, pieces, words);
  const chrome = pieces.map((p, i) => {
    const w = words[i]!;
    if (p.kind !== "text" || w === "") return false;
    if ((p.apart && PAGE_NUMBER.test(w)) || RULE.test(w) || running.has(i)) return true;
    const raw = text.slice(p.start, p.end);
    return !(p.row && raw.includes("\t")) && isChromeLine(raw);
  });
  const firstWords = pieces.findIndex((p, i) => !chrome[i] && !p.row);
  const front = frontEnd(pieces, words, firstWords);
  let named = false;
  const heads = pieces.map((_, i) => {
    // What may be said of a document below its title may itself be the title.
    const place = { first: i === firstWords, front: named && i < front, untitled: !named && i <= front };
    const head = !chrome[i] && isHead(words, pieces, i, chrome[i + 1] === true, place);
    named ||= head;
    return head;
  });
  const numbered = heads.filter((head, i) => head && NUMBERED.test(words[i]!)).length;
  const kinds: BlockKind[] = [];
  let titled = false;
  let links = false;
  let contents = false;
  const calls = hints
    .filter((hint) => hint.kind === "note-call" || hint.kind === "citation")
    .sort((a, b) => a.start - b.start);
  let call = 0;
  pieces.forEach((p, i) => {
    const w = words[i]!;
    const kind = ((): BlockKind => {
      while (call < calls.length && calls[call]!.end <= p.start) call++;
      const cites = call < calls.length && calls[call]!.start < p.end;
      if (p.kind === "chrome") return cites && isSentence(text, p) ? "paragraph" : "chrome";
      if (links && !cites && !heads[i] && isBareLink(w, p)) return "chrome";
      contents &&= !cites && !heads[i] && isEntry(text, w, p);
      if (contents) return "chrome";
      const labelled = (): boolean => isCaption(text, p.start);
      if (p.kind !== "text") return p.kind === "paragraph" && labelled() ? "caption" : p.kind;
      if (chrome[i]) return "chrome";
      if (p.row) return "table-row";
      if (labelled()) return "caption";
      if (heads[i] && !titled && PICTOGRAPH.test(w) && heads[i + 1]) return "chrome";
      const title = i <= front && isMasthead(heads[i - 1] === true ? words[i - 1]! : "") && !isMasthead(w);
      if (heads[i] && (!titled || numbered < 2 || isOwnHead(w) || title)) return "heading";
      return opensItem(text, p.start) ? "list-item" : "paragraph";
    })();
    titled ||= kind === "heading";
    // Right above the first of its links such a heading is furniture itself.
    if (
      kind === "heading" ||
      (kind === "chrome" && p.apart && pieces[i + 1]?.apart === false && LINKS.test(w))
    )
      links = LINKS.test(w);
    contents ||= CONTENTS.test(w);
    kinds.push(kind);
  });
  return kinds;
}

/** Whether the label of a figure or table stands at the offset. */
export const isCaption = (text: string, at: number): boolean => {
  const words = text.slice(at, at + 60);
  return CAPTION.test(words) || ONLY.test(words);
};

/** A heading that needs no number where others have one. */
const isOwnHead = (words: string): boolean =>
  STANDARD.test(words) || opensEdge(words) || announces(words) !== null || NUMBERED.test(words);

/** `EASTERN HOSPITALS GROUP`: whose page it is, in capitals above the title. */
const isMasthead = (words: string): boolean =>
  /^[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*$/u.test(words) && !NUMBERED.test(words) && !STANDARD.test(words);

/** `Two keepers once shared one pair of boots.[6]`: words that end like a sentence, perhaps with a marker. */
function isSentence(text: string, p: Piece): boolean {
  if (isChromeLine(text.slice(p.start, p.end))) return false;
  return /\p{L}{2}[)”"’»]*[.!?][)”"’»]*(?:\s?[[(]?[\da-z*†‡,–-]{1,8}[\])]?){0,4}$/u.test(
    text.slice(Math.max(p.start, p.end - 60), p.end),
  );
}

/** A list item or a short line that says nothing but a title. */
function isBareLink(words: string, p: Piece): boolean {
  if (p.row || !["list-item", "paragraph", "text"].includes(p.kind)) return false;
  return words !== "" && !/[.!?]$/.test(words) && words.split(" ").length <= 16;
}

/** An entry of a page's contents: a few words right below the entry above, perhaps a question. */
function isEntry(text: string, words: string, p: Piece): boolean {
  if (p.row || (p.apart && p.kind !== "list-item" && !opensItem(text, p.start))) return false;
  return words !== "" && !/[.!;,:\d]$/.test(words) && words.split(" ").length <= 12;
}

/** Pieces from the title on that may belong to it. */
const FRONT = 8;

/** Index of the first piece of running text behind the title, or of a heading that opens a part of the text. */
function frontEnd(pieces: readonly Piece[], words: readonly string[], title: number): number {
  for (let i = title + 1; i < pieces.length && i <= title + FRONT; i++) {
    const w = words[i]!;
    const opens = STANDARD.test(w) || NUMBERED.test(w) || (/[.!?:]$/.test(w) && !isDocumentLine(w));
    if (w === "" || opens) return i;
  }
  return Math.min(pieces.length, title + 1 + FRONT);
}

function isHead(
  words: readonly string[],
  pieces: readonly Piece[],
  i: number,
  aboveChrome: boolean,
  place: Omit<LineContext, "alone">,
): boolean {
  const [w, p, next] = [words[i]!, pieces[i]!, pieces[i + 1]];
  if (p.kind !== "text" || w === "" || p.row) return false;
  const announced = announces(w) !== null;
  if (next === undefined && !announced) return false;
  if (announced) return p.apart;
  if (w.startsWith("#") && /^#{1,6}\s\S/.test(w)) return true;
  if (!p.apart) return false;
  const bare = w.charCodeAt(0) < 0xa9 ? w : w.replace(PICTOGRAPHS, "");
  if (!next!.apart && isAuthorAbove(bare, words[i + 1]!)) return false;
  // A byline, a date or "Medically reviewed by" may stand right below a title.
  const alone = next!.apart || aboveChrome || (words[i + 1] !== "" && isDocumentLine(words[i + 1]!));
  // Markers behind the stops hide from `isHeadingLine` that these are sentences.
  return isHeadingLine(bare, { ...place, alone, own: bare === w }) && !MARKED.test(w);
}

const PICTOGRAPHS = /^(?:\p{Extended_Pictographic}|\ufe0f|\u200d|\s)+/u;
const MARKED = /\p{L}{2}[)”"’]?[.!?](?:\[[^\]]{1,30}\]|[\d¹²³⁰⁴-⁹]{1,3}){1,6}\s\p{Lu}/u;
