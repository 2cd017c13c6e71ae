/** Identifier syntax and check digits shared by the reference parser and the audit: DOI, ISBN, ISSN, PMID, arXiv. */

/** Returns true where the ISBN (10 or 13 digits, hyphens and blanks allowed) has a right check digit. */
export function isValidIsbn(text: string): boolean {
  const s = text.replace(/[^\dXx]/g, "").toUpperCase();
  if (/^\d{9}[\dX]$/.test(s)) {
    let sum = 0;
    for (let i = 0; i < 10; i++) sum += (s[i] === "X" ? 10 : Number(s[i])) * (10 - i);
    return sum % 11 === 0;
  }
  if (!/^97[89]\d{10}$/.test(s)) return false;
  let sum = 0;
  for (let i = 0; i < 13; i++) sum += Number(s[i]) * (i % 2 === 0 ? 1 : 3);
  return sum % 10 === 0;
}

/** Returns true where the ISSN (eight characters, hyphen allowed) has a right check digit. */
export function isValidIssn(text: string): boolean {
  const s = text.replace(/[^\dXx]/g, "").toUpperCase();
  if (!/^\d{7}[\dX]$/.test(s)) return false;
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += (s[i] === "X" ? 10 : Number(s[i])) * (8 - i);
  return sum % 11 === 0;
}

/** Returns true for a string of the shape the DOI handbook allows: "10." registrant "/" suffix. */
export function isValidDoi(text: string): boolean {
  return /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(text);
}

/** Returns the bare DOI of "https://doi.org/10.1/x", "doi:10.1/x" and the like, trailing punctuation dropped. */
export function bareDoi(text: string): string {
  return trimUrl(text.replace(/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:?)\s*/i, ""));
}

/**
 * Returns the address without the punctuation that belongs to the sentence: a closing bracket stays only when its
 * opening one is inside. Linear in length.
 */
export function trimUrl(text: string): string {
  const balance = new Map<string, number>();
  for (const c of text) {
    const close = CLOSING[c];
    if (close !== undefined) balance.set(close, (balance.get(close) ?? 0) + 1);
    else if (CLOSERS.includes(c)) balance.set(c, (balance.get(c) ?? 0) - 1);
  }
  let end = text.length;
  for (; end > 0; end--) {
    const last = text[end - 1] ?? "";
    if (CLOSERS.includes(last)) {
      const left = balance.get(last) ?? 0;
      if (left >= 0) break;
      balance.set(last, left + 1);
    } else if (!TRAILING.includes(last)) break;
  }
  return text.slice(0, end);
}

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "<": ">" };
const CLOSERS = ")]}>";
const TRAILING = ".,;:!?'\"’”»";
