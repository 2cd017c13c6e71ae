/**
 * Which of many short phrases a text holds, found in one pass: a table of states, one step a character. One pattern of
 * them all is tried in full at every place, and each further pattern is a pass of its own.
 */

/** Columns of the table of states, one for each kind of character; a power of two, so that a place needs no product. */
const COLUMNS = 64;
const SHIFT = 6;
/** Kinds of characters that no phrase holds: no part of a word as `\b` has it, part of one, a blank but the space. */
const APART = 0;
const IN_WORD = 1;
const BLANK = 2;
/** "ſ" and the Kelvin sign, which are letters from a to z to some patterns and not to others. */
const DOUBTFUL = 3;
const DIGIT = 4;
const LETTERS = 5;
const FURTHER = LETTERS + 26;

const isWordKind = (kind: number): boolean =>
  kind === IN_WORD || kind === DIGIT || (kind >= LETTERS && kind < FURTHER);

/** A state: the longest beginning of a phrase that ends here. */
interface State {
  readonly number: number;
  /** Beginnings longer by a character, by its kind. */
  readonly longer: Map<number, State>;
  /** The next shorter beginning that ends here. */
  shorter: State | null;
  /** Bits of the groups of which a phrase ends here. */
  found: number;
}

/**
 * Returns a function from a text to the bits of the groups of which it holds a phrase: the n-th group has the n-th bit.
 * Phrases are written small and found in either case. In a phrase `#` stands for a digit, `~` for a blank that is no
 * space, `^` at the beginning for the edge of a word, and `$` for a character of no word. A text with letters that only
 * some patterns take for plain ones is said to hold a phrase of every group. Linear (Aho and Corasick's machine).
 */
export function phraseFinder(groups: readonly (readonly string[])[]): (text: string) => number {
  const kinds = kindsOf(groups.flat().join(""));
  const states: State[] = [];
  const newState = (): State => {
    const state = { number: states.length, longer: new Map(), shorter: null, found: 0 };
    states.push(state);
    return state;
  };
  const atEdge = newState();
  const inWord = newState();
  const add = (from: State, signs: string, bit: number): void => {
    if (signs === "") {
      from.found |= 1 << bit;
      return;
    }
    for (const kind of kindsOfSign(kinds, signs[0]!)) {
      const next = from.longer.get(kind) ?? newState();
      from.longer.set(kind, next);
      add(next, signs.slice(1), bit);
    }
  };
  groups.forEach((phrases, bit) => {
    for (const phrase of phrases) {
      if (/[^\P{L}a-z]/u.test(phrase)) throw new Error(`phraseFinder: no phrase may be “${phrase}”`);
      add(atEdge, phrase.replace("^", ""), bit);
      if (!phrase.startsWith("^")) add(inWord, phrase, bit);
    }
  });

  const table = new Uint16Array(COLUMNS * states.length);
  for (const root of [atEdge, inWord])
    for (let kind = 0; kind < COLUMNS; kind++)
      table[COLUMNS * root.number + kind] = (isWordKind(kind) ? inWord : atEdge).number;
  // Shorter beginnings come first.
  const queue = [atEdge, inWord];
  for (const state of queue) {
    const row = COLUMNS * state.number;
    const { shorter } = state;
    if (shorter !== null) {
      table.copyWithin(row, COLUMNS * shorter.number, COLUMNS * (shorter.number + 1));
      state.found |= shorter.found;
    }
    for (const [kind, next] of state.longer) {
      next.shorter = states[table[row + kind]!]!;
      queue.push(next);
    }
    for (const [kind, next] of state.longer) table[row + kind] = next.number;
  }
  const bits = Int32Array.from(states, (state) => state.found);
  return (text) => {
    let found = 0;
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const kind = kinds[text.charCodeAt(i)]!;
      state = table[(state << SHIFT) | kind]!;
      found |= bits[state]!;
      if (kind === DOUBTFUL) return -1;
    }
    return found;
  };
}

/** The kind of every UTF-16 unit; the signs of the phrases have one each. */
function kindsOf(signs: string): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  for (const blank of "\t\n\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff")
    kinds[blank.charCodeAt(0)] = BLANK;
  kinds.fill(BLANK, 0x2000, 0x200b);
  kinds.fill(DIGIT, 0x30, 0x3a);
  kinds["_".charCodeAt(0)] = IN_WORD;
  for (let i = 0; i < 26; i++) kinds[0x41 + i] = kinds[0x61 + i] = LETTERS + i;
  kinds[0x17f] = kinds[0x212a] = DOUBTFUL;
  let next = FURTHER;
  for (const sign of new Set(signs)) {
    const code = sign.charCodeAt(0);
    if (!"#~^$".includes(sign) && kinds[code] === APART) kinds[code] = next++;
  }
  if (next > COLUMNS) throw new Error("phraseFinder: the phrases hold too many signs");
  return kinds;
}

function kindsOfSign(kinds: Uint8Array, sign: string): readonly number[] {
  switch (sign) {
    case "#":
      return [DIGIT];
    case "~":
      return [BLANK];
    case "$":
      return Array.from({ length: COLUMNS }, (_, kind) => kind).filter((kind) => !isWordKind(kind));
    default:
      return [kinds[sign.charCodeAt(0)]!];
  }
}
