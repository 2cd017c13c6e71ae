/** The raw material of a PDF page: runs of glyphs with place, size and font, links, and the page's label. */

export interface Run {
  readonly text: string;
  /** Left end of the baseline, in points from the left edge of the page as shown. */
  readonly x: number;
  /** Baseline, in points from the top edge. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
  /** The producer's order: a line ended behind this run. */
  readonly ends: boolean;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A link on the page: to a place in the document, or to an address outside. */
export interface PageLink extends Box {
  /** Pages from 0, points from the top; null for an address. */
  readonly place: { readonly page: number; readonly x: number | null; readonly y: number } | null;
  readonly url: string | null;
}

export interface Page {
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly label: string | null;
  readonly runs: readonly Run[];
  /** Runs that are turned against the rest of the page: stamps at the margin. */
  readonly turned: readonly Run[];
  readonly links: readonly PageLink[];
}

export interface PdfContent {
  readonly pages: readonly Page[];
  /** Pages that could not be read, from 1. */
  readonly unread: readonly number[];
  readonly title: string | null;
  readonly language: string | null;
  readonly date: string | null;
}
