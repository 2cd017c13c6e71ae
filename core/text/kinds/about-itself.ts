/** Sentences that assert nothing a reviewer could check: questions, contacts, thanks, the document's own plan. */
import { oneLine } from "../blanks.ts";
import { opening, sieve } from "../openers.ts";
import { AT, PLANS } from "./signs.ts";

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
    "(?:please )?(?:write|apply|reply|respond|send|return|report|complain|enquire|call|come)\\b.{1,80}\\b(?:at|to|from) the (?:(?:e-?mail|web|postal|above|following) )?(?:address|number|office)(?:es|s)? (?:below|above|overleaf|opposite|given|printed|shown|on (?:the (?:back|cover|last page)|p(?:age|\\.) ))",
    "for (?:more|further|additional|other|any|general) (?:information|details|help|advice|questions|copies|enquiries)\\b.{0,60}\\b(?:visit|contact|call|write|e-?mail|go to|see|phone|ring|click|ask)",
    "(?:to|if you (?:wish|want|would like|need) to) (?:order|request|report|comment|give feedback|get in touch|learn more|find out more)\\b.{0,80}\\b(?:write|e-?mail|contact|call|visit|us)\\b",
    "(?:questions|comments|corrections|feedback|enquiries)\\b.{0,60}\\b(?:to|at|welcome|e-?mail|contact)\\b.{0,40}$",
    "(?:visit|check|find us|follow) (?:us|our)\\b|(?:see|go to|visit) our (?:web ?site|page|blog|shop|office)|click (?:here|on)",
    "(?:the )?(?:data|code|copies|reprints|tables|files|slides|a list)\\b.{0,60}\\b(?:available|obtained|requested) (?:at|from|on request|upon request)\\b",
    "(?:complete|fill (?:in|out)|sign|send|mail|submit|return|bring|attach|enclose|upload|keep|print)(?: and \\w+)? (?:forms?\\b|(?:it|them|this|these|the|your|an?|one|both|all)\\b[^.]{0,50}\\b(?:forms?|cop(?:y|ies)|applications?|certificates?|receipts?|letters?|offices?)\\b)|(?:call|phone|ring|dial|text) \\(?\\+?[\\d-]{7,}",
    "(?:schreiben sie|kontaktieren sie|wenden sie sich|weitere informationen|contactez|pour plus d['’]informations|écrivez)",
  ],
  flags: "i",
});
/** A sentence with an address and so few words is about the address. */
const CONTACT_WORDS = 16;

const part = "(?:sections?|parts?|chapters?|appendix|appendices|subsections?)";
const work =
  "(?:paper|article|essay|chapter|section|part|report|review|page|guide|guideline|guidance|protocol|manual|booklet|fact ?sheet|leaflet|brief|document|thesis|note|book|post|handbook|survey|manuscript|statement|appendix)";
const plan =
  "(?:describ(?:e|es|ed|ing)|discuss(?:es|ed)?|presents?|outlines?|reviews?|examines?|considers?|explains?|address(?:es)?|introduces?|summari[sz]es?|explores?|covers?|concludes?|returns?|turns?|begins?|starts?|sketch(?:es)?|surveys?|sets? out|details?|looks?|deals?|compares?|analy[sz]es?|traces?|ask(?:s)?|takes? (?:up|each|them|both|.{2,40}? (?:in turn|one by one|in (?:the |this |that |their |its )?(?:\\w+ )?order))|follows?|opens?|closes?|applies|apply|proposes?|offers? an overview|gives? an overview|provides? an overview|reports? (?:on|our|the)|tests?|weighs?|argues? for|develops?|draws?|evaluates?)";
const aux =
  "(?:will |shall |then |first |next |now |also |briefly |finally |must |can |only |therefore |below )*";
const number = "(?:one|two|three|four|five|six|[ivx]{1,5}|\\d{1,2})";
/** "(Part 2)", "(in Section IV below)": where in the document itself something is treated. */
const ownPart =
  "\\((?:in |see )?(?:parts?|sections?|chapters?|secs?\\.?|ch\\.?|pt\\.?|§{1,2}) ?[\\divxlc.]{1,6}(?: below)?\\)";
/** What stands in a document outside its sentences, by its number or its place. */
const exhibit =
  "(?:the |our )?(?:(?:supplementary|online|appendix|extended data) )?(?:tables?|box|boxes|figures?|figs?\\.?|charts?|diagrams?|maps?|panels?|plates?|exhibits?|schedules?|annex(?:e|es)?|appendix|appendices) (?:(?:[a-z]?\\d+[a-z]?(?:\\.\\d+)?|[ivx]+|[a-h])(?:(?: and | to |, ?| ?[-–] ?)(?:[a-z]?\\d+[a-z]?|[a-h]))?(?: \\((?:above|below|overleaf|opposite|next page|p\\. ?\\d+)\\))?|below|above|overleaf|opposite)";
