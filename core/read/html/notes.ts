/**
 * Finds the notes and reference entries of a page and the links that call them. A link counts as a call only on
 * evidence: roles, class names, a link back, or an address and words as only notes have. Longer than most files: the
 * evidence is one judgement, looked at from all sides.
 */
import { firstWhere } from "../../binary-search.ts";
import type { NoteType } from "../../model.ts";
import { SHOWN, typeOfItems } from "../called.ts";
import { callLabel, printedLabel } from "../labels.ts";
import {
  noteHeading,
  noteId,
  noteWord,
  otherId,
  otherWords,
  referenceHeading,
  yearWord,
} from "../note-words.ts";
import { calledItems } from "./called-items.ts";
import { isUnseen, referenceClass } from "./kinds.ts";
import { children, findLinks, type InPageLink } from "./links.ts";
import {
  attribute,
  classes,
  closest,
  type Element,
  isElement,
  type Root,
  roles,
  textOf,
  walk,
} from "./tree.ts";

export interface NoteEntry {
  readonly id: string;
  readonly type: NoteType;
  readonly label: string | null;
  /** The label is shown by the list's own numbering and does not stand in the text. */
  readonly numbered: boolean;
}

export interface PageNotes {
  readonly entries: ReadonlyMap<Element, NoteEntry>;
  /** Links to a note, with the note's id. */
  readonly calls: ReadonlyMap<Element, string>;
  /** Links from a note back to its call that show an arrow or the like. */
  readonly backLinks: ReadonlySet<Element>;
  /** Links back whose words are the note's label. */
  readonly labelLinks: ReadonlySet<Element>;
}

const holders = new Set(["li", "dd", "tr", "p", "div", "aside", "blockquote", "section", "td"]);
const arrow = /^(?:[\s[\](){}^↩↑⇑⤴←↵⏎⮥↖▲△«‹]|\ufe0e|\ufe0f)*$/;
/** "↩2" behind "↩1": a note that is called twice leads back twice. */
const countedArrow = /^[\s[\](){}]*[↩↑⇑⤴↵⏎⮥↖▲][\ufe0e\ufe0f]?\s?(?:\d{1,3}|[a-z])[\s\](){}]*$/;
const backWords = /^\W*(?:back|return|jump up|jump back|jump to|go back|top|up|zurück|retour)\b[^.]{0,40}$/i;
/** Returns the element that holds the whole note a target opens, or null when the target opens none. */
function holderOf(target: Element): Element | null {
  let holder: Element | null = closest(target, (e) => holders.has(e.tagName) || e.tagName === "dt");
  if (
    holder === null ||
    closest(target, (e) => /^(?:h[1-6]|figure|caption|figcaption|nav|thead|dt)$/.test(e.tagName))
  ) {
    const term = closest(target, (e) => e.tagName === "dt");
    const next = term && nextElement(term);
    return next?.tagName === "dd" ? next : null;
  }
  if (target !== holder && !opens(target, holder)) return null;
  // A paragraph or cell that opens its list item, row or named division speaks for the whole of it.
  for (;;) {
    const parent: Element["parentNode"] = holder.parentNode;
    if (parent === null || !isElement(parent) || firstElement(parent) !== holder) return holder;
    const whole =
      parent.tagName === "li" ||
      parent.tagName === "dd" ||
      parent.tagName === "tr" ||
      (parent.tagName === "div" &&
        holder.tagName === "p" &&
        attribute(parent, "id") !== null &&
        smallDivision(parent));
    if (!whole) return holder;
    holder = parent;
  }
}

/** A division of few paragraphs and nothing else: one note with its paragraphs. */
function smallDivision(element: Element): boolean {
  const parts = element.childNodes.length > 100 ? null : children(element);
  return parts?.every((child) => child.tagName === "p") ?? false;
}

function firstElement(parent: Element): Element | null {
  for (const child of parent.childNodes) if (isElement(child)) return child;
  return null;
}

/** Returns the element behind this one among the next few nodes. */
function nextElement(element: Element): Element | null {
  const parent = element.parentNode;
  if (parent === null || parent.childNodes.length > 10_000) return null;
  const at = parent.childNodes.indexOf(element);
  return parent.childNodes.slice(at + 1, at + 4).find(isElement) ?? null;
}

/** Whether no words but a label stand in `holder` before `target`. */
function opens(target: Element, holder: Element): boolean {
  let before = "";
  let found = false;
  let seen = 0;
  const visit = (element: Element): void => {
    for (const child of element.childNodes) {
      if (found) return;
      if (child === target || ++seen > 40) {
        found = true;
        return;
      }
      if (child.nodeName === "#text" && "value" in child) before += child.value;
      else if (isElement(child)) visit(child);
      if (before.length > 200) found = true;
    }
  };
  visit(holder);
  const words = before.trim();
  return seen <= 40 && (words.length <= 2 || callLabel(words) !== null);
}

