/**
 * Splits a stretch of person and organisation names into CSL names: inverted ("Brew, B. J."), MEDLINE ("Brew BJ"),
 * direct ("Bruce J. Brew") and mixed lists, particles, suffixes, organisations, "et al.".
 */
import type { CslName } from "../model.ts";
import { acronym, fold } from "../names.ts";
import { isListed } from "./gazetteer.ts";
import { isMaker } from "./makers.ts";

export interface NameList {
  readonly names: readonly CslName[];
  /** "et al." or the like stood in the list. */
  readonly truncated: boolean;
}

const ET_AL =
  /[,;]?\s*(?:&\s*|\band\s+)?(?:\bet\.?\s?al(?:ii|iae)?\b\.?|\band others\b|&\s*others\b|\bet coll\b\.?|\be altri\b|\by otros\b|\by cols?\b\.?|\bet autres\b)/giu;
/** "Burney DAet al." without its blank, and "u. a.", which "U. A." is not. */
const ET_AL_CASED = /(?<=\p{Lu})et\s?al\b\.?|(?<![\p{L}.]\s?)u\.\s?a\./gu;

const ELLIPSIS = /(?:…|\.{3}|\. \. \.)/u;

/** Words before the names that say what the persons did. Each character can match in one way only. */
const LEAD =
  /^(?:[\s,;:.([{=–]|(?<!\p{L})(?:in|by|from|eds?|edited|editors?|(?:hrsg|hg|herausgegeben|übersetzt|übers|dt|ins deutsche übertragen|aus de[mr] \p{Lu}\p{L}+(?:\s(?:übersetzt|übertragen))?)\.?\svon|hrsg|hg|trans|transl|translated|translators?|traduit(?: d[eu'’]\s?(?:l['’])?\p{L}+)? par|trad|a cura di|dir|sous la direction de|sous la dir|éds?|compiled|comp|with|introduction|foreword|and|et|und|par|a c\. di)(?!\p{L})(?!\.?\s*[A-Z]\.?\s*[,&]))+(?=\P{Ll}|[dv])/iu;

const TAIL =
  /(?:[\s,;:.([{)\]}&]|\b(?:eds?|edits?|editors?|edited|hrsgg?|hg|hgg|trans|transl|translators?|translated|comps?|dirs?|éds?|éditeurs?|org|orgs|coords?|a cura di|cur|guest|series|vol|and|by|in)\b|(?<=\p{L}{2}\.\s)(?:n\.\s?d|s\.\s?d|undated)\b)+$/iu;

const ORG =
  /\b(?:universit\p{L}*|institut\p{L}*|minist\p{L}+|department|dept|division|organi[sz]ation|organización|organisation|association|asociación|society|société|sociedad|clubs?|guild|council|committee|comité|commission|comisión|agency|agence|board|bureau|office|centre|center|centro|group|groupe|collaborations?|consortium|bank|company|corp|corporation|inc|ltd|llc|gmbh|foundation|fund|federation|league|union|network|service|services|authority|academy|college|school|museum|library|trust|team|projects?|program|programme|programs|task force|chambers? of (?:commerce|trade|industry|agriculture|shipping|mines|crafts|labou?r|deputies)|government|parliament|court|police|press|alliance|initiative|forum|observatory|laborator(?:y|ies)|verein|verband|bundes\p{L}+|landes\p{L}+|\p{L}*amt|gesellschaft|stiftung|ministerium|congress|senate|administration|conference|nations|working party|investigators|collaborators|registry|systems|software|technologies|states)\b/iu;

/** Words that name a body where persons stand; in a title they name a thing. */
const BODY =
  /(?<!\p{L})(?:(?:heritage|red) list|associations|standards|councils|directorate|secretariat|inspectorate|ombudsman|regulator|tribunal|inquiry|enquiry|registrars?|hospitals?|clinics?|infirmary|unit|panel|chamber|cooperative|partnership|coalition|campaign|survey|taskforce|archives?|labs?|publishers|publications|nurses|physicians|surgeons|engineers|teachers|workers|employers|railways?|ports|gardens|\p{L}{4,}(?:ists|icians)|\p{L}{3,}(?:verein(?:igung)?|verband|gesellschaft|genossenschaft|kammer|innung|bund|kreis|gruppe|gemeinschaft|ausschuss|ausschuß)|\p{L}*(?:behörde|institut|ministerium|museum|kommission|archiv|gericht)|dep['’]t|comm['’]n|ass['’]n|gov['’]t|nat['’]l|int['’]l|soc['’]y|off\.|admin\.|auth\.|inst\.|staff|herbarium|arboretum|aquarium|planetarium|observatoire|fédération|institución|istituto|associazione)(?!\p{L})/iu;
/**
 * "Comune di Serra", "Museo civico di Vilar", "Chambre de commerce de Valmont": a kind of body and whose it is. The kind
 * alone may be a surname.
 */
const BODY_OF =
  /^(?:Laborat(?:oire|orio|ório)|Observatoire|Ministère|Direction|Délégation|Inspection|Agence|Cercle|Collectif|Réseau|Comune|Provincia|Regione|Prefettura|Questura|Camera|Museo|Archivio|Biblioteca|Direzione|Ufficio|Ente|Consiglio|Comitato|Commissione|Società|Fondazione|Accademia|Circolo|Unione|Federazione|Confederazione|Sindacato|Corte|Tribunale|Parrocchia|Diocesi|Banca|Cassa|Scuola|Centro|Osservatorio|Azienda|Agenzia|Associazione|Istituto|Ayuntamiento|Diputación|Consejo|Cámara|Fundación|Archivo|Instituto|Asociación|Comisión|Sindicato|Mairie|Ville|Commune|Conseil|Chambre|Musée|Fondation|Préfecture|Bibliothèque|Archives|Syndicat|Câmara|Município|Fundação|Conselho|Arquivo|Associação|Comissão|Junta|Museu|Prefeitura|Secretaria|Direção(?:-Geral)?|Direcção(?:-Geral)?|Universidade|Faculdade|Governo|Assembleia|Academia|Irmandade|Confraria|Santa Casa|Sociedade|Federação|Companhia)\s(?:\p{L}\p{Ll}+\s){0,2}(?:di|del|dello|della|dei|degli|delle|dell[’']\p{L}+|d[’']\p{L}+|de|de l[’']\p{L}+|do|da|dos|das|du|des|per)(?=\s|$)/u;
/** "Stadt Wald", "Landkreis Hohe Mark": towns and their like, whose kind is no given name. */
const TOWN =
  /^(?:(?:Hanse|Landeshaupt|Universitäts|Kreis)?[Ss]tadt|(?:Samt|Verbands|Orts|Markt|Stadt)?[Gg]emeinde|Landkreis|Kanton|Freistaat|Regierungsbezirk|Bezirksregierung|(?:Magistrat|Stadtrat|Gemeinderat|Senat|Rat|Verwaltung)\sder\s(?:[\p{L}-]+\s)?(?:[Ss]tadt|Gemeinde))\s(?:\p{Ll}{2,3}\s)?\p{Lu}\p{Ll}{2,}(?:[\s-]\p{L}+){0,3}$/u;
/** "Merid. Energy Off.": an office shortened like the words before it, its own stop perhaps cut off. */
const SHORTENED = /\p{L}\.\s(?:\p{Lu}[\p{L}.’']*\s){0,4}(?:Off|Admin|Auth|Inst|Bd|Dep’t|Div|Bur)$/u;
/** "Lamb A, on behalf of the TICKS Study Group": a body behind its persons. */
const BEHALF =
  /(?:[,;]{0,3}\s(?:on behalf of|writing for)|[,;]{1,3}\s(?:for|and))\s(?:the\s)?(?=(?:\p{Lu}[\p{L}\d-]*\s){1,6}(?:Group|Investigators|Collaborators|Consortium|Network|Collaboration|Committee|Team)\b)/u;

/** "Insurers' League", "Bakers’ Union": what belongs to several. */
const OF_SEVERAL = /\p{Ll}s['’]\s\p{Lu}\p{Ll}{2,}/u;

/** The legal form of a company; two capitals may be initials as well. */
const COMPANY =
  /\s(?:Oyj?|SpA|S\.p\.A\.|S\.A\.|B\.V\.|N\.V\.|A\/S|ApS|plc|PLC|LLP|Pty(?:\sLtd)?|GmbH|mbH|SARL|Sàrl|Kft\.?|d\.o\.o\.|s\.r\.o\.|KGaA)\.?$/u;
const COMPANY_CAPITALS = /\s(?:AB|AS|ASA|AG|SA|BV|NV|SE|KG|KK)$/u;
/** "Chief Librarian", "Borough Surveyor": who holds an office. */
const OFFICE =
  /^(?:Chief|Town|Borough|County|City|Deputy|District|Parish|Principal|Assistant|State|Municipal)\s(?:\p{Lu}\p{L}+\s){0,2}(?:Librarian|Clerk|Surveyor|Treasurer|Secretary|Engineer|Officer|Executive|Architect|Inspector|Commissioner|Planner|Auditor|Archivist)$|^(?:\p{Lu}[\p{L}’']+\s){1,4}(?:Commissioner|Ombudsman|Ombudsperson|Auditor[- ]General|Attorney[- ]General|Surgeon[- ]General|Registrar[- ]General)$/u;
/** "Wheels & Ways": two words without a given name. */
/** "Tovey and Sons": a house of one family. */
const FAMILY =
  /^\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,2}\s(?:and|&|und|et)\s(?:Sons?|Daughters?|Brothers|Bros\.?|Söhne|Gebrüder|Fils|Frères|Cie\.?|Partners)$/u;
const PAIR = /^\p{Lu}[\p{L}’'-]+\s?&\s?\p{Lu}[\p{L}’'-]+$/u;

const ORG_WORDS = /(?:^|\s)(?:of|for|the|on|at|für|pour|para|zur|zum)\s/u;
const PARTICLE =
  /^(?:d['’]|de|del|della|delle|dei|degli|dello|da|das|do|dos|du|des|di|la|le|les|lo|van|von|vom|zu|zur|zum|der|den|dem|het|ter|ten|te|ver|af|av|al|el|bin|ibn|ben|st|'t|’t|d|y|und)$/u;
const PARTICLE_CAPITAL =
  /^(?:De|Del|Della|Di|Da|Du|Dos|Des|La|Le|Van|Von|Vander|Vanden|Der|Den|Ter|Ten|Al|El|Bin|Ibn|Ben|St|San|Santa|Mac|Mc|O|Vom|Zu|St\.)$/u;
const SUFFIX = /^(?:Jr|Sr|II|III|IV|M\.?D|Ph\.?D|MD|PhD|Esq|jun|sen|2nd|3rd)\.?$/u;
const INITIALS = /^(?:\p{Lu}\p{M}*(?:\p{Ll}{0,2}\.)?[-‐–.’']*)+$/u;

const isInitial = (word: string): boolean =>
  word.length <= 9 &&
  !/^(?:Jr|Sr)\b/.test(word) &&
  INITIALS.test(word) &&
  (word.includes(".") || word.replace(/[^\p{L}]/gu, "").length <= 3) &&
  !/\p{Ll}\p{Ll}\p{Ll}/u.test(word);

/** A word in capitals without stops: a family name as well as initials. */
const CAPITALS = /^\p{Lu}{2,}$/u;

interface Piece {
  readonly words: readonly string[];
  readonly text: string;
  /** The separator before it was a conjunction. */
  readonly joined: boolean;
  /** Every word is an initial. */
  readonly initials: boolean;
}

/**
 * Returns the stretch as one body where it holds several words and nothing that a list of persons has. Two words
 * may be a person's all the same: `sure` asks for three, or a place or an acronym among the two.
 */
export function oneBody(text: string, sure: boolean): NameList | null {
  const literal = clean(text.replace(/\s+/gu, " "));
  const words = literal.split(" ");
  const persons =
    /[,;&.\d]|\s(?:and|und|et)\s|\bet al\b/iu.test(literal) ||
    words.some((word) => isInitial(word) && !/^\p{Lu}{3,}$/u.test(word)) ||
    !words.every((word) => /^\p{Lu}/u.test(word));
  const given = isListed(words[0]!, "given");
  const telling = words.some((word) => /^\p{Lu}{2,}$/u.test(word) || isListed(word, "place"));
  return words.length < 2 || persons || given || (sure && words.length < 3 && !telling)
    ? null
    : { names: [{ literal }], truncated: false };
}

/**
 * Returns the stretch as one body where its form says so: a company, or two bare words joined by "&". `quoted`: a
 * title in quotation marks or an imprint in brackets follows, as in styles that print given names first and spell
 * "and" out, so that neither initials nor surnames stand so.
 */
export function bodyByForm(text: string, quoted: boolean): NameList | null {
  const literal = text.replace(/\s+/gu, " ").replace(/^[\s,;:]+|[\s,;:]+$/gu, "");
  const single = !/[,;]/.test(literal);
  const company = COMPANY.test(literal) || (quoted && COMPANY_CAPITALS.test(literal));
  return single &&
    (company ||
      isMaker(literal) ||
      FAMILY.test(literal) ||
      OFFICE.test(literal) ||
      (quoted && PAIR.test(literal)))
    ? { names: [{ literal }], truncated: false }
    : null;
}

/** Returns the names of the stretch in order; "et al." is never among them. Linear in length. */
export function parseNames(text: string): NameList {
  let s = text
    .replace(BEHALF, "; ")
    .replace(/,\s(?:Art|Artikel|Lemma|s\.\s?v)\.?\s*$/u, "")
    .replace(/<\/?[a-z]{1,10}\/?>/giu, " ")
    .replace(/\s+/gu, " ")
    .replace(/ \.(?=[\s\p{Lu}])/gu, ". ")
    .replace(/ {2,}/gu, " ")
    .replace(/ ,/gu, ",")
    // "Fran- cardi" was broken at the end of a line.
    .replace(/(\p{Ll}{2})- (?=\p{Ll}{2})/gu, "$1");
  let cut = s.replace(ET_AL, ";").replace(ET_AL_CASED, ";");
  const gap = ELLIPSIS.exec(cut);
  // "A, B, … Z": Z is not the next one, and CSL has no word for the gap.
  if (gap && gap.index > 0) cut = cut.slice(0, gap.index);
  const truncated = cut !== s;
  s = clean(cut);
  if (!/\p{L}{2}|^\p{L}/u.test(s)) return { names: [], truncated };
  if (isOrganisation(s)) return { names: organisations(s), truncated };
  const names: CslName[] = [];
  for (const group of s.split(";").map(clean)) {
    // "Society of Cough and Sneeze Task Force" is one body, whatever joins its words.
    if (!/[,.]/.test(group) && /\s(?:and|&)\s/.test(group) && ORG.test(group) && names.length > 0)
      names.push({ literal: group });
    else names.push(...list(group));
  }
  return { names, truncated };
}

function clean(text: string): string {
  let s = text.trim();
  for (let i = 0; i < 3; i++) {
    const before = s;
    s = s.replace(LEAD, "");
    s = cutTail(s);
    s = s.replace(/^[\s\-–—_•·*"“”«»'‘]+/u, "");
    if (s === before) break;
  }
  return s;
}

/** The tail pattern is tried on the last 60 characters only, so that it stays linear. */
function cutTail(s: string): string {
  const at = Math.max(0, s.length - 60);
  const tail = s.slice(at);
  const m = TAIL.exec(tail);
  if (!m) return s;
  const kept = s.slice(0, at + m.index);
  // "Law Reform Commission (NSW)": a bracket that opens in the name closes in it.
  if (m[0].startsWith(")") && /\((?:\p{Lu}[\p{L}\d]*|(?=[^()]*\s)[^()]*)$/u.test(kept) && ORG.test(s))
    return `${kept})`;
  if (m[0].startsWith("]")) {
    // "Canadian Water Directorate [CWD]": letters that the name gives anyhow are no part of it, others are kept whole.
    const short = /\s?\[(\p{Lu}[\p{L}\d&-]{1,11})$/u.exec(kept);
    if (short) {
      const name = kept.slice(0, short.index);
      return acronym(name) === fold(short[1]!) ? name : `${kept}]`;
    }
  }
  // "B. O." keeps its stop: an initial is not a sentence.
  return /(?:^|[\s.-])\p{Lu}$/u.test(kept) && m[0].startsWith(".") ? `${kept}.` : kept;
}

/** Returns true where a word says that a body is named: "Institute", "Council", "Ministerium". */
export const hasBodyWord = (s: string): boolean => ORG.test(s) || BODY_OF.test(s);

/** Returns true where the words end in the legal form of a company: "Torvik Marine AS". */
export const isCompany = (s: string): boolean => COMPANY.test(s) || COMPANY_CAPITALS.test(s);

/** Returns "Museu da Água" for "MUSEU DA ÁGUA", as Brazilian lists print their authors. */
const outOfCapitals = (s: string): string =>
  /\p{Ll}/u.test(s)
    ? s
    : s
        .toLowerCase()
        .replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
        .replace(/(?<=\s)D(?:[aeo]s?|[aeio])(?=\s)/gu, (word) => word.toLowerCase());

const isBodyOf = (s: string): boolean => BODY_OF.test(outOfCapitals(s)) || TOWN.test(s);

/** Returns true where persons cannot be called so: "Nat’l", "Hospitals" and the like besides. */
export const isBody = (s: string): boolean => ORG.test(s) || BODY.test(s) || SHORTENED.test(s) || isBodyOf(s);

function isOrganisation(s: string): boolean {
  if (/(?:^|[\s.])\p{Lu}\./u.test(s) && !/\bU\.\s?[SKN]\b/u.test(s)) return false;
  const pieces = s.split(/[,;]/u);
  const first = pieces[0] ?? "";
  const words = first.split(" ").length;
  if (
    ORG.test(first) ||
    (words > 1 && BODY.test(first)) ||
    OF_SEVERAL.test(first) ||
    isBodyOf(first) ||
    ORG_WORDS.test(` ${first}`)
  )
    return words > 1 || pieces.length === 1;
  return /^[\p{Lu}\d&/-]{2,8}$/u.test(s) && !/^\p{Lu}{1,3}$/u.test(s);
}

function organisations(s: string): CslName[] {
  const pieces = s.split(/\s*;\s*/u).filter((p) => p !== "");
  return pieces.map((literal) => ({ literal }));
}

function pieces(text: string): Piece[] {
  const parts = text.split(
    /(\s*,\s*(?:(?:and|AND|und|et|y|e|&)\s+)?|\s+(?:and|AND|und|UND|et|ET|y|e|og|och|&)\s+|\s+u\.\s+(?=\p{Lu}\p{Ll})|\s*&\s*|\s*\/\s*|\s*[•·…]\s*|\s*\. \. \.\s*)/u,
  );
  const out: Piece[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const t = (parts[i] ?? "").trim().replace(/^[.\s]+/u, "");
    if (t === "") continue;
    const words = t
      .replace(/(\p{Lu}\.)(?=\p{Lu}\p{Ll}{2}|\p{Lu}{3}|\p{Ll}{2,}\s)/gu, "$1 ")
      .split(" ")
      .filter((w) => w !== "");
    const sep = parts[i - 1] ?? "";
    // "WU X" and "N. V. HAÏ" hold a name: a word of capitals beside initials with stops, or before any.
    const capitals =
      words.length > 1 &&
      (CAPITALS.test(words[0]!) || (words[0]!.includes(".") && CAPITALS.test(words[words.length - 1]!)));
    const initials = words.every(isInitial) && !capitals;
    out.push({ words, text: t, joined: /[\p{L}&]/u.test(sep), initials });
  }
  return out;
}

/** One group without semicolons. */
function list(text: string): CslName[] {
  const p = pieces(text);
  const out: CslName[] = [];
  const lone = p.every((x) => x.words.length === 1 && !x.initials);
  const families = lone && p.length > 2 && (p.length % 2 === 1 || p[p.length - 1]!.joined);
  for (let i = 0; i < p.length; i++) {
    const a = p[i]!;
    const b = p[i + 1];
    const last = out[out.length - 1];
    if (SUFFIX.test(a.text) && last) {
      out[out.length - 1] = { ...last, suffix: a.text };
      continue;
    }
    if (b && !b.joined && !families && inverts(a, b, i === 0, p.length)) {
      out.push(inverted(a.words, b.words));
      i++;
      continue;
    }
    out.push(direct(a));
  }
  return out;
}

function inverts(a: Piece, b: Piece, first: boolean, count: number): boolean {
  if (a.initials && a.words.length > 1) return false;
  if (SUFFIX.test(b.text)) return b.initials && a.words.length === 1 && !/^(?:III|IV)/.test(b.text);
  if (b.initials) return !a.words.some((w, i) => i > 0 && isInitial(w)) || a.words.length === 1;
  if (a.words.some(isInitial) && !(a.words.length === 1 && CAPITALS.test(a.text))) return false;
  const bare = a.words.filter((w) => !PARTICLE.test(w) && !PARTICLE_CAPITAL.test(w)).length;
  const given = b.words.filter((w) => !isInitial(w)).length;
  if (bare === 1 && count === 2) return given <= 4;
  if (bare === 1) return given <= 2 && (first || given === 1 || isInitial(b.words[b.words.length - 1]!));
  return bare === 2 && given === 1 && (count === 2 || (first && b.words.length === 1));
}

function inverted(family: readonly string[], given: readonly string[]): CslName {
  let g = [...given];
  let suffix: string | undefined;
  const f = [...family];
  if (f.length > 1 && SUFFIX.test(f[f.length - 1]!)) suffix = f.pop();
  if (g.length > 1 && SUFFIX.test(g[g.length - 1]!)) suffix = g[g.length - 1];
  if (suffix !== undefined && g[g.length - 1] === suffix) g = g.slice(0, -1);
  // "Vries, H. de": the particle of an alphabetical list stands behind.
  let particles = g.length;
  while (particles > 1 && PARTICLE.test(g[particles - 1]!) && g[particles - 1] !== "y") particles--;
  const named = person(f, g.slice(0, particles), suffix);
  return particles === g.length ? named : { ...named, "dropping-particle": g.slice(particles).join(" ") };
}

function direct(piece: Piece): CslName {
  const words = [...piece.words];
  let suffix: string | undefined;
  if (
    words.length > (/^[MPI]/.test(words[words.length - 1]!) ? 2 : 1) &&
    SUFFIX.test(words[words.length - 1]!)
  )
    suffix = words.pop();
  const junior = words.findIndex((w, i) => i > 0 && /^(?:Jr|Sr)\.?$/.test(w));
  if (junior > 0) suffix = words.splice(junior, 1)[0];
  if (words.length === 1) return person(words, [], suffix);
  let n = words.length;
  while (n > 0 && isInitial(words[n - 1]!)) n--;
  // "Islam AKMM": four letters are initials behind a name in small letters.
  if (n === 2 && words.length === 2 && /^\p{Lu}{4}$/u.test(words[1]!) && /^\p{Lu}\p{Ll}/u.test(words[0]!))
    return person(
      words.slice(0, 1),
      [...words[1]!].map((c) => `${c}.`),
      suffix,
    );
  if (n === 0) {
    if (/^\p{L}{2,}$/u.test(words[0]!)) return person(words.slice(0, 1), words.slice(1), suffix);
    return CAPITALS.test(words[words.length - 1]!)
      ? person(words.slice(-1), words.slice(0, -1), suffix)
      : person([words.join(" ")], [], suffix);
  }
  if (n < words.length) return person(words.slice(0, n), words.slice(n), suffix);
  let at = PARTICLE.test(words[0]!) ? 0 : words.length - 1;
  for (let i = 1; at > 0 && i < words.length - 1; i++) {
    if (PARTICLE.test(words[i]!) || PARTICLE_CAPITAL.test(words[i]!)) {
      at = i;
      break;
    }
  }
  if (isBody(piece.text)) return { literal: piece.text };
  return person(words.slice(at), words.slice(0, at), suffix);
}

function person(family: readonly string[], given: readonly string[], suffix: string | undefined): CslName {
  let n = 0;
  while (n < family.length - 1 && PARTICLE.test(family[n]!)) n++;
  const particle = family.slice(0, n).join(" ");
  const name = family
    .slice(n)
    .join(" ")
    .replace(/[.,:]+$/u, "");
  const g = given.map(spell).join(" ");
  return {
    family: name,
    ...(g === "" ? {} : { given: g }),
    ...(particle === "" ? {} : { "non-dropping-particle": particle }),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

/** "BO" and "B.O." become "B. O.", "JP" in "J-P" becomes "J.-P."; whole names stay. */
function spell(word: string): string {
  if (!isInitial(word)) return word.replace(/[.,:]+$/u, "");
  if (/\p{Ll}/u.test(word)) return word;
  return word
    .replace(/[.\s]/gu, "")
    .replace(/\p{Lu}\p{M}*/gu, "$&. ")
    .replace(/ ([-‐–’'])/gu, "$1")
    .trim();
}