/** "Table 2 lists the doses.": says what stands where and nothing of it. What goes up or differs is told as a result. */
const NO_RESULT =
  "(?!.*(?:\\b(?:that|how (?:much|many|far|little)|than|whereas|while|because|but|was|were|is|are|had|has|no|not|only|little|large|larger|high|higher|low|lower|strong|clear|steep|sharp|marked|more|less|fewer|same)\\b|\\b(?:rise|rises|fall|falls|drop|drops|decline|declines|growth|increase|increases|decrease|decreases|reduction|gap|effect|effects|difference|differences|trend|trends|change|changes|loss|losses|gain|gains|link|links|relation|relationship|correlation|association|impact|peak|collapse|recovery|improvement|improvements|benefit|benefits|evidence)\\b|\\d))";
const listing =
  "(?:lists?|gives?|sets? out|summari[sz]es?|shows?|presents?|provides?|contains?|reproduces?|details?|describes?|displays?|collects?|compiles?|reports?|explains?|defines?|outlines?|illustrates?|maps?|plots?|compares?|contrasts?|traces?|brings? together)";
const leftOut =
  "(?:deal with|discuss|consider|cover|address|review|go into|enter into|touch on|take up)(?! (?:this|that|these|it|them)\\b)|attempt to";
const ownPlans = [
  // A road map told by one subject, the parts in brackets; "it" may be an act, of which nothing begins and ends so.
  `it (?:begins?|starts?|opens?|sets? out|first \\w+s)\\b[^.?!]{2,200}${ownPart}[^.?!]{0,200}\\b(?:turns|moves|goes on|returns|ends|closes|concludes|finishes)\\b`,
  `(?:i|we|(?:this|the|the present|our) ${work}|the (?:argument|discussion|analysis)) ${aux}(?:${plan}|starts?|moves?|proceeds?|ends?|goes|go)\\b(?! that)[^.?!]{2,200}${ownPart}`,
  `(?:after|having|before|starting from|beginning with) [^.?!]{3,160}${ownPart},? (?:it|i|we|(?:this|the|the present|our) ${work}|the (?:argument|discussion|analysis)) ${aux}(?:${plan}|moves?|proceeds?|ends?|goes|go)\\b`,
  `(?:er|sie|(?:der|dieser|der vorliegende) (?:beitrag|aufsatz|artikel)) (?:beginnt|setzt|geht|führt)\\b[^.?!]{2,200}\\((?:in |unter )?(?:teil|kapitel|abschnitt|§{1,2}|[ivx]{1,4}\\.)[^()]{0,8}\\)`,
  `(?:il|elle|(?:cet|le présent) (?:article|essai)|cette étude) (?:commence|débute|part|s['’]ouvre)\\b[^.?!]{2,200}\\((?:en |dans la )?(?:partie|section|chapitre|§{1,2}) ?[\\divxlc.]{1,6}\\)`,
  `${exhibit} (?:also |further |briefly )?${listing} (?:the|our|all|its|each|these|those|this|every|some|both|further|an?|what|who|whom|whose|which|where|when|how|\\w+s\\b)${NO_RESULT}.{0,90}$`,
  `${exhibit} (?:is|are) (?:an?|the|our) (?:map|plan|flow ?chart|diagram|list|summary|photograph|sketch|drawing|copy|overview|timeline|glossary|template|checklist)s? (?:of|for|from)${NO_RESULT}.{0,90}$`,
  // The same in other languages: article, exhibit, number, verb, article.
  `(?:tab(?:elle|\\.)|abb(?:ildung|\\.)|kasten|übersicht|anhang) (?:[a-z]?\\d+[a-z]?|[ivx]+|[a-h]) (?:nennt|enthält|zeigt|listet|führt|gibt|fasst|stellt|verzeichnet|bietet) (?:die|den|das|alle|einen?)\\b(?!.*(?:, dass |\\d|\\b(?:anstieg|rückgang|unterschied|zunahme|abnahme|wirkung)))[^.]{0,90}\\.?$`,
  `(?:die|der|das|alle|eine) [^.,;:\\d]{2,60} (?:stehen|steht|finden sich|findet sich|sind|ist) in (?:der )?(?:tab(?:elle|\\.)|abb(?:ildung|\\.)|übersicht|kasten|anhang) (?:\\d+[a-z]?|[ivx]+|[a-h])(?: (?:aufgeführt|aufgelistet|zusammengestellt|zusammengefasst|dargestellt|angegeben|wiedergegeben|abgedruckt))?\\.?$`,
  `(?:les?|la|l['’]\\p{L}+|toutes?|tous) [^.,;:\\d]{2,60} (?:figure(?:nt)?|se trouve(?:nt)?|(?:est|sont) (?:indiqué|donné|présenté|résumé|récapitulé|énuméré|reproduit)e?s?) (?:au|dans (?:le|la|l['’])|en|à (?:la|l['’])) ?(?:tableau|figure|encadré|annexe) (?:\\d+[a-z]?|[ivx]+|[a-h])\\.?$`,
  `(?:l[ao]s?|el) [^.,;:\\d]{2,60} (?:figuran?|aparecen?|constan?|están?|se (?:recogen?|muestran?|resumen?|detallan?|presentan?|encuentran?|enumeran?)) en (?:la|el) (?:tabla|cuadro|figura|recuadro|anexo) (?:\\d+[a-z]?|[ivx]+|[a-h])\\.?$`,
  `(?:le tableau|la figure|l['’]encadré|l['’]annexe|la carte) (?:\\d+[a-z]?|[ivx]+|[a-h]) (?:donne|énumère|présente|récapitule|résume|liste|indique|montre|rassemble|recense|reproduit) (?:les?|la|l['’]|toutes?|tous)(?!.*(?: que |\\d|\\b(?:hausse|baisse|différence|augmentation|recul|effet)))[^.]{0,90}\\.?$`,
  `(?:la tabla|el cuadro|la figura|el recuadro|el anexo|el mapa|a tabela|o quadro|a figura|o anexo|o mapa|la tabella|il riquadro|l['’]allegato) (?:\\d+[a-z]?|[ivx]+|[a-h]) (?:recoge|enumera|presenta|resume|muestra|lista|detalla|reúne|apresenta|mostra|reporta|elenca|riporta|riassume|reproduce|reproduz) (?:l[aoe]s?|el|l['’]|gli|i|[oa]s?|todos|todas)(?!.*(?: que | che |\\d|\\b(?:aumento|descenso|caída|diferencia|queda|diferença|calo|differenza|efecto|efeito|effetto)))[^.]{0,90}\\.?$`,
  `(?:the |in (?:the )?)?(?:next |following |final |last |first |second |third |present |concluding |remaining )?${part}(?: (?:one|two|three|four|five|six|[ivxlc]+|[\\d.]+|[a-z]))?(?: of (?:this|my|our|the present) ${work})?(?:,? (?:infra|supra|below),?)?,? ${aux}(?:(?:we|i) ${aux})?${plan}\\b(?! that)`,
  `(?:this|the present|our) ${work} ${aux}(?:aims? to|seeks? to|attempts? to|tr(?:y|ies) to|is (?:for|aimed at|addressed to|intended|meant|written|designed|organi[sz]ed|structured|divided|arranged|about)|falls into|proceeds|has (?:two|three|four|five|six|seven) (?:parts|sections|chapters)|${plan})\\b(?! that)`,
  `(?:this|the) ${work} (?:will be|shall be|is due to be) (?:next |last |first |due |being )*(?:reviewed|updated|revised|published|adopted|reissued|issued|approved)\\b`,
  `this ${work} (?:was|is|has been) (?:next |last |first |due |being )*(?:reviewed|updated|revised|published|adopted|reissued|issued|approved)\\b`,
  `in what follows\\b`,
  `(?:the|this|our|the present) ${work} (?:is|has been) (?:organi[sz]ed|structured|arranged|laid out|set out|divided) (?:as follows|into)\\b`,
  // A road map told part by part: what one of them does need be in the list above only once.
  `(?:in )?(?:part|chapter) ${number},? \\w+ [^.?!]{2,120}[,;] (?:and |while |then )?(?:in )?(?:part|chapter) ${number},? ${aux}(?:(?:we|i) ${aux})?${plan}\\b(?! that)`,
  `(?:this|the present) (?:essay|article|chapter|paper|section|part|talk) \\w{2,}s .{3,140}\\b(?:in turn|one by one|one after (?:another|the other))\\.?$`,
  `${part} (?:one|two|three|four|five|six|[ivx]{1,5}|\\d{1,2})(?: of this ${work})? (?:has )?(?:asked|described|discussed|examined|considered|explained|introduced|outlined|presented|reviewed|set out|surveyed|traced|explored|dealt with|addressed|sketched)\\b(?! that| \\d)`,
  `(?:this|the present|our) ${work} ${aux}(?:reads?|sets?|brings?|puts?|places?|holds?|lays?) (?:the|these|those|them|both|its|their|it)\\b.{0,60}\\b(?:together|side by side|alongside|against each other|in turn)\\b`,
  `(?:this|the present|our) ${work} ${aux}takes (?:.{3,80} seriously|(?:up )?.{3,80} as (?:its|a|the) (?:subject|object|point of departure|starting[- ]point|example|case|theme|text|cue))\\.?${MARKS}$`,
  // "This essay tells it as a dispute": how the story is told. What a report or an act says of something is a claim.
  `(?:this|the present|our|my) (?:essay|article|chapter|paper|book|talk|lecture) ${aux}(?:tells|retells|recounts|narrates|reads|treats|presents|regards|understands) (?:it|them|these|those|(?:the|that|this|its|their) (?:\\w+ )?(?:story|tale|affair|case|episode|quarrel|dispute|trial|events?|history|material|sources?|records?)) (?:as|from|through|by way of) [^.?!]{3,120}\\.?${MARKS}$`,
  // "How they were paid is a question for economists.": what the document leaves to others.
  `(?:how|why|whether|what|who|when|where|which) [^.?!:;]{3,140},? (?:is|remains|must remain|are) (?:an?|another) (?:(?:different|separate|further|other|open) )?(?:question|matter|task|subject|topic|story) for (?:(?:the|other|another|future|further|later|some|more|\\w+(?:al|ic)) ){0,2}(?:(?:\\p{L}+(?:ists|ians|ologists|graphers|yers|neers))|research|researchers|studies|study|work|paper|article|essay|book|occasion|day|time|others|courts?|statisticians|physicians|philosophers)\\.?${MARKS}$`,
  `(?:wie|ob|warum|weshalb|was|wer|wann) [^.?!:;]{3,140}, (?:ist|bleibt|wäre) (?:eine (?:andere |offene |weitere )?(?:frage|aufgabe|sache)|ein (?:anderes |weiteres )?thema) (?:für|der|künftiger|weiterer|einer|eines) [^.?!]{3,60}\\.?${MARKS}$`,
  `this ${work} (?:makes|offers|has|contains|puts forward) (?:two|three|four|five|six|seven|several|some|a number of) (?:\\w+ )?(?:recommendations|proposals|suggestions|points|parts|aims)\\b`,
  `(?:the|my|our|this) (?:argument|discussion|analysis|account|exposition|case) (?:here )?(?:proceeds|runs|unfolds|falls|moves|develops|goes) (?:in|into|as|through) (?:two|three|four|five|six|several|follows)\\b|my argument has (?:two|three|four|five) `,
  `(?:two|three|four|five|several|some) (?:\\w+ )?(?:objections|questions|points|issues|remarks|caveats|qualifications) (?:deserve|need|require|call for) (?:an answer|an? \\w+ answer|comment|mention|notice|attention|a word|to be)\\b`,
  `(?:but |and )?(?:first,? )?(?:a|one) (?:brief |short |last |final )?(?:word|note|remark|comment) (?:first )?(?:about|on|of) .{2,50} (?:is|are|seems?|must|will|may) (?:in order|needed|due|necessary|suffice|called for)\\b|but first,? (?:a|one|some) (?:brief |short )?(?:words?|notes?|remarks?)\\b`,
  `(?:i|we) (?:take|treat|consider|meet|answer|discuss|deal with) (?:them|these|each|both|the \\w+)(?: of (?:them|these))? (?:in turn|one by one|below|next|in (?:this|that) order)\\b`,
  `(?:it is )?to (?:this|that|these|those|the) .{2,60}\\b(?:i|we) (?:now |shall |will |next |must |can )*(?:turn|return|come)\\b`,
  `(?:this|that|the) (?:question|point|issue|matter|problem|topic|objection|theme) (?:is|will be) (?:taken up|resumed|discussed|treated|considered|dealt with|addressed)\\b.{0,30}\\b(?:in (?:the (?:next|following|last)|${part})|below|later)\\b`,
  `more (?:on|about|of) (?:this|that|these) (?:in|below|later)\\b`,
  `(?:on|in) this ${work},? you (?:will |can )?(?:find|learn|read)\\b|read on (?:to|for|if)\\b|here is what (?:to|you can|you should) do\\b`,
  `(?:the |our )?(?:appendix|annexe?|supplement|glossary|sidebar)(?: [a-z\\d]{1,3})? (?:gives|lists|contains|reproduces|sets out|explains|defines|collects|holds|prints)\\b`,
  `(?:all |the |unless .{3,30}, (?:all )?)?translations? (?:(?:are|is) (?:mine|ours|my own|our own|by the authors?|the author['’]?s)|from .{3,40} (?:are|is) (?:mine|ours|my own|our own))\\b|emphas[ie]s (?:is |are )?(?:added|mine|ours|(?:in|as in) the original)\\b|(?:all )?names (?:of .{3,40} )?have been changed(?: throughout| to protect.{3,60}| for .{3,60})?\\.?$`,
  `(?:all |the )?(?:figures|prices|sums|amounts|costs|values) are (?:given |expressed |stated |quoted |shown )?(?:in|at) (?:constant |current |real |nominal )?(?:\\d{4} (?:prices|pounds|dollars|euros|money|values|terms)|(?:pounds|dollars|euros|marks|francs|guilders|shillings)(?: of \\d{4})?\\.?$)`,
  `(?:the )?(?:strength|grade|level|class|quality|certainty)(?: of (?:the )?evidence)? (?:of|for|behind) (?:each|every|the|our|all) recommendations? (?:\\([^)]{1,80}\\) )?(?:stands?|appears?|follows?|comes?|(?:is|are) (?:given|shown|stated|marked|set|printed|indicated|noted|recorded)) (?:in|behind|after|beside|below|next to|at)\\b.{0,60}$`,
  `(?:each|every|all|the|our) ?recommendations? (?:is|are) followed by (?:its|their|a|the) (?:grade|letter|level|strength|class)|(?:each|every|all|the|our)? ?recommendations? (?:is|are) (?:numbered|graded|rated|labelled|labeled|marked)(?: and \\w+)? (?:from|as|by|according to|with)\\b`,
  `(?:letters|numbers|figures|grades|symbols|dates|words|terms) in (?:square |round )?(?:brackets|parentheses|bold|italics|the margins?) (?:refer to|show|give|mark|stand for|denote|indicate|mean)\\b|(?:asterisks|daggers) (?:refer to|show|mark|stand for|denote|indicate)\\b`,
  `(?:what follows|the (?:pages|paragraphs|sections|chapters) (?:that|which) follow|the following (?:pages|paragraphs)),? ${aux}(?:${plan}\\b(?! that)|(?:is|are|offers?|gives?) (?:an?|the|my|our) (?:\\w+ ){0,2}(?:account|attempt|sketch|summary|review|overview|list|outline|survey|history|reading|selection)\\b)`,
  `(?:the |these )?following (?:\\w+ ){0,2}(?:changes|amendments|reforms|proposals|recommendations|suggestions|points|questions|remarks|steps|measures)(?: \\w+){0,2} (?:can|could|may|might|would|should|must|are|were) (?:therefore |thus |then |be |now )*(?:made|proposed|offered|suggested|recommended|put forward|considered|taken up|discussed|drafted|adopted|addressed)\\b`,
  `(?:the )?(?:figure|fig\\.|table|box|diagram|chart|map|graph) (?:[a-z]?\\d+[a-z]?|[ivx]+|below|above|overleaf|opposite) (?:shows|gives|lists|sets out|presents|summari[sz]es|describes|illustrates|displays) (?:the|our|all|its) (?:flow|course|selection|design|set-?up|layout|details|characteristics|questions|sites|results|location|distribution|sample|sampling|criteria|procedure|search|full|main)\\b\\D{0,60}$`,
  `here,? (?:we|i) ${aux}${plan}\\b(?! that)`,
  // What is left out: "We do not deal with mosses.", "Mosses are not considered here."
  `(?:we|i|(?:this|the present|our) ${work}) (?:do|does|will|shall) not (?:here |also |further )?(?:${leftOut})\\b(?!.*(?:\\d|\\b(?:that|because|enough|to be|as an?)\\b)).{2,80}$`,
  `(?:we|i) (?:leave|set|put) [^.,;:\\d]{3,60} (?:aside|to one side|out of account)(?: here)?\\.?$`,
  `[^.,;:\\d]{3,60} (?:is|are) not (?:covered|discussed|considered|dealt with|addressed) (?:here|in (?:this|the present) ${work})\\.?$`,
  `[^.,;:\\d]{3,60} (?:is|are|lies?|falls?) (?:outside|beyond) the scope of (?:this|the present|our) ${work}\\.?$`,
  "(?:nicht (?:behandelt|berücksichtigt|erörtert|untersucht)|ausgeklammert) (?:werden|wird|bleiben|bleibt) (?:hier )?[^.,;:\\d]{3,60}\\.?$",
  // The author's "on" or "nous" with a verb of study in the future.
  "(?:on|nous|je|j['’]) ?(?:ne |n['’]|s['’]|se |nous |me |m['’]|y |en ){0,3}(?:attach|intéress|étudi|examin|analys|abord|trait|présent|décri|retrac|compar|interrog|pench|demand|born|limit|concentr|consacr|propos|montr|tent|cherch|commenc|finir|termin|conclu)(?:e?ra|e?rai|e?rons|ira|irai|irons)(?! que?\\b| qu['’])(?!\\p{L})[^.?!\\d]*\\.?$",
  `(?:in|below|here|there|first|second|next|then|finally|lastly|later|now|after|before)\\b.{0,60}\\b(?:we|i) ${aux}${plan}\\b(?! that).{0,80}\\b(?:${part}|below|next|later|following|in turn)\\b`,
  `in (?:this|the (?:next|following|last|final|present)) ${work},? (?:we|i) ${aux}${plan}\\b(?! that)`,
  `(?:each|every|all|the|our) ?recommendations? (?:is|are|was|were) (?:graded|rated) \\([^()]{3,80}\\)\\.?$`,
  `(?:we|i) (?:will |shall )?first ${plan}\\b(?! that)[^.?!\\d]{2,120}\\bthen\\b[^.?!\\d]{2,120}\\.?$`,
  `(?:we|i|let us|let me) ${aux}(?:turn|return|come back|move on|proceed|begin (?:by|with)|start (?:by|with)|conclude (?:by|with)|close (?:by|with))\\b`,
  `(?:we|i) ${aux}${plan}\\b(?! that).{0,80}\\b(?:in ${part} |below|later|in turn|in the next)`,
  `(?:to|let us|let me) (?:return|go back|come back|turn back) (?:now |once more |finally |briefly )?to (?:(?:the|our|my) (?:beginning|start|outset|opening|(?:opening|first|initial|original) \\w+|point of departure|starting point)|where (?:we|i|this \\w+) (?:began|started|set out))\\b\\.?${MARKS}$`,
  // The same to which other languages bid the reader: go back, begin, sum up.
  "(?:kehren|kommen|gehen|blicken|schauen|wenden|fassen|fangen|beginnen|schließen) wir (?:(?:nun|jetzt|noch einmal|noch|also|schließlich|zum schluss|zum schluß|abschließend|kurz|uns|einmal) ){0,3}(?:(?:zum?r?|auf (?:die|den|das)) (?:anfang|ausgangs\\p{L}+|eingangs\\p{L}+|beginn|frage|einleitung|titel|\\p{L}+ vom anfang)(?: zurück)?|zurück(?: \\p{L}+){0,4}|zusammen|(?:der|dem|den) \\p{L}+ zu|(?:mit|am|beim|vorn|von vorn)(?: \\p{L}+){0,3})\\.?$",
  "(?:revenons|retournons|passons|commençons|terminons|venons-en|tournons-nous)(?: donc| maintenant| enfin| un instant| à présent| brièvement)* (?:à|au|aux|par|vers|sur)(?: \\p{L}[\\p{L}’'-]*){1,6}\\.?$",
  "(?:volvamos|regresemos|pasemos|empecemos|comencemos|terminemos|voltemos|regressemos|passemos|comecemos|terminemos|torniamo|ritorniamo|passiamo|cominciamo|concludiamo)(?: pues| ahora| ya| agora| então| ora| dunque| adesso| brevemente| por fin)* (?:al?|a la|ao|à|aos|às|por|pel[oa]|con|com|all[aoe]?|ai|agli|dal|da|dall[ao])(?:[ ’']\\p{L}[\\p{L}’'-]*){1,6}\\.?$",
  "(?:see|compare|refer to|turn to|consult) (?:also )?(?:the )?(?:section|part|chapter|appendix|table|figure|fig\\.|box|page|below|above|next|previous|notes?|references)\\b",
  "(?:im folgenden|im (?:nächsten|folgenden|letzten) (?:abschnitt|kapitel|teil)|was folgt,? ist|(?:davon|darum|hiervon) (?:handelt|geht es in)|darauf komme(?:n wir| ich)|alle übersetzungen (?:stammen|sind)|(?:der|unser) (?:beitrag|aufsatz|artikel) (?:geht|fragt|untersucht|behandelt|beschreibt|zeichnet|gliedert|möchte|will|wendet)|(?:dieser|der (?:vorliegende|folgende|nachfolgende|nachstehende)) (?:beitrag|aufsatz|artikel|essay|text)|(?:die (?:vorliegenden|folgenden|nachfolgenden|nachstehenden) (?:seiten|zeilen|ausführungen|überlegungen|bemerkungen)|die (?:vorliegende|folgende) (?:skizze|studie|untersuchung|darstellung)) (?:geht|gehen|fragt|fragen|untersuch\\p{L}+|behandel\\p{L}+|beschreib\\p{L}+|zeichne\\p{L}+|möchten?|woll\\p{L}+|will|wende\\p{L}+)|dieses kapitel|dieser abschnitt|(?:abschnitt|kapitel|teil) [ivx\\d.]+ (?:behandelt|beschreibt|wendet|untersucht|stellt|zeigt))",
  "(?:(?:nous|j['’]|on) ?y (?:reviendrons|reviendrai|reviendra)|(?:on|nous) (?:verra|verrons) (?:plus loin|ci-dessous|ci-après)|(?:toutes )?les traductions sont|dans (?:cette|la|ce) (?:section|partie|chapitre|article)|cet article|cette (?:section|partie) (?:présent|expos|trait)|la (?:section|partie) [ivx\\d.]+ )",
  // Spanish: a verb of study behind the work's own name, the reader led by "se" or the author's "we".
  "(?:en (?:estas páginas|las páginas (?:que siguen|siguientes)|este (?:artículo|trabajo|ensayo|estudio|capítulo|apartado|libro)|esta (?:sección|tesis|introducción|segunda parte|primera parte)|lo que sigue|el (?:siguiente|próximo|último) (?:apartado|capítulo))(?: se|,? (?:me|nos))? (?:estudia|analiza|examina|aborda|describe|trata|expone|presenta|compara|propone|pretende|intenta|repasa|pregunta|ocup)(?:n|mos|ré|remos|rá|rán|o|a|amos|aré|aremos)?(?! que)(?![\\p{L}])|(?:este|el presente) (?:artículo|trabajo|ensayo|estudio|capítulo) (?:se (?:ocupa|divide|propone|centra|organiza|estructura|pregunta)|(?:estudia|analiza|examina|aborda|describe|trata|presenta|compara|pretende|intenta|repasa|propone)) )",
];
const opensPlan = opening({ words: ownPlans, flags: "iu" });
const holdsPlan = new RegExp(
  `\\b(?:remainder|rest|structure|plan|outline|organi[sz]ation) of (?:this|the|our) ${work}\\b|\\b(?:results|details|methods|discussion|analysis|evidence|proofs?|definitions?|recommendations) follows? (?:in|below)\\b|\\bare (?:given|listed|described|discussed|set out|explained) (?:below|in ${part} )|(?<!\\bas (?:it|they|this|that|which)? ?)\\b(?:is|are|will be|can be) (?:\\w+ )?(?:discussed|taken up|treated|defined|explained|described|examined|dealt with|listed|given|set out|found|summari[sz]ed|shown) (?:again |further |in full |in detail |more fully )?in (?:the )?(?:(?:next|following|last|final|previous|preceding) (?:section|part|chapter)(?! of\\b)|glossary|(?:online )?(?:appendix|annexe?|supplement)|tables? (?:\\d|[ivx]+\\b)|box \\d)|\\b(?:is|are) in (?:the (?:online )?supplement\\b|appendix [a-z\\d]\\b)|\\b(?:is|are) (?:given|shown|stated|marked|set|printed|indicated) (?:in|by|with) (?:\\w+ )?(?:brackets|parentheses|bold(?: type)?|italics|small capitals|letters|asterisks?|colou?rs|the margins?)\\b|\\b(?:is|are) (?:given|listed|described|set out|reproduced|printed|collected|reported|provided|attached) (?:\\w+ )?(?:in|at|as) (?:the )?(?:online )?(?:annex|annexe|appendix|appendices|supplement|supplementary)\\b|(?<=^[^,;:]{2,110} )(?:appears?|(?:is|are|will be|can be) (?:\\w+ )?(?:given|shown|set out|found|presented|depicted|illustrated|displayed|plotted|reproduced|mapped|outlined)) (?:again |further |in full |in detail |together )?in (?:the )?(?:supplementary |online )?(?:figures?|figs?\\.|charts?|maps?|appendix|appendices|annex(?:e|es)?|schedules?|tables?|box) (?:[a-z]?\\d+[a-z]?|[ivx]+|[a-h])(?:(?: and | to | ?[-–] ?)(?:[a-z]?\\d+[a-z]?|[a-h]))?\\.?$`,
  "i",
);
const planHints =
  /of (?:this|the|our)|follow|are |igure |ig\. |hart |chedule |nnex|ppendi|upplement|rackets|arenth|n bold|talics|capitals|letters|sterisk|olou?rs|margin|lossary|able (?:\d|[IVX])|ox \d|he (?:next|last|final|pre[vc])/;

