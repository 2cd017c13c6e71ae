/** The places behind the numbers of one marker: "[5, p. 12]", "(3, § 4; 7, Table 2; 9)". */
import { parsePinpoint } from "../../pinpoint.ts";
import { expand } from "./candidate.ts";

/** A further number, or several, with its own place behind it. */
const FURTHER =
  /^(?:see also |see |and )?(\d{1,4}[a-z]?(?:\s{0,12}[,–—‐‑―−-]\s{0,12}\d{1,4}[a-z]?){0,20})(?:[,:]\s{0,12}([a-zA-Z§¶].*))?$/u;

/**
 * Returns the numbers with those that follow in the words behind them, or null where these do not begin with a place in
 * the source. What stands behind a semicolon and is neither number nor place belongs to the place before it.
 */
export function withPlaces(numbers: readonly string[], words: string): readonly string[] | null {
  const labels = [...numbers];
  const [first = "", ...others] = words.split(";").map((part) => part.trim());
  if (!parsePinpoint(first)?.labelled) return null;
  for (const part of others) {
    const further = FURTHER.exec(part);
    const more = further && expand(further[1]!);
    if (!further || !more) continue;
    if (further[2] === undefined || parsePinpoint(further[2])?.labelled) labels.push(...more);
  }
  return labels;
}
