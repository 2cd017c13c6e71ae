/** The benchmark's records say when and with what, and nothing of the machine; the README shows the newest one. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parts } from "../scripts/dev/bench/parts.ts";
import { type BenchRecord, newestRecord, readmePage } from "../scripts/dev/bench/record.ts";
import { ratioTable } from "../scripts/dev/bench/table.ts";

const root = resolve(import.meta.dirname, "..");
const folder = join(root, "docs/bench");
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));

describe("a record of the benchmark", () => {
  it("is there", () => expect(names).not.toEqual([]));

  it.each(names)("%s says when and with what, and names no place", (name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const { date, node, cores, versions } = JSON.parse(text) as BenchRecord;
    expect(`${date}.json`).toBe(name);
    expect(node).toMatch(/^v\d+\.\d+\.\d+$/);
    expect(cores).toBeGreaterThan(0);
    expect(Object.keys(versions)).toContain("express");
    expect(text).not.toMatch(/\/(?:home|root|work|tmp|Users|var)\/|[A-Z]:\\\\|localhost:\d/);
  });

  it("has rows of the parts that there are", () => {
    for (const { part } of newestRecord()!.rows) expect(Object.keys(parts)).toContain(part);
  });

  it("has no ratio without its peer and its spread", () => {
    for (const { peer, ratio, spread } of newestRecord()!.rows)
      if (ratio !== null) {
        expect(peer).not.toBeNull();
        expect(spread![0]).toBeLessThanOrEqual(ratio);
        expect(spread![1]).toBeGreaterThanOrEqual(ratio);
      }
  });
});

describe("the README", () => {
  it("shows the newest record", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    expect(readme).toBe(readmePage());
    expect(readme).toContain(ratioTable(newestRecord()!.rows));
  });
});
