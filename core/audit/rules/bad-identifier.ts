/** Audit rule: an identifier that cannot be right. */
import { isValidDoi, isValidIsbn, isValidIssn, trimUrl } from "../../identifiers.ts";
import type { Csl } from "../../model.ts";
import { ames, bell, cole, marked, page } from "../example.ts";
import type { Rule } from "../rule.ts";
import { nameOf, onNote, onSource, spanOf } from "../subjects.ts";

const named =
  /\b(?:doi:?\s*(?:https?:\/\/(?:dx\.)?doi\.org\/)?|(?:dx\.)?doi\.org\/)(?<doi>\d[^\s,;]*)|\bISBN(?:-1[03])?:?\s*(?<isbn>[\dXx][\dXx \u2010-\u2013-]{8,20}[\dXx])|\bISSN:?\s*(?<issn>\d{4}[\u2010-\u2013-]?\d{3}[\dXx])|\bPMID:?\s*(?<pmid>\d+)|\borcid\.org\/(?<orcid>[\dX-]{15,23})/gi;

/** ISO 7064 mod 11-2, as ORCID uses it. */
function isValidOrcid(text: string): boolean {
  const digits = text.replace(/[^\dX]/gi, "").toUpperCase();
  if (!/^\d{15}[\dX]$/.test(digits)) return false;
  let sum = 0;
  for (const digit of digits.slice(0, 15)) sum = (sum + Number(digit)) * 2;
  const check = (12 - (sum % 11)) % 11;
  return digits[15] === (check === 10 ? "X" : String(check));
}

interface Problem {
  readonly kind: "DOI" | "ISBN" | "ISSN" | "PMID" | "ORCID";
  readonly value: string;
  readonly reason: string;
}

function doiProblem(text: string): Problem | null {
  const value = trimUrl(text);
  // Cut by a blank or a line end: the copy lost the rest.
  if (/^10(?:\.\d*\/?)?$/.test(value)) return null;
  return isValidDoi(value) ? null : { kind: "DOI", value, reason: "a DOI is 10.NNNN/suffix" };
}

/** What follows the number (a year) is not part of it: 13 digits behind 978 or 979, else 10. */
function isbnProblem(text: string): Problem | null {
  const length = /^97[89]/.test(text) ? 13 : 10;
  const value = new RegExp(`^(?:[\\dXx][ \u2010-\u2013-]*){1,${length}}`).exec(text)?.[0].trimEnd() ?? text;
  if (value.replace(/[^\dXx]/g, "").length < length)
    return { kind: "ISBN", value, reason: "an ISBN has 10 or 13 digits" };
  return isValidIsbn(value) ? null : { kind: "ISBN", value, reason: "its check digit is wrong" };
}

const wrongDigit = (kind: Problem["kind"], value: string, valid: boolean): Problem | null =>
  valid ? null : { kind, value, reason: "its check digit is wrong" };

function problemOf(groups: Readonly<Record<string, string | undefined>>): Problem | null {
  const { doi, isbn, issn, pmid, orcid } = groups;
  if (doi !== undefined) return doiProblem(doi);
  if (isbn !== undefined) return isbnProblem(isbn);
  if (issn !== undefined) return wrongDigit("ISSN", issn, isValidIssn(issn));
  if (orcid !== undefined) return wrongDigit("ORCID", orcid, isValidOrcid(orcid));
  if (pmid === undefined || /^[1-9]\d{0,7}$/.test(pmid)) return null;
  return { kind: "PMID", value: pmid, reason: "a PMID has 1 to 8 digits" };
}

/** The fields of a bibliography record, which no note prints. */
const recordProblems = (csl: Csl): readonly Problem[] =>
  [{ doi: csl.DOI }, { isbn: csl.ISBN }, { issn: csl.ISSN }, { pmid: csl.PMID }].flatMap(
    (groups) => problemOf(groups) ?? [],
  );

const message = ({ kind, value, reason }: Problem): string =>
  `${kind} ${value} cannot be right: ${reason}. Correct it.`;

export const badIdentifier: Rule = {
  code: "bad-identifier",
  title: "Identifier is not valid",
  group: "sources",
  severity: "error",
  rule: "A DOI, ISBN, ISSN, PMID or ORCID has the wrong shape or check digit.",
  remedy: "Correct the identifier.",
  caution:
    "Punctuation behind a DOI is stripped first, brackets inside it stay. A DOI of the right shape may still lead nowhere: nothing is looked up.",
  examples: {
    fires: page(marked, [`${ames} doi:11.5555/jw.2011.10`, bell, cole]),
    silent: page(marked, [`${ames} doi:10.5555/jw.2011.10`, bell, cole]),
  },
  *check({ analysis, items, text }) {
    for (const note of analysis.notes)
      for (const match of text.slice(note.bodyStart, note.bodyEnd).matchAll(named)) {
        const problem = problemOf(match.groups ?? {});
        if (problem === null) continue;
        const { kind, value } = problem;
        const start = note.bodyStart + match.index + match[0].lastIndexOf(value);
        yield {
          subjects: [onNote(note)],
          spans: [{ start, end: start + value.length }],
          quote: value,
          message: message(problem),
          data: { kind, value },
        };
      }
    for (const source of analysis.sources) {
      const cited = source.mentions.flatMap((m) => items.get(m) ?? []);
      // A full description prints what was looked at above; a key or a short form in a note prints no identifier.
      if (cited.some((item) => item.note !== null && item.form === "full")) continue;
      for (const problem of recordProblems(source.csl))
        yield {
          subjects: [onSource(source)],
          spans: cited.slice(0, 1).map(spanOf),
          quote: problem.value,
          message: message(problem),
          data: { kind: problem.kind, value: problem.value, source: nameOf(source) },
        };
    }
  },
};
