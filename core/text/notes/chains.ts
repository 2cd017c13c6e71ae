/**
 * Collects runs of lines whose labels count up (1, 2, 3 … or *, †, ‡ …) and that stand next to one another. Every
 * such run is a candidate for a list of notes; which ones are, is decided in `find.ts`.
 */
import { isTornPlace } from "../../torn-place.ts";
import { blank, isFull } from "../layout/lines.ts";
import type { Layout } from "../layout/pieces.ts";
import { type LineLabel, labelOf } from "./labels.ts";
import { isAddress, isNoise } from "./noise.ts";

/** One labelled entry: its lines, half-open. */
export interface Entry {
  readonly label: LineLabel;
  readonly from: number;
  to: number;
  /** Lines that follow without a sign that they belong to it; they stay only where the list goes on behind them. */
  loose: number;
  /** The label opens a line that could as well continue the entry above. */
  readonly weak: boolean;
}

export interface Chain {
  readonly entries: Entry[];
}

/** A number may be missing from a list; a jump further than this starts another list. */
const GAP = 4;
/** Lines of one entry, as a bound for hostile input. */
const MOST_LINES = 400;

/** Returns all runs of labelled lines in order. Linear in the lines. */
export function buildChains(text: string, layout: Layout): Chain[] {
  const { lines, width } = layout;
  const chains: Chain[] = [];
  let chain: Chain | null = null;
  let apart = true;
  const close = (): void => {
    const last = chain?.entries.at(-1);
    if (last) last.to -= last.loose;
    chain = null;
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (layout.settled(i)) {
      close();
      apart = true;
      continue;
    }
    if (layout.opens(i)) apart = true;
    if (blank(line)) {
      apart = true;
      continue;
    }
    const weak = !apart && width !== null && isFull(text, lines[i - 1]!, line, width);
    const last: Entry | undefined = (chain as Chain | null)?.entries.at(-1);
    const found: LineLabel | null = line.row ? null : usable(text, layout, i, labelOf(text, line), last);
    const label: LineLabel | null =
      found?.alone && !apart && awaitsNumber(text, lines[i - 1]!) ? null : found;
    if (chain && last) {
      if (label && follows(chain, last, label, weak, closed(text, lines[i - 1]!), text)) {
        if (label.value === last.label.value && label.family !== "caret" && last.weak && !weak)
          (chain as Chain).entries.pop();
        last.loose = 0;
        (chain as Chain).entries.push({ label, from: i, to: i + 1, loose: 0, weak });
        apart = false;
        continue;
      }
      const waits = last.label.alone && last.to === last.from + 1;
      const belongs =
        waits || isNoise(text, line.first, line.last) || isAddress(text, line.first, line.last) || weak;
      const restarts = label !== null && !weak && (label.value === 1 || label.family !== last.label.family);
      if (!restarts && (belongs || !apart) && last.to - last.from < MOST_LINES) {
        const tentative = !belongs && width === null;
        last.to = i + 1;
        last.loose = tentative ? last.loose + 1 : 0;
        apart = false;
        continue;
      }
      close();
    }
    // In the middle of a sentence that fills its line, "Am" and "1. April" below it, nothing begins.
    if (label && (!weak || closed(text, lines[i - 1]!))) {
      chain = { entries: [{ label, from: i, to: i + 1, loose: 0, weak }] };
      chains.push(chain);
    }
    apart = false;
  }
  close();
  return chains;
}

/** A bare number alone between empty lines, the next one behind it in the same way. */
function isBetween(text: string, layout: Layout, i: number, value: number): boolean {
  const [above, below, next] = [layout.lines[i - 1], layout.lines[i + 1], layout.lines[i + 2]];
  if (!above || !below || !next || !blank(above) || !blank(below)) return false;
  return text.slice(next.first, next.last).startsWith(`${value + 1} `);
}

/** A label alone on its line needs words below it, unless it counts on in a list: then its note is empty. */
function usable(
  text: string,
  layout: Layout,
  i: number,
  label: LineLabel | null,
  last: Entry | undefined,
): LineLabel | null {
  if (!label?.alone) return label;
  const { family, value } = label;
  const next = layout.lines[i + 1];
  const counts = last?.label.family === family && value === last.label.value + 1;
  if (counts && (family !== "bare" || isBetween(text, layout, i, value))) return label;
  if (!next || layout.settled(i + 1) || blank(next)) return null;
  return label;
}

/** "… (Harrow: NTO, 2023), p." with "3." below: the number is the page. */
const awaitsNumber = (text: string, line: Layout["lines"][number]): boolean =>
  isTornPlace(text.slice(Math.max(line.first, line.last - 12), line.last), "1");

/** What stands behind a number that is a label. */
const OPENS = /^[\p{Lu}“"‘'«„[]/u;
/** "di Salvatore M", "mrMLM", "n.d.", "ibid [31]", "2021 Act, s 12": what begins an entry where its number counts on. */
const OPENS_SMALL =
  /^(?:(?:ibid|id|idem|ebd|ebenda|ders|dies|vgl|siehe|s\.\s?a|cf|see|op\.\s?cit)(?!\p{L})|(?:1[5-9]|20)\d\d\s\p{Lu}\p{Ll}|(?:(?:de|di|da|do|du|del|della|dos|la|le|van|von|ter|ten|der|den|el|al)[\s-]|d[’'])+\p{Lu}|\p{Ll}{1,4}\p{Lu}|n\.\s?d\.)/u;

/** The line above ends as a reference or a sentence does. */
const closed = (text: string, line: Layout["lines"][number]): boolean =>
  /[.\])”"\d]\s*$/.test(text.slice(Math.max(line.first, line.last - 8), line.last));

function follows(
  chain: Chain,
  last: Entry,
  label: LineLabel,
  weak: boolean,
  closed: boolean,
  text: string,
): boolean {
  if (label.family !== last.label.family) return false;
  if (label.family === "caret") return !weak;
  if (label.family === "symbol") {
    return label.value > last.label.value || !chain.entries.some((e) => e.label.label === label.label);
  }
  const step = label.value - last.label.value;
  if (weak && label.family === "bare") {
    const words = text.slice(label.bodyStart, label.bodyStart + 40);
    if (!OPENS.test(words) && !(step === 1 && closed && OPENS_SMALL.test(words))) return false;
  }
  // A label printed twice is a mistake of the document and stays, where nothing says that either is none.
  const firm = !weak || closed;
  return step === 1 || (firm && step >= 0 && step <= GAP);
}
