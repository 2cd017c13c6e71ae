/**
 * A tree with one tab stop: up and down move, right and left open and close, Enter selects and, on what is selected
 * already, goes on to the inspector; W withdraws the source. Of many rows only those near the screen are set.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type JSX,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { hover, useDesk } from "../state/store.ts";
import type { Outline } from "./evidence-items.ts";
import { openRows, type Row, type Rows } from "./rows.ts";
import { TreeRow } from "./tree-row.tsx";

interface Props {
  readonly id: string;
  readonly name: string;
  readonly outline: Outline;
  readonly scroller: HTMLElement | null;
}

/** Up to so many rows all are set: they can be found in the page and read from end to end. */
const mostSet = 400;
/** PageUp and PageDown go by so many rows. */
const page = 12;

export function Tree({ id, name, outline, scroller }: Props): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState(0);
  const [rows, isClosed] = useMemo(() => {
    const test = (i: number): boolean => closed.size > 0 && closed.has(outline.idOf(i));
    return [openRows(outline, test), test] as const;
  }, [outline, closed]);
  const windowed = rows.count > mostSet;
  const stop = Math.min(focused, Math.max(0, rows.count - 1));
  const top = useOffset(root, scroller);
  const virtual = useVirtualizer({
    count: rows.count,
    enabled: windowed,
    getScrollElement: () => scroller,
    estimateSize: (row) => rows.heights[row]!,
    overscan: 8,
    scrollMargin: top,
  });
  const wanted = useRef<number | null>(null);
  const goTo = (row: number): void => {
    const next = Math.max(0, Math.min(rows.count - 1, row));
    wanted.current = next;
    setFocused(next);
    if (windowed) virtual.scrollToIndex(next, { align: "auto" });
    focusRow(root.current, next);
  };
  // A row that was not set yet is focused when it comes.
  useLayoutEffect(() => {
    if (wanted.current !== null && focusRow(root.current, wanted.current)) wanted.current = null;
  });
  useFollowing(outline, rows, setFocused, (row) => {
    if (windowed) virtual.scrollToIndex(row, { align: "auto" });
    else rowElement(root.current, row)?.scrollIntoView({ block: "nearest" });
  });
  const toggle = (i: number, open: boolean): void => {
    const next = new Set(closed);
    if (open) next.delete(outline.idOf(i));
    else next.add(outline.idOf(i));
    setClosed(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    if (!(target instanceof HTMLElement) || !target.matches("[role=treeitem]")) return;
    const at = Number(target.dataset.index);
    if (step(event, rows, outline, at, isClosed, goTo, toggle)) event.preventDefault();
  };
  const drawn = windowed
    ? virtual.getVirtualItems().map(({ index, start }) => ({ index, offset: start - top }))
    : Array.from({ length: rows.count }, (_, index) => ({ index, offset: null }));
  return (
    <section>
      <h3 id={`${id}-name`}>{name}</h3>
      {rows.count === 0 && <p className="hint">None to show.</p>}
      <div
        ref={root}
        role="tree"
        tabIndex={-1}
        aria-labelledby={`${id}-name`}
        className="tree"
        data-windowed={windowed}
        style={windowed ? { blockSize: virtual.getTotalSize() } : undefined}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const index = event.target.closest<HTMLElement>("[role=treeitem]")?.dataset.index;
          if (index !== undefined) setFocused(Number(index));
        }}
        onPointerLeave={() => hover(null)}
      >
        {drawn.map(({ index, offset }) => {
          const { i, child } = rows.at(index);
          return (
            <TreeRow
              key={child === null ? outline.idOf(i) : `${outline.idOf(i)}-${child}`}
              ref={windowed ? virtual.measureElement : undefined}
              outline={outline}
              index={index}
              i={i}
              child={child}
              open={!isClosed(i)}
              stop={index === stop}
              offset={offset}
            />
          );
        })}
      </div>
    </section>
  );
}

const rowElement = (root: HTMLElement | null, row: number): HTMLElement | null =>
  root?.querySelector<HTMLElement>(`[data-index="${row}"]`) ?? null;

function focusRow(root: HTMLElement | null, row: number): boolean {
  const element = rowElement(root, row);
  element?.focus();
  return element !== null;
}

/** Returns how far the tree stands below the top of what scrolls. */
function useOffset(root: RefObject<HTMLElement | null>, scroller: HTMLElement | null): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const element = root.current;
    if (!element || !scroller) return;
    const { top: outer } = scroller.getBoundingClientRect();
    const now = element.getBoundingClientRect().top - outer + scroller.scrollTop;
    if (Math.abs(now - top) > 0.5) setTop(now);
  });
  return top;
}

/** Brings what another pane selected into sight, and makes it the tab stop. */
function useFollowing(
  outline: Outline,
  rows: Rows,
  setFocused: (row: number) => void,
  show: (row: number) => void,
): void {
  const selection = useDesk((state) => state.selection);
  const latest = useRef({ outline, rows, show });
  useLayoutEffect(() => {
    latest.current = { outline, rows, show };
  });
  useEffect(() => {
    const { current } = latest;
    const place = selection && current.outline.placeOf(selection);
    if (!place) return;
    const row = current.rows.indexOf({ i: place[0], child: place[1] });
    setFocused(row);
    current.show(row);
  }, [selection, setFocused]);
}

/** Does what the key means on the row; returns false when it means nothing here. */
function step(
  { key, target }: KeyboardEvent,
  rows: Rows,
  outline: Outline,
  at: number,
  isClosed: (i: number) => boolean,
  goTo: (row: number) => void,
  toggle: (i: number, open: boolean) => void,
): boolean {
  const { i, child }: Row = rows.at(at);
  const parent = child === null && outline.sizes[i]! > 0;
  switch (key) {
    case "ArrowDown":
      goTo(at + 1);
      return true;
    case "ArrowUp":
      goTo(at - 1);
      return true;
    case "PageDown":
      goTo(at + page);
      return true;
    case "PageUp":
      goTo(at - page);
      return true;
    case "Home":
      goTo(0);
      return true;
    case "End":
      goTo(rows.count - 1);
      return true;
    case "ArrowRight":
      if (parent && isClosed(i)) toggle(i, true);
      else if (parent) goTo(at + 1);
      return true;
    case "ArrowLeft":
      if (child !== null) goTo(rows.indexOf({ i, child: null }));
      else if (parent && !isClosed(i)) toggle(i, false);
      return true;
    case "Enter":
    case " ":
      (target as HTMLElement).click();
      return true;
    default:
      return false;
  }
}
