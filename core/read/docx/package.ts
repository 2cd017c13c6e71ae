/** The parts of a Word file that are read, as XML trees; other kinds of zip are named and refused. */
import { claimedEncoding, decode } from "../decode.ts";
import type { Budget } from "../limits.ts";
import { Refusal } from "../problem.ts";
import { elements, parseXml, type XmlElement } from "../xml.ts";
import { openZip, type Zip } from "../zip.ts";

export interface WordPackage {
  readonly document: XmlElement;
  readonly footnotes: XmlElement | null;
  readonly endnotes: XmlElement | null;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
  readonly settings: XmlElement | null;
  readonly core: XmlElement | null;
  /** Custom XML parts; Word keeps the sources of its own citations in one. */
  readonly custom: readonly XmlElement[];
  /** Addresses of links by part ("document", "footnotes", "endnotes") and relationship id. */
  readonly links: ReadonlyMap<string, string>;
}

/** What other zips hold, and what to do with them. */
const foreign: readonly (readonly [name: RegExp, what: string, remedy: string])[] = [
  [/^xl\/workbook/, "an Excel workbook", "Export the sheet as text or PDF."],
  [/^ppt\/presentation/, "a PowerPoint presentation", "Export it as PDF."],
  [/^META-INF\/container\.xml$/, "an EPUB book", "Convert it to HTML or DOCX."],
  [/^content\.xml$/, "an OpenDocument file", "Save it as .docx."],
  [/^Index\/Document\.iwa$/, "a Pages document", "Export it as Word or PDF."],
];

export function openWord(bytes: Uint8Array, budget: Budget): WordPackage {
  const zip = openZip(bytes, budget);
  const main = mainPart(zip, budget);
  if (main === null) {
    const known = foreign.find(([name]) => zip.names.some((part) => name.test(part)));
    throw new Refusal(
      "foreign",
      `This is ${known?.[1] ?? "a zip archive without a Word document"}.`,
      known?.[2] ?? "Unpack it and bring the document inside.",
      0,
    );
  }
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const part = (name: string): XmlElement | null => parsePart(zip, name, budget);
  const document = part(main)!;
  if (document.name !== "w:document") {
    throw new Refusal("damaged", "The main part is no Word document.", "Save it again as .docx.", 0);
  }
  const links = new Map<string, string>();
  for (const name of ["document", "footnotes", "endnotes"]) {
    const file = name === "document" ? main.slice(folder.length) : `${name}.xml`;
    for (const link of elements(part(`${folder}_rels/${file}.rels`) ?? none)) {
      const { Id, Target, TargetMode } = link.attributes;
      if (Id && Target && TargetMode === "External") links.set(`${name} ${Id}`, Target);
    }
  }
  return {
    document,
    footnotes: part(`${folder}footnotes.xml`),
    endnotes: part(`${folder}endnotes.xml`),
    styles: part(`${folder}styles.xml`),
    numbering: part(`${folder}numbering.xml`),
    settings: part(`${folder}settings.xml`),
    core: part("docProps/core.xml"),
    custom: zip.names
      .filter((name) => /^customXml\/item\d+\.xml$/.test(name))
      .slice(0, 20)
      .map(part)
      .filter((root) => root !== null),
    links,
  };
}

const none: XmlElement = { name: "", attributes: {}, children: [] };

function parsePart(zip: Zip, name: string, budget: Budget): XmlElement | null {
  const bytes = zip.read(name);
  return bytes === null
    ? null
    : parseXml(decode(bytes, claimedEncoding(bytes)).text, budget, `the part ${name}`);
}

/** The main part is named by the package's relationships; nearly always word/document.xml. */
function mainPart(zip: Zip, budget: Budget): string | null {
  const usual = "word/document.xml";
  if (zip.names.includes(usual)) return usual;
  const relations = zip.names.includes("_rels/.rels") ? parsePart(zip, "_rels/.rels", budget) : null;
  const office = elements(relations ?? none).find(({ attributes }) =>
    /\/officeDocument$/.test(attributes.Type ?? ""),
  );
  const target = office?.attributes.Target?.replace(/^\//, "") ?? "";
  return /document\d*\.xml$/.test(target) && zip.names.includes(target) ? target : null;
}
