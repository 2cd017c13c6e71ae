/**
 * Invents labelled references: fields of the training records, mixed anew and printed in styles the training sets
 * hardly show (notes, reports, web pages, theses, editions, translations, German and French forms).
 */
import type { Label } from "../../../../core/reference/segment.ts";
import type { GoldRecord, GoldSpan } from "../records.ts";
import { apa } from "./apa.ts";
import { bibliographies } from "./bibliographies.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { type Kit, makeKit, type Piece, type Style } from "./kit.ts";
import { notes } from "./notes.ts";
import { reports } from "./reports.ts";
import { science } from "./science.ts";
import { vancouver } from "./vancouver.ts";

const STYLES: readonly ((kit: Kit) => Style[])[] = [
  vancouver,
  notes,
  bibliographies,
  science,
  reports,
  apa,
  german,
  french,
];

/** Returns `count` invented records made from the fields of `records`; the same seed gives the same records. */
export function inventRecords(records: readonly GoldRecord[], count: number, seed: number): GoldRecord[] {
  const kit = makeKit(records, seed);
  const styles = STYLES.flatMap((make) => make(kit));
  return Array.from({ length: count }, (_, i) => record(styles[i % styles.length]!(), i));
}

/** Joins the pieces with blanks where the style set none. */
function record(pieces: readonly Piece[], i: number): GoldRecord {
  let raw = "";
  let before: Label | null = null;
  const spans: GoldSpan[] = [];
  for (const [label, piece] of pieces) {
    if (piece.trim() === "") continue;
    const glued =
      /^[,\s]/.test(piece) ||
      (before === "date" && /;$/.test(raw)) ||
      (/^[(:]/.test(piece) && (label === "issue" || (label === "pages" && piece.startsWith(":"))));
    if (raw !== "" && !/[\s(]$/.test(raw) && !glued) raw += " ";
    before = label;
    spans.push({ start: raw.length, end: raw.length + piece.length, label: TO_GOLD[label] ?? label });
    raw += piece;
  }
  return {
    id: `invented-${i}`,
    set: "invented",
    raw,
    spans,
    fields: {},
    unsure: [],
    refs: [],
    noise: false,
    group: null,
  };
}

const TO_GOLD: Partial<Record<Label, string>> = {
  container: "container-title",
  collection: "collection-title",
  label: "citation-number",
};
