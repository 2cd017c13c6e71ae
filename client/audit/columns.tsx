/** The columns of the audit table: how each is read, sorted and drawn. */
import { type ColumnDef, createColumnHelper } from "@tanstack/react-table";
import { useMemo } from "react";
import { describe } from "../../core/audit/describe.ts";
import { useOpened } from "../desk/context.ts";
import { worst } from "../desk/findings.ts";
import { judge } from "../review/act.ts";
import { useReviewer } from "../review/reviewer.ts";
import { useReview } from "../review/store.ts";
import { VerdictButtons } from "../review/verdict-buttons.tsx";
import { VerdictWord } from "../review/verdict-word.tsx";
import { dayText } from "../review/when.ts";
import type { AuditRow } from "./rows.ts";
import { openOn, type Said, saidOf } from "./said.ts";

export interface ColumnLook {
  readonly name: string;
  /** Least width, in rem. */
  readonly least: number;
  /** How much of the room that is left it takes; 0 for none. */
  readonly share: number;
}

const helper = createColumnHelper<AuditRow>();

export const looks = {
  number: { name: "#", least: 3.4, share: 0 },
  claim: { name: "Claim", least: 11, share: 3 },
  source: { name: "Source", least: 8, share: 1.2 },
  pinpoint: { name: "Pinpoint", least: 5, share: 0 },
  scope: { name: "Scope", least: 4.6, share: 0 },
  findings: { name: "Findings", least: 7, share: 1 },
  verdict: { name: "Verdict", least: 9.5, share: 0 },
  reason: { name: "Reason", least: 6, share: 1 },
  comment: { name: "Comment", least: 6, share: 1.2 },
  reviewer: { name: "Reviewer", least: 5.5, share: 0 },
  when: { name: "When", least: 6.4, share: 0 },
} as const satisfies Readonly<Record<string, ColumnLook>>;

export type ColumnName = keyof typeof looks;
export const columnNames = Object.keys(looks) as readonly ColumnName[];

/** Sorting is done in `views.ts`: the value is only there because the library sorts no column without one. */
const living = ({ place }: AuditRow): number => place;

export const columns = [
  helper.accessor("place", { id: "number", cell: ({ row }) => row.original.number }),
  helper.accessor("text", {
    id: "claim",
    cell: ({ row, table }) => (
      <span className="clamped">
        {/* Where the source has no column of its own, it still tells two pairs of a claim apart. */}
        {!table.getColumn("source")?.getIsVisible() && row.original.work && <b>{row.original.source}: </b>}
        {row.original.text}
      </span>
    ),
  }),
  helper.accessor("source", { id: "source", cell: (c) => <span className="clamped">{c.getValue()}</span> }),
  helper.accessor("pinpoint", { id: "pinpoint" }),
  helper.accessor("scope", { id: "scope" }),
  helper.accessor(living, { id: "findings", cell: ({ row }) => <Findings row={row.original} /> }),
  helper.accessor(living, { id: "verdict", cell: ({ row }) => <Verdict row={row.original} /> }),
  helper.accessor(living, { id: "reason", cell: ({ row }) => <Words row={row.original} part="reason" /> }),
  helper.accessor(living, { id: "comment", cell: ({ row }) => <Words row={row.original} part="comment" /> }),
  helper.accessor(living, { id: "reviewer", cell: ({ row }) => <Reviewer row={row.original} /> }),
  helper.accessor(living, { id: "when", cell: ({ row }) => <When row={row.original} /> }),
  // biome-ignore lint/suspicious/noExplicitAny: the library's own type for columns of several value types
] as ColumnDef<AuditRow, any>[];

interface Props {
  readonly row: AuditRow;
}

/** Each cell asks for itself, so that a verdict draws its own row again and no other. */
const useSaid = (row: AuditRow): Said => useReview(({ review }) => saidOf(row, review));

function Words({ row, part }: Props & { readonly part: "reason" | "comment" }) {
  return <span className="clamped">{useSaid(row)[part]}</span>;
}

const Reviewer = ({ row }: Props) => useSaid(row).reviewer;

function When({ row }: Props) {
  const { at } = useSaid(row);
  return at === "" ? "" : dayText(at);
}

function Findings({ row }: Props) {
  const decided = useReview(({ review }) => review.findings);
  const open = useMemo(() => openOn(row, decided), [row, decided]);
  const severity = worst(open);
  if (severity === null) return null;
  return (
    <span className="clamped" data-severity={severity}>
      {open.map((f) => describe(f).title).join("; ")}
    </span>
  );
}

/** The verdict in words, and the four as buttons while the row is the selected one. */
function Verdict({ row }: Props) {
  const opened = useOpened();
  const said = useSaid(row);
  const name = useReviewer((me) => me.name);
  const own = useReview(({ review }) =>
    row.key === "" ? undefined : review.state.get(row.key)?.verdicts.find((v) => v.reviewer === name),
  );
  const { claim, work } = row;
  return (
    <>
      <span className="verdict-word">
        {said.verdict ? (
          <VerdictWord verdict={said.verdict} />
        ) : (
          <span
            className={said.status === "conflict" ? "verdict" : "hint"}
            data-verdict={said.status ?? undefined}
          >
            {said.verdictText}
          </span>
        )}
      </span>
      {row.kind === "pair" && claim && work && (
        <VerdictButtons
          bare
          about={`claim ${claim.ref}, ${work.source.label}`}
          chosen={own?.verdict ?? null}
          onChoose={(verdict) =>
            void judge(opened, { kind: "pair", claim: claim.id, source: work.id }, verdict)
          }
        />
      )}
    </>
  );
}
