/** Audit rule: a source lacks what its type requires. */
import type { Csl } from "../../model.ts";
import { ames, bell, cole, marked, page } from "../example.ts";
import { readWhole } from "../reading.ts";
import type { Rule } from "../rule.ts";
import { nameOf, onSource, spanOf } from "../subjects.ts";

/** Each entry is satisfied by any one of its fields. Types that are not listed are not judged. */
const required: Readonly<Record<string, readonly (readonly (keyof Csl)[])[]>> = {
  "article-journal": [
    ["author", "editor"],
    ["title"],
    ["container-title"],
    ["issued"],
    ["volume", "issue", "DOI", "PMID", "number", "URL"],
  ],
  // A book without a person is its publisher's; law and history often leave the publisher out.
  book: [["author", "editor", "publisher"], ["title"], ["issued"]],
  chapter: [["author", "editor"], ["title"], ["container-title"], ["issued"]],
  thesis: [["author"], ["title"], ["issued"], ["publisher", "genre", "URL", "DOI"]],
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

/** With more than this missing, it is the type that is doubtful, not the record. */
const mostMissing = 2;

export const incompleteMetadata: Rule = {
  code: "incomplete-metadata",
  group: "sources",
  severity: "warning",
  rule: "The full reference lacks a field that its type requires.",
  remedy: "Complete the record.",
  caution:
    "Judged only where every word and number of the reference was understood; types other than article, book, chapter and thesis are not judged.",
  examples: {
    fires: page(marked, [ames.replace("2011;4(2)", "4(2)"), bell, cole]),
    silent: page(marked, [ames, bell, cole]),
  },
  *check({ analysis, items }) {
    for (const source of analysis.sources) {
      const needs = required[source.csl.type];
      if (!needs || isNews(source.csl)) continue;
      const described = source.descriptions.flatMap((d) => items.get(d) ?? []);
      // Words that no field accounts for may be the field that seems to be missing.
      if (!described.every(readWhole)) continue;
      const at = described[0] ?? source.mentions.flatMap((m) => items.get(m) ?? [])[0];
      const missing = needs
        .filter((any) => !any.some((f) => source.csl[f] !== undefined))
        .map((any) => String(any[0]))
        .filter((field) => field !== "author" || !isReporter(source.csl));
      if (missing.length === 0 || missing.length > mostMissing) continue;
      yield {
        subjects: [onSource(source)],
        spans: at ? [spanOf(at)] : [],
        quote: nameOf(source),
        message: `${source.label} lacks ${missing.map((f) => words[f] ?? f).join(" and ")}. Complete the record.`,
        data: { type: source.csl.type, missing },
      };
    }
  },
};
