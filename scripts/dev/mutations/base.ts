/** The documents that defects are put into: the plain text ones of test/golden, as they are read and audited. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { analyse } from "../../../core/analyse.ts";
import type { AuditOptions } from "../../../core/audit/index.ts";
import type { Analysis, CitationItem, Note, Source } from "../../../core/model.ts";
import { readText } from "../../../core/read/text.ts";
import { pagesInStyles } from "./pages.ts";

export interface Base {
  readonly name: string;
  readonly text: string;
  readonly analysis: Analysis;
  readonly items: ReadonlyMap<string, CitationItem>;
  readonly sources: ReadonlyMap<string, Source>;
  /** The citations of a note or marker, in order. */
  readonly itemsOf: ReadonlyMap<string, readonly CitationItem[]>;
}

const folder = resolve(import.meta.dirname, "../../../test/golden");

/** Returns the analysis of a plain text. */
export const analysed = (text: string, audit: Partial<AuditOptions> = {}): Analysis =>
  analyse(readText(new TextEncoder().encode(text), "document.txt"), { audit: { off: [], ...audit } });

/** Returns a document ready to be changed. */
export function baseOf(name: string, text: string): Base {
  const analysis = analysed(text);
  const itemsOf = new Map<string, CitationItem[]>();
  for (const item of analysis.items) {
    const owner = item.note ?? item.marker ?? "";
    const held = itemsOf.get(owner);
    if (held) held.push(item);
    else itemsOf.set(owner, [item]);
  }
  return {
    name,
    text,
    analysis,
    items: new Map(analysis.items.map((item) => [item.id, item])),
    sources: new Map(analysis.sources.map((source) => [source.id, source])),
    itemsOf,
  };
}

/**
 * Returns the golden documents in plain text, in the order of their paths; without those that were written to be read
 * for the first time, whose own work is exempt in ways that the mutations do not foresee.
 */
export const goldenBases = (): Base[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".txt") && !name.startsWith("unseen"))
    .sort()
    .map((name) =>
      baseOf(
        relative(folder, join(folder, name)),
        readFileSync(join(folder, name), "utf8").replace(/^\ufeff/, ""),
      ),
    );

/** Returns the invented pages, one in each common style. */
export const inventedBases = (): Base[] => pagesInStyles.map(([name, text]) => baseOf(name, text));

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** Returns the text with the edits, which must not overlap. */
export function edited(text: string, ...edits: readonly Edit[]): string {
  let out = text;
  for (const { start, end, insert } of [...edits].sort((a, b) => b.start - a.start))
    out = out.slice(0, start) + insert + out.slice(end);
  return out;
}

/** Whether nothing but this note needs what it describes: no citation elsewhere leads to it or might. */
export function isDispensable(base: Base, note: Note): boolean {
  const own = base.itemsOf.get(note.id) ?? [];
  const only = base.analysis.sources.filter((s) =>
    s.descriptions.every((d) => base.items.get(d)?.note === note.id),
  );
  const ids = new Set(only.map((s) => s.id as string));
  const next = base.analysis.notes[base.analysis.notes.indexOf(note) + 1];
  const leansOn = next === undefined ? undefined : base.itemsOf.get(next.id)?.[0];
  return (
    leansOn?.form !== "ibid" &&
    own.every((item) => item.form !== "ibid") &&
    base.analysis.items.every((item) => {
      if (item.note === note.id) return true;
      if (item.noteRef !== null && item.noteRef === note.label) return false;
      if (item.resolution.kind === "resolved") return !ids.has(item.resolution.source);
      return item.resolution.kind === "none" || !item.resolution.candidates.some((c) => ids.has(c));
    })
  );
}

/** Markers that lead to the note. */
export const callsOf = ({ analysis }: Base, note: Note) =>
  analysis.markers.filter((marker) => marker.notes.includes(note.id));

/** The whole of a note with what parts it from the next one, or null where something else stands between. */
export function wholeNote(
  { analysis: { notes }, text }: Base,
  note: Note,
): { start: number; end: number } | null {
  const at = notes.indexOf(note);
  const next = notes[at + 1];
  const before = notes[at - 1];
  if (next && text.slice(note.end, next.start).trim() === "" && next.type === note.type)
    return { start: note.start, end: next.start };
  if (before && text.slice(before.end, note.start).trim() === "" && before.type === note.type)
    return { start: before.end, end: note.end };
  return null;
}
