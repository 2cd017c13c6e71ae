/** Header and rows of the audit table, with one tab stop that the arrow keys move; only rows near the sight are drawn. */
import { flexRender, type Header, type Row, type Table } from "@tanstack/react-table";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import {
  type JSX,
  type KeyboardEvent,
  memo,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import { useOpened } from "../desk/context.ts";
import type { Claim, Desk } from "../desk/desk.ts";
import { claimOf, workOf } from "../desk/emphasis.ts";
import type { Selection } from "../state/address.ts";
import { goToPane } from "../state/panes.ts";
import { deskState, select, useDesk } from "../state/store.ts";
import { type ColumnName, looks } from "./columns.tsx";
import { type AuditRow, pairRow } from "./rows.ts";

/** Row -1 is the header. */
interface Cell {
  readonly row: number;
  readonly column: number;
}

const rowHeight = 48;
const titleHeight = 32;

const same = (a: Selection | null, b: Selection | null): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Returns what finds the row of a selection; of a claim, its first one. */
function places(desk: Desk, rows: readonly Row<AuditRow>[]): (wanted: Selection) => number {
  const byId = new Map<string, number>();
  const byClaim = new Map<Claim, number>();
  for (const [i, { original }] of rows.entries()) {
    byId.set(original.id, i);
    if (original.kind !== "unplaced" && original.claim && !byClaim.has(original.claim))
      byClaim.set(original.claim, i);
  }
  return (wanted) => {
    const [claim, work] = [claimOf(desk, wanted), workOf(desk, wanted)];
    if (!claim) return -1;
    return (work ? byId.get(pairRow(claim, work)) : byClaim.get(claim)) ?? -1;
  };
}

interface Props {
  readonly table: Table<AuditRow>;
  /** Those to show, in their order. */
  readonly rows: readonly Row<AuditRow>[];
  readonly empty: string;
}

export function GridBody({ table, rows, empty }: Props): JSX.Element {
  const { desk } = useOpened();
  const rowOf = useMemo(() => places(desk, rows), [desk, rows]);
  const visible = table.getVisibleLeafColumns();
  const scroller = useRef<HTMLDivElement>(null);
  const [cell, setCell] = useState<Cell>({ row: 0, column: 0 });
  const selection = useDesk((state) => state.selection);
  const at = { row: Math.min(cell.row, rows.length - 1), column: Math.min(cell.column, visible.length - 1) };
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    // The titles stay on top of the rows that scroll under them.
    scrollPaddingStart: titleHeight,
    scrollMargin: titleHeight,
    // The tab stop is always there, also when it is scrolled out of sight.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.max(0, at.row)])].sort((a, b) => a - b),
  });

  const focusCell = (to: Cell): void => {
    setCell(to);
    if (to.row >= 0) virtual.scrollToIndex(to.row);
    requestAnimationFrame(() => {
      const cellAt = scroller.current?.querySelector<HTMLElement>(`[data-cell="${to.row} ${to.column}"]`);
      cellAt?.focus({ preventScroll: true });
      cellAt?.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  };

  // What another pane or a key selects is shown here; the focus goes along when it is here.
  const follow = useEffectEvent((wanted: Selection) => {
    if (deskState().selection !== wanted) return;
    // Several rows may be about the same.
    if (same(rows[at.row]?.original.selection ?? null, wanted)) return;
    const index = rowOf(wanted);
    if (index < 0 || index === at.row) return;
    if (scroller.current?.contains(document.activeElement)) focusCell({ row: index, column: at.column });
    else {
      setCell({ row: index, column: at.column });
      virtual.scrollToIndex(index);
    }
  });
  useEffect(() => {
    if (selection) follow(selection);
  }, [selection]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const to = target(event, at, rows.length, visible.length);
    if (to) {
      event.preventDefault();
      focusCell(to);
    } else if (event.key === "Enter" && at.row >= 0 && event.target instanceof HTMLDivElement) {
      event.preventDefault();
      goToPane("inspector");
    }
  };

  const shown = visible.map((column) => looks[column.id as ColumnName]);
  const template = shown
    .map(({ least, share }) => (share > 0 ? `minmax(${least}rem, ${share}fr)` : `${least}rem`))
    .join(" ");
  const least = shown.reduce((sum, look) => sum + look.least, 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot be windowed
    <div
      ref={scroller}
      role="grid"
      className="audit-grid"
      aria-label="Audit: a row for each claim and source"
      aria-rowcount={rows.length + 1}
      aria-colcount={visible.length}
      aria-multiselectable={false}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      style={{ "--columns": template, "--least": `${least}rem` } as React.CSSProperties}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="row" className="audit-row audit-titles" aria-rowindex={1} tabIndex={-1}>
        {table.getFlatHeaders().map((header, column) => (
          <HeaderCell
            key={header.id}
            header={header}
            cell={{ row: -1, column }}
            stop={at.row === -1 && at.column === column}
            onFocus={setCell}
          />
        ))}
      </div>
      <div role="presentation" className="audit-rows" style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <BodyRow
                key={row.id}
                row={row}
                index={index}
                start={start - titleHeight}
                selected={same(row.original.selection, selection) && selection !== null}
                stop={at.row === index ? at.column : null}
                columns={visible}
                onFocus={setCell}
              />
            )
          );
        })}
      </div>
      {rows.length === 0 && <p className="hint empty-grid">{empty}</p>}
    </div>
  );
}

