/** Checks the documents of the library again when its retraction list has changed. */
import type { Logger } from "pino";
import type { Retractions } from "../store/retractions/types.ts";
import { type Background, createBackground } from "./background.ts";
import type { Importer } from "./importer.ts";

export interface RecheckOptions {
  readonly retractions: Retractions;
  readonly importer: Importer;
  readonly log: Logger;
}

/** Documents in one transaction. */
const portion = 16;

/** Returns what checks the documents again. */
export const createRecheck = ({ retractions, importer, log }: RecheckOptions): Background =>
  createBackground({
    due: async () => (await retractions.checking()).waiting > 0,
    portion: async () => (await importer.recheck(portion)) > 0,
    failure: "documents were not checked against the retraction list",
    log,
  });
