/**
 * Resolution against notes whose answer is known by construction: eight styles, short forms, ibid., op. cit., supra,
 * compound notes. `RESOLVE_CASES=50000` runs as many documents; the usual run takes a few.
 */
import { describe, expect, it } from "vitest";
import type { Document, Note, Outline } from "../../core/model.ts";
import { splitNotes } from "../../core/reference/note/index.ts";
import { resolve } from "../../core/resolve/index.ts";
import { generator, type MadeWork, makeWorks, styles, workOf } from "../support/note-styles.ts";
import { type MadeNotes, writeNotes } from "../support/note-writer.ts";

const CASES = Number(process.env.RESOLVE_CASES ?? 96);
const NOTES = 12;
const names = Object.keys(styles);

const documentOf = (text: string): Document => ({
  id: "d",
  format: "text",
  name: null,
  hash: "0".repeat(64),
  text,
  blocks: [],
  hints: [],
  title: null,
  language: null,
  date: null,
  bibliography: [],
  origins: [],
  notices: [],
});
const outlineOf = (notes: readonly Note[]): Outline => ({
  blocks: [],
  sections: [],
  statements: [],
  markers: [],
  notes,
  conventions: [],
  uncertain: [],
});

/** Returns for each citation made the work it was resolved to, null where refused, undefined where not found. */
function answers(made: MadeNotes, works: readonly MadeWork[]): (number | null | undefined)[] {
  const parts = splitNotes(made.text, made.notes, { parse: made.parse });
  const { items, sources } = resolve(documentOf(made.text), outlineOf(made.notes), parts);
  const csl = new Map(sources.map((source) => [source.id, source.csl]));
  const taken = new Map<string, number>();
  return made.items.map(({ note }) => {
    const id = `n${note}`;
    const n = taken.get(id) ?? 0;
    taken.set(id, n + 1);
    const found = items.filter((item) => item.note === id)[n];
    if (!found) return undefined;
    return found.resolution.kind === "resolved" ? workOf(csl.get(found.resolution.source)!, works) : null;
  });
}

function makeCase(seed: number, rival: boolean): { made: MadeNotes; works: MadeWork[] } {
  const random = generator(seed);
  const style = styles[names[seed % names.length]!]!;
  const works = makeWorks(3 + Math.floor(random() * 6), random);
  const victim = works[Math.floor(random() * works.length)]!;
  const second: MadeWork = {
    ...victim,
    id: works.length,
    title: "Treatise on Wells and Cisterns",
    year: victim.year + 1,
    article: null,
  };
  const made = writeNotes(style, works, NOTES, random, rival ? [second] : []);
  return { made, works: [...works, second] };
}

describe("notes made in eight styles", () => {
  it("links no citation wrongly and finds nearly all", () => {
    let expected = 0;
    let found = 0;
    const wrong: string[] = [];
    for (let seed = 0; seed < CASES; seed++) {
      const { made, works } = makeCase(seed, false);
      answers(made, works).forEach((answer, i) => {
        const { work, how, note } = made.items[i]!;
        if (work !== null) expected++;
        if (work !== null && answer === work) found++;
        if (typeof answer === "number" && answer !== work) wrong.push(`seed ${seed}, note ${note}, ${how}`);
      });
    }
    expect(wrong).toEqual([]);
    expect(found / expected).toBeGreaterThanOrEqual(0.98);
  }, 3_600_000);

  it("refuses exactly what a second work by the same author makes ambiguous", () => {
    const wrong: string[] = [];
    let turned = 0;
    for (let seed = 0; seed < CASES; seed++) {
      const without = makeCase(seed, false);
      const within = makeCase(seed, true);
      const before = answers(without.made, without.works);
      const after = answers(within.made, within.works).slice(1);
      within.made.items.slice(1).forEach(({ work, how, note }, i) => {
        if (after[i] !== work) wrong.push(`seed ${seed}, note ${note}, ${how}: ${after[i]} for ${work}`);
        if (before[i] !== null && after[i] === null) turned++;
      });
    }
    expect(wrong).toEqual([]);
    expect(turned).toBeGreaterThan(0);
  }, 3_600_000);
});
