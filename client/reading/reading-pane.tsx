/** The reading pane: the document's own text, unchanged, with its claims and markers, and the notes below. */
import { type JSX, useEffect, useMemo, useRef } from "react";
import { useOpened } from "../desk/context.ts";
import { claimOf, workOf } from "../desk/emphasis.ts";
import { later } from "../parts/later.tsx";
import type { Selection } from "../state/address.ts";
import { deskState, hover, select, useDesk } from "../state/store.ts";
import { DocumentText } from "./document-text.tsx";
import { EndNotes } from "./end-notes.tsx";
import { flow } from "./flow.ts";
import { useGrowing } from "./growing.ts";
import { jumpToMarker, jumpToNote, reveal } from "./jump.ts";

const NoteCard = later(async () => (await import("./note-card.tsx")).NoteCard);

/** From so many paragraphs on, those out of sight are not set until they come near. */
const longText = 300;
/** A long text comes in so many parts at a time; a short one at once. */
const atATime = 60;

export function ReadingPane(): JSX.Element {
  const { desk } = useOpened();
  const { analysis } = desk;
  const parts = useMemo(() => flow(analysis), [analysis]);
  const root = useRef<HTMLElement>(null);
  const isLong = parts.length > longText;
  const count = useGrowing(parts, isLong ? atATime : parts.length, atATime);
  const whole = count === parts.length;
  const seen = useMemo(() => (whole ? parts : parts.slice(0, count)), [parts, whole, count]);
  usePointing(root);
  useFollowing(root, count);
  usePrinting(root);
  return (
    <article
      ref={root}
      className="document"
      data-long={isLong}
      lang={analysis.document.language ?? undefined}
    >
      <DocumentText text={analysis.document.text} parts={seen} isLong={isLong} />
      {whole && <EndNotes />}
      <NoteCard pane={root} />
    </article>
  );
}

/** Clicks and hovering on claims, markers and back-links, heard once for the whole text. */
function usePointing(root: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const pane = root.current;
    if (!pane) return;
    const stop = new AbortController();
    const { signal } = stop;
    const closest = (event: Event, selector: string): HTMLElement | null =>
      event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
    pane.addEventListener(
      "click",
      (event) => {
        const link = closest(event, "[data-marker], [data-back]");
        if (link) {
          event.preventDefault();
          const { marker, back } = link.dataset;
          const note = link.getAttribute("href")?.match(/^#note-(.+)$/)?.[1];
          if (back) jumpToMarker(back);
          else if (marker && note) jumpToNote(note);
        }
        const claim = closest(event, "[data-claim]")?.dataset.claim;
        if (claim && getSelection()?.isCollapsed !== false) select({ kind: "claim", claim });
      },
      { signal },
    );
    pane.addEventListener(
      "pointerover",
      (event) => {
        const claim = closest(event, "[data-claim], [data-chip]");
        const ref = claim?.dataset.claim ?? claim?.dataset.chip;
        hover(ref ? { kind: "claim", claim: ref } : null);
      },
      { signal },
    );
    pane.addEventListener("pointerleave", () => hover(null), { signal });
    return () => stop.abort();
  }, [root]);
}

/** Scrolls the text to what another pane selected, as soon as so much of the text is there. */
function useFollowing(root: React.RefObject<HTMLElement | null>, count: number): void {
  const { desk } = useOpened();
  const selection = useDesk((state) => state.selection);
  const followed = useRef<Selection | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is selected may stand in what has come
  useEffect(() => {
    if (followed.current === selection) return;
    const claim =
      claimOf(desk, selection) ?? desk.claimById.get(workOf(desk, selection)?.edges[0]?.claim ?? "");
    const element = claim && root.current?.querySelector(`[id="claim-${CSS.escape(claim.id)}"]`);
    if (!element || deskState().selection !== selection) return;
    followed.current = selection;
    reveal(element);
  }, [desk, selection, root, count]);
}

/** Paper has no folds to open. */
function usePrinting(root: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const unfold = (): void => {
      for (const fold of root.current?.querySelectorAll("details") ?? []) fold.open = true;
    };
    addEventListener("beforeprint", unfold);
    return () => removeEventListener("beforeprint", unfold);
  }, [root]);
}
