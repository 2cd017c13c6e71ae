/** Audit rule: a source lacks what its type requires. */
import type { CitationItem, Csl, Note, Source } from "../../model.ts";
import { words as nameWords } from "../../names.ts";
import { ames, bell, cole, marked, page } from "../example.ts";
import { readWhole } from "../reading.ts";
import type { Rule } from "../rule.ts";
import { nameOf, onItem, onNote, onSource, spanOf } from "../subjects.ts";

/** Each entry is satisfied by any one of its fields. Types that are not listed are not judged. */
const required: Readonly<Record<string, readonly (readonly (keyof Csl)[])[]>> = {
  "article-journal": [
    ["author", "editor"],
    ["title"],
    ["container-title"],
    ["issued"],
    ["volume", "issue", "DOI", "PMID", "number", "URL"],
  ],
  // A title that seems to be missing from a book was read as something else.
  // A book without a person is its publisher's; law and history often leave the publisher out.
  book: [["author", "editor", "publisher"], ["issued"]],
  chapter: [["author", "editor"], ["container-title"], ["issued"]],
  thesis: [["author"], ["issued"], ["publisher", "genre", "URL", "DOI"]],
};

/** What people call the fields. */
const words: Readonly<Record<string, string>> = {
  author: "its author",
  title: "its title",
  "container-title": "the journal or book it is in",
  issued: "its year",
  volume: "a volume or DOI",
  publisher: "its publisher",
};

/** A law report ("F.2d", "U.S.") prints cases, which have parties and no author. */
const isReporter = (csl: Csl): boolean =>
  /^[\p{Lu}\d][\p{Lu}\d.\s]*\d?d?\.?$/u.test(csl["container-title"] ?? "");

/** A dated piece without a volume is a newspaper's, which prints much unsigned. */
const isNews = (csl: Csl): boolean =>
  (csl.issued?.["date-parts"]?.[0]?.length ?? 0) > 1 && csl.volume === undefined && csl.issue === undefined;

const containerKey = (title: string | undefined): string => nameWords(title ?? "").join(" ");

/** Words of journals' names, whole and as their lists of abbreviations have them (ISO 4). */
const JOURNAL =
  /\b(?:journal|annals|transactions|proceedings|letters|bulletin|quarterly|archives?|acta|revue|rivista|revista|zeitschrift|annales|review|magazine|nature|science|lancet|j|jour|sci|res|rev|int|am|eur|med|biol|chem|clin|ann|proc|trans|bull|arch|lett|quart|agric|exp|appl|stud)\b/i;

/** Whether the container is a journal: by its name, or because another reference gives a volume of it. */
const isJournal = (title: string | undefined, journals: ReadonlySet<string>): boolean =>
  title !== undefined && (journals.has(containerKey(title)) || JOURNAL.test(title));

/** What appears once a year, or once, and counts no volumes. */
const YEARLY =
  /\b(?:annual|annuaire|year\s?book|almanack?|jahrbuch|anuario|annuario|proceedings|conference|congress|symposium|workshop|report|studies|essays|papers)\b/i;
const DATED = /\p{L}\s+\((?:1[5-9]|20)\d\d\),\s+(?:pp?\.?|S\.)?\s*\d+\s?[-–]\s?\d/u;

/** "‘Title’, Geography of Ageing (2016), pp. 77–85": only a journal has its year so, between its name and the pages. */
const datedInBrackets = ({ raw }: CitationItem, csl: Csl): boolean =>
  DATED.test(raw) && csl.publisher === undefined && !YEARLY.test(csl["container-title"] ?? "");

/** "Statistical Agency (CSA). Survey Report": the body that wrote it was read into the title. */
const holdsAuthor = (title: string | undefined): boolean =>
  title !== undefined && /^\p{Lu}[^.:;]*(?:[.;]|\)[.,]?)\s\p{Lu}|\)$/u.test(title);

/** With more than this missing, it is the type that is doubtful, not the record. */
const mostMissing = 2;

