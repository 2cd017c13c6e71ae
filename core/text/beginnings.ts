/** Reads from a pattern how its matches may begin. Knows as much of the syntax as the patterns in use. */

/** Characters below this are the plain ones. */
export const PLAIN = 128;

/** Parts "a|b(?:c|d)" into "a" and "b(?:c|d)". */
export function alternatives(source: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let inClass = false;
  let from = 0;
  for (let i = 0; i < source.length; i++) {
    const sign = source[i];
    if (sign === "\\") i++;
    else if (inClass) inClass = sign !== "]";
    else if (sign === "[") inClass = true;
    else if (sign === "(") depth++;
    else if (sign === ")") depth--;
    else if (sign === "|" && depth === 0) {
      found.push(source.slice(from, i));
      from = i + 1;
    }
  }
  return [...found, source.slice(from)];
}

/** Characters known of a beginning. */
export const DEPTH = 3;
/** One character: those it may be, or any. */
type Slot = ReadonlySet<string> | null;
/** The first characters of a match, at most three; fewer where it may end or go on with anything. */
export type Beginning = readonly Slot[];

export const fits = (beginning: Beginning, start: string): boolean =>
  beginning.every((slot, i) => slot === null || slot.has(start[i]!));

/** The beginnings a match of the pattern may have; rather too many than too few. */
export function beginnings(source: string, foldsCase: boolean): readonly Beginning[] {
  const found = readAlternatives({ source, at: 0 });
  if (!foldsCase) return found;
  // Beginnings of one group share their characters.
  const known = new Map<Slot, Slot>([[null, null]]);
  const fold = (slot: Slot): Slot => {
    const folded =
      known.get(slot) ?? (slot && new Set([...slot].flatMap((c) => [c, c.toLowerCase(), c.toUpperCase()])));
    known.set(slot, folded);
    return folded;
  };
  return found.map((beginning) => beginning.map(fold));
}

interface Reader {
  readonly source: string;
  at: number;
}

function readAlternatives(reader: Reader): Beginning[] {
  const found = readSequence(reader);
  while (reader.source[reader.at] === "|") {
    reader.at++;
    found.push(...readSequence(reader));
  }
  return found;
}

/** Both in a row, cut at three characters. */
const chained = (heads: readonly Beginning[], tails: readonly Beginning[]): Beginning[] =>
  heads.flatMap((head) =>
    head.length >= DEPTH ? [head] : tails.map((tail) => [...head, ...tail].slice(0, DEPTH)),
  );

/** So many beginnings say nothing any more. */
const MOST = 400;
const ANYTHING: Beginning = [null, null, null];

function readSequence(reader: Reader): Beginning[] {
  let found: Beginning[] = [[]];
  while (reader.at < reader.source.length && !"|)".includes(reader.source[reader.at]!)) {
    const item = readQuantified(reader);
    found = chained(found, item);
    if (found.length > MOST) found = [ANYTHING];
    if (found.every((begin) => begin.length === DEPTH)) {
      skipSequence(reader);
      break;
    }
  }
  return found;
}

/** Goes to the end of an alternative whose beginning is known. */
function skipSequence(reader: Reader): void {
  let depth = 0;
  let inClass = false;
  for (; reader.at < reader.source.length; reader.at++) {
    const sign = reader.source[reader.at];
    if (sign === "\\") reader.at++;
    else if (inClass) inClass = sign !== "]";
    else if (sign === "[") inClass = true;
    else if (sign === "(") depth++;
    else if (depth === 0 && (sign === "|" || sign === ")")) return;
    else if (sign === ")") depth--;
  }
}

function readQuantified(reader: Reader): Beginning[] {
  const item = readItem(reader);
  if (!"?*+{".includes(reader.source[reader.at] ?? "|")) return item;
  const quantifier = /^(?:[?*+]|\{\d+,?\d*\})\??/.exec(reader.source.slice(reader.at, reader.at + 12))?.[0];
  if (quantifier === undefined) return item;
  reader.at += quantifier.length;
  const optional = /^(?:[?*]|\{0)/.test(quantifier);
  if (quantifier.startsWith("?")) return [[], ...item];
  let repeated = item;
  for (let i = 1; i < DEPTH; i++) repeated = [...item, ...chained(item, repeated)].slice(0, MOST + 1);
  if (repeated.length > MOST) return [ANYTHING];
  return optional ? [[], ...repeated] : repeated;
}

function readItem(reader: Reader): Beginning[] {
  const { source } = reader;
  const sign = source[reader.at++]!;
  switch (sign) {
    case "(":
      return readGroup(reader);
    case "[":
      return [[readClass(reader)]];
    case "\\":
      return readEscape(reader);
    case ".":
      return [[null]];
    case "^":
    case "$":
      return [[]];
    default:
      return [[new Set(sign)]];
  }
}

function readGroup(reader: Reader): Beginning[] {
  const kind = /^\?(?:[:=!]|<[=!])/.exec(reader.source.slice(reader.at, reader.at + 3))?.[0] ?? "";
  reader.at += kind.length;
  const inner = readAlternatives(reader);
  reader.at++;
  return kind === "" || kind === "?:" ? inner : [[]];
}

function readEscape(reader: Reader): Beginning[] {
  const sign = reader.source[reader.at++]!;
  return sign === "b" || sign === "B" ? [[]] : [[escaped(reader, sign)]];
}

const DIGITS: Slot = new Set("0123456789");

function escaped(reader: Reader, sign: string): Slot {
  if (sign === "p" || sign === "P") reader.at = reader.source.indexOf("}", reader.at) + 1;
  if (sign === "d") return DIGITS;
  return /\w/.test(sign) ? null : new Set(sign);
}

function readClass(reader: Reader): Slot {
  const { source } = reader;
  const found = new Set<string>();
  let any = source[reader.at] === "^";
  for (let previous = -1; source[reader.at] !== "]"; ) {
    const sign = source[reader.at++]!;
    if (sign === "\\") {
      const members = escaped(reader, source[reader.at++]!);
      any ||= members === null;
      for (const member of members ?? []) found.add(member);
      previous = -1;
    } else if (sign === "-" && previous >= 0 && source[reader.at] !== "]") {
      const last = Math.min(PLAIN - 1, source.charCodeAt(reader.at));
      for (let code = previous; code <= last; code++) found.add(String.fromCharCode(code));
    } else {
      previous = sign.charCodeAt(0);
      found.add(sign);
    }
  }
  reader.at++;
  return any ? null : found;
}
