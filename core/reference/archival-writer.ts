/**
 * Who wrote an unpublished paper, by what it is called: letters, diaries, wills, accounts. Does not say where it lies.
 */
import type { Span } from "../model.ts";
import type { Builder } from "./build.ts";
import { parseNames } from "./names.ts";

/** What goes to somebody or leads somewhere, and writes nothing. */
const NO_WRITER =
  "Access|Additions?|Address|Alterations?|Amendments?|Answers?|Appeals?|Appendix|Applications?|Approach|" +
  "Bills?|Changes|Circulars?|Claims?|Complaints?|Contributions?|Damage|Deputations?|Donations?|Entrance|" +
  "Evidence|Extensions?|Farewell|Gifts?|Grants?|Guide|Improvements?|Index|Instructions?|Introduction|" +
  "Invitations?|Invoices?|Journey|Key|Letters?|Licen[cs]es?|Memo(?:s|randum|randa)?|Memorials?|Messages?|" +
  "Minutes|Notes?|Notices?|Oath|Objections?|Orders?|Payments?|Petitions?|Postcards?|Preface|Presentations?|" +
  "Proposals?|Receipts?|Recommendations?|References?|Repairs|Replies|Reply|Reports?|Representations?|" +
  "Requests?|Resolutions?|Responses?|Returns?|Roads?|Routes?|Speech|Statements?|Submissions?|Subscriptions?|" +
  "Summons|Supplement|Telegrams?|Testimony|Tour|Visitors?|Visits?|Voyage|Warrants?|Way|Welcome";
/** "John Bray to the Admiralty"; "Bray to Hale" once both have been named. */
export const CORRESPONDENCE = new RegExp(
  `^()(\\p{Lu}[\\p{L}.’'-]*(?:\\s(?:de|van|von|\\p{Lu}[\\p{L}.’'-]*)){1,3}|(?!(?:${NO_WRITER})\\s)\\p{Lu}[\\p{L}’'-]{2,}(?=\\sto\\s\\p{Lu}[\\p{L}’'-]{2,}$))(\\sto\\s(?:\\p{Lu}|(?:the|his|her|their|an?)\\s\\p{L}).*)$`,
  "u",
);
/** "Pellow to the Board of Customs", "Hale to Bishop Carew": with a day behind it a surname alone is the writer's. */
const BY_SURNAME = new RegExp(
  `^()(?!(?:${NO_WRITER})\\s)(\\p{Lu}[\\p{L}’'-]{2,})(\\sto\\s(?:\\p{Lu}|(?:the|his|her|their|an?)\\s\\p{L}).*)$`,
  "u",
);
/** "Pfarrer Josef Maier an das Bezirksamt": the same in German, an office in front. */
const CORRESPONDENCE_AN =
  /^((?:(?:Pfarrer|Pastor|Kaplan|Abt|Bischof|Bürgermeister|Amtmann|Landrat|Stadtrat|Lehrer|Rektor|Kaufmann|Hauptmann|Oberst|Graf|Gräfin|Baron|Freiherr|Frau|Herr|Dr\.|Prof\.)\s){0,2})(\p{Lu}[\p{L}.’'-]+(?:\s(?:von|van|zu|\p{Lu}[\p{L}.’'-]+)){1,3})(\san\s(?:(?:das|den|die|dem|seine[nm]?|ihre[nm]?)\s)?\p{Lu}.*)$/u;
const LETTER =
  /^((?:Letter|Brief|Lettre|Lettera|Carta|Ofício|Dispatch|Report|Schreiben)s?(?:\s(?:(?:of|by|from|von|des|de|du|di|del|do|da)\s|d[’'])|[,:]\s(?=\p{Lu}[\p{L}.’'-]*\s\p{Lu})))(.+?)(\s(?:to|an|à|au|a|al|alla|ao|para)\s.+)$/u;
const PERSON =
  "((?:the\\s)?(?:(?:Right\\s|Very\\s)?(?:Rev|Revd|Reverend|Hon|Capt|Captain|Col|Colonel|Lt|Lieutenant|Maj|Major|Gen|General|Adm|Admiral|Sgt|Sergeant|Dr|Prof|Professor|Sir|Dame|Lady|Lord|Mr|Mrs|Miss|Ms|Fr|Father|Sister|Bishop|Pfarrers?|Frau|Herrn|Mme|Abbé|Don|Doña|Dom)\\.?\\s){0,2})(\\p{Lu}[\\p{L}.’'-]*(?:\\s(?:(?:de|van|von|da|du|di)\\s)?\\p{Lu}[\\p{L}.’'-]*){1,3})";
/** What a person writes of himself: "Diary of the Revd John Hale", "Will of Ann Orr", "Tagebuch der Clara Venn". */
const OWN_PAPER = new RegExp(
  `^((?:Diary|Diaries|Memoirs|Reminiscences|Recollections|Autobiography|Notebooks?|Commonplace [Bb]ook|(?:Last )?[Ww]ill(?: and [Tt]estament)?|Testament|Deposition|Affidavit|Confession|Tagebuch|Tagebücher|Erinnerungen|Journal intime|Diario|Diário)\\s(?:of|by|von|des|der|de|di|do|da)\\s)${PERSON}((?:,\\s(?:proved|dated|made|sworn|begun|kept)\\s.{2,40})?)$`,
  "u",
);
/** "Account of James Hale, cooper": the trade tells a person from a place or a subject. */
const BY_TRADE = new RegExp(
  `^((?:Accounts?|Bill|Invoice|Receipt|Statement|Declaration|Testimony|Journal|Petition|Rechnung|Mémoire|Conto)\\s(?:of|by|from|von|des|der|de|di)\\s)${PERSON}(,\\s\\p{Ll}[\\p{Ll} -]{2,40})$`,
  "u",
);

/** Sets the title and, where it names one, the writer. */
export function nameTitle(b: Builder, title: Span, prove: (field: string, span: Span) => void): void {
  const words = b.raw.slice(title.start, title.end);
  b.draft.title = words;
  const own = OWN_PAPER.exec(words) ?? BY_TRADE.exec(words);
  const ofDay = (b.draft.issued?.["date-parts"]?.[0]?.length ?? 0) > 2;
  const letter =
    LETTER.exec(words) ??
    CORRESPONDENCE.exec(words) ??
    (ofDay ? (CORRESPONDENCE_AN.exec(words) ?? BY_SURNAME.exec(words)) : null);
  const m = own ? null : letter;
  const lead = own ? own[1]! + own[2]! : (m?.[1] ?? "");
  const writer = own?.[3] ?? m?.[2] ?? "";
  const names = writer === "" ? [] : parseNames(writer).names;
  if (names.length === 0) {
    prove("title", title);
    return;
  }
  b.addPeople("author", names);
  const from = title.start + lead.length;
  const to = from + writer.length;
  if (from > title.start) prove("title", { start: title.start, end: from });
  prove("author", { start: from, end: to });
  if (to < title.end) prove("title", { start: to, end: title.end });
}
