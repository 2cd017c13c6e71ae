/**
 * The grammar of legal citations of the European Union, of the nations' treaties and of France: courts with date and
 * docket, reporters, codes, acts by their day, cases before the Court of Justice. What is German stands apart.
 */
import type { ParsedReference, Span } from "../model.ts";
import { Builder } from "./build.ts";
import { parseAct } from "./legal-acts.ts";
import { dated, groups, pinned, proveAround, put } from "./legal-build.ts";
import { readGerman, readGermanAct } from "./legal-german.ts";

const UNION =
  /^((?:(?:Council|Commission|Framework|Delegated|Implementing)\s)*(?:Regulation|Directive|Decision|Verordnung|Richtlinie|Règlement|Directive)\s(?:\((?:EU|EC|EEC|EG|CE|UE)\)\s)?(?:No\.?\s|Nr\.\s|n°\s)?\d{1,4}\/\d{1,4}(?:\/(?:EU|EC|EEC|JHA|EG|EWG|CE))?(?:\s(?:of|on|concerning|des|du)\s[^[\]]{3,300}?)?)(?:,?\s(\[\d{4}\])?\s?(OJ)\s([LC]\s?\d+)\/(\d+))?(?:,?\s((?:arts?|recitals?)\.?\s\d[\d()a-z–-]*))?\.?$/diu;
/** "Case C-212/04 Adelmann v Hafenamt [2006] ECR I-6057, para 33". */
const UNION_CASE =
  /^(?:Joined\s)?(?:Cases?|Rs\.|Rechtssache|Affaire|Aff\.|aff\.)\s([CTF]?-?\d{1,4}\/\d{2}(?:\s?P)?(?:\s(?:and|to|–)\s[CTF]?-?\d{1,4}\/\d{2})*)(?:,|:)?\s([^[\]]{3,200}?),?\s(?:\[(\d{4})\]\s(ECR)\s((?:I+-)?\d{1,5})|(?:ECLI:)?EU:[CTF]:(\d{4}):\d+)(?:,?\s((?:paras?|Rn\.|pt\.?|points?)\.?\s[\d–-]+))?\.?$/du;
