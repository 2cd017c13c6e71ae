/**
 * Says what kind of statement a sentence is: claim, heading, disclaimer, chrome, table or other. Rules over the words
 * and the place only; whether a claim is true or supported is never asked.
 */
import type { BlockKind, StatementKind } from "../model.ts";

/** Where a sentence stands. */
export interface StatementPlace {
  /** The sentence's number within its block, from 0. */
  readonly sentence: number;
  /** The block stands right below the document's title, before any other heading and before running text. */
  readonly underTitle: boolean;
}

export interface StatementInput {
  /** The sentence, with or without its markers. */
  readonly text: string;
  readonly blockKind: BlockKind;
  /** The whole block, which may say what its sentences belong to ("Disclaimer: …"). */
  readonly blockText: string;
  readonly position: StatementPlace;
}

const MARK = String.raw`(?:\[[^\]]{1,60}\]|[\d,–*†‡§¹²³⁰⁴-⁹-])*`;
const questionEnd = new RegExp(String.raw`[?？؟][!?]*["'”’»)\]]*${MARK}["'”’»)\]]*$`, "u");
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
/** Longer sentences are read at their beginning only, which keeps every pattern short of work. */
const LOOK = 600;

/** The kind of one sentence. Headings, table rows and chrome follow their block; the rest is read from the words. */
export function statementKind(input: StatementInput): StatementKind {
  const text = words(input.text);
  switch (input.blockKind) {
    case "heading":
      return "heading";
    case "table-row":
      return "table";
    case "chrome":
      return isDisclaimer(text) ? "disclaimer" : "chrome";
    case "note":
    case "reference":
      return "other";
    case "text":
    case "paragraph":
    case "list-item":
    case "caption":
      return runningKind(text, input);
    default:
      return input.blockKind satisfies never;
  }
}

function runningKind(text: string, input: StatementInput): StatementKind {
  if (isChromeLine(text)) return "chrome";
  if (isDisclaimer(text) || disclaimerLabel.test(words(input.blockText))) return "disclaimer";
  if (!/\p{L}{2}/u.test(text) || questionEnd.test(text) || isContact(text) || isOwnPlan(text)) return "other";
  if (input.position.underTitle && input.position.sentence === 0 && isDocumentLine(text)) return "other";
  if (input.blockKind === "caption" && input.position.sentence === 0) return "other";
  return isFragment(text) || courtesy.test(text) ? "other" : "claim";
}

function words(text: string): string {
  return text.slice(0, LOOK).replace(/\s+/g, " ").trim();
}

// ---------------------------------------------------------------- disclaimers

const disclaimerLabel =
  /^(?:(?:medical|legal|general|important)\s+)?(?:disclaimers?|haftungsausschluss|avertissement)\s*[:.–—-]/i;

