/** One row of the list: a claim, a source, or a pair below one of them, with what its citations say. */
import { type JSX, memo, type Ref, type SyntheticEvent } from "react";
import { useOpened } from "../desk/context.ts";
import { withdrawOrRestore } from "../parts/withdraw.ts";
import { formatSelection } from "../state/address.ts";
import { goToPane } from "../state/panes.ts";
import { hover, select, useDesk } from "../state/store.ts";
import { useVerdicts } from "../state/verdicts.ts";
import type { Item, Outline } from "./evidence-items.ts";

interface Props {
  readonly outline: Outline;
  /** Its place among the rows that are open. */
  readonly index: number;
  readonly i: number;
  readonly child: number | null;
  readonly open: boolean;
  /** Whether it is the tree's tab stop. */
  readonly stop: boolean;
  /** Its top where only some rows are set. */
  readonly offset: number | null;
  readonly ref?: Ref<HTMLDivElement> | undefined;
}

export const TreeRow = memo(function TreeRow(props: Props): JSX.Element {
  const { outline, index, i, child, open, stop, offset, ref } = props;
  useVerdicts(({ verdictOf }) => outline.verdict(i, child, verdictOf));
  const item = outline.item(i, child);
  const own = formatSelection(item.selection);
  const selected = useDesk(({ selection }) => selection !== null && formatSelection(selection) === own);
  const below = outline.sizes[i]!;
  const choose = (event: SyntheticEvent): void => {
    event.stopPropagation();
    const byKey = event.nativeEvent instanceof MouseEvent && event.nativeEvent.detail === 0;
    if (selected && byKey) goToPane("inspector");
    else select(item.selection);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears the keys for all its rows
    <div
      ref={ref}
      role="treeitem"
      id={item.id}
      className="tree-item"
      tabIndex={stop ? 0 : -1}
      aria-level={item.level}
      aria-posinset={(child ?? i) + 1}
      aria-setsize={child === null ? outline.length : below}
      aria-selected={selected}
      aria-expanded={child === null && below > 0 ? open : undefined}
      data-index={index}
      data-standing={item.standing}
      data-source={item.work?.ref}
      style={offset === null ? undefined : { transform: `translateY(${offset}px)` }}
      onClick={choose}
      onPointerOver={() => hover(item.selection)}
    >
      <Content item={item} />
    </div>
  );
});

function Content({ item }: { readonly item: Item }): JSX.Element {
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
