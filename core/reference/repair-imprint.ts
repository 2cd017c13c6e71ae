/** Repairs around the imprint: years and imprints inside titles, numbers of papers, words that are no part of a name. */
import { parseDate } from "./dates.ts";
import type { Draft } from "./draft.ts";
import { isListed } from "./gazetteer.ts";

const YEAR = "(?:1[4-9]|20)\\d\\d";
/** "(Brenz: Bakers’ Union, 2007)" */
const IMPRINT = new RegExp(`\\(([^():]{2,40}:\\s+)([^()]{2,90}?,\\s+)(${YEAR}\\))`, "u");

/** "Loans Open (Brenz: Cold Room Fund, 2015), table 2,": a bracket with place, colon, name and year is the imprint. */
export function cutImprintFromTitle(d: Draft): void {
  const i = d.only("title");
  const s = d.segments[i];
  if (!s || d.has("publisher", "location", "journal", "date")) return;
  const m = IMPRINT.exec(d.text(s).slice(0, 1000));
  if (!m || m.index < 4) return;
  const place = m.index;
  const publisher = place + 1 + m[1]!.length;
  const date = publisher + m[2]!.length;
  const end = date + m[3]!.length;
  const rest = end < s.end - s.start ? ([[end, "other"]] as const) : [];
  d.cut(i, [0, "title"], [place, "location"], [publisher, "publisher"], [date, "date"], ...rest);
}

