/** The strips under the header: what falls without the withdrawn sources, a lost server, a link not understood. */
import { type JSX, useEffect } from "react";
import { request } from "../api/http.ts";
import { useOpened, useQuestion } from "../desk/context.ts";
import { known } from "../desk/emphasis.ts";
import { list, questionSentence } from "../desk/words.ts";
import { useConnection } from "../state/connection.ts";
import { forgetUnknown, select, toggleWithout, useDesk } from "../state/store.ts";
import { Icon } from "./icon.tsx";
import { resetWithdrawal } from "./withdraw.ts";

export function WithdrawalBanner(): JSX.Element | null {
  const { desk } = useOpened();
  const question = useQuestion();
  if (question.works.length === 0) return null;
  return (
    <section className="banner question" aria-label="Withdrawn sources">
      <p>{questionSentence(desk, question)}</p>
      {question.works.length > 1 &&
        question.works.map((work) => (
          <button
            key={work.id}
            type="button"
            className="button small"
            onClick={() => toggleWithout(work.ref)}
          >
            Restore {work.source.label}
          </button>
        ))}
      <button type="button" className="button small" onClick={resetWithdrawal}>
        Reset
      </button>
    </section>
  );
}

export function OfflineBanner(): JSX.Element | null {
  const reachable = useConnection((state) => state.reachable);
  useEffect(() => {
    if (reachable) return;
    const timer = setInterval(() => void request("/api/health").catch(() => null), 5000);
    return () => clearInterval(timer);
  }, [reachable]);
  if (reachable) return null;
  return (
    <section className="banner offline" aria-label="Connection" role="status">
      <p>The server does not answer. Reading goes on; importing and exporting wait until it is back.</p>
      <button
        type="button"
        className="button small"
        onClick={() => void request("/api/health").catch(() => null)}
      >
        Retry
      </button>
    </section>
  );
}

/** Says which parts of the address were left out: parts unknown to the desk, and names unknown to the document. */
export function AddressBanner(): JSX.Element | null {
  const { desk } = useOpened();
  const unknown = useDesk((state) => state.unknown);
  const selection = useDesk((state) => state.selection);
  const without = useDesk((state) => state.without);
  const strangers = without.filter((key) => !desk.workByRef.has(key));
  const stray = selection !== null && !known(desk, selection);
  const missing = [
    ...unknown.map((part) => `“${part}”`),
    ...(stray ? ["a selection that this document does not have"] : []),
    ...strangers.map((key) => `the source “${key}”`),
  ];
  if (missing.length === 0) return null;
  const dismiss = (): void => {
    forgetUnknown();
    if (stray) select(null);
    for (const key of strangers) toggleWithout(key);
  };
  return (
    <section className="banner" aria-label="Link" role="status">
      <p>The link named {list(missing)}; it was left out.</p>
      <button type="button" className="tool" aria-label="Dismiss" onClick={dismiss}>
        <Icon name="close" />
      </button>
    </section>
  );
}
