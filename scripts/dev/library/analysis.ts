/** An analysis made directly, without a text to read: for tests of the library and for measuring it. */
import { createHash } from "node:crypto";
import { hash } from "../../../core/hash.ts";
import type {
  Analysis,
  CitationItem,
  Csl,
  Edge,
  Marker,
  Note,
  Source,
  Statement,
} from "../../../core/model.ts";

export interface MadeClaim {
  readonly text: string;
  /** Places in `sources`, from 0. */
  readonly cites?: readonly number[];
  /** The citations stand behind a later sentence. */
  readonly carried?: boolean;
}

export interface MadeDocument {
  readonly name: string;
  readonly claims: readonly MadeClaim[];
  readonly sources: readonly { readonly csl: Csl; readonly key: string; readonly label: string }[];
}

const basis = { rule: "made", confidence: "certain", spans: [] } as const;

/** Returns the analysis and its text; ids follow from the words, so that a changed document keeps most of them. */
export function makeAnalysis({ name, claims, sources }: MadeDocument): Analysis {
  const parts: string[] = [];
  let at = 0;
  const write = (text: string): { start: number; end: number } => {
    const span = { start: at, end: at + text.length };
    parts.push(text);
    at = span.end;
    return span;
  };
  const seen = new Map<string, number>();
  const id = (prefix: string, text: string): string => {
    const base = `${prefix}-${hash(text).slice(0, 12)}`;
    const n = (seen.get(base) ?? 0) + 1;
    seen.set(base, n);
    return n === 1 ? base : `${base}-${n}`;
  };
  const sourceIds = sources.map(({ csl, key }) => id("w", JSON.stringify([csl.title, csl.DOI, key])));
  const noteIds = sources.map((_, i) => `n-${i}`);
  const statements: Statement[] = [];
  const markers: Marker[] = [];
  const items: CitationItem[] = [];
  const edges: Edge[] = [];
  const mentions = sources.map((): string[] => []);
  for (const [i, { text, cites = [], carried = false }] of claims.entries()) {
    const claim = id("s", text);
    const span = write(text);
    const own: string[] = [];
    for (const cite of cites) {
      const label = String(cite + 1);
      const marker = { ...write(`[${label}]`), id: id("m", `${claim} ${label}`) };
      own.push(marker.id);
      markers.push({
        ...marker,
        style: "bracket",
        text: `[${label}]`,
        labels: [label],
        notes: [noteIds[cite]!],
        dangling: [],
        cites: [],
        basis,
      });
      const item = `i-${cite}`;
      edges.push({
        id: id("e", `${marker.id} ${sourceIds[cite]!}`),
        claim,
        marker: marker.id,
        note: noteIds[cite]!,
        item,
        source: sourceIds[cite]!,
        pinpoint: null,
        form: "full",
        scope: carried ? "carried" : "direct",
        plausibility: carried ? "possible" : null,
        basis,
      });
    }
    statements.push({
      ...span,
      end: at,
      textEnd: span.end,
      id: claim,
      kind: "claim",
      label: `${Math.floor(i / 5) + 1}.${(i % 5) + 1}`,
      text,
      section: null,
      paragraph: Math.floor(i / 5) + 1,
      block: Math.floor(i / 5),
      markers: own,
    });
    write(i % 5 === 4 ? "\n\n" : " ");
  }
  const notes: Note[] = [];
  for (const [i, { csl, label }] of sources.entries()) {
    const raw = `${i + 1}. ${label}. ${csl.title ?? ""}`;
    const span = write(raw);
    write("\n");
    const bodyStart = span.start + String(i + 1).length + 2;
    notes.push({
      ...span,
      id: noteIds[i]!,
      type: "reference",
      label: String(i + 1),
      scope: 1,
      bodyStart,
      bodyEnd: span.end,
    });
    mentions[i]!.push(`i-${i}`);
    items.push({
      start: bodyStart,
      end: span.end,
      id: `i-${i}`,
      note: noteIds[i]!,
      marker: null,
      form: "full",
      raw: raw.slice(String(i + 1).length + 2),
      names: [],
      namesTruncated: false,
      year: null,
      title: null,
      noteRef: null,
      key: null,
      pinpoint: null,
      prefix: null,
      suffix: null,
      reference: { csl, authorsTruncated: false, evidence: [], confidence: "certain" },
      resolution: { kind: "resolved", source: sourceIds[i]!, basis },
    });
  }
  const text = parts.join("");
  const digest = createHash("sha256").update(`${name}\n${text}`).digest("hex");
  return {
    schema: "footing/analysis/1",
    document: {
      id: `doc-${digest.slice(0, 16)}`,
      format: "text",
      name,
      hash: digest,
      text,
      blocks: [{ start: 0, end: text.length, kind: "text" }],
      hints: [],
      title: null,
      language: "en",
      date: null,
      bibliography: [],
      origins: [],
      notices: [],
    },
    blocks: [{ start: 0, end: text.length, kind: "paragraph" }],
    sections: [],
    statements,
    markers,
    notes,
    commentary: [],
    items,
    sources: sources.map(
      ({ csl, key, label }, i): Source => ({
        id: sourceIds[i]!,
        key,
        label,
        csl,
        authorsTruncated: false,
        mentions: mentions[i]!,
        descriptions: mentions[i]!,
        evidence: [],
        conflicts: [],
      }),
    ),
    edges,
    open: [],
    findings: [],
    conventions: ["bracket"],
    uncertain: [],
  };
}
