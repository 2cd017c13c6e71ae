/** Chooses between author-year and author-page for a document and reads its citations by name. */
import type { MarkerStyle } from "../../model.ts";
import { singleSpaced } from "../blanks.ts";
import type { NoteList } from "../notes/find.ts";
import { findAuthorPage, worksOf } from "./author-page.ts";
import { findAuthorYear } from "./author-year.ts";
import type { EntryIndex } from "./author-year-match.ts";
import { ofBlock } from "./author-year-page.ts";
import { findPersonal } from "./author-year-worded.ts";
import type { Field } from "./candidates.ts";
import type { CitingMarker } from "./cite.ts";
import type { Attempt } from "./numbered.ts";
import type { FoundMarker } from "./read.ts";

/** Returns the citations by name against the reference lists; `pages` allows author-page where it fits better. */
export function readNames(
  printed: string,
  fields: readonly Field[],
  lists: readonly NoteList[],
  pages: boolean,
): Attempt {
  const text = unbroken(printed);
  const entries = lists
    .flatMap((list) => list.notes)
    .filter((note) => note.type === "reference")
    .map((note) => singleSpaced(text.slice(note.bodyStart, note.bodyEnd)));
  const works = worksOf(entries);
  const cover = (found: readonly CitingMarker[]): number =>
    entries.length === 0 ? 0 : new Set(found.flatMap((m) => m.matches.flat())).size / entries.length;
  const first = yearsWithBlocks(text, fields, works.index);
  const bare = isBare(text, first);
  const byYear = bare ? yearsWithBlocks(text, fields, { ...works.index, bare: true }) : first;
  const years = cover(byYear);
  if (pages && entries.length > 0 && years < 0.3) {
    const byPage = fields.filter((f) => !f.quiet).flatMap((f) => findAuthorPage(text, f, works, f.sentences));
    const paged = cover(byPage);
    if (byPage.length >= 2 && paged > years) return toAttempt(printed, "author-page", byPage, paged);
  }
  return toAttempt(printed, "author-year", byYear, years);
}

/** Returns whether most of what a list tells is cited as in "(Brew 2010)", without a comma in front of the year. */
function isBare(text: string, found: readonly CitingMarker[]): boolean {
  const told = found.flatMap((marker) => marker.cites.filter((_, i) => marker.matches[i]!.length > 0));
  const heads = told.flatMap(
    (cite) => /^\p{L}[^\d]*(?=\d{4})/u.exec(text.slice(cite.start, cite.end))?.[0] ?? [],
  );
  const bare = heads.filter((head) => /[\p{L}.\]]\s+$/u.test(head)).length;
  return bare >= 3 && bare > 0.8 * heads.length;
}

/** Returns the citations by author and year, those of block quotations by the paragraph that leads up to them. */
function yearsWithBlocks(text: string, fields: readonly Field[], index: EntryIndex): CitingMarker[] {
  let before: { readonly field: Field; readonly last: CitingMarker | undefined } | null = null;
  return fields.flatMap((field) => {
    const found = findAuthorYear(text, field, index);
    const block = found.length === 0 && before?.last ? ofBlock(text, before.field, before.last, field) : null;
    before = { field, last: found.at(-1) };
    return block ? [block] : found;
  });
}

/** Returns what is cited in words alone, in documents that cite by number. */
export function readPersonal(printed: string, fields: readonly Field[]): Attempt {
  const text = unbroken(printed);
  return toAttempt(
    printed,
    "author-year",
    fields.flatMap((f) => findPersonal(text, f)),
    0,
  );
}

/** The same text with blanks for line ends: names and years are told by the words between them, broken or not. */
const unbroken = (text: string): string => text.replace(/[\n\r]/g, " ");

function toAttempt(text: string, style: MarkerStyle, found: readonly CitingMarker[], cover: number): Attempt {
  return {
    style,
    cover,
    uncertain: [],
    found: found.map((marker): FoundMarker => {
      const known = marker.matches.some((fit) => fit.length > 0);
      return {
        start: marker.start,
        end: marker.end,
        style,
        labels: [],
        notes: [],
        dangling: [],
        cites: marker.cites.map((cite) => ({ ...cite, raw: text.slice(cite.start, cite.end) })),
        basis: {
          rule: known ? "names that begin an entry of the list" : "shaped like a citation",
          confidence: known ? "certain" : "likely",
          spans: [{ start: marker.start, end: marker.end }],
        },
      };
    }),
  };
}
