/** A line that ends with the word of a place, "p.", whose number begins the next: no label of a note or an item. */

const WORD =
  /(?:^|[\s(])(?:pp?|pages?|S|Seiten?|Bl|fol?s?|fl|ff?|nos?|n[°º]|Nr|núm|vols?|Bde?|Sp|cols?|Anm|Fn|nn?|Tab|Abb|figs?|chs?|chap|cap|arts?|Art|secs?|t|ll?|vv?|Rn|Rz|paras?|lib|tom)\.?$/u;

/** Returns whether the number that begins `next` belongs to the word that ends `line`. */
export const isTornPlace = (line: string, next: string): boolean =>
  /^\d/.test(next) && WORD.test(line.slice(-12));
