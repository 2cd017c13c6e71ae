/** Makes an analysis of any size from a seed: paragraphs in sections, sources of which few carry much. No document text. */
import type { Analysis, Edge, Form, Source, Statement } from "../../core/model.ts";

export interface Size {
  readonly claims: number;
  readonly sources: number;
  readonly edges: number;
  readonly seed: number;
  /** Claims in a section, 140 if not given. */
  readonly section?: number;
}

/** Returns numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const names = "Abel Brandt Castro Duarte Eriksen Fontaine Greco Haas Ivanova Jansen Kimura Lund".split(" ");
const words =
  "reports of early care reduced the number of severe cases in two wards during winter trials but not later".split(
    " ",
  );
const forms: readonly Form[] = ["full", "short", "full", "ibid"];

export function largeAnalysis({ claims, sources, edges, seed, section = 140 }: Size): Analysis {
  const next = numbers(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const basis = { rule: "made", confidence: "certain", spans: [] } as const;
  const statements: Statement[] = [];
  for (let i = 0, block = 0, place = 0; i < claims; i += 1) {
    if (i > 0 && (place > 6 || next() < 0.2)) {
      block += 1;
      place = 0;
    }
    place += 1;
    statements.push({
      id: `s${i}`,
      kind: "claim",
      label: `${block + 1}.${place}`,
      start: i,
      end: i + 1,
      textEnd: i + 1,
      text: Array.from({ length: 6 + below(8) }, () => words[below(words.length)]!).join(" "),
      section: `Section ${Math.floor(i / section) + 1}`,
      paragraph: block + 1,
      block,
      markers: [],
    });
  }
  const works = Array.from({ length: sources }, (_, i): Source => {
    const year = 1960 + below(64);
    const author = names[below(names.length)]!;
    return {
      id: `w${i}`,
      key: `${author.toLowerCase()}${i}`,
      label: `${author} ${year}`,
      csl: { type: "book", title: `Work ${i}`, issued: { "date-parts": [[year]] } },
      authorsTruncated: false,
      mentions: [],
      descriptions: [],
      evidence: [],
      conflicts: [],
    };
  });
  const cites = Array.from({ length: claims === 0 || sources === 0 ? 0 : edges }, (_, i): Edge => {
    const carried = next() < 0.25;
    return {
      id: `e${i}`,
      claim: `s${below(claims)}`,
      marker: `m${i}`,
      note: null,
      item: `i${i}`,
      source: `w${Math.floor(sources * next() ** 2.2)}`,
      pinpoint: next() < 0.4 ? { label: "page", value: String(1 + below(400)) } : null,
      form: forms[below(forms.length)]!,
      scope: carried ? "carried" : "direct",
      plausibility: carried ? "probable" : null,
      basis,
    };
  });
  return {
    schema: "footing/analysis/1",
    document: {
      id: `made-${seed}`,
      format: "text",
      name: "made.txt",
      hash: "0".repeat(64),
      text: "",
      blocks: [],
      hints: [],
      title: "A document made from a seed",
      language: "en",
      date: null,
      bibliography: [],
      origins: [],
      notices: [],
    },
    blocks: [],
    sections: [],
    statements,
    markers: [],
    notes: [],
    commentary: [],
    items: [],
    sources: works,
    edges: cites,
    open: [],
    findings: [],
    conventions: [],
    uncertain: [],
  };
}
