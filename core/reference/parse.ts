/** One raw reference, or a list of them, into CSL-JSON. */
import type { ParsedReference } from "../model.ts";
import { parseArchival } from "./archival.ts";
import { assemble } from "./assemble.ts";
import { observe } from "./features.ts";
import { parseLegal } from "./legal.ts";
import { decode } from "./model/decode.ts";
import { referenceModel } from "./model/load.ts";
import { LABELS, type Segment } from "./segment.ts";
import { tokenize } from "./tokens.ts";

/**
 * Returns what the words of one raw reference say, with a span and a confidence for each field; fields that the
 * string does not show are absent. Never throws. Time linear in length, bounded by `MAX_TOKENS`.
 */
export function parseReference(raw: string): ParsedReference {
  return parseLegal(raw) ?? parseArchival(raw) ?? assemble(raw, segment(raw), "sequence-model");
}

/** Returns the references of one list in order; entries of one list may lend each other evidence. */
export function parseReferences(list: readonly string[]): ParsedReference[] {
  return list.map(parseReference);
}

/** Returns the labelled stretches of the string: they cover its tokens and do not overlap. */
export function segment(raw: string): Segment[] {
  const tokens = tokenize(raw);
  const { states, sure } = decode(referenceModel(), observe(tokens));
  const out: Segment[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const state = states[i]!;
    const last = out[out.length - 1];
    if (state % 2 === 1 && last) {
      out[out.length - 1] = { ...last, end: tokens.end[i]!, confidence: Math.min(last.confidence, sure[i]!) };
    } else {
      out.push({
        label: LABELS[state >> 1]!,
        start: tokens.start[i]!,
        end: tokens.end[i]!,
        confidence: sure[i]!,
      });
    }
  }
  return out;
}
