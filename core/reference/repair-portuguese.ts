/**
 * Repairs for references by the norms of Brazil (ABNT NBR 6023) and Portugal (NP 405): theses with school and town, the
 * town of a journal, authors in front of a dash.
 */
import type { Draft } from "./draft.ts";

const LONGEST = 600;

/** "2015. 210 f. Tese (Doutorado em História) – Universidade de São Paulo, São Paulo, 2015." */
const THESIS =
  /\.\s(?:1[89]|20)\d\d\.\s(?:(\d{1,4}\s[fp]\.\s))?((?:Tese|Dissertação|Monografia|Trabalho de [Cc]onclusão de [Cc]urso)\s\([^()]{3,80}\)\s?[-–—]\s)(\p{Lu}[^.;:]{3,160}?,\s)(\p{Lu}[\p{L}’' -]{1,40},\s)((?:1[89]|20)\d\d)\.?$/du;
/** "REIS, Nuno": surnames in capitals stand first. */
const HEAD = /^\p{Lu}{2}[\p{Lu}’' -]*,\s\p{Lu}/u;
/** "Revista do Rio, Belém, v. 8, n. 2, p. 10-12": where a journal comes out stands behind its name. */
const JOURNAL =
  /(?<=\p{L}{2}[.?!]\s)(\p{Lu}[^.;:,()]{2,80},\s)((?:\p{Lu}[\p{L}’' -]{1,40}|\[S\.\s?l\.\]),\s)(?=(?:v|vol|n|a|ano)\.?\s?\d{1,4},\s)/du;

/** "SÁ, Maria; REIS, Nuno – Os Barcos": a dash ends the authors. */
const BEFORE_DASH =
  /^(?:\p{Lu}{2}[\p{Lu}’' -]{0,40},\s\p{Lu}[\p{L}.]*(?:\s[\p{L}.]{1,20}){0,3};\s){0,5}\p{Lu}{2}[\p{Lu}’' -]{0,40},\s\p{Lu}[\p{L}.]*(?:\s[\p{L}.]{1,20}){0,3}(?=\s[–-]\s[\p{Lu}«“])/u;

/** Ends the authors at their dash. */
export function nameAuthorsBeforeDash(d: Draft): void {
  const m = d.raw.length < LONGEST ? BEFORE_DASH.exec(d.raw) : null;
  if (!m) return;
  const at = m[0].length;
  d.lay(0, at, "author");
  const i = d.segments.findIndex((s) => s.label === "author");
  const [names, title] = [d.segments[i], d.segments[i + 1]];
  // The dash is no part of the last name.
  if (names && title && names.end > at)
    d.segments.splice(i, 2, { ...names, end: at }, { ...title, start: at });
}

/** Names the kind, the school and the town of a thesis. */
export function nameBrazilianThesis(d: Draft): void {
  const m = d.raw.length < LONGEST ? THESIS.exec(d.raw.trimEnd()) : null;
  if (!m?.indices) return;
  const [, extent, genre, school, town, year] = m.indices;
  if (extent) d.lay(...extent, "other");
  d.lay(...genre!, "genre");
  d.lay(...school!, "publisher");
  d.lay(...town!, "location");
  d.lay(...year!, "other");
}

/** Parts the town from the name of a journal. */
export function nameTownOfJournal(d: Draft): void {
  const m = d.raw.length < LONGEST && HEAD.test(d.raw) ? JOURNAL.exec(d.raw) : null;
  if (!m?.indices) return;
  d.lay(...m.indices[1]!, "journal");
  d.lay(...m.indices[2]!, "location");
}
