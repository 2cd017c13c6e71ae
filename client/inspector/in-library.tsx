/** Where the source stands in the library: what it is one work with, why, who says so, and the way to say otherwise. */
import { type JSX, useState } from "react";
import type { Member, Merge, Standing } from "../api/merges.ts";
import { useStanding } from "../api/works.ts";
import { count } from "../desk/words.ts";
import { MergeDialog } from "../merges/merge-dialog.tsx";
import { MergeList } from "../merges/merge-list.tsx";

interface Props {
  readonly document: string;
  /** Id of the source in the document. */
  readonly source: string;
}

export function InLibrary({ document, source }: Props): JSX.Element {
  const { data, isError } = useStanding(document, source);
  return (
    <section className="in-library" data-merges tabIndex={-1} aria-label="In the library">
      <h4>In the library</h4>
      {isError ? (
        <p className="hint">What the library knows of it is not shown: it did not answer.</p>
      ) : data === undefined ? (
        <p className="hint">Comparing sources…</p>
      ) : data.member === null || data.work === null ? (
        <p className="hint">This is an older version; only the last one stands in the library.</p>
      ) : (
        <Place key={data.member.id} member={data.member} work={data.work} merges={data.merges} />
      )}
    </section>
  );
}

const states: readonly Merge["state"][] = ["proposed", "accepted", "refused"];

interface PlaceProps {
  readonly member: Member;
  readonly work: NonNullable<Standing["work"]>;
  readonly merges: Standing["merges"];
}

function Place({ member, work, merges }: PlaceProps): JSX.Element {
  const [merging, setMerging] = useState(false);
  const claims = count(work.directClaims + work.carriedClaims, "claim");
  return (
    <>
      <p className="hint">
        {merges.accepted === 0
          ? "It is not taken as one work with any other source."
          : `${claims} in ${count(work.documents, "document")} ${work.directClaims + work.carriedClaims === 1 ? "rests" : "rest"} on the work.`}
      </p>
      {states.map((state) =>
        merges[state] === 0 ? null : <MergeList key={state} work={member.id} state={state} from={member} />,
      )}
      <div className="actions">
        <button type="button" className="button small" onClick={() => setMerging(true)}>
          Merge with…
        </button>
      </div>
      <MergeDialog open={merging} member={member} work={work.id} onClose={() => setMerging(false)} />
    </>
  );
}
