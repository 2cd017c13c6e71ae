/** The foundation graph on its canvas. Loaded only when the graph is shown; tells its pane when it cannot draw. */
import { type JSX, type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { useOpened } from "../desk/context.ts";
import { type Desk, titleOf } from "../desk/desk.ts";
import { claimOf, questionOf, workOf } from "../desk/emphasis.ts";
import { claimSentence, count } from "../desk/words.ts";
import type { Selection } from "../state/address.ts";
import { announce } from "../state/announce.ts";
import { offerPicture } from "../state/picture.ts";
import { deskState, select, useDesk } from "../state/store.ts";
import { onZoom, type ZoomStep } from "../state/zoom.ts";
import { Minimap, minimapFrom } from "./minimap.tsx";
import { pointing } from "./pointing.ts";
import { createRenderer, type Part, type Renderer } from "./renderer.ts";
import type { Scene } from "./scene.ts";
import {
  useCamera,
  useLight,
  usePicture,
  usePositions,
  useRepainting,
  useRoom,
  useScene,
} from "./use-canvas.ts";
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
      const { claims, works, analysis } = desk;
      const count = { nodes: claims.length + works.length, edges: analysis.edges.length };
      renderer.current = createRenderer(element, pointing(desk, outside), { width, height }, count);
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
  useRepainting(desk, renderer, scene);
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

function sentence(desk: Desk, selection: Selection): string {
  const claim = claimOf(desk, selection);
  if (claim) return claimSentence(desk, claim, questionOf(desk, deskState().without));
  const work = workOf(desk, selection);
  return work
    ? `Source ${work.source.label}, ${count(work.node.direct + work.node.carried, "claim")} on it`
    : "";
}