/** "(Hexby: Bark Street Residents’ Group,", the year behind it known already. */
const OPEN_IMPRINT = /\(([^():]{2,40}:\s+)\p{Lu}[^():]{1,90}$/u;

/** "A Response (Hexby: Bark Street Residents’ Group, 2024)": place and house in front of the year end no title. */
export function cutOpenImprintFromTitle(d: Draft): void {
  const i = d.only("title");
  const s = d.segments[i];
  if (!s || d.segments[i + 1]?.label !== "date" || d.has("publisher", "location", "journal")) return;
  const words = d.text(s);
  const from = Math.max(0, words.length - 150);
  const m = OPEN_IMPRINT.exec(words.slice(from));
  if (!m || from + m.index < 4) return;
  const place = from + m.index;
  d.cut(i, [0, "title"], [place, "location"], [place + 1 + m[1]!.length, "publisher"]);
}

/** "Marram Press: Torvik,": a house that calls itself one, and its place, as chemists set them. */
const HOUSE_AND_PLACE =
  /^(.{0,80}?(?<!\p{L})(?:Press|Verlag|Publish(?:ers|ing)|Books|Éditions|Editions|Editorial|Editore|Förlag|Uitgeverij|Edizioni)\s?):\s+(?=\p{Lu}[^:;]{1,60}$)/u;
/** "Standards Institute of Arden: Carrow,": the same behind what the author is called. */
const AUTHOR_AND_PLACE = /^(\p{Lu}[^:;]{3,80}):\s+(?=\p{Lu}[^:;]{1,60}$)/u;

/** Parts the house from the place behind it, and joins that place with what follows of it. */
export function partHouseFromPlace(d: Draft): void {
  const i = d.only("publisher");
  const s = d.segments[i];
  if (!s) return;
  const byAuthor = AUTHOR_AND_PLACE.exec(d.text(s));
  const isAuthor = (house: string): boolean =>
    d.segments.some((other) => other.label === "author" && d.text(other).startsWith(house));
  const m = HOUSE_AND_PLACE.exec(d.text(s)) ?? (byAuthor && isAuthor(byAuthor[1]!) ? byAuthor : null);
  if (!m) return;
  const next = d.segments[i + 1];
  if (d.segments.some((other) => other.label === "location" && other !== next)) return;
  if (next?.label === "location") d.segments.splice(i, 2, { ...s, end: next.end });
  d.cut(i, [0, "publisher"], [m[0].length, "location"]);
}

/** What stands right behind a year in a title: the bracket of the imprint. */
const OPENS_IMPRINT = /^\(/;

/**
 * "Bakers’ Union, Yearbook 2006 (Brenz: Bakers’ Union, 2007)": a year or span of years right behind a word belongs to
 * the title where a bracket with the year of issue follows. No journal has such an imprint, so what was taken for one
 * is the title.
 */
export function keepYearInTitle(d: Draft): void {
  for (let i = 1; i + 1 < d.segments.length; i++) {
    const s = d.segments[i]!;
    const before = d.segments[i - 1]!;
    const next = d.segments[i + 1]!;
    if ((s.label !== "date" && s.label !== "pages") || !OPENS_IMPRINT.test(d.text(next))) continue;
    if (!new RegExp(`^${YEAR}(?:[-–/]\\d{2,4})?\\s*$`, "u").test(d.text(s))) continue;
    if (!/\p{L}\s*$/u.test(d.text(before))) continue;
    const dated = d.segments.slice(i + 1).some((other) => other.label === "date");
    if (!dated || !IMPRINT.test(d.raw.slice(next.start))) continue;
    const untitled = before.label === "journal" && !d.has("title", "volume", "issue");
    if (before.label === "title" || untitled) {
      d.segments.splice(i - 1, 2, { ...before, label: "title", end: s.end });
      return;
    }
    if (before.label !== "author" || d.has("title")) continue;
    const names = /^(.*,\s+)(?=\p{Lu})/su.exec(d.text(before).slice(0, 2000));
    if (!names) {
      // "Torr Almanac 1911 (Torr: Penn, 1910)": nobody is named.
      if (!/,/.test(d.text(before))) d.segments.splice(i - 1, 2, { ...before, label: "title", end: s.end });
      return;
    }
    d.segments.splice(i, 1);
    d.segments[i - 1] = { ...before, end: s.end };
    d.cut(i - 1, [0, "author"], [names[1]!.length, "title"]);
    return;
  }
}

/** What a survey that is made again and again counts its rounds in. */
const ROUND = /^(?:wave|round|sweep|cycle|phase|module|stage|Welle|Runde|vague)\s*$/iu;
/** Kinds of papers whose mark is no volume: "Cabinet report CAB/19/44", "NSB Std. 4417", "dataset RV-14". */
const PAPER =
  /(?:^|\s)(?:report|rep\.|paper|memo(?:randum)?|circular|order|data ?set|file|minute|briefing|note|specification|notice|decision|resolution|policy|guideline|document|doc\.)[\s,]*$/iu;
const STANDARD = /(?:^|\s)(?:standard|std\.|norm|specification|circular)[\s,]*$/iu;
/** A mark has letters and figures or strokes: "CAB/19/44", "RV-14", "DRH-18-07". */
const MARK = /^\W*(?=\P{L}*\p{L})(?=\D*\d)[\p{L}\d]{1,8}(?:[/.-][\p{L}\d]{1,8}){1,5}\W*$/u;

/** "HC 417 (Hollin: Stationery Press, 2019)": what Parliament printed, by its number. */
const COMMAND = /^\W*(?:Cmn?d?|Cd|CP|HC|HL|SP)\.?\s*$/u;
const COMMAND_AT_END = /^(.{4,}?,\s+)(?:Cmn?d?|Cd|CP|HC|HL|SP)\.?\s\d{1,5}(?:-[IVX]+)?\W*$/su;
/** "Audit Paper 14 (Corran: AOC, 2022)": a series that a body numbers. */
const SERIES =
  /^\W*(?:(?:Cmn?d?|Cd|CP|HC|HL|SP)\.?|(?:\p{Lu}\p{L}+\s){1,2}(?:Papers?|Reports?|Notes?|Memorandum|Circular|Briefing))\s*$/u;

/** Behind a quoted title: ", briefing note". */
const QUOTED_KIND =
  /[”’"'],?\s+((?:\p{L}+\s){0,2}(?:report|paper|memo|memorandum|circular|data ?set|briefing|note|specification|notice)\s*)$/iu;

/** "Quotas Explained, policy paper FF/20/1": kind and mark behind the title. */
const PAPER_AT_END = /^(.{4,}?,\s+)((?:\p{L}+\s){1,4})(\S+)\s*$/su;

/** "Sharing the Shed: A Survey, Leyburn Discussion Paper 14": the series and number of a paper behind its title. */
const SERIES_AT_END =
  /^(.{4,}?,\s+)((?:\p{Lu}[\p{L}.&’'-]*\s+){0,4}(?:Working|Discussion|Research|Occasional|Policy|Briefing|Consultation|Technical|Conference|Staff|Background)\s+(?:Paper|Note|Report|Brief|Memorandum)\s+)(?:No\.?\s+)?\d{1,5}(?:[-/.]\d{1,5})?\s*$/su;

/** A kind of paper and its mark were taken for a journal and its volume. */
export function nameNumberedPaper(d: Draft): void {
  const t = d.only("title");
  const title = d.segments[t];
  const tail = title && !d.has("genre", "journal") ? PAPER_AT_END.exec(d.text(title).slice(0, 600)) : null;
  if (tail && PAPER.test(tail[2]!) && MARK.test(tail[3]!)) {
    d.cut(t, [0, "title"], [tail[1]!.length, "genre"]);
    return;
  }
  const series =
    title && !d.has("number", "genre", "journal") ? SERIES_AT_END.exec(d.text(title).slice(0, 600)) : null;
  if (series && d.text(d.segments[t + 1] ?? title!).startsWith("(")) {
    d.cut(t, [0, "title"], [series[1]!.length, "genre"]);
    return;
  }
  const command = title && !d.has("number") ? COMMAND_AT_END.exec(d.text(title).slice(0, 600)) : null;
  if (command) {
    d.cut(t, [0, "title"], [command[1]!.length, "number"]);
    return;
  }
  const i = d.segments.findIndex((s) => s.label === "journal" || s.label === "container");
  const s = d.segments[i];
  if (!s || d.has("pages", "issue", "genre")) return;
  const kind = d.text(s);
  const next = d.segments[i + 1];
  if (next?.label === "volume") {
    const number = d.text(next);
    const before = d.segments[i - 1];
    if (ROUND.test(kind) && before?.label === "title") {
      d.segments.splice(i - 1, 3, { ...before, end: next.end });
      return;
    }
    // "‘Bench survey’, briefing note BN-12": the mark itself was cut in two.
    const kindAt = before?.label === "title" ? QUOTED_KIND.exec(d.text(before).slice(-300)) : null;
    if (before && kindAt && MARK.test(`${kind}${number}`) && s.end === next.start) {
      const at = before.end - kindAt[1]!.length;
      d.segments.splice(i - 1, 3, { ...before, end: at }, { ...s, label: "genre", start: at, end: next.end });
      return;
    }
    const whole = /^(.*\s)(\S+)\s*$/su.exec(d.raw.slice(s.start, next.end).slice(0, 120));
    const named = whole !== null && PAPER.test(whole[1]!) && MARK.test(whole[2]!);
    // "Night Trams: Costing Paper 9 (Hull: …": behind a colon stands the rest of the title.
    if (
      before?.label === "title" &&
      /:\s*$/.test(d.text(before)) &&
      SERIES.test(kind) &&
      !COMMAND.test(kind)
    ) {
      d.segments.splice(i - 1, 3, { ...before, end: next.end });
      return;
    }
    const imprint = d.has("publisher") && SERIES.test(kind) && /^\W*\d{1,5}\W*$/.test(number);
    if (imprint && COMMAND.test(kind)) d.segments.splice(i, 2, { ...s, label: "number", end: next.end });
    else if (named || imprint || (STANDARD.test(kind) && kind.trim().split(/\s+/).length < 4))
      d.segments.splice(i, 2, { ...s, label: "genre", end: next.end });
    return;
  }
  const whole = /^(.*\s)(\S+)\s*$/su.exec(kind.slice(0, 120));
  if (whole && kind.length < 80 && PAPER.test(whole[1]!) && MARK.test(whole[2]!)) d.relabel(i, "genre");
}

const PLACE_BEFORE =
  /^["”’\s]*\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,2},\s+(?=(?:Tech\.|Rep\.|Res\.|Report|Technical)\s)/u;

/** "“Bridge Condition Report,” Porto Alva, Tech. Rep. DRH-18-07": between title and number stands the place. */
export function namePlaceOfReport(d: Draft): void {
  const g = d.only("genre");
  const genre = d.segments[g];
  const inside = genre ? PLACE_BEFORE.exec(d.text(genre).slice(0, 160)) : null;
  if (genre && inside && !d.has("location", "journal", "container") && d.segments[g - 1]?.label === "title") {
    d.cut(g, [0, "location"], [inside[0].length, "genre"]);
    return;
  }
  const i = d.segments.findIndex((s) => s.label === "journal" || s.label === "container");
  const s = d.segments[i];
  if (!s || d.has("location", "volume", "issue", "pages") || d.segments[i + 1]?.label !== "genre") return;
  if (d.segments[i - 1]?.label !== "title" || !/^(?:Tech|Rep|Res|Report)/u.test(d.text(d.segments[i + 1]!)))
    return;
  if (/^\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,2}(?:,\s\p{Lu}[\p{L}.]+){0,2},\s*$/u.test(d.text(s)))
    d.relabel(i, "location");
}

const NOT_YET =
  /[,.]\s+(?:early access|in press|forthcoming|online first|first view|ahead of print|(?:e-?pub(?:lication)? |advance )(?:ahead of print|online publication|access)|article in press|to appear|to be published|accepted|im Druck|im Erscheinen|à paraître)[\s,.;]*$/iu;

/** "Silica Lett., early access": how far a paper has come is no part of the journal's name. */
export function cutStateOfIssue(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "journal" || s.label === "container");
  const s = d.segments[i];
  const m = s ? NOT_YET.exec(d.text(s)) : null;
  if (s && m && m.index > 2) d.cut(i, [0, s.label], [m.index, "other"]);
}

const THESIS_KIND = /thes[ie]s|dissertation|diss\.|Diss|arbeit/u;

/** "Ph.D. dissertation, School Elect. Eng., Skell Inst. Technol.,": behind the kind of thesis stands the school. */
export function nameSchool(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "journal" || s.label === "container");
  const s = d.segments[i];
  const before = d.segments[i - 1];
  if (!s || before?.label !== "genre" || d.has("publisher", "volume", "issue", "pages", "url")) return;
  const school = /Univ|Inst|Coll|Acad|School|Hochschul|Polytech/u.test(d.text(s));
  if (school && THESIS_KIND.test(d.text(before))) d.relabel(i, "publisher");
}

/** "M.S. thesis, Dept. Civil Eng., Univ. Nordfjord": the school that grants the degree publishes the thesis. */
export function cutDepartment(d: Draft): void {
  const i = d.only("publisher");
  const s = d.segments[i];
  const genre = d.segments.find((other) => other.label === "genre");
  if (!s || !genre || !THESIS_KIND.test(d.text(genre))) return;
  const m =
    /^(?:Dept|Department|Div|Division|Fac|Faculty|Inst|Institute|Institut|School|Sch|Lab|Laboratory|Chair|Lehrstuhl|Fakultät|Fachbereich|Seminar|Faculté|Département)(?!\p{L})[^;]{2,80}?,\s+(?=\p{Lu})(?=[^,]*(?:Univ|Inst|Coll|Polytech|Hochschul|School|Acad|Tech))/u.exec(
      d.text(s),
    );
  if (m) d.cut(i, [0, "other"], [m[0].length, "publisher"]);
}

/** "Das Salzamt, phil. | Diss.": the word before says what kind of thesis it is. */
export function takeKindOfThesis(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "genre");
  const s = d.segments[i];
  const before = d.segments[i - 1];
  if (!s || before?.label !== "title") return;
  const m =
    /,\s+((?:phil|jur|theol|med|rer|nat|ungedr|masch|unpubl|unpublished|Inaug|Mag)[.-]?(?:\s(?:pol|nat)\.)?\s*)$/iu.exec(
      d.text(before).slice(-40),
    );
  if (!m) return;
  const at = before.end - m[1]!.length;
  d.segments[i - 1] = { ...before, end: at };
  d.segments[i] = { ...s, start: at };
}

/** "« Le pain des mines », mémoire de DEA": what was taken for a journal says that it is a thesis. */
const THESIS =
  /^\W*(?:unpublished |ungedruckte |masch\. ?)?(?:thèse|mémoire de|(?:ph\.?\s?d|d\.?\s?phil|doctoral|master['’]?s|m\.?a|m\.?\s?phil)\.? (?:thesis|diss)|(?:phil|jur|theol|med)?\.? ?diss(?:\.|ertation)|(?:Magister|Diplom|Master|Doktor|Staatsexamens)arbeit|Habilitationsschrift|tesi di|tesis doctoral)/iu;

export function nameThesis(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "journal" || s.label === "container");
  const s = d.segments[i];
  if (s && !d.has("genre", "volume", "issue") && THESIS.test(d.text(s)) && d.text(s).length < 60)
    d.relabel(i, "genre");
}

/** "Lore Binder: Alpenwege. Von Säumern und Boten, Innsbruck: Inn 1969": what holds a work is named behind "in". */
export function joinTitleBehindColon(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "container");
  const s = d.segments[i];
  const before = d.segments[i - 1];
  const author = d.segments[i - 2];
  if (!s || before?.label !== "title" || author?.label !== "author" || !/:\s*$/.test(d.text(author))) return;
  if (
    d.has("editor", "volume", "issue") ||
    /^\W*in\b/iu.test(d.text(s)) ||
    !/\p{L}\.\s*$/u.test(d.text(before))
  )
    return;
  d.segments.splice(i - 1, 2, { ...before, end: s.end });
}

/** "Wasserrecht. Lehrbuch, 5. Aufl.": no periodical has editions, so it is the end of a book's title. */
export function joinTitleWithEdition(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "journal");
  const s = d.segments[i];
  const before = d.segments[i - 1];
  if (!s || before?.label !== "title" || d.segments[i + 1]?.label !== "edition") return;
  if (d.has("volume", "issue", "pages") || !/\p{L}[.:?!]\s*$/u.test(d.text(before))) return;
  d.segments.splice(i - 1, 2, { ...before, end: s.end });
}

/** "edited by M. Oyelaran, Lund House, 2011": behind the editor and before the year, without a colon, stands the house. */
export function nameHouseBehindEditor(d: Draft): void {
  const e = d.only("editor");
  const editor = d.segments[e];
  // Several editors are joined by "and", so that what follows a comma is none of them.
  const house = editor
    ? /^(.*(?:edited|translated|introduced) by\s[^,]+(?:(?:,\s[^,]+)*,?\sand\s[^,]+)?,\s+)(?!and\s)[\p{Lu}][^,]+,\s*$/isu.exec(
        d.text(editor).slice(0, 400),
      )
    : null;
  if (editor && house && !d.has("publisher", "location") && d.segments[e + 1]?.label === "date") {
    d.cut(e, [0, "editor"], [house[1]!.length, "publisher"]);
    return;
  }
  const i = d.only("location");
  const s = d.segments[i];
  if (!s || d.has("publisher") || d.segments[i + 1]?.label !== "date") return;
  const before = d.segments[i - 1];
  if (before?.label !== "editor" && before?.label !== "edition") return;
  const closed = /\p{L}{2}\.?,\s*$/u.test(d.text(before));
  if (closed && /^\p{Lu}[^:]*,\s*$/u.test(d.text(s)) && d.has("container")) d.relabel(i, "publisher");
}

/** "Saltworks. Directed by Ilse Ferrant, Marram Films, 1987.": a film stands under its title. */
export function nameFilm(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "author");
  const s = d.segments[i];
  const next = d.segments[i + 1];
  if (
    !s ||
    next?.label !== "title" ||
    !/^(?:directed|performed|written|created|produced|performance) by\s/iu.test(d.text(next))
  )
    return;
  d.relabel(i, "title");
  d.relabel(i + 1, "other");
}

/** "(2nd edn, OUP 2006)": a house known by its letters, right in front of the year of the bracket. */
const LETTERED = /^(?:\()?(?!(?:AD|BC|BCE|CE|WS|SS|SJ)\s)(\p{Lu}{2,5})\s+(?=(?:1[5-9]|20)\d\d\)?)/u;

/** Houses that are called like nothing but a house, in a bracket without a place. */
const HOUSE_ALONE = /^(?:Penguin|Pelican|Puffin|Picador|Vintage|Virago|Polity|Verso|Faber)[\s,]*$/;

/** "(first published 1651, Penguin 1985)": a house that was taken for a place. */
export function nameHouseAlone(d: Draft): void {
  const i = d.only("location");
  const s = d.segments[i];
  if (!s || d.has("publisher")) return;
  // "(2nd edn, Tarn 2012)": no town is known by that name, and behind an edition in brackets stands the house.
  const inBracket =
    d.segments[i - 1]?.label === "edition" && /\([^()]*edn,\s*$/.test(d.text(d.segments[i - 1]!));
  const word = /^(\p{Lu}[\p{L}’'-]+)\s*$/u.exec(d.text(s))?.[1];
  if (HOUSE_ALONE.test(d.text(s)) || (inBracket && word !== undefined && !isListed(word, "place")))
    d.relabel(i, "publisher");
}

/** "(Quarrel 2016)", "(Halden UP 2016)": one word in front of the year of the bracket, no kind or state of a paper. */
const NAMED =
  /^\((?!(?:Circa|Draft|Edition|Easter|Hilary|Issue|Manuscript|Michaelmas|Paper|Release|Report|Reprint|Revised|Thesis|Trinity|Typescript|Unpublished|Updated|Version)\s)(\p{Lu}\p{Ll}[\p{L}’'-]{2,24}(?:\sUP)?)\s+(?=(?:1[5-9]|20)\d\d\)[\s,]*$)/u;

/** Takes the house or the town out of the date. */
export function takeHouseFromDate(d: Draft): void {
  const i = d.only("date");
  const s = d.segments[i];
  if (!s || d.has("publisher", "volume")) return;
  const words = d.text(s);
  const opened = /(?:\(|edn?\.?,\s)$/.test(d.raw.slice(Math.max(0, s.start - 8), s.start));
  const letters = opened ? LETTERED.exec(words) : null;
  if (letters) {
    d.cut(i, [0, "publisher"], [letters[0].length, "date"]);
    return;
  }
  const before = d.segments[i - 1]?.label;
  if ((before !== "container" && before !== "title") || d.has("journal", "location")) return;
  const named = NAMED.exec(words);
  const read = named && parseDate(words);
  if (!named || !read || read.season !== null || read.date["date-parts"]?.[0]?.length !== 1) return;
  d.cut(i, [0, isListed(named[1]!, "place") ? "location" : "publisher"], [named[0].length, "date"]);
}

/** "Leviathan (first published 1651, Penguin 1985)": the year of an older edition ends no title. */
export function cutFirstPublished(d: Draft): void {
  const i = d.only("title");
  const s = d.segments[i];
  const m = s && /\s\(first published (?:1[4-9]|20)\d\d,?\s*$/.exec(d.text(s).slice(0, 1000));
  if (m && m.index > 2) d.cut(i, [0, "title"], [m.index, "other"]);
}

/** "The Corrigin Age (online, 14 August 2022)": how a newspaper was read is no part of its name. */
export function cutOnline(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "journal" || s.label === "container");
  const s = d.segments[i];
  const m = s && /\s\((?:online|print|digital)(?: edition)?,?\s*$/.exec(d.text(s).slice(0, 300));
  if (m && m.index > 2) d.cut(i, [0, s.label], [m.index, "other"]);
}
