/** Cuts the pieces of the running text into statements with their kinds, sections, paragraphs and markers. */
import { idMaker } from "../hash.ts";
import type { BlockKind, Marker, MarkerId, Section, Span, Statement } from "../model.ts";
import { isFragment } from "./kinds/about-itself.ts";
import { hasDisclaimerLabel, isAboutDocument, isFrontLine, opensEdge, statementKind } from "./kinds.ts";
import { type KindedPiece, type Layout, type Piece, wordsStart } from "./layout/pieces.ts";
import { withoutMarkers, wordsEnd } from "./marked-words.ts";
import { isCrossReference } from "./markers/key.ts";
import { type CutPiece, continuations } from "./page-breaks.ts";
import { splitSentences } from "./sentences/index.ts";
import { opensSummary } from "./sentences/paragraph.ts";

export interface Statements {
  readonly statements: readonly Statement[];
  readonly sections: readonly Section[];
}

/** Returns the statements and sections in order. `markers` are sorted. Linear. */
export function cutStatements(
  text: string,
  layout: Layout,
  pieces: readonly KindedPiece[],
  markers: readonly Marker[],
  language: string | null,
): Statements {
  const id = idMaker("s-");
  const statements: Statement[] = [];
  const sections: Section[] = [];
  let section: { title: string | null; level: number; start: number; end: number } | null = null;
  let paragraph = 0;
  let block = -1;
  let labelled = 0;
  let headings = 0;
  let counted = false;
  let claims = 0;
  /** Between the title and the first words that claim something. */
  let front = false;
  /** Below a heading for thanks, funding or interests. */
  let edge = false;
  const cut = cutPieces(text, layout, pieces, markers, language);
  const { restOf, goesOn } = continuations(text, cut);
  for (const [place, { piece, kind, inside, spans }] of cut.entries()) {
    if (kind === "heading") {
      if (section) sections.push(section);
      const title = text.slice(piece.start, piece.end);
      section = {
        title,
        level: piece.level ?? levelOf(title, headings === 0),
        start: piece.start,
        end: piece.end,
      };
      // Who wrote it may be set like a heading of its own.
      front = headings++ === 0 || (front && isFrontLine(title));
      edge = opensEdge(title);
      paragraph = 0;
    } else if (kind !== "chrome" && section === null) {
      section = { title: null, level: 0, start: piece.start, end: piece.end };
    }
    if (section && kind !== "chrome") section.end = piece.end;
    const running = kind === "paragraph" || kind === "list-item" || kind === "text" || kind === "caption";
    // Behind a page's end its sentence was begun before, and the paragraph goes on.
    const begun = goesOn.has(place) ? 1 : 0;
    if (kind !== "chrome" && begun === 0) {
      counted = false;
      claims = 0;
    }
    const disclaims =
      running && hasDisclaimerLabel(text.slice(piece.start, Math.min(piece.end, piece.start + 60)));
    let k = 0;
    let ofDocument = false;
    spans.forEach((span, sentence) => {
      const from = k;
      while (k < inside.length && inside[k]!.start < span.end) k++;
      if (sentence < begun) return;
      const rest = sentence === spans.length - 1 ? restOf.get(place) : undefined;
      const parts = [{ span, own: inside.slice(from, k) }, ...(rest ? [firstOf(rest)] : [])];
      const own = parts.flatMap((part) => part.own);
      const words = parts.map((part) => withoutMarkers(text, part.span, part.own.filter(cites))).join(" ");
      const last = parts.at(-1)!;
      const kindOf = statementKind({
        text: words,
        blockKind: kind,
        disclaims,
        position: {
          sentence,
          underTitle: front && running,
          edge: edge && running && inside.length === 0,
          ofDocument,
          cites: own.length > 0,
        },
      });
      ofDocument = kindOf === "other" && (ofDocument || isAboutDocument(words));
      const inText = running && (kindOf === "claim" || kindOf === "other");
      if (inText && !counted) {
        counted = true;
        paragraph++;
        block++;
      }
      if (kindOf === "claim" && claims++ === 0) labelled++;
      front &&= kindOf !== "claim";
      statements.push({
        id: id(words),
        kind: kindOf,
        label: kindOf === "claim" ? `${labelled}.${claims}` : "",
        start: span.start,
        end: last.span.end,
        textEnd: wordsEnd(text, last.span, last.own),
        text: words,
        section: inText ? (section?.title ?? null) : null,
        paragraph: inText ? paragraph : null,
        block: inText ? block : -1,
        markers: own.map((marker): MarkerId => marker.id),
      });
    });
  }
  if (section) sections.push(section);
  return { statements, sections };
}

