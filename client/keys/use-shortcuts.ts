/** Runs the shortcuts of the open document. Esc closes what floats first, and clears the selection only after that. */
import { useEffect } from "react";
import type { Opened } from "../desk/context.ts";
import { useOpened } from "../desk/context.ts";
import type { Desk, Work } from "../desk/desk.ts";
import { claimOf, questionOf, workOf } from "../desk/emphasis.ts";
import { shownNow } from "../desk/shown.ts";
import { claimSentence, count } from "../desk/words.ts";
import { toggleFilterPanel } from "../filters/panel-state.ts";
import { copyBibtex, copyLink } from "../parts/copy.ts";
import { withdrawOrRestore } from "../parts/withdraw.ts";
import { step } from "../review/act.ts";
import { announce, toast } from "../state/announce.ts";
import { goToPane } from "../state/panes.ts";
import { deskState, hover, select, setView } from "../state/store.ts";
import { zoom } from "../state/zoom.ts";
import { commandOf, undoOf } from "./command-of.ts";
import { clearByKey, commentByKey, judgeByKey, nextOpen } from "./judge-by-key.ts";
import type { CommandId } from "./registry.ts";

export function useShortcuts(openHelp: () => void): void {
  const opened = useOpened();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && !event.defaultPrevented && !isInDialog(event.target)) {
        select(null);
        hover(null);
        return;
      }
      const undoing = undoOf(event);
      if (undoing) {
        event.preventDefault();
        void step(opened, undoing);
        return;
      }
      const command = commandOf(event);
      if (!command) return;
      event.preventDefault();
      if (command === "help") openHelp();
      else actions[command](opened);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [opened, openHelp]);
}

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("dialog, [role=menu], [role=combobox]") !== null;

/** The source meant by W and Y: the one the focus is on in the list, before the one selected. */
function selectedWork(desk: Desk): Work | null {
  const focused = document.activeElement?.closest<HTMLElement>("[data-source]")?.dataset.source;
  return (focused && desk.workByRef.get(focused)) || workOf(desk, deskState().selection);
}

const actions: Readonly<Record<Exclude<CommandId, "help">, (opened: Opened) => void>> = {
  "next-claim": ({ desk }) => stepClaim(desk, 1),
  "previous-claim": ({ desk }) => stepClaim(desk, -1),
  "next-source": ({ desk }) => stepSource(desk, 1),
  "previous-source": ({ desk }) => stepSource(desk, -1),
  inspect: () => goToPane("inspector"),
  "go-inspector": () => goToPane("inspector"),
  "go-text": () => goToPane("text"),
  "go-graph": () => goToPane("graph"),
  "go-table": () => goToPane("table"),
  "verdict-1": (opened) => judgeByKey(opened, 0),
  "verdict-2": (opened) => judgeByKey(opened, 1),
  "verdict-3": (opened) => judgeByKey(opened, 2),
  "verdict-4": (opened) => judgeByKey(opened, 3),
  "clear-verdict": clearByKey,
  comment: commentByKey,
  "next-open": nextOpen,
  "toggle-list": () => {
    setView(deskState().view === "graph" ? "list" : "graph");
    goToPane("graph");
  },
  withdraw: ({ desk }) => {
    const work = selectedWork(desk);
    if (work) withdrawOrRestore(desk, work);
    else toast("Select a source first, then W withdraws it.");
  },
  "copy-bibtex": ({ id, desk }) => void copyBibtex(id, selectedWork(desk)?.source),
  "copy-link": () => void copyLink(),
  search: () => document.getElementById("search")?.focus(),
  filters: toggleFilterPanel,
  "zoom-in": () => zoom("zoom-in"),
  "zoom-out": () => zoom("zoom-out"),
  "zoom-fit": () => zoom("zoom-fit"),
};

/** Returns the first of the list that is shown, from `at` on, one by one in the direction of the step. */
function nextShown<T extends { readonly id: string }>(
  list: readonly T[],
  at: number,
  by: 1 | -1,
  shown: ReadonlySet<string> | undefined,
): T | undefined {
  for (let i = at; i >= 0 && i < list.length; i += by) if (!shown || shown.has(list[i]!.id)) return list[i];
  return undefined;
}

/** Goes along the claims shown, in document order; the focus follows when it is on a claim's chip. */
function stepClaim(desk: Desk, by: 1 | -1): void {
  const { claims } = desk;
  const now = claimOf(desk, deskState().selection);
  const from = now ? now.node.order + by : by > 0 ? 0 : claims.length - 1;
  const next = nextShown(claims, from, by, shownNow(desk)?.claims);
  if (!next) {
    announce(claims.length === 0 ? "No claims" : by > 0 ? "Last claim" : "First claim");
    return;
  }
  select({ kind: "claim", claim: next.ref });
  announce(claimSentence(desk, next, questionOf(desk, deskState().without)));
  if (document.activeElement?.matches("[data-chip]"))
    document.getElementById(`chip-${next.id}`)?.focus({ preventScroll: true });
}

function stepSource(desk: Desk, by: 1 | -1): void {
  const { works } = desk;
  const now = workOf(desk, deskState().selection);
  const from = now ? now.node.order + by : by > 0 ? 0 : works.length - 1;
  const next = nextShown(works, from, by, shownNow(desk)?.sources);
  if (!next) {
    announce(works.length === 0 ? "No sources" : by > 0 ? "Last source" : "First source");
    return;
  }
  select({ kind: "source", source: next.ref });
  announce(`Source ${next.source.label}, ${count(next.node.direct + next.node.carried, "claim")} on it`);
}
