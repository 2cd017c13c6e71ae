/** Site furniture: navigation, link bars, footers, page controls, cookie and "last updated" lines, page numbers. */
import { oneLine } from "../blanks.ts";
import { opening, sieve } from "../openers.ts";
import { hatnoteOpenings, isHatnote, isRedirection } from "./hatnote.ts";
import { LEADERS, PARTING, REDIRECTS, RIGHTS, signsOf } from "./signs.ts";
import { isStatusLine, statusOpenings } from "./status-line.ts";

const LONGEST = 300;

/** Lines that are furniture as a whole, keyed by how they begin; matched without regard to case. */
const lines = opening({
  before: "(?:[↑^⇧▲←→»›] ?)?",
  words: [
    "skip (?:directly )?to (?:the )?(?:main |page |site )?(?:content|navigation|menu|search|footer)|zum inhalt(?: springen)?|aller au (?:contenu|menu)",
    "(?:an |the )?official (?:web ?)?site of .{3,80}|here['’]s how (?:you know|to tell)|(?:content|page) (?:source|owner|provider) ?: .{2,120}",
    "jump to (?:navigation|search|content|section)",
    "back to (?:the )?(?:top|home|search|results|overview)|top of page|return to top|nach oben|zurück|haut de page",
    "(?:share|print|e-?mail|tweet|save|cite|edit|bookmark|listen to|read aloud|translate|drucken|teilen|imprimer|partager)(?: (?:this|the|to|cette|cet|diese))?(?: (?:page|article|post|story|link|entry|section|seite|a friend|on .{1,20}))?",
    "(?:view|show) (?:source|history|comments|all comments|printable version|desktop site)|report (?:a|an) (?:problem|error|issue)(?: (?:with|on|about) .{1,30})?|(?:change|select|choose) (?:your )?language\\b.{0,60}",
    "share (?:this|on|via).{0,30}|follow us.{0,60}|like us.{0,40}|find us on.{0,40}",
    "(?:subscribe|sign up|sign in|log in|login|log out|register)(?: (?:to|for|now|here|with|or)\\b.{0,60})?",
    "(?:toggle|open|close|show|hide|main|site) (?:navigation|menu|search)|menu|search|suche|recherche|navigation",
    "home|homepage|start ?page|startseite|accueil|main page|site ?map|plan du site|contents|random article|mobile view",
    "donate(?: now| today)?|support us",
    "(?:our |the )?(?:privacy|cookies?|terms|accessibility|legal)(?: (?:policy|notice|notices|information|statement|settings|preferences|of use|of service|and conditions|& conditions))?(?: (?:and|&) .{1,30})?",
    "(?:view|read|see) (?:our |the |site |full |all )*(?:terms|privacy|cookie|legal|conditions).{0,40}",
    "impressum|datenschutz(?:erklärung)?|kontakt|mentions légales|about(?: us| this (?:site|page))?|contact(?: us)?|help|faqs?|feedback",
    "(?:page |content |article )?last (?:updated|reviewed|modified|edited|changed|checked)(?: ?:.{0,60}| (?:on|by|at) .{0,60}| ?\\d.{0,40}|,? \\w+\\.? (?:\\d{1,2},? )?\\d{4})?|(?:next review|review date|page updated|date of last review)\\b.{0,40}",
    "updated:? .{4,30}|stand: .{4,30}|zuletzt (?:geändert|aktualisiert).{0,60}|(?:this|the) page was last .{0,80}|this page was (?:edited|updated|reviewed|modified|checked|published|generated) .{0,60}",
    "(?:all |the |this )?(?:text|content|site|page|material|article) (?:is )?(?:available|licen[cs]ed) under .{0,120}",
    "was this (?:page|article|information|answer|content|guide|leaflet) (?:helpful|useful).{0,40}|did you find (?:this|what) .{0,60}|rate this .{0,40}|is there anything wrong with this page.{0,20}",
    "(?:we|this (?:web)?site|our (?:web)?site|this page) uses? cookies.{0,200}|(?:by )?(?:continuing|using|browsing).{0,80}cookies.{0,120}|(?:accept|reject|manage|allow) (?:all )?cookies.{0,60}|wir verwenden cookies.{0,120}",
    "(?:copyright )?(?:©|\\(c\\) ?\\d{4}).{0,120}|copyright (?:©|\\d{4}|by |notice).{0,100}|alle rechte vorbehalten|tous droits réservés",
    "powered by .{0,40}|advertisements?|anzeige|publicité|loading(?:…|\\.\\.\\.)?|you are here:?.{0,120}|(?:please )?(?:enable|turn on) javascript.{0,60}|javascript is .{0,60}",
    "(?:read|learn|show|see|view|load|find out) (?:more|less|all)(?: (?:about|on|in) .{0,40})?|continue reading",
    "(?:related|more|popular|recommended|latest|featured|top) (?:articles|links|topics|content|pages|posts|stories|reading|news|information)",
    "download (?:the |this |as |a )?(?:pdf|article|citation|app|page|epub|leaflet|copy).{0,30}|(?:view|open) (?:pdf|article|full text|in new (?:tab|window))",
    "(?:previous|next)(?: (?:page|article|post|chapter|topic))?|page \\d+(?: (?:of|/) \\d+)?|seite \\d+(?: von \\d+)?|\\d{1,4}(?: ?/ ?\\d{1,4})?|[-–—] ?\\d{1,4} ?[-–—]",
    "(?:printed|paper|hard) copies (?:of this \\w+ )?are (?:uncontrolled|not controlled|valid only)\\b.{0,140}|(?:this \\w+ is )?(?:uncontrolled|not controlled) (?:when|if|once) (?:printed|copied|downloaded)\\b.{0,140}|(?:please )?(?:always )?(?:check|see|consult|refer to) the (?:intranet|web ?site|online version) for (?:the )?(?:current|latest|up[- ]to[- ]date|newest|most recent) (?:version|edition|copy)",
    "[↩↑^⇧▲←→↓»›×✕✖]+",
    // The heads of a law review's pages: "318 ARDMORE LAW REVIEW [Vol. 97:301", "2021] THE RETURN OF THE GRAVE 317".
    "\\d{1,4} .{3,90} \\[vol\\.? ?\\d{1,4}(?: ?: ?\\d{1,5})?\\]?|\\d{4}\\] .{3,90} \\d{1,4}",
    "(?:text|font|type|letter)(?:[ -]?size)?(?: ?:)? (?:(?:small|medium|normal|large|larger|smaller|default|s|m|l|xl|a[-+]{0,3}|[-+])\\b ?[-+|/·]* ?){1,6}|(?:text|font) size|(?:change|resize|increase|decrease) (?:the )?(?:text|font)(?: size)?|schriftgröße.{0,30}|taille d(?:u texte|e (?:la )?police).{0,30}",
    "(?:high contrast|dark mode|light mode|night mode|reader mode|easy read|large print|plain text|leichte sprache|gebärdensprache|hoher kontrast|contraste élevé|mode sombre)(?: version)?(?: ?[:|/·] ?.{0,30})?|contrast ?: .{1,30}",
    "(?:on|in) this (?:page|article|section|guide|leaflet|topic|chapter|entry)(?: ?:.{0,200})?|(?:jump|skip|go) to ?:.{0,200}|table of contents|inhalts?(?:verzeichnis|übersicht)?(?: ?: .{0,200})?|auf dieser seite(?: ?:.{0,200})?|sommaire(?: ?: .{0,200})?|dans (?:cet article|cette page)(?: ?:.{0,200})?",
    "(?:related(?: (?:topics|articles|pages|links|content|reading))?|see also|read also|more on(?: this)?|more in|tags?|tagged|topics?|filed under|posted in|up next|next|previous|next up|mehr zum thema|lesen sie auch|schlagw(?:ort|örter|orte)|themen|à lire aussi|lire aussi|sur le même sujet|mots[- ]clés) ?: .{1,200}",
    "you (?:may|might) (?:also )?(?:like|be interested in).{0,40}|recommended for you|das könnte sie (?:auch )?interessieren|à lire (?:aussi|également)",
    "(?:leave|post|write|add) a (?:comment|reply|review)|comments are closed|be the first to .{1,30}|\\d{1,5} (?:comments?|replies|responses)",
    "(?:article|story) continues below(?: (?:this )?ad(?:vertisement)?)?|advertisement.{1,30}continue.{0,20}|sponsored(?: (?:by|content|links).{0,40})?|promoted|ad feedback",
    "(?:click|tap) (?:here )?(?:to|for) .{1,40}|view larger(?: image| version)?|enlarge(?: image)?|(?:photo|image|picture|foto|bild|crédit photo|photograph)s?(?: credits?| source)? ?: .{1,80}|getty images.{0,20}",
    "(?:find|book|make|request) an? (?:doctor|appointment|dentist|clinic|pharmacy|specialist|service)(?: near you)?(?: (?:today|now|online))?|(?:watch|play|listen)(?: (?:to )?(?:the |this )?(?:video|audio|podcast|page|article))?(?: \\(.{1,20}\\))?|video transcript",
    "(?:registered )?charity(?: registered)?(?: (?:in|no\\.?|number|reg)\\b.{0,60})|(?:company )?registered (?:in|office|company|charity)\\b.{0,100}|(?:leaflet|document|publication|product|form|policy|file)(?: reference)? ?(?:code|id|no\\.?|number|ref(?:erence)?\\.?) ?:? ?[\\w/.-]{2,24}",
    "(?:date of (?:issue|publication|review|last review)|publication date|issue date|review(?: due)?(?: date)?|expiry(?: date)?|date published|date reviewed|version|ref(?:erence)?(?: no\\.?| number)?|authors?|reviewers?|medical (?:editor|reviewer|advis[eo]r)|editors?|autor(?:en|in)?|auteurs?|redaktion|document owner|owner) ?: .{2,120}",
    "(?:select|wähle?n? sie) .{0,20}(?:language|sprache)|(?:languages?|sprachen?|langues?) ?: .{1,80}|other languages|in other languages|(?:(?:all|health|conditions?|diseases?|drugs?|medicines?|symptoms?|treatments?|tests?|services?|departments?|subjects?|products?|site)(?: (?:and|&) \\w+)? )?a ?[-–] ?z(?: (?:index|list|of .{1,30}))?|(?:all )?topics a ?[-–] ?z",
    "(?:accept|agree|reject|decline|accept all|reject all|got it|ok(?:ay)?|close|dismiss|no,? thanks|i agree|allow all|akzeptieren|ablehnen|alle akzeptieren|schließen|accepter|refuser|fermer)(?: ?[×✕✖])?",
    "cite as ?: .{1,80}|(?:arxiv|ssrn|hal|zenodo) ?: ?\\S{4,40}.{0,60}|(?:bio|med|chem|psy|soc|eco)[ar]?r?xiv (?:preprint )?(?:doi ?: ?)?.{0,120}|preprint submitted to .{1,80}|(?:\\(?which was )?not certified by peer review.{0,80}|the copyright holder for this (?:preprint|version).{0,160}|(?:it|this (?:article|preprint|work|version)) is (?:made )?(?:available|licen[cs]ed|distributed|published) under .{1,120}|(?:this|the|these|our) (?:\\w+ ){0,2}(?:briefings?|briefs?|documents?|reports?|pages?|leaflets?|booklets?|guides?|guidelines?|publications?|papers?|articles?|works?|text|information|contents?|materials?|fact ?sheets?|handouts?|posters?|toolkits?) (?:may|can|must|should) (?:not )?(?:only )?be (?:freely |further )?(?:copied|photocopied|reproduced|re-?used|shared|reprinted|redistributed|circulated|downloaded|printed|translated|stored|quoted)\\b.{0,160}|(?:reproduction|copying|photocopying|re-?use|reprinting|redistribution)\\b.{0,80}\\b(?:is|are) (?:\\w+ )?(?:permitted|allowed|prohibited|authori[sz]ed|encouraged|forbidden|granted)\\b.{0,100}|(?:licen[cs]ed|distributed|released) under (?:the|a|an|cc)\\b.{1,100}|(?:dieses werk|dieser (?:text|beitrag)) (?:ist lizenziert|steht|darf)\\b.{1,120}",
    "nachdruck\\b.{0,40}\\b(?:genehmigung|gestattet|erlaubt|verboten|untersagt|erlaubnis)\\b.{0,80}|(?:die|das|der|unsere?|diese) (?:mitteilungen|blätter|hefte?|zeitschrift|zeitung|jahrbuch|rundbrief|vereinsbote|schriftenreihe) ersch(?:eint|einen) (?:(?:ein|zwei|drei|vier|sechs)mal\\b.{0,20}|(?:halb|viertel)?jährlich|monatlich|unregelmäßig)",
    "(?:the|this|our) (?:bulletin|journal|newsletter|magazine|proceedings|transactions) (?:is published|appears?|comes out) (?:(?:once|twice|(?:three|four|six) times) a year|quarterly|monthly|yearly|annually|weekly)",
    "articles? (?:from|in|of) .{3,80} (?:is|are) (?:provided|made available|reproduced) (?:here )?(?:courtesy|by permission|with (?:the )?permission) of .{2,60}",
    "(?:weiterlesen|anmelden|abmelden|registrieren|newsletter(?: (?:abonnieren|bestellen))?|zur startseite|barrierefreiheit|cookie-einstellungen|artikel (?:anhören|drucken|teilen|merken)|merken|se connecter|s['’]inscrire|s['’]abonner|retour (?:en haut|à l['’]accueil)|lire la suite|imprimer l['’]article)",
  ],
  after: "[.!:›»→↩ ]*$",
  flags: "i",
});

