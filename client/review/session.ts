/** What this session wrote, for undo and redo without an end. Undoing writes an event; nothing is taken away. */
import { create } from "zustand";
import type { DocumentId } from "../../core/model.ts";

export interface Act {
  /** The version it was written on. */
  readonly document: DocumentId;
  /** In words: "supports on claim 1.3, Weber 2008". */
  readonly label: string;
  /** The last event of the chain: the one itself, its undo, the undo of that. */
  readonly head: string;
}

interface Session {
  readonly done: readonly Act[];
  readonly undone: readonly Act[];
}

export const useSession = create<Session>()(() => ({ done: [], undone: [] }));

/** Remembers something new; what was undone before cannot be redone any more. */
export const remember = (act: Act): void =>
  useSession.setState(({ done }) => ({ done: [...done, act], undone: [] }));

/** Moves the last act of this document over; `head` is the event that undid or redid it. */
export function move(from: "done" | "undone", act: Act, head: string): void {
  useSession.setState((session) => {
    const to = from === "done" ? "undone" : "done";
    return {
      ...session,
      [from]: session[from].filter((a) => a !== act),
      [to]: [...session[to], { ...act, head }],
    };
  });
}

export const last = (from: "done" | "undone", document: DocumentId): Act | undefined =>
  useSession.getState()[from].findLast((act) => act.document === document);
