/** Pages in a bracket of their own behind the citation they belong to: "Brew (2010) says … (p. 17)", "He adds … (204)". */
import type { Span } from "../../model.ts";
import { parsePinpoint } from "../../pinpoint.ts";
import { REPORTS } from "./author-year-narrative.ts";
import { type CitingMarker, makeCite } from "./cite.ts";
import { fold } from "./fold.ts";
import type { Group } from "./groups.ts";

/** How far behind its citation a page may stand. */
const NEAR = 400;
const BARE = /^(?!(?:1[5-9]|20)\d\d$)\d{1,4}(?:[-\u2010-\u2013]\d{1,4})?$/u;
const SENTENCE_END = /[.!?…]["”’)]?\s+(?=["“‘]?\p{Lu})/gu;
const PRONOUN = /^["“‘]?(?:He|She|They|The authors?)\s/u;

/**
 * Whether a number in brackets at the end of a sentence is a page of the work cited in front of it. Counts look the
 * same, so its author must go on speaking: in the sentence that cites, "Brew (2010) argues that … (204)", or in the one
 * behind, "He adds that … (204)", where the page of the work was cited bare before.
 */
function meansPage(text: string, group: Group, previous: CitingMarker): boolean {
  const cite = previous.cites.at(-1)!;
  if (previous.cites.length > 1 || !/^[\d[]/.test(cite.raw)) return false;
  if (!BARE.test(text.slice(group.start + 1, group.end - 1))) return false;
  if (!/^[.!?](?:\s|$)/.test(text.slice(group.end, group.end + 2))) return false;
  const between = text.slice(previous.end, group.start);
  const ends = [...between.matchAll(SENTENCE_END)];
  const last = ends[0];
  if (last === undefined) return cite.pinpoint === null && REPORTS.test(between);
  if (ends.length > 1 || cite.pinpoint?.label !== "page" || /\bpp?\./.test(cite.raw)) return false;
  const sentence = between.slice(last.index + last[0].length);
  return PRONOUN.test(sentence) || fold(sentence).includes(fold(cite.names[0]!));
}

function bareOf(text: string, group: Group, previous: CitingMarker): CitingMarker {
  const { names, namesTruncated, year } = previous.cites.at(-1)!;
  const [start, end] = [group.start + 1, group.end - 1];
  const value = text.slice(start, end).replace(/[\u2010-\u2013]/g, "-");
  const cite = makeCite(text, start, end, {
    names,
    namesTruncated,
    year,
    pinpoint: { label: "page", value },
  });
  return { start: group.start, end: group.end, cites: [cite], matches: [previous.matches.at(-1)!] };
}

/** "(p. 17)" behind a narrative citation that has no page yet belongs to it. */
export function later(text: string, group: Group, previous: CitingMarker | null): CitingMarker | null {
  if (!previous || group.start - previous.end > NEAR) return null;
  const cite = previous.cites.at(-1)!;
  if (cite.names.length > 0 && meansPage(text, group, previous)) return bareOf(text, group, previous);
  if (cite.pinpoint || cite.form !== "author-year" || cite.names.length === 0) return null;
  if (/(?<!(?<!\p{L})\p{Lu})[.!?]["”’]?\s+\p{Lu}/u.test(text.slice(previous.end, group.start))) return null;
  return pageOf(text, group, previous);
}

/** A page in brackets behind the full stop that ends a paragraph. */
const PAGE_LAST = /[.!?…]["”’]?\s+(\(pp?\.\s?\d[^()]{0,24}\))\s*$/u;
/** How far in front of a block quotation its author may be named. */
const LED_IN = 400;

/**
 * A block quotation set off behind a colon, its page behind its last full stop: "Venn (2003) asked a guild. It said:",
 * then "… (p. 57)". The page belongs to the author named last in the words that lead up to it.
 */
export function ofBlock(text: string, lead: Span, last: CitingMarker, block: Span): CitingMarker | null {
  const words = text.slice(lead.start, lead.end).trimEnd();
  const cite = last.cites.at(-1)!;
  if (!words.endsWith(":") || block.start - last.end > LED_IN || !/\d/.test(text[cite.start]!)) return null;
  if (cite.pinpoint || cite.names.length === 0) return null;
  const page = PAGE_LAST.exec(text.slice(block.start, block.end));
  if (!page) return null;
  const start = block.start + page.index + page[0].indexOf(page[1]!, 1);
  return pageOf(text, { start, end: start + page[1]!.length }, last);
}

function pageOf(text: string, group: Group, previous: CitingMarker): CitingMarker | null {
  const cite = previous.cites.at(-1)!;
  const inner = text.slice(group.start + 1, group.end - 1);
  const found = parsePinpoint(inner, 0);
  if (
    !found?.labelled ||
    found.pinpoint.label !== "page" ||
    found.start > 2 ||
    found.end < inner.trimEnd().length
  )
    return null;
  return {
    start: group.start,
    end: group.end,
    cites: [
      makeCite(text, group.start + 1, group.end - 1, {
        names: cite.names,
        namesTruncated: cite.namesTruncated,
        year: cite.year,
        pinpoint: found.pinpoint,
      }),
    ],
    matches: [previous.matches.at(-1)!],
  };
}
