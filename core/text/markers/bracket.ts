/** Numbers in square brackets: `[1]`, `[2, 4–6]`, `[5, p. 12]`, `[see 7]`, `[1]–[5]`, `[2]:45`, also broken over a line end. */
import type { Span } from "../../model.ts";
import { type Candidate, expand } from "./candidate.ts";
import { withPlaces } from "./places.ts";
import { eachMatch } from "./scan.ts";

const NUMBERS = "\\d{1,4}[a-z]?(?:\\s{0,12}(?:[,;–—‐-―−-]|and|&)\\s{0,12}\\d{1,4}[a-z]?){0,60}";
const GROUP = new RegExp(
  `\\[\\s?(?:(?:e\\.g\\.,?|see|cf\\.|reviewed in|[Rr]efs?\\.?|but see|see also|and|in)\\s)?(${NUMBERS})(?:([,;:]\\s{0,12})((?:[a-zA-Z§¶][^\\[\\]]{0,120})))?\\s?\\](?::\\s?\\d{1,4}(?:[-–]\\d{1,4})?(?![\\d.]))?`,
  "g",
);
/** "95% CI [188, 241]", "interquartile range [3–7]": the two ends of an interval. */
const INTERVAL =
  /\b(?:CIs?|CrI|HDI|HPDI|UI|IQR|PI|(?:confidence|credible|credibility|prediction|reference|interquartile|uncertainty|density) (?:intervals?|ranges?|limits)|intervals?|quartiles|Konfidenzintervall|KI|intervalle de confiance)(?: (?:of|was|were|is))?\s?[:=,]?\s?$/;
/** "[20, 2000] Hz": two ends with their unit. */
const PAIR = /^\d{1,4}\s?,\s?\d{1,4}$/;
const UNIT =
  /^\s?(?:%|°|(?:[kMGT]?Hz|[kMG]?eV|dB[Amu]?|[cmkµnμ]?m|[mkµμ]?g|[mµμn]?s|ms|min|[mkM]?V|[mk]?A|[kMG]?W|[kMG]?Pa|[mk]?J|K|mol|bar|rpm|ppm|ppb|px|[kMG]B|rad|deg)(?![\p{L}\d]))/u;
const JOIN = /^\s?[-–—‐‑]\s?$/;

/** Returns the bracketed groups in the span. */
export function findBrackets(text: string, span: Span): Candidate[] {
  const found: Candidate[] = [];
  eachMatch(GROUP, text, span, (m, start, end) => {
    const numbers = expand(m[1]!);
    if (!numbers) return;
    const placed = m[3] === undefined ? numbers : withPlaces(numbers, m[3]);
    const labels = placed ?? numbers;
    const interval =
      labels.length > 1 &&
      (INTERVAL.test(text.slice(Math.max(span.start, start - 40), start)) ||
        (PAIR.test(m[1]!) && UNIT.test(text.slice(end, Math.min(span.end, end + 12)))));
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
    if (!placed) return;
    found.push({
      start,
      end,
      style: "bracket",
      labels,
      weight: interval ? -3 : glued ? -0.5 : 4,
      reason: interval
        ? "the ends of an interval"
        : glued
          ? "brackets inside a word"
          : "numbers in square brackets",
    });
  });
  return found;
}
