/** Panes behind tabs, for windows in which not all fit side by side. */
import { Tabs } from "radix-ui";
import { type JSX, useRef } from "react";
import { SelectionBar } from "./parts/selection-bar.tsx";
import { paneNames } from "./state/panes.ts";
import { type PaneName, showPane, useDesk } from "./state/store.ts";

interface Props {
  readonly panes: readonly PaneName[];
  readonly pane: (name: PaneName) => JSX.Element;
}

export function PaneTabs({ panes, pane }: Props): JSX.Element {
  const wanted = useDesk((state) => state.pane);
  // What stands outside the tabs takes no tab away.
  const last = useRef(panes[0]!);
  if (panes.includes(wanted)) last.current = wanted;
  const shown = panes.includes(last.current) ? last.current : panes[0]!;
  return (
    <Tabs.Root className="tabs" value={shown} onValueChange={(value) => showPane(value as PaneName)}>
      <Tabs.List className="tab-bar" aria-label="Panes">
        {panes.map((name) => (
          <Tabs.Trigger key={name} value={name}>
            {paneNames[name]}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {panes.includes("text") && <SelectionBar />}
      {panes.map((name) => (
        <Tabs.Content key={name} value={name} className="tab-content" tabIndex={-1}>
          {pane(name)}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
