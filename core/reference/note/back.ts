/** Citations that point back without naming a work: ibid., idem, supra note 3, op. cit., a citation key. */
import { CITED_IN } from "../../cited-in.ts";
import { parsePinpoint } from "../../pinpoint.ts";
import { type NameList, readNames } from "./name-list.ts";
import { bareTitle, type Reading, reading } from "./reading.ts";
import { meansOwnText } from "./signals.ts";

const IBID =
  /^(?:(?:idem|id\.),?\s(?:ibidem|ibid\.)|ibid(?:em)?\.?|idem|ib\.|id\.|ebd\.|ebda\.?|ebenda|ebendort|ivi|a\.\s?a\.\s?O\.|loc\.\s?cit\.?|l\.\s?c\.|ibíd(?:em)?\.?|the same work|(?:the same|dasselbe)(?!\s(?!at\b|pp?\b|vol|ch|para?\b|no)\p{Ll}{2,}))(?![\p{L}\d])/iu;
/** "Ibid., XIX, col. 287": a volume between the word and the place. */
const VOLUME_BETWEEN =
  /^[\s,]*(?:(?:vols?\.|t\.|tomo|tome|Bd\.)\s?(?:\d{1,3}|[IVXLC]+)|[IVXLC]+),\s(?=[\p{L}\d])/u;

const MARK_WORD =
  "(?:Rep|Best|Bestand|Bü|Nr|Fach|Akten?|[Bb]ox|[Bb]undle|[Ff]older|[Ff]ile|MSS?|Cod|[Cc]arton|[Ll]iasse|[Dd]ossier|busta|b)\\.?\\s?[\\dIVXLC][\\p{L}\\d/.-]*";
/** "Ebd., E 14, Bü 6", "ibid., box 7": the house of the citation before and another unit of it. */
const OTHER_UNIT = new RegExp(
  `^,\\s((?:\\p{Lu}{1,3}\\s?\\d{1,5}[a-z]?,\\s)?${MARK_WORD}(?:,\\s${MARK_WORD}){0,3})(?![\\p{L}\\d])`,
  "u",
);

/** "Ibid., no. 9": another entry of the same catalogue. */
const ENTRY = /^,\s(?:cat\.\s)?(?:nos?\.?|lots?|n[°º])\s?(\d{1,5}[a-z]?(?:\s?[-–]\s?\d{1,5})?)(?![\p{L}\d])/u;

