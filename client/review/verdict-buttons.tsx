/** The four verdicts as buttons, in the order of the keys 1 to 4. */
import type { JSX } from "react";
import { type Verdict, verdicts, verdictWords } from "../../core/review/index.ts";
import { VerdictGlyph } from "./verdict-glyph.tsx";

interface Props {
  /** "claim 1.3, Weber 2008". */
  readonly about: string;
  readonly chosen: Verdict | null;
  readonly onChoose: (verdict: Verdict) => void;
  /** Signs only, for narrow places. */
  readonly bare?: boolean;
}

export function VerdictButtons({ about, chosen, onChoose, bare = false }: Props): JSX.Element {
  return (
    <fieldset className="verdicts" data-bare={bare} aria-label={`Verdict on ${about}`}>
      {verdicts.map((verdict, i) => {
        const { label } = verdictWords[verdict];
        return (
          <button
            key={verdict}
            type="button"
            data-verdict={verdict}
            aria-pressed={verdict === chosen}
            aria-label={bare ? label : undefined}
            title={`${label} (key ${i + 1})`}
            tabIndex={bare ? -1 : undefined}
            onClick={() => onChoose(verdict)}
          >
            <VerdictGlyph sign={verdict} />
            {!bare && label}
          </button>
        );
      })}
    </fieldset>
  );
}
