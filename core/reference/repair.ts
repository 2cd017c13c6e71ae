/** Sets right what no single token shows: an organisation at the head of a title, editors who edit nothing, and the like. */
import { GAZETTEER } from "./gazetteer.ts";
import { hasBodyWord } from "./names.ts";
import type { Label, Segment } from "./segment.ts";

/** Returns the stretches after the repairs; spans still cover the same tokens in the same order. */
export function repair(raw: string, segments: readonly Segment[]): Segment[] {
  const has = (label: Label): boolean => segments.some((s) => s.label === label);
  const words = (s: Segment): string => raw.slice(s.start, s.end);
  let out = [...segments];

  // "et al." ends a list of names; what follows is the title's, even where it looks like initials ("M. tuberculosis").
  for (let i = 0; i < out.length; i++) {
    const s = out[i]!;
    const m = s.label === "author" ? AFTER_ET_AL.exec(words(s)) : null;
    if (!m || EDITING.test(m[2]!)) continue;
    const at = s.start + m[1]!.length;
    const next = out[i + 1];
    out[i] = { ...s, end: at };
    if (next?.label === "title") out[i + 1] = { ...next, start: s.end - m[2]!.length };
    else out.splice(i + 1, 0, { ...s, label: "title", start: s.end - m[2]!.length });
  }

  // "S295–S306": the letter in front of the first page belongs to it.
  out = out.map((s, i) => {
    const before = out[i - 1];
    const letter =
      s.label === "pages" && before?.end === s.start
        ? /(?:^|[\s:,;(])([A-Za-z]{1,2})$/.exec(words(before))
        : null;
    return letter && /^\d/.test(words(s)) && letter[1]!.length < before!.end - before!.start
      ? { ...s, start: s.start - letter[1]!.length }
      : s;
  });
  out = out.map((s, i) => (out[i + 1] && out[i + 1]!.start < s.end ? { ...s, end: out[i + 1]!.start } : s));

  // Names at the very start are editors only where the string says so.
  const head = out.findIndex((s) => s.label !== "label");
  if (!has("author") && out[head]?.label === "editor" && !EDITING.test(words(out[head]!)))
    out[head] = { ...out[head]!, label: "author" };

  // "Title. Carrow, 1998": no place bears that name, so it is who published it.
  if (!has("publisher")) {
    out = out.map((s, i) => {
      const before = out[i - 1];
      const known = (
        words(s)
          .toLowerCase()
          .match(/\p{L}+/gu) ?? []
      ).some((w) => ((GAZETTEER.get(w) ?? 0) & 1) === 1);
      const alone =
        s.label === "location" &&
        !known &&
        !/print|manuscript|draft|unpublished/i.test(words(s)) &&
        out.filter((o) => o.label === "location").length === 1;
      const last = alone && before !== undefined && /\.\s*$/.test(words(before)) && /,\s*$/.test(words(s));
      return last && before.label === "title" && out[i + 1]?.label === "date"
        ? { ...s, label: "publisher" as const }
        : s;
    });
  }

  // A book under its editors' names: what looks like a container is the work itself.
  const only = out.findIndex((s) => s.label === "container");
  if (
    only >= 0 &&
    !["title", "journal", "volume", "issue"].some((l) => has(l as Label)) &&
    !/^\s*in\b/i.test(words(out[only]!))
  )
    out[only] = { ...out[only]!, label: "title" };

  // "Ministry of the Coast, National Wetland Inventory. Halden: Ministry of the Coast, 2017."
  const title = out[head];
  if (title?.label === "title" && !has("author") && !has("editor")) {
    const text = words(title);
    const cut = /^([^.,:;“”"()]{6,90}?)[.,:]\s+(?=[\p{Lu}"“‘«„\d])/u.exec(text);
    const body = cut?.[1] ?? "";
    const publisher = out.find((s) => s.label === "publisher");
    const same = publisher !== undefined && words(publisher).includes(body);
    if (cut && (same || hasBodyWord(body)) && text.length - cut[0].length > 4) {
      const at = title.start + cut[0].trimEnd().length;
      const from = title.start + cut[0].length;
      out.splice(head, 1, { ...title, label: "author", end: at }, { ...title, start: from });
    }
  }
  return out;
}

const AFTER_ET_AL = /^(.*?\bet\.?\s?al\b[.,]?)[\s.,;:]+((?=.*\p{L}{2}).+)$/su;

const EDITING =
  /\b(?:eds?|edd|edit\p{L}*|hrsgg?|hgg?|herausg\p{L}*|dirs?|direction|coord\p{L}*|éds?|éditeurs?|cura|red|orgs?|comps?|compil\p{L}*|In)\b/iu;
