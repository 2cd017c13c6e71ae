/** Which columns the audit table shows; kept in the browser. */
import type { Table } from "@tanstack/react-table";
import { DropdownMenu } from "radix-ui";
import type { JSX } from "react";
import { type ColumnName, looks } from "./columns.tsx";
import type { AuditRow } from "./rows.ts";

export function ColumnChooser({ table }: { readonly table: Table<AuditRow> }): JSX.Element {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="tool worded">Columns</DropdownMenu.Trigger>
      <DropdownMenu.Content
        className="menu"
        align="end"
        sideOffset={4}
        collisionPadding={8}
        aria-label="Columns"
      >
        {table.getAllLeafColumns().map((column) => (
          <DropdownMenu.CheckboxItem
            key={column.id}
            checked={column.getIsVisible()}
            onCheckedChange={(shown) => column.toggleVisibility(shown)}
            // Several are chosen in one go.
            onSelect={(event) => event.preventDefault()}
          >
            <span className="menu-check">
              <DropdownMenu.ItemIndicator>✓</DropdownMenu.ItemIndicator>
            </span>
            {looks[column.id as ColumnName].name}
          </DropdownMenu.CheckboxItem>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
