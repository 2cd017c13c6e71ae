/**
 * Properties of the readers on broken files: seeded mutations of a sound file of each format end with a sound
 * document or a problem, and the same bytes give the same document. FOOTING_MUTATIONS sets how many per format.
 */
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Document, Format } from "../../core/model.ts";
import { type ReadResult, readDocument } from "../../core/read/index.ts";
import { documentSchema } from "../../core/schema.ts";
import { samples } from "../read/make/samples.ts";

const runs = Number(process.env.FOOTING_MUTATIONS ?? 60);
/** Any single file is read far faster; the slowest machine under load stays below. */
const slowest = 5_000;

type Change =
  | { readonly kind: "set"; readonly at: number; readonly value: number }
  | { readonly kind: "cut"; readonly at: number; readonly length: number }
  | { readonly kind: "copy"; readonly at: number; readonly length: number; readonly to: number }
  | { readonly kind: "put"; readonly at: number; readonly words: string };

const tokens = [
  "<",
  ">",
  "</p>",
  "<p>",
  "<sup>",
  "<ref>",
  "</ref>",
  "{{",
  "}}",
  "[[",
  "]]",
  "{|",
  "|}",
  "[^1]",
  "[^1]: ",
  "^[",
  "]",
  "*",
  "_",
  "`",
  "\n\n",
  "\0",
  "&",
  "&#0;",
  "<!--",
  "-->",
  "endobj",
  "endstream",
  "stream\n",
  "<<",
  ">>",
  "0 R",
  "/Kids [2 0 R]",
  "w:p",
  "</w:p>",
  "<w:r>",
  '<w:fldChar w:fldCharType="begin"/>',
  "é",
  "\u{1F600}",
  "\ud800",
];

const place = fc.nat(100_000);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant("set" as const), at: place, value: fc.nat(255) }),
  fc.record({ kind: fc.constant("cut" as const), at: place, length: fc.nat(400) }),
  fc.record({ kind: fc.constant("copy" as const), at: place, length: fc.nat(400), to: place }),
  fc.record({ kind: fc.constant("put" as const), at: place, words: fc.constantFrom(...tokens) }),
);

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function apply(file: Uint8Array, one: Change): Uint8Array {
  const at = one.at % (file.length + 1);
  switch (one.kind) {
    case "set": {
      const out = file.slice();
      if (at < out.length) out[at] = one.value;
      return out;
    }
    case "cut":
      return join(file.subarray(0, at), file.subarray(at + one.length));
    case "copy": {
      const to = one.to % (file.length + 1);
      return join(file.subarray(0, to), file.subarray(at, at + one.length), file.subarray(to));
    }
    case "put":
      return join(file.subarray(0, at), new TextEncoder().encode(one.words), file.subarray(at));
    default:
      return one satisfies never;
  }
}

/** Word files are broken inside their parts as well: a broken zip seldom gets that far. */
function mutate(format: Format, changes: readonly Change[], inside: boolean): Uint8Array {
  const file = samples[format];
  if (format !== "docx" || !inside) return changes.reduce(apply, file);
  const parts = unzipSync(file);
  const names = Object.keys(parts).sort();
  const name = names[(changes[0]?.at ?? 0) % names.length]!;
  const broken = { ...parts, [name]: changes.reduce(apply, parts[name]!) };
  return zipSync(broken, { level: 0, mtime: new Date("2000-01-01T00:00:00Z") });
}

function sound({ text, blocks, hints }: Document): void {
  let last = 0;
  for (const { start, end } of blocks) {
    expect(start >= last && end >= start && end <= text.length).toBe(true);
    last = end;
  }
  for (const { start, end } of hints) expect(start >= 0 && end >= start && end <= text.length).toBe(true);
  const bodies = hints.filter((hint) => hint.kind === "note-body");
  expect(new Set(bodies.map(({ id }) => id)).size).toBe(bodies.length);
  for (const body of bodies) expect(body.bodyStart >= body.start && body.bodyStart <= body.end).toBe(true);
}

async function timed(file: Uint8Array, format: Format | null): Promise<ReadResult> {
  const started = performance.now();
  const result = await readDocument(file, format === null ? {} : { format });
  expect(performance.now() - started).toBeLessThan(slowest);
  return result;
}

describe("a mutated file", () => {
  it.each(Object.keys(samples) as Format[])(
    "ends with a sound document or a problem (%s)",
    async (format) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(change, { minLength: 1, maxLength: 6 }),
          fc.boolean(),
          async (changes, inside) => {
            const file = mutate(format, changes, inside);
            const result = await timed(file, inside ? format : null);
            if (result.ok) {
              sound(result.document);
              expect(documentSchema.safeParse(result.document).error).toBeUndefined();
            } else expect(result.problem.remedy).not.toBe("");
            expect(await timed(file, inside ? format : null)).toEqual(result);
          },
        ),
        { seed: 20_260_101, numRuns: runs, endOnFailure: true },
      );
    },
    Math.max(60_000, runs * 200),
  );
});

describe("a sound file", () => {
  it.each(Object.entries(samples))("fits the schema and its own offsets (%s)", async (format, file) => {
    const result = await timed(file, format as Format);
    if (!result.ok) throw new Error(result.problem.message);
    sound(result.document);
    expect(documentSchema.safeParse(result.document).error).toBeUndefined();
  });

  it("keeps its ids when an unrelated paragraph is added", async () => {
    const page = strFromU8(samples.html);
    const more = strToU8(page.replace("<h1>", "<p>An unrelated paragraph.</p><h1>"));
    const [a, b] = await Promise.all([timed(samples.html, "html"), timed(more, "html")]);
    if (!a.ok || !b.ok) throw new Error("not read");
    const ids = (document: Document) => document.hints.flatMap((h) => (h.kind === "note-body" ? [h.id] : []));
    expect(ids(b.document)).toEqual(ids(a.document));
  });
});