export const incompleteMetadata: Rule = {
  code: "incomplete-metadata",
  title: "Incomplete reference",
  group: "sources",
  severity: "warning",
  rule: "The full reference lacks a field that its type requires.",
  remedy: "Complete the record.",
  caution:
    "Judged only where every word and number of the reference was understood; other types than article, book, chapter and thesis are not judged, nor what most of the list leaves out.",
  examples: {
    fires: page(marked, [ames.replace("2011;4(2)", "4(2)"), bell, cole]),
    silent: page(marked, [ames, bell, cole]),
  },
  *check({ analysis, items, itemsOf, notes, fullOf }) {
    const journals = new Set(
      analysis.sources.flatMap(({ csl }) =>
        csl.volume !== undefined ? [containerKey(csl["container-title"])] : [],
      ),
    );
    const found = analysis.sources.flatMap((source) => {
      const missing = missingIn(source, items, journals);
      return missing === null ? [] : [{ source, missing }];
    });
    const isStyle = (type: string, field: string): boolean => {
      const ofType = found.filter(({ source }) => source.csl.type === type);
      const without = ofType.filter(({ missing }) => missing.includes(field)).length;
      return without >= 3 && without >= 0.4 * ofType.length;
    };
    const styles = new Map<string, boolean>();
    for (const { source, missing: all } of found) {
      const missing = all.filter((field) => {
        const key = `${source.csl.type} ${field}`;
        const style = styles.get(key) ?? isStyle(source.csl.type, field);
        styles.set(key, style);
        return !style;
      });
      if (missing.length === 0) continue;
      yield {
        subjects: [onSource(source)],
        spans: fullOf(source),
        quote: nameOf(source),
        message: `${source.label} lacks ${missing.map((f) => words[f] ?? f).join(" and ")}. Complete the record.`,
        data: { type: source.csl.type, missing },
      };
    }
    for (const item of analysis.items) {
      const note = item.note === null ? undefined : notes.get(item.note);
      if (!note || !isYearless(item, note) || itemsOf.get(note.id)?.length !== 1) continue;
      yield {
        subjects: [onItem(item), onNote(note)],
        spans: [spanOf(item)],
        quote: item.raw,
        message: "This reference gives no year. Complete the record.",
        data: { type: "unknown", missing: ["issued"] },
      };
    }
  },
};

/** "Khatri BO, Man S, Giovannoni G.": no short form lists people by their initials. */
const initials = /^\p{Lu}[\p{L}’'-]+ \p{Lu}{1,3}(?:, \p{Lu}[\p{L}’'-]+ \p{Lu}{1,3})*\. /u;

/** What has no year or volume yet. */
const awaited =
  /\bn\.\s?d\.|\b(?:in (?:the )?press|forthcoming|submitted|accepted|ahead of print|preprint)\b/i;

/** A reference that could not be read as one for want of a year. */
const isYearless = (item: CitationItem, note: Note): boolean =>
  (note.type === "reference" || initials.test(item.raw)) &&
  item.form === "short" &&
  item.resolution.kind === "refused" &&
  item.raw.split(/\s+/).length > 8 &&
  !/\b(?:1[4-9]|20)\d\d\b/.test(item.raw) &&
  !awaited.test(item.raw);

/** The fields that a source's type requires and its record lacks; null where the record is not judged. */
function missingIn(
  source: Source,
  items: ReadonlyMap<string, CitationItem>,
  journals: ReadonlySet<string>,
): readonly string[] | null {
  const { csl } = source;
  const needs = required[csl.type];
  if (!needs || isNews(csl)) return null;
  const described = source.descriptions.flatMap((d) => items.get(d) ?? []);
  // Words that no field accounts for may be the field that seems to be missing.
  if (!described.every((item) => readWhole(item, true))) return null;
  const missing = needs
    .filter((any) => !any.some((f) => csl[f] !== undefined))
    .map((any) => String(any[0]))
    .filter((field) => field !== "author" || (!isReporter(csl) && !holdsAuthor(csl.title)))
    // A chapter, a thesis or a report that was taken for an article has no volume to give.
    .filter(
      (field) =>
        field !== "volume" ||
        isJournal(csl["container-title"], journals) ||
        (journals.size > 0 && described.some((item) => datedInBrackets(item, csl))),
    )
    // Open journals count their volumes by years: "2014;2014:1-7".
    .filter(
      (field) => field !== "volume" || !described.some(({ raw }) => /\b(\d{4})\s*[;,]\s*\1\b/.test(raw)),
    );
  // Names with their initials, a title and a journal, and the entry ends: what follows was left out.
  const broken =
    described.every(({ raw }) => initials.test(raw) && !awaited.test(raw)) &&
    missing.join() === "issued,volume" &&
    csl.title !== undefined;
  const sure = broken || described.every((item) => readWhole(item));
  return missing.length > (sure ? mostMissing : 1) ? null : missing;
}
