/** The fold from review events to what holds: verdicts, conflicts, agreements, undo. */
import { describe, expect, it } from "vitest";
import { type ReviewEvent, reviewState, type Verdict, verdicts, verdictWords } from "../core/review/index.ts";

const subject = { kind: "pair", claim: "s1", source: "w1" } as const;
const quote = { exact: "A claim.", prefix: "", suffix: "" };
const judged = (id: string, reviewer: string, verdict: Verdict, kind: "verdict" | "agreement" = "verdict") =>
  ({
    kind,
    id,
    reviewer,
    at: "2024-01-01T00:00:00Z",
    subject,
    quote,
    verdict,
    reasons: [],
    tags: [],
    comment: "",
  }) satisfies ReviewEvent;
const undo = (id: string, event: string): ReviewEvent => ({ kind: "undo", id, reviewer: "a", at: "", event });
const clear = (id: string): ReviewEvent => ({ kind: "clear", id, reviewer: "a", at: "", subject });
const state = (...events: ReviewEvent[]) => {
  const found = reviewState(events).get("pair s1 w1");
  return found && [found.status, found.verdict];
};

describe("reviewState", () => {
  it("takes each reviewer's latest verdict and keeps all of them", () => {
    const events = [judged("1", "a", "supports"), judged("2", "a", "partly-supports")];
    expect(state(...events)).toEqual(["judged", "partly-supports"]);
    expect(reviewState(events).get("pair s1 w1")!.history).toEqual(events);
  });

  it("shows a conflict until the reviewers agree, and again when one judges anew", () => {
    const two = [judged("1", "a", "supports"), judged("2", "b", "cannot-verify")];
    const agreed = judged("3", "b", "partly-supports", "agreement");
    expect(state(...two)).toEqual(["conflict", null]);
    expect(state(...two, agreed)).toEqual(["agreed", "partly-supports"]);
    expect(state(...two, agreed, judged("4", "a", "supports"))).toEqual(["conflict", null]);
  });

  it("undoes and redoes", () => {
    const events = [judged("1", "a", "supports"), judged("2", "a", "does-not-support"), undo("3", "2")];
    expect(state(...events)).toEqual(["judged", "supports"]);
    expect(state(...events, undo("4", "3"))).toEqual(["judged", "does-not-support"]);
    expect(state(...events, undo("4", "3"), undo("5", "4"))).toEqual(["judged", "supports"]);
  });

  it("clears a reviewer's own verdict only", () => {
    expect(state(judged("1", "a", "supports"), clear("2"))).toEqual(["open", null]);
    expect(state(judged("1", "b", "supports"), clear("2"))).toEqual(["judged", "supports"]);
  });

  it("passes over an undo of nothing", () => {
    expect(reviewState([undo("1", "x"), undo("2", "2")]).size).toBe(0);
  });
});

it("has a wording for every verdict", () => {
  expect(Object.keys(verdictWords)).toEqual([...verdicts]);
});
