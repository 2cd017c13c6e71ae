/**
 * Has each pattern compiled once. V8 interprets a pattern the first time and compiles it at the second; of the some
 * hundred large patterns of an analysis nearly all are used again, and doing both takes a third of a short document's time.
 */
import { setFlagsFromString } from "node:v8";

setFlagsFromString("--no-regexp-tier-up");
