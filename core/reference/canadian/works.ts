/**
 * Articles, books, chapters, theses and reports as the Canadian guide cites them: "Ann Orr, “Title” (2014) 37:2 Dal LJ 201
 * at 209", "Ann Orr & Ben Pike, Title, 2nd ed (Toronto: House, 2011) at 45". Only what tells this guide from the other
 * ones counts: a journal without stops behind volume and issue, "at" without a comma, "eds" without a stop.
 */
import type { Span } from "../../model.ts";
import { Builder } from "../build.ts";
import { dated, groups, people, pinned, put, RULE } from "../legal-build.ts";
import { isBody, parseNames } from "../names.ts";
import { AT, addressed, type Headed, JURISDICTION, ONLINE } from "./parts.ts";

const PERSON =
  "(?:\\p{Lu}[\\p{L}.’'-]*\\s){1,3}(?:(?:van|von|de|del|della|di|du|la|le|den|der)\\s){0,2}(?:[dDlL]['’])?\\p{Lu}[\\p{L}’'-]+";
const PERSONS = `${PERSON}(?:(?:,\\s${PERSON}){0,6},?\\s(?:&|and|et)\\s${PERSON}|\\set\\sal)?`;
const NAMES = '([^;:“”"()\\d]{3,160}?)';
const TITLE = '[“"]([^“”"]{3,400})[”"]';
const EDITION = "(?:,\\s(\\d{1,2})(?:st|nd|rd|th|e)\\sed)?";
const VOLUME = "(?:,\\svol\\s(\\d{1,2}|[IVX]{1,5}))?";
const LOOSE = "(?:loose-leaf[^()]{0,80}?\\s)?";
const IMPRINT = `\\s\\((?:([^():;\\d]{2,50}):\\s)?([^():;]{2,90}?),\\s${LOOSE}(\\d{4})(?:,\\s[^()]{0,60})?\\)(?:\\s\\(loose-leaf[^()]{0,60}\\))?`;
const JOURNAL =
  "(\\p{Lu}[\\p{L}&’'-]*(?:\\s(?:\\p{Lu}[\\p{L}&’'-]*|&|of|on|the|and|in|for|de|du|des|la|et)){0,9})";

const ARTICLE = new RegExp(
  `^(?:${NAMES},\\s)?${TITLE}\\s(?:\\((\\d{4})\\)\\s(\\d{1,4})(?::(\\d{1,3}(?:[-–/&]\\d{1,3})?))?|\\[(\\d{4})\\](?:\\s(\\d{1,3})(?::(\\d{1,3}))?)?)\\s${JOURNAL}\\s([A-Z]?\\d{1,5})(?![\\d\\p{L}])${AT}?${ONLINE}?`,
  "du",
);
const CHAPTER = new RegExp(
  `^(?:${NAMES},\\s)?${TITLE}\\sin\\s(?:([^;:“”"()\\d]{3,160}?),\\s(?:eds?|dir),\\s)?(\\p{Lu}[^;“”"()]{2,240}?)${EDITION}${VOLUME}${IMPRINT}(?:\\s(\\d{1,5}|[ivxl]{1,7})(?![\\d\\p{L}]))?${AT}?${ONLINE}?`,
  "du",
);
const THESIS = new RegExp(
  `^${NAMES},\\s(\\p{Lu}[^;“”"()]{3,300}?)\\s\\(((?:LLM|LLD|PhD|SJD|JD|MA|MSc|Doctoral|Master[’']?s(?:\\sof\\sLaws)?|DPhil|DCL)\\s(?:[Tt]hesis|[Dd]issertation))(?:,\\s([^()]{3,120}?))?,\\s(\\d{4})\\)(?:${AT}(?:\\s\\[unpublished\\])?|\\s\\[unpublished\\])${ONLINE}?`,
  "du",
);
const BOOK = new RegExp(
  `^(${PERSONS})(,\\s(?:eds?|dir))?,\\s(\\p{Lu}[^;“”"()]{2,240}?)${EDITION}${VOLUME}${IMPRINT}(${AT})?${ONLINE}?`,
  "du",
);
/** What the body says, up to the place and house of the imprint; its name is split off by its words. */
const REPORT = new RegExp(
  `^(?:${JURISDICTION},\\s)?(\\p{Lu}[^;“”"()]{10,360}?)${EDITION}${VOLUME}${IMPRINT}(${AT})?${ONLINE}?`,
  "du",
);

/** Returns the work at the head of the text, or null. Time bounded by the caller's limit. */
export function readWork(text: string): Headed | null {
  return readArticle(text) ?? readChapter(text) ?? readThesis(text) ?? readBook(text) ?? readReport(text);
}

/** "Statistics Canada", "Elections Ontario" are called like persons. */
const OFFICE = new RegExp(`\\s${JURISDICTION}$`, "u");
const isOffice = (words: string): boolean => isBody(words) || OFFICE.test(words);

