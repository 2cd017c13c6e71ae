/** Bulk imports as the store keeps them: what was handed in, how far each document has come, what was set aside. */
import type { Incoming } from "../../import.ts";
import type { Page, PageRequest } from "../store.ts";

/** Where an import stands. Documents may be read while others are still "collecting". */
export type ImportState = "collecting" | "working" | "done" | "cancelled";

/**
 * Where one document of it stands: waiting for a reader, taken by one, brought in as a new document, known from
 * before (the same bytes), set aside with its reason, or cancelled.
 */
export type ItemState = "waiting" | "taken" | "created" | "known" | "aside" | "cancelled";

/** Why a document was set aside. */
export interface ItemProblem {
  /** The reader's code, or "inconsistent", "crashed", "faulty", "orphan". */
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

export interface ItemKey {
  readonly import: string;
  /** From 0, in the order of handing in. */
  readonly position: number;
}

export interface ImportItem extends ItemKey {
  /** As it was handed in, with its folder inside the archive: a label only. */
  readonly name: string;
  readonly bytes: number;
  readonly state: ItemState;
  /** How often a reader has taken it. */
  readonly attempts: number;
  readonly document: string | null;
  readonly problem: ItemProblem | null;
}

export interface ImportSummary {
  readonly id: string;
  /** What the person called it: a folder, an archive. */
  readonly name: string;
  readonly state: ImportState;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  /** The account that asked for it, where accounts are on. */
  readonly by: string | null;
  /** What holds it up at the moment, in words: the library cannot be written. Null when nothing does. */
  readonly trouble: string | null;
  readonly documents: {
    readonly total: number;
    readonly waiting: number;
    readonly created: number;
    readonly known: number;
    readonly aside: number;
    readonly cancelled: number;
  };
  readonly bytes: { readonly total: number; readonly done: number };
}

export interface NewImport {
  readonly id: string;
  readonly name: string;
  readonly by: string | null;
  readonly at: string;
  /** Names the same import handed in again by the command line, so that it goes on where it broke off. */
  readonly key: string | null;
  readonly owner: string;
}

export interface NewItem {
  readonly name: string;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly hash: string;
  readonly incoming: Pick<Incoming, "bytes" | "bibliography">;
  /** Set aside from the start. The bytes are not kept then. */
  readonly problem?: ItemProblem;
}

export type Outcome =
  | { readonly state: "created" | "known"; readonly document: string }
  | { readonly state: "aside"; readonly problem: ItemProblem }
  /** To be read again. A stop from outside is no attempt; a document that was too much is one. */
  | { readonly state: "waiting"; readonly attempt: "counts" | "void" };

export interface Imports {
  /** From now on, documents collected here are handed to the job queue. Only where the library has one. */
  handToQueue(): void;
  open(work: NewImport): Promise<ImportSummary>;
  /** The newest import with this key that was neither finished nor cancelled. */
  unfinished(key: string): Promise<ImportSummary | null>;
  /** Adds documents, all or none. Those whose bytes the library has are settled as known at once. */
  collect(id: string, items: readonly NewItem[]): Promise<void>;
  /** Names collected before; grows with the import. */
  names(id: string): Promise<ReadonlySet<string>>;
  /** Nothing more comes. */
  seal(id: string, at: string): Promise<void>;
  /**
   * Takes waiting documents for reading, and counts the attempt. One that was tried twice is taken alone, when
   * nothing else is being read (`idle`) and no others wait: it may be what ended the process.
   */
  take(id: string, limit: number, idle: boolean): Promise<readonly ImportItem[]>;
  /** The document's bytes; null when it is settled or cancelled. */
  payload(item: ItemKey): Promise<Incoming | null>;
  /** Writes what came of a document; does nothing when that is known already. */
  settle(item: ItemKey, outcome: Outcome): Promise<void>;
  /** Ends the import when nothing of it waits any more; true when it has ended. */
  finish(id: string, at: string): Promise<boolean>;
  /** Drops what waits; what was brought in stays. False when it had ended before. */
  cancel(id: string, at: string): Promise<boolean>;
  /** Lets documents that were set aside be read again; returns their number. */
  retry(id: string, owner: string): Promise<number>;
  trouble(id: string, words: string | null): Promise<void>;
  summary(id: string): Promise<ImportSummary | null>;
  /** Newest first. */
  list(page: PageRequest): Promise<Page<ImportSummary>>;
  /** In the order of handing in. */
  items(id: string, state: ItemState | null, page: PageRequest): Promise<Page<ImportItem>>;
  /** Who works on it, and when they last said so. */
  owned(): Promise<
    readonly {
      readonly id: string;
      readonly owner: string;
      readonly state: ImportState;
      readonly key: string | null;
      readonly beat: string;
    }[]
  >;
  /** Makes `owner` the one who works on it, if it is still `from`'s; what was taken waits again. */
  claim(id: string, from: string, owner: string, at: string): Promise<boolean>;
  beat(owner: string, at: string): Promise<void>;
  /** Takes away an import that was never sealed. */
  discard(id: string): Promise<void>;
}