/** Returns an ibid. with its pinpoint. "Id., Title" is no ibid. but the same author's other work. */
export function readIbid(text: string): Reading | null {
  const m = IBID.exec(text);
  if (!m) return null;
  const rest = text.slice(m[0].length);
  if (
    /^id/i.test(m[0]) &&
    /^(?:,\s(?:[“«"‘„]|\p{Lu}\p{Ll}|(?:op|art|ob)\.\s?cit|cit\.)|\s[“«"‘„])/u.test(rest)
  )
    return null;
  const unit = OTHER_UNIT.exec(rest);
  if (unit) {
    const end = m[0].length + unit[0].length;
    const leaf = /^,\s/.test(text.slice(end)) ? parsePinpoint(text, end) : null;
    return reading("short", leaf?.labelled ? leaf.end : end, {
      // The word itself is no name: which house is meant is not known here, so that no unit of another one fits.
      names: [m[0]],
      title: unit[1]!.replace(/[.,]+$/, ""),
      pinpoint: leaf?.labelled ? leaf.pinpoint : null,
    });
  }
  const entry = ENTRY.exec(rest);
  if (entry) {
    const value = entry[1]!.replace(/\s?[-–]\s?/, "-");
    return reading("ibid", m[0].length + entry[0].length, { pinpoint: { label: "number", value } });
  }
  const skip = VOLUME_BETWEEN.exec(rest)?.[0].length ?? 0;
  const pin = parsePinpoint(text, m[0].length + skip);
  // "Ibid. 1998 was a bad year": a bare number needs a mark before it or the end behind it.
  const counts = pin && (pin.labelled || /^[.,:]?\s?$/.test(rest.slice(skip, pin.start - m[0].length)));
  const key = /^l/i.test(m[0]) ? "loc. cit." : null;
  return reading("ibid", withPassim(text, counts ? pin.end : m[0].length), {
    pinpoint: counts ? pin.pinpoint : null,
    key,
  });
}

const IDEM = /^(?:idem|eadem|iidem|ead\.|id\.|ders\.|dies\.|derselbe|dieselben?|——+|―+|---+)[,:.]?\s+/iu;

/** Returns the length of a word for "the same author" at the start, or 0. */
export function idemLength(text: string): number {
  return IDEM.exec(text)?.[0].length ?? 0;
}

const NUMBER = "(?:foot)?(?:notes?|nota|nn?\\.?|fn\\.?|Anm\\.|Fußnote)\\s?(\\d{1,4})(?![\\p{L}\\d])";
const WORK_CITED =
  "(?:op\\.?\\s?cit\\.?|loc\\.?\\s?cit\\.?|art\\.?\\s?cit(?:é|\\.)?|ouvr\\.?\\s?cité|a\\.\\s?a\\.\\s?O\\.|o\\.\\s?c\\.|cit\\.(?!\\s(?:e[nm]|por)(?!\\p{L}))|(?<=,\\s)(?:cited|cit(?!\\.\\s(?:e[nm]|por)(?!\\p{L}))|cité)(?=\\s*(?:[.,;]|$))|zit\\.(?!\\s(?:nach|n\\.|bei|in)))";
/** "As note 4 above, p. 19"; "as note 4 shows" goes on as a sentence. */
const LIKE_NOTE = `(?:as\\s(?:(?:in|at)\\s)?|comme\\s(?:à la\\s)?|come\\s(?:(?:alla|nella)\\s)?|como\\s(?:en la\\s)?)${NUMBER}(?=[.,;:)]|\\s(?:above|ci-dessus|sopra|supra|arriba|acima))(?:,?\\s(?:above|ci-dessus|sopra|supra|arriba|acima))?`;
/** "Harbour Act, as above": the same with a word of likeness in front. */
const LIKE = "(?:as|wie|comme|come|como)\\s(?:cited\\s)?";
const LIKENESS = new RegExp(`^[,\\s]*${LIKE}`, "iu");
/** "(ch. 1, n. 3)": a note of another chapter, where each counts afresh; the name alone says whose work it is. */
const OF_CHAPTER = `\\((?:see\\s|wie\\s)?(?:chap(?:ter|\\.)?|ch\\.|Kap(?:itel|\\.)|part|pt\\.|chapitre|cap\\.)\\s?[\\dIVX]{1,4},\\s(?:foot)?(?:notes?|nn?\\.|fn\\.?|Anm\\.)\\s?\\d{1,4}\\)`;
/** "Lettre de l’intendant, citée note 3", "cited in n. 3": which note describes it. */
const TOLD_IN_NOTE = `(?:citée?s?|cited|quoted|zitiert|citad[oa]s?|citat[oaie]|cit\\.)\\s(?:(?:à la|above|supra|ci-dessus|in|at|en la|em|na|nella|alla)\\s)?${NUMBER}`;
const SUPRA = new RegExp(
  `[,\\s]*(?:(?<=,)\\s${TOLD_IN_NOTE}(?:,?\\s(?:above|supra|oben))?|(?:see\\s|voir\\s|${LIKE})?(?:supra|(?:(?<=[Aa]s\\s(?:cited\\s)?)before|above|oben|ci-dessus|sopra|arriba|acima)(?=[,.;:)]|$|\\s(?:at\\s)?(?:${NUMBER}|pp?\\.|S\\.)))(?:,?\\s(?:at\\s)?${NUMBER})?|\\((?:see\\s|wie\\s|supra\\s|above,?\\s|oben,?\\s)?${NUMBER}(?:,?\\s(?:above|oben))?\\)|${OF_CHAPTER}|(?:wie\\s|see\\s)${NUMBER}(?:\\s(?:above|oben))?|${LIKE_NOTE}|${NUMBER}\\s(?:above|oben|supra)|(?<=cit\\.?,?\\s|O\\.,?\\s)${NUMBER}(?=,\\s(?:pp?\\.|S\\.)\\s?\\d))`,
  "iu",
);
const TELLS_NOTE = new RegExp(`^,?\\s${TOLD_IN_NOTE}`, "iu");
/** "Fn. 8 oben": the word for a note is nobody's name. */
const OPENS_NUMBER = new RegExp(`^${NUMBER}`, "iu");
const CITED = new RegExp(`(?:^|[,\\s.…]+)(${WORK_CITED})(?![\\p{L}\\d])`, "iu");
/** "Smith, op. cit. (n. 3), p. 12": the word between the names and the number is read over. */
const CITED_BEFORE = new RegExp(`[,\\s]+${WORK_CITED},?\\s*$`, "iu");

/** Cross-references inside the document, which cite nothing: "supra Part II", "note 4 and accompanying text". */
const CROSS =
  /^(?:supra|infra|above|below|oben|unten)\s+(?:§|Parts?\b|Sections?\b|chapters?\b|Abschnitt|Kap|pp?\.|S\.|figs?|tables?|notes\b)|accompanying text|^(?:infra|below|unten)\b/iu;

/** "2019 Hearing", "9/11 Report", "1st Interim Report": a name for later that begins with a number. */
const NUMBERED_NAME =
  /^\d{1,4}(?:\/\d{1,2})?(?:st|nd|rd|th|d)?\s\p{Lu}[\p{L}’'.-]*(?:\s(?:(?:of|on|the|and|for)\s){0,2}\p{Lu}[\p{L}’'.-]*){0,6}(?=,\s)/u;

