/** Raw references into CSL-JSON. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse as parseBibtex } from "@retorquere/bibtex-parser";
import { parseReference } from "../../../../core/reference/index.ts";
import { references } from "../material.ts";
import { growth, plain, type Row, versus } from "../measure.ts";

const root = resolve(import.meta.dirname, "../../../..");

/** Returns the rows. */
export async function referenceRows(): Promise<Row[]> {
  const list = references(3000);
  const records = parseBibtex(readFileSync(join(root, "test/golden/d07-cookstove-brief.bib"), "utf8")).entries
    .length;
  const bib = readFileSync(join(root, "test/golden/d07-cookstove-brief.bib"), "utf8");
  const copies = Math.ceil(list.length / records);
  const first = Number(
    execFileSync(process.execPath, [
      "--import",
      "tsx",
      "-e",
      `const t = performance.now(); import("${join(root, "core/reference/index.ts")}").then(({ parseReference }) => { parseReference(${JSON.stringify(list[0])}); console.log(performance.now() - t); });`,
    ]).toString(),
  );
  return [
    await versus({
      part: "references",
      what: "a raw reference to CSL-JSON, against reading the same number of BibTeX entries",
      amount: list.length,
      unit: "references",
      ours: ["parseReference", () => list.forEach((raw) => void parseReference(raw))],
      peer: [
        "@retorquere/bibtex-parser",
        () => {
          for (let i = 0; i < copies; i++) parseBibtex(bib);
        },
      ],
    }),
    plain(
      "references",
      "loading the parser and reading the first reference, from source",
      "first result",
      first,
      "ms",
    ),
    await growth(
      "references",
      "a reference ten times as long",
      () => parseReference("Ames C. Lead in pipes. ".repeat(400)),
      () => parseReference("Ames C. Lead in pipes. ".repeat(4000)),
    ),
  ];
}
