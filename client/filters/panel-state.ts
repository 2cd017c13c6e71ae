/** Whether the panel of filters is open: the key F and its button both say so. */
import { create } from "zustand";

export const useFilterPanel = create<{ readonly open: boolean }>()(() => ({ open: false }));

export const setFilterPanel = (open: boolean): void => useFilterPanel.setState({ open });
export const toggleFilterPanel = (): void => useFilterPanel.setState(({ open }) => ({ open: !open }));
