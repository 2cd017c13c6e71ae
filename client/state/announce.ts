/** Says what happened: to screen readers through one polite live region, and to all as a short toast where asked. */
import { create } from "zustand";

export interface Said {
  readonly text: string;
  /** Counts up, so that the same words said twice are read twice. */
  readonly turn: number;
  readonly toast: boolean;
}

export const useSaid = create<Said>()(() => ({ text: "", turn: 0, toast: false }));

/** Says `text` to screen readers. */
export const announce = (text: string): void =>
  useSaid.setState(({ turn }) => ({ text, turn: turn + 1, toast: false }));

/** Says `text` to everyone. */
export const toast = (text: string): void =>
  useSaid.setState(({ turn }) => ({ text, turn: turn + 1, toast: true }));
