/** Sentences that assert nothing a reviewer could check: questions, contacts, thanks, the document's own plan. */
import { opening, sieve } from "../openers.ts";
import { AT } from "./signs.ts";

const MARKS = "(?:\\[[^\\]]{1,60}\\]|\\(\\d[\\d,–-]*\\)|[\\d,–*†‡§¹²³⁰⁴-⁹-])*";
const question = new RegExp(`[?？؟][!?]*["'”’»)\\]]*${MARKS}["'”’»)\\]]*$`, "u");

export function isQuestion(text: string): boolean {
  return question.test(text.slice(-80));
}

const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const contact = opening({
  words: [
    "(?:please )?(?:write|e-?mail|contact|reach|telephone|phone|fax|ring|message|tell|let|send) (?:to |an e-?mail to |comments to |corrections to )?(?:us|me|the (?:authors?|editors?|office|team|secretariat|library|press|corresponding)|our)\\b",
    "(?:tel|telephone|phone|fax|e-?mail|address|contact|correspondence|corresponding author|telefon|kontakt|courriel|website|web)s?(?: to| address)?\\s?[:.]",
    "correspondence (?:to|concerning|should|may)|address correspondence",
    "for (?:more|further|additional|other|any|general) (?:information|details|help|advice|questions|copies|enquiries)\\b.{0,60}\\b(?:visit|contact|call|write|e-?mail|go to|see|phone|ring|click|ask)",
    "(?:to|if you (?:wish|want|would like|need) to) (?:order|request|report|comment|give feedback|get in touch|learn more|find out more)\\b.{0,80}\\b(?:write|e-?mail|contact|call|visit|us)\\b",
    "(?:questions|comments|corrections|feedback|enquiries)\\b.{0,60}\\b(?:to|at|welcome|e-?mail|contact)\\b.{0,40}$",
    "(?:visit|check|find us|follow) (?:us|our)\\b|(?:see|go to|visit) our (?:web ?site|page|blog|shop|office)|click (?:here|on)",
    "(?:the )?(?:data|code|copies|reprints|tables|files|slides|a list)\\b.{0,60}\\b(?:available|obtained|requested) (?:at|from|on request|upon request)\\b",
    "(?:schreiben sie|kontaktieren sie|wenden sie sich|weitere informationen|contactez|pour plus d['’]informations|écrivez)",
  ],
  flags: "i",
});
/** A sentence with an address and so few words is about the address. */
const CONTACT_WORDS = 16;

const part = "(?:sections?|parts?|chapters?|appendix|appendices|subsections?)";
const work =
  "(?:paper|article|essay|chapter|section|part|report|review|page|guide|guideline|leaflet|brief|document|thesis|note|book|post|handbook|survey|manuscript|statement|appendix)";
const plan =
  "(?:describ(?:e|es|ed|ing)|discuss(?:es|ed)?|presents?|outlines?|reviews?|examines?|considers?|explains?|address(?:es)?|introduces?|summari[sz]es?|explores?|covers?|concludes?|returns?|turns?|begins?|starts?|sketch(?:es)?|surveys?|sets? out|details?|looks?|deals?|compares?|analy[sz]es?|traces?|ask(?:s)?|takes? up|follows?|opens?|closes?|applies|apply|proposes?|offers? an overview|gives? an overview|provides? an overview|reports? (?:on|our|the)|tests?|weighs?|argues? for|develops?|draws?|evaluates?)";
const aux =
  "(?:will |shall |then |first |next |now |also |briefly |finally |must |can |only |therefore |below )*";
