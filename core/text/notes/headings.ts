/** The words under which documents print their notes and reference lists, in the languages met most. */
import { type Opening, opening } from "../openers.ts";

const NUMBER = "(?:\\d{1,2}(?:\\.\\d{1,2})*|[IVX]{1,5}|[A-Z])[.)]?\\s+";
const REFERENCES = [
  "references?(?: (?:cited|list|and further reading|section))?",
  "(?:selected |general |select |annotated |cited )?(?:bibliography|references|literature)",
  "literature(?: (?:cited|references))?|cited (?:literature|works|references)|list of references|reference list",
  "works (?:cited|consulted)|sources(?: (?:cited|and references))?|further reading",
  "literatur(?:verzeichnis|angaben|nachweise?|hinweise|liste)?|quellen(?:verzeichnis|angaben|nachweise?)?|quellen- und literaturverzeichnis",
  "bibliogra(?:phie|fie|fía|fia)|références(?: bibliographiques| citées)?|ouvrages cités|sources",
  "referencias(?: bibliográficas)?|referências(?: bibliográficas)?|obras citadas|fuentes",
  "riferimenti(?: bibliografici)?|literatuur(?:lijst)?|referenties|källor|referenser|kilder|referanser|litteratur",
].join("|");
const EITHER = [
  "(?:(?:foot ?|end ?)?notes|citations) (?:and|&) (?:references|sources|bibliography|literature)",
  "(?:references|sources|bibliography|literature) (?:and|&) (?:(?:foot ?|end ?)?notes|citations)",
  "anmerkungen und (?:literatur|quellen|nachweise|belege)|(?:literatur|quellen|nachweise|belege) und anmerkungen",
  "notes et (?:références|sources|bibliographie)|(?:références|sources|bibliographie) et notes",
  "notas y (?:referencias|fuentes|bibliografía)|(?:referencias|fuentes|bibliografía) y notas",
  "notas e (?:referências|fontes|bibliografia)|(?:referências|fontes|bibliografia) e notas",
  "note e (?:riferimenti|bibliografia|fonti)|noten en (?:literatuur|bronnen|referenties)|noter och (?:källor|referenser)",
].join("|");
const NOTES = [
  "(?:foot ?|end ?)?notes?(?: to (?:the )?(?:text|chapter \\w+|pages? \\w+))?|notes(?: and citations)?",
  "anmerkungen|fu(?:ß|ss)noten|endnoten|einzelnachweise|notes de (?:bas de page|fin)|notas(?: al pie| finales)?",
  "note(?: a piè di pagina)?|noten|voetnoten|eindnoten|noter|fotnoter|notater",
].join("|");

const announcement = (words: string): Announcement => ({
  plain: opening({ words: [words], after: "\\s?[:.]?$", flags: "iu" }),
  numbered: new RegExp(`^${NUMBER}(?:${words})\\s?[:.]?$`, "iu"),
});
const references = announcement(REFERENCES);
const either = announcement(EITHER);
const notes = announcement(NOTES);
const isNumbered = new RegExp(`^${NUMBER}`, "iu");
const LONGEST = 60;

interface Announcement {
  readonly plain: Opening;
  readonly numbered: RegExp;
}

const says = ({ plain, numbered }: Announcement, words: string): boolean =>
  plain.test(words) || (isNumbered.test(words) && numbered.test(words));

/** What a heading announces; "either" where it names notes and references in one breath. */
export type Announced = "references" | "notes" | "endnotes" | "either";

/** Returns what kind of list the heading announces, or null. */
export function announces(heading: string): Announced | null {
  if (heading.length > LONGEST) return null;
  const words = heading.replace(/^[#*_\s]+|[*_\s]+$/g, "").replace(/\s+/g, " ");
  if (says(references, words)) return "references";
  if (says(either, words)) return "either";
  if (!says(notes, words)) return null;
  return /end ?not|eindnot|notes de fin|notas finales/i.test(words) ? "endnotes" : "notes";
}
