/** The buttons that decide about two sources, each naming the pair, and what is said when another was faster. */
import { type JSX, useRef } from "react";
import { DecidedMeanwhile, type Decision, type Merge, useDecide } from "../api/merges.ts";
import { toast } from "../state/announce.ts";
import { deciderName } from "./decider.ts";
import { doneText, meanwhileText } from "./words.ts";

interface Choice {
  readonly decision: Decision;
  readonly label: string;
}

const choices: Readonly<Record<Merge["state"], readonly Choice[]>> = {
  proposed: [
    { decision: "accept", label: "One work" },
    { decision: "refuse", label: "Two works" },
  ],
  accepted: [{ decision: "undo", label: "Split" }],
  refused: [{ decision: "undo", label: "Undo" }],
};

/** Returns what an error of a decision says to the reviewer. */
export const failureText = (error: Error): string =>
  error instanceof DecidedMeanwhile ? meanwhileText(error) : error.message;

interface Props {
  readonly merge: Merge;
  /** Says what came of it; a toast where no dialog lies over it. */
  readonly say?: (text: string) => void;
}

export function DecideButtons({ merge, say = toast }: Props): JSX.Element {
  const { mutateAsync, isPending } = useDecide();
  const row = useRef<HTMLDivElement>(null);
  const decide = async (decision: Decision): Promise<void> => {
    const reviewer = await deciderName();
    if (reviewer === null) return;
    const home = row.current?.closest<HTMLElement>("[data-merges]");
    try {
      await mutateAsync({ merge, decision, reviewer });
      say(doneText[decision]);
    } catch (error) {
      say(failureText(error as Error));
    }
    // The button goes with its row; whoever works by keyboard goes on from the list.
    home?.focus({ preventScroll: true });
  };
  const pair = `${merge.a.source.label} and ${merge.b.source.label}`;
  return (
    <div className="actions" ref={row}>
      {choices[merge.state].map(({ decision, label }) => (
        <button
          key={decision}
          type="button"
          className="button small"
          aria-label={`${label}: ${pair}`}
          disabled={isPending}
          onClick={() => void decide(decision)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