const ownPlans = [
  `(?:the |in (?:the )?)?(?:next |following |final |last |first |second |third |present |concluding |remaining )?${part}(?: (?:[ivxlc]+|[\\d.]+|[a-z]))?(?:,? (?:infra|supra|below),?)?,? ${aux}(?:(?:we|i) ${aux})?${plan}\\b(?! that)`,
  `(?:this|the present|our) ${work} ${aux}(?:aims? to|seeks? to|attempts? to|is (?:intended|meant|written|designed|organi[sz]ed|structured|divided|arranged|about)|falls into|proceeds|has (?:two|three|four|five|six|seven) (?:parts|sections|chapters)|${plan})\\b(?! that)`,
  `(?:this|the) ${work} (?:will be|shall be|is due to be) (?:next |last |first |due |being )*(?:reviewed|updated|revised|published|adopted|reissued|issued|approved)\\b`,
  `this ${work} (?:was|is|has been) (?:next |last |first |due |being )*(?:reviewed|updated|revised|published|adopted|reissued|issued|approved)\\b`,
  `in what follows\\b`,
  `(?:what follows|the (?:pages|paragraphs|sections|chapters) (?:that|which) follow|the following (?:pages|paragraphs)),? ${aux}(?:${plan}\\b(?! that)|(?:is|are|offers?|gives?) (?:an?|the|my|our) (?:\\w+ ){0,2}(?:account|attempt|sketch|summary|review|overview|list|outline|survey|history|reading|selection)\\b)`,
  `(?:the |these )?following (?:\\w+ ){0,2}(?:changes|amendments|reforms|proposals|recommendations|suggestions|points|questions|remarks|steps|measures)(?: \\w+){0,2} (?:can|could|may|might|would|should|must|are|were) (?:therefore |thus |then |be |now )*(?:made|proposed|offered|suggested|recommended|put forward|considered|taken up|discussed|drafted|adopted|addressed)\\b`,
  `(?:figure|fig\\.|table|box|diagram|chart) (?:[a-z]?\\d+[a-z]?|[ivx]+) (?:shows|gives|lists|sets out|presents|summari[sz]es|describes|illustrates|displays) (?:the|our|all|its) (?:flow|course|selection|design|set-?up|layout|details|characteristics|questions|sites|results|location|distribution|sample|sampling|criteria|procedure|search|full|main)\\b\\D{0,60}$`,
  `here,? (?:we|i) ${aux}${plan}\\b(?! that)`,
  `(?:in|below|here|there|first|second|next|then|finally|lastly|later|now|after|before)\\b.{0,60}\\b(?:we|i) ${aux}${plan}\\b(?! that).{0,80}\\b(?:${part}|below|next|later|following|in turn)\\b`,
  `in (?:this|the (?:next|following|last|final|present)) ${work},? (?:we|i) ${aux}${plan}\\b(?! that)`,
  `(?:we|i|let us|let me) ${aux}(?:turn|return|come back|move on|proceed|begin (?:by|with)|start (?:by|with)|conclude (?:by|with)|close (?:by|with))\\b`,
  `(?:we|i) ${aux}${plan}\\b(?! that).{0,80}\\b(?:in ${part} |below|later|in turn|in the next)`,
  "(?:see|compare|refer to|turn to|consult) (?:also )?(?:the )?(?:section|part|chapter|appendix|table|figure|fig\\.|box|page|below|above|next|previous|notes?|references)\\b",
  "(?:im folgenden|(?:dieser|der vorliegende) (?:beitrag|aufsatz|artikel)|dieses kapitel|dieser abschnitt|(?:abschnitt|kapitel|teil) [ivx\\d.]+ (?:behandelt|beschreibt|wendet|untersucht|stellt|zeigt))",
  "(?:dans (?:cette|la|ce) (?:section|partie|chapitre|article)|cet article|cette (?:section|partie) (?:présent|expos|trait)|la (?:section|partie) [ivx\\d.]+ )",
];
const opensPlan = opening({ words: ownPlans, flags: "i" });
const holdsPlan = new RegExp(
  `\\b(?:remainder|rest|structure|plan|outline|organi[sz]ation) of (?:this|the|our) ${work}\\b|\\b(?:results|details|methods|discussion|analysis|evidence|proofs?|definitions?|recommendations) follows? (?:in|below)\\b|\\bare (?:given|listed|described|discussed|set out|explained) (?:below|in ${part} )|\\b(?:is|are) (?:given|shown|stated|marked|set|printed|indicated) (?:in|by|with) (?:\\w+ )?(?:brackets|parentheses|bold(?: type)?|italics|small capitals|letters|asterisks?|colou?rs|the margins?)\\b|\\b(?:is|are) (?:given|listed|described|set out|reproduced|printed|collected|reported|provided|attached) (?:\\w+ )?(?:in|at|as) (?:the )?(?:online )?(?:annex|annexe|appendix|appendices|supplement|supplementary)\\b`,
  "i",
);
const planHints =
  /of (?:this|the|our)|follow|are |nnex|ppendi|upplement|rackets|arenth|n bold|talics|capitals|letters|sterisk|olou?rs|margin/;