function readNumberedName(text: string): NameList | null {
  const name = NUMBERED_NAME.exec(text)?.[0];
  return name === undefined ? null : { names: [name], truncated: false, end: name.length };
}

/** "On Quay Lane see also above, p. 3", "Zur Sache vgl. oben, S. 9": a word that sends the reader on, and no work. */
const SENDS_ON =
  /(?:^|[\s,])(?:see|cf\.?|cfr\.?|compare|vgl\.|siehe|s\.|voir|vedi|si veda|véase|ver|vid\.|veja-se)(?:\s(?:also|again|further|too|auch|dazu|hierzu|aussi|anche|también|também))?,?\s*$/iu;

/** Asked first: hardly any piece has one of the words, and the pattern for them is long. */
const SUPRA_SEEN = /supra|above|before|oben|dessus|sopra|arriba|acima|not[ae]|\bn|fn|Anm|Fußn/i;

/** Returns a back-reference by note number or the word supra: "Beale, supra note 3, at 70", "Smith (n 3) 12". */
export function readSupra(text: string): Reading | null {
  const head = text.slice(0, 240);
  if (!SUPRA_SEEN.test(head) || CROSS.test(head)) return null;
  // "Wie Anm. 1, S. 14": the number stands alone.
  const names =
    /^(?:wie|siehe|as|see|comme|come|como)\s/iu.test(head) || OPENS_NUMBER.test(head)
      ? null
      : (readNames(text) ?? readNumberedName(text));
  const m = SUPRA.exec(head);
  if (!m || meansOwnText(`${head.slice(0, m.index)} `)) return null;
  // The word must stand behind the names and a title at most: no sentence, no year, no imprint before it.
  const before = text.slice(names?.end ?? 0, m.index).replace(CITED_BEFORE, "");
  if (/[.;](?:\s|$)|\(\D*\d{4}\)/.test(before)) return null;
  const sends = /^(?:see|voir)\s/i.exec(m[0].trimStart())?.[0] ?? "";
  // "Lettre de l’intendant": the words in front describe what the note has, and only seem to begin with a name.
  const lead = head.slice(0, m.index);
  const described =
    TELLS_NOTE.test(m[0]) && (!names || /^\s\p{Ll}/u.test(before)) && /^\p{Lu}[^\d.;]{3,120}$/u.test(lead);
  if ((!names && m.index > 0 && !described) || SENDS_ON.test(`${before} ${sends}`)) return null;
  const noteRef = m.slice(1).find((number) => number !== undefined) ?? null;
  if (!names && noteRef === null) return null;
  const end = m.index + m[0].length;
  const pin = pinpointBehind(text, end);
  // "As above" says no more than "op. cit.": it counts no notes and is no term of law.
  const form = noteRef === null && LIKENESS.test(m[0]) ? "short" : "supra";
  return reading(form, withPassim(text, pin?.end ?? end), {
    names: described ? [] : (names?.names ?? []),
    namesTruncated: names?.truncated ?? false,
    title: names || described ? bareTitle((described ? lead : before).replace(CITED, "")) : null,
    noteRef,
    pinpoint: pin?.pinpoint ?? null,
  });
}

/** Asked first, as above. */
const CITED_SEEN = /[cz]it|a\.\s?a\.|o\.\s?c\./i;

/** "Diary of Ellen, quoted in Smith, op. cit.": the word belongs to the work that was read. */
const READ_IN = new RegExp(`[,\\s(](?:${CITED_IN})\\s`, "iu");

