/** What is dropped or pasted anywhere on the page. */
import { useEffect, useEffectEvent } from "react";

const inField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, [contenteditable]") !== null;

/** Says when files are over the page and when they have left it, and hands over those that are let go. */
export function usePageDrop(drag: (over: boolean) => void, take: (transfer: DataTransfer) => void): void {
  const onDrag = useEffectEvent(drag);
  const onDrop = useEffectEvent(take);
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
        if (event.dataTransfer) onDrop(event.dataTransfer);
      },
      { signal },
    );
    return () => stop.abort();
  }, []);
}

/** Hands over text that is pasted outside a field. */
export function usePagePaste(take: (text: string) => void): void {
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
