/**
 * The card that shows a note where its marker stands: on hover or focus, itself hoverable, closed by Esc, never over
 * the marker. One card serves all markers, by listening on the pane.
 */
import { Popover } from "radix-ui";
import { type JSX, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Marker } from "../../core/model.ts";
import { useOpened } from "../desk/context.ts";
import type { Desk } from "../desk/desk.ts";
import { CitationText } from "../parts/citation.tsx";
import { jumpToNote } from "./jump.ts";

const openAfter = 140;
const closeAfter = 220;

interface Shown {
  readonly marker: Marker;
  readonly element: HTMLElement;
}

const markerAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-marker]") : null;

/** Opens and closes the card for the markers inside `pane`. Returns what is shown, and the function that closes it. */
function useShown(
  pane: RefObject<HTMLElement | null>,
  desk: Desk,
): [Shown | null, () => void, HoverHandlers] {
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef(0);
  const later = useCallback((delay: number, act: () => void): void => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(act, delay);
  }, []);
  useEffect(() => {
    const root = pane.current;
    if (!root) return;
    const stop = new AbortController();
    const listen = (name: keyof HTMLElementEventMap, act: (event: Event) => void): void =>
      root.addEventListener(name, act, { signal: stop.signal });
    const show = (element: HTMLElement): void => {
      const marker = desk.markerById.get(element.dataset.marker ?? "");
      if (marker) setShown({ marker, element });
    };
    listen("pointerover", (event) => {
      const element = markerAt(event.target);
      if (element && (event as PointerEvent).pointerType !== "touch") later(openAfter, () => show(element));
    });
    listen("pointerout", (event) => {
      if (markerAt(event.target)) later(closeAfter, () => setShown(null));
    });
    listen("focusin", (event) => {
      const element = markerAt(event.target);
      if (element?.matches(":focus-visible")) later(0, () => show(element));
    });
    listen("focusout", (event) => {
      if (markerAt(event.target)) later(0, () => setShown(null));
    });
    // The card comes behind the text: who points already is answered all the same.
    const already = root.querySelector<HTMLElement>("[data-marker]:hover, [data-marker]:focus-visible");
    if (already) later(openAfter, () => show(already));
    return () => {
      stop.abort();
      clearTimeout(timer.current);
    };
  }, [pane, desk, later]);
  const close = (): void => {
    clearTimeout(timer.current);
    setShown(null);
  };
  return [
    shown,
    close,
    {
      onPointerEnter: () => clearTimeout(timer.current),
      onPointerLeave: () => later(closeAfter, () => setShown(null)),
    },
  ];
}

interface HoverHandlers {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
}

export function NoteCard({ pane }: { readonly pane: RefObject<HTMLElement | null> }): JSX.Element | null {
  const { desk } = useOpened();
  const [shown, close, handlers] = useShown(pane, desk);
  if (!shown) return null;
  const keep = (event: Event): void => event.preventDefault();
  return (
    <Popover.Root open onOpenChange={(open) => !open && close()}>
      <Popover.Anchor virtualRef={{ current: shown.element }} />
      <Popover.Content
        className="note-card"
        role="group"
        aria-label="Note"
        side="top"
        sideOffset={9}
        collisionPadding={12}
        onOpenAutoFocus={keep}
        onCloseAutoFocus={keep}
        {...handlers}
      >
        <CardText desk={desk} marker={shown.marker} close={close} />
      </Popover.Content>
    </Popover.Root>
  );
}

interface CardProps {
  readonly desk: Desk;
  readonly marker: Marker;
  readonly close: () => void;
}

function CardText({ desk, marker, close }: CardProps): JSX.Element {
  const { text } = desk.analysis.document;
  const notes = marker.notes.flatMap((id) => desk.noteById.get(id) ?? []);
  if (notes.length === 0) return <CitedWorks desk={desk} marker={marker} />;
  return (
    <>
      {notes.map((note) => (
        <p key={note.id}>
          {note.label !== null && <b>{note.label}</b>} {text.slice(note.bodyStart, note.bodyEnd)}{" "}
          <button
            type="button"
            className="quiet"
            tabIndex={-1}
            onClick={() => {
              close();
              jumpToNote(note.id);
            }}
          >
            Jump to note
          </button>
        </p>
      ))}
    </>
  );
}

/** For markers that cite by themselves: (Brew et al., 2010). */
function CitedWorks({ desk, marker }: Pick<CardProps, "desk" | "marker">): JSX.Element {
  const items = desk.itemsByMarker.get(marker.id) ?? [];
  return (
    <>
      {items.map(({ id, resolution }) => {
        const work = resolution.kind === "resolved" ? desk.workById.get(resolution.source) : undefined;
        if (!work) return <p key={id}>Not resolved to a source.</p>;
        return (
          <p key={id}>
            <CitationText source={work.source} />
          </p>
        );
      })}
    </>
  );
}
