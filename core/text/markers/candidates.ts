/** Collects the candidates of every marker style from the running text, before it is known which style it has. */
import type { Document, MarkerStyle, Span } from "../../model.ts";
import { within, without } from "../spans.ts";
import { findBrackets } from "./bracket.ts";
import type { Candidate } from "./candidate.ts";
import { findCarets, findKeys } from "./key.ts";
import { findParentheses } from "./parenthesis.ts";
import { findRaisedRuns } from "./raised.ts";
import { findGlued } from "./superscript.ts";
import { findSymbols } from "./symbol.ts";
import { findRaised } from "./unicode-superscript.ts";

/** A stretch in which markers are looked for. */
export interface Field extends Span {
  /** Glued digits and symbols mean something else here: a row of a table, the lines of authors and addresses. */
  readonly quiet: boolean;
  /** Its sentences, cut on demand. */
  readonly sentences: () => readonly Span[];
}

/** Candidates by the style they would have, each sorted. */
export interface Candidates {
  readonly numeric: readonly { readonly style: MarkerStyle; readonly found: readonly Candidate[] }[];
  /** The format marks superscripts, so glued digits need no weighing. */
  readonly raised: boolean;
  readonly caret: readonly Candidate[];
  readonly symbol: readonly Candidate[];
  /** Signs anywhere, in the rows of tables and beside the title as well. */
  readonly signs: readonly Candidate[];
  readonly key: readonly Candidate[];
}

/** Returns the candidates of every style that has a shape of its own. Linear. */
export function collectCandidates(document: Document, fields: readonly Field[]): Candidates {
  const { text } = document;
  const loud = fields.filter((f) => !f.quiet);
  const signs = new Map(fields.map((field) => [field, signsIn(text, field)]));
  const literal = document.hints.filter((hint) => hint.kind === "literal").sort((a, b) => a.start - b.start);
  const each = (
    among: readonly Field[],
    find: (text: string, span: Span) => Candidate[],
    sign: number,
  ): Candidate[] => {
    const found: Candidate[] = [];
    for (const field of among) {
      if ((signs.get(field)! & sign) === 0) continue;
      for (const candidate of find(text, field)) found.push(candidate);
    }
    return literal.length > 0 ? without(found, literal) : found;
  };
  // Where the format marks superscripts, digits that are not raised are no markers.
  const runs = document.hints.filter((hint) => hint.kind === "superscript").sort((a, b) => a.start - b.start);
  const raised = findRaisedRuns(text, loud, runs);
  const digits = raised.filter((c) => c.style === "superscript");
  const symbols = raised.filter((c) => c.style === "symbol");
  const glued = each(fields, findSymbols, SYMBOL);
  return {
    numeric: [
      { style: "bracket", found: each(fields, findBrackets, SQUARE) },
      { style: "unicode-superscript", found: each(fields, findRaised, RAISED) },
      { style: "superscript", found: digits.length > 0 ? digits : each(loud, findGlued, DIGIT) },
      { style: "parenthesis", found: each(loud, findParentheses, ROUND) },
    ],
    raised: digits.length > 0,
    caret: each(fields, findCarets, CARET),
    symbol: symbols.length > 0 ? symbols : within(glued, loud),
    signs: glued,
    key: each(fields, findKeys, AT),
  };
}

// Signs that no candidate of a style is without, by the bits that `signsIn` returns.
const SQUARE = 1;
const ROUND = 2;
const DIGIT = 4;
const RAISED = 8;
const SYMBOL = 16;
const AT = 32;
const CARET = 64;

const bits = new Uint8Array(0x10000);
const mark = (signs: string, bit: number): void => {
  for (const sign of signs) bits[sign.charCodeAt(0)] = bit;
};
mark("[", SQUARE);
mark("(", ROUND);
mark("0123456789", DIGIT);
mark("⁰¹²³⁴⁵⁶⁷⁸⁹", RAISED);
mark("*†‡§‖¶#", SYMBOL);
mark("@", AT);
mark("^", CARET);

/** Returns which of the signs stand in the span: one pass for all styles. */
function signsIn(text: string, { start, end }: Span): number {
  let found = 0;
  for (let i = start; i < end; i++) found |= bits[text.charCodeAt(i)]!;
  return found;
}
