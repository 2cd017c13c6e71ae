/** How the graph is shown, beside what the address keeps: for as long as the page is open. */
import { create } from "zustand";

/** Above so many nodes the picture opens in groups. */
export const groupedFrom = 20_000;

export interface GraphView {
  /** A row of notes stands between claims and sources. */
  readonly notes: boolean;
  /** A large document is drawn in groups. */
  readonly grouped: boolean;
}

export const useGraphView = create<GraphView>()(() => ({ notes: false, grouped: true }));

export const toggleNotes = (): void => useGraphView.setState(({ notes }) => ({ notes: !notes }));
export const setGrouped = (grouped: boolean): void => useGraphView.setState({ grouped });
