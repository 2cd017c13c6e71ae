/** What the canvas follows: its room, what is shown, the theme, the selection, the camera of the address. */
import { type RefObject, useEffect, useMemo, useState } from "react";
import { useQuestion } from "../desk/context.ts";
import type { Desk } from "../desk/desk.ts";
import { claimOf, workOf } from "../desk/emphasis.ts";
import { markedNodes } from "../desk/findings.ts";
import { useShown } from "../desk/shown.ts";
import { useReview } from "../review/store.ts";
import { useGraphView } from "../state/graph-view.ts";
import { useDesk } from "../state/store.ts";
import { useTheme } from "../state/theme.ts";
import { useVerdicts, verdictNow } from "../state/verdicts.ts";
import type { Room } from "./arrange.ts";
import { lightOf, lightOfGroup } from "./light.ts";
import { linkLooks, nodeLook } from "./looks.ts";
import type { Picture } from "./overlay.ts";
import type { Drawn } from "./paint.ts";
import { readPalette } from "./palette.ts";
import type { Renderer } from "./renderer.ts";
import { createScene, type Scene, type SceneOptions, suits } from "./scene.ts";
import { createMeasure, loadFaces } from "./type.ts";

function timedScene(desk: Desk, options: SceneOptions, room: Room): Scene {
  const start = performance.now();
  const scene = createScene(desk, options, createMeasure(), room);
  performance.measure("footing:scene", { start });
  return scene;
}

/** Returns the picture of what is shown in the room there is; null until the faces of its labels can be measured. */
export function useScene(desk: Desk, room: Room | null, renderer: RefObject<Renderer | null>): Scene | null {
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
export function useCamera(renderer: RefObject<Renderer | null>, picture: Picture | null): void {
  const camera = useDesk((state) => state.camera);
  const drawn = picture !== null;
  useEffect(() => {
    if (drawn) renderer.current?.look(camera);
  }, [renderer, camera, drawn]);
}

/** Returns the room of the element, in whole pixels; changes when it does. */
export function useRoom(element: RefObject<HTMLElement | null>): Room | null {
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

export function usePicture(
  desk: Desk,
  scene: Scene | null,
  element: RefObject<HTMLElement | null>,
): Picture | null {
  const question = useQuestion();
  const marked = useReview((state) => markedNodes(desk, state.review.findings));
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
      linkLook: linkLooks(question, verdictNow, palette, scene.links.length),
      nameOf: (id) => nameOf(desk, scene, id),
      foundOn: (id) => {
        const severity = marked.get(id);
        return severity === undefined ? null : palette[severity === "error" ? "uncited" : "partly"];
      },
    };
  }, [desk, scene, question, marked, dark, element]);
}

/** Lights what is hovered, else what is selected, in whatever pane that happened. */
export function useLight(
  desk: Desk,
  renderer: RefObject<Renderer | null>,
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

/** Draws anew the links of the pairs that got another verdict. */
export function useRepainting(desk: Desk, renderer: RefObject<Renderer | null>, scene: Scene | null): void {
  useEffect(() => {
    if (!scene) return;
    return useVerdicts.subscribe(({ changed }) => {
      const links = changed.flatMap(({ claim, source }) =>
        (desk.claimById.get(claim)?.edges ?? []).flatMap((edge) =>
          edge.source === source ? (scene.linksOf.get(edge.id) ?? []) : [],
        ),
      );
      renderer.current?.repaint(links);
    });
  }, [desk, renderer, scene]);
}

function nameOf(desk: Desk, { groups }: Scene, id: string): string {
  const name = groups?.byId.get(id)?.name ?? desk.claimById.get(id)?.statement.label;
  return name ?? desk.workById.get(id)?.source.label ?? "";
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

export function usePositions(renderer: RefObject<Renderer | null>): void {
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
