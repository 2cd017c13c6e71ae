/**
 * The one way in: bytes to `Document`, or one clear problem. Chooses the reader by content and loads it when it
 * is needed, so that importing this file stays light. Does no input or output.
 */
import type { Csl, Format } from "../model.ts";
import { createBudget, type ReadLimits } from "./limits.ts";
import { type ReadProblem, type ReadResult, Refusal } from "./problem.ts";
import { type BibliographyFile, type Reader, toDocument } from "./reading.ts";
import { sniff } from "./sniff.ts";

export type { ReadLimits } from "./limits.ts";
export { defaultLimits } from "./limits.ts";
export type { ReadProblem, ReadProblemCode, ReadResult } from "./problem.ts";
export type { BibliographyFile } from "./reading.ts";

export interface ReadOptions {
  /** The file's name without its folder. Breaks ties only; kept in the document. */
  readonly name?: string | null;
  /** Reads the bytes as this format, whatever they look like. */
  readonly format?: Format;
  /** Bibliographies beside the document: the bytes of `.bib` or CSL-JSON files, first file first. */
  readonly bibliography?: readonly BibliographyFile[];
  readonly limits?: Partial<ReadLimits>;
}

/**
 * Returns the document in `bytes`, or why it cannot be read. Never throws on bad input. Time and memory grow
 * linearly with the bytes and are bounded by `limits`.
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  const name = options.name ?? null;
  try {
    const budget = createBudget(options.limits);
    const { limits } = budget;
    if (bytes.length === 0) throw new Refusal("empty", "The file is empty.", "Bring a file with text in it.");
    if (bytes.length > limits.bytes) {
      throw new Refusal(
        "too-large",
        `The file has ${bytes.length} bytes; at most ${limits.bytes} are read.`,
        "Split the document into parts and read them one by one.",
      );
    }
    const format = options.format ?? sniff(bytes, name);
    const bibliography = await readBibliographies(options.bibliography ?? []);
    if (format === "text") {
      const { readText } = await import("./text.ts");
      const document = readText(bytes, name);
      budget.checkCharacters(document.text.length);
      refuseBlank(document.text);
      const all = [...document.bibliography, ...bibliography];
      return { ok: true, document: all.length > 0 ? { ...document, bibliography: all } : document };
    }
    const read = await loadReader(format);
    const reading = await read({ bytes, budget, bibliography });
    refuseBlank(reading.text);
    return { ok: true, document: toDocument(reading, bytes, format, name) };
  } catch (error) {
    return { ok: false, problem: toProblem(error) };
  }
}

async function loadReader(format: Exclude<Format, "text">): Promise<Reader> {
  switch (format) {
    case "markdown":
      return (await import("./markdown/index.ts")).readMarkdown;
    case "html":
      return (await import("./html/index.ts")).readHtml;
    case "jats":
      return (await import("./jats/index.ts")).readJats;
    case "wikitext":
      return (await import("./wikitext/index.ts")).readWikitext;
    case "docx":
      return (await import("./docx/index.ts")).readDocx;
    case "pdf":
      return (await import("./pdf/index.ts")).readPdf;
    default:
      return format satisfies never;
  }
}

async function readBibliographies(files: readonly BibliographyFile[]): Promise<readonly Csl[]> {
  if (files.length === 0) return [];
  const { readBibliography } = await import("./bibliography.ts");
  return files.flatMap(readBibliography);
}

function refuseBlank(text: string): void {
  if (/\S/.test(text)) return;
  throw new Refusal("empty", "The file holds no words.", "Bring a file with text in it.");
}

/** A reader that breaks on a damaged file is a defect of ours, yet the user gets a sentence and no crash. */
function toProblem(error: unknown): ReadProblem {
  if (error instanceof Refusal) return error.problem;
  const deep = error instanceof RangeError;
  return {
    code: deep ? "too-deep" : "damaged",
    message: deep
      ? "The file is nested too deeply or too large to read."
      : `The file is damaged: ${error instanceof Error ? error.message : String(error)}`,
    remedy: "Save the document again from the program that made it, or bring it in another format.",
    at: null,
  };
}
