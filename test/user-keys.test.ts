/** `--bib` as a user gives it: the true records of a golden document under the user's own keys, and the export's keys. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analyse } from "../core/analyse.ts";
import { sourceFormats } from "../core/bib/formats.ts";
import { readDocumentFile } from "../scripts/cli/files.ts";
import { loadGolden, UNSEEN } from "./support/golden-outline.ts";

const root = resolve(import.meta.dirname, "golden");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "footing-keys-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(["bibtex", "ris", "csl-json"])("a user's bibliography as %s", (format) => {
  it.each([...loadGolden(), ...loadGolden(UNSEEN)].map((golden) => [golden.document.id, golden] as const))(
    "%s",
    async (id, golden) => {
      // A record of the file beside the text that the text never names is no source of it.
      const named = new Set([
        ...golden.edges.map(({ source }) => source),
        ...golden.bibliography.map(({ source }) => source),
        ...[...golden.notes, ...golden.statements.flatMap(({ markers }) => markers)].flatMap(
          ({ citations }) => (citations ?? []).map(({ source }) => source),
        ),
      ]);
      const records = golden.sources.filter(({ id, optional }) => optional !== true && named.has(id));
      const sources = records.map((source, i) => ({
        id: source.id,
        key: `mine${i + 1}`,
        label: source.id,
        csl: { ...source.csl, id: `mine${i + 1}` },
        authorsTruncated: false,
        mentions: [],
        descriptions: [],
        evidence: [],
        conflicts: [],
      }));
      const { extension, write } = sourceFormats.get(format)!;
      const own = join(folder, `${id}.${format}.${extension}`);
      writeFileSync(own, await write({ sources, statements: [], edges: [] }));
      const file = [".", "seed", "more", "unseen"]
        .map((part) => join(root, part, golden.document.file))
        .find((path) => existsSync(path))!;
      const found = analyse(await readDocumentFile(file, [own]));
      const keys = found.sources.map(({ key }) => key);
      // A document that already names its works by a key in the text keeps that key.
      const cited = new Set(found.items.flatMap((item) => (item.key === null ? [] : [item.key])));
      const unmatched = keys.filter((key) => !key.startsWith("mine") && !cited.has(key));
      expect(unmatched.length).toBeLessThanOrEqual(golden.sources.length - records.length);
      expect(keys.length - unmatched.length).toBe(records.length);
      const exported = await sourceFormats.get("bibtex")!.write({ ...found, statements: [], edges: [] });
      expect([...exported.matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key).sort()).toEqual(
        [...keys].sort(),
      );
    },
  );
});

it.each([
  ["X/12/3", "rentroll"],
  ["X/12/4", "rent"],
])("knows a manuscript of a short title by its shelf mark: %s", async (mark, key) => {
  const text = join(folder, `${key}.txt`);
  writeFileSync(
    text,
    "The rents were paid in oats.1 Nobody minded.\n\nNotes\n\n1 CRO, X/12/3, Rent roll, fol. 2r.\n",
  );
  const own = join(folder, `${key}.bib`);
  writeFileSync(
    own,
    `@unpublished{rentroll,\n  title = {Rent roll},\n  note = {Corby Record Office, ${mark}}\n}\n`,
  );
  const { sources } = analyse(await readDocumentFile(text, [own]));
  expect(sources.map((source) => source.key)).toEqual([key]);
});