const courtesy = opening({
  words: [
    String.raw`(?:we|i|the authors?) (?:\w+ ){0,2}(?:thanks?|acknowledges?|grateful|indebted)\b|thanks (?:are due|for\b|to .{1,200} for\b)|thank you|welcome to\b|enjoy\b|good (?:luck|morning|evening)|hello\b|dear \p{Lu}|happy \w+ing\b|yes[.!]|no[.!]|acknowledge?ments?[.:]|funding[.:]|keywords?[.:]|competing interests?[.:]|conflicts? of interests?[.:]|author contributions?[.:]|data availability[.:]|abbreviations?[.:]|(?:how to cite|suggested citation|preferred citation|recommended citation|cite (?:this \w+ )?as|please cite(?: this \w+)? as|zitierweise|zitiervorschlag|pour citer)\b[^:.]{0,40}:|(?:source|quelle|abbildungsnachweis)s? ?:|(?:these|the|both|all) authors contributed equally|the authors? declares? (?:that )?(?:they have |there (?:is|are) )?no |(?:the|both|all) authors? (?:has|have|reports?) no (?:\w+ ){0,3}(?:interests?|conflicts?|relationships?)\b|this (?:work|study|research|project|review|survey|trial|article|paper) (?:(?:was|is|has been) (?:funded|supported|financed|sponsored) by|received (?:no|its|funding|financial|support)\b)|no (?:competing|conflicts? of) interests?|publisher['’]?s note ?:|(?:journal )?peer[- ]review(?:er)? (?:information|reports)|(?:running (?:head|title)|word count|jel (?:classification|codes?)|orcid|corresponding author|affiliations?|licen[cs]e|ethics approval)s? ?:`,
  ],
  flags: "iu",
});

