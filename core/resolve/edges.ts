/** Claim → source edges: direct where the marker stands in the sentence, carried where it stands in a later one. */
import { idMaker } from "../hash.ts";
import type {
  CitationItem,
  Edge,
  EdgeId,
  Marker,
  MarkerStyle,
  OpenCitation,
  Outline,
  Pinpoint,
  Scope,
  Statement,
} from "../model.ts";
import { parsePinpoint } from "../pinpoint.ts";
import { paragraphsOf } from "./paragraphs.ts";

export interface Links {
  readonly edges: readonly Edge[];
  readonly open: readonly OpenCitation[];
}

const NUMBERED: ReadonlySet<MarkerStyle> = new Set([
  "superscript",
  "unicode-superscript",
  "bracket",
  "parenthesis",
]);

/**
 * Returns the edges of all claims. An unmarked claim is carried to the first marker of the next marked sentence of
 * its paragraph, never backward and never into another paragraph. Linear in statements and citations.
 */
export function link(outline: Outline, items: readonly CitationItem[]): Links {
  const ofNote = new Map<string, CitationItem[]>();
  const ofMarker = new Map<string, CitationItem[]>();
  for (const item of items) {
    const [map, key] = item.marker !== null ? [ofMarker, item.marker] : [ofNote, item.note ?? ""];
    const list = map.get(key);
    if (list) list.push(item);
    else map.set(key, [item]);
  }
  const markers = new Map(outline.markers.map((marker) => [marker.id, marker]));
  const edges: Edge[] = [];
  const open: OpenCitation[] = [];
  const makeId = idMaker("e");
  const put = (claim: Statement, marker: Marker, scope: Scope, plausibility: Edge["plausibility"]) => {
    const inText = ofMarker.get(marker.id) ?? [];
    // An in-text citation names its source itself; the list entry it is linked to would say it twice.
    const notes = inText.length > 0 && !NUMBERED.has(marker.style) ? [] : marker.notes;
    const cited = [
      ...notes.flatMap((note, i) =>
        (ofNote.get(note) ?? []).map((item) => ({
          item,
          pinpoint: pinpointInMarker(marker, i) ?? item.pinpoint,
        })),
      ),
      ...inText.map((item) => ({ item, pinpoint: item.pinpoint })),
    ];
    for (const { item, pinpoint } of cited) {
      const { resolution } = item;
      if (resolution.kind !== "resolved") {
        if (resolution.kind === "refused" || item.form === "vague") {
          open.push({ claim: claim.id, marker: marker.id, item: item.id, scope });
        }
        continue;
      }
      edges.push({
        id: makeId(claim.id, marker.id, item.id, scope) as EdgeId,
        claim: claim.id,
        marker: marker.id,
        note: item.note,
        item: item.id,
        source: resolution.source,
        pinpoint,
        form: item.form,
        scope,
        plausibility,
        basis:
          scope === "direct"
            ? {
                rule: "marker in the sentence",
                confidence: "certain",
                spans: [{ start: marker.start, end: marker.end }],
              }
            : {
                rule: "next marker in the paragraph",
                confidence: "proposed",
                spans: [{ start: marker.start, end: marker.end }],
              },
      });
    }
  };

  for (const paragraph of paragraphsOf(outline)) {
    const marked = paragraph.map((p) =>
      p.markers.map((id) => markers.get(id)).filter((m) => m !== undefined),
    );
    let next: Marker | null = null;
    const carriers: (Marker | null)[] = [];
    for (let i = paragraph.length - 1; i >= 0; i--) {
      carriers[i] = next;
      next = marked[i]![0] ?? next;
    }
    let seen = false;
    paragraph.forEach(({ statement }, i) => {
      const own = marked[i]!;
      if (own.length > 0) {
        if (statement.kind === "claim") for (const marker of own) put(statement, marker, "direct", null);
        seen = true;
      } else if (statement.kind === "claim" && carriers[i]) {
        put(statement, carriers[i]!, "carried", seen ? "probable" : "possible");
      }
    });
  }
  return { edges, open };
}

/** A number in a marker with a place behind it: "[5, p. 12]", "[3, §4; 7]", "12(p45)". */
const WITH_PLACE = /(?<![\p{L}\d.-]\s?)(\d+)\s*[,(:]\s*(?=[\p{L}§¶])/gu;

/** Returns the place named inside a numbered marker for its number of this index. */
function pinpointInMarker(marker: Marker, index: number): Pinpoint | null {
  if (!(NUMBERED.has(marker.style) || marker.style === "note-call") || !/[\p{L}§¶]/u.test(marker.text))
    return null;
  const label = marker.labels[index];
  for (const m of marker.text.matchAll(WITH_PLACE)) {
    if (m[1] !== label) continue;
    const pin = parsePinpoint(marker.text, m.index + m[0].length);
    if (pin?.labelled) return pin.pinpoint;
  }
  return null;
}
