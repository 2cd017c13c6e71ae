/** The names that works are given for later citations: "(hereinafter Whalers)", "(‘the Charter’)", "[Delorme]". */
import { onlyMarks } from "./reading.ts";

/** "2016 Act", "Online Safety Code": what a law may be called after it was named in full. */
export const LAW_NAME =
  "(?:(?:1[2-9]|20)\\d{2}\\s)?(?:\\p{Lu}\\p{L}*\\s){0,4}(?:Act|Bill|Code|Regulations?|Rules|Order|Ordinance|Directive|Convention|Treaty|Charter|Protocol|Covenant)";
const ALIAS =
  /^[\s,]*[([](?:hereinafter|hereafter|henceforth|im [Ff]olgenden|künftig|fortan|ci-après|désormais|d['’]ora in (?:poi|avanti)|en adelante|en lo sucesivo|doravante|daqui em diante)(?:,?\s(?:cited as|referred to as|zitiert als|zit\.(?: als)?|abgekürzt|cité|citato))?:?\s*[“"‘„«]?([^)\]”"’“»]{1,80})[”"’“»]?[)\]]/u;
/** "(the 2016 Act)", "(‘the Charter’)": how lawyers name a law for later. */
const LAW_ALIAS = new RegExp(`^\\s?\\([“"‘']?(?:the\\s)?[“"‘']?(${LAW_NAME})[”"’']?\\)`, "u");
/** "(‘Harkness’)", "(“the Charter”)": a name in quotation marks right behind a citation is that of the work. */
const QUOTED_ALIAS = /^(?:\s?\([^()“”‘’"']{2,80}\))?\s?\([“‘'"](?:the\s)?(\p{Lu}[^“”‘’"()]{1,50}?)[”’'"]\)/u;
/** "[Delorme]", "[Charter]", "[Hale cited to SCR]": what Canadian lawyers call the work from here on. */
const SQUARE_ALIAS =
  /^\s\[(?!(?:[Tt]ranslat|[Ee]mphas|[Ff]ootnote|[Cc]itation|Online|Internet|PDF|CD|DVD|Video|Film|Podcast|Data ?set|Review|Editorial|Letter|Abstract|Preprint|In\s|Accessed|Original|Note|Ed\.|Hrsg|Sic|Author))(\p{Lu}[^[\]\d“”]{1,60}?(?:\s\d{4})?)(?:\scited\sto\s[^[\]]{2,20})?\](?=\.?\s*$|[.;,]\s|\s\()/u;

/** Returns the name a work is given for later citations: "(hereinafter Whalers)", "(the 2016 Act)". */
export function aliasIn(text: string): string | null {
  return (
    (ALIAS.exec(text) ??
      LAW_ALIAS.exec(text) ??
      QUOTED_ALIAS.exec(text) ??
      SQUARE_ALIAS.exec(text))?.[1]?.trim() ?? null
  );
}

const BRACKET = /^\s?(?:\((?:[^()]|\([^()]*\)){1,200}\)|\[[^\]]{1,200}\])/u;

/** Returns the name given behind a citation, perhaps behind remarks: "(statement of Rep. Quan) [hereinafter Hearing]". */
export function aliasBehind(text: string): string | null {
  for (let rest = text, n = 0; n < 4; n++) {
    const name = aliasIn(rest);
    const remark = name === null ? BRACKET.exec(rest) : null;
    if (!remark) return name;
    rest = rest.slice(remark[0].length);
  }
  return null;
}

/** The longest bracket that may name a work. */
const LONGEST = 120;

/** Returns where the text ends without a name for later at its end: "Guidance for Anglers (2019) 6 (‘Guidance’)". */
export function beforeAlias(text: string): number {
  const open = text.lastIndexOf(" (");
  if (open < 0 || text.length - open > LONGEST) return text.length;
  const name = QUOTED_ALIAS.exec(text.slice(open));
  return name && onlyMarks(text, open + name[0].length) ? open : text.length;
}
