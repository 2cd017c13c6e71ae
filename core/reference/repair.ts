/** Sets right what no single token shows: each rule is one function from stretches to stretches. */
import { Draft } from "./draft.ts";
import { GAZETTEER } from "./gazetteer.ts";
import { MEDLINE } from "./medline.ts";
import { hasBodyWord } from "./names.ts";
import { cutDayOfCopy } from "./repair-archived.ts";
import {
  cutGovernment,
  cutRomanVolume,
  endNameAtColon,
  joinTitleAtComma,
  tellHouseFromJournal,
} from "./repair-borders.ts";
import { readApaBracket, readNumberBracket, readReportBracket, readThesisBracket } from "./repair-bracket.ts";
import { joinReleaseOfProgram, joinTitleOfLabel, nameKindOfThing, nameVersion } from "./repair-data.ts";
import {
  cutDescription,
  cutIssueOfPaper,
  cutKind,
  cutPlaceOfPaper,
  cutShortPress,
  cutSite,
  cutStandard,
  namePaper,
} from "./repair-described.ts";
import {
  cutEditionFromEditor,
  cutPersonFromEdition,
  cutSeriesByLetters,
  nameEditionByWord,
} from "./repair-edition.ts";
import {
  joinTitleOfStandard,
  nameArticleNumber,
  nameArxiv,
  nameManual,
  namePatent,
  nameReport,
  nameSheet,
  nameSpoken,
  nameSpokenOfMedicine,
  nameStandard,
} from "./repair-engineering.ts";
import { isGroup, takeGroup } from "./repair-groups.ts";
import {
  cutChapter,
  nameBookInVolumes,
  nameEditorsAtHead,
  nameEditorsOfBook,
  nameSeriesOfBook,
} from "./repair-handbook.ts";
import {
  cutDepartment,
  cutFirstPublished,
  cutImprintFromTitle,
  cutOnline,
  cutOpenImprintFromTitle,
  cutStateOfIssue,
  joinTitleBehindColon,
  joinTitleWithEdition,
  keepYearInTitle,
  nameFilm,
  nameHouseAlone,
  nameHouseBehindEditor,
  nameNumberedPaper,
  namePlaceOfReport,
  nameSchool,
  nameThesis,
  takeHouseFromDate,
  takeKindOfThesis,
} from "./repair-imprint.ts";
import {
  cutCarrierOfJournal,
  cutLanguage,
  cutMeeting,
  cutNumberFromTitle,
  nameImprintOfSite,
  nameInventors,
  nameReportNumber,
  nameSeries,
} from "./repair-medline.ts";
import {
  cutHouseFromPlace,
  cutPlaceFromHouse,
  cutTitleAtArticle,
  cutTitleFromNames,
  joinTitleOfThesis,
  keepYearOfFile,
  nameSpeech,
  passToReprint,
} from "./repair-notes.ts";
import { nameSessionReport } from "./repair-official.ts";
import { nameAuthorsBeforeDash, nameBrazilianThesis, nameTownOfJournal } from "./repair-portuguese.ts";
import {
  cutKindOfPreprint,
  namePreprint,
  namePreprintByNumber,
  namePreprintOfMedline,
} from "./repair-preprint.ts";
import {
  cutBracketAboutPaper,
  cutMarkInBracket,
  joinTitleOfNotice,
  nameMark,
  nameRegistration,
} from "./repair-registers.ts";
import { cutPlaceWithState, cutVersion, freeVersion, nameHouseBehindMedium } from "./repair-science.ts";
import {
  cutImprintFromNote,
  cutRepository,
  cutTranslator,
  nameHouseOfData,
  nameHouseOfNewEdition,
  nameMeeting,
  nameOwnNumber,
  nameSectionPage,
  trustTranslator,
} from "./repair-standing.ts";
import type { Label, Segment } from "./segment.ts";

/** Returns the stretches after the repairs; they still cover the same text in the same order. */
export function repair(raw: string, segments: readonly Segment[]): Segment[] {
  const draft = new Draft(raw, segments);
  for (const rule of RULES) rule(draft);
  return draft.segments;
}

