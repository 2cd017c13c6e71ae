/** Raw references into CSL-JSON. Measured on the built engine. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parse as parseBibtex } from "@retorquere/bibtex-parser";
import { build, built, builtPath } from "../built.ts";
import { references } from "../material.ts";
import { growth, plain, type Row, versus } from "../measure.ts";

const root = resolve(import.meta.dirname, "../../../..");
const bibliography = join(root, "test/golden/d07-cookstove-brief.bib");

/** Returns the best of five processes: what they print is their age in milliseconds at the first result. */
function firstOf(call: (file: string) => string[]): number {
  const args = call(pathToFileURL(builtPath("core/reference/index.ts")).href);
  return Math.min(
    ...Array.from({ length: 5 }, () => Number(execFileSync(process.execPath, args).toString())),
  );
}

/** Returns the rows. */
export async function referenceRows(): Promise<Row[]> {
  build();
  const { parseReference } =
    await built<typeof import("../../../../core/reference/index.ts")>("core/reference/index.ts");
  const list = references(3000);
  const bib = readFileSync(bibliography, "utf8");
  const copies = Math.ceil(list.length / parseBibtex(bib).entries.length);
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
      "from the start of the process to the first reference read, the parser alone",
      "first result",
      firstOf((file) => [
        "--input-type=module",
        "-e",
        `import { parseReference } from ${JSON.stringify(file)}; parseReference(${JSON.stringify(list[0])}); console.log(performance.now());`,
      ]),
      "ms",
    ),
    await versus({
      part: "references",
      what: "a new process to its first reference read, and to its end",
      amount: 1,
      unit: "starts",
      clock: "wall",
      rounds: 7,
      ours: [
        "parseReference",
        () =>
          run(`import { parseReference } from ${JSON.stringify(pathToFileURL(builtPath("core/reference/index.ts")).href)};
            parseReference(${JSON.stringify(list[0])});`),
      ],
      peer: [
        "@retorquere/bibtex-parser",
        () =>
          run(`import { parse } from "@retorquere/bibtex-parser";
            parse(${JSON.stringify(bib.slice(0, bib.indexOf("\n@", 1)))});`),
      ],
    }),
    await growth(
      "references",
      "a reference ten times as long",
      () => parseReference("Ames C. Lead in pipes. ".repeat(400)),
      () => parseReference("Ames C. Lead in pipes. ".repeat(4000)),
    ),
  ];
}

const run = (program: string): unknown =>
  execFileSync(process.execPath, ["--input-type=module", "-e", program], { cwd: root });
