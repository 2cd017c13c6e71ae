/** Repairs at the borders of a title: the name before it, the volume and the house or journal behind it. */
import type { Draft } from "./draft.ts";

/** "Greta Isenbeck: Wiegen, Messen, Strafen.", "Dies.: Waagen. Ein Buch.": one person, then a colon; the names end there. */
export function endNameAtColon(d: Draft): void {
  const i = d.segments.findIndex((s) => s.label !== "label");
  const s = d.segments[i];
  const next = d.segments[i + 1];
  if (s?.label !== "author" || next?.label !== "title") return;
  const m =
    /^(\p{Lu}\p{Ll}+(?:\s(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+|von|van|de|zu|der|la)){1,3}:\s+|(?:[Dd]ers|[Dd]ies|[IiEe]dem|[Ee]adem)\.?:\s+)\p{Lu}/u.exec(
      d.text(s),
    );
  if (m)
    d.segments.splice(
      i,
      2,
      { ...s, end: s.start + m[1]!.length },
      { ...next, start: s.start + m[1]!.length },
    );
}

/** "Proceedings of the Council, iv (Leeds: Pickering, 1880)": the volume between a title and its imprint. */
export function cutRomanVolume(d: Draft): void {
  const i = d.only("title");
  const s = d.segments[i];
  const next = d.segments[i + 1];
  if (!s || d.has("volume", "journal") || (next?.label !== "location" && next?.label !== "publisher")) return;
  const m = /^(.*\p{L}{2},\s+)(?:[ivx]{1,6}|[IVX]{1,6})\s*$/su.exec(d.text(s).slice(0, 1000));
  if (m && d.text(next).startsWith("(")) d.cut(i, [0, "title"], [m[1]!.length, "volume"]);
}

const JUST_YEAR = /\((?:1[5-9]|20)\d\d[a-z]?\)\.\s/u;
const AWAITED = /\((?:in press|forthcoming)\)\.\s/iu;
/** "Harrow & Finch", "Ode, Birch, & Lane": houses bear the names of their founders. */
const FOUNDERS = /^\W*\p{Lu}[\p{L}’'-]+(?:,\s\p{Lu}[\p{L}’'-]+)*,?\s&\s\p{Lu}[\p{L}’'-]+[\s.]*$/u;
const HOUSE_WORD =
  /(?:^|\P{L})(?:press|books?|house|publish\p{L}*|editions?|éditions?|verlag\p{L}*|universit\p{L}*|institut\p{L}*|sons|imprint|media|ltd|inc|& co)(?!\p{L})|&/iu;

/** In APA an article has a volume unless it is awaited, and what is awaited and names no house is in a journal. */
export function tellHouseFromJournal(d: Draft): void {
  if (d.has("volume", "issue", "pages", "url", "doi", "location", "editor")) return;
  const i = d.segments.length - 1;
  const s = d.segments[i];
  if (!s || d.segments[i - 1]?.label !== "title") return;
  if (s.label === "publisher" && AWAITED.test(d.raw) && !HOUSE_WORD.test(d.text(s))) d.relabel(i, "journal");
  else if (s.label === "journal" && JUST_YEAR.test(d.raw) && FOUNDERS.test(d.text(s)))
    d.relabel(i, "publisher");
}

/** "Colony of Arden, Twenty-Second Report": a government in front of what it had printed. */
export const GOVERNMENT =
  /^((?:Colony|City|State|Town|County|Borough|Province|Kingdom|Republic|Commonwealth|Government|Territory|Township|Municipality|Principality|Duchy|Union)\sof\s(?:the\s)?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,3},\s)(?=\p{Lu})/u;

/** A government that was taken for the beginning of the title. */
export function cutGovernment(d: Draft): void {
  const i = d.only("title");
  const s = d.segments[i];
  if (!s || i !== 0 || d.has("author", "journal", "container") || !d.has("publisher", "location")) return;
  const m = GOVERNMENT.exec(d.text(s));
  if (m) d.cut(0, [0, "author"], [m[1]!.length, "title"]);
}

/** "A Randomised, | Placebo-Controlled, Phase 3 Trial. Lancet Airways": words, the stop that ends them, a name without stops. */
const REST_OF_TITLE = /^(.*\p{L}{4,}[.?!]\s+)(\p{Lu}[^.]*[\s.]*)$/su;

/** Where a stop parts the names from the title, a stop and no comma parts the title from the journal. */
export function joinTitleAtComma(d: Draft): void {
  const j = d.segments.findIndex((s) => s.label === "journal");
  const s = d.segments[j];
  const title = d.segments[j - 1];
  const names = d.segments[j - 2];
  if (!s || title?.label !== "title" || names?.label !== "author") return;
  if (!/,\s*$/.test(d.text(title)) || /["”’»],\s*$/.test(d.text(title)) || !/\.\s*$/.test(d.text(names)))
    return;
  const m = REST_OF_TITLE.exec(d.text(s).slice(0, 400));
  if (!m || (!m[1]!.includes(",") && !/\s\p{L}+[.?!]\s+$/u.test(m[1]!))) return;
  const at = s.start + m[1]!.length;
  d.segments.splice(j - 1, 2, { ...title, end: at }, { ...s, start: at });
}

/** "Stadt Wald: Der Hof Lindenweg 9, 2018": a number behind the only words that may be a title, and no piece of a journal. */
export function nameTitleWithNumber(d: Draft): void {
  const i = Math.max(d.only("journal"), d.only("container"));
  const s = d.segments[i];
  const number = d.segments[i + 1];
  if (!s || number?.label !== "volume" || !/^\d{1,4}[a-z]?,\s*$/.test(d.text(number))) return;
  if (d.has("title", "issue", "pages", "editor") || d.segments[i - 1]?.label !== "author") return;
  d.lay(s.start, number.end, "title");
}
