/** Collects the candidates of every marker style from the running text, before it is known which style it has. */
import type { Document, MarkerStyle, Span } from "../../model.ts";
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
  readonly key: readonly Candidate[];
}

/** Returns the candidates of every style that has a shape of its own. Linear. */
export function collectCandidates(document: Document, fields: readonly Field[]): Candidates {
  const { text } = document;
  const loud = fields.filter((f) => !f.quiet);
  const each = (
    among: readonly Field[],
    find: (text: string, span: Span) => Candidate[],
    sign: RegExp | null,
  ): Candidate[] => {
    const found: Candidate[] = [];
    for (const field of sign ? fieldsWith(text, among, sign) : among) {
      for (const candidate of find(text, field)) found.push(candidate);
    }
    return found;
  };
  // Where the format marks superscripts, digits that are not raised are no markers.
  const runs = document.hints.filter((hint) => hint.kind === "superscript").sort((a, b) => a.start - b.start);
  const raised = findRaisedRuns(text, loud, runs);
  const digits = raised.filter((c) => c.style === "superscript");
  const symbols = raised.filter((c) => c.style === "symbol");
  return {
    numeric: [
      { style: "bracket", found: each(fields, findBrackets, /\[/g) },
      { style: "unicode-superscript", found: each(fields, findRaised, /[¹²³⁰⁴-⁹]/g) },
      { style: "superscript", found: digits.length > 0 ? digits : each(loud, findGlued, null) },
      { style: "parenthesis", found: each(loud, findParentheses, /\(/g) },
    ],
    raised: digits.length > 0,
    caret: each(fields, findCarets, /\[\^/g),
    symbol: symbols.length > 0 ? symbols : each(loud, findSymbols, /[*†‡§‖¶#]/g),
    key: each(fields, findKeys, /@/g),
  };
}

/** Returns the fields in which the sign stands that no candidate of a style is without. Both sorted; linear. */
function fieldsWith(text: string, fields: readonly Field[], sign: RegExp): Field[] {
  const found: Field[] = [];
  let at = -1;
  for (const field of fields) {
    if (at < field.start) {
      sign.lastIndex = field.start;
      at = sign.exec(text)?.index ?? text.length;
    }
    if (at < field.end) found.push(field);
  }
  return found;
}
