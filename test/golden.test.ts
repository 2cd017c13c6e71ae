/** The hand-made annotations in test/golden: the seed page exactly, every other document without an error. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { analyse } from "../core/analyse.ts";
import { buildGraph, withdraw } from "../core/graph/index.ts";
import type { Analysis, Edge, Pinpoint } from "../core/model.ts";
import { analysisSchema } from "../core/schema.ts";
import { readDocumentFile } from "../scripts/cli/files.ts";

const folder = resolve(import.meta.dirname, "golden");

interface Golden {
  readonly document: { readonly file: string };
  readonly text: string;
  readonly statements: readonly {
    readonly id: string;
    readonly kind: string;
    readonly start: number;
    readonly end: number;
    readonly textEnd: number;
    readonly text: string;
    readonly paragraph: number | null;
    readonly section: string | null;
    readonly markers: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  }[];
  readonly notes: readonly {
    readonly label: string;
    readonly start: number;
    readonly end: number;
    readonly body: string;
    readonly citations: readonly {
      readonly raw: string;
      readonly start: number;
      readonly end: number;
      readonly form: string;
      readonly source: string | null;
      readonly pinpoint: Pinpoint | null;
    }[];
    readonly commentary: { readonly text: string; readonly start: number; readonly end: number } | null;
  }[];
  readonly sources: readonly { readonly id: string; readonly csl: Readonly<Record<string, unknown>> }[];
  readonly edges: readonly (Pick<Edge, "form" | "scope" | "pinpoint"> & {
    readonly claim: string;
    readonly source: string;
    readonly plausibility?: string;
    readonly noteNumber: number;
  })[];
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly quotes: string[];
  }[];
  readonly findingsWithAsOf: { readonly asOf: string; readonly added: readonly { readonly code: string }[] };
  readonly mustNotFire: readonly string[];
}

const load = (path: string): Golden => JSON.parse(readFileSync(join(folder, path), "utf8")) as Golden;

describe("seed/medical-response", () => {
  const gold = load("seed/medical-response.golden.json");
  let found: Analysis;
  beforeAll(async () => {
    found = analyse(await readDocumentFile(join(folder, "seed", gold.document.file)));
  });

  it("keeps the text and every slice of it", () => {
    expect(found.document.text).toBe(gold.text);
    for (const item of found.items) expect(gold.text.slice(item.start, item.end)).toBe(item.raw);
    for (const marker of found.markers) expect(gold.text.slice(marker.start, marker.end)).toBe(marker.text);
  });

  it("finds the statements", () => {
    const shape = (s: Golden["statements"][number] | Analysis["statements"][number]) => ({
      kind: s.kind,
      text: s.text,
      start: s.start,
      end: s.end,
      textEnd: s.textEnd,
      section: s.kind === "claim" ? s.section : null,
      paragraph: s.kind === "claim" ? s.paragraph : null,
    });
    expect(found.statements.map(shape)).toEqual(gold.statements.map(shape));
  });

  it("finds the markers and the notes they lead to", () => {
    const labels = new Map(found.notes.map((n) => [n.id, n.label]));
    expect(
      found.markers.map((m) => ({
        start: m.start,
        end: m.end,
        text: m.text,
        notes: m.notes.map((n) => labels.get(n)),
      })),
    ).toEqual(
      gold.statements.flatMap((s) =>
        s.markers.map((m) => ({ start: m.start, end: m.end, text: m.text, notes: [m.text] })),
      ),
    );
  });

  it("finds the notes and cuts them into citations and commentary", () => {
    expect(
      found.notes.map((n) => ({
        label: n.label,
        start: n.start,
        end: n.end,
        body: gold.text.slice(n.bodyStart, n.bodyEnd),
      })),
    ).toEqual(gold.notes.map(({ label, start, end, body }) => ({ label, start, end, body })));
    const keys = new Map(found.sources.map((s) => [s.id, s.key]));
    const items = found.items.filter((i) => i.form !== "vague");
    expect(
      items.map((i) => ({
        raw: i.raw,
        form: i.form,
        pinpoint: i.pinpoint,
        source: i.resolution.kind === "resolved" ? keys.get(i.resolution.source) : null,
      })),
    ).toEqual(
      gold.notes.flatMap((n) =>
        n.citations.map((c) => ({
          raw: c.raw,
          form: c.form,
          pinpoint: c.pinpoint,
          source: c.source?.replace("-", ""),
        })),
      ),
    );
    expect(found.commentary.map(({ start, end }) => gold.text.slice(start, end))).toEqual(
      gold.notes.flatMap((n) => (n.commentary ? [n.commentary.text] : [])),
    );
  });

  it("describes the three sources in CSL-JSON", () => {
    expect(found.sources.map((s) => s.key)).toEqual(["brew2010", "weber2008", "khatri2009"]);
    expect(found.sources.map((s) => ({ ...s.csl, id: null }))).toEqual(
      gold.sources.map((s) => ({ ...s.csl, id: null })),
    );
  });

  it("draws the seven edges with scope, form and pinpoint", () => {
    const claims = new Map(found.statements.map((s) => [s.id, s.start]));
    const sources = new Map(found.sources.map((s) => [s.id, s.key]));
    const labels = new Map(found.notes.map((n) => [n.id, n.label]));
    const goldClaims = new Map(gold.statements.map((s) => [s.id, s.start]));
    expect(
      found.edges.map((e) => ({
        claim: claims.get(e.claim),
        source: sources.get(e.source),
        note: labels.get(e.note!),
        form: e.form,
        scope: e.scope,
        pinpoint: e.pinpoint,
        plausibility: e.plausibility,
      })),
    ).toEqual(
      gold.edges.map((e) => ({
        claim: goldClaims.get(e.claim),
        source: e.source.replace("-", ""),
        note: String(e.noteNumber),
        form: e.form,
        scope: e.scope,
        pinpoint: e.pinpoint,
        plausibility: e.plausibility ?? null,
      })),
    );
  });

  it("answers what falls without Brew", () => {
    const brew = found.sources.find((s) => s.key === "brew2010")!.id;
    const at = new Map(gold.statements.map((s) => [s.start, s.id]));
    const ids = (list: readonly string[]) =>
      list.map((id) => at.get(found.statements.find((s) => s.id === id)!.start));
    const { falls, fallsIfCarried, weakened, stands } = withdraw(buildGraph(found), [brew]);
    expect({
      falls: ids(falls),
      fallsIfCarried: ids(fallsIfCarried),
      weakened: ids(weakened),
      stands: ids(stands),
    }).toEqual({ falls: ["s2", "s6"], fallsIfCarried: ["s1", "s5"], weakened: ["s3"], stands: ["s4"] });
  });

  it("reports the 29 findings with their severities and nothing that must stay silent", () => {
    const tally = (list: readonly { readonly code: string; readonly severity: string }[]) =>
      list.map((f) => `${f.code} ${f.severity}`).sort();
    expect(tally(found.findings)).toEqual(tally(gold.findings));
    expect(found.findings.filter((f) => gold.mustNotFire.includes(f.code))).toEqual([]);
  });

  it("adds the stale ones at an as-of date", async () => {
    const { asOf, added } = gold.findingsWithAsOf;
    const later = analyse(await readDocumentFile(join(folder, "seed", gold.document.file)), {
      audit: { asOf },
    });
    const before = new Set(found.findings.map((f) => f.id));
    expect(
      later.findings
        .filter((f) => !before.has(f.id))
        .map((f) => f.code)
        .sort(),
    ).toEqual(added.map((f) => f.code).sort());
    expect(later.findings.some((f) => f.code === "document-undated")).toBe(false);
  });
});

const others = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((f) => f.endsWith(".golden.json") && !f.startsWith("seed"))
  .sort();

describe.each(others)("%s", (file) => {
  it("is analysed into a valid Analysis, the same bytes twice", async () => {
    const path = join(folder, dirname(file), load(file).document.file);
    const [once, twice] = [analyse(await readDocumentFile(path)), analyse(await readDocumentFile(path))];
    expect(JSON.stringify(twice)).toBe(JSON.stringify(once));
    expect(analysisSchema.safeParse(once).error?.issues ?? []).toEqual([]);
    const { text } = once.document;
    for (const list of [
      once.statements,
      once.markers,
      once.notes,
      once.items,
      once.edges.map((e) => once.items.find((i) => i.id === e.item)!),
    ])
      for (const { start, end } of list) {
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    for (const item of once.items) expect(text.slice(item.start, item.end)).toBe(item.raw);
  });
});
