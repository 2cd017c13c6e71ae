/** The foundation graph on its canvas. Loaded only when the graph is shown; tells its pane when it cannot draw. */
import { type JSX, type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { useOpened, useQuestion } from "../desk/context.ts";
import type { Desk } from "../desk/desk.ts";
import { claimOf, emphasisOf, hoverEmphasisOf, questionOf, workOf } from "../desk/emphasis.ts";
import { useShown } from "../desk/shown.ts";
import { claimSentence, count } from "../desk/words.ts";
import type { Selection } from "../state/address.ts";
import { announce } from "../state/announce.ts";
import { deskState, hover, select, useDesk } from "../state/store.ts";
import { useTheme } from "../state/theme.ts";
import { useVerdicts } from "../state/verdicts.ts";
import { onZoom } from "../state/zoom.ts";
import type { Room } from "./arrange.ts";
import type { Picture } from "./overlay.ts";
import type { Drawn } from "./paint.ts";
import { readPalette } from "./palette.ts";
import { createRenderer, type Renderer } from "./renderer.ts";
import { createScene, edgeLooks, nodeLook, type Scene, suits } from "./scene.ts";
import { createMeasure, loadFaces } from "./type.ts";
import { isArrow, walk } from "./walk.ts";

interface Props {
  /** The canvas cannot be drawn, and why in one line. */
  readonly onTrouble: (why: string) => void;
}

const zoomFactor = 1.4;

export function GraphCanvas({ onTrouble }: Props): JSX.Element {
  const { desk } = useOpened();
  const container = useRef<HTMLDivElement>(null);
  const renderer = useRef<Renderer | null>(null);
  const [scene, setScene] = useState<Scene | null>(null);
  const room = useRoom(container);
  const shown = useShown();
  const picture = usePicture(desk, scene, container);

  useEffect(() => {
    if (!room) return;
    let current = true;
    renderer.current?.resize();
    void loadFaces().then(() => {
      if (current)
        setScene((old) =>
          old && suits(old, shown, room) ? old : createScene(desk, shown, createMeasure(), room),
        );
    });
    return () => {
      current = false;
    };
  }, [desk, shown, room]);

  const trouble = useEffectEvent(onTrouble);
  const ready = room !== null;
  useEffect(() => {
    const element = container.current;
    if (!element || !ready) return;
    try {
      const { clientWidth: width, clientHeight: height } = element;
      const onLost = (): void => trouble("The graphics card was lost");
      const size = { width, height };
      renderer.current = createRenderer(element, handlers(desk, onLost), size, desk.analysis.edges.length);
    } catch (error) {
      console.info("graph: no canvas", error);
      trouble("This browser has no WebGL");
      return;
    }
    const stop = onZoom((step) => {
      if (step === "zoom-fit") renderer.current?.showAll(true);
      else renderer.current?.zoomBy(step === "zoom-in" ? zoomFactor : 1 / zoomFactor);
    });
    return () => {
      stop();
      renderer.current?.kill();
      renderer.current = null;
    };
  }, [desk, ready]);

  useEffect(() => {
    if (picture) renderer.current?.show(picture);
  }, [picture]);
  useLight(desk, renderer, picture);
  usePositions(renderer);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isArrow(event.key) || !scene) return;
    event.preventDefault();
    const next = walk(desk, scene, deskState().selection, event.key);
    if (next) select(next);
    announce(next ? sentence(desk, next) : "Nothing further that way");
  };
  const { claims, works, analysis } = desk;
  return (
    <div
      role="application"
      className="canvas"
      id="graph-canvas"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is the tab stop of the whole picture
      tabIndex={0}
      aria-label={`Foundation graph: ${count(claims.length, "claim")}, ${count(works.length, "source")}, ${count(analysis.edges.length, "citation")}`}
      aria-describedby="graph-hint"
      onKeyDown={onKeyDown}
    >
      <p id="graph-hint" className="unseen">
        Arrow keys go along claims and sources, and up and down their citations. L shows the same as a list.
      </p>
      <div ref={container} className="stage" aria-hidden="true" />
    </div>
  );
}

/** Returns the room of the element, in whole pixels; changes when it does. */
function useRoom(element: React.RefObject<HTMLElement | null>): Room | null {
  const [room, setRoom] = useState<Room | null>(null);
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = target;
      if (width === 0 || height === 0) return;
      setRoom((old) => (old?.width === width && old.height === height ? old : { width, height }));
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return room;
}

