/** Verdicts in a changed text: sentences are duplicated, moved, edited, inserted and deleted at random. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edge, Source, Statement } from "../../core/model.ts";
import {
  type Anchoring,
  claimQuotes,
  diffVersions,
  lineageReview,
  type ReviewEvent,
  reanchor,
  reviewState,
  subjectKey,
  type Version,
} from "../../core/review/index.ts";

const seed = 20240801;

interface Sentence {
  readonly uid: number;
  readonly words: string;
  readonly source: number;
}

type Step =
  | { readonly kind: "insert" | "copy" | "delete" | "edit"; readonly at: number; readonly from: number }
  | { readonly kind: "move"; readonly at: number; readonly from: number };

/** Few words, so that equal and nearly equal sentences are common; some too short to be a sign by themselves. */
const words = fc.oneof(
  fc
    .array(
      fc.constantFrom("the drug", "the trial", "lowers", "raises", "pressure", "in adults", "in children"),
      {
        minLength: 2,
        maxLength: 6,
      },
    )
    .map((parts) => `${parts.join(" ")}.`),
  fc.constantFrom("It is unknown.", "This holds.", "No."),
);
const text = fc.array(fc.tuple(words, fc.nat(2)), { minLength: 1, maxLength: 12 });
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    "insert" as const,
    "copy" as const,
    "delete" as const,
    "edit" as const,
    "move" as const,
  ),
  at: fc.nat(20),
  from: fc.nat(20),
});

function play(start: readonly Sentence[], steps: readonly Step[]): readonly Sentence[] {
  const now = [...start];
  let uid = 1000;
  for (const { kind, at, from } of steps) {
    const [i, j] = [at % (now.length + 1), from % Math.max(1, now.length)];
    const old = now[j];
    if (kind === "insert")
      now.splice(i, 0, { uid: uid++, words: `A new sentence ${uid} of its own.`, source: j % 3 });
    else if (!old) continue;
    else if (kind === "copy") now.splice(i, 0, { ...old, uid: uid++ });
    else if (kind === "delete") now.splice(j, 1);
    else if (kind === "edit") now.splice(j, 1, { ...old, words: old.words.replace(".", ` ${uid++}.`) });
    else now.splice(i, 0, ...now.splice(j, 1));
  }
  return now;
}

function version(sentences: readonly Sentence[]): Version {
  const seen = new Map<string, number>();
  const statements = sentences.map(({ words: text }, i): Statement => {
    // Ids as the engine makes them: of the words, with a counter that shifts.
    const n = (seen.get(text) ?? 0) + 1;
    seen.set(text, n);
    const id = n === 1 ? `s-${text}` : `s-${text}-${n}`;
    const [start, end] = [i * 100, i * 100 + text.length];
    return {
      id: id.replaceAll(" ", "_"),
      kind: "claim",
      label: String(i),
      start,
      end,
      textEnd: end,
      text,
      section: null,
      paragraph: 1,
      block: 0,
      markers: [],
    };
  });
  const sources = [0, 1, 2].map(
    (n) => ({ id: `w${n}`, key: `w${n}`, csl: { type: "book" } }) as unknown as Source,
  );
  const edges = sentences.map(
    ({ source }, i) =>
      ({
        id: `e${i}`,
        claim: statements[i]!.id,
        source: `w${source}`,
        marker: `m${i}`,
        pinpoint: null,
      }) as unknown as Edge,
  );
  return { statements, sources, markers: [], edges };
}

function judge(sentences: readonly Sentence[], on: Version): readonly (ReviewEvent & { kind: "verdict" })[] {
  const quotes = claimQuotes(on);
  return sentences.map(({ source }, i) => ({
    kind: "verdict",
    id: `v${i}`,
    reviewer: "a",
    at: "2024-01-01T00:00:00Z",
    subject: { kind: "pair", claim: on.statements[i]!.id, source: `w${source}` },
    quote: quotes.get(on.statements[i]!.id)!,
    verdict: "supports",
    reasons: [],
    tags: [],
    comment: "",
  }));
}

const landed = (a: Anchoring): a is Extract<Anchoring, { kind: "same" | "moved" }> =>
  a.kind === "same" || a.kind === "moved";
const times = (list: readonly Sentence[], words: string): number =>
  list.filter((s) => s.words === words).length;

