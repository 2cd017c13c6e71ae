/** Makes small PDF files for tests: lines of text at places on pages, in Helvetica or Times, with links if wanted. */

export interface PdfLine {
  readonly x: number;
  /** Points from the top of the page. */
  readonly y: number;
  readonly size: number;
  readonly text: string;
  /** `bold` is another font; the base is Times. */
  readonly bold?: boolean;
}

export interface PdfPage {
  readonly lines: readonly PdfLine[];
}

const [width, height] = [595, 842];

/** Bytes of WinAnsi for the characters tests use beside ASCII. */
const winAnsi: Readonly<Record<string, number>> = {
  "–": 0x96,
  "—": 0x97,
  "‘": 0x91,
  "’": 0x92,
  "“": 0x93,
  "”": 0x94,
  "•": 0x95,
  "†": 0x86,
};

function literal(text: string): string {
  let out = "";
  for (const c of text) {
    const code = winAnsi[c] ?? c.charCodeAt(0);
    if (code > 255) throw new Error(`no WinAnsi byte for ${c}`);
    out += code < 128 && !"()\\".includes(c) ? c : `\\${code.toString(8).padStart(3, "0")}`;
  }
  return `(${out})`;
}

/** Widths of Times Roman (AFM) for ASCII from the blank on, in thousandths. */
const widths =
  "250 333 408 500 500 833 778 333 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541"
    .split(" ")
    .map(Number);

/** Returns the width of a text in points. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const c of text) sum += widths[c.charCodeAt(0) - 32] ?? 500;
  return (sum / 1000) * size;
}

export interface PdfOptions {
  /** Entries of the trailer, such as /Encrypt. */
  readonly trailer?: string;
  readonly title?: string;
  /** Objects put behind the others, numbered on from `6 + 2 × pages`. */
  readonly extra?: readonly string[];
}

/** Returns the bytes of a PDF. */
export function makePdf(pages: readonly PdfPage[], options: PdfOptions = {}): Uint8Array {
  const objects: string[] = [];
  const kids = pages.map((_, i) => `${6 + 2 * i} 0 R`).join(" ");
  objects.push("<< /Type /Catalog /Pages 2 0 R >>");
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>");
  objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
  objects.push(`<< /Title ${literal(options.title ?? "")} >>`);
  for (const [i, page] of pages.entries()) {
    const content = page.lines
      .map(
        ({ x, y, size, text, bold }) =>
          `BT /${bold ? "F2" : "F1"} ${size} Tf 1 0 0 1 ${x} ${height - y} Tm ${literal(text)} Tj ET`,
      )
      .join("\n");
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${7 + 2 * i} 0 R >>`,
    );
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  objects.push(...(options.extra ?? []));
  let file = "%PDF-1.4\n";
  const offsets: number[] = [];
  for (const [i, object] of objects.entries()) {
    offsets.push(file.length);
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) file += `${String(offset).padStart(10, "0")} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R ${options.trailer ?? ""} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (c) => c.charCodeAt(0));
}

/** A run of the text to be set: plain, or raised as a note's number. */
export interface SetRun {
  readonly text: string;
  readonly raised?: boolean;
}

/**
 * Returns the lines of a paragraph set ragged at a width, words of raised runs glued to the word before, and the
 * height it takes.
 */
export function setParagraph(
  runs: readonly SetRun[],
  place: { readonly x: number; readonly y: number; readonly width: number; readonly size: number },
): { readonly lines: PdfLine[]; readonly height: number } {
  const { size } = place;
  const leading = size * 1.25;
  const lines: PdfLine[] = [];
  let [x, y] = [place.x, place.y];
  const put = (text: string, raised: boolean): void => {
    const own = raised ? size * 0.6 : size;
    lines.push({ x, y: raised ? y - size * 0.35 : y, size: own, text });
    x += textWidth(text, own);
  };
  for (const { text, raised } of runs) {
    for (const word of raised ? [text] : text.split(/(?<= )/)) {
      if (!raised && x > place.x && x + textWidth(word.trimEnd(), size) > place.x + place.width) {
        x = place.x;
        y += leading;
      }
      put(word, raised ?? false);
    }
  }
  return { lines, height: y - place.y + leading };
}
