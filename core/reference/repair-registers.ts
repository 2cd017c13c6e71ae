/**
 * Repairs for what is known by its number in a register or at its body: trial registrations (AMA Manual of Style 3.15.12),
 * protocols of reviews, assessment reports; and for notices about a paper, whose title begins with what they do to it.
 */
import type { Draft } from "./draft.ts";
import { isBody } from "./names.ts";
import { REGISTERED } from "./registers.ts";
import { LONGEST } from "./tail.ts";

const REGISTER =
  "(?:(?:[Cc]linical\\s?[Tt]rials?(?:\\.gov)?|ISRCTN|EudraCT|PROSPERO|ANZCTR|OSF)(?:\\s[Rr]egist(?:ry|er))?|(?:\\p{Lu}[\\p{L}]*\\s){1,5}[Rr]egist(?:ry|er)(?:\\sof\\s(?:\\p{Lu}\\p{L}*\\s?){1,3})?)";
const WORD =
  "(?:(?:[Tt]rial\\s)?(?:[Ii]dentifier|[Rr]egistration|[Rr]egistry|[Ii][Dd]|[Nn]umber|[Nn]o|[Rr]eg)[.:,]?\\s)";
const REGISTRATION = new RegExp(
  `(?<=[.?!\\])]["”’]?\\s)((?:${REGISTER}[.:,]?\\s)?${WORD}{0,3})(${REGISTERED})(?=[.,;]?(?:\\s|$))`,
  "du",
);
const IN_BRACKET = new RegExp(
  `\\s(\\((?:${REGISTER}[.:,]?\\s)?${WORD}{0,3})(${REGISTERED})\\)\\.?\\s+(?:(\\[[^\\]]{3,60}\\])\\.?)?`,
  "du",
);

/** A register that is called one may number its trials in any way: letters and figures behind "identifier" or a colon. */
const OTHER_REGISTER = new RegExp(
  `(?<=[.?!\\])]["”’]?\\s)((?:\\p{Lu}\\p{L}*\\s){1,5}Regist(?:ry|er)(?:\\sof\\s(?:\\p{Lu}\\p{L}*\\s?){1,3})?)((?:[.:,]?\\s${WORD}{1,2}|:\\s))(\\p{Lu}{2,10}[-/\\s]?\\d[\\w/-]{2,20})(?=[.,;]?(?:\\s|$))`,
  "du",
);

/** "Warm milk for sleep. ClinicalTrials.gov identifier: NCT01234567.": no part of the title, and no journal's number. */
export function nameRegistration(d: Draft): void {
  const raw = d.raw.slice(0, LONGEST);
  if (d.has("volume", "issue", "pages")) return;
  const m = REGISTRATION.exec(raw);
  if (m && m.index > 8) {
    d.layGroups(m, ["other", "number"]);
    return;
  }
  // A number of the known registers says itself in which it stands; of another the name tells.
  const other = OTHER_REGISTER.exec(raw);
  if (other && other.index > 8) {
    d.layGroups(other, ["container", "other", "number"]);
    return;
  }
  const bracket = IN_BRACKET.exec(raw);
  if (!bracket || bracket.index < 8) return;
  const [, words] = bracket.indices!;
  // The title of such a record ends where the bracket opens, whatever the model made of the bracket.
  const s = d.segments.find((o) => o.start < words![0] && words![0] < o.end);
  d.layGroups(bracket, ["other", "number", "genre"]);
  const i = s ? d.segments.findIndex((o) => o.start === s.start) : -1;
  if (i >= 0 && !d.has("title")) d.relabel(i, "title");
}

const KIND =
  "(?:(?:\\p{L}[\\p{L}&-]*\\s){0,4}(?:Report|Publication|Document|Guideline|Guidance|Bulletin|Circular|Paper|Reference|Standard))";
/** Letters, then figures: "EADS/112/2022", "WHO/HTM/2019.4", "14-EHC017", "NG-88". */
const MARK =
  "(?:\\p{Lu}{2,8}(?:[/-]\\p{Lu}{1,8}){0,3}(?:[/-]\\d[\\d.]*\\p{Lu}?){1,4}|\\d{1,4}-\\p{Lu}{1,4}\\d{1,5}|\\p{Lu}{1,4}\\d{1,4})";
const MARKED = new RegExp(
  `(?<=[.?!]["”’]?\\s)(?:(${KIND})\\s((?:No\\.?|Nr\\.?|number)?:?\\s?))?(${MARK})\\.\\s+`,
  "diu",
);
const CASED = new RegExp(`^${MARK}$`, "u");

