/** Audit rule: neither the document nor the reviewer gives a date. */
import { ames, bell, cole, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { onDocument } from "../subjects.ts";

export const documentUndated: Rule = {
  code: "document-undated",
  title: "Document without a date",
  group: "sources",
  severity: "info",
  rule: "The document has no date and no as-of date was given, so staleness is not judged.",
  remedy: "Give an as-of date.",
  caution: "A date that stands only in the file’s name or on its site is not seen.",
  examples: {
    fires: page(marked, [ames, bell, cole]),
    silent: page(`${marked}\n\nLast updated: 14 October 2021`, [ames, bell, cole]),
  },
  *check({ analysis, options }) {
    if (analysis.document.date !== null || options.asOf !== null) return;
    const dated =
      /\b(?:last (?:updated|reviewed|edited|modified)|published|adopted|updated|date|version of|posted)\b[^.\n]{0,40}\b(?:1[5-9]|20)\d\d\b/i;
    if (analysis.statements.some((s) => s.kind !== "claim" && dated.test(s.text))) return;
    yield {
      subjects: [onDocument],
      spans: [],
      quote: "",
      message: "The document gives no date, so the age of its sources is not judged. Give an as-of date.",
    };
  },
};