function usePicture(
  desk: Desk,
  scene: Scene | null,
  element: React.RefObject<HTMLElement | null>,
): Picture | null {
  const question = useQuestion();
  const verdictOf = useVerdicts((state) => state.verdictOf);
  const dark = useTheme((state) => state.dark);
  // The theme changes what the style sheet says, which React cannot see.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `dark` stands for the colours read
  return useMemo(() => {
    if (!scene || !element.current) return null;
    const palette = readPalette(element.current);
    return {
      scene,
      palette,
      nodeLook: (id) => nodeLook(desk, question, palette, id),
      edgeLook: edgeLooks(question, verdictOf, palette, scene.edges.length),
      edgeById: new Map(scene.edges.map((e) => [e.id, e])),
      nameOf: (id) => desk.claimById.get(id)?.statement.label ?? desk.workById.get(id)?.source.label ?? "",
    };
  }, [desk, scene, question, verdictOf, dark, element]);
}

/** Lights what is hovered, else what is selected, in whatever pane that happened. */
function useLight(desk: Desk, renderer: React.RefObject<Renderer | null>, picture: Picture | null): void {
  const selection = useDesk((state) => state.selection);
  const hovered = useDesk((state) => state.hover);
  useEffect(() => {
    if (!picture) return;
    const emphasis = hovered ? hoverEmphasisOf(desk, hovered) : emphasisOf(desk, selection);
    const focus = [claimOf(desk, selection)?.id, workOf(desk, selection)?.id].filter(
      (id) => id !== undefined,
    );
    const claim = claimOf(desk, hovered ?? selection);
    const quoted = claim && { id: claim.id, text: claim.statement.text };
    renderer.current?.light({ emphasis, focus, quoted });
  }, [desk, renderer, picture, selection, hovered]);
  useEffect(() => {
    const id = claimOf(desk, selection)?.id ?? workOf(desk, selection)?.id;
    if (id !== undefined && picture) renderer.current?.reveal(id);
  }, [desk, renderer, picture, selection]);
}

function handlers(desk: Desk, onLost: () => void): Parameters<typeof createRenderer>[1] {
  const selectionOf = (
    target: { readonly kind: "node" | "edge"; readonly id: string } | null,
  ): Selection | null => {
    if (!target) return null;
    if (target.kind === "edge") {
      const edge = desk.analysis.edges.find((e) => e.id === target.id);
      const claim = edge && desk.claimById.get(edge.claim);
      const work = edge && desk.workById.get(edge.source);
      return claim && work ? { kind: "pair", claim: claim.ref, source: work.ref } : null;
    }
    const claim = desk.claimById.get(target.id);
    if (claim) return { kind: "claim", claim: claim.ref };
    const work = desk.workById.get(target.id);
    return work ? { kind: "source", source: work.ref } : null;
  };
  return {
    onNode(id, extend) {
      const target = selectionOf({ kind: "node", id });
      const claim = claimOf(desk, deskState().selection);
      const pair = extend && claim && target?.kind === "source" && claim.edges.some((e) => e.source === id);
      select(pair ? { kind: "pair", claim: claim.ref, source: target.source } : target);
    },
    onEdge: (id) => select(selectionOf({ kind: "edge", id })),
    onStage: () => select(null),
    onHover: (target) => hover(selectionOf(target)),
    onLost,
  };
}

function sentence(desk: Desk, selection: Selection): string {
  const claim = claimOf(desk, selection);
  if (claim) return claimSentence(desk, claim, questionOf(desk, deskState().without));
  const work = workOf(desk, selection);
  return work
    ? `Source ${work.source.label}, ${count(work.node.direct + work.node.carried, "claim")} on it`
    : "";
}

declare global {
  interface Window {
    /** For tests and other automation: where a node stands on the page, in CSS pixels, or null. */
    footingPosition?: (id: string) => { readonly x: number; readonly y: number } | null;
    /** For tests: each line of text as drawn, in CSS pixels from the top left of the stage. */
    footingLabels?: () => readonly Drawn[] | null;
  }
}

function usePositions(renderer: React.RefObject<Renderer | null>): void {
  useEffect(() => {
    window.footingPosition = (id) => {
      const at = renderer.current?.positionOf(id);
      const stage = document.querySelector("#graph-canvas .stage")?.getBoundingClientRect();
      return at && stage ? { x: stage.x + at.x, y: stage.y + at.y } : null;
    };
    window.footingLabels = () => renderer.current?.drawn() ?? null;
    return () => {
      delete window.footingPosition;
      delete window.footingLabels;
    };
  }, [renderer]);
}
