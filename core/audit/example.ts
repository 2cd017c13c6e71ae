/** The page on which the rules show themselves: a heading, a paragraph, notes or a reference list. */

export const ames = "Ames C. Lead in the pipes of old houses. J Water. 2011;4(2):10-19.";
export const bell = "Bell D. Copper in the pipes of new houses. J Water. 2012;5(1):1-9.";
export const cole = "Cole E. Zinc in the taps of schools. J Water. 2013;6(3):20-29.";
export const dunn = "Dunn F. Flushing the tap each morning. J Water. 2014;7(4):31-38.";

/** A paragraph with three marked claims. */
export const marked =
  "Lead harms the brains of children.1 Many old houses still have lead pipes.2 Flushing the tap lowers the level.3";

/** Returns a plain text document; an entry without a number of its own gets the next one. */
export function page(body: string, notes: readonly string[] = [], heading = "Notes"): string {
  const lines = notes.map((note, i) => (/^[[\d]/.test(note) ? note : `${i + 1}. ${note}`));
  const list = notes.length === 0 ? "" : `\n${heading}\n\n${lines.join("\n")}\n`;
  return `Lead in drinking water\n\n${body}\n${list}`;
}

/** Returns a plain text document with an unnumbered bibliography. */
export const essay = (body: string, entries: readonly string[]): string =>
  `Lead in drinking water\n\n${body}\n\nReferences\n\n${entries.join("\n\n")}\n`;

export const amesApa = "Ames, C. (2011). Lead in the pipes of old houses. Journal of Water, 4(2), 10–19.";
export const bellApa = "Bell, D. (2012). Copper in the pipes of new houses. Journal of Water, 5(1), 1–9.";
export const coleApa = "Cole, E. (2013). Zinc in the taps of schools. Journal of Water, 6(3), 20–29.";
