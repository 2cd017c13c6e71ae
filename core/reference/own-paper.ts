/** Tells the place from the house where the imprint of a paper names only one: what a body prints of itself has no other house. */
import { hasBodyWord } from "./names.ts";

/** Titles that only a body gives to what it reports of itself or counts. */
const OWN_PAPER =
  /\b(?:(?:Annual|Final|Interim|Quarterly|Biennial|Activity|Progress)\s(?:Report|Review|Accounts|Statement)|Accounts|Yearbook|Statistics|Census|Minutes|Budget)\b/u;
const TOWN = /^\W*\p{Lu}\p{Ll}{2,}(?:[\s-]\p{Lu}\p{Ll}{2,})?\W*$/u;

/** Whether the lone name in "National Board of Ferries, Annual Report 2017 (Ravenholm, 2018)" is where that was printed. */
export const isPlaceOfOwnPaper = (title: string, name: string): boolean =>
  OWN_PAPER.test(title) && TOWN.test(name) && !hasBodyWord(name) && !/\b(?:Press|Books|Verlag)\b/.test(name);
