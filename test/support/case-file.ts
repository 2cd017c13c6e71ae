/** Reads case files: a first line of purpose, then `=== title`, input, a line of dots, expected outline. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export interface Case {
  readonly file: string;
  readonly title: string;
  readonly input: string;
  readonly expected: string;
}

const FOLDER = resolve(import.meta.dirname, "../cases");

/** Returns the cases of a folder under test/cases, in order of file and place. */
export function readCases(folder: string): Case[] {
  return readdirSync(join(FOLDER, folder))
    .filter((file) => file.endsWith(".case"))
    .sort()
    .flatMap((file) =>
      readFileSync(join(FOLDER, folder, file), "utf8")
        .split(/^=== /m)
        .slice(1)
        .map((chunk) => {
          const [title = "", ...rest] = chunk.split("\n");
          const [input = "", expected = ""] = rest.join("\n").split(/^\.{3}\n/m);
          return { file, title: title.trim(), input: input.trimEnd(), expected: expected.trimEnd() };
        }),
    );
}
