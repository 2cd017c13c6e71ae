/** Every audit rule on its own two examples, and the catalogue as a whole. */
import { describe, expect, it } from "vitest";
import { analyse } from "../core/analyse.ts";
import { ames, bell, cole, marked, page } from "../core/audit/example.ts";
import { type AuditOptions, rules } from "../core/audit/index.ts";
import type { Finding } from "../core/model.ts";
import { readText } from "../core/read/text.ts";

function findings(text: string, options: Partial<AuditOptions> = {}): readonly Finding[] {
  const document = readText(new TextEncoder().encode(text), null);
  return analyse(document, { audit: { off: [], ...options } }).findings;
}

describe.each(rules)("$code", ({ code, severity, examples }) => {
  it("fires on its example, where it says", () => {
    const found = findings(examples.fires, examples.options).filter((f) => f.code === code);
    expect(found.length).toBeGreaterThan(0);
    for (const finding of found) {
      expect(finding.message).toMatch(/[.”)]$/);
      for (const { start, end } of finding.spans) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(examples.fires.length);
        expect(start).toBeLessThan(end);
      }
    }
    expect(found.some((f) => f.severity === severity)).toBe(true);
  });

  it("stays silent on its clean twin", () => {
    expect(findings(examples.silent, examples.options).filter((f) => f.code === code)).toEqual([]);
  });
});

describe("retracted-source", () => {
  it.each([
    ["Retracted in: J Field. 2019;4(1):2.", true],
    ["[Retracted]", true],
    ["(Retraction published 2019, J Field, 4, 2)", true],
    ["Retracted 4 May 2019.", true],
    ["Retracted in: J Field. 2019;4(1):2. Reinstated 2020.", false],
    ["Reply to a retracted paper.", false],
  ])("believes what the reference says: %s", (words, fires) => {
    const found = findings(page(marked, [`${ames} ${words}`, bell, cole]));
    expect(found.some((f) => f.code === "retracted-source")).toBe(fires);
  });
});

describe("duplicate-source", () => {
  it("knows a surname whose particle is printed as a part of it", () => {
    const entries = [
      "1. van Aken T, Lund P. Chalk on wet slate: a trial in three schools. Pediatr Slate. 2012;4(1):9-17. PMID: 21554417",
      "2. Moe A. Sponges. Pediatr Slate. 2013;5(1):1-4.",
      "3. Van Aken TJ, Lund PK. Chalk on wet slate: A trial in three schools. Pediatric Slate 2012; 4: 9–17.",
    ];
    const text = `Slates\n\nChalk slips on wet slate.1 Sponges dry slowly.2 Pupils wait.3\n\nReferences\n\n${entries.join("\n")}\n`;
    expect(findings(text).filter((f) => f.code === "duplicate-source")).toHaveLength(1);
  });
});

describe("an entry that says its title otherwise", () => {
  const of = (title: string, more = "Shore Med. 2015;9(2):88-95.") => {
    const entries = [
      "1. Falk R, Ito M. Seawater versus tap water for jellyfish stings: a randomised trial in 90 swimmers. Shore Med. 2015;9(2):88-95.",
      "2. Moe A. Sponges. Shore Med. 2013;5(1):1-4.",
      `3. Falk R, Ito M. ${title}. ${more}`,
    ];
    const text = `Stings\n\nSeawater eases stings.1 Sponges spread them.2 Swimmers wait.3\n\nReferences\n\n${entries.join("\n")}\n`;
    const codes = new Set(["duplicate-source", "inconsistent-metadata"]);
    return findings(text).flatMap(({ code }) => (codes.has(code) ? [code] : []));
  };

  it.each([
    "Seawater vs. tap water for jellyfish stings: a randomized trial in 90 swimmers",
    "Seawater versus tap water for jellyfish stings",
    "Seawater vs tap water for the jellyfish sting – a randomized trial",
    "Sea water versus tap water for jellyfish stings: a randomised trial in 90 swimmers",
    "Seawater and tap water for jelyfish stings: randomised trial in 90 swimmers",
  ])("is listed twice and no contradiction: %s", (title) => {
    expect(of(title).filter((code) => code === "duplicate-source")).toHaveLength(1);
  });

  it.each([
    "Seawater vs. tap water for jellyfish stings: a randomized trial in 90 swimmers",
    "Seawater versus tap water for jellyfish stings",
    "Seawater versus tap water for jelyfish stings: randomised trial in 90 swimmers",
  ])("does not disagree: %s", (title) => {
    expect(of(title)).toEqual(["duplicate-source"]);
  });

  it.each([
    [
      "Seawater versus hot water for jellyfish stings: a randomised trial in 90 swimmers",
      "Shore Med. 2016;10(1):3-9.",
    ],
    ["Why swimmers scratch", "Shore Med. 2015;9(2):88-95."],
  ])("is another work: %s", (title, more) => {
    expect(of(title, more)).toEqual([]);
  });
});

describe("the catalogue", () => {
  it("has one rule for each code", () => {
    const codes = rules.map((r) => r.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect([...codes].sort()).toEqual(codes);
  });

  it("gives findings ids that survive a shift of the text", () => {
    const before = findings("It may help.\n");
    const after = findings("Some words come first.\n\nIt may help.\n");
    expect(before.length).toBeGreaterThan(0);
    const ids = new Set(after.map((f) => f.id));
    expect(before.filter((f) => f.code === "hedged-claim").every((f) => ids.has(f.id))).toBe(true);
  });
});
