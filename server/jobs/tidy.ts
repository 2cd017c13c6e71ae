/** Tidies the library up when no document comes in: what many imports have left in pieces is found more slowly. */
import type { Logger } from "pino";
import { type Background, createBackground } from "./background.ts";
import type { Importer } from "./importer.ts";

/** Returns what tidies up. An import goes first: the next look goes on. */
export const createTidy = (importer: Importer, log: Logger): Background =>
  createBackground({
    portion: async () => importer.load().working === 0 && (await importer.tidy()),
    failure: "the library was not tidied up",
    log,
  });