const courtesy = opening({
  words: [
    String.raw`(?:we|i|the authors?) (?:\w+ ){0,2}(?:thank|acknowledge|grateful|indebted)\b|thanks (?:are due|for\b|to .{1,200} for\b)|thank you|welcome to\b|enjoy\b|good (?:luck|morning|evening)|hello\b|dear \p{Lu}|happy \w+ing\b|yes[.!]|no[.!]|acknowledge?ments?[.:]|funding[.:]|keywords?[.:]|competing interests?[.:]|conflicts? of interests?[.:]|author contributions?[.:]|data availability[.:]|abbreviations?[.:]|(?:how to cite|suggested citation|preferred citation|recommended citation|cite (?:this \w+ )?as|please cite(?: this \w+)? as|zitierweise|zitiervorschlag|pour citer)\b[^:.]{0,40}:|(?:source|quelle|abbildungsnachweis)s? ?:|(?:these|the|both|all) authors contributed equally|the authors? declares? (?:that )?(?:they have |there (?:is|are) )?no |no (?:competing|conflicts? of) interests?|publisher['’]?s note ?:|(?:journal )?peer[- ]review(?:er)? (?:information|reports)|(?:running (?:head|title)|word count|jel (?:classification|codes?)|orcid|corresponding author|affiliations?|licen[cs]e|ethics approval)s? ?:`,
  ],
  flags: "iu",
});

const opensRemark = sieve([contact, opensPlan, courtesy]);

/**
 * Remarks that are no claims: how to reach somebody, the document's own plan ("Part III turns to …", "In Section 2 we
 * describe …"), thanks, greetings and the labelled lines at the edge of an article.
 */
export function isRemark(text: string, signs: number): boolean {
  if (opensRemark(text) && (contact.test(text) || opensPlan.test(text) || courtesy.test(text))) return true;
  if ((signs & AT) !== 0 && email.test(text) && countWords(text, CONTACT_WORDS) < CONTACT_WORDS) return true;
  return planHints.test(text) && holdsPlan.test(text);
}

const STOPS = ".!…;:。";
/** A stop, perhaps with markers behind it; behind an initial it ends nothing: "Nadia R. Quill". */
const ended =
  /(?<!(?:^|[\s.])\p{Lu})[.!…;:。]["'”’»)\]]*(?:\s?(?:\[[^\]]*\]?|\([\d,–-]+\)|[\d,–*†‡§¹²³⁰⁴-⁹-]+))*\s*$/u;
const verb =
  /\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|must|shall|should|will|would|cannot|not|never|always|ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|hatte|est|sont|était|étaient|ont)\b|^\S+ (?:.{1,80} )?\w{2,}(?:ed|es|ts|ns|ks|ls|ps|rs)\b(?= \S)|^(?:add|ask|assess|avoid|call|check|choose|clean|consider|cover|do|drink|eat|ensure|explain|fit|follow|get|give|go|help|keep|leave|limit|look|make|measure|monitor|move|offer|open|pay|prescribe|provide|put|record|reduce|refer|remove|repeat|replace|rest|review|screen|seek|set|stay|start|stop|store|take|talk|teach|tell|test|treat|try|turn|use|vaccinate|wash|watch|wear|write)\b/i;
const FRAGMENT_WORDS = 12;
/** "(Figure 3A).", "Additional file 2." */
const pointer =
  /^[([]?(?:see )?(?:supplementary |additional )?(?:fig(?:ure)?s?|tables?|box|files?|data|appendix|plates?|abb|tab)\.? ?[\dA-Z][\w.,–-]*[)\]]?\.?$/i;
const leadIn =
  /\b(?:as follows|(?:the|these) following|includ(?:e|es|ing)|these are|namely|folgende[rn]?|suivante?s?) ?:$/i;

/** Whether a verb is likely among the words; by endings and the commonest verbs only. */
export function hasVerb(text: string): boolean {
  return verb.test(text);
}

/** Words that assert nothing by themselves: a label, a bare list item, a pointer to a figure, a lead-in to a list. */
export function isFragment(text: string): boolean {
  if (pointer.test(text) || (text.endsWith(":") && leadIn.test(text.slice(-40)))) return true;
  if (STOPS.includes(text.charAt(text.length - 1)) || ended.test(text.slice(-60))) return !text.includes(" ");
  return !text.includes(" ") || (countWords(text, FRAGMENT_WORDS + 1) <= FRAGMENT_WORDS && !verb.test(text));
}

/** Words up to a number; the rest is not counted. */
export function countWords(text: string, most: number): number {
  let count = 1;
  for (let i = text.indexOf(" "); i >= 0 && count < most; i = text.indexOf(" ", i + 1)) count++;
  return count;
}
