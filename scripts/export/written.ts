/** One document in the format asked for: one of ours by name, or a reference list in a citation style of the user's. */
import { readFile } from "node:fs/promises";
import { exportFormats, type SourcesInput, sourceFormats } from "../../core/bib/formats.ts";
import type { ExportInput, Selection } from "../../core/export/index.ts";
import { InputError } from "../cli/errors.ts";

export interface Target {
  readonly extension: string;
  /** Needs sources alone, so that those of many documents can stand in one file. */
  readonly ofSources: boolean;
  write(input: ExportInput, selection?: Selection): Promise<string | Uint8Array>;
  /** Writes sources that belong to no document. Only where `ofSources`. */
  writeSources(input: SourcesInput): Promise<string>;
}

async function styleTarget(file: string): Promise<Target> {
  const xml = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new InputError(error.code === "ENOENT" ? `${file}: no such file` : `${file}: ${error.message}`);
  });
  const { toBibliography } = await import("../../core/bib/citation-js.ts");
  const write = async (input: SourcesInput, selection?: Selection): Promise<string> => {
    try {
      return toBibliography(input, { style: { xml }, ...selection });
    } catch (error) {
      const reason = error instanceof Error ? error.message.replace(/^toBibliography: /, "") : String(error);
      throw new InputError(
        `${file}: ${reason}`,
        "Styles are at https://github.com/citation-style-language/styles.",
      );
    }
  };
  return { extension: "txt", ofSources: true, write, writeSources: write };
}

/** Returns how to write the format. `to` is the name of one; `style` a CSL file, which goes before it. */
export async function targetOf(to: string, style: string | undefined): Promise<Target> {
  if (style !== undefined) return styleTarget(style);
  const { extension, write } = exportFormats.get(to)!;
  const sources = sourceFormats.get(to);
  return {
    extension,
    ofSources: sources !== undefined,
    write,
    writeSources: (input) => sources!.write(input),
  };
}
