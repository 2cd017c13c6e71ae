/** What is said about two sources: the reason with its evidence, the words of who stated it, who decided and when. */
import type { JSX } from "react";
import type { Member, Merge } from "../api/merges.ts";
import { formatAddress, library } from "../state/address.ts";
import { decidedLine, documentName, reasonLine } from "./words.ts";

export function Said({ merge }: { readonly merge: Merge }): JSX.Element {
  const decided = decidedLine(merge);
  return (
    <>
      <p className="proposal-reason">{reasonLine(merge)}</p>
      {merge.words !== null && (
        <p className="merge-words">
          <q>{merge.words}</q> <small>{merge.statedBy}</small>
        </p>
      )}
      {decided !== null && <p className="merge-decided">{decided}</p>}
    </>
  );
}

/** Leads to the source in its document. */
export function SourceLink({
  member,
  children,
}: {
  readonly member: Member;
  readonly children: string;
}): JSX.Element {
  return (
    <a
      href={formatAddress({
        ...library,
        place: { kind: "document", id: member.document.id },
        selection: { kind: "source", source: member.source.key },
      })}
    >
      {children}
    </a>
  );
}

/** A source with its document: "WHO 2020 of Report B". */
export function Named({ member, here }: { readonly member: Member; readonly here?: string }): JSX.Element {
  return (
    <>
      <SourceLink member={member}>{member.source.label}</SourceLink>
      {member.document.id === here ? " of this document" : ` of ${documentName(member)}`}
    </>
  );
}
