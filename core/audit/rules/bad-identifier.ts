/** Audit rule: an identifier that cannot be right. */
import { isValidDoi, isValidIsbn, isValidIssn, trimUrl } from "../../identifiers.ts";
import type { Rule } from "../rule.ts";
import { onNote } from "../subjects.ts";

const named =
  /\b(?:doi:?\s*|(?:https?:\/\/)?(?:dx\.)?doi\.org\/)(?<doi>[^\s,;]+)|\bISBN(?:-1[03])?:?\s*(?<isbn>[\dXx][\dXx \u2010-\u2013-]{8,20}[\dXx])|\bISSN:?\s*(?<issn>\d{4}[\u2010-\u2013-]?\d{3}[\dXx])|\bPMID:?\s*(?<pmid>\d+)|\borcid\.org\/(?<orcid>[\dX-]{15,23})/gi;

/** ISO 7064 mod 11-2, as ORCID uses it. */
function isValidOrcid(text: string): boolean {
  const digits = text.replace(/[^\dX]/gi, "").toUpperCase();
  if (!/^\d{15}[\dX]$/.test(digits)) return false;
  let sum = 0;
  for (const digit of digits.slice(0, 15)) sum = (sum + Number(digit)) * 2;
  const check = (12 - (sum % 11)) % 11;
  return digits[15] === (check === 10 ? "X" : String(check));
}

function problemOf(
  groups: Readonly<Record<string, string | undefined>>,
): readonly [string, string, string] | null {
  const { doi, isbn, issn, pmid, orcid } = groups;
  if (doi !== undefined) {
    const value = trimUrl(doi);
    return isValidDoi(value) ? null : ["DOI", value, "a DOI is 10.NNNN/suffix"];
  }
  if (isbn !== undefined) {
    const digits = isbn.replace(/[^\dXx]/g, "");
    if (digits.length !== 10 && digits.length !== 13) return ["ISBN", isbn, "an ISBN has 10 or 13 digits"];
    return isValidIsbn(digits) ? null : ["ISBN", isbn, "its check digit is wrong"];
  }
  if (issn !== undefined) return isValidIssn(issn) ? null : ["ISSN", issn, "its check digit is wrong"];
  if (pmid !== undefined)
    return /^[1-9]\d{0,7}$/.test(pmid) ? null : ["PMID", pmid, "a PMID has 1 to 8 digits"];
  if (orcid !== undefined) return isValidOrcid(orcid) ? null : ["ORCID", orcid, "its check digit is wrong"];
  return null;
}

export const badIdentifier: Rule = {
  code: "bad-identifier",
  severity: "error",
  rule: "A DOI, ISBN, ISSN, PMID or ORCID has the wrong shape or check digit.",
  remedy: "Correct the identifier.",
  examples: {
    fires:
      "Lead is bad for children.1\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19. doi:11.5555/jw.2011.10\n",
    silent:
      "Lead is bad for children.1\n\n1 Ames C. Lead in pipes. J Water. 2011;4:10-19. doi:10.5555/jw.2011.10\n",
  },
  *check({ analysis, text }) {
    for (const note of analysis.notes)
      for (const match of text.slice(note.bodyStart, note.end).matchAll(named)) {
        const problem = problemOf(match.groups ?? {});
        if (problem === null) continue;
        const [kind, value, reason] = problem;
        const start = note.bodyStart + match.index + match[0].indexOf(value);
        yield {
          subjects: [onNote(note)],
          spans: [{ start, end: start + value.length }],
          quote: value,
          message: `${kind} ${value} cannot be right: ${reason}. Correct it.`,
          data: { kind, value },
        };
      }
  },
};
