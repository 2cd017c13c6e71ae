/** The text of a document as its page shows it: a footnote call is typed `[^health-visits]` and shown as its number. */
import type { Analysis } from "../../core/model.ts";

export interface Shown {
  readonly text: string;
  /** From an offset in the document's text to the offset in the shown one; offsets inside a call are its edges. */
  readonly at: (offset: number) => number;
}

const CALL = /^\[\^[^\]]*\]$/;

/** Returns the shown text. Markdown numbers the notes in the order of their first calls. Linear. */
export function asShown({ document, markers }: Analysis): Shown {
  const number = new Map<string, string>();
  const calls = markers.filter((m) => CALL.test(m.text) && m.notes.length === 1);
  if (calls.length === 0) return { text: document.text, at: (offset) => offset };
  for (const { notes } of calls) if (!number.has(notes[0]!)) number.set(notes[0]!, String(number.size + 1));
  const parts: string[] = [];
  /** Where each stretch between calls begins, here and as shown. */
  const stretches: { readonly from: number; readonly to: number }[] = [{ from: 0, to: 0 }];
  let length = 0;
  let from = 0;
  const put = (words: string): void => {
    parts.push(words);
    length += words.length;
  };
  for (const call of calls) {
    put(document.text.slice(from, call.start));
    put(number.get(call.notes[0]!)!);
    from = call.end;
    stretches.push({ from, to: length });
  }
  put(document.text.slice(from));
  const at = (offset: number): number => {
    let [low, high] = [0, stretches.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (stretches[middle]!.from <= offset) low = middle;
      else high = middle - 1;
    }
    const { from: start, to } = stretches[low]!;
    const next = calls[low];
    return next && offset > next.start ? stretches[low + 1]!.to : to + offset - start;
  };
  return { text: parts.join(""), at };
}