const disclaimers: readonly RegExp[] = [
  disclaimerLabel,
  /\b(?:do|does|is|are|should|may|must|can|cannot)(?: not|n['’]t)\b.{0,60}\b(?:replace|substitute|constitute|construed|considered|regarded|treated|taken|relied)\b.{0,80}\b(?:advice|opinion|consultation|diagnosis|treatment|care|guidance|judg\w+|doctor|physician|professional|lawyer|attorney|endorsement)\b/i,
  /\bnot (?:intended|meant|designed|provided|offered|given|being provided|a substitute|an alternative)\b.{0,60}\b(?:advice|diagnos\w+|treat\w*|consult\w*|doctor|professional|endorsement)\b/i,
  /\bfor (?:general |your |personal )*(?:information|informational|educational|reference)(?:,? (?:and|or) (?:information|informational|educational|reference))? (?:purposes?|use) only\b/i,
  /\b(?:is|are) (?:not|never) (?:medical|legal|financial|investment|tax|professional) advice\b/i,
  /\b(?:accepts?|assumes?|takes?|bears?|has|have) no (?:legal )?(?:liability|responsibility)\b|\bdisclaims? (?:any|all)\b|\b(?:cannot|can ?not|will not|shall not) be held (?:liable|responsible)\b|\bnot (?:be )?(?:liable|responsible) for (?:any|the content|errors)\b/i,
  /\bat your own risk\b|\bwithout (?:any )?warrant(?:y|ies)\b|\bno warrant(?:y|ies)\b|\bprovided ["“]?as is["”]?\b/i,
  /\b(?:views|opinions|statements)\b.{0,40}\bexpressed\b.{0,80}\b(?:are|those of|do not|not necessarily)\b/i,
  /\bnot (?:necessarily )?(?:reflect|represent) the (?:\w+ )?(?:views?|opinions?|polic\w+|positions?)\b/i,
  /\bersetz(?:t|en)\b.{0,60}\b(?:Arzt|Ärztin|Beratung|Rat|Diagnose)|\bkeine Haftung\b|\bohne Gewähr\b/i,
  /\bne (?:remplacent?|sauraient?|constituent?)\b.{0,60}\b(?:avis|conseil|consultation|médecin)/i,
];

function isDisclaimer(text: string): boolean {
  return disclaimers.some((d) => d.test(text));
}

// ---------------------------------------------------------------- chrome

const navigation = new RegExp(
  `^(?:${[
    "skip to (?:the )?(?:main |page )?(?:content|navigation|menu|search)",
    "jump to (?:navigation|search|content)|back to (?:the )?top|top of page|return to top|nach oben|zurück|haut de page",
    "(?:share|print|e-?mail|tweet|save|cite|drucken|teilen|imprimer|partager)(?: (?:this|the|to))?(?: (?:page|article|post|story|link|on .{1,20}))?",
    "share (?:this|on|via).{0,30}|follow us.{0,40}|like us.{0,30}|subscribe.{0,50}|sign (?:up|in).{0,50}|log ?in|log ?out|register",
    "(?:toggle|open|close|show|hide|main) (?:navigation|menu|search)|menu|search|suche|recherche|navigation",
    "home|homepage|start ?page|startseite|accueil|main page|site ?map|plan du site|contents|random article|mobile view|donate(?: now)?",
    "(?:privacy|cookies?|terms|accessibility|legal)(?: (?:policy|notice|statement|settings|preferences|of use|of service|and conditions|& conditions))?",
    "(?:view|read|see) (?:our |the |site |full |all )*(?:terms|privacy|cookie|legal|conditions).{0,40}",
    "terms (?:of|and|&).{0,30}|impressum|datenschutz(?:erklärung)?|kontakt|mentions légales|about(?: us)?|contact(?: us)?|help|faqs?|feedback",
    "(?:page )?last (?:updated|reviewed|modified|edited|changed)\\b.{0,60}|updated:? .{4,30}|stand: .{4,30}|(?:this|the) page was last .{0,80}",
    "text is available under .{0,120}|(?:content|text|site|page|material) (?:is )?licen[cs]ed under .{0,120}",
    "was this (?:page|article|information|answer|content) (?:helpful|useful).{0,40}|did you find this .{0,60}|rate this .{0,40}",
    "(?:we|this (?:web)?site|our (?:web)?site|this page) uses? cookies.{0,200}|by (?:continuing|using|browsing).{0,80}cookies.{0,120}|(?:accept|reject|manage|allow) (?:all )?cookies.{0,60}",
    "(?:copyright )?(?:©|\\(c\\)|copyright) ?.{0,120}|.{0,60}all rights reserved.{0,40}|alle rechte vorbehalten|tous droits réservés",
    "powered by .{0,40}|advertisements?|anzeige|publicité|loading(?:…|\\.\\.\\.)?|you are here:?.{0,120}|javascript .{0,60}(?:disabled|required|enable).{0,40}",
    "(?:read|learn|show|see|view|load) (?:more|less|all)(?: (?:about|on|in) .{0,40})?|continue reading|related (?:articles|links|topics|content|pages|posts|stories)",
    "download (?:the |this |as )?(?:pdf|article|citation|app|page|epub).{0,30}|(?:view|open) (?:pdf|article|full text|in new (?:tab|window))",
    "(?:previous|next)(?: (?:page|article|post|chapter))?|page \\d+(?: (?:of|/) \\d+)?|seite \\d+(?: von \\d+)?|\\d{1,4} ?/ ?\\d{1,4}",
  ].join("|")})[.!:›»→]*$`,
  "i",
);
const navigationWord =
  /^(?:home|share|print|e-?mail(?: this page)?|tweet|site ?map|contact(?: us)?|about(?: us)?|privacy(?: policy)?|cookies?(?: policy)?|terms(?: .*)?|accessibility|help|faqs?|search|menu|log ?in|sign in|register|donate|news|blog|shop|contents|main page|random article|mobile view|featured \w+|subscribe|back|next|previous|top|english|deutsch|français|español|impressum|datenschutz|kontakt|startseite|accueil)$/i;

/** Whether a line is site furniture: navigation, footer, link list, cookie or "last updated" line. */
export function isChromeLine(line: string): boolean {
  const text = words(line);
  if (text === "" || line.length > LOOK) return false;
  return navigation.test(text) || isLinkBar(text);
}

/** `Share | Print |`, `Home > Indoor Air > Carbon monoxide`, `Privacy · Cookies`. */
function isLinkBar(text: string): boolean {
  const sign = /[|•·]/.test(text) ? /\s*[|•·]\s*/ : / [>›»/] /;
  const parts = text.split(sign);
  if (parts.length < 2 || /[.!?]$/.test(text)) return false;
  const cells = parts.map((p) => p.trim()).filter((p) => p !== "");
  if (cells.length === 0 || cells.some((c) => c.split(" ").length > 5)) return false;
  if (cells.some((c) => navigationWord.test(c))) return true;
  const open = cells.length < parts.length && /[|•·]$/.test(text);
  return open || (/[>›»]/.test(text) && cells.length > 2 && !/\d/.test(text));
}

// ---------------------------------------------------------------- questions, contacts, the document about itself

const contact =
  /^(?:(?:please )?(?:write|e-?mail|contact|reach|telephone|phone|fax|ring|message|tell) (?:to )?(?:us|me|the (?:author|editor|office|team|secretariat|library|press|corresponding)|our)\b|(?:tel|telephone|phone|fax|e-?mail|address|contact|correspondence|corresponding author|telefon|kontakt|courriel)s?(?: to)?\s?[:.]|correspondence (?:to|concerning|should|may)|for (?:more|further|additional|other) (?:information|details|help|advice|questions|copies)\b.{0,40}\b(?:visit|contact|call|write|e-?mail|go to|see|phone|ring|click|ask)|(?:to|if you (?:wish|want|would like) to) (?:order|request|report|comment|give feedback|get in touch)\b.{0,60}\b(?:write|e-?mail|contact|call|visit|us)\b|(?:visit|see|check|find us|go to|follow) (?:us|our (?:web ?site|page|blog|shop|office))|click here)/i;

function isContact(text: string): boolean {
  return contact.test(text) || (email.test(text) && text.replace(email, "").split(" ").length < 16);
}

const part = `(?:sections?|parts?|chapters?|appendix|appendices|subsections?|abschnitte?|kapitel|teil|partie|chapitre)`;
const work = `(?:paper|article|essay|chapter|section|part|report|review|page|guide|guideline|leaflet|brief|document|study|thesis|note|book|post|handbook|survey)`;
const plans = `(?:describ|discuss|present|outlin|review|examin|consider|explain|address|introduc|summari[sz]|explor|cover|conclud|return|turn|begin|start|sketch|survey|set|report|detail|look|offer|give|provid|deal|compar|analy[sz]|behandel|beschreib|présent|expos)`;
const ownPlan: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:the |in )?(?:next |following |final |last |first |second |third |present )?${part} (?:[ivxlc]+|[\d.]+|[a-z])?\b ?,? ?(?:then |next |finally |briefly |also |below )?(?:we |i )?(?:will |shall |then |first |briefly |also )*${plans}(?:e|es|s|t|ts|ies|en|n)?\b`,
    "i",
  ),
  new RegExp(
    String.raw`^(?:this|the present|our) ${work} (?:will |first |then |also |briefly |aims? to |seeks? to |sets? out to |is (?:intended|meant|written) to )*(?:${plans}\w*|proceeds|is about|is (?:organi[sz]ed|structured|divided|arranged)|falls into|has (?:two|three|four|five|six|seven) (?:parts|sections|chapters))\b`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:remainder|rest|structure|plan|outline|organi[sz]ation) of (?:this|the|our) ${work}\b`,
    "i",
  ),
  new RegExp(
    String.raw`^(?:in|below|here|there|first|next|then|finally|lastly|later|now)\b.{0,40}\b(?:we|i) (?:will |shall |now |then |first |next |also |briefly |must |can )*${plans}e?\b.{0,80}(?:${part}|below|follow|next|later|in turn)`,
    "i",
  ),
  new RegExp(
    String.raw`^in (?:this|the (?:next|following|last|final|present)) ${work},? (?:we|i) (?:will |shall |then |first |briefly )*${plans}e?\b`,
    "i",
  ),
  /\b(?:results|details|methods|discussion|analysis|evidence) follows? (?:in|below)\b/i,
  /^(?:we|i|let us|let me) (?:will |shall |now |then |next |first |must )*(?:turn|return|come back|move on|proceed|begin with|start with|conclude with|close with)\b/i,
  /^(?:see|cf\.|compare|refer to|turn to) (?:also )?(?:the )?(?:section|part|chapter|appendix|table|figure|fig\.|box|page|below|above|next|previous)\b/i,
  new RegExp(
    String.raw`^(?:this|the) ${work} (?:will be|was|is|has been|shall be) (?:next |last |first |due |being )*(?:reviewed|updated|revised|published|adopted|reissued|to be)\b`,
    "i",
  ),
  /^(?:im folgenden|dieser (?:beitrag|aufsatz|artikel)|dieses kapitel|dieser abschnitt|dans (?:cette|la|ce) (?:section|partie|chapitre|article)|cet article|cette (?:section|partie|étude) (?:présent|expos|trait))/i,
];