const item =
  /^(?:home|share|print|e-?mail(?: this page)?|tweet|facebook|twitter|linkedin|youtube|instagram|rss|site ?map|contact(?: us)?|about(?: us)?|privacy(?: policy)?|cookies?(?: policy)?|terms(?: .*)?|accessibility|help|faqs?|search|menu|log ?in|sign in|register|donate|news|blog|shop|events|careers|jobs|press|policies|foia|syndicate|contents|main page|random article|mobile view|featured \w+|subscribe|back|next|previous|top|author contributions?|data availability(?: statement)?|(?:publisher's )?disclaimer|supplementary materials?|(?:article )?metrics|full text|english|deutsch|français|español|impressum|datenschutz|kontakt|startseite|accueil|yes|no)$/i;

const LONGEST_LETTERS = 120;
/** `A  A+  A++`, `A B C D E F G`: sizes of letters, an index. */
const letters = /^(?:[Aa][-+−–]{0,3}(?: ?[|/·])?(?: |$)){2,6}$|^[A-Z](?: ?[|·,]? [A-Z]){5,25}$/;

/**
 * Whether a line is site furniture: navigation, footer, link list, cookie notice, "last updated", a page number.
 * Running heads and site names are known only by their place and are not judged here.
 */
export function isChromeLine(line: string): boolean {
  if (line.length > LONGEST) return false;
  const text = oneLine(line);
  if (text !== line && isLinkRow(line)) return true;
  // "Label:  S  M  L": choices set apart by wide blanks.
  if (text !== line && /^[\p{L}][\p{L} -]{1,30}:(?:\s{2,}[\p{L}+−-]{1,12}){2,}\s*$/u.test(line)) return true;
  return isFurniture(text, signsOf(text));
}

const opensFurniture = sieve([...statusOpenings, ...hatnoteOpenings, lines]);

/** "3 First response ........ 4": a line of a table of contents. */
const leaders = /(?:\.{4}|(?:\. ){3}\.|…{2}|_{4}) ?(?:\d{1,4}|[ivxl]{1,6})$/;

/** The same of words whose white space is closed already; `signs` are those of the words. */
export function isFurniture(text: string, signs: number): boolean {
  if (text === "" || text.length > LONGEST) return false;
  if (text.length <= LONGEST_LETTERS && letters.test(text)) return true;
  if ((signs & LEADERS) !== 0 && leaders.test(text)) return true;
  const opens = opensFurniture(text);
  if ((opens || (signs & PARTING) !== 0) && isStatusLine(text, signs)) return true;
  if ((opens && (isHatnote(text) || lines.test(text))) || ((signs & REDIRECTS) !== 0 && isRedirection(text)))
    return true;
  if (
    (signs & RIGHTS) !== 0 &&
    text.length < 120 &&
    /\brights reserved\b|\bdroits réservés\b|\bRechte vorbehalten\b/i.test(text)
  )
    return true;
  return (signs & PARTING) !== 0 && /[|•·>›»/]/.test(text) && isLinkBar(text);
}

/** `Print   Share   Facebook   Syndicate`: links set apart by wide blanks, some of them known to be links. */
function isLinkRow(line: string): boolean {
  const cells = line.trim().split(/\s{2,}|\s\|\s/);
  if (cells.length < 3 || cells.some((c) => c.split(" ").length > 6 || /[\d.!?;,]/.test(c))) return false;
  const known = cells.filter((c) => item.test(c) || lines.test(c)).length;
  return known >= 2 && 3 * known >= cells.length;
}

/** `Share | Print |`, `Home > Indoor Air > Carbon monoxide`, `Privacy · Cookies`. */
function isLinkBar(text: string): boolean {
  const sign = /[|•·]/.test(text)
    ? /\s*[|•·]\s*/
    : /^(?:home|start(?:seite)?|accueil) \/ /i.test(text)
      ? /\s\/\s/
      : /\s[>›»]\s/;
  const parts = text.split(sign);
  if (parts.length < 2 || /[.!?]$/.test(text)) return false;
  const cells = parts.map((p) => p.trim()).filter((p) => p !== "");
  if (cells.length === 0 || cells.some((c) => c.split(" ").length > 5)) return false;
  // Numbers are pages to turn to where nothing else stands there, and a table's cells beside words.
  const number = (c: string): boolean => /^[-–— \d/]+$/.test(c);
  if (cells.some((c) => !number(c) && (item.test(c) || lines.test(c))) || cells.every(number)) return true;
  if (cells.length < parts.length && /[|•·]$/.test(text)) return true;
  return / [>›»] /.test(text) && cells.length > 2 && !/\d/.test(text);
}
