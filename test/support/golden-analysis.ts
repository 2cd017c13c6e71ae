/**
 * Turns a golden annotation into an Analysis, so that what comes late in the pipeline is tested against the truth and
 * not against what the earlier stages make of it.
 */
import { readFileSync } from "node:fs";
import type {
  Analysis,
  Basis,
  CitationItem,
  Csl,
  Edge,
  Form,
  Marker,
  Note,
  NoteType,
  Pinpoint,
  Scope,
  Statement,
  StatementKind,
} from "../../core/model.ts";

interface GoldenCitation {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly source: string | null;
  readonly pinpoint: Pinpoint | null;
}

interface Golden {
  readonly document: { readonly id: string; readonly file: string; readonly language: string };
  readonly text: string;
  readonly statements: readonly {
    readonly id: string;
    readonly kind: StatementKind;
    readonly section: string | null;
    readonly paragraph: number | null;
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly textEnd: number;
    readonly markers: readonly {
      readonly text: string;
      readonly start: number;
      readonly end: number;
      readonly notes: readonly string[];
      readonly citations?: readonly GoldenCitation[];
    }[];
  }[];
  readonly notes: readonly {
    readonly id: string;
    readonly label: string;
    readonly scope: number;
    readonly type: NoteType;
    readonly start: number;
    readonly end: number;
    readonly labelEnd: number;
    readonly citations: readonly GoldenCitation[];
  }[];
  readonly sources: readonly {
    readonly id: string;
    readonly authorsTruncated: boolean;
    readonly csl: Csl;
  }[];
  readonly edges: readonly {
    readonly claim: string;
    readonly marker: string;
    readonly note: string | null;
    readonly source: string;
    readonly form: string;
    readonly pinpoint: Pinpoint | null;
    readonly scope: Scope;
  }[];
}

const basis: Basis = { rule: "golden", confidence: "certain", spans: [] };
const formOf = (form: string): Form => (form === "numeric" ? "full" : (form as Form));
const samePlace = (a: Pinpoint | null, b: Pinpoint | null): boolean =>
  a?.label === b?.label && a?.value === b?.value;

/** Returns the annotation `name` of test/golden ("seed/medical-response") as an Analysis. */
export function goldenAnalysis(name: string): Analysis {
  const url = new URL(`../golden/${name}.golden.json`, import.meta.url);
  const golden = JSON.parse(readFileSync(url, "utf8")) as Golden;
  const items: CitationItem[] = [];
  const addItem = (cite: GoldenCitation, note: string | null, marker: string | null): void => {
    items.push({
      id: `i${items.length + 1}`,
      start: cite.start,
      end: cite.end,
      form: formOf(cite.form),
      raw: cite.raw,
      names: [],
      namesTruncated: false,
      year: null,
      title: null,
      noteRef: null,
      key: null,
      pinpoint: cite.pinpoint,
      prefix: null,
      suffix: null,
      reference: null,
      note,
      marker,
      resolution:
        cite.source === null ? { kind: "none", basis } : { kind: "resolved", source: cite.source, basis },
    });
  };
  const notes = golden.notes.map((n): Note => {
    for (const cite of n.citations) addItem(cite, n.id, null);
    const { id, type, label, scope, start, end, labelEnd } = n;
    return { id, type, label, scope, start, end, bodyStart: labelEnd + 1, bodyEnd: end };
  });
  const markers: Marker[] = [];
  let block = -1;
  let paragraph = "";
  let place = 0;
  const statements = golden.statements.map((s): Statement => {
    const here = `${s.section}/${s.paragraph}`;
    if (s.paragraph !== null && here !== paragraph) {
      block += 1;
      place = 0;
      paragraph = here;
    }
    const claim = s.kind === "claim";
    if (claim) place += 1;
    const ids = s.markers.map((m) => {
      const id = `m${markers.length + 1}`;
      for (const cite of m.citations ?? []) addItem(cite, null, id);
      const { text, start, end, notes } = m;
      markers.push({
        id,
        start,
        end,
        style: "superscript",
        text,
        labels: [],
        notes,
        dangling: [],
        cites: [],
        basis,
      });
      return id;
    });
    const { id, kind, start, end, textEnd, text, section } = s;
    const label = claim ? `${s.paragraph}.${place}` : "";
    return {
      id,
      kind,
      label,
      start,
      end,
      textEnd,
      text,
      section,
      paragraph: s.paragraph,
      block,
      markers: ids,
    };
  });
  const edges = golden.edges.map((e, i): Edge => {
    const marker = markers.find((m) => m.text === e.marker && (e.note === null || m.notes.includes(e.note)));
    const item = items.find(
      (it) =>
        it.resolution.kind === "resolved" &&
        it.resolution.source === e.source &&
        (e.note === null ? it.marker === marker?.id : it.note === e.note) &&
        samePlace(it.pinpoint, e.pinpoint),
    );
    return {
      id: `e${i + 1}`,
      claim: e.claim,
      marker: marker?.id ?? "m?",
      note: e.note,
      item: item?.id ?? "i?",
      source: e.source,
      pinpoint: e.pinpoint,
      form: formOf(e.form),
      scope: e.scope,
      plausibility: e.scope === "carried" ? "probable" : null,
      basis,
    };
  });
  const mentions = (source: string): string[] =>
    items
      .filter(({ resolution }) => resolution.kind === "resolved" && resolution.source === source)
      .map(({ id }) => id);
  return {
    schema: "footing/analysis/1",
    document: {
      id: golden.document.id,
      format: "text",
      name: golden.document.file,
      hash: "0".repeat(64),
      text: golden.text,
      blocks: [],
      hints: [],
      title: null,
      language: golden.document.language,
      date: null,
      bibliography: [],
      origins: [],
      notices: [],
    },
    blocks: [],
    sections: [],
    statements,
    markers,
    notes,
    commentary: [],
    items,
    sources: golden.sources.map(({ id, authorsTruncated, csl }) => ({
      id,
      key: id.replaceAll("-", ""),
      label: id,
      csl,
      authorsTruncated,
      mentions: mentions(id),
      descriptions: mentions(id).slice(0, 1),
      evidence: [],
      conflicts: [],
    })),
    edges,
    open: [],
    findings: [],
    conventions: [],
    uncertain: [],
  };
}

/** Names of the golden documents, the sample page first. */
export const goldenNames: readonly string[] = [
  "seed/medical-response",
  "d01-monoxide-page",
  "d02-seagrass-preprint",
  "d03-pressure-ulcer-guideline",
  "d04-riparian-law",
  "d05-lamp-oil-history",
  "d06-homework-apa",
  "d07-cookstove-brief",
  "d08-gothic-novel-mla",
  "d09-canal-encyclopaedia",
  "d10-night-trains",
  "d11-kirchenglocken",
];