function readArticle(text: string): Headed | null {
  const m = ARTICLE.exec(text);
  if (!m) return null;
  const [, names, title, year, volume, issue, byYear, part, partIssue, journal, page, place, url] = groups(m);
  const b = new Builder(text);
  if (names) people(b, names);
  put(b, "title", title);
  dated(b, year ?? byYear);
  put(b, "volume", volume ?? part);
  put(b, "issue", issue ?? partIssue);
  put(b, "container-title", journal);
  put(b, "page", page);
  pinned(b, place);
  addressed(b, url);
  return { reference: b.finish("article-journal", "certain"), end: m[0].length };
}

function readChapter(text: string): Headed | null {
  const m = CHAPTER.exec(text);
  if (!m) return null;
  const [, names, title, editors, book, edition, volume, town, house, year, page, place, url] = groups(m);
  // Without editors and without a first page any other guide may be meant.
  if (!editors && !(page && place)) return null;
  const b = new Builder(text);
  if (names) people(b, names);
  put(b, "title", title);
  if (editors) editing(b, editors);
  put(b, "container-title", book);
  put(b, "edition", edition);
  put(b, "volume", volume);
  imprint(b, town, house, year);
  put(b, "page", page);
  pinned(b, place);
  addressed(b, url);
  return { reference: b.finish("chapter", "certain"), end: m[0].length };
}

function readThesis(text: string): Headed | null {
  const m = THESIS.exec(text);
  if (!m) return null;
  const [, names, title, genre, house, year, place, url] = groups(m);
  const b = new Builder(text);
  people(b, names!);
  put(b, "title", title);
  b.draft.genre = m[3]!;
  b.prove("genre", genre!, "certain", RULE);
  put(b, "publisher", house);
  dated(b, year);
  pinned(b, place);
  addressed(b, url);
  return { reference: b.finish("thesis", "certain"), end: m[0].length };
}

function readBook(text: string): Headed | null {
  const m = BOOK.exec(text);
  if (!m) return null;
  const [, names, eds, title, edition, volume, town, house, year, at, place, url] = groups(m);
  // "Ann Orr, Streets, Sleep and the State (Toronto: House, 2011)": a single word behind a whole name opens a title.
  const commas =
    town !== null && /^[\p{L}’'-]+,\s(?:[\p{L}’'-]+[\s,]*){3,}$/u.test(m[3]!) && !/\p{Lu}{2}/u.test(m[3]!);
  const named = /^\s\[\p{Lu}/u.test(text.slice(m[0].length));
  if ((!at && !commas && !named) || isOffice(m[1]!)) return null;
  const b = new Builder(text);
  if (!eds) people(b, names!);
  else editing(b, names!);
  put(b, "title", title);
  put(b, "edition", edition);
  put(b, "volume", volume);
  imprint(b, town, house, year);
  pinned(b, place);
  addressed(b, url);
  return { reference: b.finish("book", "certain"), end: m[0].length };
}

/** The last of the leading parts that name a body: "Parliament, House of Commons, Standing Committee on Ports, Title". */
function readReport(text: string): Headed | null {
  const m = REPORT.exec(text);
  if (!m) return null;
  const [, said, edition, volume, town, house, year, at, place, url] = groups(m);
  const jurisdiction = said!.start > 0;
  if (!at && !jurisdiction) return null;
  const parts = [...m[1]!.matchAll(/(?:^|,\s)([^,]+)(?=,\s)/gu)].map((part) => {
    const start = said!.start + part.index + part[0].length - part[1]!.length;
    return { start, end: start + part[1]!.length };
  });
  let author: Span | null = null;
  for (const part of parts) {
    const words = text.slice(part.start, part.end);
    if (!isOffice(words) && !(jurisdiction && author === null)) break;
    author = part;
  }
  if (!author) return null;
  const b = new Builder(text);
  b.addPeople("author", [{ literal: text.slice(author.start, author.end) }]);
  b.prove("author", author, "certain", RULE);
  put(b, "title", { start: author.end + 2, end: said!.end });
  put(b, "edition", edition);
  put(b, "volume", volume);
  imprint(b, town, house, year);
  pinned(b, place);
  addressed(b, url);
  return { reference: b.finish("report", "certain"), end: m[0].length };
}

function editing(b: Builder, names: Span): void {
  b.addPeople("editor", parseNames(b.raw.slice(names.start, names.end)).names);
  b.prove("editor", names, "certain", RULE);
}

function imprint(
  b: Builder,
  town: Span | null | undefined,
  house: Span | null | undefined,
  year: Span | null | undefined,
): void {
  if (town) {
    b.draft["publisher-place"] = b.raw.slice(town.start, town.end);
    b.prove("publisher-place", town, "certain", RULE);
  }
  put(b, "publisher", house);
  dated(b, year);
}
