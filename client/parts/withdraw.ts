/** Withdrawing a source from any pane: toggles it and says what follows. */
import type { Desk, Work } from "../desk/desk.ts";
import { questionOf } from "../desk/emphasis.ts";
import { questionSentence } from "../desk/words.ts";
import { announce } from "../state/announce.ts";
import { deskState, restoreAll, toggleWithout } from "../state/store.ts";

/** Withdraws the source or restores it, and announces what falls. */
export function withdrawOrRestore(desk: Desk, work: Work): void {
  toggleWithout(work.ref);
  const question = questionOf(desk, deskState().without);
  announce(
    question.works.length > 0
      ? questionSentence(desk, question)
      : `${work.source.label} restored. Nothing is withdrawn.`,
  );
}

export function resetWithdrawal(): void {
  restoreAll();
  announce("Nothing is withdrawn.");
}
