/**
 * The audit table: role=grid with one tab stop, sorted by its headers, cut to a view, windowed. The row in focus is what
 * is selected in all panes, so that the verdict keys work here as they do elsewhere.
 */
import "../styles/audit.css";
import {
  getCoreRowModel,
  type SortingState,
  useReactTable,
  type VisibilityState,
} from "@tanstack/react-table";
import { type JSX, useDeferredValue, useMemo, useState } from "react";
import { useOpened } from "../desk/context.ts";
import { useShown } from "../desk/shown.ts";
import { Icon } from "../parts/icon.tsx";
import { noReview } from "../review/fold.ts";
import { QueueNote } from "../review/queue-note.tsx";
import { useReview } from "../review/store.ts";
import { keep, kept } from "../state/kept.ts";
import { goToPane } from "../state/panes.ts";
import { closeTable } from "../state/store.ts";
import { AuditFigures, Reviewing } from "./audit-bar.tsx";
import { ColumnChooser } from "./column-chooser.tsx";
import { columnNames, columns } from "./columns.tsx";
import { GridBody } from "./grid-body.tsx";
import { type AuditRow, auditRows } from "./rows.ts";
import { type AuditView, arranged, followsReview, isIn, viewNames } from "./views.ts";

const views = Object.keys(viewNames) as readonly AuditView[];
const columnsKey = "footing.audit.columns";

/** What a narrow window shows until the reviewer chooses. */
const few = Object.fromEntries(
  columnNames.map((name) => [name, name === "number" || name === "claim" || name === "verdict"]),
);

function keptColumns(tabbed: boolean): VisibilityState {
  try {
    return JSON.parse(kept(columnsKey) ?? (tabbed ? JSON.stringify(few) : "{}")) as VisibilityState;
  } catch {
    return {};
  }
}

/** Under a tab it brings along what else stands in the bar at the bottom. */
export function AuditGrid({ tabbed }: { readonly tabbed: boolean }): JSX.Element {
  const { desk } = useOpened();
  // A verdict is on the screen at once; the table of a large document may follow a moment later.
  const review = useDeferredValue(useReview((state) => state.review));
  const shown = useShown();
  const [view, setView] = useState<AuditView>("all");
  const [sorting, setSorting] = useState<SortingState>([]);
  const [columnVisibility, setColumnVisibility] = useState<VisibilityState>(() => keptColumns(tabbed));
  const { unplaced } = review;
  const all = useMemo(() => auditRows(desk, unplaced, shown), [desk, unplaced, shown]);
  const counts = useMemo(
    () => new Map(views.map((v) => [v, all.reduce((n, row) => n + (isIn(v, row, review) ? 1 : 0), 0)])),
    [all, review],
  );
  const table = useReactTable({
    // The library wants a mutable array and does not change it.
    data: all as AuditRow[],
    columns,
    state: { sorting, columnVisibility },
    onSortingChange: setSorting,
    onColumnVisibilityChange: (change) => {
      const next = typeof change === "function" ? change(columnVisibility) : change;
      keep(columnsKey, JSON.stringify(next));
      setColumnVisibility(next);
    },
    getRowId: (row) => row.id,
    getCoreRowModel: getCoreRowModel(),
    manualSorting: true,
    sortDescFirst: false,
    isMultiSortEvent: (event) => (event as MouseEvent).shiftKey,
  });
  const { rows: each } = table.getCoreRowModel();
  // All verdicts are one to an order that none of them can change.
  const asked = followsReview(view, sorting) ? review : noReview;
  const rows = useMemo(() => arranged(each, view, sorting, asked), [each, view, sorting, asked]);
  return (
    <>
      <div className="audit-head">
        <fieldset className="segments views" aria-label="View">
          {views.map((name) =>
            name === "orphans" && counts.get(name) === 0 ? null : (
              <button key={name} type="button" aria-pressed={view === name} onClick={() => setView(name)}>
                {viewNames[name]} <small>{counts.get(name)}</small>
              </button>
            ),
          )}
        </fieldset>
        <ColumnChooser table={table} />
        {tabbed ? (
          <div className="audit-tabbed">
            <AuditFigures />
            <QueueNote />
            <Reviewing />
          </div>
        ) : (
          <button
            type="button"
            className="tool"
            aria-label="Close the audit table"
            onClick={() => {
              closeTable();
              goToPane("text");
            }}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <GridBody
        table={table}
        rows={rows}
        empty={`No row in “${viewNames[view]}”${shown ? " under the filters" : ""}.`}
      />
    </>
  );
}
