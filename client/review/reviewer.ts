/** Who reviews here: the name beside the verdicts, chosen once, and whether the others' verdicts are hidden. */
import { create } from "zustand";
import { keep, kept } from "../state/kept.ts";

const nameKey = "footing.reviewer";
const blindKey = "footing.blind";

interface ReviewerState {
  /** Null until it was chosen. */
  readonly name: string | null;
  readonly blind: boolean;
  /** Where accounts are on, the name is the account's and is not asked for. */
  readonly account: boolean;
  /** What waits for the name. */
  readonly asking: ((name: string | null) => void) | null;
}

export const useReviewer = create<ReviewerState>()(() => ({
  name: kept(nameKey),
  blind: kept(blindKey) === "yes",
  account: false,
  asking: null,
}));

/** Returns the reviewer's name, asking for it the first time; null when the reviewer would not say. */
export function reviewerName(): Promise<string | null> {
  const { name, asking } = useReviewer.getState();
  if (name !== null) return Promise.resolve(name);
  // Asked already: what was pressed meanwhile is not put down twice.
  if (asking) return Promise.resolve(null);
  return new Promise((resolve) => useReviewer.setState({ asking: resolve }));
}

/** Opens the dialog again, to change the name for what comes. */
export const askForName = (): void => useReviewer.setState({ asking: () => {} });

/** Answers the question for the name. */
export function answerName(name: string | null): void {
  const { asking } = useReviewer.getState();
  const chosen = name?.trim().slice(0, 100) || null;
  if (chosen !== null) setName(chosen);
  useReviewer.setState({ asking: null });
  asking?.(chosen);
}

/** Sets the name, as chosen or as the server says it. */
export function setName(name: string): void {
  keep(nameKey, name);
  useReviewer.setState({ name });
}

/** Takes the account's name, which the server writes beside what it records. */
export const setAccount = (name: string): void => useReviewer.setState({ name, account: true });

export function setBlind(blind: boolean): void {
  keep(blindKey, blind ? "yes" : null);
  useReviewer.setState({ blind });
}
