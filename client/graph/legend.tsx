/** What the marks of the picture mean: always there, and can be folded; folded at first where the picture needs the room. */
import { type JSX, type ReactNode, type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import { verdicts, verdictWords } from "../../core/review/index.ts";
import { useOpened } from "../desk/context.ts";
import { markedNodes } from "../desk/findings.ts";
import { useReview } from "../review/store.ts";
import { VerdictGlyph } from "../review/verdict-glyph.tsx";
import { useVerdicts } from "../state/verdicts.ts";

interface EntryProps {
  readonly children: ReactNode;
  readonly words: string;
  readonly sign?: ReactNode;
}

function Entry({ children, words, sign }: EntryProps): JSX.Element {
  return (
    <li>
      <svg viewBox="0 0 36 14" aria-hidden="true" focusable="false">
        {children}
      </svg>
      {sign}
      {words}
    </li>
  );
}

/** A pane lower than this, in pixels, has no room for words beside both the picture and the legend. */
const lowPane = 560;

/** Returns whether the pane around the element is low. */
function useLowPane(element: RefObject<HTMLElement | null>): boolean {
  const [low, setLow] = useState(false);
  // Before the first paint, so that nothing moves afterwards.
  useLayoutEffect(() => {
    const pane = element.current?.parentElement;
    if (!pane) return;
    const look = (): void => setLow(pane.clientHeight < lowPane);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(pane);
    return () => observer.disconnect();
  }, [element]);
  return low;
}

export function Legend(): JSX.Element {
  const { desk } = useOpened();
  const details = useRef<HTMLDetailsElement>(null);
  const low = useLowPane(details);
  // What the reader chose stands until the pane has another height.
  const [chosen, setChosen] = useState<{ readonly low: boolean; readonly open: boolean } | null>(null);
  const open = chosen?.low === low ? chosen.open : !low;
  const verdictOf = useVerdicts((state) => state.verdictOf);
  const judged = useMemo(
    () => desk.analysis.edges.some(({ claim, source }) => verdictOf(claim, source) !== null),
    [desk, verdictOf],
  );
  const marked = useReview((state) => markedNodes(desk, state.review.findings));
  return (
    <details
      ref={details}
      className="legend"
      open={open}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== open) setChosen({ low, open: currentTarget.open });
      }}
    >
      <summary>Legend</summary>
      <ul>
        <Entry words="claim, cited directly">
          <rect className="claim-direct" x="13" y="2" width="10" height="10" />
        </Entry>
        <Entry words="claim, carried only">
          <rect className="claim-carried" x="13" y="2" width="10" height="10" />
        </Entry>
        <Entry words="! uncited, × fallen">
          <rect className="claim-uncited" x="13" y="2" width="10" height="10" />
        </Entry>
        <Entry words="source, by claims on it">
          <circle className="source" cx="18" cy="7" r="5" />
        </Entry>
        <Entry words="full reference">
          <path className="line" d="M1 7h34" />
        </Entry>
        <Entry words="short form or ibid.">
          <path className="line" d="M1 11C12 11 24 3 35 3" />
        </Entry>
        <Entry words="carried: may not cover it">
          <path className="line dashed" d="M1 7h34" />
        </Entry>
        {marked.size > 0 && (
          <Entry words="has a finding">
            <circle className="found" cx="18" cy="7" r="3.5" />
          </Entry>
        )}
        {judged &&
          verdicts.map((verdict) => (
            <Entry key={verdict} words={verdictWords[verdict].label} sign={<VerdictGlyph sign={verdict} />}>
              <path className={`line ${verdict}`} d="M1 7h34" />
            </Entry>
          ))}
      </ul>
    </details>
  );
}
