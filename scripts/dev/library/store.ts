/** The store, for what fills and measures generated libraries: the one place there that reaches into the server. */
export { openStore } from "../../../server/store/open.ts";
export { fromJson } from "../../../server/store/packed.ts";
export type { Store } from "../../../server/store/store.ts";
