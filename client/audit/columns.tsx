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
  /** As CSS grid has it. */
  readonly width: string;
}

const helper = createColumnHelper<AuditRow>();

export const looks = {
  number: { name: "#", width: "3.4rem" },
  claim: { name: "Claim", width: "minmax(13rem, 3fr)" },
  source: { name: "Source", width: "minmax(8rem, 1.2fr)" },
  pinpoint: { name: "Pinpoint", width: "5rem" },
  scope: { name: "Scope", width: "4.6rem" },
  findings: { name: "Findings", width: "minmax(6rem, 1fr)" },
  verdict: { name: "Verdict", width: "9.5rem" },
  reason: { name: "Reason", width: "minmax(6rem, 1fr)" },
  comment: { name: "Comment", width: "minmax(6rem, 1.2fr)" },
  reviewer: { name: "Reviewer", width: "5.5rem" },
  when: { name: "When", width: "6.4rem" },
} as const satisfies Readonly<Record<string, ColumnLook>>;

export type ColumnName = keyof typeof looks;
export const columnNames = Object.keys(looks) as readonly ColumnName[];

const severityRank: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

export const columns = [
  helper.accessor("place", { id: "number", cell: ({ row }) => row.original.number }),
  helper.accessor("text", { id: "claim", cell: (c) => <span className="clamped">{c.getValue()}</span> }),
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
