/**
 * The one file that knows Sigma: puts a scene on the screen, moves the camera, says what was clicked. Colours come
 * from outside; labels and everything lit are drawn on our own layer (`overlay.ts`). Longer than most files because
 * what knows Sigma stays in one.
 */
import { MultiDirectedGraph } from "graphology";
import { Sigma } from "sigma";
import type { CameraState } from "sigma/types";
import { type Camera, roundCamera } from "../state/address.ts";
import type { Room } from "./arrange.ts";
import type { Point } from "./curve.ts";
import { fallOf } from "./fall.ts";
import { fill, type Painted, paint, paintLinks } from "./fill.ts";
import { type FreshLink, freshLink } from "./fresh.ts";
import { type ImageKind, imageOf } from "./image.ts";
import { drawOverlay, type Light, type Picture } from "./overlay.ts";
import type { Drawn, View } from "./paint.ts";
import { circle } from "./programs/circle.ts";
import { createLineProgram } from "./programs/line.ts";
import { createFigureProgram } from "./programs/node.ts";
import { square } from "./programs/square.ts";
import { drawsInSoftware } from "./programs/unroll.ts";
import { type Link, margin } from "./scene.ts";

export interface Handlers {
  readonly onNode: (id: string, extend: boolean) => void;
  readonly onEdge: (id: string) => void;
  readonly onStage: () => void;
  readonly onHover: (target: { readonly kind: "node" | "edge"; readonly id: string } | null) => void;
  /** The camera has come to rest; null where it shows the whole picture. */
  readonly onCamera: (camera: Camera | null) => void;
  /** What part of the picture is on the screen, in its own pixels; called with each frame. */
  readonly onView: (part: Part) => void;
  /** The graphics card was taken away; the renderer is of no more use. */
  readonly onLost: () => void;
}

/** A part of the picture, in the picture's pixels. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Renderer {
  /** Draws another scene, or the same one in other colours. */
  readonly show: (picture: Picture) => void;
  readonly light: (light: Light) => void;
  /** Draws links again whose verdict has changed. */
  readonly repaint: (links: readonly Link[]) => void;
  /** Fits the canvas to its container; what is shown stays, unless it was the whole picture. */
  readonly resize: () => void;
  readonly zoomBy: (factor: number) => void;
  /** Shows the whole picture, not much larger than life. */
  readonly showAll: (animated?: boolean) => void;
  /** Moves the camera to where an address says it was; null shows the whole picture. */
  readonly look: (camera: Camera | null) => void;
  /** Moves the camera by a share of what is on the screen. */
  readonly panBy: (x: number, y: number) => void;
  /** Moves the camera to a point of the picture. */
  readonly centreOn: (point: Point) => void;
  /** Brings the node into view if it is not. */
  readonly reveal: (id: string) => void;
  /** Returns the node's middle in CSS pixels from the top left of the container, or null. */
  readonly positionOf: (id: string) => { readonly x: number; readonly y: number } | null;
  /** Returns the texts on the screen, line by line, or null before anything is shown. */
  readonly drawn: () => readonly Drawn[] | null;
  /** Returns what is on the screen as an image. */
  readonly image: (kind: ImageKind, title: string) => Promise<Blob>;
  /** Returns the nodes that are lit. */
  readonly lit: () => ReadonlySet<string>;
  readonly kill: () => void;
}

const largestFit = 1.25;
/** How long the camera rests before its place is told, in milliseconds. */
const restsAfter = 250;
const curvePieces = 24;
/** So many are looked at from afar: they need no smooth curves, and drawn in software no soft rims. */
const manyEdges = 10_000;
const fewPieces = 8;
/** Above this, finding the edge under the pointer costs more than it helps. */
const mostPickedEdges = 20_000;
/** From so many links on, not all of them are drawn again for the few that look different: our own layer shows those. */
const manyLinks = 1000;
const mostFresh = 200;
/** Below this, a picture is drawn quickly whatever draws it. */
const manyInstances = 1000;
const nothing = (): void => {};
const still = matchMedia("(prefers-reduced-motion: reduce)");
/** Milliseconds of a move that explains itself. */
const duration = 250;

