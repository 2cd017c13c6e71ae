/** The strip that says what is filtered: a chip for each filter, how much is shown, and the way back to all of it. */
import type { JSX } from "react";
import { useOpened } from "../desk/context.ts";
import type { Filter } from "../desk/filter.ts";
import { useShown } from "../desk/shown.ts";
import { count } from "../desk/words.ts";
import { Icon } from "../parts/icon.tsx";
import { announce } from "../state/announce.ts";
import { setFilters, toggleFilter, useDesk } from "../state/store.ts";
import { kindNames, valueText } from "./words.ts";

export function clearFilters(): void {
  setFilters([]);
  announce("No filter; everything is shown.");
}

export function FilterBar(): JSX.Element | null {
  const { desk } = useOpened();
  const filters = useDesk((state) => state.filters);
  const shown = useShown();
  if (!shown) return null;
  const words =
    shown.claims.size + shown.sources.size === 0
      ? "No match"
      : `${shown.claims.size} of ${count(desk.claims.length, "claim")} on ${count(shown.sources.size, "source")}`;
  return (
    <section className="filter-bar" aria-label="Filters">
      <p role="status">{words}</p>
      <ul>
        {filters.map((filter) => (
          <Chip key={`${filter.kind}:${filter.value}`} filter={filter} />
        ))}
      </ul>
      <button type="button" className="button small" onClick={clearFilters}>
        Clear
      </button>
    </section>
  );
}

function Chip({ filter }: { readonly filter: Filter }): JSX.Element {
  const { desk } = useOpened();
  const text = valueText(desk, filter);
  return (
    <li>
      <button type="button" className="filter-chip" onClick={() => toggleFilter(filter)}>
        <span className="filter-kind">{kindNames[filter.kind]}</span>{" "}
        <span className="filter-value">{text}</span>
        <span className="unseen">, take this filter away</span>
        <Icon name="close" />
      </button>
    </li>
  );
}
