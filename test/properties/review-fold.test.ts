/** A review that is gone on from says the same as one folded anew, and leaves alone what no event is about. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedSubjects, type Folded, fold } from "../../client/review/fold.ts";
import { type Recorded, type ReviewEvent, subjectKey, verdicts } from "../../core/review/index.ts";

const document = "d1";
const quote = { exact: "A claim.", prefix: "", suffix: "" };
const name = fc.constantFrom("Ada", "Ben");
const small = fc.nat({ max: 3 });

/** An event by what it is about; its place in the list makes the id. */
const drawn = fc.record({
  kind: fc.constantFrom("verdict", "agreement", "clear", "comment", "finding", "correction", "undo"),
  reviewer: name,
  claim: small,
  verdict: fc.constantFrom(...verdicts),
  words: fc.constantFrom("", "see there"),
  back: fc.integer({ min: -2, max: 5 }),
});

const events = fc.array(drawn, { maxLength: 60 }).map((list) =>
  list.map(({ kind, reviewer, claim, verdict, words, back }, i): ReviewEvent => {
    const written = { id: `e${i}`, at: `2024-01-01T00:00:${String(i).padStart(2, "0")}Z`, reviewer };
    const subject = { kind: "pair", claim: `s${claim}`, source: "w1" } as const;
    switch (kind) {
      case "verdict":
      case "agreement":
        return { ...written, kind, subject, quote, verdict, reasons: [], tags: [], comment: words };
      case "clear":
        return { ...written, kind, subject };
      case "comment":
        return { ...written, kind, subject, comment: words };
      case "finding":
        return {
          ...written,
          kind,
          finding: `f${claim}`,
          quote: "A claim.",
          decision: "fixed",
          reason: words,
        };
      case "correction":
        return { ...written, kind, source: "w1", field: `field${claim}`, value: words, before: "" };
      default:
        // Also one that is not written yet, and one that never was.
        return { ...written, kind: "undo", event: `e${i - back}` };
    }
  }),
);

const recordedOf = (list: readonly ReviewEvent[]): readonly Recorded[] =>
  list.map((event, i) => ({ seq: i + 1, document, event }) as Recorded);
const input = (list: readonly ReviewEvent[], blind = false) => ({
  document,
  recorded: recordedOf(list),
  queued: [],
  reviewer: "Ada",
  blind,
  place: null,
});

const options = { seed: 20261129, numRuns: 400 };

describe("a review gone on from", () => {
  it("says what one folded anew says, however the events come", () => {
    fc.assert(
      fc.property(
        events,
        fc.array(fc.nat({ max: 60 }), { maxLength: 6 }),
        fc.boolean(),
        (list, cuts, blind) => {
          let last: Folded | null = null;
          for (const cut of [...cuts].sort((a, b) => a - b))
            last = fold(input(list.slice(0, cut), blind), last);
          const { review } = fold(input(list, blind), last);
          expect(review).toEqual(fold(input(list, blind)).review);
        },
      ),
      options,
    );
  });

  it("is the very same where the server only confirms, and tells exactly the subjects that changed", () => {
    fc.assert(
      fc.property(events, fc.nat({ max: 60 }), fc.boolean(), (list, cut, blind) => {
        const before = fold(input(list.slice(0, cut), blind));
        const after = fold(input(list, blind), before);
        expect(fold(input(structuredClone(list) as ReviewEvent[], blind), after).review).toBe(after.review);
        const told = new Set(changedSubjects(before.review, after.review).map(subjectKey));
        for (const key of new Set([...before.review.state.keys(), ...after.review.state.keys()])) {
          const [old, now] = [before.review.state.get(key), after.review.state.get(key)];
          if (told.has(key)) expect(now).not.toEqual(old);
          else expect(now).toBe(old);
        }
      }),
      options,
    );
  });
});
