/**
 * Which format a file has, by its content; the name only breaks ties between kinds of plain text. Refuses what
 * Footing does not read, with the way round it.
 */
import type { Format } from "../model.ts";
import { claimedEncoding, type Decoded, decode } from "./decode.ts";
import { isEndnote } from "./is-endnote.ts";
import { Refusal } from "./problem.ts";

/** Signatures of formats with a remedy better than "unknown". Offsets are 0. */
const foreign: readonly (readonly [signature: string, what: string, remedy: string])[] = [
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint file", "Save it as .docx or PDF."],
  ["{\\rtf", "a Rich Text file", "Open it in a word processor and save it as .docx."],
  ["\x89PNG", "a picture (PNG)", "Run text recognition (OCR) and bring the text or a searchable PDF."],
  ["\xff\xd8\xff", "a picture (JPEG)", "Run text recognition (OCR) and bring the text or a searchable PDF."],
  ["GIF8", "a picture (GIF)", "Run text recognition (OCR) and bring the text or a searchable PDF."],
  ["II*\0", "a picture (TIFF)", "Run text recognition (OCR) and bring the text or a searchable PDF."],
  ["MM\0*", "a picture (TIFF)", "Run text recognition (OCR) and bring the text or a searchable PDF."],
  ["AT&TFORM", "a DjVu file", "Convert it to PDF with a text layer."],
  ["\x1f\x8b", "a gzip archive", "Unpack it and bring the document inside."],
  ["7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "Unpack it and bring the document inside."],
  ["Rar!", "a RAR archive", "Unpack it and bring the document inside."],
  ["BZh", "a bzip2 archive", "Unpack it and bring the document inside."],
  ["%!PS", "a PostScript file", "Convert it to PDF."],
  ["\x7fELF", "a program", "Bring a document."],
  ["SQLite format 3\0", "a database", "Bring a document."],
  [
    "\\documentclass",
    "LaTeX source",
    "Bring the PDF it makes, or convert it with pandoc to Markdown or DOCX.",
  ],
];

const ascii = (bytes: Uint8Array, length: number): string =>
  String.fromCharCode(...bytes.subarray(0, length));

/** Whether the words stand in the bytes as UTF-16 of the little-endian kind. */
function holds(bytes: Uint8Array, words: string): boolean {
  for (let at = 0; at + words.length * 2 <= bytes.length; at += 2) {
    let i = 0;
    while (i < words.length && bytes[at + 2 * i] === words.charCodeAt(i)) i++;
    if (i === words.length) return true;
  }
  return false;
}

/** Returns the format of `bytes`; `name` is used between plain text, Markdown and wikitext only. */
export function sniff(bytes: Uint8Array, name: string | null): Format {
  const head = ascii(bytes, 1024);
  if (head.includes("%PDF-")) return "pdf";
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return "docx"; // the reader says which zip
  // Word wraps a locked file in the container of its old formats, with this stream inside (MS-OFFCRYPTO 2.3.4.4).
  if (head.startsWith("\xd0\xcf\x11\xe0") && holds(bytes, "EncryptedPackage")) {
    throw new Refusal(
      "encrypted",
      "The file is locked with a password.",
      "Save it without a password and try again.",
    );
  }
  const known = foreign.find(([signature]) => head.startsWith(signature));
  if (known) throw new Refusal("foreign", `This is ${known[1]}.`, known[2], 0);
  const decoded = decode(bytes, claimedEncoding(bytes));
  refuseBinary(decoded);
  return markup(decoded.text) ?? plain(decoded.text, name);
}

/** Control characters other than white space never stand in text; a file of more than 1 in 200 is none. */
function refuseBinary({ text }: Decoded): void {
  const sample = text.slice(0, 65_536);
  let controls = 0;
  for (let i = 0; i < sample.length; i++) {
    const unit = sample.charCodeAt(i);
    if ((unit < 32 && !(unit >= 9 && unit <= 13) && unit !== 27) || unit === 0xfffd) controls++;
  }
  if (controls * 200 <= sample.length) return;
  throw new Refusal(
    "foreign",
    "This is not a document: the bytes are no text, and the format is unknown.",
    "Bring plain text, Markdown, HTML, DOCX, PDF, JATS XML or wikitext.",
    0,
  );
}

/** Elements that only JATS uses as root, or beside which nothing else has `front` and `body`. */
const jatsRoot = /^(?:article|book-part|book|sub-article|pmc-articleset|OAI-PMH)$/;

function markup(text: string): Format | null {
  const head = text.slice(0, 16_384).replace(/<!--[\s\S]{0,8000}?-->/g, "");
  const opening = head.trimStart();
  if (/^<!doctype\s+html/i.test(opening) || /^<html[\s>]/i.test(opening)) return "html";
  if (opening.startsWith("<?xml") || opening.startsWith("<!DOCTYPE")) return xml(opening);
  const root = /^<([A-Za-z][\w:.-]{0,60})/.exec(opening)?.[1];
  if (root && jatsRoot.test(root) && /<(?:front|article-meta|journal-meta)[\s>]/.test(head)) return "jats";
  if (root === "mediawiki") return "wikitext";
  // A saved fragment: begins with an element of HTML and closes some.
  if (
    root &&
    /^(?:head|body|div|p|h[1-6]|article|section|main|table|ul|ol|meta|title|span|header|nav|blockquote)$/i.test(
      root,
    ) &&
    /<\/(?:p|div|h[1-6]|li|td|body|article|section|span|sup|title)\s*>/i.test(text.slice(0, 65_536))
  ) {
    return "html";
  }
  return null;
}

function xml(opening: string): Format {
  const doctype = /<!DOCTYPE\s+([\w:.-]{1,60})([^>[]{0,300})/.exec(opening);
  const root =
    /^(?:\s*<\?[\s\S]{0,2000}?\?>|\s*<!DOCTYPE[^>[]{0,500}(?:\[[\s\S]{0,8000}?\])?\s*>)*\s*<([A-Za-z_][\w:.-]{0,60})/.exec(
      opening,
    )?.[1];
  const name = root ?? doctype?.[1] ?? "";
  if (/^html$/i.test(name) || /xhtml/i.test(doctype?.[2] ?? "")) return "html";
  if (name === "mediawiki") return "wikitext";
  if (jatsRoot.test(name)) return "jats";
  if (isEndnote(opening))
    throw new Refusal(
      "foreign",
      "This is a list of references (EndNote XML), no document.",
      "Give it with --bibliography beside the document that cites them; the desk takes RIS.",
      0,
    );
  throw new Refusal(
    "foreign",
    `This is XML of an unknown kind (root element “${name || "?"}”).`,
    "Bring JATS XML, HTML, or the document as DOCX or PDF.",
    0,
  );
}

/** Signs of a plain-text markup: each pattern counts its weight once for each of the first matches. */
const wikiSigns: readonly (readonly [RegExp, number])[] = [
  [/<ref[\s>/]/g, 3],
  [/\{\{\s*(?:sfn|cite|reflist|efn|harv|citation|infobox)/gi, 3],
  [/^={2,5}[^=\n].{0,200}?={2,5}\s*$/gm, 1],
  [/\[\[[^[\]\n]{1,200}\]\]/g, 1],
  [/'''?[^'\n]{1,200}'''?/g, 1],
];
const markdownSigns: readonly (readonly [RegExp, number])[] = [
  [/^#{1,6} \S/gm, 1],
  [/^ {0,3}\[\^[^\]\s]{1,80}\]:/gm, 3],
  [/\[\^[^\]\s]{1,80}\](?!:)/g, 1],
  [/\[[^[\]\n]{0,200}@[\w:][^[\]\n]{0,300}\]/g, 2],
  [/\]\((?:https?:|#|\.{0,2}\/|mailto:)[^)\s]{0,500}\)/g, 2],
  [/^(?:```|~~~)/gm, 2],
  [/(?<![\w*])\*\*[^\s*][^*\n]{0,200}\*\*(?![\w*])/g, 1],
  [/^\|.{1,500}\|\s*\n\|[ :|-]{3,}\|/gm, 3],
  [/^---\n(?:[\w-]{1,40}:.{0,2000}\n|[ \t-].{0,2000}\n){1,60}(?:---|\.\.\.)\s*$/m, 3],
];

function weigh(text: string, signs: readonly (readonly [RegExp, number])[]): number {
  let total = 0;
  for (const [pattern, weight] of signs) {
    let count = 0;
    if (pattern.global) {
      for (const _ of text.matchAll(pattern)) if (++count === 5) break;
    } else if (pattern.test(text)) count = 1;
    total += count * weight;
  }
  return total;
}

/** The name gives one format a head start; strong signs in the text win against it. */
function plain(text: string, name: string | null): Format {
  const sample = text.slice(0, 262_144);
  const suffix = /\.([a-z]+)$/i.exec(name ?? "")?.[1]?.toLowerCase() ?? "";
  const favoured: Format | null = /^(?:md|markdown|mdown|qmd|rmd)$/.test(suffix)
    ? "markdown"
    : /^(?:wiki|wikitext|mediawiki|mw)$/.test(suffix)
      ? "wikitext"
      : suffix === "txt" || suffix === "text"
        ? "text"
        : null;
  const wiki = weigh(sample, wikiSigns) + (favoured === "wikitext" ? 6 : 0);
  const markdown = weigh(sample, markdownSigns) + (favoured === "markdown" ? 6 : 0);
  const bar = favoured === "text" ? 6 : 4;
  if (wiki >= bar && wiki > markdown) return "wikitext";
  if (markdown >= bar) return "markdown";
  return "text";
}
