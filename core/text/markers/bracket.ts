/** Numbers in square brackets: `[1]`, `[2, 4–6]`, `[5, p. 12]`, `[see 7]`, `[1]–[5]`, also broken over a line end. */
import type { CiteText, Span } from "../../model.ts";
import { parsePinpoint } from "../../pinpoint.ts";
import { type Candidate, expand } from "./candidate.ts";
import { eachMatch } from "./scan.ts";

const NUMBERS = "\\d{1,4}[a-z]?(?:\\s{0,2}(?:[,;–—‐-―−-]|and|&)\\s{0,2}\\d{1,4}[a-z]?){0,60}";
const GROUP = new RegExp(
  `\\[\\s?(?:(?:e\\.g\\.,?|see|cf\\.|reviewed in|[Rr]efs?\\.?|but see|see also|and|in)\\s)?(${NUMBERS})(?:([,;:]\\s{0,2})((?:[a-zA-Z§¶][^\\[\\]]{0,60})))?\\s?\\]`,
  "g",
);
const JOIN = /^\s?[-–—‐‑]\s?$/;

/** Returns the bracketed groups in the span. */
export function findBrackets(text: string, span: Span): Candidate[] {
  const found: Candidate[] = [];
  eachMatch(GROUP, text, span, (m, start, end) => {
    const labels = expand(m[1]!);
    if (!labels) return;
    const glued = /[\p{L}\d)\]]/u.test(text.charAt(start - 1)) && /[\p{L}\d(-]/u.test(text.charAt(end));
    const previous = found.at(-1);
    if (previous && JOIN.test(text.slice(previous.end, start)) && start - previous.end <= 3) {
      const range = expand(`${previous.labels.at(-1)}-${labels[0]}`);
      if (range) {
        found[found.length - 1] = {
          ...previous,
          end,
          labels: [...previous.labels, ...range.slice(1), ...labels.slice(1)],
        };
        return;
      }
    }
    const cite = m[3] ? pinpointed(text, start, end, m[3], labels) : null;
    if (m[3] && !cite) return;
    found.push({
      start,
      end,
      style: "bracket",
      labels,
      weight: glued ? -0.5 : 2,
      reason: glued ? "brackets inside a word" : "numbers in square brackets",
      ...(cite ? { cites: [cite] } : {}),
    });
  });
  return found;
}

/** "[5, p. 12]": the locator belongs to the last number. The cite names that number as its key. */
function pinpointed(
  text: string,
  start: number,
  end: number,
  locator: string,
  labels: readonly string[],
): CiteText | null {
  const at = text.lastIndexOf(locator, end);
  const found = parsePinpoint(text.slice(start, end - 1), at - start);
  if (!found) return null;
  return {
    start: start + 1,
    end: end - 1,
    form: "key",
    raw: text.slice(start + 1, end - 1),
    names: [],
    namesTruncated: false,
    year: null,
    title: null,
    noteRef: null,
    key: labels.at(-1)!,
    pinpoint: found.pinpoint,
    prefix: null,
    suffix: null,
    reference: null,
  };
}
