/** Pinpoints in words, and which claim cites a source where. */
import type { Analysis, Pinpoint, PinpointLabel, SourceId } from "../model.ts";

/** Short forms of the English CSL locale (locales-en-US), singular and plural. */
const SHORT: Readonly<Record<PinpointLabel, readonly [one: string, many: string]>> = {
  page: ["p.", "pp."],
  section: ["sec.", "secs."],
  paragraph: ["para.", "paras."],
  chapter: ["chap.", "chaps."],
  folio: ["fol.", "fols."],
  table: ["tbl.", "tbls."],
  figure: ["fig.", "figs."],
  article: ["art.", "arts."],
  appendix: ["app.", "apps."],
  note: ["n.", "nn."],
  line: ["l.", "ll."],
  verse: ["v.", "vv."],
  volume: ["vol.", "vols."],
  part: ["pt.", "pts."],
  column: ["col.", "cols."],
  regulation: ["reg.", "regs."],
  item: ["item", "items"],
  question: ["question", "questions"],
  number: ["no.", "nos."],
  timestamp: ["at", "at"],
};

/**
 * Returns "p. 675", "pp. 12-15". Several places have a dash, comma, "f" or "&" in the value; in a section's number a
 * dash may be part of it ("sec. 33-204").
 */
export function pinpointText({ label, value }: Pinpoint): string {
  const several = label === "section" ? /\d\s*(?:[,;&]|and\b|ff?\b)/i : /\d\s*(?:[-–—,;&]|and\b|ff?\b)/i;
  const many = several.test(value);
  return `${SHORT[label][many ? 1 : 0]} ${value}`;
}

/**
 * Returns for each source with pinpoints the claims that cite it in their own sentence and where, in document order:
 * "1.2: p. 674; 1.3: p. 668". A carried citation is left out: it would claim more than the text says.
 */
export function pinpointsBySource(
  input: Pick<Analysis, "statements" | "edges">,
): ReadonlyMap<SourceId, string> {
  const order = new Map(input.statements.map(({ id, label }, i) => [id, { i, label }]));
  const parts = new Map<SourceId, { i: number; text: string }[]>();
  for (const { claim, source, pinpoint, scope } of input.edges) {
    const place = order.get(claim);
    if (pinpoint === null || scope !== "direct" || !place) continue;
    const list = parts.get(source) ?? [];
    const text = `${place.label || claim}: ${pinpointText(pinpoint)}`;
    if (!list.some((part) => part.text === text)) list.push({ i: place.i, text });
    parts.set(source, list);
  }
  return new Map(
    Array.from(parts, ([source, list]) => [
      source,
      list
        .sort((a, b) => a.i - b.i)
        .map(({ text }) => text)
        .join("; "),
    ]),
  );
}
