/** Audit rule: neither the document nor the reviewer gives a date. */
import type { Rule } from "../rule.ts";
import { onDocument } from "../subjects.ts";

export const documentUndated: Rule = {
  code: "document-undated",
  severity: "info",
  rule: "The document has no date and no as-of date was given, so staleness is not judged.",
  remedy: "Give an as-of date.",
  examples: {
    fires: "Lead is bad for children.1\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n",
    silent:
      "Lead is bad for children.1\n\nLast updated: 14 October 2021\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19.\n",
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
