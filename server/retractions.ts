/** Bytes as a retraction list: what it would say of the library, or the library's list from now on. */
import { createHash } from "node:crypto";
import { readRetractions } from "../core/audit/retractions.ts";
import { usableRows } from "./store/retractions/list.ts";
import type { ReadList, RetractionPreview, RetractionState } from "./store/retractions/types.ts";
import type { Store } from "./store/store.ts";

/** Who brings it in, when, and in the place of which revision. */
export type MadeList = Parameters<Store["retractions"]["use"]>[1];

/** What is asked of a list's bytes. */
export type ListWork =
  | { readonly kind: "preview"; readonly bytes: Uint8Array }
  | { readonly kind: "use"; readonly bytes: Uint8Array; readonly made: MadeList };

/** What each comes to. */
export interface ListAnswers {
  readonly preview: RetractionPreview;
  readonly use: RetractionState;
}

export type ListResult<K extends keyof ListAnswers = keyof ListAnswers> =
  | { readonly ok: true; readonly answer: ListAnswers[K] }
  /** What is wrong with the file, as a sentence. */
  | { readonly ok: false; readonly message: string };

type ReadResult =
  | { readonly ok: true; readonly list: ReadList }
  | { readonly ok: false; readonly message: string };

function readList(bytes: Uint8Array): ReadResult {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = readRetractions(buffer.toString("utf8"), createHash("sha256").update(buffer).digest("hex"));
  if (!read.ok) return { ok: false, message: `The file ${read.message}.` };
  const list = { facts: read.facts, rows: read.rows, bytes: buffer.length };
  return usableRows(list).length > 0
    ? { ok: true, list }
    : { ok: false, message: "The file has no row that names a paper." };
}

/** Says what the list knows of the library's sources. A file that is no list is a result. */
export async function previewList(store: Store, bytes: Uint8Array): Promise<ListResult<"preview">> {
  const read = readList(bytes);
  return read.ok ? { ok: true, answer: await store.retractions.preview(read.list) } : read;
}

/** Makes it the library's list. A file that is no list is a result, and changes nothing. */
export async function takeList(store: Store, bytes: Uint8Array, made: MadeList): Promise<ListResult<"use">> {
  const read = readList(bytes);
  return read.ok ? { ok: true, answer: await store.retractions.use(read.list, made) } : read;
}

/** Reads the list, and does with it what is asked. */
export function workOnList(store: Store, work: ListWork): Promise<ListResult> {
  switch (work.kind) {
    case "preview":
      return previewList(store, work.bytes);
    case "use":
      return takeList(store, work.bytes, work.made);
    default:
      return work satisfies never;
  }
}
