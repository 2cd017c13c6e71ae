/** Hands the files of a source to a bulk import, a few at a time: memory holds one portion, however long the list. */
import { createHash } from "node:crypto";
import type { Imports, NewItem } from "../store/imports/types.ts";
import { Hopeless, type SourceDocument } from "./sources/file.ts";

/** A portion is written as one transaction when it has this many documents or bytes. */
const portion = { documents: 32, bytes: 8 * 1024 * 1024 };

export interface CollectOptions {
  readonly maxBytes: number;
  /** Called before each portion; may wait until readers have caught up, and throw to stop. */
  readonly before?: () => Promise<void>;
  /** Called after each portion with what it held. */
  readonly after?: (documents: number, bytes: number) => void;
}

async function newItem(document: SourceDocument, maxBytes: number): Promise<NewItem> {
  const { name } = document;
  try {
    const bytes = await document.read(maxBytes);
    const bibliography = [];
    for (const file of document.bibliography) {
      bibliography.push({
        name: file.name.slice(file.name.lastIndexOf("/") + 1),
        bytes: await file.read(maxBytes),
      });
    }
    const hash = createHash("sha256").update(bytes).digest("hex");
    return { name, hash, incoming: { bytes, bibliography } };
  } catch (error) {
    if (!(error instanceof Hopeless)) throw error;
    return { name, hash: "", incoming: { bytes: new Uint8Array() }, problem: error.problem };
  }
}

/** Collects the documents that the import does not have yet, by name. Throws what the store throws. */
export async function collect(
  imports: Imports,
  id: string,
  documents: readonly SourceDocument[],
  { maxBytes, before, after }: CollectOptions,
): Promise<void> {
  const there = await imports.names(id);
  let items: NewItem[] = [];
  let bytes = 0;
  const flush = async () => {
    await imports.collect(id, items);
    after?.(items.length, bytes);
    items = [];
    bytes = 0;
  };
  for (const document of documents) {
    if (there.has(document.name)) continue;
    if (items.length === 0) await before?.();
    const item = await newItem(document, maxBytes);
    items.push(item);
    bytes += item.incoming.bytes.byteLength;
    if (items.length >= portion.documents || bytes >= portion.bytes) await flush();
  }
  if (items.length > 0) await flush();
}
