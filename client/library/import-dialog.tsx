/** Bringing a document in: choose or drop a file, or paste a text. Dropping and pasting work anywhere on the page. */
import { type ChangeEvent, type JSX, useEffect, useEffectEvent, useId, useState } from "react";
import { type Added, type Incoming, useImport } from "../api/library.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";
import { toast } from "../state/announce.ts";
import { go } from "../state/store.ts";

interface Props {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
}

const inField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, [contenteditable]") !== null;

export function ImportDialog({ open, setOpen }: Props): JSX.Element {
  const [text, setText] = useState("");
  const [dragging, setDragging] = useState(false);
  const { mutate, reset, error, isPending } = useImport();
  const form = useId();

  const bring = (incoming: Incoming): void => {
    mutate(incoming, {
      onSuccess: (added) => {
        setOpen(false);
        setText("");
        show(added);
      },
    });
  };
  const bringFile = (found: File | undefined): void => {
    if (found) bring({ kind: "file", name: found.name, bytes: found });
  };
  usePageDrop((over) => {
    setDragging(over);
    if (over) setOpen(true);
  }, bringFile);
  usePagePaste((pasted) => {
    reset();
    setText(pasted);
    setOpen(true);
  });

  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="Import a document">
      <div className="drop" data-dragging={dragging}>
        <Icon name="import" />
        <p>Drop a file here, or anywhere on the page</p>
        <label className="button primary">
          Choose a file
          <input
            type="file"
            className="unseen"
            accept=".txt,.md,.html,.htm,.docx,.pdf,.xml,text/*"
            onChange={(event: ChangeEvent<HTMLInputElement>) => {
              bringFile(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
        </label>
      </div>
      <label className="field" htmlFor={`${form}-text`}>
        or paste the text
      </label>
      <textarea
        id={`${form}-text`}
        rows={6}
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder="With its markers and notes, as it stands on the page"
      />
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={text.trim() === "" || isPending}
          onClick={() => bring({ kind: "text", text })}
        >
          Add the text
        </button>
        {isPending && <span className="hint">Reading…</span>}
      </div>
      {error && <Failure error={error} />}
    </Dialog>
  );
}

function show({ document, created }: Added): void {
  const name = document.title ?? document.name ?? "The text";
  toast(
    created
      ? `${name}: ${document.counts.claims} claims, ${document.counts.sources} sources`
      : `${name} is already in the library`,
  );
  go({ kind: "document", id: document.id });
}

/** A file dropped anywhere opens the dialog while it is over the page, and is brought in when let go. */
function usePageDrop(drag: (over: boolean) => void, bring: (file: File | undefined) => void): void {
  const onDrag = useEffectEvent(drag);
  const onDrop = useEffectEvent(bring);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
    addEventListener(
      "dragover",
      (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        onDrag(true);
      },
      { signal },
    );
    addEventListener(
      "dragleave",
      (event) => {
        if (event.relatedTarget === null) onDrag(false);
      },
      { signal },
    );
    addEventListener(
      "drop",
      (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        onDrag(false);
        onDrop(event.dataTransfer?.files[0]);
      },
      { signal },
    );
    return () => stop.abort();
  }, []);
}

/** Text pasted outside a field opens the dialog with it. */
function usePagePaste(take: (text: string) => void): void {
  const onText = useEffectEvent(take);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (inField(event.target) || text.trim() === "") return;
      event.preventDefault();
      onText(text);
    };
    addEventListener("paste", onPaste);
    return () => removeEventListener("paste", onPaste);
  }, []);
}
