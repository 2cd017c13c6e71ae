/** Books and pieces of collections in the American way: author, title, page, then edition and year in brackets. */
import type { ParsedReference, Span } from "../model.ts";
import { Builder } from "./build.ts";
import { dated, groups, isShortBody, people, pinned, put, RULE } from "./legal-build.ts";
import { isBody, parseNames } from "./names.ts";
import { GOVERNMENT } from "./repair-borders.ts";

const BOOK =
  /^(?:(\d{1,2})\s)?([^;:“”"()\d]{3,80}?),\s(?!(?:Jr|Sr|II|III|IV)\b)([^;“”"()]{4,160}?)(,\sat)?\s((?:\d{1,4}(?:[-–]\d{1,4})?(?:,\s\d{1,4}(?:[-–]\d{1,4})?)*(?:\s(?:&\s)?(?:nn?|tbls?|figs?|pls?|app)\.\s?[\dA-Z][\d.–-]*)?)|(?:§{1,2}\s?|¶{1,2}\s?|ch\.\s|tbl\.\s?)\d[\d.:–-]*)\s\(((?:[^()]{3,60}?\s(?:eds?|trans)\.,?\s)?(?:\d+(?:d|st|nd|rd|th)?|rev\.|Rev\.)\sed\.?,?\s|[^()]{3,60}?\s(?:eds?|trans)\.,?\s)?((?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s(?:\d{1,2},\s)?)?\d{4})\)\.?$/du;

/** Words whose number counts a paper in its series. */
export const NUMBERED_PAPER =
  /(?:^|[\s,])(?:Cm(?:nd|d)?|CP|HC|HL|SP|SI|Nos?|Nr|Vol|Bd|Paper|Circular|Bulletin|Memorandum|Series|[Rr]elease|[Vv]ersion|[Vv]ers|[Ww]ave|Statistics|\p{Lu}{2,5})\.?$/u;

const PERIODICAL =
  /\b(?:Journal|Review|Zeitschrift|Revue|Rivista|Annals?|Annalen|Bulletin|Proceedings|Transactions|Letters|Acta|Archiv|Quarterly|Magazine|Research|Studies|Sciences?|Notes|Today|Chronicle|Gazette|Medicine|Physics|Chemistry|Biology|History Workshop|Forum|Monthly|Weekly|Perspectives|Advances|Nature|Lancet)\b|\b(?:pp?|vol|no)$|\./;

/** Returns the book, or the piece of a collection, that the whole string describes, else null. */
export function parseBook(raw: string, text: string): ParsedReference | null {
  const m = BOOK.exec(text);
  if (!m) return null;
  const [, volume, author = "", title = "", at, page = "", edition, date = ""] = m;
  const ofBody = isBody(author) || isShortBody(author);
  // "Memorandum SP-4: Meal Charges 2 (July 8, 2016)": only what a body puts out has its day there.
  if (/\p{L}/u.test(date) && !ofBody) return null;
  // A year is no page, and "Cm 9904" is the number of a paper.
  if (/^(?:1[5-9]|20)\d\d(?:[-–]\d+)?$/.test(page) || NUMBERED_PAPER.test(title)) return null;
  const piece = pieceOf(raw, m);
  if (piece) return piece;
  const words = title.split(/\s+/);
  // "17 tbl.3", "88 fig. 2" is a place in a book; a volume of a periodical has none.
  const exhibit = /\s(?:tbls?|figs?|pls?|app)\./.test(page);
  const plain =
    (words.length > 1 || edition !== undefined) &&
    !/,\s\d{1,4}\s\p{Lu}/u.test(title) &&
    // "Fiscal Note: H.B. 44, at 2": no volume of a periodical is cited so.
    (exhibit || (ofBody && at !== undefined) || !PERIODICAL.test(title)) &&
    /^\p{Lu}/u.test(title);
  // "Nature 45 (1974)" is a volume; a range, an edition or a title with small words is a book.
  const sure =
    edition !== undefined ||
    volume !== undefined ||
    exhibit ||
    /[-–§¶.]/.test(page) ||
    ofBody ||
    at !== undefined ||
    // A given name spelt out and a title without a comma: periodicals stand behind the title of the piece.
    (/^\p{Lu}\p{Ll}{2,}\s/u.test(author) && words.length > 1 && !title.includes(",")) ||
    (words.length > 3 && /\s(?:and|of|in|the|to|for|on)\s/.test(title));
  if (!plain || !sure || !/\p{Lu}\p{Ll}/u.test(author) || /\bet al/.test(author)) return null;
  const g = groups(m);
  const b = new Builder(raw);
  put(b, "volume", g[1]);
  // "Off. of the Att'y Gen., State of Arden, Report": whose office it is.
  const government = ofBody ? GOVERNMENT.exec(title)?.[1] : undefined;
  const named = { start: g[3]!.start + (government?.length ?? 0), end: g[3]!.end };
  if (government === undefined) people(b, g[2]!);
  else office(b, { start: g[2]!.start, end: named.start - (/,\s*$/.exec(government)?.[0].length ?? 0) });
  // "GAO-12-881, Rural Airports": the number of the report stands before its title.
  const number = /^(\p{Lu}{2,6}-[\d-]+),\s/u.exec(raw.slice(named.start, named.end));
  if (number) put(b, "number", { start: named.start, end: named.start + number[1]!.length });
  put(b, "title", { start: named.start + (number?.[0].length ?? 0), end: named.end });
  pinned(b, g[5]);
  const count = /\d+(?=(?:d|st|nd|rd|th)?\sed)|[Rr]ev(?=\.\sed)/.exec(edition ?? "");
  if (count && g[6]) {
    const start = g[6].start + count.index;
    put(b, "edition", { start, end: start + count[0].length });
  }
  dated(b, g[7]);
  return b.finish("book", "likely");
}

function office(b: Builder, span: Span): void {
  b.addPeople("author", [{ literal: b.raw.slice(span.start, span.end) }]);
  b.prove("author", span, "likely", RULE);
}

/** "Hedges and Spite, in Property at the Fence Line 55, 61 (Odell Crane ed., 2009)": a piece of a collection. */
function pieceOf(raw: string, m: RegExpExecArray): ParsedReference | null {
  const [, volume, , title = "", at, page = "", edition] = m;
  const piece = /^(.{3,}?),\sin\s(?=\p{Lu})/u.exec(title);
  const pages = /^(\d+(?:[-–]\d+)?)(?:,\s(.+))?$/.exec(page);
  if (!piece || !pages || volume !== undefined || at !== undefined) return null;
  const g = groups(m);
  const b = new Builder(raw);
  people(b, g[2]!);
  put(b, "title", { start: g[3]!.start, end: g[3]!.start + piece[1]!.length });
  put(b, "container-title", { start: g[3]!.start + piece[0].length, end: g[3]!.end });
  const first = { start: g[5]!.start, end: g[5]!.start + pages[1]!.length };
  put(b, "page", first);
  if (pages[2] !== undefined) pinned(b, { start: first.end + 2, end: g[5]!.end });
  const editing = /^([^()]{3,60}?)\s(eds?)\./.exec(edition ?? "");
  if (editing && g[6]) {
    b.addPeople("editor", parseNames(editing[1]!).names);
    b.prove("editor", { start: g[6].start, end: g[6].start + editing[1]!.length }, "likely", RULE);
  }
  dated(b, g[7]);
  return b.finish("chapter", "likely");
}
