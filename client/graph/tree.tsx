/**
 * A tree with one tab stop: up and down move, right and left open and close, Enter selects and, on what is selected
 * already, goes on to the inspector; W withdraws the source.
 */
import { type JSX, type KeyboardEvent, memo, type SyntheticEvent, useRef, useState } from "react";
import { useOpened } from "../desk/context.ts";
import { withdrawOrRestore } from "../parts/withdraw.ts";
import { formatSelection } from "../state/address.ts";
import { goToPane } from "../state/panes.ts";
import { hover, select, useDesk } from "../state/store.ts";
import type { Item } from "./evidence-items.ts";

interface Props {
  readonly id: string;
  readonly name: string;
  readonly items: readonly Item[];
}

const itemSelector = "[role=treeitem]";

const itemOf = (element: Element | null | undefined): HTMLElement | null =>
  element?.closest<HTMLElement>(itemSelector) ?? null;

export function Tree({ id, name, items }: Props): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(null);
  const here = items.some((i) => i.id === focused || i.children.some((c) => c.id === focused));
  const stop = here ? focused : (items[0]?.id ?? null);

  const toggle = (item: string, open: boolean): void => {
    const next = new Set(closed);
    if (open) next.delete(item);
    else next.add(item);
    setClosed(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const item = event.target instanceof Element ? itemOf(event.target) : null;
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    if (step(root.current, item, event.key, toggle)) event.preventDefault();
  };
  return (
    <section>
      <h3 id={`${id}-name`}>{name}</h3>
      {items.length === 0 && <p className="hint">None to show.</p>}
      <div
        ref={root}
        role="tree"
        tabIndex={-1}
        aria-labelledby={`${id}-name`}
        onKeyDown={onKeyDown}
        onFocus={(event) => setFocused(itemOf(event.target)?.id ?? null)}
        onPointerLeave={() => hover(null)}
      >
        {items.map((item, i) => (
          <TreeItem
            key={item.id}
            item={item}
            place={i + 1}
            size={items.length}
            open={!closed.has(item.id)}
            stop={stop}
          />
        ))}
      </div>
    </section>
  );
}

/** Does what the key means on the item; returns false when it means nothing here. */
function step(
  root: HTMLElement | null,
  item: HTMLElement,
  key: string,
  toggle: (id: string, open: boolean) => void,
): boolean {
  const rows = [...(root?.querySelectorAll<HTMLElement>(itemSelector) ?? [])].filter(
    (row) => !row.parentElement?.closest("[hidden]"),
  );
  const at = rows.indexOf(item);
  const expanded = item.getAttribute("aria-expanded");
  const focus = (row: HTMLElement | null | undefined): true => {
    row?.focus();
    return true;
  };
  switch (key) {
    case "ArrowDown":
      return focus(rows[at + 1]);
    case "ArrowUp":
      return focus(rows[at - 1]);
    case "Home":
      return focus(rows[0]);
    case "End":
      return focus(rows.at(-1));
    case "ArrowRight":
      if (expanded === "false") toggle(item.id, true);
      else if (expanded === "true") focus(rows[at + 1]);
      return true;
    case "ArrowLeft":
      if (expanded === "true") toggle(item.id, false);
      else focus(itemOf(item.parentElement));
      return true;
    case "Enter":
    case " ":
      item.click();
      return true;
    default:
      return false;
  }
}

interface TreeItemProps {
  readonly item: Item;
  readonly place: number;
  readonly size: number;
  readonly open: boolean;
  /** The item that is the tree's tab stop. */
  readonly stop: string | null;
}

const TreeItem = memo(function TreeItem({ item, place, size, open, stop }: TreeItemProps): JSX.Element {
  const own = formatSelection(item.selection);
  const selected = useDesk(({ selection }) => selection !== null && formatSelection(selection) === own);
  const { children } = item;
  const choose = (event: SyntheticEvent): void => {
    event.stopPropagation();
    const byKey = event.nativeEvent instanceof MouseEvent && event.nativeEvent.detail === 0;
    if (selected && byKey) goToPane("inspector");
    else select(item.selection);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears the keys for all its items
    <div
      role="treeitem"
      id={item.id}
      className="tree-item"
      tabIndex={item.id === stop ? 0 : -1}
      aria-level={item.level}
      aria-posinset={place}
      aria-setsize={size}
      aria-selected={selected}
      aria-expanded={children.length > 0 ? open : undefined}
      data-standing={item.standing}
      data-source={item.work?.ref}
      onClick={choose}
      onPointerOver={(event) => {
        event.stopPropagation();
        hover(item.selection);
      }}
    >
      <Row item={item} />
      {children.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: the group of a tree is no set of fields
        <div role="group" hidden={!open}>
          {children.map((child, i) => (
            <TreeItem
              key={child.id}
              item={child}
              place={i + 1}
              size={children.length}
              open={false}
              stop={stop}
            />
          ))}
        </div>
      )}
    </div>
  );
});

function Row({ item }: { readonly item: Item }): JSX.Element {
  const { desk } = useOpened();
  const { work } = item;
  return (
    <div className="tree-row">
      <span className="tree-mark" aria-hidden="true" />
      <span className="tree-name">{item.name}</span>
      {item.words && <span className="tree-words">{item.words}</span>}
      <span className="tree-facts">
        {item.facts.map((fact, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two citations may say the same
          <span key={i}>{fact}</span>
        ))}
      </span>
      {work && (
        <button
          type="button"
          className="quiet"
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation();
            withdrawOrRestore(desk, work);
          }}
        >
          {item.standing === "gone" ? "Restore" : "Withdraw"}
        </button>
      )}
    </div>
  );
}
