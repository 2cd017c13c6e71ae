/**
 * Repairs for data sets and programs as medicine and policy cite them (AMA Manual of Style 3.15, Citing Medicine 20 to
 * 24): a sentence that says what the thing is or which of its versions, between its name and who publishes it.
 */
import type { Draft } from "./draft.ts";
import type { Label } from "./segment.ts";
import { LONGEST } from "./tail.ts";

/** A year and a volume behind the word would make it a journal's name: "Database. 2011;4". */
const KIND =
  /(?<=[.?!\])]["”’]?\s)(?:Data\s?sets?|Data\sfiles?|(?:Computer\s|Statistical\s)?(?:[Ss]oftware|[Pp]rogram)|Mobile\sapp(?:lication)?|Source\scode|R\spackage)(?:,\s[Vv]ersion\s\d[\w.]{0,8})?\.\s+(?!(?:19|20)\d\d(?:\s\p{Lu}\p{Ll}{2})?;\s?\d)(?=\p{Lu}|\d{4})/u;
const VERSION =
  /(?<=[.?!\])]["”’]?\s|\p{L}[\p{L}\d]{1,20},\s(?=v))(?:R\s[Pp]ackage\s)?(?:[Vv]ersion|[Rr]elease|[Vv]er\.|[Vv]\.)\s?\d+(?:\.\w{1,8}){0,3}(?:\.\s+(?=\p{Lu}|\d{4}|https?:)|,\s+(?=\p{Lu}[^.]*\d{4}))/u;
/** What stands behind a kind or version up to the mark that ends it: who publishes, unless it is a day, a word of reading or an address. */
const HOUSE =
  /^(?!https?:|doi|(?:Published|Updated|Posted|Released?|Accessed|Cited|Available|Version|Data|Software|Computer)\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.?\s\d)\p{Lu}[^;:.,]{1,80}(?=[;.,])/u;
/** Labels under which the model puts what it has no idea of. */
const UNSURE: readonly Label[] = [
  "journal",
  "container",
  "title",
  "other",
  "author",
  "note",
  "collection",
  "location",
];

/** "Annual release 2020. Data set. March 1, 2021.", "Stat. Software. Crane University; 2018.": what the thing is. */
export function nameKindOfThing(d: Draft): void {
  const m = KIND.exec(d.raw.slice(0, LONGEST));
  if (!m || m.index < 4 || d.has("volume", "issue")) return;
  d.lay(m.index, m.index + m[0].length, "medium");
  nameThing(d, m.index);
  nameHouse(d, m.index + m[0].length);
}

/** "StatCalc. Version 4.2. Corvid; 2020.": which state of the thing is meant, between its name and its house. */
export function nameVersion(d: Draft): void {
  const m = VERSION.exec(d.raw.slice(0, LONGEST));
  if (!m || m.index < 3 || d.has("issue", "pages")) return;
  const end = m.index + m[0].length;
  d.lay(m.index, end, "note");
  nameThing(d, m.index);
  nameHouse(d, end);
}

const STATE = "(?:[Vv]ersion|[Rr]elease|[Vv]er\\.|v\\.?)\\s?\\d[\\w.-]*";
/** "Mixed models for clustered counts. Version 2.1": behind a full stop or a bracket. */
const STATE_LAST = new RegExp(`^(.{2,}?[.?!\\])]\\s+)${STATE}\\W*$`, "su");
const STATE_FIRST = new RegExp(`^\\W*${STATE}[.,;]?\\s+(?=\\p{Lu})`, "u");

/** Which state of a program or a data set is meant ends its title and begins no house. */
export function cutVersion(d: Draft): void {
  const t = d.only("title");
  const title = d.segments[t];
  const last = title ? STATE_LAST.exec(d.text(title).slice(0, 1000)) : null;
  if (last) d.cut(t, [0, "title"], [last[1]!.length, "note"]);
  const p = d.only("publisher");
  const house = d.segments[p];
  const first = house ? STATE_FIRST.exec(d.text(house)) : null;
  if (first) d.cut(p, [0, "note"], [first[0].length, "publisher"]);
}

/** "2001-2018. Version 3 [dataset].": a version and its number were taken for a journal and its volume. */
export function freeVersion(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "journal" || s.label === "container");
  const s = d.segments[i];
  const next = d.segments[i + 1];
  if (!s || next?.label !== "volume" || d.has("issue", "pages", "note")) return;
  if (/^\W*(?:version|release|ver\.|v\.?)\s*$/iu.test(d.text(s)))
    d.segments.splice(i, 2, { ...s, label: "note", end: next.end });
}

