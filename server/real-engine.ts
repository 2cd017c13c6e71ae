/** The engine that serves: the readers and the analysis of core. */
import { analyse } from "../core/analyse.ts";
import { readDocument } from "../core/read/index.ts";
import type { Engine } from "./engine.ts";

/** Returns the engine under the version that is kept with every analysis. */
export const realEngine = (version: string): Engine => ({ version, read: readDocument, analyse });
