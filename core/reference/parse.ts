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

/** A dash in the place of the names: "———. Title", "— — —, Title", "______." */
const SAME_AUTHOR = /^\s*(?:(?:[–—―_-]\s?){2,12}[.,:]?|[—―_]{1,3}[.,])\s/u;

/** Returns the references of one list in order; a dash in the place of the names repeats those of the entry before. */
export function parseReferences(list: readonly string[]): ParsedReference[] {
  const out: ParsedReference[] = [];
  for (const raw of list) {
    const read = parseReference(raw);
    const before = out[out.length - 1];
    const dash = SAME_AUTHOR.exec(raw);
    if (!dash || read.csl.author !== undefined || before?.csl.author === undefined) {
      out.push(read);
      continue;
    }
    const span = { start: dash.index, end: dash.index + dash[0].trimEnd().length };
    const basis = { rule: "same-author-dash", confidence: "likely", spans: [span] } as const;
    out.push({
      ...read,
      csl: { ...read.csl, author: before.csl.author },
      authorsTruncated: before.authorsTruncated,
      evidence: [{ field: "author", ...span, basis }, ...read.evidence],
    });
  }
  return out;
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
