/** Tells what a note says of who wrote the document: offices, schools and thanks, which look like short forms. */
import type { Note } from "../../model.ts";
import type { CutCite } from "./cut.ts";
import { fullEvidence } from "./full.ts";

/** "Associate Professor of Law, Tilden University. Thanks to …": how what a star beside the name leads to begins. */
const ABOUT_AUTHOR =
  /^(?:The authors?\s|(?:\p{Lu}\p{Ll}+\s){0,3}(?:Professor|Lecturer|Fellow|Reader|Dean|Instructor|Candidate|Student|Attorney|Law Clerk|Counsel|Librarian|Archivist|Scholar|Privatdozent\p{L}*|Professeure?)(?!\p{L})|(?:J\.?D|Ph\.?\s?D|LL\.?M)\.?(?:,|\s[Cc]andidate))/u;

/** Whether the whole note is about the author. */
export const isAboutAuthor = ({ label }: Note, body: string, cites: readonly CutCite[]): boolean =>
  label !== null &&
  /^[*†‡]+$/.test(label) &&
  ABOUT_AUTHOR.test(body.trimStart()) &&
  fullEvidence(body) !== "strong" &&
  cites.every(({ reading: { form } }) => form === "short" || form === "vague");

/** "Associate Professor of Law, University of Carver. I thank …": an office with its place, in any note. */
const AUTHORS_OFFICE =
  /^(?:(?:Associate|Assistant|Adjunct|Visiting|Emerit(?:us|a)|Distinguished|Senior|Junior|Research|Clinical)\s){0,3}(?:(?:Professor|Lecturer|Law\sClerk|(?:Ph\.?D\.?|J\.?D\.?|LL\.?M\.?|Doctoral|Postdoctoral)\s(?:Candidate|Student|Fellow|Researcher))(?:,|\s(?:of|in|at|emerit(?:us|a)))|(?:Fellow|Reader|Instructor)\s(?:of|in|at))\s/u;
const THANKS =
  /^(?:(?:I|We|The authors?)\s(?:\p{L}+\s){0,2}(?:thanks?|am grateful|are grateful|is grateful|acknowledges?|am indebted|are indebted)|(?:My|Our)\s(?:\p{L}+\s)?(?:thanks|gratitude)|(?:Many\s)?[Tt]hanks (?:to|are due))\s/u;

/** Whether the words at a place of a note begin to say who writes, or whom he thanks. */
export const opensAboutAuthor = (words: string): boolean => AUTHORS_OFFICE.test(words) || THANKS.test(words);
