/** Whether the server answers. Reading goes on without it; a notice says so. */
import { create } from "zustand";

export const useConnection = create<{ readonly reachable: boolean }>()(() => ({ reachable: true }));

export function setReachable(reachable: boolean): void {
  if (useConnection.getState().reachable !== reachable) useConnection.setState({ reachable });
}
