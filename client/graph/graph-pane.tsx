/** The graph's pane: the canvas or the list that says the same, the switch between them, zoom, and the legend. */
import { Component, type JSX, type ReactNode, useState } from "react";
import { useOpened } from "../desk/context.ts";
import { useShown } from "../desk/shown.ts";
import { clearFilters } from "../filters/filter-bar.tsx";
import { Icon, type IconName } from "../parts/icon.tsx";
import { later } from "../parts/later.tsx";
import { groupedFrom, setGrouped, toggleNotes, useGraphView } from "../state/graph-view.ts";
import { setView, useDesk } from "../state/store.ts";
import { type ZoomStep, zoom } from "../state/zoom.ts";
import { Legend } from "./legend.tsx";
import { PanPad } from "./pan-pad.tsx";

const EvidenceList = later(
  async () => (await import("./evidence-list.tsx")).EvidenceList,
  <p className="hint waiting">Listing…</p>,
);
const ImageMenu = later(async () => (await import("./image-menu.tsx")).ImageMenu, <span className="tool" />);
const GraphCanvas = later(
  async () => (await import("./canvas.tsx")).GraphCanvas,
  <p className="hint waiting">Drawing…</p>,
);

export function GraphTools(): JSX.Element {
  const view = useDesk((state) => state.view);
  const notes = useGraphView((state) => state.notes);
  return (
    <div className="pane-tools">
      <fieldset className="segments">
        <legend className="unseen">Show as</legend>
        <button type="button" aria-pressed={view === "graph"} onClick={() => setView("graph")}>
          Graph
        </button>
        <button type="button" aria-pressed={view === "list"} onClick={() => setView("list")}>
          List
        </button>
      </fieldset>
      {view === "graph" && (
        <>
          <button
            type="button"
            className="tool"
            aria-label="Row of notes"
            title="Row of notes"
            aria-pressed={notes}
            onClick={toggleNotes}
          >
            <Icon name="notes" />
          </button>
          <Tool name="Zoom out" title="Zoom out (−)" icon="minus" step="zoom-out" />
          <Tool name="Zoom in" title="Zoom in (+)" icon="plus" step="zoom-in" />
          <Tool name="Show all" title="Show all (.)" icon="fit" step="zoom-fit" />
          <ImageMenu />
        </>
      )}
    </div>
  );
}

interface ToolProps {
  readonly name: string;
  readonly title: string;
  readonly icon: IconName;
  readonly step: ZoomStep;
}

function Tool({ name, title, icon, step }: ToolProps): JSX.Element {
  return (
    <button type="button" className="tool" aria-label={name} title={title} onClick={() => zoom(step)}>
      <Icon name={icon} />
    </button>
  );
}

export function GraphPane(): JSX.Element {
  const view = useDesk((state) => state.view);
  const [trouble, setTrouble] = useState<string | null>(null);
  const list = <EvidenceList />;
  if (view === "list") return list;
  if (trouble !== null)
    return (
      <>
        <p className="notice" role="status">
          {trouble}; here is the same as a list.
          <button type="button" className="button small" onClick={() => setTrouble(null)}>
            Retry
          </button>
        </p>
        {list}
      </>
    );
  return (
    <Guard onTrouble={setTrouble}>
      <GroupedNotice />
      <div className="graph-place">
        <GraphCanvas onTrouble={setTrouble} />
        <PanPad />
        <NoMatch />
      </div>
      <Legend />
    </Guard>
  );
}

function NoMatch(): JSX.Element | null {
  const shown = useShown();
  if (!shown || shown.claims.size + shown.sources.size > 0) return null;
  return (
    <p className="no-match">
      Nothing matches the filters.
      <button type="button" className="button small" onClick={clearFilters}>
        Clear
      </button>
    </p>
  );
}

/** Says that a large document is drawn in groups, and offers the whole of it. */
function GroupedNotice(): JSX.Element | null {
  const { desk } = useOpened();
  const shown = useShown();
  const grouped = useGraphView((state) => state.grouped);
  const nodes = shown ? shown.claims.size + shown.sources.size : desk.claims.length + desk.works.length;
  if (nodes <= groupedFrom) return null;
  return (
    <p className="notice" role="status">
      {grouped
        ? `${nodes.toLocaleString("en")} nodes, drawn by section; a click opens one.`
        : `${nodes.toLocaleString("en")} nodes, one by one.`}
      <button type="button" className="button small" onClick={() => setGrouped(!grouped)}>
        {grouped ? "Draw each" : "Draw by section"}
      </button>
    </p>
  );
}

interface GuardProps {
  readonly onTrouble: (why: string) => void;
  readonly children: ReactNode;
}

/** The canvas' code may fail to load, or to run on this machine; the list stands in then. */
class Guard extends Component<GuardProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(): void {
    this.props.onTrouble("The graph could not be drawn");
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
