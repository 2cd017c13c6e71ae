/** What the parts of an outline share: the analysis by id, and lines with words left and reasons right. */
import { groupBy } from "../../core/group-by.ts";
import type {
  Analysis,
  CitationItem,
  Edge,
  Marker,
  Note,
  OpenCitation,
  Pinpoint,
  Source,
  Statement,
} from "../../core/model.ts";
import { clip, columns, printable, type Terminal, wrap } from "./terminal.ts";

export interface Page {
  readonly analysis: Analysis;
  readonly terminal: Terminal;
  readonly statements: ReadonlyMap<string, Statement>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly items: ReadonlyMap<string, CitationItem>;
  readonly markers: ReadonlyMap<string, Marker>;
  readonly notes: ReadonlyMap<string, Note>;
  readonly edgesByClaim: ReadonlyMap<string, readonly Edge[]>;
  readonly openByClaim: ReadonlyMap<string, readonly OpenCitation[]>;
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((value) => [value.id, value]));

/** Returns the analysis ready to be asked by id; linear. */
export function createPage(analysis: Analysis, terminal: Terminal): Page {
  return {
    analysis,
    terminal,
    statements: byId(analysis.statements),
    sources: byId(analysis.sources),
    items: byId(analysis.items),
    markers: byId(analysis.markers),
    notes: byId(analysis.notes),
    edgesByClaim: groupBy(analysis.edges, (e) => e.claim),
    openByClaim: groupBy(analysis.open, (o) => o.claim),
  };
}

/** Short names of pinpoints; the others are written out. */
const pinpointNames: Readonly<Partial<Record<Pinpoint["label"], string>>> = {
  page: "p.",
  section: "§",
  paragraph: "para.",
  chapter: "ch.",
};

/** Returns the pinpoint as it stands behind a source: ", p. 675", or nothing. */
export const place = (pinpoint: Pinpoint | null): string =>
  pinpoint === null
    ? ""
    : `, ${pinpointNames[pinpoint.label] ?? pinpoint.label} ${printable(pinpoint.value)}`;

export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** Returns the words between quotation marks, cut to `width` columns. */
export const quoted = (text: string, width: number): string => `“${clip(printable(text), width - 2)}”`;

/** Returns what is said left and how it is known right, on one line where both have room. */
export function sides(what: string, how: string, indent: number, { width, style }: Terminal): string[] {
  const [left, right] = [printable(what), printable(how)];
  const margin = " ".repeat(indent);
  const room = width - indent - columns(left) - columns(right);
  if (room >= 2) return [`${margin}${left}${" ".repeat(room)}${style("dim", right)}`];
  const reasons = wrap(right, width, `${margin}  `).map((line) => style("dim", line));
  return [...wrap(left, width, margin), ...reasons];
}

/** Returns a heading with an empty line before it. */
export const heading = (words: string, { style }: Terminal): string[] => ["", style("bold", words)];
