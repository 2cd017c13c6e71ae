/** Decides the CSL type of a reference by the evidence of its fields and words. */
import type { Csl } from "../model.ts";
import { isPlaceOfOwnPaper } from "./own-paper.ts";
import { isRegistered } from "./registers.ts";

const THESIS =
  /\b(?:ph\.? ?d\.?|doctoral|master'?s?|m\.? ?sc\.?|bachelor'?s?|diploma)\s+(?:thesis|dissertation)\b|\b(?:thesis|dissertation|diss\b\.?|habilitation\w*|th[eè]se|tesis|tesi di|tese\s(?:de|\()|disserta[çc][ãa]o\s(?:de|\()|diplomarbeit|masterarbeit|doktorarbeit|m[ée]moire de)\b/iu;
const REPORT =
  /\b(?:tech(?:nical)?\.? rep(?:ort|\.)|rep\.|research report|working paper|discussion paper|policy brief|white paper|report no|rapport|bericht nr|final report|annual report|deliverable|report)(?!\p{L})/iu;
const PROCEEDINGS =
  /\b(?:proc(?:eedings)?|(?:int|annu?|natl?)\.\s(?:conf|symp|congr)|conference|conf\.|symposium|symp\.|workshop|congress|colloquium|kongress|tagung|actes du|atti del)(?!\p{L})/iu;
const SPOKEN =
  /\b(?:conference|panel|keynote)\s(?:session|presentation|paper|address|talk)$|\bpaper presentation$|\bposter(?:\s(?:session|presentation))?$/iu;
/** Words in the names of newspapers. */
export const NEWSPAPER =
  /(?:^|\P{L})(?:times|courier|courrier|post|herald|guardian|tribune|gazette|telegraph|chronicle|observer|independent|standard|star|sun|mail|mirror|dispatch|examiner|express|globe|press|argus|advertiser|sentinel|inquirer|enquirer|news|daily|journal|\p{L}*zeitung|(?!amts|gesetz)\p{L}*blatt|\p{L}*bote|\p{L}*anzeiger|\p{L}*nachrichten|rundschau|allgemeine|morgenpost|kurier|presse|bild|le monde|figaro|libération|dépêche|progrès|ouest-france|el pa[ií]s|el mundo|corriere|repubblica|la stampa|gazzetta)(?!\p{L})/iu;
const DATASET = /\[?\b(?:data ?set|database|data file|datensatz|datenbank)\b/iu;
const DATASET_BY_NAME = /\b(?:data ?(?:set|base|bank|file)s?|datensatz|datenbank)$/iu;
const SOFTWARE = /\b(?:computer (?:software|program)|software|r package|source code)\b|\bversion \d+\.\d/iu;
/** Data and programs have versions. */
const VERSION = /^(?:r package version|version|ver\.|v\.|release)\s?\d/iu;
const DATA_HOUSE =
  /\b(?:(?:archive|repository|dataverse|zenodo|dryad|figshare)$|data (?:service|cent(?:er|re)|bank|hub))/iu;
const SHEET = /\b(?:data ?sheet|application note|manual|product brief)$/iu;
const PREPRINT = /\b(?:\p{L}*rxiv|agrixiv|preprint|preprints\.org|ssrn|research square)\b/iu;

const RECORD =
  /^(?:\d\s)?(?:wax|phonograph|shellac|gramophone|vinyl|LPs?$|\d\d rpm|(?:audio ?)?cassettes?$|compact discs?$)/i;

const PREPRINT_KIND = /\bpre-?print\b/iu;

export interface TypeEvidence {
  /** An arXiv number stands in the string. */
  readonly preprint: boolean;
  /** The container was labelled as a journal rather than as a book. */
  readonly journal: boolean;
}

/** Returns the CSL type for the fields read so far. */
export function typeOf(csl: Omit<Csl, "type">, evidence: TypeEvidence): string {
  const container = csl["container-title"] ?? "";
  const words = `${csl.genre ?? ""} ${csl.medium ?? ""} ${csl.note ?? ""} ${csl.publisher ?? ""}`;
  const date = csl.issued?.["date-parts"]?.[0] ?? [];
  const organisation = csl.author?.[0]?.literal;
  if (RECORD.test(csl.medium ?? "")) return "song";
  if (THESIS.test(words)) return "thesis";
  if (/\bpatent(?!\p{L})/iu.test(csl.genre ?? "") && csl.number !== undefined) return "patent";
  if (container === "" && /^(?:\p{L}+\s)?presented at:?\s/iu.test(csl.note ?? "")) return "paper-conference";
  if (SPOKEN.test(csl.genre ?? "")) return "paper-conference";
  if (csl.number !== undefined && isRegistered(csl.number) && csl.URL !== undefined) return "webpage";
  if (PREPRINT_KIND.test(`${csl.genre ?? ""} ${csl.medium ?? ""}`) && csl.volume === undefined)
    return "article";
  if (container !== "") {
    if (evidence.preprint && !evidence.journal) return "article";
    if (PREPRINT.test(container)) return "article";
    if (
      csl.volume === undefined &&
      csl.issue === undefined &&
      csl.page === undefined &&
      csl.URL !== undefined
    )
      return "webpage";
    if (date.length === 3 && csl.volume === undefined && csl.issue === undefined && NEWSPAPER.test(container))
      return "article-newspaper";
    // The proceedings of an academy appear in volumes like any journal.
    if (PROCEEDINGS.test(container) && !(evidence.journal && csl.volume !== undefined))
      return "paper-conference";
    if (!evidence.journal && (csl.editor ?? csl.publisher ?? csl.edition) !== undefined) return "chapter";
    if (evidence.journal || csl.volume !== undefined || csl.issue !== undefined) return "article-journal";
    return csl.page === undefined ? "document" : "chapter";
  }
  if (REPORT.test(words) || (csl.number !== undefined && csl.publisher !== undefined)) return "report";
  // An archive of data keeps programs as well.
  if (container === "" && SOFTWARE.test(csl.medium ?? "")) return "software";
  // Data with a version are no program.
  if (DATASET.test(`${csl.medium ?? ""} ${csl.genre ?? ""}`)) return "dataset";
  if (container === "" && VERSION.test(csl.note ?? "") && csl.genre === undefined)
    return DATA_HOUSE.test(csl.publisher ?? "") || DATASET_BY_NAME.test(csl.title ?? "")
      ? "dataset"
      : "software";
  if (SOFTWARE.test(csl.medium ?? "")) return "software";
  if (DATA_HOUSE.test(csl.publisher ?? "") && csl.DOI !== undefined && csl.genre === undefined)
    return "dataset";
  if (/\b(?:software|program|package|suite|system): (?:release|version) \d/iu.test(csl.title ?? ""))
    return "software";
  if (SHEET.test(csl.genre ?? "")) return "report";
  if (SOFTWARE.test(`${csl.medium ?? ""} ${csl.genre ?? ""}`)) return "software";
  if (csl.number !== undefined && csl.genre !== undefined) return "report";
  if (organisation !== undefined && csl.publisher !== undefined) return "report";
  if (organisation !== undefined && isPlaceOfOwnPaper(csl.title ?? "", csl["publisher-place"] ?? ""))
    return "report";
  // A number that a body gave a paper of its own; a standard is bought, and has no address.
  if (organisation !== undefined && csl.number !== undefined && csl.URL !== undefined) return "report";
  if (evidence.preprint || PREPRINT.test(csl.publisher ?? "")) return "article";
  if (csl.publisher !== undefined || csl["publisher-place"] !== undefined || csl.edition !== undefined)
    return "book";
  if (csl.URL !== undefined) return "webpage";
  if (PREPRINT.test(words)) return "article";
  return csl.author !== undefined && csl.title !== undefined && csl.issued !== undefined
    ? "book"
    : "document";
}
