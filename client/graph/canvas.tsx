/** The foundation graph on its canvas. Loaded only when the graph is shown; tells its pane when it cannot draw. */
import { type JSX, type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { useOpened, useQuestion } from "../desk/context.ts";
import { type Desk, titleOf } from "../desk/desk.ts";
import { claimOf, questionOf, workOf } from "../desk/emphasis.ts";
import { useShown } from "../desk/shown.ts";
import { claimSentence, count } from "../desk/words.ts";
import type { Selection } from "../state/address.ts";
import { announce } from "../state/announce.ts";
import { useGraphView } from "../state/graph-view.ts";
import { offerPicture } from "../state/picture.ts";
import { deskState, select, useDesk } from "../state/store.ts";
import { useTheme } from "../state/theme.ts";
import { useVerdicts } from "../state/verdicts.ts";
import { onZoom, type ZoomStep } from "../state/zoom.ts";
import type { Room } from "./arrange.ts";
import { lightOf, lightOfGroup } from "./light.ts";
import { Minimap, minimapFrom } from "./minimap.tsx";
import type { Picture } from "./overlay.ts";
import type { Drawn } from "./paint.ts";
import { readPalette } from "./palette.ts";
import { pointing } from "./pointing.ts";
import { createRenderer, type Part, type Renderer } from "./renderer.ts";
import { createScene, linkLooks, nodeLook, type Scene, type SceneOptions, suits } from "./scene.ts";
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
  const frame = useRef<((part: Part) => void) | null>(null);
  const [group, setGroup] = useState<string | null>(null);
  const room = useRoom(container);
  const scene = useScene(desk, room, renderer);
  const current = useRef<Scene | null>(null);
  const picture = usePicture(desk, scene, container);
  const away = useDesk((state) => state.camera !== null);

  const trouble = useEffectEvent(onTrouble);
  const ready = room !== null;
  useEffect(() => {
    const element = container.current;
    if (!element || !ready) return;
    try {
      const { clientWidth: width, clientHeight: height } = element;
      const outside = {
        scene: () => current.current,
        onGroup: setGroup,
        onView: (part: Part) => frame.current?.(part),
        onLost: () => trouble("The graphics card was lost"),
      };
      const edges = desk.analysis.edges.length;
      renderer.current = createRenderer(element, pointing(desk, outside), { width, height }, edges);
    } catch (error) {
      console.info("graph: no canvas", error);
      trouble("This browser has no WebGL");
      return;
    }
    const stop = onZoom((step) => {
      if (renderer.current) moves[step](renderer.current);
    });
    const withdraw = offerPicture((kind) => renderer.current!.image(kind, titleOf(desk)));
    return () => {
      stop();
      withdraw();
      renderer.current?.kill();
      renderer.current = null;
    };
  }, [desk, ready]);

  useEffect(() => {
    if (!picture) return;
    current.current = picture.scene;
    renderer.current?.show(picture);
  }, [picture]);
  useCamera(renderer, picture);
  useLight(desk, renderer, picture, group);
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
      {away && picture && picture.scene.nodes.length >= minimapFrom && (
        <div className="minimap-place" aria-hidden="true">
          <Minimap picture={picture} frame={frame} onPoint={(point) => renderer.current?.centreOn(point)} />
        </div>
      )}
    </div>
  );
}

const pan = 0.3;

const moves: Readonly<Record<ZoomStep, (renderer: Renderer) => void>> = {
  "zoom-fit": (renderer) => renderer.showAll(true),
  "zoom-in": (renderer) => renderer.zoomBy(zoomFactor),
  "zoom-out": (renderer) => renderer.zoomBy(1 / zoomFactor),
  "pan-left": (renderer) => renderer.panBy(-pan, 0),
  "pan-right": (renderer) => renderer.panBy(pan, 0),
  "pan-up": (renderer) => renderer.panBy(0, -pan),
  "pan-down": (renderer) => renderer.panBy(0, pan),
};

function timedScene(desk: Desk, options: SceneOptions, room: Room): Scene {
  const start = performance.now();
  const scene = createScene(desk, options, createMeasure(), room);
  performance.measure("footing:scene", { start });
  return scene;
}

/** Returns the picture of what is shown in the room there is; null until the faces of its labels can be measured. */
function useScene(desk: Desk, room: Room | null, renderer: React.RefObject<Renderer | null>): Scene | null {
  const [scene, setScene] = useState<Scene | null>(null);
  const shown = useShown();
  const notes = useGraphView((state) => state.notes);
  const grouped = useGraphView((state) => state.grouped);
  const options = useMemo(() => ({ shown, notes, grouped }), [shown, notes, grouped]);
  useEffect(() => {
    if (!room) return;
    let current = true;
    renderer.current?.resize();
    void loadFaces().then(() => {
      if (current)
        setScene((old) => (old && suits(old, options, room) ? old : timedScene(desk, options, room)));
    });
    return () => {
      current = false;
    };
  }, [desk, options, room, renderer]);
  return scene;
}

/** Keeps the camera and the address the same. */
function useCamera(renderer: React.RefObject<Renderer | null>, picture: Picture | null): void {
  const camera = useDesk((state) => state.camera);
  const drawn = picture !== null;
  useEffect(() => {
    if (drawn) renderer.current?.look(camera);
  }, [renderer, camera, drawn]);
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
      nodeLook: (id) => nodeLook(desk, question, palette, scene, id),
      linkLook: linkLooks(question, verdictOf, palette, scene.links.length),
      nameOf: (id) => nameOf(desk, scene, id),
    };
  }, [desk, scene, question, verdictOf, dark, element]);
}

/** Lights what is hovered, else what is selected, in whatever pane that happened. */
function useLight(
  desk: Desk,
  renderer: React.RefObject<Renderer | null>,
  picture: Picture | null,
  group: string | null,
): void {
  const selection = useDesk((state) => state.selection);
  const hovered = useDesk((state) => state.hover);
  useEffect(() => {
    if (!picture) return;
    const { scene } = picture;
    const open = group !== null && scene.groups?.byId.has(group);
    renderer.current?.light(open ? lightOfGroup(scene, group) : lightOf(desk, scene, selection, hovered));
  }, [desk, renderer, picture, selection, hovered, group]);
  useEffect(() => {
    const id = claimOf(desk, selection)?.id ?? workOf(desk, selection)?.id;
    if (id !== undefined && picture) renderer.current?.reveal(picture.scene.groups?.standIn.get(id) ?? id);
  }, [desk, renderer, picture, selection]);
}

function nameOf(desk: Desk, { groups }: Scene, id: string): string {
  const name = groups?.byId.get(id)?.name ?? desk.claimById.get(id)?.statement.label;
  return name ?? desk.workById.get(id)?.source.label ?? "";
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
    /** For tests: the nodes that are lit. */
    footingLit?: () => readonly string[];
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
    window.footingLit = () => [...(renderer.current?.lit() ?? [])];
    return () => {
      delete window.footingLit;
      delete window.footingPosition;
      delete window.footingLabels;
    };
  }, [renderer]);
}
