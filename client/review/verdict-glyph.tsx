/** The sign of a verdict, drawn: not every font has ✓, ◐ and ✕. Never the only carrier of the meaning. */
import type { JSX } from "react";
import type { Verdict } from "../../core/review/index.ts";

export type Sign = Verdict | "conflict" | "none";

const paths: Readonly<Record<Sign, string>> = {
  supports: "M2.5 6.5 5 9l4.5-6",
  "partly-supports": "M6 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8z",
  "does-not-support": "M3 3l6 6M9 3 3 9",
  "cannot-verify": "M4 4.2A2 2 0 1 1 7 6C6.3 6.4 6 6.8 6 7.6M6 9.9v.1",
  conflict: "M2.5 4.5h7M2.5 7.5h7M8 2 4 10",
  none: "M6 6v.1",
};

/** Returns whether the word has a sign. */
export const isSign = (word: string): word is Sign => Object.hasOwn(paths, word);

export function VerdictGlyph({ sign }: { readonly sign: Sign }): JSX.Element {
  return (
    <svg className="glyph" viewBox="0 0 12 12" data-verdict={sign} aria-hidden="true" focusable="false">
      <path d={paths[sign]} />
      {sign === "partly-supports" && <path className="glyph-full" d="M6 2a4 4 0 0 0 0 8z" />}
    </svg>
  );
}