interface Candidate {
  readonly holder: Element;
  readonly calls: InPageLink[];
}

/** Returns all notes of the page. Near-linear: every list is looked at once. */
export function findNotes(root: Root): PageNotes {
  const { links, lost, order, headings } = findLinks(root);
  const candidates = new Map<Element, Candidate>();
  const linksIn = new Map<Element, InPageLink[]>(); // links by the holder they stand in
  const holderByTarget = new Map<Element, Element | null>();
  for (const link of links) {
    if (!holderByTarget.has(link.target)) holderByTarget.set(link.target, holderOf(link.target));
    const holder = holderByTarget.get(link.target)!;
    if (holder === null || leadsBack(link.from)) continue;
    const candidate = candidates.get(holder) ?? { holder, calls: [] };
    candidate.calls.push(link);
    candidates.set(holder, candidate);
  }
  for (const link of links) {
    const holder = closest(link.from, (e) => candidates.has(e));
    if (holder === null) continue;
    const inside = linksIn.get(holder);
    if (inside === undefined) linksIn.set(holder, [link]);
    else if (inside.length < 50) inside.push(link); // a link back is among the first or the last; notes are short
  }
  const headingBefore = (element: Element): string => {
    const place = order.get(element) ?? 0;
    const next = firstWhere(headings.length, (i) => order.get(headings[i]!)! >= place);
    return next > 0 ? textOf(headings[next - 1]!, 80) : "";
  };

  const accepted = new Map<Element, Candidate>();
  for (const candidate of candidates.values()) {
    const { holder, calls } = candidate;
    const before = calls.some(({ from }) => order.get(from)! < order.get(holder)!);
    if (isNote(candidate, linksIn.get(holder) ?? [], before, headingBefore)) accepted.set(holder, candidate);
  }
  for (const candidate of siblings(accepted, candidates)) accepted.set(candidate.holder, candidate);
  for (const holder of namedLists(root)) {
    if (!accepted.has(holder)) accepted.set(holder, candidates.get(holder) ?? { holder, calls: [] });
  }
  const counted = calledItems(root).filter((item) => !accepted.has(item));
  const byNumber = new Set(counted.some((item) => inNote(item, accepted)) ? [] : counted);
  for (const holder of byNumber) accepted.set(holder, candidates.get(holder) ?? { holder, calls: [] });
  const words = counted.map((item) => textOf(item, SHOWN));
  const typed = (holder: Element): NoteType =>
    byNumber.has(holder) ? typeOfItems(headingBefore(holder), words) : typeOf(holder, headingBefore);
  const notes = describe(accepted, links, holderByTarget, order, typed);
  // An arrow at a note leads back, whether or not the place it names is there.
  const arrows = lost.flatMap(({ from }) =>
    textOf(from, 60).trim() !== "" && leadsBack(from) && closest(from, (e) => notes.entries.has(e))
      ? [from]
      : [],
  );
  const backLinks = arrows.length === 0 ? notes.backLinks : new Set([...notes.backLinks, ...arrows]);
  return { ...notes, backLinks, calls: withLost(notes.calls, links, lost) };
}

/** Whether the link shows an arrow or says that it leads back to the text. */
function leadsBack(link: Element): boolean {
  const words = textOf(link, 60);
  return (
    arrow.test(words) ||
    countedArrow.test(words) ||
    backWords.test(words) ||
    roles(link).includes("doc-backlink")
  );
}

/** Whether the words around the holder say that it is a note, looking at most four elements up. */
function namedAsNote(holder: Element): boolean {
  let node: Element["parentNode"] = holder;
  for (let up = 0; up < 5 && node !== null && isElement(node); up++) {
    if (
      roles(node).some((role) =>
        /^(?:doc-)?(?:footnotes?|endnotes?|rearnotes?|biblioentry|bibliography)$/.test(role),
      )
    ) {
      return true;
    }
    if (node.tagName !== "body" && classes(node).some((name) => noteWord.test(name))) return true;
    if (up > 0 && node.tagName !== "body" && noteWord.test(attribute(node, "id") ?? "")) return true;
    node = node.parentNode;
  }
  return false;
}

