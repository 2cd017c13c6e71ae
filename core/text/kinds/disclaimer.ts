/** Disclaimers: sentences in which a document limits what it may be relied on for. */
import { opening } from "../openers.ts";
import { DENIES, DISCLAIMS, LIMITS } from "./signs.ts";

const label = opening({
  words: ["(?:(?:medical|legal|general|important)\\s+)?(?:disclaimers?|haftungsausschluss|avertissement)"],
  after: "\\s*[:.–—-]",
  flags: "i",
});

/** Beginnings of words one of which every disclaimer below holds: most sentences are passed over by them alone. */
const hints =
  /\b(?:[Dd]isclaim|[Aa]dvice|[Rr]eplace|[Ss]ubstitut|[Oo]nly|[Ll]iab|[Rr]esponsib|[Rr]isk|[Ww]arrant|[Ee]xpressed|[Rr]eflect|[Vv]iews|[Ee]ndorse|[Dd]iagnos|Haftung|Gewähr|[Ee]rsetz|[Rr]empla|[Cc]onseil|[Cc]onsult|DISCLAIM|AS IS|[Ii]nstead of|[Pp]lace of|[Ee]ffort|[Aa]ccurate|[Cc]annot (?:give|offer|provide|answer)|unable to)/;

const page = `(?:web ?)?(?:page|site|information|contents?|materials?|leaflet|guide|guideline|guidance|documents?|article|service|publication|handout|fact ?sheet|booklet|book|brief|pages|tool|text|pamphlet|summary|advice|app|video|tables?|calculator|blog|newsletter|podcast|column|posts?)`;
/** The sentence speaks of the document itself. "Apps do not replace a doctor" does not. */
const itself = new RegExp(
  String.raw`\b(?:this|these|our)\b(?: \S+){0,3} ${page}s?\b|\b(?:the|any|all) (?:web ?site|information|publishers?)\b|\b(?:errors?|omissions?|anything) (?:in|on) (?:this|these|the|our)\b|^(?:it|nothing|no part|information|contents?|materials?)\b|\b(?:provided|contained|published|given) (?:here|herein|above|on this|in this)\b`,
  "i",
);