function target(event: KeyboardEvent, { row, column }: Cell, rows: number, columns: number): Cell | null {
  const page = 8;
  const within = (r: number, c: number): Cell => ({
    row: Math.max(-1, Math.min(rows - 1, r)),
    column: Math.max(0, Math.min(columns - 1, c)),
  });
  const far = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case "ArrowDown":
      return within(row + 1, column);
    case "ArrowUp":
      return within(row - 1, column);
    case "ArrowRight":
      return within(row, column + 1);
    case "ArrowLeft":
      return within(row, column - 1);
    case "PageDown":
      return within(row + page, column);
    case "PageUp":
      return within(Math.max(0, row - page), column);
    case "Home":
      return within(far ? 0 : row, 0);
    case "End":
      return within(far ? rows - 1 : row, columns - 1);
    default:
      return null;
  }
}

interface HeaderProps {
  readonly header: Header<AuditRow, unknown>;
  readonly cell: Cell;
  readonly stop: boolean;
  readonly onFocus: (cell: Cell) => void;
}

const sortWords = { asc: "ascending", desc: "descending" } as const;

function HeaderCell({ header, cell, stop, onFocus }: HeaderProps): JSX.Element {
  const { column } = header;
  const sorted = column.getIsSorted();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside is the stop
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot be windowed
    <div role="columnheader" aria-sort={sorted ? sortWords[sorted] : "none"} aria-colindex={cell.column + 1}>
      <button
        type="button"
        data-cell={`${cell.row} ${cell.column}`}
        tabIndex={stop ? 0 : -1}
        title="Sort; with Shift, sort by this as well"
        onFocus={() => onFocus(cell)}
        onClick={column.getToggleSortingHandler()}
      >
        {looks[column.id as ColumnName].name}
        <span aria-hidden="true">{sorted ? (sorted === "asc" ? " ↑" : " ↓") : ""}</span>
      </button>
    </div>
  );
}

interface RowProps {
  readonly row: Row<AuditRow>;
  readonly index: number;
  readonly start: number;
  readonly selected: boolean;
  /** The column of the tab stop, or null where it is in another row. */
  readonly stop: number | null;
  /** What tells a row that other columns are shown. */
  readonly columns: readonly unknown[];
  readonly onFocus: (cell: Cell) => void;
}

const BodyRow = memo(function BodyRow({ row, index, start, selected, stop, onFocus }: RowProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot be windowed
    <div
      role="row"
      className="audit-row"
      data-kind={row.original.kind}
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={-1}
      style={{ transform: `translateY(${start}px)` }}
    >
      {row.getVisibleCells().map((cell, column) => (
        // biome-ignore lint/a11y/useSemanticElements: a table element cannot be windowed
        <div
          key={cell.id}
          role="gridcell"
          data-cell={`${index} ${column}`}
          data-column={cell.column.id}
          aria-colindex={column + 1}
          tabIndex={stop === column ? 0 : -1}
          onFocus={() => {
            onFocus({ row: index, column });
            select(row.original.selection);
          }}
        >
          {flexRender(cell.column.columnDef.cell, cell.getContext())}
        </div>
      ))}
    </div>
  );
});
