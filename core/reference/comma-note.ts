/**
 * Reads notes whose parts stand behind commas by the table of one language: who edited or translated a book, its series,
 * its imprint in commas or brackets, theses, pieces of a book, papers of a day. Reads nothing without the words of its
 * table: titles and imprints alone look the same in any language. Italian and Spanish have grammars of their own.
 */
import type { ParsedReference } from "../model.ts";
import { Builder } from "./build.ts";
import { createSetters, type Setters } from "./comma-fields.ts";
import { type Part, partsOf } from "./comma-parts.ts";
import { isBody, parseNames } from "./names.ts";

export interface CommaGrammar {
  readonly rule: string;
  readonly language: string;
  /** Asked first: most references show none of these. */
  readonly seen: RegExp;
  /** What only this language prints. */
  readonly own: RegExp;
  /** Between the last two names. */
  readonly and: RegExp;
  /** "in" in front of the book that holds a piece. */
  readonly within: RegExp;
  /** "(dir.)" behind the editors' names. */
  readonly editors: RegExp;
  /** "sous la dir. de" in front of them, "trad. de" in front of a translator. */
  readonly edited: RegExp;
  readonly translated: RegExp;
  /** "préface de": whoever it was, he is none of the fields. */
  readonly helped: RegExp;
  readonly thesis: RegExp;
  readonly school: RegExp;
  /** Its first group is the number. */
  readonly edition: RegExp;
  /** A book's series, its first group the name. */
  readonly series: RegExp;
  /** The day of a paper as the language writes it, or null where it is read elsewhere. */
  readonly day: RegExp | null;
}

const LONGEST = 700;
const PAGES = /^(?:pp?|págs?)\.\s?[\divxlc]/u;
const YEAR = /^(?:1[4-9]|20)\d\d(?:[-–/]\d{2,4})?$/u;
/** "2 vol.", "dactyl.": what a copy consists of. */
const EXTENT =
  /^(?:\d{1,2}\s(?:vols?\.?|tomes|tomos|ts?\.)|dactyl\.?|multigr\.?|policop\.?|inédite?|mimeo\.?)$/u;
