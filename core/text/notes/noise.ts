/** Finds the page's own links behind a reference ("[DOI] [PubMed] [Google Scholar]", "↩"), which are no part of it. */

const LINK =
  "(?:DOI|PubMed(?: Central)?|PMC(?: free article)?|Free PMC article|Google Scholar|Cross ?Ref|Medline|Web of Science(?:®)?|ISI|Scopus|ADS|NASA ADS|CAS|Chem(?:ical Abstracts|Port)|Abstract|Full Text(?: PDF)?|PDF|Article|Publisher Full Text|OpenURL|View Article|Taylor & Francis Online|Wiley Online Library|Europe PMC|MathSciNet|zbMATH|Link|Ref list|SFX|HTML|BioMed Central|Springer|ScienceDirect|Crossref Full Text)";
/** Links that nothing but a page would print, so that one of them is enough where the entry has ended. */
const PLAIN = "(?:Google Scholar|Cross ?Ref|PubMed(?: Central)?|Free full text|Free PMC article|View)";
/** In brackets one is enough; most bare words must come as a row of them. */
const TAIL = new RegExp(
  `(?:\\s*\\[(?:${LINK}|\\d{1,4}:?)\\])*(?:\\s*(?:↩|↑|⏎|\\^)[\\ufe0e\\ufe0f]?(?:\\s*\\d{0,3})?){1,12}\\s*$|(?:\\s*[[(]${LINK}[\\])][,;.]?){1,12}\\s*$|(?:\\s+(?:${LINK}|${PLAIN})){2,12}\\s*$|(?<=[.\\d/]\\S{0,30})\\s+${PLAIN}\\s*$`,
  "i",
);
const WHOLE = new RegExp(`^(?:[\\s|·,]*[[(]?${LINK}[\\])]?){1,12}[\\s|.]*$`, "i");
const WINDOW = 240;

/** Returns where the words of an entry end, before page links and back-links. */
export function wordsEnd(text: string, start: number, end: number): number {
  const last = text.charCodeAt(end - 1);
  // Only a bracket, a back-link sign or a link word can close such a tail.
  if (
    last !== 93 &&
    last !== 41 &&
    last < 0x2190 &&
    !/↩[\ufe0e\ufe0f]? ?\d{1,3}$/.test(text.slice(Math.max(start, end - 6), end)) &&
    !/(?:Scholar|PDF|Article|Text|Pub ?Med|CAS|Online|Cross ?Ref|View)$/i.test(
      text.slice(Math.max(start, end - 8), end),
    )
  )
    return end;
  const from = Math.max(start, end - WINDOW);
  const m = TAIL.exec(text.slice(from, end));
  return m ? Math.max(start, from + m.index) : end;
}

/** True for a line of nothing but page links. */
export function isNoise(text: string, start: number, end: number): boolean {
  return end - start <= WINDOW && end > start && WHOLE.test(text.slice(start, end));
}

/** True for a line of nothing but a DOI or an address: it belongs to the entry above. */
export function isAddress(text: string, start: number, end: number): boolean {
  return (
    end - start < 300 && /^(?:doi:?\s?|https?:\/\/|www\.|10\.\d{4,9}\/)\S*$/i.test(text.slice(start, end))
  );
}
