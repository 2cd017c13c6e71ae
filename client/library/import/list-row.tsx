/** A list to check sources against, on its way in: how far it is, what it would say, and the word to use it. */
import { type JSX, useEffect, useState } from "react";
import { type ListPreview, previewList, putList } from "../../api/retractions.ts";
import { Failure } from "../../parts/failure.tsx";
import { toast } from "../../state/announce.ts";
import { listText, onListText } from "../retraction-words.ts";
import { JobHead, JobProgress } from "./job-parts.tsx";
import { megabytes } from "./megabytes.ts";

type Stage =
  | { readonly kind: "sending"; readonly sent: number; readonly total: number }
  | { readonly kind: "reading" }
  | { readonly kind: "found"; readonly preview: ListPreview }
  | { readonly kind: "failed"; readonly error: Error };

interface Props {
  readonly file: File;
  /** Takes it off the dialog; `used` when it is the library's list now. */
  readonly onEnd: (used: boolean) => void;
}

export function ListRow({ file, onEnd }: Props): JSX.Element {
  const [stage, setStage] = useState<Stage>({ kind: "sending", sent: 0, total: file.size });
  const [asked, setAsked] = useState(0);
  const [using, setUsing] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again is a change of `asked` alone
  useEffect(() => {
    const stop = new AbortController();
    const sent = (out: number, total: number): void =>
      setStage(out < total ? { kind: "sending", sent: out, total } : { kind: "reading" });
    const work = async (): Promise<void> => {
      if (!using) {
        const preview = await previewList(file, stop.signal, sent);
        if (!stop.signal.aborted) setStage({ kind: "found", preview });
        return;
      }
      await putList(file, stop.signal, sent);
      toast("Checking the documents against the list");
      onEnd(true);
    };
    setStage({ kind: "sending", sent: 0, total: file.size });
    void work().catch((error: Error) => {
      if (!stop.signal.aborted) setStage({ kind: "failed", error });
    });
    return () => stop.abort();
  }, [file, asked, using]);

  return (
    <section className="job" aria-label="List to check against" data-stage={stage.kind}>
      <JobHead name={file.name} onDrop={() => onEnd(false)} />
      <ListStage
        stage={stage}
        name={file.name}
        onUse={() => setUsing(true)}
        onRetry={() => setAsked((n) => n + 1)}
      />
    </section>
  );
}

interface StageProps {
  readonly stage: Stage;
  readonly name: string;
  readonly onUse: () => void;
  readonly onRetry: () => void;
}

function ListStage({ stage, name, onUse, onRetry }: StageProps): JSX.Element {
  switch (stage.kind) {
    case "sending":
    case "reading": {
      const words =
        stage.kind === "sending"
          ? `Sending ${megabytes(stage.sent)} of ${megabytes(stage.total)}`
          : "Reading the list, and looking the sources of the library up in it";
      return <JobProgress name={name} words={words} sent={stage.kind === "sending" ? stage : null} />;
    }
    case "found":
      return (
        <>
          <p className="job-found">{listText(stage.preview)}</p>
          <p>{onListText(stage.preview.sources)}.</p>
          {stage.preview.known ? (
            <p className="hint">The library is checked against this list already.</p>
          ) : (
            <div className="actions">
              <button type="button" className="button primary" onClick={onUse}>
                Use this list
              </button>
            </div>
          )}
        </>
      );
    case "failed":
      return <Failure error={stage.error} onRetry={onRetry} />;
    default:
      return stage satisfies never;
  }
}
