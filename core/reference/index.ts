/** The reference parser's public functions. */
export { parseReference, parseReferences } from "./parse.ts";
export { splitReferences } from "./split.ts";