const EDITING =
  /(?<!\p{L})(?:eds?|edd|edit\p{L}*|hrsgg?|hgg?|herausg\p{L}*|dirs?|direction|coord\p{L}*|éds?|éditeurs?|cura|red|orgs?|comps?|compil\p{L}*|in)(?!\p{L})/iu;

/** "et al." ends a list of names; what follows is the title's, even where it looks like initials ("M. tuberculosis"). */
function endNamesAtEtAl(d: Draft): void {
  for (let i = 0; i < d.segments.length; i++) {
    const s = d.segments[i]!;
    if (s.label !== "author") continue;
    const m = /^(.*?\bet\.?\s?al\b[.,]?(?:\s*<\/[a-z]{1,10}>)?)[\s.,;:]+((?=.*\p{L}{2}).+)$/su.exec(
      d.text(s).slice(0, 4000),
    );
    if (!m || EDITING.test(m[2]!) || isGroup(m[2]!)) continue;
    const offset = s.end - s.start - m[2]!.length;
    if (offset <= 0) continue;
    d.cut(i, [0, "author"], [offset, "title"]);
    const next = d.segments[i + 2];
    if (next?.label === "title") {
      const rest = d.segments[i + 1]!;
      d.segments.splice(i + 1, 2, { ...next, start: rest.start });
    }
  }
}

