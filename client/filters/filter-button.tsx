/** The filters to choose from, in a panel under their button; F opens it. */
import { Popover } from "radix-ui";
import { type JSX, useMemo, useState } from "react";
import { useOpened, useQuestion } from "../desk/context.ts";
import { sameFilter } from "../desk/filter.ts";
import { Icon } from "../parts/icon.tsx";
import { toggleFilter, useDesk } from "../state/store.ts";
import { useVerdicts } from "../state/verdicts.ts";
import { clearFilters } from "./filter-bar.tsx";
import { type Option, type OptionGroup, optionGroups } from "./options.ts";
import { setFilterPanel, useFilterPanel } from "./panel-state.ts";

export function FilterButton(): JSX.Element {
  const open = useFilterPanel((state) => state.open);
  return (
    <Popover.Root open={open} onOpenChange={setFilterPanel}>
      <Popover.Trigger className="tool worded" title="Filters (F)">
        <Icon name="filter" />
        <span className="tool-word">Filter</span>
      </Popover.Trigger>
      <Popover.Content
        className="filter-panel"
        align="end"
        sideOffset={4}
        collisionPadding={8}
        aria-label="Filters"
      >
        <Panel />
      </Popover.Content>
    </Popover.Root>
  );
}

/** From so many choices on, a field to find one among them is worth its room. */
const manyOptions = 12;
/** More are found by typing. */
const mostOptions = 100;

function Panel(): JSX.Element {
  const { desk } = useOpened();
  const { fallen } = useQuestion();
  const verdictOf = useVerdicts((state) => state.verdictOf);
  const groups = useMemo(() => optionGroups(desk, { verdictOf, fallen }), [desk, verdictOf, fallen]);
  const filtered = useDesk((state) => state.filters.length > 0);
  const [sought, setSought] = useState("");
  const all = groups.reduce((n, { options }) => n + options.length, 0);
  const words = sought.trim().toLowerCase();
  const left = groups
    .map((group) => ({
      ...group,
      options: group.options.filter((o) => o.text.toLowerCase().includes(words)),
    }))
    .filter(({ options }) => options.length > 0);
  return (
    <>
      <div className="filter-head">
        {all >= manyOptions && (
          <input
            type="search"
            aria-label="Find a filter"
            placeholder="Find a filter"
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
        )}
        <button type="button" className="button small" disabled={!filtered} onClick={clearFilters}>
          Clear
        </button>
      </div>
      <div className="filter-groups">
        {left.map((group) => (
          <Group key={group.kind} group={group} />
        ))}
        {left.length === 0 && <p className="hint">Nothing to filter by.</p>}
      </div>
    </>
  );
}

function Group({ group: { name, options } }: { readonly group: OptionGroup }): JSX.Element {
  return (
    <fieldset className="filter-group">
      <legend>{name}</legend>
      {options.slice(0, mostOptions).map((option) => (
        <Choice key={option.filter.value} option={option} />
      ))}
      {options.length > mostOptions && (
        <p className="hint">{options.length - mostOptions} more: find them by typing.</p>
      )}
    </fieldset>
  );
}

function Choice({ option: { filter, text, count } }: { readonly option: Option }): JSX.Element {
  const checked = useDesk((state) => state.filters.some((f) => sameFilter(f, filter)));
  return (
    <label className="filter-choice">
      <input type="checkbox" checked={checked} onChange={() => toggleFilter(filter)} />
      <span className="filter-text">{text}</span>
      <span className="filter-count">{count}</span>
    </label>
  );
}