/** "The other objections have been met above.": its note says where, so that a marker makes no claim of it. */
const back = opening({
  words: [
    `(?:(?:the|these|those|this|that|most|some|many|all|both)(?: of)?(?: (?:the|these|those))? )?(?:(?:first|second|last|other|remaining|main|further|relevant|same) )?(?:objections?|questions?|points?|issues?|arguments?|concerns?|difficult(?:y|ies)|problems?|criticisms?|matters?|topics?|facts?|details) (?:was|were|has been|have been) (?:already |largely |briefly |fully )?(?:met|answered|addressed|discussed|treated|considered|examined|explained|described|set out|given|dealt with|disposed of) (?:above|supra|in (?:part|section|chapter) [ivx\\d]{1,5})\\.?${MARKS}$`,
  ],
  flags: "i",
});

const ofItself = opening({
  words: [`(?:this|the present|our) ${work}\\b`],
  flags: "i",
});
const goesOn = opening({
  words: [
    "it (?:also |further )?(?:(?:does|will|can|should) not|applies|covers|is (?:meant|intended|written|addressed|aimed|designed|for)\\b|replaces|supersedes|complements|should be read)",
  ],
  flags: "i",
});

/** Whether the sentence, a remark, is about the document: the next one may say "it". */
export const isAboutDocument = (text: string): boolean => ofItself.test(oneLine(text));

/** "It does not cover children.": about the document where the sentence before was. */
export const goesOnAbout = (text: string): boolean => goesOn.test(text);

const opensRemark = sieve([contact, opensPlan, courtesy, back]);

/**
 * Remarks that are no claims: how to reach somebody, the document's own plan ("Part III turns to …", "In Section 2 we
 * describe …"), thanks, greetings and the labelled lines at the edge of an article. `cites`: it bears a marker, and who
 * speaks of his own plan cites nobody.
 */
export function isRemark(text: string, signs: number, cites = false): boolean {
  const plans = !cites && opensRemark(text) && opensPlan.test(text);
  if (plans || (opensRemark(text) && (contact.test(text) || courtesy.test(text) || back.test(text))))
    return true;
  if ((signs & AT) !== 0 && email.test(text) && countWords(text, CONTACT_WORDS) < CONTACT_WORDS) return true;
  return !cites && (signs & PLANS) !== 0 && planHints.test(text) && holdsPlan.test(text);
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
