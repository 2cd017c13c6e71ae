/** Tells the place from the house where the imprint of a paper names only one: what a body prints of itself has no other house. */
import { isListed } from "./gazetteer.ts";
import { hasBodyWord } from "./names.ts";

/** Titles that only a body gives to what it reports of itself or counts. */
const OWN_PAPER =
  /\b(?:(?:Annual|Final|Interim|Quarterly|Biennial|Activity|Progress)\s(?:Report|Review|Accounts|Statement)|Accounts|Yearbook|Statistics|Census|Minutes|Budget)\b/u;
const TOWN = /^\W*\p{Lu}\p{Ll}{2,}(?:[\s-]\p{Lu}\p{Ll}{2,})?\W*$/u;

/** A house that the list of publishers holds. */
const isHouse = (name: string): boolean =>
  (name.match(/\p{L}+/gu) ?? []).some((word) => isListed(word, "publisher"));

/**
 * Whether the lone word in "Heath Survey, Soils of the Coast (Torr, 2012)", a body's paper of any title, is a town. Two
 * words may be a house that is called after somebody.
 */
export const isPlaceOfBody = (name: string): boolean =>
  TOWN.test(name) && !/\p{L}[\s-]\p{L}/u.test(name) && !hasBodyWord(name) && !isHouse(name);

/** Whether the lone name in "National Board of Ferries, Annual Report 2017 (Ravenholm, 2018)" is where that was printed. */
export const isPlaceOfOwnPaper = (title: string, name: string): boolean =>
  OWN_PAPER.test(title) && TOWN.test(name) && !hasBodyWord(name) && !/\b(?:Press|Books|Verlag)\b/.test(name);
