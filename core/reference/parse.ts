/** One raw reference, or a list of them, into CSL-JSON. */
import type { ParsedReference } from "../model.ts";
import { parseAncient } from "./ancient.ts";
import { parseArchival } from "./archival.ts";
import { assemble } from "./assemble.ts";
import { observe } from "./features.ts";
import { parseFrench } from "./french.ts";
import { parseInterview } from "./interview.ts";
import { parseItalian } from "./italian.ts";
import { parseLegal } from "./legal.ts";
import { leanTo, leastSure } from "./list.ts";
import { type Decoded, decode } from "./model/decode.ts";
import { referenceModel } from "./model/load.ts";
import { parseOfficial } from "./official.ts";
import { parsePortuguese } from "./portuguese.ts";
import { parsePress } from "./press.ts";
import { LABELS, type Segment } from "./segment.ts";
import { seriesOf, withSeries } from "./series.ts";
import { parseSpanish } from "./spanish.ts";
import { type Tokens, tokenize } from "./tokens.ts";

const RULE = "sequence-model";

/**
 * Returns what the words of one raw reference say, with a span and a confidence for each field; fields that the
 * string does not show are absent. Never throws. Time linear in length, bounded by `MAX_TOKENS`. `cited`: a note names
 * a page behind these words.
 */
export function parseReference(raw: string, cited = false): ParsedReference {
  return byGrammar(raw) ?? inSeries(raw, cited) ?? assemble(raw, segment(raw), RULE, cited);
}

function inSeries(raw: string, cited: boolean): ParsedReference | null {
  const series = seriesOf(raw);
  return series && withSeries(raw, assemble(series.rest, segment(series.rest), RULE, cited), series);
}

/** What is printed by strict rules is read by rules, wherever its lines end. */
function byGrammar(printed: string): ParsedReference | null {
  const raw = printed.replace(/[\r\n]/g, " ");
  return (
    parseAncient(raw)?.reference ??
    parseLegal(raw) ??
    parseInterview(raw) ??
    parseArchival(raw) ??
    parsePress(raw) ??
    parsePortuguese(raw) ??
    parseFrench(raw) ??
    parseItalian(raw) ??
    parseSpanish(raw) ??
    parseOfficial(raw)
  );
}

/** An entry this sure is not read again. */
const SETTLED = 0.97;

/**
 * Returns the references of one list in order. Entries of one list lend each other evidence: unsure ones are read
 * again with the order of parts that the sure ones show, and a dash in the place of the names repeats those of the
 * entry before.
 */
export function parseReferences(list: readonly string[]): ParsedReference[] {
  const model = referenceModel();
  const entries = list.map((raw) => {
    const known = byGrammar(raw) ?? inSeries(raw, false);
    const tokens = tokenize(raw);
    const seen = known ? null : observe(tokens);
    return { raw, known, tokens, seen, read: seen ? decode(model, seen) : null };
  });
  const leaning = leanTo(
    model,
    entries.flatMap((e) => (e.read ? [e.read] : [])),
  );
  const out: ParsedReference[] = [];
  for (const { raw, known, tokens, seen, read } of entries) {
    const again = leaning && seen && read && leastSure(read) < SETTLED ? decode(leaning, seen) : read;
    const reference = known ?? assemble(raw, segments(tokens, again!), RULE);
    out.push(repeatAuthors(raw, reference, out[out.length - 1]));
  }
  return out;
}

/** A dash in the place of the names: "———. Title", "— — —, Title", "______." */
const SAME_AUTHOR = /^\s*(?:(?:[–—―_-]\s?){2,12}[.,:]?|[—―_]{1,3}[.,])\s/u;

function repeatAuthors(
  raw: string,
  read: ParsedReference,
  before: ParsedReference | undefined,
): ParsedReference {
  const dash = SAME_AUTHOR.exec(raw);
  if (!dash || read.csl.author !== undefined || before?.csl.author === undefined) return read;
  const span = { start: 0, end: dash[0].trimEnd().length };
  const basis = { rule: "same-author-dash", confidence: "likely", spans: [span] } as const;
  return {
    ...read,
    csl: { ...read.csl, author: before.csl.author },
    authorsTruncated: before.authorsTruncated,
    evidence: [{ field: "author", ...span, basis }, ...read.evidence],
  };
}

/** Returns the labelled stretches of the string: they cover its tokens and do not overlap. */
export function segment(raw: string): Segment[] {
  const tokens = tokenize(raw);
  return segments(tokens, decode(referenceModel(), observe(tokens)));
}

function segments(tokens: Tokens, { states, sure }: Decoded): Segment[] {
  const out: Segment[] = [];
  let start = 0;
  let least = 1;
  for (let i = 0; i < tokens.count; i++) {
    least = Math.min(least, sure[i]!);
    // An inside state goes on with its own label: only a begin is a border.
    if (i + 1 < tokens.count && states[i + 1]! % 2 === 1) continue;
    out.push({
      label: LABELS[states[i]! >> 1]!,
      start: tokens.start[start]!,
      end: tokens.end[i]!,
      confidence: least,
    });
    start = i + 1;
    least = 1;
  }
  return out;
}
