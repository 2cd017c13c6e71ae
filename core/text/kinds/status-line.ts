/** Lines in which a page speaks of its own making: who wrote or reviewed it, when, how long it takes to read. */
import { opening, sieve } from "../openers.ts";
import { PARTING } from "./signs.ts";

const MONTH =
  "(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|janv|févr|fév|avr|juin|juil|août|déc)\\p{L}*\\.?";
const DATE = `(?:(?:\\p{L}+day|\\p{L}+tag),? )?(?:(?:\\d{1,2}(?:\\.|st|nd|rd|th|er)? )?${MONTH},? (?:\\d{1,2}(?:st|nd|rd|th)?,? )?\\d{4}|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{4})(?:,? (?:at |um |à )?\\d{1,2}[:.]\\d\\d.{0,12})?`;
const HOWS =
  "medically|clinically|scientifically|editorially|legally|last|first|originally|page|article|content|medizinisch|fachlich|ärztlich|zuletzt";
const HOW = `(?:(?:${HOWS}) )*`;
const DONES =
  "reviewed|written|fact[- ]?checked|checked|edited|updated|published|posted|approved|verified|authored|translated|modified|revised|created|issued|photo|photograph|image|illustration|video|geprüft|überprüft|verfasst|geschrieben|aktualisiert|veröffentlicht|relu|rédigé|écrit|vérifié|validé|publié|mis (?:à jour|en ligne)|online gestellt";
const DONE = `(?:${DONES})`;
/** How a line on what was done begins; the patterns of the whole line are long. */
const deed = opening({ words: [DONES, `(?:${HOWS}) `, "stand|as of"], flags: "iu" });
const credit = new RegExp(
  `^${HOW}${DONE}(?: (?:and|&) ${HOW}${DONE})? (?:by|von|durch|par)\\b:? ?(.+)$`,
  "iu",
);
const dated = new RegExp(`^(?:${HOW}${DONE}|stand|as of)(?: on| in| am| le)?:? ${DATE}$`, "iu");
/** "Reviewed March 3, 2023, by the Editorial Board" */
const datedCredit = new RegExp(`^${HOW}${DONE}(?: on)? ${DATE},? (?:by|von|par) (.+)$`, "iu");
const bare = new RegExp(`^(?:${DATE}|(?:by|von|par) \\p{Lu}.*)$`, "iu");
const reading = opening({
  words: [
    "(?:about |ca\\. )?\\d{1,3}[- ]?min(?:ute)?[ns]?\\.? (?:read|reading|to read|listen|watch|lesezeit|de lecture)(?: time)?$",
    "(?:reading time|read time|lesezeit|temps de lecture|listen|watch) ?:? ?\\(?(?:about |ca\\. |env\\. )?\\d{1,3}(?: ?[–-] ?\\d{1,3})? ?min[a-z.]*\\)?$",
  ],
  flags: "i",
});
const counts = opening({
  words: [
    "[\\d.,]{1,9}[km]? (?:comments?|shares?|views?|likes?|readers?|reads|downloads?|kommentare?|aufrufe|commentaires?|vues|partages)$",
    "(?:comments?|views|shares|kommentare|commentaires) ?\\(?\\d{1,6}\\)?$",
  ],
  flags: "i",
});
/** "Version 3.1", "For review in June 2025", "Valid until May 2026": the life of a guideline. */
const edition = opening({
  words: [
    "(?:version|revision|issue) ?:? ?(?:no\\.? ?)?\\d{1,3}(?:\\.\\d{1,3}){0,3}$",
    `(?:for |next |due for )?review(?: date| due)?(?: on| in| by)?:? ${DATE}$`,
    `(?:valid|in force|effective) (?:until|from|to):? ${DATE}$`,
  ],
  flags: "iu",
});

/** Small words that stand between names, titles and offices. */
const between = new Set(
  "of the and & by reviewed written edited updated checked fact-checked for in on at our de la le du des et van von der den dem und für an am editor editors editorial team staff board medical clinical advisory panel expert experts group pharmacist doctor nurse midwife physician surgeon dentist dietitian dietician physiotherapist therapist psychologist psychiatrist consultant specialist registrar professor lecturer scientist researcher adviser advisor officer manager director head chief senior practitioner gp vet veterinarian medicine health science writer journalist apotheker ärztin arzt pharmacien médecin".split(
    " ",
  ),
);

/** Whether nothing but names, degrees, offices and dates stand there. */
function namesOnly(text: string): boolean {
  const words = text.split(" ");
  if (words.length > 16) return false;
  return words.every((word) => between.has(word.replace(/[.,;:]+$/, "")) || /^[(]?[\p{Lu}\d]/u.test(word));
}

function isStatus(cell: string): boolean {
  if (deed.test(cell)) {
    const by = credit.exec(cell) ?? datedCredit.exec(cell);
    if (by !== null) return namesOnly(by[1]!);
    if (dated.test(cell)) return true;
  }
  return reading.test(cell) || counts.test(cell) || edition.test(cell);
}

const LONGEST_CELL_WORDS = 6;

/** What only a cell among others says of the page: a preprint's address, and that nobody has reviewed it. */
const ofPreprint =
  /^(?:(?:https?:\/\/)?(?:dx\.)?(?:doi(?:\.org\/| ?: ?| )?)10\.\d{4,}\/\S+|(?:this (?:\w+ )?(?:manuscript|preprint|article|paper|version) (?:has|is|was) )?not (?:yet )?(?:been )?(?:peer[- ]?reviewed|certified by peer review)(?: yet)?)$/i;

/** How a line without cells may begin. */
export const statusOpenings = [deed, reading, counts, edition];
const mayTell = sieve(statusOpenings);

/** "Version 2. Approved May 2021.": each part says something of the document's own life. */
const stop = /(?<=\p{L}{3}|\d)\.\s(?=\p{Lu})/u;
const longest = 300;
const parting = / ?[|•·] ?| [–—/] /;

/** `Medically reviewed by L. Osei, MD · 4 min read · Updated 7 Jan. 2020`, or one such part alone. */
export function isStatusLine(text: string, signs: number): boolean {
  if ((signs & PARTING) === 0 || !parting.test(text))
    return (
      isStatus(text.replace(/\.$/, "")) ||
      (text.length <= longest &&
        mayTell(text) &&
        text.split(stop).every((part) => isStatus(part.replace(/\.$/, ""))))
    );
  const cells = text.split(parting).filter((cell) => cell !== "");
  if (cells.length === 0 || cells.length > 8) return false;
  const dotted = /[•·]/.test(text) && !text.includes("|");
  const says = (cell: string): boolean => isStatus(cell) || (dotted && ofPreprint.test(cell));
  if (!cells.some((cell) => says(cell.replace(/\.$/, "")))) return false;
  return cells.every(
    (cell) =>
      says(cell.replace(/\.$/, "")) ||
      bare.test(cell) ||
      (cell.split(" ").length <= LONGEST_CELL_WORDS && !/[.!?]$/.test(cell)),
  );
}