const VOLUME = /^(?:vols?\.|t\.|tomo|tome)\s?([\dIVXLC]{1,6})$/u;
/** "n° 12" behind the name of a series. */
const NUMBER = /^(?:n[°ºo]s?|n\.[º°])\s?\d{1,4}$/u;
const NAME = /^[\p{Lu}\d]|^(?:le|la|les|l[’']|o|a|os|as|chez)/u;
const QUOTED = /^«\s?([^«»]{2,240}?)\s?»$|^“([^“”]{2,240})”$/u;
/** A bracket that holds an imprint or what a thesis is, its year last. */
const BRACKET = /\s?\(([^()]*[,:]\s[^()]*\b(?:1[4-9]|20)\d\d)\)$/u;
const PERSON =
  /^(?:\p{Lu}[\p{L}’'-]*\.?[\s-]){1,4}(?:(?:d[aeou]s?|del|de la|e|van|von|di)\s|d[’']|de l[’'])?\p{Lu}[\p{L}’'-]+(?:\s(?:d[aeo]s?\s)?\p{Lu}[\p{L}’'-]+)?$/u;
const isPerson = (name: string): boolean => name.length < 60 && PERSON.test(name);

/** Returns the reference where the whole string is such a note, else null. Time bounded by the length limit. */
export function parseCommaNote(raw: string, grammar: CommaGrammar): ParsedReference | null {
  if (raw.length > LONGEST || !grammar.seen.test(raw) || /https?:|\bdoi\b/iu.test(raw)) return null;
  if (!grammar.own.test(raw)) return null;
  const reader = new Reader(raw, grammar);
  const kind = reader.read();
  if (kind === null || reader.b.draft.title === undefined) return null;
  reader.b.draft.language = grammar.language;
  return reader.b.finish(kind, "likely");
}

class Reader {
  readonly b: Builder;
  readonly #g: CommaGrammar;
  readonly #put: Setters;

  constructor(raw: string, grammar: CommaGrammar) {
    this.b = new Builder(raw);
    this.#g = grammar;
    this.#put = createSetters(grammar.rule);
  }

  read(): string | null {
    const parts = opened(this.b.raw);
    const quoted = parts.findIndex((p) => QUOTED.test(p.text));
    const piece = parts.findIndex((p, i) => i > 0 && this.#g.within.test(p.text));
    if (piece > 0) return this.#readPiece(parts, piece);
    if (quoted === 0 || (quoted === 1 && this.#people("author", [parts[0]!])))
      return this.#readDay(parts[quoted]!, parts.slice(quoted + 1));
    return quoted < 0 || this.#isSeries(parts[quoted]!) || quoted > 1 ? this.#readBook(parts) : null;
  }

  /** "«Fogo na rua», O Eco do Norte, 3 de maio de 1871, p. 2": a paper's page is the place. */
  #readDay(title: Part, [paper, day, ...rest]: readonly Part[]): string | null {
    if (!paper || !day || this.#g.day?.test(day.text) !== true || /\d/.test(paper.text)) return null;
    if (!rest.every((p) => PAGES.test(p.text))) return null;
    this.#setQuoted(title);
    this.#put.set(this.b, "container-title", paper);
    this.#put.setDate(this.b, day);
    for (const place of rest) this.b.prove("locator", place, "likely", this.#g.rule);
    return "article-newspaper";
  }

  #setQuoted(part: Part): void {
    const words = QUOTED.exec(part.text);
    const title = words?.[1] ?? words?.[2] ?? part.text;
    const start = part.start + part.text.indexOf(title);
    this.#put.set(this.b, "title", { start, end: start + title.length });
  }

  /** "« Titre », in Livre, sous la dir. de N et N, Lyon, Presses, 2011, p. 3-20", "« Titre », dans N (dir.), Livre, …". */
  #readPiece(parts: readonly Part[], at: number): string | null {
    const head = this.#takeAuthors(parts.slice(0, at));
    if (head === null || head >= at) return null;
    if (head === at - 1) this.#setQuoted(parts[head]!);
    else this.#put.set(this.b, "title", { start: parts[head]!.start, end: parts[at - 1]!.end });
    const skip = this.#g.within.exec(parts[at]!.text)![0].length;
    const first = parts[at]!;
    const inner = [
      { ...first, start: first.start + skip, text: first.text.slice(skip) },
      ...parts.slice(at + 1),
    ];
    const editors = inner.findIndex((p) => this.#g.editors.test(p.text));
    if (editors > 4 || (editors >= 0 && !this.#people("editor", inner.slice(0, editors + 1)))) return null;
    const book = this.#takeDetails(this.#takeImprint(inner.slice(editors + 1)));
    // "dans Jean Roux, Les quais": without a word for the editors the first part may be a name.
    if (book === null || book.length === 0 || this.b.draft.editor === undefined) return null;
    this.#put.set(this.b, "container-title", { start: book[0]!.start, end: book.at(-1)!.end });
    return "chapter";
  }

  #readBook(parts: readonly Part[]): string | null {
    const head = this.#takeAuthors(parts);
    if (head === null) return null;
    const work = parts.slice(head);
    const thesis = work.findIndex((p, i) => i > 0 && this.#g.thesis.test(p.text));
    if (thesis > 0) {
      this.#put.set(this.b, "title", { start: work[0]!.start, end: work[thesis - 1]!.end });
      return this.#readThesis(work.slice(thesis));
    }
    const title = this.#takeDetails(this.#takeImprint(work));
    // Without an author only the words for its editor say that the first part is a title.
    if (title === null || title.length === 0) return null;
    if (head === 0 && this.b.draft.editor === undefined) return null;
    this.#put.set(this.b, "title", { start: title[0]!.start, end: title.at(-1)!.end });
    return "book";
  }

  /** "thèse de doctorat, université de Lorec, 2015" */
  #readThesis([genre, ...rest]: readonly Part[]): string | null {
    this.#put.set(this.b, "genre", genre!);
    for (const part of rest) {
      if (this.#g.school.test(part.text) && this.b.draft.publisher === undefined)
        this.#put.set(this.b, "publisher", part);
      else if (YEAR.test(part.text)) this.#put.setDate(this.b, part);
      else this.b.prove("note", part, "likely", this.#g.rule);
    }
    return this.b.draft.issued === undefined || this.b.draft.publisher === undefined ? null : "thesis";
  }

  /** Puts the imprint at the end and returns what stands in front of it, or null where there is none. */
  #takeImprint(parts: readonly Part[]): readonly Part[] | null {
    let n = parts.length;
    for (; n > 0; n--) {
      const part = parts[n - 1]!;
      if (PAGES.test(part.text)) this.#put.setPages(this.b, part);
      else if (EXTENT.test(part.text)) this.b.prove("note", part, "likely", this.#g.rule);
      else if (VOLUME.test(part.text)) this.#put.set(this.b, "volume", part, VOLUME.exec(part.text)![1]!);
      else break;
    }
    const year = parts[n - 1];
    if (!year || !YEAR.test(year.text)) return null;
    n = this.#takeSeries(parts, n - 1);
    if (n > 3 && EXTENT.test(parts[n - 1]!.text)) this.b.prove("note", parts[--n]!, "likely", this.#g.rule);
    const [place, house] = [parts[n - 2], parts[n - 1]];
    if (!place || !house || n < 3 || !NAME.test(place.text) || !NAME.test(house.text)) return null;
    if (this.#isDetail(place.text) || this.#isDetail(house.text)) return null;
    this.#put.putImprint(this.b, { place, publisher: house, year, pages: null, before: n - 2 });
    return parts.slice(0, n - 2);
  }

  /** Puts the series that ends before `n`; returns where it begins. */
  #takeSeries(parts: readonly Part[], n: number): number {
    const numbered = n > 1 && NUMBER.test(parts[n - 1]!.text) && this.#isSeries(parts[n - 2]!);
    const part = parts[numbered ? n - 2 : n - 1];
    if (!part || !this.#isSeries(part)) return n;
    const name =
      this.#g.series.exec(part.text)?.[1] ?? /[^«»\s][^«»]*[^«»\s]/u.exec(part.text)?.[0] ?? part.text;
    const start = part.start + part.text.lastIndexOf(name);
    this.#put.set(this.b, "collection-title", { start, end: start + name.length });
    return n - (numbered ? 2 : 1);
  }

  #isSeries = (part: Part): boolean => this.#g.series.test(part.text) || /^«[^«»]{2,80}»$/u.test(part.text);

  #isDetail = (text: string): boolean =>
    [this.#g.edited, this.#g.translated, this.#g.helped, this.#g.edition, VOLUME].some((re) => re.test(text));

  /** Takes what stands between a title and its imprint, from the end; returns the parts of the title. */
  #takeDetails(parts: readonly Part[] | null): readonly Part[] | null {
    if (parts === null) return null;
    let n = parts.length;
    for (; n > 1; n--) {
      const part = parts[n - 1]!;
      const by = this.#g.edited.exec(part.text) ?? this.#g.translated.exec(part.text);
      const edition = this.#g.edition.exec(part.text);
      const volume = VOLUME.exec(part.text);
      if (by) {
        const field = this.#g.edited.test(part.text) ? "editor" : "translator";
        if (!this.#people(field, [from(part, by[0].length)])) break;
      } else if (edition) this.#put.set(this.b, "edition", part, edition[1] ?? part.text);
      else if (volume) this.#put.set(this.b, "volume", part, volume[1]!);
      else if (this.#g.helped.test(part.text)) this.b.prove("note", part, "likely", this.#g.rule);
      else if (this.#isSeries(part)) this.#takeSeries(parts, n);
      else {
        const several = this.#takeSeveral(parts, n);
        if (several === 0) break;
        n = several;
      }
    }
    return parts.slice(0, n);
  }

  /** "sous la dir. de A. Roux, L. Ney et P. Loy": names before the last; returns where their word stands, else 0. */
  #takeSeveral(parts: readonly Part[], n: number): number {
    for (let k = n - 1; k > 1 && k > n - 5; k--) {
      const by = this.#g.edited.exec(parts[k - 1]!.text) ?? this.#g.translated.exec(parts[k - 1]!.text);
      if (!by) continue;
      const field = this.#g.edited.test(parts[k - 1]!.text) ? "editor" : "translator";
      return this.#people(field, [from(parts[k - 1]!, by[0].length), ...parts.slice(k, n)]) ? k : 0;
    }
    return 0;
  }

  /** Puts who stands in front of the title; returns the place of the part behind them, null where a bracket holds no names. */
  #takeAuthors(parts: readonly Part[]): number | null {
    const editors = parts.findIndex((p) => this.#g.editors.test(p.text));
    if (editors >= 0 && editors < 4)
      return this.#people("editor", parts.slice(0, editors + 1)) ? editors + 1 : null;
    return parts.length > 1 && this.#people("author", [parts[0]!]) ? 1 : 0;
  }

  /** Puts the names where all look like persons or the whole is a body. */
  #people(field: "author" | "editor" | "translator", parts: readonly Part[]): boolean {
    const bare = parts.map((p) => to(p, this.#g.editors.exec(p.text)?.index ?? p.text.length));
    const names = bare.flatMap((p) => p.text.split(this.#g.and));
    const body = bare.length === 1 && isBody(bare[0]!.text) && /\s/.test(bare[0]!.text);
    if (!body && !names.every(isPerson)) return false;
    this.b.addPeople(
      field,
      body ? [{ literal: bare[0]!.text }] : names.flatMap((name) => parseNames(name).names),
    );
    for (const span of bare) this.b.prove(field, span, "likely", this.#g.rule);
    return true;
  }
}

const from = (part: Part, skip: number): Part => ({
  start: part.start + skip,
  end: part.end,
  text: part.text.slice(skip),
});
const to = (part: Part, length: number): Part => ({
  start: part.start,
  end: part.start + length,
  text: part.text.slice(0, length),
});

/** Returns the parts between commas with imprints taken out of their brackets and cut at their colons. */
function opened(raw: string): readonly Part[] {
  const parts = partsOf(raw).flatMap((part) => {
    const bracket = BRACKET.exec(part.text);
    if (!bracket) return [part];
    const head = to(part, bracket.index);
    const start = part.start + part.text.lastIndexOf(bracket[1]!);
    const inner = partsOf(bracket[1]!).map((p) => ({ ...p, start: p.start + start, end: p.end + start }));
    return bracket.index === 0 ? inner : [head, ...inner];
  });
  return parts.flatMap((part, i) => {
    const colon = part.text.indexOf(": ");
    if (i < 1 || colon < 0 || !YEAR.test(parts[i + 1]?.text ?? "")) return [part];
    const space = part.text[colon - 1] === " " ? 1 : 0;
    return [to(part, colon - space), from(part, colon + 2)];
  });
}