/** "S295–S306": the letter in front of the first page belongs to it. */
function takeLetterOfPage(d: Draft): void {
  for (let i = 1; i < d.segments.length; i++) {
    const s = d.segments[i]!;
    const before = d.segments[i - 1]!;
    if (s.label !== "pages" || before.end !== s.start || !/^\d/.test(d.text(s))) continue;
    const letter = /[\s:,;(]([A-Za-z]{1,2})$/.exec(d.text(before).slice(-4));
    if (!letter) continue;
    d.segments[i - 1] = { ...before, end: before.end - letter[1]!.length };
    d.segments[i] = { ...s, start: s.start - letter[1]!.length };
  }
}

/** Names at the very start are editors only where the string says so. */
function nameAuthors(d: Draft): void {
  const head = d.segments.findIndex((s) => s.label !== "label");
  const s = d.segments[head];
  if (s?.label === "editor" && !d.has("author") && !EDITING.test(d.text(s))) d.relabel(head, "author");
}

/** "Title. Carrow, 1998": no place bears that name, so it is who published it. */
function namePublisher(d: Draft): void {
  const i = d.only("location");
  const s = d.segments[i];
  const before = d.segments[i - 1];
  if (!s || d.has("publisher") || before?.label !== "title" || d.segments[i + 1]?.label !== "date") return;
  const words = d.text(s);
  const known = (words.toLowerCase().match(/\p{L}+/gu) ?? []).some(
    (w) => ((GAZETTEER.get(w) ?? 0) & 1) === 1,
  );
  const shaped = /\.\s*$/.test(d.text(before)) && /,\s*$/.test(words);
  if (!known && shaped && /\p{L}{4}/u.test(words) && !/print|manuscript|draft|unpublished/i.test(words))
    d.relabel(i, "publisher");
}

/** "London:Routledge": a place with somebody behind a colon. */
function cutPlaceFromPublisher(d: Draft): void {
  const i = d.only("location");
  const s = d.segments[i];
  if (!s || d.has("publisher")) return;
  const m = /^([^:]{2,40}:\s*)\p{Lu}/u.exec(d.text(s));
  if (m) d.cut(i, [0, "location"], [m[1]!.length, "publisher"]);
}

/** "Hollin: Coast Network; 2021": an imprint in the way of MEDLINE that was taken for a journal. */
function cutImprintFromJournal(d: Draft): void {
  const i = d.only("journal");
  const s = d.segments[i];
  if (!s || d.has("publisher", "location", "volume", "issue", "pages", "container")) return;
  const m = /^(\p{Lu}[\p{L}.’' -]{1,40}:\s+)\p{Lu}[^:;]{2,120};\s*$/u.exec(d.text(s));
  if (m && d.segments[i + 1]?.label === "date") d.cut(i, [0, "location"], [m[1]!.length, "publisher"]);
}

/** "The Answer Prepaid. 1911. Ferry Classics, 2011.": the year of the first edition, then the book that is cited. */
function passFirstEdition(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "date");
  const first = d.segments[i];
  const last = d.segments.findLast((s) => s.label === "date");
  if (!first || !last || first === last || d.segments[i - 1]?.label !== "title") return;
  if (d.has("journal", "container", "volume") || d.segments[i + 1] === last) return;
  const [early, late] = [first, last].map((s) => /^\(?((?:1[5-9]|20)\d\d)\)?[.;]?\s*$/u.exec(d.text(s))?.[1]);
  if (early && late && Number(early) < Number(late) && /[.;]\s*$/.test(d.text(first))) d.relabel(i, "other");
}

/** "In Quill, Martin (ed.). Sounding the Coast.": behind the editor of a book that holds the piece stands its title. */
function nameBookBehindEditor(d: Draft): void {
  const e = d.only("editor");
  const editor = d.segments[e];
  const next = d.segments[e + 1];
  if (!editor || next?.label !== "title" || !/^\W*in\b/iu.test(d.text(editor))) return;
  const before = d.segments.slice(0, e).some((s) => s.label === "title");
  if (before && !d.has("container", "journal")) d.relabel(e + 1, "container");
}

/** A book under its editors' names: what looks like a container is the work itself. */
function nameTitle(d: Draft): void {
  const i = d.only("container");
  const s = d.segments[i];
  if (!s || d.has("title", "journal", "volume", "issue") || /^\s*in\b/i.test(d.text(s))) return;
  d.relabel(i, "title");
}

/** 'Court Backs Ferry Users' The Guardian: single quotes; an apostrophe inside has a letter behind it. */
/** The apostrophe of "Members’ Survey’,": it follows an s, and the mark that closes is yet to come. */
const GENITIVE = "(?<=s)['’](?=\\s\\p{L}[^'’‘]{0,200}['’](?:[.,]|$))";
const SINGLE_QUOTED = new RegExp(
  `^\\s*['‘](?:[^'’‘"“”]|['’](?=\\p{L})|${GENITIVE}){3,400}(?!${GENITIVE})[’'],?\\s+(?=\\p{Lu}\\P{L}*\\p{L}+.*\\p{L}{3})`,
  "su",
);

/** "“When Craft Gets Sloppy.” Crafts no. 211": behind a closed quotation the title is over. */
function endTitleAtQuote(d: Draft): void {
  const i = d.only("title");
  const s = d.segments[i];
  if (!s || d.has("journal", "container")) return;
  const text = d.text(s);
  const m =
    /^\s*(?:["“«„‘][^"“”«»„]{3,600}?(?:[.,?!]\s?["”»’]|["”»’]\s?[.,]))\s+(?=[\p{L}\d].*\p{L}{3})/su.exec(
      text,
    ) ?? SINGLE_QUOTED.exec(text);
  if (!m) return;
  d.cut(i, [0, "title"], [m[0].length, /^in\b/i.test(text.slice(m[0].length)) ? "container" : "journal"]);
}

/** What books are called where nobody is named. */
const BOOK =
  /(?<!\p{L})(?:handbook|textbook|manual|atlas|guide|companion|dictionary|encyclop(?:a?e)dia|principles|essentials|fundamentals|introduction|practice|anatomy|medicine|surgery|pharmacology|diseases?|disorders|formulary|bible|book|reader|journal|proceedings)(?!\p{L})/iu;

/**
 * "Norport Hip Fracture Audit. Annual report 2020. Norport: …; 2021": MEDLINE prints titles in small letters, so that
 * three words with capitals before a title in small letters are who speaks.
 */
const isAsked = (first: string, rest: string): boolean =>
  /^(?:\p{Lu}[\p{L}\d’'&-]*(?:\s(?:of|for|and|the|on|in|&)(?=\s))*(?:\s|$)){3,}$/u.test(first) &&
  /^\p{Lu}[\p{L}’'-]*\s(?:\p{Ll}|\d)/u.test(rest) &&
  !/^\W*\d+(?:st|nd|rd|th)\b|^\W*vol/iu.test(rest) &&
  !BOOK.test(first);

/** "Ministry of the Coast, National Wetland Inventory. Halden: Ministry of the Coast, 2017." */
function takeBodyFromTitle(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label !== "label");
  const s = d.segments[i];
  if (s?.label !== "title" || d.has("author", "editor")) return;
  const text = d.text(s);
  const m = /^([^.,:;“”"()]{6,90}?)[.,:]\s+(?=[\p{Lu}"“‘«„\d])/u.exec(text);
  if (!m || text.length - m[0].length <= 4) return;
  // "StatCalc Statistical Software: Release 17": a program under its name.
  if (/^(?:Release|Version)\s\d/u.test(text.slice(m[0].length))) return;
  const publisher = d.segments.find((p) => p.label === "publisher");
  const named = publisher !== undefined && d.text(publisher).includes(m[1]!);
  if (named || hasBodyWord(m[1]!) || (MEDLINE.test(d.raw) && isAsked(m[1]!, text.slice(m[0].length))))
    d.cut(i, [0, "author"], [m[0].length, "title"]);
}

/** What a bracket behind a title says: the kind of work, its carrier, its version. */
const BRACKETS: readonly (readonly [Label, RegExp])[] = [
  [
    "genre",
    /\s[[(](?:(?:unpublished\s)?(?:ph\.?\s?d\.?|doctoral|master['’]?s?|m\.?a\.?|m\.?sc\.?|bachelor['’]?s?)?\s?(?:thesis|dissertation|diss\.)|conference (?:presentation|paper|session)|paper presentation|poster(?: presentation)?|package insert|prescribing information|product (?:label|monograph|information)|patient information leaflet)[\])]\W*$/iu,
  ],
  [
    "medium",
    /\s\[(?:internet|online|cd-?rom|dvd|data ?(?:set|file|base)s?|computer (?:software|program)|software|mobile app|database|source code|video|film|podcast(?: episode)?|audio|map|photograph)[^\]]{0,30}\]\W*$/iu,
  ],
  ["other", /\s\((?:r package )?(?:version|v\.?|release)\s?\d[\w.]*(?:; [^()]{2,40})?\)\W*$/iu],
  // "[version 2; peer review: 2 approved]": how far open review has come.
  ["other", /\s[([]version \d{1,2}; [^\])]{3,80}[)\]]\W*$/iu],
];

/** "Infant sleep [dissertation].", "Curve fitting (Version 1.4) [Computer software].": no part of the title. */
function cutBrackets(d: Draft): void {
  for (let rounds = 0; rounds < 3; rounds++) {
    const i = d.only("title");
    const s = d.segments[i];
    if (!s) return;
    const text = d.text(s);
    const found = BRACKETS.map(([label, re]) => [label, re.exec(text.slice(-120))] as const).find(
      ([, m]) => m,
    );
    if (!found) return;
    const at = Math.max(0, text.length - 120) + found[1]!.index;
    if (at < 2) return;
    d.cut(i, [0, "title"], [at + 1, found[0]]);
  }
}

/** "Anonymous. A sting in the tail": nobody is named. */
function dropAnonymous(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label !== "label");
  const s = d.segments[i];
  if (!s || (s.label !== "title" && s.label !== "author")) return;
  const m = /^\W*(?:anon(?:ymous|yme|ym|\.)?|s\.\s?n\.|o\.\s?v\.)[.,:]?\s*/iu.exec(d.text(s));
  if (!m || !/^\W*(?:anonym|anon\b|s\.\s?n\.|o\.\s?v\.)/iu.test(m[0])) return;
  if (m[0].length >= s.end - s.start) d.relabel(i, "other");
  else if (s.label === "title") d.cut(i, [0, "other"], [m[0].length, "title"]);
}