/** One sentence in front is the thing's name, whatever it looked like; the last of two is, behind who made it. */
function nameThing(d: Draft, end: number): void {
  const front = d.raw.slice(0, end);
  if (d.segments.some((s) => s.label === "title" && s.start < end && s.end > s.start)) return;
  const m = /^(?:([^.[\]“”"()]{3,80}\.\s+))?(\p{L}[^.,[\]“”"]{0,160})(\s\[[^\]]{3,40}\])?[.,\s]*$/u.exec(
    front,
  );
  if (!m) return;
  const name = m[1]?.length ?? 0;
  const medium = name + m[2]!.length;
  if (name > 0) d.lay(0, name, "author");
  d.lay(name, medium, "title");
  if (m[3]) d.lay(medium, medium + m[3].length, "medium");
}

function nameHouse(d: Draft, start: number): void {
  const m = d.has("publisher") ? null : HOUSE.exec(d.raw.slice(start, start + 120));
  const at = d.segments.find((s) => s.start <= start && start < s.end);
  if (m && at && UNSURE.includes(at.label)) d.lay(start, start + m[0].length + 1, "publisher");
}

const KEEPER =
  /(?<=[.?!\])]["”’]?\s)(\p{Lu}[\p{L}’'&-]*(?:\s(?:of\s|for\s)?\p{Lu}[\p{L}’'&-]*){0,5})\.\s+(?:Deposited|Released|Posted|Published)\s(?=\p{Lu}\p{L}+\.?\s\d)/du;
const KEEPS =
  /(?:^|\s)(?:Archive|Repository|Dataverse|Zenodo|Dryad|[Ff]igshare|Data\s(?:Bank|Commons|Service|Cent(?:er|re)|Library|Hub))$/u;

/** "Dune heights. Dryad Digital Repository. Deposited March 2, 2020.": who keeps the data is no part of their name. */
export function nameKeeper(d: Draft): void {
  const m = KEEPER.exec(d.raw.slice(0, LONGEST));
  if (!m || m.index < 8 || !KEEPS.test(m[1]!) || d.has("publisher", "volume", "issue", "pages")) return;
  const [start, end] = m.indices![1]!;
  d.lay(start, end + 1, "publisher");
}

/** "Knee operations by county. Norland Data Service; 2020.": only a house stands in front of a semicolon and the year alone. */
export function nameHouseAtSemicolon(d: Draft): void {
  if (d.has("publisher", "location", "volume", "issue", "pages", "editor")) return;
  const i = d.segments.findIndex((s) => s.label === "journal" || s.label === "container");
  const s = d.segments[i];
  if (!s || d.segments[i - 1]?.label !== "title" || d.segments[i + 1]?.label !== "date") return;
  // In a register a record stands as an entry does in a dictionary.
  if (/\bRegist(?:ry|er)\b|^\W*In\b/iu.test(d.text(s)) || !/\p{L};\s*$/u.test(d.text(s))) return;
  if (/^(?:19|20)\d\d(?:\.|\W*$)/.test(d.text(d.segments[i + 1]!))) d.relabel(i, "publisher");
}

const PROGRAM_BEHIND_COLON =
  /^(\p{Lu}[^.:;,]{3,80}\b(?:Software|Program|Package|Suite|System)):\s+(?:Release|Version)\s\d/u;

/** "StatCalc Statistical Software: Release 17. StatCalc LLC; 2021.": the release is the end of the program's name. */
export function joinReleaseOfProgram(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label === "title");
  const s = d.segments[i];
  const before = d.segments[i - 1];
  if (s && i === 1 && before?.label === "author" && PROGRAM_BEHIND_COLON.test(d.raw))
    d.segments.splice(0, 2, { ...s, start: before.start });
}

const LABEL =
  /^(?:([^.;:]{3,60})\.\s+)?(\p{Lu}[^.;:]{1,80}\.\s+(?:(?:Full\s|Highlights\sof\s)?[Pp]rescribing\sinformation|[Pp]ackage\s(?:insert|leaflet)|[Pp]roduct\s(?:information|monograph|label)|[Ss]ummary\sof\sproduct\scharacteristics|[Mm]edication\sguide|[Pp]atient\sinformation(?:\sleaflet)?|[Ii]nstructions\sfor\suse)\.\s+)(\p{Lu}[^;:]{1,80};\s+)(?=(?:19|20)\d\d)/u;

/** "Tussal. Package insert. Hallow Pharma; 2017.": a label is called by the drug, and by what it is. */
export function joinTitleOfLabel(d: Draft): void {
  const m = LABEL.exec(d.raw.slice(0, LONGEST));
  if (!m) return;
  const house = m[0].length - m[3]!.length;
  const title = house - m[2]!.length;
  // "Rennie & Co. Quillorex. Prescribing information. Rennie & Co; 2017.": who makes it may stand in front as well.
  if (title > 0 && !m[3]!.startsWith(m[1]!)) return;
  d.lay(0, title, "author");
  d.lay(title, house, "title");
  d.lay(house, m[0].length, "publisher");
}
