/**
 * Looks through the body of a Word file once: what each paragraph is, the numbers of its lists and notes, and which
 * paragraphs are notes or references that the text links to.
 */
import type { NoteType } from "../../model.ts";
import { callLabel } from "../labels.ts";
import { noteHeading, noteId, otherId, otherWords, referenceHeading, yearWord } from "../note-words.ts";
import { child, type XmlElement, xmlText } from "../xml.ts";
import { calledItems } from "./called-items.ts";
import { formatNumber, type ListLabel, listCounter } from "./numbering.ts";
import { type ListPlace, listPlace, type Style, val } from "./styles.ts";

export interface ParagraphFacts {
  readonly style: Style;
  readonly level: number | null;
  readonly list: ListPlace | null;
  readonly shown: ListLabel | null;
}

/** A paragraph that is a note typed by hand or an entry of a reference list. */
export interface EntryFacts {
  readonly id: string;
  readonly type: NoteType;
}

export interface Survey {
  readonly paragraphs: ReadonlyMap<XmlElement, ParagraphFacts>;
  /** Label of each real note by "footnote 3" or "endnote 3". */
  readonly noteLabels: ReadonlyMap<string, string>;
  /** Real notes in the order of their calls. */
  readonly noteOrder: readonly string[];
  readonly entries: ReadonlyMap<XmlElement, EntryFacts>;
  /** What a bookmark leads to: the id of an entry or of a real note. */
  readonly bookmarks: ReadonlyMap<string, string>;
}

interface Link {
  readonly bookmark: string;
  readonly words: string;
}

/** Notes of Word start at 1 in Arabic numerals, endnotes in small Roman ones, unless the file says otherwise. */
function noteFormat(kind: "footnote" | "endnote", places: readonly (XmlElement | null)[]) {
  const found = places
    .map((place) => place && child(place, `w:${kind}Pr`))
    .find((p) => p !== null && p !== undefined);
  const start = Number(val(found ?? null, "w:numStart") ?? 1);
  return {
    format: val(found ?? null, "w:numFmt") ?? (kind === "footnote" ? "decimal" : "lowerRoman"),
    start: Number.isInteger(start) ? start : 1,
    bySection: val(found ?? null, "w:numRestart") === "eachSect",
  };
}

export function surveyBody(
  body: XmlElement,
  styleOf: (id: string | null) => Style,
  numbering: XmlElement | null,
  settings: XmlElement | null,
): Survey {
  const paragraphs = new Map<XmlElement, ParagraphFacts>();
  const order: XmlElement[] = [];
  const opening = new Map<string, XmlElement>();
  const noteLabels = new Map<string, string>();
  const noteOrder: string[] = [];
  const bookmarks = new Map<string, string>();
  const links: Link[] = [];
  const count = listCounter(numbering);
  const section = child(body, "w:sectPr");
  const formats = {
    footnote: noteFormat("footnote", [section, settings]),
    endnote: noteFormat("endnote", [section, settings]),
  };
  const counts = { footnote: formats.footnote.start, endnote: formats.endnote.start };
  let pending: string[] = []; // bookmarks open where no word of the paragraph has stood yet
  let lastBookmarks: string[] = [];
  let instruction = "";
  let result = "";
  let inResult = false;

  const note = (kind: "footnote" | "endnote", element: XmlElement): void => {
    const key = `${kind} ${element.attributes["w:id"] ?? ""}`;
    for (const name of lastBookmarks) bookmarks.set(name, key);
    if (noteLabels.has(key)) return;
    noteOrder.push(key);
    // A mark of the author's own stands in the run behind the call; the writer reads it there.
    if (element.attributes["w:customMarkFollows"]) noteLabels.set(key, "");
    else noteLabels.set(key, formatNumber(counts[kind]++, formats[kind].format) ?? String(counts[kind] - 1));
  };

  const visit = (element: XmlElement, paragraph: XmlElement | null): void => {
    let inside = paragraph;
    switch (element.name) {
      case "w:p": {
        inside = element;
        const properties = child(element, "w:pPr");
        const style = styleOf(val(properties, "w:pStyle"));
        const outline = val(properties, "w:outlineLvl");
        const list = listPlace(properties, style.list);
        paragraphs.set(element, {
          style,
          level: outline !== null && Number(outline) < 9 ? Number(outline) + 1 : style.level,
          list,
          shown: list === null ? null : count(list),
        });
        order.push(element);
        break;
      }
      case "w:bookmarkStart": {
        const name = element.attributes["w:name"];
        if (name) {
          pending.push(name);
          lastBookmarks = [...lastBookmarks.slice(-3), name];
        }
        break;
      }
      case "w:bookmarkEnd":
        lastBookmarks = [];
        break;
      case "w:footnoteReference":
        note("footnote", element);
        break;
      case "w:endnoteReference":
        note("endnote", element);
        break;
      case "w:sectPr":
        if (paragraph !== null) {
          if (formats.footnote.bySection) counts.footnote = formats.footnote.start;
          if (formats.endnote.bySection) counts.endnote = formats.endnote.start;
        }
        break;
      case "w:hyperlink": {
        const bookmark = element.attributes["w:anchor"];
        if (bookmark) links.push({ bookmark, words: xmlText(element) });
        break;
      }
      case "w:fldChar": {
        const kind = element.attributes["w:fldCharType"];
        if (kind === "begin") instruction = "";
        inResult = kind === "separate";
        if (kind === "separate") result = "";
        if (kind === "end") {
          const bookmark = /^\s*(?:REF|NOTEREF|HYPERLINK\s+\\l)\s+"?([\w.:-]{1,100})"?/.exec(
            instruction,
          )?.[1];
          if (bookmark) links.push({ bookmark, words: result });
          instruction = "";
        }
        break;
      }
      case "w:instrText":
        instruction += xmlText(element).slice(0, 500);
        return;
      case "w:t": {
        const words = xmlText(element);
        if (inResult) result += words;
        if (words.trim() !== "" && paragraph !== null) {
          for (const name of pending) if (!opening.has(name)) opening.set(name, paragraph);
          pending = [];
        }
        return;
      }
      default:
    }
    for (const node of element.children) if (typeof node !== "string") visit(node, inside);
  };
  visit(body, null);
  const entries = findEntries(order, paragraphs, opening, links);
  const called = entries.size > 0 ? null : calledItems(order, paragraphs);
  called?.paragraphs.forEach((paragraph, i) => {
    entries.set(paragraph, { id: `called-${i + 1}`, type: called.type });
  });
  for (const [name, paragraph] of opening) {
    const entry = entries.get(paragraph);
    if (entry && !bookmarks.has(name)) bookmarks.set(name, entry.id);
  }
  return { paragraphs, noteLabels, noteOrder, entries, bookmarks };
}

