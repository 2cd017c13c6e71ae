/** Reads the names of an in-text citation: "Brew, Davies & van Oort et al.", organisations, possessives. */

export interface Names {
  readonly names: readonly string[];
  readonly truncated: boolean;
  /** Where the names begin in the string read. */
  readonly start: number;
}

const PARTICLE =
  "(?:[dD]e|[dD]el|[dD]ella|[dD]er|[dD]en|[dD]os|[dD]as|[dD]a|[dD]i|[dD]u|[vV]an|[vV]on|[vV]om|[zZ]u|[zZ]ur|[tT]er|[tT]en|[tT]e|[lL]a|[lL]e|[eE]l|[aA]l|[bB]in|[bB]en|[iI]bn|[aA]f|[sS]aint|[sS]t\\.|’t|'t|[dD]’|[dD]')";
const WORD =
  "(?:[dDlLO]['’])?\\p{Lu}[\\p{L}\\p{M}'’ʼ.-]*|(?:al|el|an|ar|as|at|d|l|ben|ibn)[-'’]\\p{Lu}[\\p{L}\\p{M}'’-]*";
/** Small words inside the name of an organisation. */
const INNER = "(?:of|the|for|and|on|in|de|des|du|la|le|les|et|y|für|der|die|und|to|against|pour|del|do|da|&)";
const ET_AL =
  "(?:et\\.?\\s?al(?:ii|ia)?\\b\\.?|and (?:others|colleagues|co-?workers|associates)|& (?:others|colleagues)|u\\.\\s?a\\.|et coll\\.|y (?:otros|cols\\.)|и др\\.)";

const etAl = new RegExp(`[,\\s]*${ET_AL}[\\s,]*$`, "iu");
const connector = /\s*(?:,\s*(?:and|&|und|et|y|e)\s+|\s+(?:and|&|und|et|y|e|with)\s+|\s*&\s*|,\s*|\s*\/\s*)/u;
const person = new RegExp(
  `^(?:(?:\\p{Lu}\\.?[\\s-]?){0,3}\\s?)?(?:${PARTICLE}[\\s-]?){0,3}(?:${WORD})(?:[\\s](?:${PARTICLE}\\s){0,2}(?:${WORD})){0,2}(?:\\s(?:Jr|Sr|II|III)\\.?)?$`,
  "u",
);
const organisation = new RegExp(
  `^(?:[Tt]he\\s)?(?:${WORD}|[A-Z]{2,})(?:[\\s,]+(?:${WORD}|${INNER}|[A-Z]{2,}|\\([A-Z]{2,8}\\)|\\[[A-Z]{2,8}\\])){0,14}$`,
  "u",
);
const possessive = /['’]s?$/;

/** "MUSEU DO RIO": where all is printed in capitals, a word at the end is no row of initials. */
const inCapitals = (part: string, end: string): boolean => /\p{Lu}{3}$/u.test(end) && !/\p{Ll}/u.test(part);

/** Longest run of characters read as names. */
export const NAMES_WINDOW = 220;

/** Returns the names a whole string consists of, or null where it holds other words. */
export function parseNames(source: string): Names | null {
  let s = source
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[,;:]+$/, "")
    .trim();
  if (s.length === 0 || s.length > NAMES_WINDOW || !/\p{Lu}|^al-|^d['’]/u.test(s)) return null;
  const cut = etAl.exec(s);
  const truncated = cut !== null;
  if (cut) s = s.slice(0, cut.index).trim().replace(/,$/, "");
  s = s.replace(/,?\s\(?(?:eds?\.?|editors?|Hg\.|Hrsg\.)\)?$/, "");
  s = s.replace(possessive, "");
  if (s === "") return null;
  const parts = s.split(connector).filter((p) => p !== "" && p !== undefined);
  const persons = parts.map((part) =>
    part.replace(/\s\p{Lu}{1,2}\.?(?:\p{Lu}\.?)*$/u, (end, at: number) =>
      at > 0 && !inCapitals(part, end) ? "" : end,
    ),
  );
  if (persons.every((part) => person.test(part) && !/^\p{Lu}\.$/u.test(part))) {
    const names = persons
      .map((part) => part.replace(/^(?:\p{Lu}\.[\s-]?)+\s?/u, "").replace(possessive, ""))
      .filter((n) => n !== "");
    if (names.length > 0) return { names, truncated, start: 0 };
  }
  if (organisation.test(s)) return { names: [s.replace(/\s*[([][A-Z]{2,8}[\])]$/, "")], truncated, start: 0 };
  return null;
}

/** "J. ", "A. B. " in front of a surname. */
export const LEADING_INITIALS = /^(?:\p{Lu}\.[\s-]?){1,3}(?=\p{L}{2})/u;

/** Returns the initial in front of the first name of a citation as printed, "J. Li et al. 2018" → "J". */
export function initialOf(raw: string): string | null {
  return /^(\p{Lu})\.[\s-]?(?:\p{Lu}\.[\s-]?)*\p{Lu}/u.exec(raw)?.[1] ?? null;
}

/** Words that may stand in front of a citation inside its bracket. */
const PREFIX =
  /^(?:(?:see also|see especially|see e\.g\.|see for (?:review|example)|but see|see|e\.g\.|i\.e\.|cf\.|for (?:a )?(?:review|reviews|example|instance|details|further (?:details|discussion)|an? \w+)[,:]?(?: see)?|reviewed (?:in|by)|review(?:s|ed)?(?: in| by)?|as (?:cited|quoted|reported|described|discussed|reviewed|shown|defined) (?:in|by)|cited (?:in|by|from)|quoted in|qtd\.? in|adapted (?:from|after)|modified (?:from|after)|taken from|data from|based on|according to|following|from|after|by|in|and|also|especially|particularly|compare|contra|vgl\.|siehe|z\.\s?b\.|zit\. n\.|zitiert nach|voir|par ex\.|sensu|including|such as|both|or|with|reported (?:in|by)|described (?:in|by)|proposed by|developed by|using|source:?|sources:?|accessed|updated|per|and references therein|references? in|calculated from|derived from|obtained from|available (?:from|in|at))[\s,:]+)+/i;

/**
 * Returns the names at the end of a string whose front may hold other words, and where they begin. A known prefix is
 * cut off first; else the longest run of name words is taken.
 */
export function namesAtEnd(source: string): Names | null {
  const lead = source.length - source.trimStart().length;
  const whole = parseNames(source);
  const prefix = PREFIX.exec(source.slice(lead));
  if (prefix) {
    const start = lead + prefix[0].length;
    const names = parseNames(source.slice(start));
    if (names) return { ...names, start };
  }
  if (whole) return { ...whole, start: lead };
  const window = source.slice(-NAMES_WINDOW);
  const offset = source.length - window.length;
  // Tried from the longest: each place where a name may begin behind a blank or a bracket.
  const starts = [
    ...window.matchAll(
      /(?:^|[\s(“"‘])(?=\p{Lu}|(?:de|del|der|den|van|von|al|el|la|le|du|di|da|dos|ter|ten)[\s-])/gu,
    ),
  ].slice(-9);
  for (const m of starts) {
    const at = m.index + m[0].length;
    if (/\p{Lu}\p{L}*$/u.test(window.slice(0, at).trimEnd()) && m[0] !== "" && /[\s]/.test(m[0])) {
      // A capital word stands right in front: the run is longer than this start.
      if (parseNames(window.slice(at)) === null) continue;
    }
    const names = parseNames(window.slice(at));
    if (names) return { ...names, start: offset + at };
  }
  return null;
}
