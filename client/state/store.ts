/** What the panes share: the address (kept in the URL), what is hovered, and which pane shows where not all fit. */
import { create } from "zustand";
import { type Filter, toggled } from "../desk/filter.ts";
import {
  type Address,
  type Camera,
  formatAddress,
  library,
  type Place,
  parseAddress,
  roundCamera,
  type Selection,
  type View,
} from "./address.ts";

/** `table` is a drawer at the bottom where there is room, and a tab where there is not. */
export type PaneName = "text" | "graph" | "inspector" | "table";

export interface DeskState extends Address {
  readonly hover: Selection | null;
  readonly pane: PaneName;
  /** Whether the audit table's drawer is open. */
  readonly table: boolean;
  /** Parts of the address that were not understood. */
  readonly unknown: readonly string[];
}

const start = parseAddress(location.hash) ?? { address: library, unknown: [] };

export const useDesk = create<DeskState>()(() => ({
  ...start.address,
  unknown: start.unknown,
  hover: null,
  pane: "text",
  table: false,
}));

/** The page was opened by its bare address: the library then steps aside for its only document, once. */
const arrival = { bare: location.hash === "" };

/** Returns whether the page was opened by its bare address and nobody has gone anywhere yet. */
export const cameBare = (): boolean => arrival.bare;

const { getState, setState } = useDesk;
export const deskState = getState;

const sameSelection = (a: Selection | null, b: Selection | null): boolean =>
  a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b));

/** Selects in all panes; null clears. */
export function select(selection: Selection | null): void {
  if (!sameSelection(getState().selection, selection)) setState({ selection, hover: null });
}

/** Lights up what the pointer or the focus is on, without selecting it. */
export function hover(selection: Selection | null): void {
  if (!sameSelection(getState().hover, selection)) setState({ hover: selection });
}

export const setView = (view: View): void => setState({ view });
export const showPane = (pane: PaneName): void =>
  setState(({ table }) => ({ pane, table: table || pane === "table" }));
export const closeTable = (): void =>
  setState(({ pane }) => ({ table: false, pane: pane === "table" ? "text" : pane }));
export const forgetUnknown = (): void => setState({ unknown: [] });

/** Withdraws the source, or restores it when it is withdrawn. A question: it is never saved as a verdict. */
export function toggleWithout(key: string): void {
  const { without } = getState();
  setState({ without: without.includes(key) ? without.filter((k) => k !== key) : [...without, key] });
}

/** Sets the filter, or takes it back when it is set. */
export const toggleFilter = (filter: Filter): void =>
  setState(({ filters }) => ({ filters: toggled(filters, filter) }));

export const setFilters = (filters: readonly Filter[]): void => setState({ filters });

/** Remembers where the camera is; null for the whole picture. */
export function setCamera(camera: Camera | null): void {
  const next = camera && roundCamera(camera);
  if (JSON.stringify(getState().camera) !== JSON.stringify(next)) setState({ camera: next });
}

export const restoreAll = (): void => setState({ without: [] });

/** Goes to the library or to a document; what was selected there before is forgotten. */
export function go(place: Place): void {
  arrival.bare = false;
  setState({ ...library, place, hover: null, pane: "text", unknown: [] });
}

/**
 * Keeps the URL and the state the same, both ways. Another document is a new entry of the browser's history;
 * everything else replaces the entry, so that Back leaves the document. Returns the function that stops it.
 */
export function syncAddress(): () => void {
  const unsubscribe = useDesk.subscribe((state, before) => {
    const hash = formatAddress(state);
    if (hash === location.hash || (hash === "#/" && location.hash === "")) return;
    const moved = JSON.stringify(state.place) !== JSON.stringify(before.place);
    if (moved) history.pushState(null, "", hash);
    else history.replaceState(null, "", hash);
  });
  const read = (): void => {
    const parsed = parseAddress(location.hash);
    if (!parsed || formatAddress(parsed.address) === formatAddress(getState())) return;
    setState({ ...parsed.address, unknown: parsed.unknown, hover: null });
  };
  addEventListener("popstate", read);
  addEventListener("hashchange", read);
  return () => {
    unsubscribe();
    removeEventListener("popstate", read);
    removeEventListener("hashchange", read);
  };
}
