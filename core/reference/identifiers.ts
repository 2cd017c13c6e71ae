/** Finds the identifiers of a reference by their own grammar: DOI, PMID, PMCID, arXiv, ISBN, ISSN, URL, access date. */
import { trimUrl } from "../identifiers.ts";
import type { Span } from "../model.ts";

export interface FoundIdentifier extends Span {
  readonly field: "DOI" | "PMID" | "PMCID" | "arXiv" | "ISBN" | "ISSN" | "URL" | "accessed";
  readonly value: string;
}

/** "example.org/rain": an address without its scheme needs a path. */
const BARE_ADDRESS =
  /(?<![\p{L}\d@./_-])(?:[a-z\d](?:[a-z\d-]{0,60}[a-z\d])?\.){1,4}[a-z]{2,12}\/(?=[^\s/])[^\s<>"“”«»]*/gu;

const PATTERNS: readonly (readonly [FoundIdentifier["field"], RegExp])[] = [
  ["URL", /\b(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"“”«»]+/giu],
  ["URL", BARE_ADDRESS],
  // A DOI begins with 10; after the word "doi" a wrong number is still meant as one.
  [
    "DOI",
    /(?<![\w.])10\.\d{4,9}(?:\.\d+)*\/[^\s<>"“”«»]+|(?<=\bdoi:?\s{0,2})\d[\d.]{1,11}\/[^\s<>"“”«»]+/giu,
  ],
  ["PMCID", /\bPMC ?\d{5,9}\b/gu],
  ["PMID", /\bPMID:?\s*(\d{4,9})\b/giu],
  ["arXiv", /\barxiv:\s*([a-z-]+(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5}(?:v\d+)?)/giu],
  ["ISBN", /\bISBN(?:-1[03])?:?\s*((?:97[89][-– ]?)?(?:\d[-– ]?){9}[\dXx])(?!\d)/gu],
  ["ISSN", /\bISSN:?\s*(\d{4}[-–]?\d{3}[\dXx])(?!\d)/gu],
  [
    "accessed",
    /\b(?:last\s+)?(?:accessed|retrieved|viewed|visited|abgerufen|zugriff|consult[ée]e?|consultado|visto|consultat[oa]|(?:ultimo |data di )?(?:accesso|consultazione)|acess?o em|acedido)(?:\s+(?:on|am|le|el|the|il|in data|del|em|a))*:?\s+([^;()[\]]{6,40}?\d{4})(?!\d)/giu,
  ],
];

/** Characters looked at: as many as the tokens that are read. */
const LONGEST = 20_000;

/** Returns the identifiers in order of place, none overlapping another. */
export function findIdentifiers(raw: string): readonly FoundIdentifier[] {
  const out: FoundIdentifier[] = [];
  const text = raw.length > LONGEST ? raw.slice(0, LONGEST) : raw;
  for (const [field, pattern] of PATTERNS) {
    // A scheme that no address begins with was broken, and the address with it.
    if (pattern === BARE_ADDRESS && (!/[a-z\d]\.[a-z]{2,12}\//.test(text) || /https?(?!:\/\/)/i.test(text)))
      continue;
    for (const m of text.matchAll(pattern)) {
      const found = m[1] ?? m[0];
      const from = m.index + m[0].indexOf(found);
      const value = trimUrl(found);
      const doi = field === "URL" ? /^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/(?=10\.)/i.exec(value) : null;
      const start = doi ? from + doi[0].length : from;
      const span = { start, end: from + value.length };
      if (out.some((o) => span.start < o.end && o.start < span.end)) continue;
      if (doi) out.push({ field: "DOI", value: value.slice(doi[0].length), ...span });
      else out.push({ field, value, ...span });
    }
  }
  return out.sort((a, b) => a.start - b.start);
}
