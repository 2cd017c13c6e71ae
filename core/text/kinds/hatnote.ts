/** Furniture of encyclopaedias: notes that lead to other articles, banners about the article, categories. */
import { opening } from "../openers.ts";

const LONGEST = 240;
const ALIKE = "(?:[\"“‘'„«]|\\p{Lu}|list of\\b|the (?:article|page|list|disambiguation)\\b)";

const leads = opening({
  words: [
    `[Ff]or [^.]{1,120}, see (?:also )?${ALIKE}`,
    "(?:Do n|N)ot (?:to be )?confuse[d]? (?:this )?with\\b|Distinguish from\\b",
    "(?:Main|Full|Detailed|Related) (?:articles?|pages?|lists?) ?: |Further information(?: on [^:]{1,60})? ?: |See also ?: ",
    `(?:Für|Zu[rm]?) [^.]{1,120},? siehe (?:auch )?${ALIKE}`,
    "Hauptartikel ?: |Siehe auch ?: |Nicht zu verwechseln mit\\b|Weitere Bedeutungen\\b",
    `Pour (?:les articles homonymes|[^.]{1,120}), voir ${ALIKE}`,
    "Ne (?:pas confondre|doit pas être confondue?) avec\\b|Articles? (?:détaillé|principal|principaux|connexe)s? ?: |Voir aussi ?: ",
  ],
  flags: "u",
});

const redirects = /^(?:[“"][^”"]{1,60}[”"] redirects? here\b|[^.]{1,60} (?:redirects here|redirige ici)\b)/u;

const about = opening({
  words: [
    "this (?:article|section|page|list|biography)(?: about [^.]{1,60})? (?:needs|is an? (?:\\S+ ){0,4}stub\\b|does not (?:cite|have)|relies (?:\\w+ )?on|has (?:multiple|several) issues|may (?:contain|require|need)|includes a list of)",
    "you can help (?:\\S+ )?by (?:expanding|adding|improving|translating)",
    "please help (?:to )?(?:improve|update|expand)\\b|please (?:add|consider adding) (?:citations|references|more)",
    "unsourced material may be|learn how and when to remove|find sources ?:",
    "from [^.,]{1,40}, the free (?:\\S+ )?(?:encyclop|content|dictionary)|aus [^.,]{1,40}, der freien|un article de [^.,]{1,40}, l['’]encyclop",
    "(?:hidden )?categor(?:y|ies) ?: |(?:versteckte )?kategorien? ?: |catégories? ?: |retrieved from |abgerufen von |authority control\\b|normdaten\\b",
    "(?:wikimedia )?commons has (?:media|images)|part of a series (?:on|about)\\b|coordinates ?: |koordinaten ?: |coordonnées ?: ",
    "dieser artikel (?:ist ein stub|bedarf|benötigt|wurde zum)|cet article est une ébauche|cet article ne cite",
    "\\[? ?(?:edit|hide|show|collapse|expand|bearbeiten|verbergen|modifier|masquer|v t e)(?: (?:source|section|this box|quelltext|le code))?(?: ?\\| ?(?:edit source|quelltext bearbeiten|modifier le code))? ?\\]?$",
  ],
  flags: "i",
});

export const hatnoteOpenings = [leads, about];

/** Whether a line leads to another article or speaks of the article's own state, as encyclopaedias do. */
export function isHatnote(text: string): boolean {
  return text.length <= LONGEST && (leads.test(text) || about.test(text));
}

/** Whether a line says which words lead here. */
export function isRedirection(text: string): boolean {
  return text.length <= LONGEST && text.slice(0, 90).includes(" redir") && redirects.test(text);
}