function isOwnPlan(text: string): boolean {
  return ownPlan.some((p) => p.test(text));
}

const documentWord =
  /\b(?:preprint|version|edition|draft|revised|revision|adopted|approved|published|received|accepted|submitted|peer[- ]reviewed|volume|issue|guideline \d|technical report|working paper|policy brief|fact ?sheet|doi|issn|isbn|copyright|keywords?|author|authors|editor|edited by|translated by|prepared (?:by|for)|university|department|institute|faculty|fassung|auflage|stand|herausgegeben|version)\b|[©@]/i;
const byline = /^(?:by|von|par|with) \p{Lu}/u;
const names =
  /^\p{Lu}[\p{L}.'’-]*(?: (?:(?:de|van|von|der|den|da|di|la|le|el|bin|al) )*\p{Lu}[\p{L}.'’-]*){1,4}(?:(?:,| and| &|;) \p{Lu}[\p{L}.'’-]*(?: (?:(?:de|van|von|der) )*\p{Lu}[\p{L}.'’-]*){1,4})*[\d*†‡,¹²³ ]*$/u;
const dateLine =
  /^(?:\p{L}+, )?(?:\d{1,2}\.? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juin|juil|août|déc)\p{L}*\.? (?:\d{1,2}, )?\d{4}\.?$|^\d{4}-\d\d-\d\d$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/iu;

