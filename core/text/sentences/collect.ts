/** First pass over a paragraph: where a sentence might end, and which of these places lie inside brackets or quotes. */
import { CLOSE, classAt, classOf, isSpace, isWord, NEWLINE, OPEN, QUOTE, SPECIAL, STOP } from "./chars.ts";

/** A closed pair of brackets or quotation marks that holds candidates `first` to `last` (half-open). */
export interface Enclosure {
  readonly open: number;
  readonly close: number;
  readonly first: number;
  readonly last: number;
  readonly quote: boolean;
}

export interface Candidates {
  /** Offsets of stops, of line ends, bullets and of the bracket of `1)`, in order. */
  readonly at: readonly number[];
  /** Outermost pairs, in order, never overlapping. */
  readonly enclosures: readonly Enclosure[];
}

interface Opened {
  readonly sign: string;
  readonly at: number;
  readonly candidates: number;
}

const partner: Readonly<Record<string, string>> = {
  ")": "(",
  "]": "[",
  "}": "{",
  "”": "“„‟",
  "“": "„",
  "’": "‘‚",
  "»": "«",
  "›": "‹",
  "«": "»",
  "」": "「",
  "』": "『",
  "）": "（",
  "】": "【",
  '"': '"',
  "'": "'`",
};
/** An opening sign is looked for only so deep: unclosed signs must not make the search long. */
const DEPTH = 8;
const MOST_OPEN = 4096;

function opener(stack: readonly Opened[], sign: string): number {
  const wanted = partner[sign];
  if (wanted === undefined) return -1;
  for (let i = stack.length - 1; i >= 0 && i >= stack.length - DEPTH; i--) {
    if (wanted.includes(stack[i]!.sign)) return i;
  }
  return -1;
}

/** Candidates and pairs of `[from, to)`; `skipTo(i)` is the end of the known marker that covers `i`, or `i`. Linear. */
export function collect(
  text: string,
  from: number,
  to: number,
  skipTo: (index: number) => number,
): Candidates {
  const at: number[] = [];
  const stack: Opened[] = [];
  const enclosures: Enclosure[] = [];

  const open = (sign: string, index: number) => {
    if (stack.length >= MOST_OPEN) stack.splice(0, MOST_OPEN / 2);
    stack.push({ sign, at: index, candidates: at.length });
  };
  const shut = (depth: number, index: number) => {
    const pair = stack[depth]!;
    stack.length = depth;
    while (enclosures.length > 0 && enclosures.at(-1)!.open > pair.at) enclosures.pop();
    if (at.length > pair.candidates) {
      const quote = pair.sign !== "(" && pair.sign !== "[" && pair.sign !== "{";
      enclosures.push({ open: pair.at, close: index, first: pair.candidates, last: at.length, quote });
    }
  };

  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const value = classOf(code);
    if (value < SPECIAL) continue;
    if (value === NEWLINE) {
      at.push(i);
      continue;
    }
    const beyond = skipTo(i);
    if (beyond > i) {
      i = beyond - 1;
      continue;
    }
    if (value === OPEN || value === CLOSE || value === QUOTE) {
      const sign = text[i]!;
      const before = classAt(text, i - 1, from, to);
      const after = classAt(text, i + 1, from, to);
      if ((sign === "'" || sign === "’") && isWord(before) && isWord(after)) continue;
      const depth = opener(stack, sign);
      const opensHere = isSpace(before) || before === OPEN || before === QUOTE;
      if (depth >= 0 && (value === CLOSE || sign === "“" || sign === "«" || !isSpace(before))) {
        if ((sign === "'" || sign === "’") && isWord(after)) continue;
        // Speech that breaks off with a dash may end its sentence.
        if ((value === QUOTE || sign === "”") && "-—–".includes(text[i - 1]!)) at.push(i);
        // "the girls' turn" may close what "the 'nineties" opened: only a stop inside makes sure of the pair.
        const single = sign === "'" || sign === "’";
        if (single && !".,!?…;:-—–".includes(text[i - 1]!)) stack.length = depth;
        else shut(depth, i);
      } else if (value === OPEN || ((value === QUOTE || sign === "»") && opensHere && !isSpace(after))) {
        open(sign, i);
      } else if (sign === ")") at.push(i);
    } else {
      at.push(i);
      if (value === STOP) while (i + 1 < to && classOf(text.charCodeAt(i + 1)) === STOP) i++;
    }
  }
  return { at, enclosures };
}
