/** What paragraph and character styles of a Word file say: headings, captions, lists, raised letters. */
import { child, elements, type XmlElement } from "../xml.ts";

export interface Style {
  readonly name: string;
  /** Heading level from 1, or null. */
  readonly level: number | null;
  readonly superscript: boolean;
  readonly emphasis: boolean;
  readonly list: ListPlace | null;
}

export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

const plain: Style = { name: "", level: null, superscript: false, emphasis: false, list: null };

/** The value of `w:val` of a child, or null. */
export const val = (parent: XmlElement | null, name: string): string | null =>
  (parent && child(parent, name)?.attributes["w:val"]) ?? null;

/** Whether a toggle such as `w:i` is on. */
export function isOn(parent: XmlElement | null, name: string): boolean | null {
  const toggle = parent && child(parent, name);
  return toggle ? !/^(?:0|false|off|none)$/.test(toggle.attributes["w:val"] ?? "1") : null;
}

/** Returns a look-up of styles by id; what a style does not say, the one it is based on says. */
export function readStyles(styles: XmlElement | null): (id: string | null) => Style {
  const raw = new Map<string, XmlElement>();
  for (const style of styles === null ? [] : elements(styles, "w:style")) {
    const id = style.attributes["w:styleId"];
    if (id !== undefined) raw.set(id, style);
  }
  const known = new Map<string, Style>();
  const resolve = (id: string, depth: number): Style => {
    const done = known.get(id);
    if (done) return done;
    const style = raw.get(id);
    const base = val(style ?? null, "w:basedOn");
    // Word allows eleven steps; a chain that bites its tail ends here.
    const under = style === undefined || base === null || depth > 20 ? plain : resolve(base, depth + 1);
    const made = style === undefined ? { ...plain, name: id } : describe(style, under);
    known.set(id, made);
    return made;
  };
  return (id) => (id === null ? plain : resolve(id, 0));
}

function describe(style: XmlElement, under: Style): Style {
  const name = (val(style, "w:name") ?? style.attributes["w:styleId"] ?? "").toLowerCase();
  const paragraph = child(style, "w:pPr");
  const run = child(style, "w:rPr");
  const outline = val(paragraph, "w:outlineLvl");
  const named = /^heading ([1-9])$/.exec(name);
  const level = named
    ? Number(named[1])
    : outline !== null && Number(outline) < 9
      ? Number(outline) + 1
      : under.level;
  const align = val(run, "w:vertAlign");
  return {
    name,
    level: name === "title" ? 1 : level,
    superscript: align === null ? under.superscript : align === "superscript",
    emphasis: isOn(run, "w:i") ?? under.emphasis,
    list: listPlace(paragraph, under.list),
  };
}

/** Returns the list a paragraph or style stands in: its own, or `under` where it says nothing. */
export function listPlace(properties: XmlElement | null, under: ListPlace | null): ListPlace | null {
  const numbering = properties && child(properties, "w:numPr");
  if (!numbering) return under;
  const list = val(numbering, "w:numId") ?? under?.list ?? "0";
  const level = Number(val(numbering, "w:ilvl") ?? under?.level ?? 0);
  return list === "0"
    ? null
    : { list, level: Number.isInteger(level) && level >= 0 && level < 9 ? level : 0 };
}
