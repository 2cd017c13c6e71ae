/** The words of a filter, for chips and the panel. */
import { verdictWords } from "../../core/review/index.ts";
import type { Desk } from "../desk/desk.ts";
import type { Filter, FilterKind, State } from "../desk/filter.ts";

export const kindNames: Readonly<Record<FilterKind, string>> = {
  state: "Claims",
  verdict: "Verdict",
  rule: "Finding",
  section: "Section",
  source: "Source",
  year: "Year",
  document: "Document",
};

const stateWords: Readonly<Record<State, string>> = {
  direct: "cited directly",
  carried: "carried only",
  uncited: "uncited",
  fallen: "fallen",
};

/** Returns what the filter's value is called: "uncited", "Brew & Davies 2010", "not reviewed". */
export function valueText(desk: Desk, filter: Filter): string {
  switch (filter.kind) {
    case "state":
      return stateWords[filter.value];
    case "verdict":
      return filter.value === "none" ? "not reviewed" : verdictWords[filter.value].label;
    case "rule":
      return filter.value.replaceAll("-", " ");
    case "section":
      return filter.value === "" ? "before the first heading" : filter.value;
    case "source":
      return desk.workByRef.get(filter.value)?.source.label ?? filter.value;
    case "year":
      return filter.value === "none" ? "no date" : filter.value;
    case "document":
      return filter.value;
    default:
      return filter satisfies never;
  }
}
