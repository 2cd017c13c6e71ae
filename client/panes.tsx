/** The panes side by side, two of them and tabs, or one and a tab bar, as the window allows. */
import { type JSX, type ReactNode, useSyncExternalStore } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";
import { useOpened } from "./desk/context.ts";
import { titleOf } from "./desk/desk.ts";
import { GraphPane, GraphTools } from "./graph/graph-pane.tsx";
import { later } from "./parts/later.tsx";
import { ReadingPane } from "./reading/reading-pane.tsx";
import { paneId, paneNames } from "./state/panes.ts";
import { type PaneName, useDesk } from "./state/store.ts";

// Tabs are for smaller windows; the inspector fills up behind the text.
const AuditBar = later(
  async () => (await import("./audit/audit-bar.tsx")).AuditBar,
  <footer className="audit-bar" />,
);
const AuditGrid = later(async () => (await import("./audit/audit-grid.tsx")).AuditGrid);
const PaneTabs = later(async () => (await import("./pane-tabs.tsx")).PaneTabs);
const Inspector = later(async () => (await import("./inspector/inspector.tsx")).Inspector);

type Width = "wide" | "middle" | "narrow";

const wide = matchMedia("(min-width: 1200px)");
const middle = matchMedia("(min-width: 700px)");

const widthNow = (): Width => (wide.matches ? "wide" : middle.matches ? "middle" : "narrow");

function watchWidth(changed: () => void): () => void {
  for (const query of [wide, middle]) query.addEventListener("change", changed);
  return () => {
    for (const query of [wide, middle]) query.removeEventListener("change", changed);
  };
}

/** Loads what the text cannot be shown without in a window of this width. */
export async function loadFirst(): Promise<void> {
  if (!wide.matches) await PaneTabs.ready();
}

export function Panes(): JSX.Element {
  const width = useSyncExternalStore(watchWidth, widthNow);
  const { desk } = useOpened();
  return (
    <main className="workspace" data-width={width}>
      <h1 className="unseen">{titleOf(desk)}</h1>
      {width === "wide" && <WithDrawer name="wide">{<Wide />}</WithDrawer>}
      {width === "middle" && <WithDrawer name="middle">{<Middle />}</WithDrawer>}
      {width === "narrow" && <PaneTabs panes={narrowPanes} pane={pane} />}
    </main>
  );
}

const sidePanes: readonly PaneName[] = ["graph", "inspector"];
const narrowPanes: readonly PaneName[] = ["text", "graph", "inspector", "table"];

/** Draws a pane under a tab. */
const pane = (name: PaneName): JSX.Element => {
  switch (name) {
    case "text":
      return <TextPane />;
    case "graph":
      return <FoundationPane tabbed />;
    case "inspector":
      return <InspectorPane tabbed />;
    case "table":
      return <AuditPane tabbed />;
    default:
      return name satisfies never;
  }
};

function TextPane(): JSX.Element {
  return (
    <section className="pane text-pane" id={paneId("text")} tabIndex={-1} aria-label={paneNames.text}>
      <h2 className="unseen">{paneNames.text}</h2>
      <ReadingPane />
    </section>
  );
}

/** The head is a part of the pane where it stands alone; under tabs, the tab names it. */
function FoundationPane({ tabbed = false }: { readonly tabbed?: boolean }): JSX.Element {
  return (
    <section className="pane graph-pane" id={paneId("graph")} tabIndex={-1} aria-label={paneNames.graph}>
      <PaneHead name={paneNames.graph} hidden={tabbed}>
        <GraphTools />
      </PaneHead>
      <GraphPane />
    </section>
  );
}

function InspectorPane({ tabbed = false }: { readonly tabbed?: boolean }): JSX.Element {
  return (
    <section
      className="pane inspector-pane"
      id={paneId("inspector")}
      tabIndex={-1}
      aria-label={paneNames.inspector}
    >
      <PaneHead name={paneNames.inspector} hidden={tabbed} />
      <div className="inspector">
        <Inspector />
      </div>
    </section>
  );
}

function AuditPane({ tabbed = false }: { readonly tabbed?: boolean }): JSX.Element {
  return (
    <section className="pane audit-pane" id={paneId("table")} tabIndex={-1} aria-label={paneNames.table}>
      <h2 className="unseen">{paneNames.table}</h2>
      <AuditGrid tabbed={tabbed} />
    </section>
  );
}

interface HeadProps {
  readonly name: string;
  readonly hidden: boolean;
  readonly children?: ReactNode;
}

function PaneHead({ name, hidden, children }: HeadProps): JSX.Element {
  return (
    <div className="pane-head" data-bare={hidden && !children}>
      <h2 className={hidden ? "unseen" : undefined}>{name}</h2>
      {children}
    </div>
  );
}

function Splitter({ between }: { readonly between: string }): JSX.Element {
  return <Separator className="splitter" aria-label={`Width of ${between}`} />;
}

/** The panes, the audit table in a drawer under them while it is open, and the bar that opens it. */
function WithDrawer({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}): JSX.Element {
  const open = useDesk((state) => state.table);
  return (
    <>
      <Group orientation="vertical" className="panes" id={`${name}-drawer`}>
        <Panel id="desk" minSize="25%">
          {children}
        </Panel>
        {open && (
          <>
            <Separator className="splitter level" aria-label="Height of the audit table" />
            <Panel id="audit" defaultSize="40%" minSize="7rem">
              <AuditPane />
            </Panel>
          </>
        )}
      </Group>
      <AuditBar />
    </>
  );
}

function Wide(): JSX.Element {
  return (
    <Group orientation="horizontal" className="panes">
      <Panel id="text" defaultSize="34%" minSize="28rem">
        <TextPane />
      </Panel>
      <Splitter between="text and graph" />
      <Panel id="graph" minSize="20rem">
        <FoundationPane />
      </Panel>
      <Splitter between="graph and inspector" />
      <Panel id="inspector" defaultSize="22rem" minSize="16rem" groupResizeBehavior="preserve-pixel-size">
        <InspectorPane />
      </Panel>
    </Group>
  );
}

function Middle(): JSX.Element {
  return (
    <Group orientation="horizontal" className="panes">
      <Panel id="text" defaultSize="50%" minSize="18rem">
        <TextPane />
      </Panel>
      <Splitter between="text and the other pane" />
      <Panel id="side" minSize="18rem">
        <PaneTabs panes={sidePanes} pane={pane} />
      </Panel>
    </Group>
  );
}
