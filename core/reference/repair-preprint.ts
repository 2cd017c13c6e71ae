/** Repairs for preprints: the server they lie on, the day they were posted, their own mark (AMA 3.11.4.1, Citing Medicine 9). */
import type { Draft } from "./draft.ts";
import { DATE, LONGEST } from "./tail.ts";

/** Names by which servers are known whatever stands around them. */
const SERVER =
  "(?:\\p{L}*(?:[Rr][Xx]|riX)iv|SSRN|Research\\sSquare|Preprints(?:\\.org)?|OSF(?:\\sPreprints)?)";
const POSTED = "(?:[Pp]osted|[Pp]ublished|[Ss]ubmitted|[Dd]eposited|[Uu]ploaded)(?:\\sonline)?(?:\\son)?\\s";
const AMA = new RegExp(
  `(?<=[.?!]["”’]?\\s)(?:(\\p{L}[\\p{L}\\d.]*(?:\\s\\p{Lu}[\\p{L}\\d]*){0,3})\\.\\s+)?([Pp]re-?print)[.,]?\\s+(${POSTED})(${DATE})(?=[.;,]|$)`,
  "du",
);

/** "medRxiv. Preprint posted online May 4, 2022.": the server holds it, the day dates it. */
export function namePreprint(d: Draft): void {
  const m = AMA.exec(d.raw.slice(0, LONGEST));
  const mark = m ? BEHIND.exec(d.raw.slice(m.index + m[0].length, m.index + m[0].length + 90)) : null;
  // A server behind the day, or the figures of its number, looks like a volume and pages.
  if (!m || (d.has("issue", "pages") && !mark)) return;
  const [, server, kind, posted, date] = m.indices!;
  const title = d.segments.find((s) => s.label === "title");
  const free = server && title && title.start < server[0] && !d.has("publisher");
  if (free) d.lay(server[0], server[1] + 1, "journal");
  d.lay(kind![0], posted![0], "genre");
  d.lay(posted![0], date![0], "other");
  d.lay(date![0], date![1], "date");
  // "Updated August 2, 2021.": the day it was posted first is the one that dates it.
  d.segments.forEach((s, i) => {
    if (s.label === "date" && s.start >= date![1]) d.relabel(i, "other");
  });
  nameServerBehind(d, date![1]);
}

const NAMED = "\\p{L}[\\p{L}\\d.]*(?:\\s\\p{Lu}[\\p{L}\\d]*){0,3}";
/** Whatever the server is called, its name stands behind the day, with its number or in front of the address. */
const BEHIND = new RegExp(
  `^[.;,]\\s+(?!(?:Accessed|Updated|Available|Retrieved|Published|Version|Last)\\s)(?:(${SERVER}|${NAMED})\\s((?!(?:19|20)\\d\\d[.;,]\\s)\\d[\\d.v]{3,23})[.;,](?=\\s|$)|(${SERVER})[.;,](?=\\s|$)|(${NAMED})[.]\\s+(?=doi:|https?:|Accessed\\s))`,
  "du",
);

/** "Posted online July 9, 2021. medRxiv 2021.07.09.44.": the server and its number behind the day. */
function nameServerBehind(d: Draft, end: number): void {
  const m = d.has("journal", "container") ? null : BEHIND.exec(d.raw.slice(end, end + 80));
  if (!m) return;
  const [, numbered, number, known, alone] = m.indices!;
  const server = numbered ?? known ?? alone!;
  d.lay(end + server[0], end + server[1], "journal");
  if (number) d.lay(end + number[0], end + number[1], "number");
}

const NLM =
  /(?<=\s)(\[[Pp]reprint\]\.)\s+((?:19|20)\d\d(?:\s\p{Lu}\p{Ll}{2}(?:\s\d{1,2})?)?)\s+([^[\]]{0,60}?)(?=\[|;|https?:|Available|doi)/du;

/** "bioRxiv [Preprint]. 2021 bioRxiv 4412 [posted 2021 Jul 9]": the year, then what the server calls it. */
export function namePreprintOfMedline(d: Draft): void {
  const m = NLM.exec(d.raw.slice(0, LONGEST));
  if (!m) return;
  d.layGroups(m, ["genre", "date", "other"]);
  const end = m.indices![2]![1];
  d.segments.forEach((s, i) => {
    if ((s.label === "note" || s.label === "date") && s.start >= end) d.relabel(i, "other");
  });
}

const MARKED = new RegExp(
  `(?<=[.?!]\\s)(${SERVER})\\s([\\d.]{4,24}(?:v\\d)?)\\s(\\[[Pp]reprint\\]\\.?)`,
  "du",
);

/** "medRxiv 2020.05.04.200900 [Preprint]. May 4, 2020": the server, then its own number. */
export function namePreprintByNumber(d: Draft): void {
  const m = MARKED.exec(d.raw.slice(0, LONGEST));
  if (m) d.layGroups(m, ["journal", "number", "genre"]);
}

const KIND_FIRST = /^\W*preprint,\s+(?=\p{L})/iu;
const KIND_ALONE = /^\W*preprint\W*$/iu;

/** "Preprint, SocArXiv, July 9, 2021.", "Preprint, 2013.": what it is, as APA's brackets say it, and no house of that name. */
export function cutKindOfPreprint(d: Draft): void {
  const i = d.segments.findIndex(
    (s) => s.label === "container" || s.label === "journal" || s.label === "publisher",
  );
  const s = d.segments[i];
  const m = s ? KIND_FIRST.exec(d.text(s)) : null;
  if (s && m) d.cut(i, [0, "genre"], [m[0].length, s.label]);
  else if (s && KIND_ALONE.test(d.text(s)) && !d.has("volume", "genre")) d.relabel(i, "medium");
}

const AHEAD =
  /(?:[Pp]ublished|[Pp]osted)\sonline\s|(?:[Ee]pub|[Oo]nline|[Pp]ublished)\s(?:online\s)?ahead\sof\sprint/u;

/** "Crises above 2500 m. Blood Notes. Published online May 3, 2022.": the journal stands in front of the day. */
export function cutJournalAheadOfPrint(d: Draft): void {
  const i = d.only("title");
  const s = d.segments[i];
  if (!s || d.has("journal", "container", "volume", "publisher", "location")) return;
  const m = /^(.*[^.\s]\.\s+)(\p{Lu}[^.]{2,80}\.)\s*$/su.exec(d.text(s).slice(0, 600));
  if (!m || !AHEAD.test(d.raw.slice(s.end - 2, s.end + 24))) return;
  d.cut(i, [0, "title"], [m[1]!.length, "journal"]);
}
