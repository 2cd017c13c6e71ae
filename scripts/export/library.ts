/** The documents of a library in one format: their sources in one file, or a file for each document. */
import { existsSync, mkdirSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { Source } from "../../core/model.ts";
import { proposeMerges } from "../../core/resolve/across.ts";
import { withCorrections } from "../../core/review/index.ts";
import type { LibraryDocument } from "../../server/take-away.ts";
import { InputError } from "../cli/errors.ts";
import { output } from "../cli/files.ts";
import { keyedSources } from "../cli/keyed.ts";
import { footingPackage } from "../cli/package.ts";
import { plural } from "../cli/page.ts";
import type { Target } from "./written.ts";

export interface LibraryCall {
  readonly target: Target;
  readonly data: string;
  /** Ids or file names; all documents when empty. */
  readonly documents: readonly string[];
  readonly output: string | undefined;
}

/** Writes what the library holds. Throws an `InputError` for a library or a document that is not there. */
export async function exportLibrary({ target, data, documents, output: path }: LibraryCall): Promise<void> {
  if (!existsSync(data))
    throw new InputError(`${data}: no such library`, "footing import --data FILE makes one.");
  const { openToRead } = await import("../../server/take-away.ts");
  const library = await openToRead(data);
  try {
    const chosen = wanted(library.documents(), documents);
    if (target.ofSources) await together(chosen, target, path);
    else await eachInItsFile(chosen, target, path, documents.length === 1);
  } finally {
    await library.close();
  }
}

/** Passes on the documents named, and throws at the end for a name that named none. */
async function* wanted(
  all: AsyncIterable<LibraryDocument>,
  names: readonly string[],
): AsyncGenerator<LibraryDocument> {
  const unseen = new Set(names);
  for await (const document of all) {
    const { id, name } = document.summary;
    if (names.length > 0 && !names.includes(id) && !(name !== null && names.includes(name))) continue;
    unseen.delete(id);
    if (name !== null) unseen.delete(name);
    yield document;
  }
  const [missing] = unseen;
  if (missing !== undefined) throw new InputError(`the library has no document "${missing}"`);
}

/**
 * One file of all sources. Works with one DOI are one entry, the first description of it; whether others are one
 * work is for a person to say, so they stay apart. Pinpoints are left out: a claim's number means nothing here.
 */
async function together(
  documents: AsyncIterable<LibraryDocument>,
  target: Target,
  path: string | undefined,
): Promise<void> {
  const placed: { document: string; source: Source }[] = [];
  for await (const { summary, analysis, reviewed } of documents) {
    const { sources } = withCorrections(analysis, (await reviewed()).corrections);
    placed.push(...sources.map((source) => ({ document: summary.id, source })));
  }
  const doubles = new Set<string>();
  const at = (document: string, source: string): string => `${document} ${source}`;
  for (const { members, confidence } of proposeMerges(placed))
    if (confidence === "certain")
      for (const { document, source } of members.slice(1)) doubles.add(at(document, source));
  const kept = placed.filter(({ document, source }) => !doubles.has(at(document, source.id)));
  const sources = keyedSources(kept.map(({ source }) => source));
  output(await target.writeSources({ sources, statements: [], edges: [] }), path);
}

async function eachInItsFile(
  documents: AsyncIterable<LibraryDocument>,
  target: Target,
  path: string | undefined,
  one: boolean,
): Promise<void> {
  if (path === undefined && !one)
    throw new InputError(
      "this format takes one document a file",
      "Name a folder with -o, or one document with --document.",
    );
  const taken = new Set<string>();
  if (!one) mkdirSync(path!, { recursive: true });
  for await (const { summary, analysis, original, reviewed } of documents) {
    const written = await target.write({
      ...analysis,
      ...(await reviewed()),
      version: footingPackage.version,
      date: summary.importedAt.slice(0, 10),
      original: await original(),
    });
    if (one) {
      output(written, path);
      continue;
    }
    const file = freeName(summary.name ?? summary.id, target.extension, taken);
    output(written, join(path!, file));
    process.stderr.write(`${file}\n`);
  }
  if (!one) process.stderr.write(`${plural(taken.size, "document")} → ${path}\n`);
}

/** A file name of the document's own stem that no other document of this run has. */
function freeName(name: string, extension: string, taken: Set<string>): string {
  const stem = basename(name, extname(name)).replace(/[/\\:*?"<>|\p{Cc}]/gu, "-") || "document";
  let free = `${stem}.${extension}`;
  for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${stem}-${n}.${extension}`;
  taken.add(free.toLowerCase());
  return free;
}
