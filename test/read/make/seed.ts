/** The seed page in other clothes: as the HTML it was copied from, as a Word file, as a PDF. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { footnote, footnoteCall, headingStyles, makeDocx, paragraph, run, xml } from "./docx.ts";
import { makePdf, type PdfLine, type SetRun, setParagraph } from "./pdf.ts";

interface Piece {
  readonly text: string;
  /** The note this piece calls; its text is the number. */
  readonly call: string | null;
}

export interface SeedPage {
  readonly chrome: readonly string[];
  readonly heading: string;
  readonly paragraphs: readonly (readonly Piece[])[];
  readonly notes: readonly { readonly label: string; readonly body: string }[];
}

export const seedText = readFileSync(join(import.meta.dirname, "../../golden/seed/medical-response.txt"));

/** Returns the parts of the page, cut at its markers. */
export function seedPage(): SeedPage {
  const text = seedText.toString("utf8");
  const blocks = [...text.matchAll(/[^\n]+/g)].map((m) => ({ start: m.index, text: m[0] }));
  const notes = blocks.filter((block) => /^\d /.test(block.text));
  const [one, two, heading, ...rest] = blocks.filter((block) => !notes.includes(block));
  return {
    chrome: [one!.text.trim(), two!.text.trim()],
    heading: heading!.text,
    paragraphs: rest.map(({ text: words }) => {
      const pieces: Piece[] = [];
      let at = 0;
      // The page's four markers stand glued behind the stop of their sentence.
      for (const { index, 0: call } of words.matchAll(/(?<=\.)\d(?=\s|$)/g)) {
        pieces.push({ text: words.slice(at, index), call: null }, { text: call, call });
        at = index + call.length;
      }
      pieces.push({ text: words.slice(at), call: null });
      return pieces.filter((piece) => piece.text !== "");
    }),
    notes: notes.map((note) => ({ label: note.text[0]!, body: note.text.slice(2) })),
  };
}

/** As a site would serve it: chrome in `nav`, raised links, notes in a list of their own. */
export function seedHtml(page: SeedPage): string {
  const words = (pieces: readonly Piece[]): string =>
    pieces
      .map(({ text, call }) =>
        call === null ? xml(text) : `<sup><a href="#fn${call}" id="ref${call}">${call}</a></sup>`,
      )
      .join("");
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${xml(page.heading)}</title></head><body>
<nav>${page.chrome.map((line) => `<p>${xml(line)}</p>`).join("")}</nav>
<h1>${xml(page.heading)}</h1>
${page.paragraphs.map((pieces) => `<p>${words(pieces)}</p>`).join("\n")}
<section role="doc-endnotes">${page.notes.map(({ label, body }) => `<p id="fn${label}"><sup>${label}</sup> ${xml(body)}</p>`).join("\n")}</section>
</body></html>`;
}

/** With real footnotes. */
export function seedDocx(page: SeedPage): Uint8Array {
  const words = (pieces: readonly Piece[]): string =>
    pieces.map(({ text, call }) => (call === null ? run(text) : footnoteCall(Number(call)))).join("");
  return makeDocx({
    body: [
      ...page.chrome.map((line) => paragraph(run(line))),
      paragraph(run(page.heading), "Heading1"),
      ...page.paragraphs.map((pieces) => paragraph(words(pieces))),
    ].join(""),
    footnotes: page.notes.map(({ label, body }) => footnote(Number(label), run(body))).join(""),
    styles: headingStyles,
  });
}

/** Set on one page, raised numbers and all, with a page number at the foot. */
export function seedPdf(page: SeedPage): Uint8Array {
  const lines: PdfLine[] = [];
  let y = 60;
  const set = (runs: readonly SetRun[], size: number, after: number): void => {
    const placed = setParagraph(runs, { x: 60, y, width: 470, size });
    lines.push(...placed.lines);
    y += placed.height + after;
  };
  for (const line of page.chrome) set([{ text: line }], 9, 2);
  lines.push({ x: 60, y: y + 16, size: 18, text: page.heading, bold: true });
  y += 40;
  for (const pieces of page.paragraphs)
    set(
      pieces.map(({ text, call }) => ({ text, raised: call !== null })),
      11,
      9,
    );
  y += 10;
  for (const { label, body } of page.notes) set([{ text: `${label} ${body}` }], 9, 5);
  lines.push({ x: 295, y: 815, size: 9, text: "1" });
  return makePdf([{ lines }], { title: page.heading });
}