/** Whether a marker is none of the words: "@eq:balance was solved" names a part of the text itself. */
const cites = (marker: Marker): boolean =>
  marker.cites.length === 0 || marker.cites.some(({ key }) => key === null || !isCrossReference(key));

/** The first sentence of a piece with its markers. */
function firstOf({ spans, inside }: CutPiece): { readonly span: Span; readonly own: readonly Marker[] } {
  const span = spans[0]!;
  return { span, own: inside.filter((marker) => marker.start < span.end) };
}

function cutPieces(
  text: string,
  layout: Layout,
  pieces: readonly KindedPiece[],
  markers: readonly Marker[],
  language: string | null,
): readonly CutPiece[] {
  let m = 0;
  return pieces.map((kinded) => {
    const { piece, kind } = kinded;
    while (m < markers.length && markers[m]!.end <= piece.start) m++;
    let until = m;
    while (until < markers.length && markers[until]!.start < piece.end) until++;
    const inside = markers.slice(m, until);
    return { ...kinded, inside, spans: spansOf(text, layout, piece, kind, inside, language) };
  });
}

function spansOf(
  text: string,
  layout: Layout,
  piece: Piece,
  kind: BlockKind,
  markers: readonly Span[],
  language: string | null,
): readonly Span[] {
  const split = (): Span[] => {
    const range = { start: wordsStart(text, piece, kind), end: piece.end };
    return splitSentences(text, { range, markers, language });
  };
  switch (kind) {
    case "heading":
    case "table-row":
      return [{ start: piece.start, end: piece.end }];
    case "chrome":
      // The page's own words are kept as they stand, blanks behind them too.
      return [{ start: piece.start, end: layout.lines[piece.to - 1]!.end }];
    case "text":
    case "paragraph":
      return withLabel(text, split());
    case "list-item":
    case "note":
    case "reference":
      return split();
    case "caption":
      return withTitle(text, split());
    default:
      return kind satisfies never;
  }
}

/** The label of an abstract says nothing alone: it is the beginning of the first sentence. */
function withLabel(text: string, sentences: readonly Span[]): readonly Span[] {
  const [label, first, ...rest] = sentences;
  if (!label || !first || !opensSummary(`${text.slice(label.start, label.end)} `)) return sentences;
  return label.end - label.start > LABEL ? sentences : [{ start: label.start, end: first.end }, ...rest];
}

/** "Figure 2.", "Supplementary Table S1:": what a caption's label takes at most. */
const LABEL = 30;

/** "(b) Prices by month": the title of one of a figure's parts. */
const PANEL = /^(?:\([A-Za-z]\)|[A-Za-z]\))\s/;

/**
 * A caption's label and title are one, with words behind them that say nothing alone ("Figure 1. The loft. Engraving.")
 * and the titles of the other parts where the first part's stands for the whole.
 */
function withTitle(text: string, sentences: readonly Span[]): readonly Span[] {
  const words = (span: Span): string => text.slice(span.start, span.end);
  const first = sentences[0];
  if (first === undefined) return sentences;
  let taken = words(first).length < LABEL ? 2 : 1;
  const panels = PANEL.test(words(sentences[taken - 1] ?? first));
  const titles = (span: Span): boolean => isFragment(words(span)) || (panels && PANEL.test(words(span)));
  while (taken < sentences.length && titles(sentences[taken]!)) taken++;
  const end = sentences.slice(0, taken).at(-1)!.end;
  return [{ start: first.start, end }, ...sentences.slice(taken)];
}

function levelOf(title: string, first: boolean): number {
  if (first) return 1;
  const number = /^(\d{1,2}(?:\.\d{1,2})*)/.exec(title)?.[1];
  return number ? number.split(".").length : 1;
}
