/**
 * The grammar of notes as Spanish houses print them: every part behind a comma, articles in guillemets ("«El sereno»,
 * Hispania, XVII, 3 (1996), pp. 5-20"), pieces of a book behind "en", its editors before "(coords.)", imprints as
 * "Madrid, Editorial, 1984". Reads only what speaks Spanish: titles and imprints alone look the same in any language.
 */
import type { CslName, ParsedReference, Span } from "../model.ts";
import { Builder } from "./build.ts";
import { createSetters } from "./comma-fields.ts";
import { type Imprint, imprintAtEnd, type Part, partsOf } from "./comma-parts.ts";
import { languageOf } from "./language.ts";
import { isBody, parseNames } from "./names.ts";

const RULE = "spanish-note";
const LONGEST = 700;
/** Asked first: most references show none of these. */
const SEEN =
  /,\s«|^«|\((?:coords?|eds?|dirs?|comps?)\.\)|\btrad\.\sde\s|\bed\.\sde\s|\btesis\s|[ªº]\s?ed\.|\sde\s(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\sde\s|(?:^|[\s«])(?:[Ll]os|[Ll]as|[Ee]l|del|la|y|en)\s/u;

const QUOTED = /^«([^«»]{2,240})»$/u;
const EDITORS = /^(?:en\s)?(.+?)\s\((?:coords?|eds?|dirs?|comps?)\.\)$/u;
const EDITED = /^(?:ed(?:ición|\.)|coord\.|estudio y ed\.|introd\. y ed\.)\sde\s(?=\p{Lu})/u;
const TRANSLATED = /^trad(?:ucción|\.)\s(?:(?:al\s)?(?:cast|esp)\.\s)?de\s(?=\p{Lu})/u;
const THESIS = /^(?:tesis|tesina|trabajo de fin de (?:máster|grado))(?:\s\p{Ll}+){0,3}(?:\s(?:inédita))?$/u;
const EDITION = /^(\d{1,2})\.?[ªº]\s?ed(?:ición|\.)(?:\s\p{Ll}+\.?)?$/u;
const VOLUMES = /^\d{1,2}\s(?:vols?\.|tomos|ts?\.)$/u;
const PERSON =
  /^(?:\p{Lu}[\p{L}’'-]*\.?[\s-]){1,3}(?:(?:de|del|de la|de los|de las|y|i|e|von|van|da|dos)\s)?\p{Lu}[\p{L}’'-]+(?:\s(?:de|del|de la|de los|y|i)\s\p{Lu}[\p{L}’'-]+)?$/u;
/** Names that stand second in a given name, "Juan Carlos", "María Luisa": the surnames begin behind them. */
const SECOND_GIVEN = new Set(
  "alberto ángel ángela ángeles antonia antonio beatriz carlos carmen cristina cruz daniel david dolores eduardo elena emilio enrique ernesto esteban eugenia eugenio fe felipe félix fernanda fernando francisca francisco gabriel guillermo ignacio inés isabel jaime javier jesús joaquín jorge josé josefa juan julia julio lucía luis luisa manuel manuela mar maría mario martín mercedes miguel montserrat nieves pablo paz pedro pilar rafael ramón ricardo roberto rosa rosario salvador santiago sebastián soledad teresa tomás vicente victoria".split(
    " ",
  ),
);

/** Returns the reference where the whole string is such a note, else null. Time bounded by the length limit. */
export function parseSpanish(raw: string): ParsedReference | null {
  if (raw.length > LONGEST || !SEEN.test(raw) || /https?:|\bdoi\b/iu.test(raw)) return null;
  const b = new Builder(raw);
  const parts = withoutPlace(b, partsOf(raw));
  const kind = read(b, parts);
  if (kind === null || !isSpanish(b, raw)) return null;
  b.draft.language = "es";
  return b.finish(kind, "likely");
}

/** French and Italian share "de", "la", "en" and "del". */
const OWN_WORDS = /(?:^|[\s«])(?:el|los|las|y|al)\s|ñ|(?:ció|xió|sió)n(?!\p{L})/iu;

/** Small words of the titles, or what only Spanish prints. */
const isSpanish = (b: Builder, raw: string): boolean =>
  (languageOf([b.draft.title, b.draft["container-title"]].join(" ")) === "es" && OWN_WORDS.test(raw)) ||
  /\((?:coords?|comps?)\.\)|,\strad\.\sde\s|,\sed\.\sde\s|\btesis doctoral\b|\d\.[ªº]\sed\.|\sde\s\p{Ll}+\sde\s(?:1[5-9]|20)\d\d|ñ/u.test(
    raw,
  );

const PLACE =
  /^(?:esp(?:ecialmente|\.)|aquí|en particular|en concreto|la cita en)\s(?:en\s)?(?:pp?|págs?)\.\s?\d/u;

/** "pp. 33-58, esp. p. 40": the place that is cited is none of the work's own pages. */
function withoutPlace(b: Builder, parts: readonly Part[]): readonly Part[] {
  const last = parts.at(-1);
  if (!last || !PLACE.test(last.text)) return parts;
  b.prove("locator", last, "likely", RULE);
  return parts.slice(0, -1);
}

function read(b: Builder, parts: readonly Part[]): string | null {
  const quoted = parts.findIndex((p) => QUOTED.test(p.text));
  if (quoted === 0 || quoted === 1) {
    if (quoted === 1 && !takePeople(b, "author", parts[0]!)) return null;
    const start = parts[quoted]!.start + 1;
    set(b, "title", { start, end: parts[quoted]!.end - 1 });
    const rest = parts.slice(quoted + 1);
    return rest[0]?.text.startsWith("en ")
      ? readPiece(b, rest)
      : quoted === 0
        ? readDay(b, rest)
        : readJournal(b, rest);
  }
  return quoted < 0 ? readBook(b, parts) : null;
}

const PAGES = /^(?:pp?|págs?)\.\s?[\divxlc]/u;
const VOLUME = /^(?:vol\.\s|t\.\s|tomo\s|año\s)?([IVXLCDM]+|\d{1,4})$/u;
const ISSUE = /^(?:n\.?[ºo°]\.?\s|núm\.\s)?(\d{1,5}(?:[-–/]\d{1,5})?)$/u;
const ISSUE_YEAR =
  /^(?:(?:vol\.\s|t\.\s)?([IVXLCDM]+|\d{1,4}(?:[-–/]\d{1,4})?)|(?:n\.?[ºo°]\.?\s|núm\.\s)(\d{1,5}(?:[-–/]\d{1,5})?))\s\(((?:1[5-9]|20)\d\d(?:[-–/]\d{2,4})?)\)$/u;
const YEAR = /^\(?((?:1[5-9]|20)\d\d)\)?$/u;

/** "Hispania, XVII, 3 (1996), pp. 233-258", "Hispania, 17/3 (1996)", "Hispania, n.º 12 (1988)". */
function readJournal(b: Builder, [journal, ...rest]: readonly Part[]): string | null {
  if (!journal || !/^\p{Lu}/u.test(journal.text) || /\d/.test(journal.text)) return null;
  set(b, "container-title", journal);
  for (const part of rest) {
    const within = (words: string): Span => {
      const start = part.start + part.text.indexOf(words);
      return { start, end: start + words.length };
    };
    const both = ISSUE_YEAR.exec(part.text);
    const field = b.draft.volume === undefined ? "volume" : "issue";
    if (PAGES.test(part.text)) setPages(b, part);
    else if (both) {
      const number = (both[1] ?? both[2])!;
      set(b, both[2] === undefined ? field : "issue", within(number));
      const at = part.start + part.text.lastIndexOf("(") + 1;
      setDate(b, { start: at, end: at + both[3]!.length });
    } else if (YEAR.test(part.text)) setDate(b, part);
    else if (VOLUME.test(part.text) && field === "volume") set(b, field, within(VOLUME.exec(part.text)![1]!));
    else if (ISSUE.test(part.text) && b.draft.issue === undefined)
      set(b, "issue", within(ISSUE.exec(part.text)![1]!));
    else return null;
  }
  const numbered = b.draft.volume !== undefined || b.draft.issue !== undefined;
  return b.draft.issued !== undefined && numbered ? "article-journal" : null;
}

const DAY = /^\d{1,2}\sde\s\p{L}+\sde\s(?:1[5-9]|20)\d\d$/u;

/** "«La huelga», El Eco de Torrel, 3 de marzo de 1871, p. 2": a paper is cited by its day, and its page is the place. */
function readDay(b: Builder, [paper, day, ...rest]: readonly Part[]): string | null {
  if (!paper || !day || !DAY.test(day.text) || /\d/.test(paper.text)) return null;
  set(b, "container-title", paper);
  setDate(b, day);
  for (const part of rest) {
    if (!PAGES.test(part.text)) return null;
    b.prove("locator", part, "likely", RULE);
  }
  return "article-newspaper";
}

/** "en Pedro Salas y Nuria Rius (coords.), Luces y sombras, Valencia, Turia, 2008, pp. 101-129" */
function readPiece(b: Builder, parts: readonly Part[]): string | null {
  const editors = parts.findIndex((p) => EDITORS.test(p.text));
  if (editors < 0 || editors > 3) return null;
  for (const part of parts.slice(0, editors + 1)) {
    const skip = part.text.startsWith("en ") ? 3 : 0;
    const words = part.text.slice(skip).replace(/\s\([^()]*\)$/u, "");
    const start = part.start + skip;
    if (!takePeople(b, "editor", { start, end: start + words.length, text: words })) return null;
  }
  const behind = parts.slice(editors + 1);
  const imprint = imprintAtEnd(behind);
  if (!imprint || imprint.before < 1) return null;
  const end = takeDetails(b, behind.slice(0, imprint.before));
  if (end < 1) return null;
  set(b, "container-title", { start: behind[0]!.start, end: behind[end - 1]!.end });
  putImprint(b, imprint);
  return "chapter";
}

function readBook(b: Builder, parts: readonly Part[]): string | null {
  const editors = parts.findIndex((p) => EDITORS.test(p.text));
  let head = 0;
  if (editors >= 0 && editors < 3) {
    for (const part of parts.slice(0, editors + 1)) {
      const words = part.text.replace(/\s\([^()]*\)$/u, "");
      if (!takePeople(b, "editor", { ...part, end: part.start + words.length, text: words })) return null;
    }
    head = editors + 1;
  } else if (takePeople(b, "author", parts[0])) head = 1;
  const work = parts.slice(head);
  const thesis = work.findIndex((p) => THESIS.test(p.text));
  if (thesis > 0) {
    set(b, "title", { start: work[0]!.start, end: work[thesis - 1]!.end });
    return readThesis(b, work.slice(thesis));
  }
  const imprint = imprintAtEnd(work);
  // "Paris : Gallimard" is another custom.
  if (!imprint?.publisher || imprint.before < 1 || /:|\.\s/.test(placeOf(b, imprint))) return null;
  const end = takeDetails(b, work.slice(0, imprint.before));
  // Without an author only the words for its editor say that the first part is a title.
  if (end < 1 || (head === 0 && b.draft.editor === undefined)) return null;
  set(b, "title", { start: work[0]!.start, end: work[end - 1]!.end });
  putImprint(b, imprint);
  return "book";
}

const placeOf = (b: Builder, { place }: Imprint): string =>
  place ? b.raw.slice(place.start, place.end) : "";

/** "tesis doctoral, Universidad de Torrel, 2015" */
function readThesis(b: Builder, [genre, ...rest]: readonly Part[]): string | null {
  set(b, "genre", genre!);
  for (const part of rest) {
    if (/^(?:Universi[dt]a[dt]|Universidade|UNED$|Escuela|Facultad|Instituto)/u.test(part.text)) {
      if (b.draft.publisher === undefined) set(b, "publisher", part);
    } else if (YEAR.test(part.text)) setDate(b, part);
    else b.prove("note", part, "likely", RULE);
  }
  return b.draft.issued === undefined || b.draft.publisher === undefined ? null : "thesis";
}

/** Takes what stands between a title and its imprint, from the end; returns how many parts are the title's. */
function takeDetails(b: Builder, parts: readonly Part[]): number {
  let n = parts.length;
  for (; n > 0; n--) {
    const part = parts[n - 1]!;
    const by = EDITED.exec(part.text) ?? TRANSLATED.exec(part.text);
    const edition = EDITION.exec(part.text);
    if (by) {
      const named = { start: part.start + by[0].length, end: part.end, text: part.text.slice(by[0].length) };
      if (!takePeople(b, EDITED.test(part.text) ? "editor" : "translator", named)) break;
    } else if (edition) set(b, "edition", part, edition[1]!);
    else if (VOLUMES.test(part.text)) b.prove("note", part, "likely", RULE);
    else break;
  }
  return n;
}

/** Puts the names where all look like persons or the whole is a body. */
function takePeople(b: Builder, field: "author" | "editor" | "translator", part: Part | undefined): boolean {
  if (!part) return false;
  const names = part.text.split(/\s(?:y|e)\s(?=\p{Lu}\p{Ll}+\s|\p{Lu}\.)/u);
  const body = isBody(part.text) && /\s/.test(part.text);
  if (!body && !names.every((name) => PERSON.test(name))) return false;
  b.addPeople(field, body ? [{ literal: part.text }] : names.flatMap(personOf));
  b.prove(field, part, "likely", RULE);
  return true;
}

/** A given name in full, a surname, and another one, which may have a particle. */
const TWO_SURNAMES =
  /^(\p{Lu}\p{Ll}[\p{L}’'-]*)\s((\p{Lu}\p{Ll}[\p{L}’'-]*)\s(?:(?:de|del|de la|de los|y|i)\s)?\p{Lu}\p{Ll}[\p{L}’'-]*)$/u;

/** "Ramiro Quesada Ulloa" has two surnames, "Juan Carlos Nieto" two given names. */
function personOf(name: string): readonly CslName[] {
  const [, given, family, first = ""] = TWO_SURNAMES.exec(name) ?? [];
  if (given === undefined || family === undefined || SECOND_GIVEN.has(first.toLowerCase()))
    return parseNames(name).names;
  return [{ family, given }];
}

const { set, setDate, setPages, putImprint } = createSetters(RULE);