interface Play {
  readonly before: readonly Sentence[];
  readonly after: readonly Sentence[];
  readonly from: Version;
  readonly to: Version;
  readonly events: ReturnType<typeof judge>;
  readonly anchors: readonly Anchoring[];
  /** Index of each anchor's sentence in the new text, or -1. */
  readonly targets: readonly number[];
}

function property(check: (play: Play) => void): void {
  fc.assert(
    fc.property(text, fc.array(step, { maxLength: 8 }), (start, steps) => {
      const before = start.map(([words, source], uid) => ({ uid, words, source }));
      const after = play(before, steps);
      const [from, to] = [version(before), version(after)];
      const events = judge(before, from);
      const found = reanchor(events, from, to);
      const anchors = events.map(({ subject }) => found.get(subjectKey(subject))!);
      const targets = anchors.map((a) =>
        landed(a) ? to.statements.findIndex((s) => s.id === a.to.claim) : -1,
      );
      check({ before, after, from, to, events, anchors, targets });
    }),
    { seed, numRuns: 1000 },
  );
}

describe("a verdict in a changed text", () => {
  it("is on the same words and the same source, or is not put anywhere", () => {
    property(({ before, after, anchors, targets }) => {
      for (const [i, anchor] of anchors.entries()) {
        if (!landed(anchor)) continue;
        expect(after[targets[i]!]!.words).toBe(before[i]!.words);
        expect(after[targets[i]!]!.source).toBe(before[i]!.source);
      }
    });
  });

  it("where the words stand more than once, has the same words before and behind it as before", () => {
    const around = (list: readonly Sentence[], i: number): string =>
      `${list[i - 1]?.words.slice(-50) ?? ""}|${list[i + 1]?.words.slice(0, 50) ?? ""}`;
    property(({ before, after, targets }) => {
      for (const [i, target] of targets.entries()) {
        const twice =
          times(before, before[i]!.words) > 1 || (target >= 0 && times(after, before[i]!.words) > 1);
        if (target >= 0 && twice) expect(around(after, target)).toBe(around(before, i));
      }
    });
  });

  it("never shares a sentence with the verdict of another one", () => {
    property(({ targets }) => {
      const used = targets.filter((t) => t >= 0);
      expect(new Set(used).size).toBe(used.length);
    });
  });

  it("stays with a sentence that is alone and untouched, wherever it went", () => {
    property(({ before, after, targets }) => {
      for (const [i, sentence] of before.entries()) {
        const now = after.findIndex((s) => s.uid === sentence.uid);
        if (now < 0 || after[now]!.words !== sentence.words || sentence.words.length < 24) continue;
        if (times(before, sentence.words) === 1 && times(after, sentence.words) === 1)
          expect(targets[i]).toBe(now);
      }
    });
  });

  it("is the same everywhere when nothing changed", () => {
    property(({ before, from, events }) => {
      const again = reanchor(events, from, version(before));
      for (const { subject } of events) {
        const anchor = again.get(subjectKey(subject))!;
        if (anchor.kind === "orphan") expect(anchor.reason).toBe("ambiguous");
        else expect([anchor.kind, anchor.to]).toEqual(["same", subject]);
      }
    });
  });

  it("is never lost: it counts, or is shown as an orphan or outdated", () => {
    property(({ from, to, events }) => {
      const recorded = events.map((event) => ({ document: "old", event }));
      const review = lineageReview(
        recorded,
        new Map([
          ["old", from],
          ["new", to],
        ]),
        "new",
      );
      expect(reviewState(review.events).size + review.unplaced.length).toBe(
        new Set(events.map((e) => subjectKey(e.subject))).size,
      );
    });
  });
});

describe("the differences of two versions", () => {
  it("name every sentence of both once", () => {
    property(({ from, to }) => {
      const { changes, counts } = diffVersions(from, to);
      const ids = (side: "before" | "after") => changes.flatMap((c) => c[side]?.id ?? []);
      expect([...ids("before")].sort()).toEqual(from.statements.map((s) => s.id).sort());
      expect(ids("after")).toEqual(to.statements.map((s) => s.id));
      expect(Object.values(counts).reduce((a, b) => a + b)).toBe(changes.length);
      for (const { kind, before, after } of changes)
        if (kind === "same" || kind === "moved") expect(after!.text).toBe(before!.text);
    });
  });

  it("of a text with itself are none", () => {
    property(({ from }) => {
      const { counts } = diffVersions(from, from);
      expect(counts.same).toBe(from.statements.length);
    });
  });
});