const ofItself: readonly RegExp[] = [
  /\b(?:not|never|no|nothing|cannot)\b.{0,80}\b(?:replace|replacement|substitute|provide|constitutes?|construed|considered|regarded|treated|taken|relied|relying|intended|meant|designed|provided|offered|given|used?|serve|stand in|take the place)\b.{0,100}\b(?:advice|opinions?|consult\w+|diagnos\w+|treatment|care|guidance|judge?ment|examination|assessment|evaluation|appointments?|visits?|counsell?ing|doctors?|physicians?|clinicians?|practitioners?|specialists?|therapists?|dentists?|veterinarians?|vets?|nurses?|midwi(?:fe|ves)|pharmacists?|professionals?|lawyers?|attorneys?|solicitors?|advis[eo]rs?|endorsement)\b/i,
  // "This guideline supports clinical judgement and does not replace it."
  /\b(?:supports?|helps?|aids?|informs?|assists?)\b.{0,60}\b(?:judge?ment|decisions?|advice|care|consultations?|diagnos[ei]s|assessments?|skills?|training|doctors?|clinicians?|professionals?)\b.{0,30}\b(?:(?:does|do|can|will|must|should|is|are) not|cannot|never) (?:meant to |intended to )?(?:replace|substitute for) (?:it|them|that)\b/i,
  /\b(?:accepts?|assumes?|takes?|bears?|undertakes?|disclaims?|excludes?)\b.{0,40}\b(?:liability|responsibility)\b/i,
  /\b(?:no|not|nor|cannot)\b.{0,40}\b(?:liability|liable|responsibility|responsible) for (?:any|errors?|omissions?|loss|damage|injur|how|what|its use|(?:the|their|your) (?:contents?|accuracy|use|consequences))/i,
  /\b(?:consult|ask|see|seek)\b.{0,60}\bbefore (?:relying|acting) (?:on|upon)\b/i,
  /\b(?:without|no) (?:any )?warrant(?:y|ies)\b|\b(?:provided|offered|supplied) ["“]?as is\b/i,
];

const always: readonly RegExp[] = [
  /\bfor (?:general |your |personal |the )*(?:information|informational|educational|reference|guidance|teaching)(?:,? (?:and|or) (?:general )?(?:information|informational|educational|reference))?(?: purposes?| use)?,? only\b/i,
  /\bonly for (?:general |personal )*(?:information|informational|educational)\b/i,
  /\b(?:is|are|as|be) (?:not |never )?(?:construed as |taken as |a substitute for |intended as )*(?:not )?(?:medical|legal|financial|investment|tax|professional) advice\b/i,
  /\bat your own risk\b/i,
  // "Nothing on this blog is advice on your own house"
  /^(?:nothing|none)\b(?: of)?(?: (?:here|this|that))?(?: (?:said |written |published )?(?:here|(?:on|in) (?:this|these|our|the) [^,;.]{1,40}?))? (?:is|are|constitutes?|amounts to|counts as|(?:should|must|may|can|is to) be (?:taken|read|treated|regarded|understood|construed|seen) as)\b(?: meant as| intended as)?(?: [a-z]{1,12}){0,4} (?:advice|recommendations?|endorsements?)\b/i,
  // Whoever publishes it does not advise: "The Library cannot give legal advice to members of the public."
  /^(?:we|our \w+|the (?:[\p{L}’'-]+ ){0,4}(?:library|society|association|authors?|editors?|publishers?|charity|office|department|institute|council|service|team|helpline|foundation|trust|network|group|committee|cent(?:re|er)|agency|ministry|(?:web ?)?site|universit[yé]|college|secretariat|staff|alliance|federation|union|clinic|hospital))\b.{0,40}\b(?:cannot|can ?not|do(?:es)? not|(?:is|are) (?:unable|not able) to|will not|may not)\b.{0,20}\b(?:give|provide|offer|answer|respond to|reply to|comment on|advise on)\b.{0,40}\b(?:legal|medical|clinical|financial|individual|personal|professional|veterinary|tax|investment)\b/iu,
  /\bevery (?:effort|care) (?:has been|was|is) (?:made|taken)\b|\b(?:believed|thought) to (?:be|have been) (?:accurate|correct|up to date) at\b/i,
  /\b(?:views|opinions|statements)\b.{0,40}\bexpressed\b.{0,80}\b(?:are|those of|do not|not necessarily)\b/i,
  /\b(?:does|do|did|may|need) not (?:necessarily )?(?:reflect|represent) the (?:\S+ )?(?:views?|opinions?|polic(?:y|ies)|positions?)\b/i,
  /\b(?:diese|dieser|dieses|die) .{0,60}\bersetz(?:t|en)\b.{0,60}\b(?:Arzt|Ärztin|Beratung|Rat|Diagnose)|\bkeine Haftung\b|\bohne Gewähr\b/i,
  /\bne (?:remplacent?|sauraient?|constituent?|se substituent?)\b.{0,60}\b(?:avis|conseils?|consultation|médecin)/i,
];

/** Whether a block begins with the word "Disclaimer", so that all its sentences are part of one. */
export function hasDisclaimerLabel(block: string): boolean {
  return label.test(block.slice(0, 60).trimStart());
}

/** Whether the sentence is one; `signs` are those of its words. */
export function isDisclaimer(text: string, signs: number): boolean {
  if ((signs & LIMITS) === 0 || (signs & (DISCLAIMS | DENIES)) === 0 || !hints.test(text)) return false;
  if (label.test(text) || always.some((d) => d.test(text))) return true;
  return itself.test(text) && ofItself.some((d) => d.test(text));
}