/** "Assessment report: quillopine. FMO/4471/2018. Published …": the mark a body gives its paper ends no title. */
export function nameMark(d: Draft): void {
  const m = MARKED.exec(d.raw.slice(0, LONGEST));
  if (!m || m.index < 12 || d.has("volume", "issue", "pages", "number") || !CASED.test(m[3]!)) return;
  const kind = m[1];
  // "COVID-19.", "HIV-1.": with nothing said of its kind a mark has a stroke or two hyphens.
  if (!kind && !/\/|-.*-/.test(m[3]!)) return;
  const holds = d.segments.find((s) => s.start <= m.index && m.index < s.end);
  if (!holds || !["title", "genre", "note", "journal", "container", "number", "other"].includes(holds.label))
    return;
  if (holds.label === "journal" && holds.start < m.index) return;
  d.layGroups(m, ["genre", "other", "number"]);
  // "Federal Office. Assessment report: quillopine. Report No. FMO-44.": two titles are a body and what it wrote.
  const i = d.segments.findIndex((s) => s.start === holds.start);
  const before = d.segments[i - 1];
  if (holds.label !== "genre" || holds.start >= m.index) return;
  if (before?.label === "title" && !d.has("author") && isBody(d.text(before))) d.relabel(i - 1, "author");
  if (!d.segments.some((s) => s.label === "title")) d.relabel(i, "title");
}

const NOTICE =
  /^(?:(?:(?:Notice\sof|Partial|Note\sof)\s)?(?:[Rr]etraction|[Ww]ithdrawal|[Cc]orrection|[Cc]orrigend(?:um|a)|[Ee]rrat(?:um|a)|[Aa]ddendum|(?:[Ee]ditorial\s)?[Ee]xpression\sof\s[Cc]oncern)(?:\sand\s[Rr]eplacement)?(?:\s(?:[Nn]ote|[Nn]otice|[Ss]tatement))?(?:\s(?:to|of|for|in|on))?|Retracted(?:\s[Aa]rticle)?|RETRACTED(?:\sARTICLE)?):\s+(?=[\p{Lu}“"])/u;

/** "Notice of retraction: Smit R, Vos L. Garlic for warts.": the persons named in a notice are those it is about. */
export function joinTitleOfNotice(d: Draft): void {
  const head = d.segments.findIndex((s) => s.label !== "label");
  const first = d.segments[head];
  const m = first ? NOTICE.exec(d.raw.slice(first.start, first.start + 120)) : null;
  if (!first || !m) return;
  const t = d.segments.findIndex((s) => s.label === "title");
  const end = t < 0 ? head : t;
  const between = d.segments.slice(head, end);
  if (between.some((s) => s.label !== "author" && s.label !== "other" && s.label !== "genre")) return;
  d.segments.splice(head, end - head + 1, { ...first, label: "title", end: d.segments[end]!.end });
}

/** "Bench pain in adults [NG59]": behind a body's title the mark of the guideline. */
const MARK_IN_BRACKET = /^(.{6,}\p{L}\s+)[([]\p{Lu}{2,3}\d{1,4}[)\]][.,\s]*$/su;

/** A guideline's own number in brackets ends no title. */
export function cutMarkInBracket(d: Draft): void {
  const i = d.only("title");
  const s = d.segments[i];
  const author = d.segments[d.only("author")];
  if (!s || !author || !isBody(d.text(author)) || d.has("number", "volume", "journal", "container")) return;
  const m = MARK_IN_BRACKET.exec(d.text(s).slice(0, 600));
  if (m) d.cut(i, [0, "title"], [m[1]!.length, "number"]);
}

const ABOUT_PAPER =
  /\s(\[(?:(?:retracted|republished|corrected|erratum|expression of concern|published erratum)(?:\s\p{L}+){0,2}\s(?:in|from|by):?\s[^\]]{3,120}|[^\][\d]{3,60}\s\d{1,4}\s\((?:19|20)\d\d\)\s[\d–-]{1,12})\]\.?)(?=\s)/diu;

/** "Garlic for warts [retracted in: Ann Skin Res. 2014;9(3):210].": another paper's volume and pages are not this one's. */
export function cutBracketAboutPaper(d: Draft): void {
  const inside = ABOUT_PAPER.exec(d.raw.slice(0, LONGEST))?.indices?.[1];
  if (inside && inside[0] > 8) d.lay(inside[0], inside[1], "other");
}
