/** One raw reference, or a list of them, into CSL-JSON. */
import type { ParsedReference } from "../model.ts";
import { assemble } from "./assemble.ts";
import { segmentByRule } from "./rules.ts";

/**
 * Returns what the words of one raw reference say, with a span and a confidence for each field; fields that the
 * string does not show are absent. Never throws.
 */
export function parseReference(raw: string): ParsedReference {
  return assemble(raw, segmentByRule(raw), "reference-style");
}

/** Returns the references of one list in order; entries of one list may lend each other evidence. */
export function parseReferences(list: readonly string[]): ParsedReference[] {
  return list.map(parseReference);
}
