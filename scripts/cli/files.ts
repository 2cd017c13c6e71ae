/** Reading what a command is given and writing what it makes: files, standard input, standard output. */
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { Document } from "../../core/model.ts";
import type { BibliographyFile } from "../../core/read/index.ts";
import { InputError } from "./errors.ts";

export interface InputFile {
  readonly bytes: Uint8Array;
  /** Null for standard input. */
  readonly name: string | null;
  readonly bibliography: readonly BibliographyFile[];
}

function reason(path: string, error: unknown): InputError {
  const code = (error as { code?: string }).code;
  if (code === "ENOENT") return new InputError(`${path}: no such file`);
  if (code === "EISDIR") return new InputError(`${path}: is a folder, not a file`);
  if (code === "EACCES" || code === "EPERM") return new InputError(`${path}: permission denied`);
  return new InputError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw reason(path, error);
  }
}

const asFile = (path: string): BibliographyFile => ({ name: basename(path), bytes: bytesOf(path) });

/**
 * Returns the bytes of a file, or of standard input for "-", with the bibliographies named and the one that lies
 * beside it under the same name (`text.bib`, `text.ris`, `text.csl.json`).
 */
export async function readInput(path: string, bibliographies: readonly string[] = []): Promise<InputFile> {
  const named = bibliographies.map(asFile);
  if (path === "-") return { bytes: await buffer(process.stdin), name: null, bibliography: named };
  const bytes = bytesOf(path);
  const stem = join(dirname(path), basename(path, extname(path)));
  const beside = [`${stem}.bib`, `${stem}.ris`, `${stem}.csl.json`].filter(
    (p) => p !== path && existsSync(p),
  );
  const unnamed = beside.filter((p) => !bibliographies.some((b) => join(b) === p));
  return { bytes, name: basename(path), bibliography: [...named, ...unnamed.map(asFile)] };
}

/** Returns the document of a file, or throws with the reader's reason and remedy. */
export async function readDocumentFile(path: string, bibliographies?: readonly string[]): Promise<Document> {
  return documentIn(path, await readInput(path, bibliographies));
}

/** Returns the document of an input that was read from `path`, or throws as `readDocumentFile` does. */
export async function documentIn(path: string, { bytes, ...options }: InputFile): Promise<Document> {
  const { readDocument } = await import("../../core/read/index.ts");
  const result = await readDocument(bytes, options);
  if (result.ok) return result.document;
  const { message, remedy, at } = result.problem;
  const place = at === null ? "" : ` (at ${at})`;
  throw new InputError(`${path === "-" ? "standard input" : path}: ${message}${place}`, remedy);
}

/**
 * Writes the text to a file whole or not at all: to a neighbour first, then renamed over it. A target that is no
 * plain file (`/dev/stdout`, a pipe) is written straight.
 */
export function writeWhole(path: string, text: string | Uint8Array): void {
  const special = existsSync(path) && !statSync(path).isFile();
  const target = special ? path : join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(target, text);
    if (!special) renameSync(target, path);
  } catch (error) {
    if (!special) rmSync(target, { force: true });
    throw reason(path, error);
  }
}

/** Writes to the file when one is named, else to standard output. */
export function output(text: string | Uint8Array, path: string | undefined): void {
  if (path === undefined || path === "-") process.stdout.write(text);
  else writeWhole(path, text);
}
