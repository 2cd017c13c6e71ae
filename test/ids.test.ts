/** Ids from content: the same for the same content, counted where content comes back. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hash, idMaker } from "../core/hash.ts";

describe("ids", () => {
  it("begin like the hash of their content, and count what comes back", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 400 }), (contents) => {
        const id = idMaker("x-");
        const seen = new Map<string, number>();
        for (const content of contents) {
          const base = `x-${hash(content, "end").slice(0, 12)}`;
          const n = (seen.get(base) ?? 0) + 1;
          seen.set(base, n);
          expect(id(content, "end")).toBe(n === 1 ? base : `${base}-${n}`);
        }
      }),
    );
  });

  it("stay apart through thousands of contents", () => {
    const id = idMaker("x-");
    const first = Array.from({ length: 5_000 }, (_, i) => id(`content ${i}`));
    const second = Array.from({ length: 5_000 }, (_, i) => id(`content ${i}`));
    expect(new Set(first).size).toBe(5_000);
    expect(second).toEqual(first.map((one) => `${one}-2`));
  });

  it("keep their parts apart", () => {
    expect(hash("ab", "c")).not.toBe(hash("a", "bc"));
    expect(hash("A claim.")).toMatch(/^[\da-f]{16}$/);
  });
});
