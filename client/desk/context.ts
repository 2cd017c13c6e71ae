/** Gives the panes the desk of the document that is open. */
import { createContext, useContext } from "react";
import { useDesk } from "../state/store.ts";
import type { Desk } from "./desk.ts";
import { type Question, questionOf } from "./emphasis.ts";

export interface Opened {
  /** The server's id of the document. */
  readonly id: string;
  readonly desk: Desk;
}

export const OpenedDocument = createContext<Opened | null>(null);

/** Returns the open document. Throws outside of one. */
export function useOpened(): Opened {
  const opened = useContext(OpenedDocument);
  if (!opened) throw new Error("useOpened: no document is open here");
  return opened;
}

/** Returns what happens under the sources withdrawn now. */
export function useQuestion(): Question {
  const { desk } = useOpened();
  return useDesk((state) => questionOf(desk, state.without));
}
