/** The columns of the audit table: how each is read, sorted and drawn. */
import { type ColumnDef, createColumnHelper } from "@tanstack/react-table";
import { describe } from "../../core/audit/describe.ts";
import type { Severity } from "../../core/model.ts";
import { useOpened } from "../desk/context.ts";
import { worst } from "../desk/findings.ts";
import { judge } from "../review/act.ts";
import { pairState } from "../review/fold.ts";
import { useReviewer } from "../review/reviewer.ts";
import { useReview } from "../review/store.ts";
import { VerdictButtons } from "../review/verdict-buttons.tsx";
import { VerdictWord } from "../review/verdict-word.tsx";
import { dayText } from "../review/when.ts";
import { type AuditRow, verdictRank } from "./rows.ts";

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

const severityRank: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

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
  helper.accessor(
    (row) => (worst(row.findings) ? severityRank[worst(row.findings)!] * 1000 : 0) + row.findings.length,
    {
      id: "findings",
      cell: ({ row }) => <Findings row={row.original} />,
    },
  ),
  helper.accessor(verdictRank, { id: "verdict", cell: ({ row }) => <Verdict row={row.original} /> }),
  helper.accessor("reason", { id: "reason", cell: (c) => <span className="clamped">{c.getValue()}</span> }),
  helper.accessor("comment", { id: "comment", cell: (c) => <span className="clamped">{c.getValue()}</span> }),
  helper.accessor("reviewer", { id: "reviewer" }),
  helper.accessor("at", { id: "when", cell: (c) => (c.getValue() === "" ? "" : dayText(c.getValue())) }),
  // biome-ignore lint/suspicious/noExplicitAny: the library's own type for columns of several value types
] as ColumnDef<AuditRow, any>[];

function Findings({ row }: { readonly row: AuditRow }) {
  const severity = worst(row.findings);
  if (severity === null) return null;
  return (
    <span className="clamped" data-severity={severity}>
      {row.findings.map((f) => describe(f).title).join("; ")}
    </span>
  );
}

/** The verdict in words, and the four as buttons while the row is the selected one. */
function Verdict({ row }: { readonly row: AuditRow }) {
  const opened = useOpened();
  const name = useReviewer((me) => me.name);
  const own = useReview(({ review }) =>
    row.claim && row.work
      ? pairState(review, row.claim.id, row.work.id)?.verdicts.find((v) => v.reviewer === name)
      : undefined,
  );
  const { claim, work } = row;
  return (
    <>
      <span className="verdict-word">
        {row.verdict ? (
          <VerdictWord verdict={row.verdict} />
        ) : (
          <span
            className={row.status === "conflict" ? "verdict" : "hint"}
            data-verdict={row.status ?? undefined}
          >
            {row.verdictText}
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
