/** Review: the words, the events and what they come to. Safe for the browser. */
export * from "./events.ts";
export * from "./state.ts";
export * from "./words.ts";
