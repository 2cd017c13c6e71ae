/** Wikipedia's wikitext, as typed or as a page of a MediaWiki export, to the one `Document`. */
import type { Block } from "../../model.ts";
import { createBuilder } from "../builder.ts";
import { claimedEncoding, decode } from "../decode.ts";
import type { Budget } from "../limits.ts";
import type { Reader, ReaderInput, Reading } from "../reading.ts";
import { parseXml, textAt, walkXml, type XmlElement, xmlText } from "../xml.ts";
import { NoteBook } from "./notes.ts";
import { clean } from "./scan.ts";
import { Writer } from "./writer.ts";

export const readWikitext: Reader = ({ bytes, budget, bibliography }: ReaderInput): Reading => {
  const { text } = decode(bytes, claimedEncoding(bytes));
  budget.checkCharacters(text.length);
  const page = /^\s*(?:<\?xml[^>]*>\s*)?<mediawiki\b/.test(text)
    ? exportedPage(text, budget)
    : { title: null, text };
  const builder = createBuilder(budget);
  new Writer(builder, budget, clean(page.text), { notes: new NoteBook(), left: new Map() }).page();
  const built = builder.build();
  return {
    ...built,
    title: page.title ?? firstHeading(built),
    language: null,
    date: null,
    bibliography,
    origins: [],
  };
};

function firstHeading({
  text,
  blocks,
}: {
  readonly text: string;
  readonly blocks: readonly Block[];
}): string | null {
  const heading = blocks.find(({ kind, level }) => kind === "heading" && level === 1);
  return heading ? text.slice(heading.start, heading.end) : null;
}

/** The first page of a MediaWiki export. */
function exportedPage(xml: string, budget: Budget): { title: string | null; text: string } {
  let page: XmlElement | null = null;
  let text = "";
  walkXml(parseXml(xml, budget, "the export"), (element) => {
    if (element.name === "page") page ??= element;
    if (element.name === "text" && text === "") text = xmlText(element);
    return true;
  });
  return { title: page === null ? null : textAt(page, "title"), text };
}