/** Paragraphs that links lead to and that look like entries, with their neighbours in the same list. */
function findEntries(
  order: readonly XmlElement[],
  paragraphs: ReadonlyMap<XmlElement, ParagraphFacts>,
  opening: ReadonlyMap<string, XmlElement>,
  links: readonly Link[],
): Map<XmlElement, EntryFacts> {
  const called = new Map<XmlElement, Link[]>();
  for (const link of links) {
    const paragraph = opening.get(link.bookmark);
    if (paragraph === undefined) continue;
    const calls = called.get(paragraph);
    if (calls) calls.push(link);
    else called.set(paragraph, [link]);
  }
  const entries = new Map<XmlElement, EntryFacts>();
  let heading = "";
  let section = 0;
  const sections = new Map<XmlElement, number>();
  const lists = new Map<string, NoteType>();
  for (const paragraph of order) {
    const { level, style, list } = paragraphs.get(paragraph)!;
    if (level !== null) {
      heading = xmlText(paragraph).trim().slice(0, 80);
      section++;
    }
    sections.set(paragraph, section);
    const calls = called.get(paragraph);
    if (calls === undefined || level !== null || /^(?:caption|toc \d)/.test(style.name)) continue;
    const underReferences = referenceHeading.test(heading);
    const underNotes = noteHeading.test(heading);
    const likeNote = calls.every(({ bookmark }) => noteId.test(bookmark));
    const other = calls.every(({ bookmark, words }) => otherId.test(bookmark) || otherWords.test(words));
    const likeCall = calls.some(
      ({ words }) => callLabel(words) !== null || yearWord.test(words) || /^\W*[¹²³⁰⁴-⁹]/.test(words),
    );
    const named = style.name.startsWith("bibliography");
    if (other || !(named || (likeCall && (likeNote || underReferences || underNotes || list !== null))))
      continue;
    const type: NoteType = underNotes && !underReferences ? "footnote" : "reference";
    entries.set(paragraph, { id: calls[0]!.bookmark, type });
    if (list !== null) lists.set(`${section} ${list.list} ${list.level}`, type);
  }
  let unnamed = 0;
  for (const paragraph of order) {
    const { list } = paragraphs.get(paragraph)!;
    if (list === null || entries.has(paragraph)) continue;
    const type = lists.get(`${sections.get(paragraph)} ${list.list} ${list.level}`);
    if (type !== undefined) entries.set(paragraph, { id: `uncalled-${++unnamed}`, type });
  }
  return entries;
}