/** "28 No 1", "2/2", "689 66", "45巻 1号": a volume that holds the issue or the page. */
function cutVolume(d: Draft): void {
  const i = d.only("volume");
  const s = d.segments[i];
  if (!s) return;
  const text = d.text(s);
  const free = !d.has("issue");
  const numbered =
    /^(.*?\d+\s*,?\s*)(?:\b(?:no|nr|n|issue|iss|heft|h)\b[\s.°ºo]*\d|[巻卷권]\s*,?\s*[第제]?\s*\d)/iu.exec(
      text,
    ) ?? /^((?:\d+|[ivxlc]+)\s*\/\s*)(?=\d+(?:\s*[-–]\s*\d+)?\W*$)/i.exec(text);
  const double = /^(\d+)\s*\/\s*(\d+)\W*$/.exec(text);
  if (free && numbered && !(double && Number(double[2]) === Number(double[1]) + 1)) {
    d.cut(i, [0, "volume"], [numbered[1]!.length, "issue"]);
    return;
  }
  const article = /^(?:vol\.?\s*)?\d+,\s+(?=(?:article|art\.)\s+\w*\d)/iu.exec(text);
  if (article && !d.has("pages")) {
    d.cut(i, [0, "volume"], [article[0].length, "pages"]);
    return;
  }
  const pair = /^(?:vol\.?\s*)?\d+(,\s*|\s+)(?=\d[\d–-]*\W*$)/iu.exec(text);
  if (!pair) return;
  if (!d.has("pages")) d.cut(i, [0, "volume"], [pair[0].length, "pages"]);
  else if (free && pair[1]!.startsWith(",")) d.cut(i, [0, "volume"], [pair[0].length, "issue"]);
}

