/** Guesses the language of a title by its small words. */

const SMALL: Readonly<Record<string, readonly string[]>> = {
  en: ["the", "of", "and", "in", "for", "on", "with", "from", "to", "by", "at", "an"],
  de: [
    "der",
    "die",
    "das",
    "und",
    "des",
    "im",
    "für",
    "zur",
    "zum",
    "von",
    "dem",
    "den",
    "ein",
    "eine",
    "über",
  ],
  fr: ["le", "la", "les", "des", "du", "et", "une", "dans", "pour", "sur", "aux", "au", "d", "l"],
  it: ["il", "di", "della", "del", "nel", "nella", "delle", "dei", "e", "gli", "per", "con", "una", "alla"],
  es: ["el", "los", "las", "y", "del", "en", "por", "para", "una", "con", "la", "de"],
};

const LANGUAGES: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, string[]>();
  for (const [language, list] of Object.entries(SMALL))
    for (const word of list) map.set(word, [...(map.get(word) ?? []), language]);
  return map;
})();

/** Returns the BCP 47 code where two small words speak for one language and clearly more than for any other. */
export function languageOf(title: string): string | null {
  const score = new Map<string, number>();
  for (const word of title
    .slice(0, 400)
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [])
    for (const language of LANGUAGES.get(word) ?? []) score.set(language, (score.get(language) ?? 0) + 1);
  const [first, second] = [...score].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!first || first[1] < 2 || (second && second[1] * 2 > first[1])) return null;
  return first[0];
}
