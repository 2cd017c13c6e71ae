/**
 * Markdown and Word documents against pandoc, where that is installed. pandoc is a program and pays its start each
 * time; the documents are long, so that the start does not decide.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDocument } from "../../../../core/read/index.ts";
import { programVersion } from "../installed.ts";
import { longText } from "../material.ts";
import { plain, type Row, time, versus } from "../measure.ts";

/** Returns the rows. */
export async function documentRows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "footing-bench-"));
  const megabyte = 1_000_000;
  const markdown = longText(megabyte / 10)
    .replace(/\[(\d+)\]\./g, "[^$1].")
    .replace(/^\[(\d+)\] (.*)$/gm, "[^$1]: $2\n");
  const file = join(folder, "long.md");
  writeFileSync(file, markdown);
  const amount = markdown.length / megabyte;
  const read = async (name: string): Promise<void> => {
    const result = await readDocument(readFileSync(join(folder, name)), { name });
    if (!result.ok) throw new Error(`bench: ${name}: ${result.problem.message}`);
  };
  const what = (format: string): string =>
    `${format} with footnotes to a document, against the syntax tree alone`;
  try {
    if (programVersion("pandoc") === null) {
      await read("long.md");
      const rate = (amount / (await time(() => read("long.md")))) * 1000;
      return [plain("documents", what("Markdown"), "readDocument", rate, "MB/s", "pandoc is not installed")];
    }
    execFileSync("pandoc", [file, "-o", join(folder, "long.docx")]);
    const rows: Row[] = [];
    for (const [format, name] of [
      ["Markdown", "long.md"],
      ["Word", "long.docx"],
    ] as const)
      rows.push(
        await versus({
          part: "documents",
          what: what(format),
          amount,
          unit: "MB of text",
          // The peer's work is done in another process: here the clock on the wall counts.
          clock: "wall",
          rounds: 3,
          ours: ["readDocument", () => read(name)],
          peer: [
            "pandoc",
            () => execFileSync("pandoc", [join(folder, name), "-t", "json", "-o", join(folder, "out.json")]),
          ],
        }),
      );
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
