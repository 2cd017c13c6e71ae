/** Makes small Word files for tests from pieces of WordprocessingML. */
import { strToU8, zipSync } from "fflate";

export interface WordParts {
  /** Paragraphs and tables. */
  readonly body: string;
  /** Elements `w:footnote`. */
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly settings?: string;
  /** Relationships of the document part: id → address. */
  readonly links?: Readonly<Record<string, string>>;
  readonly core?: string;
  readonly custom?: string;
}

const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"';

const part = (root: string, content: string): Uint8Array =>
  strToU8(`<?xml version="1.0" encoding="UTF-8"?><${root} ${names}>${content}</${root}>`);

export const xml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** A paragraph of running text; `style` is a style id. */
export const paragraph = (runs: string, style?: string): string =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}${runs}</w:p>`;

export const run = (text: string, properties = ""): string =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;

export const footnoteCall = (id: number): string =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;

export const footnote = (id: number, runs: string): string =>
  `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>${runs}</w:p></w:footnote>`;

/** Returns the bytes of a Word file. */
export function makeDocx(parts: WordParts): Uint8Array {
  const files: Record<string, Uint8Array> = {
    "[Content_Types].xml": strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    "word/document.xml": part("w:document", `<w:body>${parts.body}</w:body>`),
  };
  if (parts.footnotes) files["word/footnotes.xml"] = part("w:footnotes", parts.footnotes);
  if (parts.endnotes) files["word/endnotes.xml"] = part("w:endnotes", parts.endnotes);
  if (parts.styles) files["word/styles.xml"] = part("w:styles", parts.styles);
  if (parts.numbering) files["word/numbering.xml"] = part("w:numbering", parts.numbering);
  if (parts.settings) files["word/settings.xml"] = part("w:settings", parts.settings);
  if (parts.core) files["docProps/core.xml"] = part("cp:coreProperties", parts.core);
  if (parts.custom) files["customXml/item1.xml"] = part("b:Sources", parts.custom);
  if (parts.links) {
    const links = Object.entries(parts.links).map(
      ([id, url]) => `<Relationship Id="${id}" Target="${xml(url)}" TargetMode="External"/>`,
    );
    files["word/_rels/document.xml.rels"] = strToU8(`<Relationships>${links.join("")}</Relationships>`);
  }
  // A fixed date: the same parts give the same bytes.
  return zipSync(files, { mtime: new Date("2000-01-01T00:00:00Z") });
}

/** Styles as Word names them. */
export const headingStyles = [1, 2, 3]
  .map((level) => `<w:style w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`)
  .join("");
