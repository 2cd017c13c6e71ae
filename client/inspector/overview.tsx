/** What the inspector shows when nothing is selected: the document in numbers, and what carries most of it. */
import type { JSX } from "react";
import { usualRules } from "../../core/audit/describe.ts";
import { useOpened, useQuestion } from "../desk/context.ts";
import { titleOf } from "../desk/desk.ts";
import { findingIndex } from "../desk/findings.ts";
import { count } from "../desk/words.ts";
import { FindingList } from "../findings/finding-list.tsx";
import { progressOf } from "../review/fold.ts";
import { useReview } from "../review/store.ts";
import { UnplacedList } from "../review/unplaced-list.tsx";
import { hover, select } from "../state/store.ts";

export function Overview(): JSX.Element {
  const { desk } = useOpened();
  // What reviewers said stands above it, and must not push it down when it comes.
  const settled = useReview((state) => state.settled);
  const support = { direct: 0, carried: 0, uncited: 0 };
  for (const { node } of desk.claims) support[node.support] += 1;
  const unresolved = desk.claims.filter((c) => c.node.support === "uncited" && c.node.open > 0).length;
  return (
    <>
      <h3 className="subject">{titleOf(desk)}</h3>
      <dl className="figures">
        <div data-standing="direct">
          <dt>cited in their own sentence</dt>
          <dd>{support.direct}</dd>
        </div>
        <div data-standing="carried">
          <dt>carried by a later marker only</dt>
          <dd>{support.carried}</dd>
        </div>
        <div data-standing="uncited">
          <dt>{unresolved > 0 ? `uncited, ${unresolved} of them not resolved` : "uncited"}</dt>
          <dd>{support.uncited}</dd>
        </div>
      </dl>
      <Progress />
      {settled && (
        <>
          <UnplacedList />
          <Carriers />
          <FindingList findings={findingIndex(desk).ofDocument} title="Findings on the document" />
          {desk.analysis.findings.length === 0 && <NothingFound />}
          <p className="hint">
            Select a claim in the text, or a node of the graph, to see what it rests on. <kbd>J</kbd> and{" "}
            <kbd>K</kbd> go from claim to claim, <kbd>?</kbd> lists all keys.
          </p>
        </>
      )}
    </>
  );
}

/** No finding is no praise: it says which rules found nothing. */
function NothingFound(): JSX.Element {
  return (
    <details className="nothing-found">
      <summary>{`Nothing found by ${usualRules.length} rules, without a list of retracted papers`}</summary>
      <ul>
        {usualRules.map(({ code, title }) => (
          <li key={code}>{title}</li>
        ))}
      </ul>
    </details>
  );
}

function Progress(): JSX.Element {
  const { desk } = useOpened();
  const review = useReview((state) => state.review);
  const { pairs, reviewed, conflicts } = progressOf(desk, review);
  return (
    <p className="hint">
      {`${reviewed} of ${count(pairs, "pair")} reviewed`}
      {conflicts > 0 && `, reviewers differ on ${conflicts}`}. <kbd>N</kbd> goes to the next one without a
      verdict.
    </p>
  );
}

/** The sources by the number of claims that rest on them. */
function Carriers(): JSX.Element | null {
  const { desk } = useOpened();
  const { gone } = useQuestion();
  if (desk.works.length === 0) return <p className="hint">No source was found in this document.</p>;
  const rest = (w: (typeof desk.works)[number]): number => w.node.direct + w.node.carried;
  const works = [...desk.works].sort((a, b) => rest(b) - rest(a) || a.node.order - b.node.order).slice(0, 12);
  const most = Math.max(1, ...works.map(rest));
  return (
    <section>
      <h4>What carries the most</h4>
      <ul className="carriers">
        {works.map((work) => (
          <li key={work.id}>
            <button
              type="button"
              data-gone={gone.has(work.id)}
              onClick={() => select({ kind: "source", source: work.ref })}
              onPointerEnter={() => hover({ kind: "source", source: work.ref })}
              onPointerLeave={() => hover(null)}
            >
              <span className="carrier-name">{work.source.label}</span>
              <span className="carrier-count">
                {count(rest(work), "claim")}
                {work.node.carried > 0 && `, ${work.node.carried} carried`}
              </span>
              <span className="bar" aria-hidden="true">
                <span className="bar-direct" style={{ inlineSize: `${(100 * work.node.direct) / most}%` }} />
                <span
                  className="bar-carried"
                  style={{ inlineSize: `${(100 * work.node.carried) / most}%` }}
                />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {desk.works.length > works.length && (
        <p className="hint">
          and {count(desk.works.length - works.length, "more source")} in the list (key L)
        </p>
      )}
    </section>
  );
}