/** Returns a renderer in the container, for so many claims, sources and edges. Throws where there is no WebGL. */
export function createRenderer(
  container: HTMLElement,
  handlers: Handlers,
  room: Room,
  count: { readonly nodes: number; readonly edges: number },
): Renderer {
  const began = performance.now();
  const instances = count.nodes + count.edges < manyInstances || !drawsInSoftware();
  const crowded = !instances && count.edges > manyEdges;
  let graph = new MultiDirectedGraph();
  const sigma = new Sigma(graph, container, {
    allowInvalidContainer: true,
    renderLabels: false,
    defaultDrawNodeHover: nothing,
    nodeProgramClasses: {
      claim: createFigureProgram(square, instances),
      source: createFigureProgram(circle, instances),
    },
    nodeHoverProgramClasses: {},
    edgeProgramClasses: {
      straight: createLineProgram(1, instances, crowded),
      curved: createLineProgram(count.edges > manyEdges ? fewPieces : curvePieces, instances, crowded),
    },
    itemSizesReference: "positions",
    zoomToSizeRatioFunction: (ratio) => ratio,
    stagePadding: 0,
    minCameraRatio: 0.02,
    maxCameraRatio: 20,
    enableCameraRotation: false,
    enableEdgeEvents: count.edges <= mostPickedEdges,
    zIndex: false,
  });
  performance.measure("footing:canvas", { start: began });
  const layer = document.createElement("canvas");
  layer.className = "graph-overlay";
  container.append(layer);
  const context = layer.getContext("2d");
  let picture: Picture | null = null;
  let light: Light = {
    nodes: new Set(),
    links: [],
    focus: [],
    quoted: null,
  };
  let size = room;
  /** The camera that shows the whole picture, once it has. */
  let whole: CameraState | null = null;

  const toScreen = ({ x, y }: { readonly x: number; readonly y: number }) =>
    sigma.graphToViewport({ x, y: -y });
  const middleOf = (id: string): { readonly x: number; readonly y: number } | null => {
    const data = graph.hasNode(id) ? sigma.getNodeDisplayData(id) : undefined;
    return data ? sigma.framedGraphToViewport(data) : null;
  };
  const scale = (): number => {
    const [a, b] = [toScreen({ x: 0, y: 0 }), toScreen({ x: 100, y: 0 })];
    return (b.x - a.x) / 100;
  };
  const view = (): View => ({ toScreen, middleOf, scale: scale(), ...size });
  let drawn: readonly Drawn[] | null = null;
  const draw = (): void => {
    if (!picture || !context) return;
    const ratio = devicePixelRatio;
    const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
    if (layer.width !== width || layer.height !== height) Object.assign(layer, { width, height });
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawn = drawOverlay(context, picture, view(), light, fresh.values());
  };
  /** The links judged last, drawn above the picture. */
  const fresh = new Map<string, FreshLink>();
  /** Links with a new colour that the graphics card hears of when it draws the next time. */
  const untold = new Set<Link>();
  const tell = ({ nodes, edges }: Painted): void => {
    if (nodes.length + edges.length > 0)
      sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true, schedule: true });
  };
  sigma.on("beforeRender", () => {
    if (untold.size === 0 || !picture) return;
    const painted = paintLinks(graph, picture, untold);
    untold.clear();
    tell(painted);
  });
  const fromScreen = (x: number, y: number): Point => {
    const at = sigma.viewportToGraph({ x, y });
    return { x: at.x, y: -at.y };
  };
  sigma.on("afterRender", () => {
    draw();
    const [from, to] = [fromScreen(0, 0), fromScreen(size.width, size.height)];
    handlers.onView({ ...from, width: to.x - from.x, height: to.y - from.y });
  });
  listen(sigma, handlers);
  const alive = new AbortController();
  for (const canvas of Object.values(sigma.getCanvases()))
    canvas.addEventListener("webglcontextlost", handlers.onLost, { once: true, signal: alive.signal });

  const cameraFor = (wanted: number): CameraState => {
    const cameraState = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };
    const [a, b] = [0, 100].map((x) => sigma.graphToViewport({ x, y: 0 }, { cameraState }));
    // As the camera will have it: one that stops short of what was wanted shows the whole picture too.
    const ratio = sigma.getCamera().getBoundedRatio((b!.x - a!.x) / 100 / wanted);
    return { ...cameraState, ratio };
  };
  const showAll = (animated = false): void => {
    if (!picture) return;
    const { width, height } = picture.scene;
    const wanted = Math.min(
      largestFit,
      (size.width - 2 * margin.x) / Math.max(1, width),
      (size.height - 2 * margin.y) / Math.max(1, height),
    );
    const camera = cameraFor(Math.max(0.01, wanted));
    if (animated) moveTo(camera);
    else sigma.getCamera().setState(camera);
    whole = camera;
  };
  const showsAll = (): boolean => {
    const { x, y, ratio } = sigma.getCamera();
    return whole !== null && whole.x === x && whole.y === y && whole.ratio === ratio;
  };
  let rest = 0;
  /** What was told last: hearing it back is no wish to go there again. */
  let told: Camera | null = null;
  sigma.getCamera().on("updated", () => {
    clearTimeout(rest);
    rest = window.setTimeout(() => {
      if (!picture) return;
      told = showsAll() ? null : roundCamera(sigma.getCamera().getState());
      handlers.onCamera(told);
    }, restsAfter);
  });
  const moveTo = (camera: Partial<CameraState>): void => {
    // An animation of no length divides nothing by nothing where the processor is quick.
    if (still.matches) sigma.getCamera().setState(camera);
    else void sigma.getCamera().animate(camera, { duration });
  };
  const measureRoom = (): void => {
    size = { width: container.clientWidth, height: container.clientHeight };
    sigma.resize(true);
  };

  return {
    show(next) {
      const { scene } = next;
      const moved = picture?.scene !== scene;
      // Another room for the same thing leaves the camera where a person put it.
      const sameThing = picture !== null && picture.scene.options === scene.options;
      const all = showsAll();
      const fallen = picture && !moved ? fallOf(graph, picture, next) : null;
      picture = next;
      untold.clear();
      if (moved) {
        fresh.clear();
        const start = performance.now();
        // Filled before the renderer hears of it: it would answer each node and edge.
        graph = new MultiDirectedGraph();
        fill(graph, next);
        // The camera is set while there is nothing to draw, so that the picture is drawn once.
        sigma.setGraph(new MultiDirectedGraph());
        sigma.setCustomBBox({ x: [0, Math.max(1, scene.width)], y: [-Math.max(1, scene.height), 0] });
        measureRoom();
        sigma.refresh();
        if (all || !sameThing) showAll();
        sigma.setGraph(graph);
        performance.measure("footing:picture", { start });
        // Behind the frame that shows it, for which a page without a graphics card waits.
        requestAnimationFrame(() => setTimeout(() => performance.measure("footing:frame", { start })));
      } else {
        tell(paint(graph, next));
        fallen?.(still.matches);
      }
    },
    light(next) {
      light = next;
      draw();
    },
    repaint(links) {
      if (!picture || links.length === 0) return;
      const { scene, linkLook } = picture;
      for (const link of links) untold.add(link);
      if (scene.links.length < manyLinks || links.length > mostFresh) {
        sigma.scheduleRender();
        return;
      }
      for (const link of links) {
        fresh.delete(link.id);
        fresh.set(link.id, freshLink(scene, link, linkLook(link).curved));
      }
      for (const id of [...fresh.keys()].slice(0, -mostFresh)) fresh.delete(id);
      draw();
    },
    resize() {
      const all = showsAll();
      measureRoom();
      if (all) showAll();
      sigma.scheduleRender();
    },
    zoomBy(factor) {
      moveTo({ ratio: sigma.getCamera().ratio / factor });
    },
    showAll,
    look(camera) {
      if (JSON.stringify(camera) === JSON.stringify(told)) return;
      told = camera;
      const now = sigma.getCamera().getState();
      const wanted = camera ?? whole;
      const far = (a: number, b: number): boolean => Math.abs(a - b) > 0.001 * Math.max(1, Math.abs(b));
      if (wanted && (far(now.x, wanted.x) || far(now.y, wanted.y) || far(now.ratio, wanted.ratio)))
        sigma.getCamera().setState(wanted);
    },
    panBy(x, y) {
      const middle = { x: size.width / 2, y: size.height / 2 };
      const to = { x: middle.x + x * size.width, y: middle.y + y * size.height };
      const [a, b] = [middle, to].map((point) => sigma.viewportToFramedGraph(point));
      const now = sigma.getCamera().getState();
      moveTo({ x: now.x + b!.x - a!.x, y: now.y + b!.y - a!.y });
    },
    centreOn(point) {
      const { x, y } = sigma.viewportToFramedGraph(toScreen(point));
      sigma.getCamera().setState({ x, y });
    },
    reveal(id) {
      const data = sigma.getNodeDisplayData(id);
      if (!data) return;
      const { x, y } = sigma.framedGraphToViewport(data);
      if (x < 0 || y < 0 || x > size.width || y > size.height) moveTo({ x: data.x, y: data.y });
    },
    positionOf: middleOf,
    drawn: () => drawn,
    image: (kind, title) =>
      picture ? imageOf(kind, picture, view(), light, title) : Promise.reject(new Error("nothing is shown")),
    lit: () => light.nodes,
    kill() {
      // Sigma gives its contexts back by losing them.
      alive.abort();
      clearTimeout(rest);
      sigma.kill();
      layer.remove();
    },
  };
}

function listen(sigma: Sigma, handlers: Handlers): void {
  sigma.on("clickNode", ({ node, event }) => handlers.onNode(node, event.original.shiftKey));
  sigma.on("clickEdge", ({ edge }) => handlers.onEdge(edge));
  sigma.on("clickStage", () => handlers.onStage());
  // Two quick clicks on different things are a double click to Sigma; here each of them selects.
  sigma.on("doubleClickNode", ({ node, event, preventSigmaDefault }) => {
    preventSigmaDefault();
    handlers.onNode(node, event.original.shiftKey);
  });
  sigma.on("doubleClickEdge", ({ edge, preventSigmaDefault }) => {
    preventSigmaDefault();
    handlers.onEdge(edge);
  });
  const point = (cursor: string): void => {
    sigma.getContainer().style.cursor = cursor;
  };
  sigma.on("enterNode", ({ node }) => {
    point("pointer");
    handlers.onHover({ kind: "node", id: node });
  });
  sigma.on("enterEdge", ({ edge }) => {
    point("pointer");
    handlers.onHover({ kind: "edge", id: edge });
  });
  const leave = (): void => {
    point("");
    handlers.onHover(null);
  };
  sigma.on("leaveNode", leave);
  sigma.on("leaveEdge", leave);
}
