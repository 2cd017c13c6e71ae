/**
 * Words and names by which formats with links tell notes and reference entries from other targets: headings of
 * lists, ids, class names. Evidence only; each reader weighs it with what its format knows.
 */

/** Heading of a list of references. */
export const referenceHeading =
  /^\W*(?:\d+\.?\s*)?(?:references?|bibliograph\w*|works cited|literature(?: cited)?|sources|literatur\w*|quellen\w*|références|bibliographie|referencias|bibliografía)\b/i;

/** Heading of a list of notes. */
export const noteHeading =
  /^\W*(?:\d+\.?\s*)?(?:(?:foot|end)?notes?|notes and references|citations|anmerkungen|fußnoten|einzelnachweise|notas|notes et références)\b/i;

/** Class name or id of a note, an entry or a list of them. */
export const noteWord =
  /(?:^|[-_\s])(?:(?:foot|end|side)?notes?|fn|ftn|references?|refs?|reflist|ref-?list|bibliograph\w*|biblio|works-?cited|citations?|citation-list|csl-bib-body|csl-entry|ltx_bibitem|msofootnotetext|msoendnotetext)(?:$|[-_\s])/i;

/** Id of one note or entry: "fn1", "cite_note-3", "ref-CR12", "bib0325", "CITEREFRowe1979". */
export const noteId =
  /^(?:[a-z]{1,8}[-_:.])?(?:cite_?note|(?:foot|end|ed)note|_?(?:ftn|edn|fn|en|n)|note|ref|reference|bib|biblio|bibr|cit|cite|citation|citeref|cr|rf|b|r|c)s?[-_:.]?\w{0,4}[-_:.]?\d|^CITEREF|bib\d/i;

/** Id of a figure, table, section and the like. */
export const otherId =
  /^(?:[a-z]{1,8}[-_:.])?(?:fig|figure|tab|table|tbl|eq|eqn|equ|sec|section|app|appendix|supp|box|moesm|video|scheme|toc|line|page|par|para)[-_:.]?[a-z]?\d/i;

/** Words of a link to a figure, table, section and the like. */
export const otherWords =
  /^\W*(?:fig|figure|table|tab|eq|equation|section|sec|appendix|box|scheme|suppl|chapter|video|movie)\b/i;

/** A year as in-text citations give it. */
export const yearWord = /\b(?:1[5-9]|20)\d\d[a-z]?\b/;