/** "Proceedings of the IEEE 63, 9": the container's last number is the volume, the "volume" the issue. */
function takeVolumeFromContainer(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "journal" || s.label === "container");
  const s = d.segments[i];
  const next = d.segments[i + 1];
  if (!s || next?.label !== "volume" || d.has("issue")) return;
  const m = /^(.*\p{L}{2}\.?\s)\d{1,3}\s*,\s*$/su.exec(d.text(s));
  if (!m || !/^\d{1,3}\W*$/.test(d.text(next))) return;
  d.relabel(i + 1, "issue");
  d.cut(i, [0, s.label], [m[1]!.length, "volume"]);
}

/** "Delayed hypersensitivity. Clin Immunol Pract. 2012;20(3):118-27": what has volume and pages stands in a journal. */
function cutJournalFromTitle(d: Draft): void {
  const i = d.only("title");
  const s = d.segments[i];
  if (!s || d.has("journal", "container", "collection", "publisher")) return;
  if (!d.has("volume") || !d.has("pages")) return;
  const next = d.segments[i + 1]?.label;
  if (next !== "date" && next !== "volume") return;
  const m =
    /^(.*\p{L}{3}[.?!]["”’»]?\s+)((?:\p{Lu}[\p{L}'’&-]*\.?|of|and|the|for|in|de|la|et|und|der|für|&)(?:\s+(?:\p{Lu}[\p{L}'’&-]*\.?|of|and|the|for|in|de|la|et|und|der|für|&)){0,6}[\s.,;]*)$/su.exec(
      d.text(s).slice(-1000),
    );
  if (m && s.end - s.start <= 1000) d.cut(i, [0, "title"], [m[1]!.length, "journal"]);
}

/** "PhD Thesis University of Stellenbosch": what kind of work, then the school. */
function cutThesisFromSchool(d: Draft): void {
  const i = d.only("publisher");
  const s = d.segments[i];
  if (!s || d.has("genre")) return;
  const m =
    /^\s*(?:ph\.?\s?d\.?|doctoral|master'?s?|m\.?\s?sc\.?)\s*(?:thesis|dissertation|diss\.?),?\s+/i.exec(
      d.text(s),
    );
  if (m && m[0].length < s.end - s.start) d.cut(i, [0, "genre"], [m[0].length, "publisher"]);
}

/** "103(2001): 87": a year where an issue would stand, and no other date. */
function dateFromIssue(d: Draft): void {
  const i = d.only("issue");
  const s = d.segments[i];
  if (s && !d.has("date") && /^\W*(?:1[89]\d\d|20[0-2]\d)\W*$/.test(d.text(s))) d.relabel(i, "date");
}

/** "PK.2012a Ameliorative effect": a year at the border of names and title, and no other date. */
function dateFromBorder(d: Draft): void {
  if (d.has("date")) return;
  const i = d.segments.findIndex((s) => s.label === "title");
  const s = d.segments[i];
  const head = s ? /^\W*(?:1[5-9]|20)\d\d[a-z]?[.,:)]?\s+(?=["“‘«„]?\p{L})/u.exec(d.text(s)) : null;
  if (head && i > 0) {
    d.cut(i, [0, "date"], [head[0].length, "title"]);
    return;
  }
  const a = d.only("author");
  const names = d.segments[a];
  const tail = names
    ? /^(.{3,}?[\s.,(])(?:1[5-9]|20)\d\d[a-z]?\W*$/su.exec(d.text(names).slice(0, 2000))
    : null;
  if (tail) d.cut(a, [0, "author"], [tail[1]!.length, "date"]);
}

/** "172–206, SLNCS 1192", "4556-4566 JImmunol": the range is the pages, the rest is none. */
function cutPages(d: Draft): void {
  const i = d.only("pages");
  const s = d.segments[i];
  if (!s) return;
  const m = /^\W*(?:pp?\.?\s*)?\d+\s*[-–—]+\s*\d+[\s,;]*(?=\p{Lu}[\p{L}.]{2,})/u.exec(d.text(s));
  if (m) d.cut(i, [0, "pages"], [m[0].length, "other"]);
}

const RULES: readonly ((d: Draft) => void)[] = [
  endNamesAtEtAl,
  takeGroup,
  nameInventors,
  namePatent,
  nameArticleNumber,
  nameEditorsOfBook,
  nameEditorsAtHead,
  nameSeriesOfBook,
  cutChapter,
  nameSpoken,
  nameSpokenOfMedicine,
  nameReport,
  nameSheet,
  nameManual,
  nameStandard,
  nameArxiv,
  nameKindOfThing,
  nameVersion,
  joinReleaseOfProgram,
  joinTitleOfLabel,
  nameRegistration,
  cutBracketAboutPaper,
  nameMark,
  joinTitleOfNotice,
  namePreprint,
  namePreprintOfMedline,
  namePreprintByNumber,
  cutKindOfPreprint,
  cutDayOfCopy,
  readApaBracket,
  readReportBracket,
  readThesisBracket,
  readNumberBracket,
  cutEditionFromEditor,
  nameEditionByWord,
  cutPersonFromEdition,
  cutSeriesByLetters,
  joinTitleAtComma,
  cutLanguage,
  nameReportNumber,
  nameSeries,
  cutMeeting,
  nameImprintOfSite,
  endNameAtColon,
  takeLetterOfPage,
  nameAuthors,
  cutTitleAtArticle,
  cutTitleFromNames,
  nameSpeech,
  passToReprint,
  cutPlaceWithState,
  freeVersion,
  nameSessionReport,
  nameFilm,
  keepYearInTitle,
  keepYearOfFile,
  cutImprintFromTitle,
  cutOpenImprintFromTitle,
  cutGovernment,
  nameHouseBehindEditor,
  nameHouseOfNewEdition,
  nameHouseOfData,
  nameOwnNumber,
  nameSectionPage,
  trustTranslator,
  cutTranslator,
  cutHouseFromPlace,
  namePublisher,
  cutPlaceFromPublisher,
  cutImprintFromJournal,
  passFirstEdition,
  nameBookBehindEditor,
  dropAnonymous,
  endTitleAtQuote,
  namePlaceOfReport,
  nameNumberedPaper,
  cutStateOfIssue,
  nameSchool,
  cutDepartment,
  joinTitleOfThesis,
  takeKindOfThesis,
  nameThesis,
  joinTitleWithEdition,
  joinTitleBehindColon,
  tellHouseFromJournal,
  takeHouseFromDate,
  nameHouseAlone,
  cutFirstPublished,
  cutOnline,
  cutPlaceFromHouse,
  cutBrackets,
  nameHouseBehindMedium,
  cutNumberFromTitle,
  cutCarrierOfJournal,
  nameTitle,
  nameBookInVolumes,
  cutRomanVolume,
  cutDescription,
  cutVersion,
  cutRepository,
  nameMeeting,
  cutStandard,
  cutKind,
  cutImprintFromNote,
  cutIssueOfPaper,
  cutPlaceOfPaper,
  cutShortPress,
  cutSite,
  namePaper,
  takeBodyFromTitle,
  cutMarkInBracket,
  takeVolumeFromContainer,
  cutVolume,
  cutJournalFromTitle,
  cutThesisFromSchool,
  dateFromIssue,
  dateFromBorder,
  joinTitleOfStandard,
  cutPages,
  nameAuthorsBeforeDash,
  nameBrazilianThesis,
  nameTownOfJournal,
];
