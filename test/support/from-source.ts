/**
 * How tests run the program from its source. V8 of Node 20 compiles a pattern for the second time when it is used for
 * the second time, and now and then one of the loader's then jumps into nothing (SIGSEGV); compiled once, it does not.
 */
export const fromSource: readonly string[] = ["--no-regexp-tier-up", "--import", import.meta.resolve("tsx")];
