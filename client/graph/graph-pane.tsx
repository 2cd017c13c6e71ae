/** The graph's pane: the canvas or the list that says the same, the switch between them, zoom, and the legend. */
import { Component, type JSX, lazy, type ReactNode, Suspense, useState } from "react";
import { Icon } from "../parts/icon.tsx";
import { setView, useDesk } from "../state/store.ts";
import { zoom } from "../state/zoom.ts";
import { Legend } from "./legend.tsx";

const EvidenceList = lazy(async () => ({ default: (await import("./evidence-list.tsx")).EvidenceList }));
const GraphCanvas = lazy(async () => ({ default: (await import("./canvas.tsx")).GraphCanvas }));

export function GraphTools(): JSX.Element {
  const view = useDesk((state) => state.view);
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
            aria-label="Zoom out"
            title="Zoom out (−)"
            onClick={() => zoom("zoom-out")}
          >
            <Icon name="minus" />
          </button>
          <button
            type="button"
            className="tool"
            aria-label="Zoom in"
            title="Zoom in (+)"
            onClick={() => zoom("zoom-in")}
          >
            <Icon name="plus" />
          </button>
          <button
            type="button"
            className="tool"
            aria-label="Show all"
            title="Show all (.)"
            onClick={() => zoom("zoom-fit")}
          >
            <Icon name="fit" />
          </button>
        </>
      )}
    </div>
  );
}

export function GraphPane(): JSX.Element {
  const view = useDesk((state) => state.view);
  const [trouble, setTrouble] = useState<string | null>(null);
  const list = (
    <Suspense fallback={<p className="hint waiting">Listing…</p>}>
      <EvidenceList />
    </Suspense>
  );
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
      <Suspense fallback={<p className="hint waiting">Drawing…</p>}>
        <GraphCanvas onTrouble={setTrouble} />
      </Suspense>
      <Legend />
    </Guard>
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
