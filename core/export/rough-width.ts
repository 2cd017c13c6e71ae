/** Widths of text without a screen to measure on: those of a wide sans serif face, so that labels have room in any. */
import type { LabelStyle } from "../graph/index.ts";

/** Font size and weight of each label style. */
export const labelFonts: Readonly<Record<LabelStyle, { readonly size: number; readonly bold: boolean }>> = {
  "claim-number": { size: 13, bold: true },
  "claim-words": { size: 11, bold: false },
  "source-name": { size: 13, bold: true },
  "source-count": { size: 11, bold: false },
};

/** Thousandths of the font size, after DejaVu Sans, the widest face a browser is likely to fall back to. */
function width(c: string): number {
  if (/[iljI.,:;'|!()[\] ]/.test(c)) return 390;
  if (/[mwMW@%…—]/.test(c)) return 990;
  if (/[A-Z0-9&]/.test(c)) return 700;
  if (c <= "\u024f") return 630;
  return /\p{M}|\p{Cf}/u.test(c) ? 0 : 1000;
}

/** Returns about the width of the text in pixels, rather too much than too little. */
export function roughWidth(text: string, style: LabelStyle): number {
  const { size, bold } = labelFonts[style];
  let units = 0;
  for (const c of text) units += width(c);
  return (units * size * (bold ? 1.1 : 1)) / 1000;
}
