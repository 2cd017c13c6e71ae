/** Resolves the citations that stand in the running text, in reading order. */
import { CITED_IN } from "../cited-in.ts";
import type { CiteText, Document, Marker, Outline, Statement } from "../model.ts";
import type { Antecedent, FormContext } from "./forms/context.ts";
import { resolveNarrative } from "./narrative.ts";
import { type Outcome, refused } from "./outcome.ts";
import { type Habits, isSecondary, ORIGINAL, resolveForm } from "./sequence.ts";
import type { WorkIndex } from "./work-index.ts";

/** A citation of a marker, with the marker it stands in. */
export interface InText {
  readonly cite: CiteText;
  readonly marker: Marker;
  readonly statement: Statement | null;
}

/** Returns the in-text citations in reading order: by statement, then those of markers outside any statement. */
export function inTextCites(outline: Outline): InText[] {
  const markers = new Map(outline.markers.map((marker) => [marker.id, marker]));
  const out: InText[] = [];
  const seen = new Set<string>();
  for (const statement of outline.statements) {
    for (const id of statement.markers) {
      const marker = markers.get(id);
      if (!marker || seen.has(id)) continue;
      seen.add(id);
      for (const cite of marker.cites) out.push({ cite, marker, statement });
    }
  }
  for (const marker of outline.markers) {
    if (!seen.has(marker.id)) for (const cite of marker.cites) out.push({ cite, marker, statement: null });
  }
  return out;
}

const SECONDARY = new RegExp(`(?<!\\p{L})(?:${CITED_IN})(?!\\p{L})`, "iu");

/** Returns the outcome of each in-text citation. Linear, but for the works that share one surname. */
export function resolveInText(
  cites: readonly InText[],
  document: Document,
  index: WorkIndex,
  byKey: (cite: CiteText) => Outcome,
  habits: Habits,
): Outcome[] {
  const out: Outcome[] = [];
  let markerStart = 0;
  let previousMarker: readonly Outcome[] | null = null;
  cites.forEach(({ cite, marker, statement }, i) => {
    const before = cites[i - 1];
    if (before && before.marker.id !== marker.id) {
      previousMarker = out.slice(markerStart);
      markerStart = i;
    }
    const inMarker = i > markerStart;
    const antecedent: Antecedent = inMarker
      ? { kind: "cite", outcome: out[i - 1]! }
      : previousMarker === null
        ? { kind: "nothing" }
        : { kind: "note", outcomes: previousMarker };
    const context: FormContext = {
      index,
      position: Number.POSITIVE_INFINITY,
      antecedent,
      note: () => null,
      sloppy: habits.sloppy,
    };
    const nameless =
      cite.form === "author-year" && cite.names.length === 0 && cite.title === null && cite.key === null;
    let outcome: Outcome;
    if (cite.form === "key") outcome = byKey(cite);
    else if (nameless && inMarker && cite.year !== null && before && before.cite.names.length > 0) {
      // "(Barros, 2012, 2014)": the second year has the first one's names.
      outcome = resolveForm(
        { ...cite, names: before.cite.names, namesTruncated: before.cite.namesTruncated },
        null,
        context,
      );
    } else if (nameless && statement) {
      const last = before?.statement
        ? { outcome: out[i - 1]!, statement: before.statement, start: before.cite.start }
        : null;
      outcome = resolveNarrative(cite, statement, document.text, last, context);
    } else if (nameless) outcome = refused("unresolved", "no author is named", cite);
    else outcome = resolveForm(cite, null, context);
    habits.see(cite, outcome, index);
    const between = inMarker ? document.text.slice(before!.cite.end, cite.start) : "";
    if (inMarker && (isSecondary(cite) || SECONDARY.test(between)) && out[i - 1]!.kind === "refused")
      out[i - 1] = ORIGINAL;
    out.push(outcome);
  });
  return out;
}