function isNote(
  { holder, calls }: Candidate,
  within: readonly InPageLink[],
  calledBefore: boolean,
  headingBefore: (element: Element) => string,
): boolean {
  if (calls.some(({ from }) => roles(from).some((role) => /^(?:doc-)?(?:noteref|biblioref)$/.test(role))))
    return true;
  if (children(holder).some((child) => /^(?:h[1-6]|figure|table)$/.test(child.tagName))) return false;
  if (calls.every(({ fragment, from }) => otherId.test(fragment) || otherWords.test(textOf(from, 40))))
    return false;
  if (namedAsNote(holder)) return true;
  const callers = new Set(calls.map(({ from }) => from));
  const some = calls.slice(0, 50);
  // A link back: it leads to a call of this note, to what holds the call, or to the place right before it.
  const reciprocal = within.some(
    ({ target, from }) =>
      !callers.has(from) && some.some((call) => target === call.from || near(target, call.from)),
  );
  if (reciprocal && calledBefore) return true;
  const likeNote = calls.every(({ fragment }) => noteId.test(fragment));
  const underHeading = (): boolean => {
    const words = headingBefore(holder);
    return referenceHeading.test(words) || noteHeading.test(words);
  };
  const likeCall = calls.some(({ from }) => {
    const words = textOf(from, 60).trim();
    return (
      callLabel(words) !== null || yearWord.test(words) || closest(from, (e) => e.tagName === "sup") !== null
    );
  });
  return likeCall && (likeNote || underHeading());
}

/** Whether `target` holds `link` closely (a `sup` around it) or is an empty anchor beside it. */
function near(target: Element, link: Element): boolean {
  let node: Element["parentNode"] = link.parentNode;
  for (let up = 0; up < 3 && node !== null && isElement(node); up++) {
    if (node === target) return true;
    node = node.parentNode;
  }
  const parent = link.parentNode;
  if (target.parentNode === parent) return true;
  return parent !== null && isElement(parent) && target.parentNode === parent.parentNode;
}

/** The other items of a list in which notes were found are notes as well, called or not. */
function siblings(
  accepted: ReadonlyMap<Element, Candidate>,
  candidates: ReadonlyMap<Element, Candidate>,
): Candidate[] {
  const found: Candidate[] = [];
  const done = new Map<unknown, Set<string>>();
  for (const { holder } of accepted.values()) {
    const parent = holder.parentNode;
    if (parent === null) continue;
    const named = classes(holder).filter((name) => noteWord.test(name) || referenceClass.has(name));
    const isList = isElement(parent) && /^(?:ol|ul|dl|tbody)$/.test(parent.tagName);
    if (!isList && named.length === 0) continue;
    const kind = `${holder.tagName} ${isList ? "" : named.join(" ")}`;
    const kinds = done.get(parent) ?? new Set();
    if (kinds.has(kind)) continue;
    done.set(parent, kinds.add(kind));
    const same = parent.childNodes
      .filter(isElement)
      .filter(
        (e) => e.tagName === holder.tagName && (isList || classes(e).some((name) => named.includes(name))),
      );
    const few = same.filter((e) => accepted.has(e)).length * 3 < same.length;
    if (isList && few && !namedAsNote(holder)) continue;
    for (const element of same) {
      if (!accepted.has(element)) found.push(candidates.get(element) ?? { holder: element, calls: [] });
    }
  }
  return found;
}

/** Lists that say they are reference lists, with or without links to their items. */
function namedLists(root: Root): Element[] {
  const found: Element[] = [];
  walk(root, (element) => {
    if (roles(element).includes("doc-biblioentry") || classes(element).includes("csl-entry")) {
      found.push(element);
      return false;
    }
    const names = classes(element);
    const list =
      /^(?:ol|ul)$/.test(element.tagName) &&
      (names.some((name) =>
        /^(?:references|reference-list|ref-list|reflist|bibliography|citation-list|ltx_biblist)$/.test(name),
      ) ||
        roles(element).includes("doc-bibliography"));
    if (!list) return true;
    found.push(...children(element).filter((child) => child.tagName === "li"));
    return false;
  });
  return found;
}

function typeOf(holder: Element, headingBefore: (element: Element) => string): NoteType {
  for (let node: Element["parentNode"] = holder, up = 0; up < 5 && node !== null && isElement(node); up++) {
    const named = roles(node).join(" ");
    if (/biblio/.test(named)) return "reference";
    if (/endnote|rearnote/.test(named)) return "endnote";
    if (/footnote/.test(named)) return "footnote";
    const words = `${attribute(node, "class") ?? ""} ${attribute(node, "id") ?? ""}`;
    if (/endnote|_edn/i.test(words)) return "endnote";
    if (/foot-?note|(?:^|[\s_-])f(?:t?n)(?:\d|$|[\s_-])|(?:^|\s)notes?(?:$|[\s\d_-])|cite_note/i.test(words))
      return "footnote";
    if (/(?:^|[\s_-])ref|bib|citation|csl-|CITEREF/i.test(words)) return "reference";
    node = node.parentNode;
  }
  return noteHeading.test(headingBefore(holder)) ? "footnote" : "reference";
}

