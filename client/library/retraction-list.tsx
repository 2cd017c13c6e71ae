/** Which list of retracted papers the library is checked against, and the sources that are on it. */
import type { JSX } from "react";
import {
  type RetractionList as List,
  type ListedSource,
  useChecking,
  useListedSources,
  useRemoveList,
  useRetractionList,
} from "../api/retractions.ts";
import { count } from "../desk/words.ts";
import { Failure } from "../parts/failure.tsx";
import { toast } from "../state/announce.ts";
import { More } from "./more.tsx";
import { listText, onListText, standingText } from "./retraction-words.ts";
import { Fall, Work } from "./works.tsx";

/** Sources whose ids one question can name. */
const mostTogether = 200;

export function RetractionList(): JSX.Element {
  const { data, error, refetch } = useRetractionList();
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <p className="hint">Looking for the list…</p>;
  return data.list === null ? <None /> : <InUse list={data.list} />;
}

function None(): JSX.Element {
  return (
    <p className="none-found">
      No list is in use, so that no source is checked for a retraction. Import the Retraction Watch .csv to
      check all of them.
    </p>
  );
}

function InUse({ list }: { readonly list: List }): JSX.Element {
  const { data: checking } = useChecking(true);
  const { mutate, isPending, error } = useRemoveList();
  const pages = useListedSources(true);
  const sources = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const retracted = sources.filter((s) => s.standing === "retracted").map((s) => s.source.id);
  return (
    <>
      <div className="list-in-use" aria-busy={isPending}>
        <p>
          The Retraction Watch list in use has {listText(list)}. It came in on {list.broughtAt.slice(0, 10)}
          {list.by !== null && ` by ${list.by}`}.
          {checking && ` ${onListText(checking.sources)}. A source that is not on it is not cleared.`}
        </p>
        <button
          type="button"
          className="button"
          disabled={isPending}
          onClick={() => {
            if (confirm("Stop checking sources against this list? What it found goes with it."))
              mutate(undefined, { onSuccess: () => toast("The list is not used any more") });
          }}
        >
          Remove the list
        </button>
      </div>
      {checking && checking.waiting > 0 && (
        <p className="hint" role="status">
          Checking: {count(checking.waiting, "document")} of {checking.documents}{" "}
          {checking.waiting === 1 ? "waits" : "wait"} still.
        </p>
      )}
      {error && <Failure error={error} />}
      {retracted.length > 1 && retracted.length <= mostTogether && !pages.hasNextPage && (
        <Fall without="the retracted ones together" ids={retracted} />
      )}
      <More pages={pages} waiting="Looking through the sources…">
        <ul className="works">
          {sources.map((listed) => (
            <Work key={listed.source.id} source={listed.source}>
              <Notices of={listed} />
            </Work>
          ))}
        </ul>
      </More>
    </>
  );
}

function Notices({ of: { standing, notices } }: { readonly of: ListedSource }): JSX.Element {
  return (
    <span className="work-notice" data-standing={standing}>
      <strong>{standingText[standing]}</strong>
      {notices.length > 0 && ` · ${notices.join(" · ")}`}
    </span>
  );
}
