/** The reference parser's public functions. */
export { parseReference, parseReferences } from "./parse.ts";
export { asPrinted } from "./printed.ts";
export { splitReferences } from "./split.ts";