const inNote = (item: Element, accepted: ReadonlyMap<Element, Candidate>): boolean =>
  item.parentNode !== null &&
  isElement(item.parentNode) &&
  closest(item.parentNode, (e) => accepted.has(e)) !== null;

/** Returns the number the browser shows in front of each item of an ordered list. */
function shownNumber(item: Element): string | null {
  const list = item.parentNode;
  if (item.tagName !== "li" || list === null || !isElement(list) || list.tagName !== "ol") return null;
  if (/list-style(?:-type)?\s*:\s*none/i.test(attribute(list, "style") ?? "")) return null;
  return String(ordinals(list).get(item) ?? "") || null;
}

const ordinalsOf = new WeakMap<Element, ReadonlyMap<Element, number>>();

function ordinals(list: Element): ReadonlyMap<Element, number> {
  const known = ordinalsOf.get(list);
  if (known) return known;
  const map = new Map<Element, number>();
  const start = Number.parseInt(attribute(list, "start") ?? "1", 10);
  let number = Number.isNaN(start) ? 1 : start;
  for (const item of children(list)) {
    if (item.tagName !== "li") continue;
    const value = Number.parseInt(attribute(item, "value") ?? "", 10);
    if (!Number.isNaN(value)) number = value;
    map.set(item, number++);
  }
  ordinalsOf.set(list, map);
  return map;
}

function describe(
  accepted: ReadonlyMap<Element, Candidate>,
  links: readonly InPageLink[],
  holderByTarget: ReadonlyMap<Element, Element | null>,
  order: ReadonlyMap<Element, number>,
  typed: (holder: Element) => NoteType,
): PageNotes {
  const entries = new Map<Element, NoteEntry>();
  const calls = new Map<Element, string>();
  const backLinks = new Set<Element>();
  const labelLinks = new Set<Element>();
  const used = new Set<string>();
  /** What a note is labelled with that nothing calls for. */
  let next: string | null = null;
  const sorted = [...accepted.values()].sort((a, b) => order.get(a.holder)! - order.get(b.holder)!);
  for (const { holder, calls: callers } of sorted) {
    const outer =
      holder.parentNode && isElement(holder.parentNode)
        ? closest(holder.parentNode, (e) => entries.has(e))
        : null;
    if (outer !== null) continue; // a note inside a note belongs to it
    const named = callers[0]?.fragment ?? attribute(holder, "id") ?? `note-${entries.size + 1}`;
    let id = named;
    for (let n = 2; used.has(id); n++) id = `${named}-${n}`;
    used.add(id);
    const called = commonLabel(callers.map(({ from }) => textOf(from, 40)));
    const shown = shownNumber(holder);
    const printed = printedLabel(textOf(holder, 80, isUnseen), called ?? shown ?? next);
    const label = printed?.label ?? called ?? shown;
    next = label !== null && /^\d{1,4}$/.test(label) ? String(Number(label) + 1) : null;
    entries.set(holder, {
      id,
      type: typed(holder),
      label,
      numbered: printed === null && shown !== null,
    });
  }
  for (const { from, target } of links) {
    const inside = closest(from, (e) => entries.has(e));
    const to = holderByTarget.get(target) ?? null;
    const entry = to === null ? undefined : entries.get(to);
    if (entry !== undefined && to !== inside) calls.set(from, entry.id);
    else if (inside !== null && entry === undefined) {
      if (leadsBack(from)) backLinks.add(from);
      else if (callLabel(textOf(from, 60)) !== null) labelLinks.add(from);
    }
  }
  return { entries, calls, backLinks, labelLinks };
}

/** A link that looks like the calls of this page and leads nowhere calls for a note that was lost. */
function withLost(
  calls: ReadonlyMap<Element, string>,
  links: readonly InPageLink[],
  lost: readonly { readonly from: Element; readonly fragment: string }[],
): ReadonlyMap<Element, string> {
  const stem = (fragment: string): string => fragment.replace(/\d+/g, "#");
  const stems = new Set(links.flatMap(({ from, fragment }) => (calls.has(from) ? [stem(fragment)] : [])));
  const found = lost.filter(
    ({ from, fragment }) =>
      /\d/.test(fragment) && stems.has(stem(fragment)) && callLabel(textOf(from, 60)) !== null,
  );
  return found.length === 0
    ? calls
    : new Map([...calls, ...found.map(({ from, fragment }) => [from, `lost ${fragment}`] as const)]);
}

/** Returns the label all calls that show one agree on. A year is none. */
function commonLabel(words: readonly string[]): string | null {
  const labels = new Set(
    words.map(callLabel).filter((label) => label !== null && !/^\d{4}[a-z]?$/.test(label)),
  );
  return labels.size === 1 ? [...labels][0]! : null;
}
