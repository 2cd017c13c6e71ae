/** The RO-Crate: unpacked by another program, held to the standard's rules, the same bytes in every time zone. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { exportFormats } from "../../core/bib/formats.ts";
import type { ExportInput } from "../../core/export/index.ts";
import { documentIri } from "../../core/export/iri.ts";
import { canonicalJson } from "../../core/json.ts";
import { goldenAnalysis } from "../support/golden-analysis.ts";
import { hostileExport } from "../support/hostile-analysis.ts";
import { installed } from "../support/programs.ts";
import { readJsonLd } from "../support/readers.ts";

const seeded = { seed: 4600, numRuns: 40 };
const crate = async (input: ExportInput): Promise<Uint8Array> =>
  (await exportFormats.get("ro-crate")!.write(input)) as Uint8Array;
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

interface Entity {
  readonly "@id": string;
  readonly "@type": string;
  readonly [property: string]: unknown;
}

/** The "MUST" of RO-Crate 1.1 about the descriptor, the root and its files. */
function expectValid(files: Readonly<Record<string, Uint8Array>>): readonly Entity[] {
  const metadata = JSON.parse(text(files["ro-crate-metadata.json"])) as {
    "@context": string;
    "@graph": readonly Entity[];
  };
  expect(metadata["@context"]).toBe("https://w3id.org/ro/crate/1.1/context");
  const graph = metadata["@graph"];
  const ids = graph.map((e) => e["@id"]);
  expect(new Set(ids).size).toBe(ids.length);
  const byId = new Map(graph.map((e) => [e["@id"], e]));
  expect(byId.get("ro-crate-metadata.json")).toMatchObject({
    "@type": "CreativeWork",
    about: { "@id": "./" },
    conformsTo: { "@id": "https://w3id.org/ro/crate/1.1" },
  });
  const root = byId.get("./")!;
  expect(root["@type"]).toBe("Dataset");
  for (const property of ["name", "description", "license"]) expect(root[property]).toBeTruthy();
  // Every entity is flat, and every reference leads to an entity of the crate or out of it by a whole address.
  for (const [key, value] of graph.flatMap((e) => Object.entries(e)))
    for (const one of [value].flat()) {
      if (typeof one !== "object" || one === null) continue;
      expect(Object.keys(one)).toEqual(["@id"]);
      const id = (one as { "@id": string })["@id"];
      if (key !== "conformsTo") expect(byId.has(id)).toBe(true);
    }
  const parts = (root.hasPart as { "@id": string }[]).map((p) => decodeURIComponent(p["@id"]));
  expect(parts.sort()).toEqual(
    Object.keys(files)
      .filter((path) => path !== "ro-crate-metadata.json")
      .sort(),
  );
  for (const path of parts) {
    expect(path).not.toMatch(/^\/|\\|(^|\/)\.\.?(\/|$)|\p{Cc}/u);
    const entity = graph.find((e) => decodeURIComponent(e["@id"]) === path)!;
    expect([path, entity["@type"], entity.contentSize]).toEqual([path, "File", String(files[path]!.length)]);
  }
  return graph;
}

describe("RO-Crate", () => {
  it("holds every export as it is written alone, and describes each file", async () => {
    await fc.assert(
      fc.asyncProperty(hostileExport(), fc.boolean(), async (analysis, withFile) => {
        const original = withFile ? new Uint8Array([0, 255, 10]) : undefined;
        const bytes = await crate({ ...analysis, original, date: "2026-01-31" });
        expect(await crate({ ...structuredClone(analysis), original, date: "2026-01-31" })).toEqual(bytes);
        const files = unzipSync(bytes);
        const graph = expectValid(files);
        expect(graph.find((e) => e["@id"] === "./")).toMatchObject({ datePublished: "2026-01-31" });
        const { reviews: _, ...plain } = analysis;
        expect(text(files["analysis.json"])).toBe(`${canonicalJson(plain)}\n`);
        const alone = await exportFormats.get("csv")!.write(analysis);
        expect(createHash("sha256").update(files["claims.csv"]!).digest("hex")).toBe(
          createHash("sha256").update(alone).digest("hex"),
        );
        expect("review-events.json" in files).toBe(analysis.reviews.size > 0);
        expect(Object.keys(files).some((path) => path.startsWith("original/"))).toBe(withFile);
      }),
      seeded,
    );
  });

  it("is JSON-LD that knows all its words", async () => {
    const files = unzipSync(await crate(goldenAnalysis("seed/medical-response")));
    const quads = await readJsonLd(text(files["ro-crate-metadata.json"]));
    expect(quads.filter((q) => q.predicate.value === "http://schema.org/hasPart").length).toBe(
      Object.keys(files).length - 1,
    );
    expect(quads.map((q) => q.object.value)).toContain(
      documentIri(goldenAnalysis("seed/medical-response").document),
    );
  });

  it("has the same bytes in every time zone", async () => {
    const analysis = goldenAnalysis("seed/medical-response");
    const before = process.env.TZ;
    const made = [];
    for (const zone of ["UTC", "Asia/Tokyo", "America/Los_Angeles"]) {
      process.env.TZ = zone;
      made.push(Buffer.from(await crate(analysis)).toString("base64"));
    }
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(new Set(made).size).toBe(1);
  });

  it("is unpacked by unzip without complaint", async ({ skip }) => {
    if (!installed("unzip")) skip("unzip is not installed");
    const folder = mkdtempSync(join(tmpdir(), "footing-crate-"));
    const file = join(folder, "crate.zip");
    writeFileSync(file, await crate(goldenAnalysis("d01-monoxide-page")));
    expect(execFileSync("unzip", ["-t", file]).toString()).toContain("No errors detected");
    rmSync(folder, { recursive: true });
  });
});