/** Returns a short form with "op. cit.", "a.a.O.", "art. cit." or "cit.". */
export function readWorkCited(text: string): Reading | null {
  const head = text.slice(0, 400);
  const m = CITED_SEEN.test(head) ? CITED.exec(head) : null;
  if (!m) return null;
  const names = readNames(text);
  const before = text.slice(names?.end ?? 0, m.index);
  // Without a name only a quoted title may stand before the word.
  if (!names && !/^\s*(?:$|[“"«„‘])/.test(before)) return null;
  if (/;|\(\D*\d{4}\)/.test(before) || READ_IN.test(before)) return null;
  const end = m.index + m[0].length;
  const pin = pinpointBehind(text, end);
  return reading("short", withPassim(text, pin?.end ?? end), {
    names: names?.names ?? [],
    namesTruncated: names?.truncated ?? false,
    title: bareTitle(before),
    pinpoint: pin?.pinpoint ?? null,
  });
}

const PASSIM = /^,?\spassim(?![\p{L}])/u;
/** Returns where a citation ends whose pinpoint ends at `end`: "passim" is a place too. */
const withPassim = (text: string, end: number): number =>
  end + (PASSIM.exec(text.slice(end))?.[0].length ?? 0);

/** A pinpoint behind a back-reference; a bare one needs a comma, a colon or a blank before it. */
function pinpointBehind(text: string, at: number) {
  if (!/^\)?[\s,:.]/.test(text.slice(at, at + 2))) return null;
  const place = text[at] === ")" || text[at] === "." ? at + 1 : at;
  const pin = parsePinpoint(text, place);
  // "S. 12–14, hier S. 13": the narrower place is meant; "op. cit., vol. 1, p. 144": the volume leads to the page.
  const narrower =
    pin &&
    /^,\s(?:hier|esp\.?|bes\.|at|ici|here|qui|in part(?:ic)?\.|spec\.|aquí|aqui)\s/.test(text.slice(pin.end))
      ? parsePinpoint(text, pin.end)
      : null;
  if (pin?.pinpoint.label !== "volume") return narrower ?? pin;
  return (/^,\s/.test(text.slice(pin.end)) ? parsePinpoint(text, pin.end) : null) ?? pin;
}

const KEY = /^-?@\{?([\p{L}\d_][\p{L}\d_:.#$%&+?<>~/-]*[\p{L}\d_/]|[\p{L}\d_])\}?/u;

/** "@council2021, entry for 4 July 2019": a place in a log or a diary, named by its words. */
const ENTRY_OF_LOG =
  /^,\s((?:entry|entries|letter|minutes?|item|record|row|under|s\.\s?v\.|sub)\s[^.;]{2,60}?)(?=[.;]|$)/u;

/** "@tarnferry, “Boats are back”, post, 2 May 2021": the account that wrote something, with its words and its day. */
const ACCOUNT =
  /^@[\p{L}\d_.]+(?:\s\([^()]{2,60}\))?,\s(?:“[^”]{2,400}”|"[^"]{2,400}"|«[^»]{2,400}»|„[^“”]{2,400}[“”]|‘[^’]{2,400}’),?\s[^;]{0,120}?(?:https?:|(?:1[5-9]|20)\d\d)/u;

/** Returns a citation key with its locator: "@ministry2021, section 3", "@varga2018 [p. 11]". */
export function readKey(text: string): Reading | null {
  const m = KEY.exec(text);
  if (!m || ACCOUNT.test(text)) return null;
  const rest = text.slice(m[0].length);
  const bracket = /^\s\[(?=[^\]]*\d)/.exec(rest)?.[0].length ?? 0;
  const comma = bracket > 0 ? bracket : (/^,\s/.exec(rest)?.[0].length ?? 0);
  const pin = comma > 0 ? parsePinpoint(text, m[0].length + comma) : null;
  const close = bracket > 0 && pin ? (/^\s*\]/.exec(text.slice(pin.end))?.[0].length ?? 0) : 0;
  const entry = pin ? null : ENTRY_OF_LOG.exec(rest);
  if (entry) return reading("key", m[0].length + entry[0].length, { key: m[1]!, suffix: entry[1]! });
  return reading("key", pin ? pin.end + close : m[0].length, { key: m[1]!, pinpoint: pin?.pinpoint ?? null });
}
