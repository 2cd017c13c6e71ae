/** The words behind which the work stands that was read in place of another: one table for all who ask. */

/** "Quoted in", "zit. nach", "cité dans", "citado por", "apud"; source of a pattern, to be set in a group. */
export const CITED_IN =
  "(?:as\\s)?(?:quoted|cited|qtd\\.?)\\s(?:in|by|from)|zit(?:iert|\\.)\\s(?:nach|n\\.|bei|in)|" +
  "cité(?:e|s|es)?\\s(?:dans|par|d['’]après)|cita[dt][oaie]s?\\s(?:in|da|en|em|por)|cit\\.\\s(?:en|em|por)|apud";
