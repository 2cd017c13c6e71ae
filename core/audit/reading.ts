/** How completely a reference was read: a rule that misses a field must know that the field is not there. */
import type { CitationItem } from "../model.ts";

/** Words that stand between the fields of a reference and say nothing by themselves. */
const between = new Set(
  "vol volume bd band no nr issue num number pp p pages page s seiten doi https http dx org www pmid pmcid isbn issn eissn in and und et al ed eds edn edition edited hrsg hg by available at from accessed retrieved online internet serial print epub published the a of on first hier here ici qui aquí t tome tomo dans en esp especially note fn ff f sq table figure fig chapter ch section sec para art bl fol folio".split(
    " ",
  ),
);

/**
 * Returns the words and numbers of a full citation that no field of its reading accounts for, as printed. Empty
 * when all of it was understood; null when the citation carries no reading. Linear in the citation.
 */
export function unreadWords(item: CitationItem): readonly string[] | null {
  if (item.reference === null) return null;
  const read = new Uint8Array(item.end - item.start);
  for (const field of item.reference.evidence)
    read.fill(1, Math.max(0, field.start - item.start), Math.max(0, field.end - item.start));
  const place = new Set(item.pinpoint?.value.match(/[\p{L}\p{N}]+/gu) ?? []);
  return [...item.raw.matchAll(/[\p{L}\p{N}]+/gu)]
    .filter((word) => read[word.index] === 0 && !place.has(word[0]) && !between.has(word[0].toLowerCase()))
    .map((word) => word[0]);
}

/**
 * Returns true when the citation was read whole: nothing is left over, and its reader was not quite unsure of it.
 * A reading that leaves nothing over is trusted even so with `leniently`.
 */
export const readWhole = (item: CitationItem, leniently = false): boolean =>
  item.reference !== null &&
  (leniently || item.reference.confidence !== "proposed") &&
  unreadWords(item)?.length === 0;