/** "Convention on the Law of the Sea, Dec. 10, 1982, 1833 U.N.T.S. 397". */
const TREATY =
  /^(\p{Lu}[^;:“”"]{5,200}?),\s((?:\p{L}+\.?\s\d{1,2},\s|\d{1,2}\s\p{L}+\s)\d{4}),\s(\d{1,4})\s(U\.?N\.?T\.?S\.?|U\.S\.T\.|I\.L\.M\.|T\.I\.A\.S\.|L\.N\.T\.S\.)\s(\d{1,5})\.?$/du;
/** "Convention on Ports (adopted 5 May 1951, entered into force 2 June 1954) 189 UNTS 137 (Ports Convention) art 33". */
const ADOPTED =
  /^(\p{Lu}[^;:“”"()]{5,200}?)(?:\s\([^()]{2,60}\))?\s\((?:adopted|opened for signature|signed|done|concluded|as amended)\s(\d{1,2}\s\p{Lu}\p{Ll}+\s\d{4}|\d{4})(?:,\s[^()]{4,60})?\)(?:,?\s(\d{1,4})\s(\p{Lu}{2,6}(?:\s\p{Lu}{1,3})?)\s(\d{1,5}))?(?:\s\([^()]{2,60}\))?(?:,?\s((?:arts?|Arts?)\.?\s[\dIVXL][\w().–-]*))?\.?$/du;
const TREATY_NOUN =
  "(?:Treaty|Convention|Charter|Protocol|Covenant|Declaration|Statute|Constitution|Concordat|Accords?)";
/** "European Convention on Letters (1931), art 8": the year stands behind the name, other names and a place may follow. */
const YEAR_BEHIND = new RegExp(
  `^((?:\\p{Lu}[\\p{L}’'-]+\\s(?:and\\s|of\\sthe\\s|of\\s)?){0,5}${TREATY_NOUN}(?:\\s[^,;:“”"()\\d]{2,100})?)(?:\\s\\([^()\\d]{2,40}\\))?,?\\s\\(?(1[6-9]\\d\\d|20\\d\\d)\\)?(?:\\s\\([^()\\d]{2,40}\\))?(?:,?\\s((?:arts?|Arts?|articles?|Articles?)\\.?\\s[\\dIVXL][\\w().–-]*))?\\.?$`,
  "du",
);
/** "Universal Declaration of Seafarers, art 12": a full name with its place. */
const NAMED_ARTICLE = new RegExp(
  `^((?:\\p{Lu}[\\p{L}’'-]+\\s){1,4}${TREATY_NOUN}\\s(?:of|on|for|against|concerning|relating|regarding|between|to)\\s[^,;:“”"()\\d]{2,100}),?\\s((?:arts?|Arts?|articles?|Articles?)\\.?\\s[\\dIVXL][\\w().–-]*)\\.?$`,
  "du",
);
/** "Treaty on European Union, art. 50", "Code civil, art. 1382": a text known by its name. */
const ARTICLE =
  /^((?:Treaty|Convention|Charter|Protocol|Covenant|Statute|Constitution|Declaration|Code|Traité|Charte|Vertrag|Loi|Codice|Costituzione)(?:\s[^,;:“”"\d]{2,100})?),?\s((?:arts?|Arts?)\.?\s[\dIVXL][\w().–-]*)\.?$/du;
/** "Loi n° 2004-575 du 21 juin 2004 pour la confiance dans l'économie numérique". */
const FRENCH_ACT =
  /^((?:Loi|Décret|Arrêté|Ordonnance|Circulaire)(?:\s(?:organique|constitutionnelle|royale))?(?:\s(?:n°|no)\s?([\d-]+))?\sdu\s(\d{1,2}(?:er)?\s\p{L}+\s\d{4})(?:(?!,\sart)[\s,][^;“”"]{0,200}?)?)(?:,\s((?:art\.|articles?)\s[\w.–-]+)(?:,\s(?:al\.|alinéa)\s\d{1,2})?)?\.?$/du;
const FRENCH_COURT =
  /^(?:Cass\.|Cour de cassation|CE|Conseil d['’](?:État|Etat)|Cons\. (?:const|d['’]État)\.?|Civ\.|Com\.|Soc\.|Crim\.|CA|CAA|TA|TGI|T\. com\.|CEDH|CJUE|CJCE)(?:\s\S+){0,3}$/u;
/** What papers are found by and no judgment: a mark that begins with letters and has strokes, a leaf. */
const KEPT = /^(?:\p{L}{1,6}\d{0,5}(?:\/[\p{L}\d]{1,8})+|(?:fol?s?|ff?)\.?\s?\d+[rv]?(?:[-–]\d*[rv]?)?)$/u;
const FRENCH_DAY = /^\d{1,2}(?:er)?\s\p{L}+\.?\s\d{4}$/u;
const FRENCH_REPORTER =
  /^(Rec\.(?:\sLebon)?|Lebon|Bull\.[^,]{0,30}?|D\.|JCP(?:\s\p{L})?|Gaz\. Pal\.|RFDA|AJDA|RTD\s\p{L}+\.|JO)(?:\s(\d{4}))?(?:[,\s]+(?:p\.|p)\s?(\d+))?$/u;

/** Returns the reference where the whole text is such a citation, else null. Time bounded by the caller's limit. */
export function parseCivilLaw(raw: string, text: string): ParsedReference | null {
  return (
    readGerman(raw, text) ??
    readUnion(raw, text) ??
    readText(raw, text) ??
    readGermanAct(raw, text) ??
    parseAct(raw, text) ??
    readFrenchCourt(raw, text)
  );
}

function readUnion(raw: string, text: string): ParsedReference | null {
  const b = new Builder(raw);
  const act = UNION.exec(text);
  if (act) {
    const g = groups(act);
    put(b, "title", g[1]);
    dated(b, g[2]);
    put(b, "container-title", g[3]);
    put(b, "volume", g[4]);
    put(b, "page", g[5]);
    pinned(b, g[6]);
    return b.finish("legislation", "certain");
  }
  const m = UNION_CASE.exec(text);
  if (!m) return null;
  const g = groups(m);
  put(b, "number", g[1]);
  put(b, "title", g[2]);
  dated(b, g[3] ?? g[6]);
  put(b, "container-title", g[4]);
  put(b, "page", g[5]);
  pinned(b, g[7]);
  return b.finish("legal_case", "certain");
}

/** Treaties, codes and acts known by their day. */
function readText(raw: string, text: string): ParsedReference | null {
  const b = new Builder(raw);
  const treaty = TREATY.exec(text) ?? ADOPTED.exec(text);
  if (treaty) {
    const g = groups(treaty);
    put(b, "title", g[1]);
    dated(b, g[2]);
    put(b, "volume", g[3]);
    put(b, "container-title", g[4]);
    put(b, "page", g[5]);
    pinned(b, g[6]);
    return b.finish("treaty", "certain");
  }
  const behind = YEAR_BEHIND.exec(text);
  // "Declaration 1998" alone may be anything that is called so.
  if (
    behind &&
    (behind[3] !== undefined || /\s(?:of|on|for|against|concerning|relating)\s/.test(behind[1]!))
  ) {
    const g = groups(behind);
    put(b, "title", g[1]);
    dated(b, g[2]);
    pinned(b, g[3]);
    return b.finish("legislation", "certain");
  }
  const article = ARTICLE.exec(text) ?? NAMED_ARTICLE.exec(text);
  if (article) {
    const g = groups(article);
    put(b, "title", g[1]);
    pinned(b, g[2]);
    return b.finish("legislation", "likely");
  }
  const french = FRENCH_ACT.exec(text);
  if (french) {
    const g = groups(french);
    // Number and day are part of the name of the act.
    b.draft.title = raw.slice(g[1]!.start, g[1]!.end).trim();
    proveAround(b, g[1]!, [g[2], g[3]]);
    put(b, "number", g[2]);
    dated(b, g[3]);
    pinned(b, g[4]);
    return b.finish("legislation", "certain");
  }
  return null;
}

/** "Cass. civ. 1re, 25 février 1997, n° 94-19.685, Bull. civ. I, n° 75": court, day, then docket, name, reporter. */
function readFrenchCourt(raw: string, text: string): ParsedReference | null {
  const parts: (Span & { readonly words: string })[] = [];
  for (let start = 0; start <= text.length; ) {
    const comma = text.indexOf(", ", start);
    const end = comma < 0 ? text.length - (text.endsWith(".") ? 1 : 0) : comma;
    parts.push({ start, end, words: text.slice(start, end) });
    if (comma < 0) break;
    start = comma + 2;
  }
  const day = parts.findIndex((p) => FRENCH_DAY.test(p.words));
  if (day < 1 || day > 3 || !FRENCH_COURT.test(parts[0]!.words)) return null;
  // "TA, D/BRI/3/1, Minutes, 11 February 1847, fol. 6v": the letters of an archive, its mark and a leaf.
  if (parts.some((p) => KEPT.test(p.words))) return null;
  const b = new Builder(raw);
  const court = parts[day - 1]!;
  const stop = raw[court.end] === "." ? 1 : 0;
  put(b, "authority", { start: parts[0]!.start, end: court.end + stop });
  dated(b, parts[day]);
  for (const part of parts.slice(day + 1)) {
    const docket = /^(?:n[°o]s?|req\.)\s?(?=\d)/u.exec(part.words);
    const reporter = FRENCH_REPORTER.exec(part.words);
    if (reporter) {
      const end = part.start + reporter[1]!.length;
      put(b, "container-title", { start: part.start, end });
      if (reporter[3]) put(b, "page", { start: part.end - reporter[3].length, end: part.end });
    } else if (docket && b.draft.number === undefined) {
      put(b, "number", { start: part.start + docket[0].length, end: part.end });
    } else if (!docket && b.draft.title === undefined && /^\p{Lu}/u.test(part.words)) put(b, "title", part);
  }
  return b.finish("legal_case", "certain");
}
