/** Link and footnote definitions of a whole Markdown text, so that each piece can be parsed with those it uses. */

export interface Definitions {
  /** Lines of link definitions, by folded label. */
  readonly links: ReadonlyMap<string, string>;
  /** Labels of footnotes defined anywhere, folded. */
  readonly notes: ReadonlySet<string>;
}

/** Labels match without regard to case and white space (CommonMark 0.31, 4.7). */
export const foldLabel = (label: string): string => label.trim().replace(/\s+/g, " ").toLowerCase();

const definition = /^ {0,3}\[(\^?)([^[\]\n]{1,300})\]:[ \t]*(\S?[^\n]{0,2000})$/gm;

export function findDefinitions(text: string): Definitions {
  const links = new Map<string, string>();
  const notes = new Set<string>();
  for (const [line, caret, label, target] of text.matchAll(definition)) {
    if (caret !== "") notes.add(foldLabel(label!));
    else if (target !== "" && !links.has(foldLabel(label!))) links.set(foldLabel(label!), line.trim());
  }
  return { links, notes };
}

/** Returns the definitions a piece uses and does not hold, as lines to be put behind it. */
export function definitionsFor(piece: string, { links }: Definitions): string {
  if (links.size === 0) return "";
  const used = new Set<string>();
  for (const [, label] of piece.matchAll(/\[([^[\]\n]{1,300})\](?!:)/g)) {
    const line = links.get(foldLabel(label!));
    if (line !== undefined && !piece.includes(line)) used.add(line);
    if (used.size > 1_000) break;
  }
  return used.size === 0 ? "" : `\n\n${[...used].join("\n\n")}\n`;
}
