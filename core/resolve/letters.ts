/**
 * Letters that are cited again by surnames and day, "Hale to the Board, 3 March 2021": where one letter of that day
 * alone can be meant, the description is read as that letter's. Does not look at letters without a day.
 */
import type { Csl } from "../model.ts";
import { words } from "../names.ts";
import type { Described } from "./works.ts";

/** "Hale to the Board": a sender of one word and somebody who is written to. */
const BY_SURNAME = /^\p{Lu}[\p{L}’'-]+\sto\s\p{L}/u;

/** Returns whether this is a letter of a day by its sender's surname alone: "Time to Cool" in a journal is none. */
export const isLetterBySurname = (csl: Csl): boolean =>
  csl.archive === undefined && isLetter(csl) && BY_SURNAME.test(csl.title ?? "");

const isLetter = (csl: Csl): boolean =>
  csl.issued?.["date-parts"]?.[0]?.length === 3 &&
  csl["container-title"] === undefined &&
  csl.publisher === undefined &&
  csl.URL === undefined;

interface Letter {
  readonly csl: Csl;
  readonly sender: string;
  readonly receiver: readonly string[];
}

/** Returns the descriptions; a letter cited again has the record of the one it means. Linear but for letters of one day. */
export function withLetters(described: readonly Described[]): Described[] {
  const byDay = new Map<string, Letter[]>();
  return described.map((entry) => {
    const { csl } = entry.reference;
    const letter = letterOf(csl);
    const day = csl.issued?.["date-parts"]?.[0];
    if (letter === null || day === undefined || !isLetter(csl)) return entry;
    const key = day.join("-");
    const before = byDay.get(key) ?? [];
    byDay.set(key, before);
    const meant = isLetterBySurname(csl) ? before.filter((other) => shortens(letter, other)) : [];
    if (meant.length === 1) return { ...entry, reference: { ...entry.reference, csl: meant[0]!.csl } };
    if (before.every((other) => other.csl.title !== csl.title)) before.push(letter);
    return entry;
  });
}

function letterOf(csl: Csl): Letter | null {
  const said = words(csl.title ?? "");
  const to = said.indexOf("to");
  const sender = to > 0 ? said[to - 1] : undefined;
  return sender === undefined || to === said.length - 1
    ? null
    : { csl, sender, receiver: said.slice(to + 1) };
}

/** The receiver's words stand in the fuller description in their order: "Sinclair" in "Elspeth Sinclair". */
function shortens(short: Letter, full: Letter): boolean {
  if (short.sender !== full.sender) return false;
  let at = 0;
  for (const word of short.receiver) {
    at = full.receiver.indexOf(word, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
