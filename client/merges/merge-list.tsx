/** The merges about one work in a state, in pages, as the inspector and the list of works show them. */
import type { JSX } from "react";
import type { Member, Merge } from "../api/merges.ts";
import { useMerges } from "../api/works.ts";
import { More } from "../library/more.tsx";
import { DecideButtons } from "./decide-buttons.tsx";
import { Named, Said } from "./said.tsx";

interface Props {
  /** The work, by its id or by that of a member. */
  readonly work: string;
  readonly state: Merge["state"];
  /** Seen from this source; from none where the work itself is shown. */
  readonly from?: Member;
  /** Stands above the list where there is one. */
  readonly title?: string;
}

export function MergeList({ work, state, from, title }: Props): JSX.Element {
  const pages = useMerges(state, work);
  const merges = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <More pages={pages} waiting="Comparing sources…">
      {title !== undefined && merges.length > 0 && <h2>{title}</h2>}
      {merges.length > 0 && (
        <ul className="merges">
          {merges.map((merge) => (
            <li key={merge.id}>
              <p>
                <Pair merge={merge} from={from} />
              </p>
              <Said merge={merge} />
              <DecideButtons merge={merge} />
            </li>
          ))}
        </ul>
      )}
    </More>
  );
}

const own: Readonly<Record<Merge["state"], string>> = {
  accepted: "One work with ",
  proposed: "May be one work with ",
  refused: "Not the same as ",
};

const between: Readonly<Record<Merge["state"], string>> = {
  accepted: " and ",
  proposed: " may be ",
  refused: " is not ",
};

/** A merge that the source has no part in is one of its work's others, and names both. */
function Pair({ merge, from }: { readonly merge: Merge; readonly from: Member | undefined }): JSX.Element {
  const { a, b, state } = merge;
  const here = from?.document.id;
  if (from !== undefined && (a.id === from.id || b.id === from.id))
    return (
      <>
        {own[state]}
        <Named member={a.id === from.id ? b : a} {...(here === undefined ? {} : { here })} />
      </>
    );
  return (
    <>
      <Named member={a} {...(here === undefined ? {} : { here })} />
      {between[state]}
      <Named member={b} {...(here === undefined ? {} : { here })} />
    </>
  );
}