/** Whether a line below the title speaks of the document itself: edition, status, author, affiliation, date. */
export function isDocumentLine(line: string): boolean {
  const text = words(line);
  if (dateLine.test(text) || byline.test(text)) return true;
  if (/[.!?]$/.test(text) && text.split(" ").length > 12) return false;
  return documentWord.test(text) || names.test(text);
}

const courtesy =
  /^(?:(?:we|i|the authors?) (?:\w+ )?(?:thank|acknowledge|(?:are|am) (?:\w+ )?(?:grateful|indebted))|thanks\b|thank you|welcome to\b|enjoy\b|good (?:luck|morning|evening)|hello\b|dear \p{Lu}|happy \w+ing\b|yes[.!]|no[.!])/iu;

/** A few words without a stop at the end and without a verb: a label or a bare list item, no assertion. */
function isFragment(text: string): boolean {
  if (/[.!…;][\s"'”’»)\]\d[,–*†‡§¹²³⁰⁴-⁹^@\w-]{0,30}$/u.test(text)) return text.split(" ").length < 2;
  return text.split(" ").length <= 12 && !verb.test(text);
}

const verb =
  /\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|must|shall|should|will|would|cannot|ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|hatte|est|sont|était|étaient|ont|\w{2,}(?:ed|es|ts|ns|ks|ls|ps|rs)|(?:not|never|always))\b/i;

// ---------------------------------------------------------------- headings

/** What surrounds a line. */
export interface LineContext {
  /** An empty line or the document's edge stands before and behind it. */
  readonly alone: boolean;
  /** It is the first line of the document that is not chrome. */
  readonly first: boolean;
}

const numbered =
  /^(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVXLC]{1,6}|[A-Z])[.)]?|(?:chapter|part|section|appendix|kapitel|teil|abschnitt|chapitre|partie) [\dIVXLCA-Z]+[.:]?) \p{L}/iu;
const LONGEST_HEADING = 120;

/** Whether a line looks like a heading: short, begins large or numbered, and does not end like a sentence. */
export function isHeadingLine(line: string, context: LineContext): boolean {
  const text = words(line);
  if (text.length > LONGEST_HEADING || text.split(" ").length > 16 || !/\p{L}{2}/u.test(text)) return false;
  if (/[.!?…,;:|]["'”’»)\]]*$/u.test(text) || isChromeLine(text)) return false;
  if (!context.first && (isDocumentLine(text) || email.test(text))) return false;
  if (/[.!?] \p{Lu}/u.test(text.replace(numbered, ""))) return false;
  return context.alone && (numbered.test(text) || /^["'“„‘«(¿¡]?[\p{Lu}\p{Lt}\p{Lo}\d]/u.test(text));
}
