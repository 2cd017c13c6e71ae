/**
 * Libraries of a given size, made directly as analyses from a seed: the same seed gives the same library. Works are
 * cited as in the literature, a few by very many documents and most by one; some sentences stand in several.
 */
import type { Analysis, Csl } from "../../../core/model.ts";
import { type MadeClaim, makeAnalysis } from "./analysis.ts";

export interface Tier {
  readonly documents: number;
  readonly statements: number;
  readonly edges: number;
}

/** The sizes of the design: one systematic review, and a guideline body or a journal. */
export const tiers = {
  S: { documents: 10, statements: 2_900, edges: 750 },
  M: { documents: 200, statements: 58_000, edges: 15_000 },
  L: { documents: 5_000, statements: 1_400_000, edges: 390_000 },
} as const satisfies Readonly<Record<string, Tier>>;

export type TierName = keyof typeof tiers;

/** Mulberry32: 32 bits of state, good enough to spread words. Returns numbers from 0 up to 1. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split(" ");

/** Returns word number `n`: each has its own spelling. */
function word(n: number): string {
  let text = "";
  for (let rest = n; rest >= 0; rest = Math.floor(rest / syllables.length) - 1)
    text += syllables[rest % syllables.length]!;
  return text;
}

const vocabulary = 20_000;
/** Works per document of the library; each document cites about 35. */
const worksEach = 12;
const citedEach = 35;
/** Share of claims whose words stand in other documents too. */
const repeated = 0.02;

/** Small numbers often, large ones seldom: the exponent of word and citation counts. */
const skewed = (next: () => number, size: number): number => Math.floor(size * next() ** 3);

function sentence(next: () => number): string {
  const length = 10 + Math.floor(next() * 16);
  const list = Array.from({ length }, () => word(skewed(next, vocabulary)));
  const text = list.join(" ");
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

/** Returns work number `n`, the same in every document that cites it. */
function work(n: number): { csl: Csl; key: string; label: string } {
  const next = random(n + 77_777);
  const family = word(400 + Math.floor(next() * 4000));
  const year = 1960 + Math.floor(next() * 64);
  const title = sentence(next).slice(0, -1);
  const csl: Csl = {
    type: "article-journal",
    title,
    author: [{ family, given: "A" }],
    issued: { "date-parts": [[year]] },
    "container-title": `Journal of ${word(n % 300)}`,
    volume: String(1 + (n % 90)),
    ...(n % 3 === 0 ? {} : { DOI: `10.5555/${word(n)}.${n}` }),
  };
  return { csl, key: `${family}${year}`, label: `${family} ${year}` };
}

/** Returns the documents one by one; nothing of the library is kept. */
export function* generate(tier: Tier, seed = 1): Generator<Analysis> {
  const each = Math.round(tier.statements / tier.documents);
  const cited = tier.edges / tier.statements;
  const works = tier.documents * worksEach;
  for (let d = 0; d < tier.documents; d++) {
    const next = random(seed * 1_000_003 + d);
    const numbers = new Set(Array.from({ length: citedEach }, () => skewed(next, works)));
    const sources = [...numbers].map(work);
    const claims = Array.from({ length: each }, (): MadeClaim => {
      const shared = next() < repeated;
      const text = shared ? sentence(random(5_000_000 + skewed(next, 2_000))) : sentence(next);
      const cites: number[] = [];
      // On average `cited` citations a statement, in groups of one to three.
      if (next() < cited / 1.5)
        for (let i = 1 + Math.floor(next() * 2); i > 0; i--) cites.push(Math.floor(next() * sources.length));
      return { text, cites: [...new Set(cites)], carried: next() < 0.25 };
    });
    yield makeAnalysis({ name: `document-${d}.txt`, claims, sources });
  }
}
