/** The one spelling of JSON: the same value as plain JSON, whatever the order of keys, whole or in parts. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, canonicalJsonOnce } from "../core/json.ts";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("\u0000", "\ud800", '"', "\\", "\u007f"),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    text,
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined),
    fc.array(tie("value")),
    fc.dictionary(text, tie("value")),
  ),
}));

const turned = (given: unknown): unknown => {
  if (Array.isArray(given)) return given.map(turned);
  if (typeof given !== "object" || given === null) return given;
  return Object.fromEntries(
    Object.entries(given)
      .map(([key, own]) => [key, turned(own)] as const)
      .reverse(),
  );
};

describe("the one spelling of JSON", () => {
  it("says what JSON says, with its keys in order and whatever order they came in", () => {
    fc.assert(
      fc.property(fc.dictionary(text, value), (given) => {
        const json = canonicalJson(given);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(given)));
        expect(canonicalJson(turned(given))).toBe(json);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("is the same written in parts", () => {
    fc.assert(
      fc.property(fc.dictionary(text, value), (given) => {
        const once = canonicalJsonOnce();
        for (const part of Object.values(given)) if (typeof part === "object" && part !== null) once(part);
        expect(once(given)).toBe(canonicalJson(given));
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it("sorts keys by UTF-16 unit and leaves undefined fields out", () => {
    expect(canonicalJson({ b: 1, a: undefined, B: [undefined], "\ue000": 0, "\u{1f600}": 2 })).toBe(
      '{"B":[null],"b":1,"\u{1f600}":2,"\ue000":0}',
    );
  });
});
